"""The rehearsal: a call in which a simulated prospect answers what is typed, with as much help as one wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from cuebook.clock import Clock
from cuebook.conversation.moves import End, Hear, Note
from cuebook.conversation.record import Turn
from cuebook.practice.rehearsal import Exchange
from cuebook.practice.room import HELPS, Room
from cuebook.ui import labels
from cuebook.ui.call_screen import CallScreen
from cuebook.ui.held import Spoken
from cuebook.ui.keys import Keys
from cuebook.ui.messages import Taken
from cuebook.ui.transcript import Line, Transcript
from cuebook.ui.widgets.cue import CueBox

if TYPE_CHECKING:
    from cuebook.dialogue.watching import Watch
    from cuebook.errors import CuebookError
    from cuebook.journal.journal import Journal

_SHOWN = {
    "script": "The script is shown.",
    "hints": "Hints only: what to ask about.",
    "nothing": "Nothing is shown.",
}


class RehearsalTranscript(Transcript):
    """The lines of a rehearsal: what the rep really said, and the reply to it, however the call took that up."""

    def __init__(self, room: Room, prospect: str | None) -> None:
        super().__init__(room.words, prospect)
        self._who = prospect or "they"
        self._room = room

    def _said_before(self, turn: Turn) -> Line | None:  # noqa: ARG002  it stands with the reply
        return None

    def add_all(self, turns: Iterable[Turn]) -> list[Line]:
        """The lines of these turns. Those that an exchange gave are told together, with what was really said."""
        first = len(self.lines)
        said = {each.turn.n: each for each in self._room.rehearsal.exchanges}
        of_exchange: list[Turn] = []
        for turn in turns:
            if turn.n in said:
                self._say(said[turn.n], [*of_exchange, turn])
                of_exchange = []
            elif self._is_reply(turn):
                of_exchange.append(turn)
            else:
                self.add(turn)
        return self.lines[first:]

    def _is_reply(self, turn: Turn) -> bool:
        """Whether a turn takes up what the prospect said, and more of the exchange comes after it."""
        replies = {each.reply.text for each in self._room.rehearsal.exchanges}
        return isinstance(turn.move, Hear) or (isinstance(turn.move, Note) and turn.move.text in replies)

    def _say(self, said: Exchange, turns: Sequence[Turn]) -> None:
        """The lines of an exchange, which gave these turns; the last may be the end of the call."""
        reading = next((turn.reading for turn in turns if turn.reading is not None), None)
        spans, found = labels.understood(reading, self._room.words) if reading else ((), ())
        if reading is None or reading.text != said.reply.text:
            spans = ()  # it was read with what was said before it
        heard = next((turn.n for turn in turns if isinstance(turn.move, Hear)), None)
        n = heard or said.turn.n
        self.lines += [
            Line(n, "spoken", "you", said.line.text),
            Line(n, "heard", self._who, said.reply.text, spans, found, heard),
        ]
        for turn in turns:
            if isinstance(turn.move, End):
                self.add(turn)


class RehearsalScreen(CallScreen):
    """A call screen over a rehearsal. What is typed is said, and the prospect answers; one key hides the cue."""

    HEADING = "REHEARSAL"
    AT_END = "scorecard"

    class Over(Message):
        """The rehearsal is over, or was left: its scorecard can be shown."""

        def __init__(self, room: Room) -> None:
            super().__init__()
            self.room = room

    def __init__(
        self,
        room: Room,
        *,
        open_store: Callable[[], Journal],
        clock: Clock,
        keys: Keys,
        watch: Watch | None = None,
    ) -> None:
        self.room = room
        unused = ("export", "save") if watch else ("export", "save", "dialogues")
        super().__init__(
            Spoken(room),
            open_store=open_store,
            clock=clock,
            keys=keys.at("call", "rehearsal").without(*unused),
            watch=watch,
        )
        self._shown_until = room.turn.n
        self._ended = False

    def on_mount(self) -> None:
        self.query_one(CueBox).show_only(self.room.help)
        about, actor = self.room.rehearsal.cast.words.about, self.room.actor
        if actor is None:
            self._line.tell(about, "Type what you would say; Enter alone says the cue.")
        elif actor.voice.local:
            self._line.tell(about, actor.introduction)
        else:  # there is room for two rows at the most, and this must be seen
            self._line.tell(actor.introduction, about)

    def on_unmount(self) -> None:
        self.room.leave()

    def _new_transcript(self) -> Transcript:
        return RehearsalTranscript(self.room, self._prospect)

    def _add(self, turn: Turn) -> list[Line]:
        new = [each for each in list(self.room.turns) if self._shown_until < each.n <= turn.n]
        self._shown_until = turn.n
        return self._transcript.add_all(new)

    def _enter(self) -> None:
        """Say what is shown: whoever reads the script out need not type it."""
        if self._conversation.chosen is not None:
            super()._enter()
        elif self.room.cue is not None:
            self.send(Hear(self.room.cue))
        else:
            self._line.tell("Nothing is shown to be said.", "Type what you would say.", bad=True)

    def _show_waiting(self) -> None:
        """What was said, and that they think of their answer: words of their own take some seconds."""
        typed = self._waiting
        self._conversation.wait_for([*typed, f"{self._prospect or 'They'} …"] if typed else [], "")

    @on(Taken)
    def _tell_of_the_voice(self) -> None:
        self.call_later(self._tell_notice)  # once the turn is shown, which answers in the same place

    def _tell_notice(self) -> None:
        notice = self.room.notice()
        if notice:
            self._line.tell(notice)

    def _show_trouble(self, trouble: CuebookError | None, unsaved: int) -> None:  # noqa: ARG002  all, or nothing
        self._banner.display = trouble is not None
        if trouble is not None:
            self._tell_banner(f"{self.room.keeping.notice} The rehearsal goes on; it is tried again at the end.")

    def _close(self) -> None:
        if not self._ended:
            self._ended = True
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
        """Leave once what was said is answered; nobody thinks about that any longer now."""
        self.room.leave()
        if self._taking.waiting:
            self._leaving = True
        else:
            self._close()
