"""The rehearsal: a call in which a simulated prospect answers what is typed, with as much help as one wants."""

from __future__ import annotations

from textual.message import Message

from cuebook.clock import Clock
from cuebook.conversation.moves import Hear
from cuebook.conversation.record import Turn
from cuebook.practice.room import HELPS, Room
from cuebook.ui.call_screen import CallScreen
from cuebook.ui.held import Spoken
from cuebook.ui.keys import Keys
from cuebook.ui.transcript import Line, Transcript
from cuebook.ui.widgets.cue import CueBox

_SHOWN = {
    "script": "The script is shown.",
    "hints": "Hints only: what to ask about.",
    "nothing": "Nothing is shown.",
}


class RehearsalTranscript(Transcript):
    """The lines of a rehearsal: what the rep really said stands before each reply."""

    def __init__(self, room: Room, prospect: str | None) -> None:
        super().__init__(room.words, prospect)
        self._room = room

    def _said_before(self, turn: Turn) -> Line | None:
        if not isinstance(turn.move, Hear):
            return None
        for each in reversed(self._room.rehearsal.exchanges):
            if each.turn.n in (turn.n, turn.n + 1):  # with the reply to it, somebody may have hung up
                return Line(turn.n, "spoken", "you", each.line.text)
        return None


class RehearsalScreen(CallScreen):
    """A call screen over a rehearsal. What is typed is said, and the prospect answers; one key hides the cue."""

    HEADING = "REHEARSAL"
    AT_END = "scorecard"

    class Over(Message):
        """The rehearsal is over, or was left: its scorecard can be shown."""

        def __init__(self, room: Room) -> None:
            super().__init__()
            self.room = room

    def __init__(self, room: Room, *, clock: Clock, keys: Keys) -> None:
        self.room = room
        super().__init__(
            Spoken(room),
            open_store=None,
            words=room.words,
            objections=room.objections,
            clock=clock,
            keys=keys.at("call", "rehearsal").without("export", "save", "dialogues"),
        )
        self._shown_until = room.turn.n

    def on_mount(self) -> None:
        self.query_one(CueBox).show_only(self.room.help)
        self._line.tell(self.room.rehearsal.cast.words.about, "Type what you would say; Enter alone says the cue.")

    def _new_transcript(self) -> Transcript:
        return RehearsalTranscript(self.room, self._prospect)

    def _add(self, turn: Turn) -> list[Line]:
        new = [each for each in self.room.turns if self._shown_until < each.n <= turn.n]
        self._shown_until = turn.n
        return [line for each in new for line in self._transcript.add(each)]

    def _enter(self) -> None:
        """Say what is shown: whoever reads the script out need not type it."""
        if self._conversation.chosen is not None:
            super()._enter()
        elif self.room.cue is not None:
            self.send(Hear(self.room.cue))
        else:
            self._line.tell("Nothing is shown to be said.", "Type what you would say.", bad=True)

    def _close(self) -> None:
        self.post_message(self.Over(self.room))

    def action_help_level(self) -> None:
        """Show less of the cue; after nothing, all of it again."""
        self.room.show(HELPS[(HELPS.index(self.room.help) + 1) % len(HELPS)])
        self.query_one(CueBox).show_only(self.room.help)
        self._line.tell(_SHOWN[self.room.help], f"{self.keys.shown('rehearsal_help_level')} changes it.")

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.keys, "rehearsal"))

    def action_quit(self) -> None:
        self._close()
