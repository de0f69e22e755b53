"""The call: what to say, what was said, what it proves, and one line to type in."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cuebook.clock import Clock
from cuebook.conversation.moves import End, Hear, Move, Note
from cuebook.conversation.record import Turn
from cuebook.dialogue import naming
from cuebook.errors import CuebookError
from cuebook.ui.call_keys import CallKeys
from cuebook.ui.guessing import Guessing
from cuebook.ui.held import Held
from cuebook.ui.keys import Keys
from cuebook.ui.messages import Blocked, Looked, Opened, Refused, Reread, Taken
from cuebook.ui.taking import Taking
from cuebook.ui.transcript import Line, Transcript
from cuebook.ui.watching import EVERY, Watching
from cuebook.ui.widgets.call_line import CallLine
from cuebook.ui.widgets.conversation import Conversation
from cuebook.ui.widgets.cue import CueBox
from cuebook.ui.widgets.faults_strip import FaultsStrip
from cuebook.ui.widgets.key_bar import Heading, KeyBar
from cuebook.ui.widgets.people import PeoplePanel
from cuebook.ui.widgets.status import StatusPanel

if TYPE_CHECKING:
    from cuebook.dialogue.watching import Watch
    from cuebook.journal.journal import Journal

OVER = ("closed", "do_not_call")
PREPARED_AFTER = 0.5
"""Seconds after the first frame: the store has come up by then, and nobody has answered the first question yet."""


class CallScreen(CallKeys):
    """Shows the turns of a session and sends it moves. What a move means is not decided here.

    The first cue stands in the first frame; the store is opened after that, and moves made before it is there
    wait in order. A turn is shown as taken once the session has handed it out, which is when it is on disk, or
    when the store failed: then a banner says so until it is mended.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-usual"), (110, "-wide")]  # noqa: RUF012 - Textual has it so
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (20, "-high"), (36, "-tall")]  # noqa: RUF012 - the same

    HEADING = "CALL"
    """What stands above the lines."""

    AT_END = "summary"
    """What is shown of a call that is over."""

    class Closed(Message):
        """The call is over and its summary can be shown: the screen has nothing more to do."""

        def __init__(self, session: Held) -> None:
            super().__init__()
            self.session = session

    class DialoguesWanted(Message):
        """The list of the dialogues and their faults is wanted."""

    def __init__(
        self,
        session: Held,
        *,
        open_store: Callable[[], Journal] | None,
        clock: Clock,
        keys: Keys | None = None,
        home: Path | None = None,
        watch: Watch | None = None,
        guess: Callable[[str, str], tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.keys = keys or Keys()
        self._words = session.words
        self._objections = session.objections
        self._clock = clock
        self._home = home
        self._turn = session.turn
        self._prospect = session.setup.lead.first_name or session.setup.lead.name
        self._transcript = self._new_transcript()
        self._taking = Taking(session, open_store, self.post_message)
        self._watching = Watching(watch, self.post_message) if watch else None
        self._guessing = Guessing(guess) if guess else None
        self._texts: list[str] = []
        self._unsaved = 0
        self._leaving = False
        self._warned = False
        self._settled: str | None = None

    def compose(self) -> ComposeResult:
        yield Heading(id="heading")
        yield Static("", id="banner", markup=False)
        if self._watching:
            yield FaultsStrip(self.keys.shown("dialogues"), id="faults")
        with Horizontal(id="body"):
            with Vertical(id="talk"):
                yield CueBox(self._turn, self._words, key_for=self.keys.shown, id="cue")
                yield Conversation(id="conversation")
            with Vertical(id="proof"):
                yield StatusPanel(self._turn, self._words, self.session.setup.product, id="status")
                yield PeoplePanel(self._turn, self._prospect, id="people")
        yield CallLine(id="call-line")
        yield KeyBar(self.keys, id="keys")

    def on_mount(self) -> None:
        self._banner.display = False
        turns = list(self.session.turns)
        self._conversation.border_title = self.HEADING
        self._conversation.show(self._transcript.add_all(turns), self._transcript.taken_back)
        self.query_one(StatusPanel).remember_all(turns)
        self._show_heading()
        self._show_time()
        self.set_interval(1, self._show_time)
        # A key brings the time up to date in its own frame: one of the clock's would make the next key wait.
        self.watch(self._line.input, "value", self._show_time, init=False)
        if self.session.changed:
            self._line.tell(
                "The dialogues have changed since this call was begun.", "Some of it may read otherwise."
            )
        self.call_after_refresh(self._run_taking)
        self.set_timer(PREPARED_AFTER, self._prepare)
        if self._watching:
            self.set_interval(EVERY, self._look)

    # ── parts ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _banner(self) -> Static:
        return self.query_one("#banner", Static)

    @property
    def over(self) -> bool:
        return self._turn.stage in OVER

    # ── moves ────────────────────────────────────────────────────────────────────────────────────────────────

    def send(self, move: Move, text: str = "") -> None:
        """Send a move to the session. It is taken after those before it, and shown when it is saved."""
        if self._taking.blocked:
            return
        self._taking.add(move)
        self._texts.append(text)
        self._show_waiting()
        self._run_taking()

    def _run_taking(self) -> None:
        self.run_worker(self._taking.run(), group="moves")

    def _prepare(self) -> None:
        self.run_worker(self._make_ready, group="prepare", thread=True)

    def _make_ready(self) -> None:
        self.session.prepare()
        gc.freeze()  # the lexicons stay: the collector would look through all of them between key and paint

    def _look(self) -> None:
        if self._watching:
            self.run_worker(self._watching.look(), group="watch")

    async def _guess(self, turn: Turn) -> None:
        error = await self._guessing.at(turn) if self._guessing else None
        if error and self._line.doing.kind == "hear":
            self._line.tell(error.message, error.hint)

    def _show_waiting(self) -> None:
        self._conversation.wait_for(self._waiting)

    @property
    def _waiting(self) -> list[str]:
        """What was typed and is not yet saved."""
        return [move.text if isinstance(move, Hear | Note) else move.kind for move in self._taking.waiting]

    def on_call_line_given(self, event: CallLine.Given) -> None:
        self.send(event.move, event.text)

    def on_opened(self, event: Opened) -> None:
        self._show_trouble(event.trouble, event.unsaved)
        self._show_waiting()

    def on_taken(self, event: Taken) -> None:
        self._texts.pop(0)
        self._turn = turn = event.turn
        if self._line.doing.kind == "hear":
            self._line.tell("")
        lines = self._add(turn)
        if self._transcript.relabelled:
            self._conversation.show_anew(self._transcript.lines, self._transcript.taken_back)
        else:
            self._conversation.show(lines, self._transcript.taken_back)
        self._show_waiting()
        self._show_turn(turn)
        self._show_trouble(event.trouble, event.unsaved)
        if self._guessing:
            self.run_worker(self._guess(turn), group="guess", exclusive=True)
        if isinstance(event.move, End):
            self._close()
        elif self.over:
            self._line.tell(f"The call is over. {self.keys.shown('end')} shows its {self.AT_END}.")
        elif turn.status.settled and turn.status.verdict != self._settled:
            verdict = naming.outcome_name(self._words, turn.status.verdict)
            self._line.tell(
                f"{verdict}: nothing that is still open can change that.",
                f"{self.keys.shown('end')} ends the call.",
            )
        self._settled = turn.status.verdict if turn.status.settled else None
        self._leave_if_done()

    def _new_transcript(self) -> Transcript:
        return Transcript(self._words, self._prospect)

    def _add(self, turn: Turn) -> list[Line]:
        """The lines that a turn adds to the call."""
        return self._transcript.add(turn)

    def _close(self) -> None:
        self.post_message(self.Closed(self.session))

    def on_refused(self, event: Refused) -> None:
        text = self._texts.pop(0)
        self._show_waiting()
        self._line.give_back(text)
        self._line.tell(event.error.message, event.error.hint, bad=True)
        self._leave_if_done()

    def on_blocked(self, event: Blocked) -> None:
        self._texts.clear()
        self._show_waiting()
        self._line.disabled = True
        self._tell_banner(f"{event.error.message} {event.error.hint} {self.keys.shown('quit')} leaves.")

    def on_looked(self, event: Looked) -> None:
        seen = event.seen
        self.query_one(FaultsStrip).show_faults(seen.faults, stays=seen.dialogues is None)
        if seen.dialogues:
            self._taking.reread(seen.dialogues)
            self._run_taking()

    def on_reread(self, event: Reread) -> None:
        self.query_one(FaultsStrip).show_error(event.error)
        if event.error:
            return
        turns, self._turn = list(self.session.turns), self.session.turn
        self._words, self._objections = self.session.words, self.session.objections
        self._transcript = self._new_transcript()
        self._conversation.show_anew(self._transcript.add_all(turns), self._transcript.taken_back)
        self.query_one(CueBox).words = self.query_one(StatusPanel).words = self._words
        self.query_one(StatusPanel).remember_all(turns)
        self._show_turn(self._turn)
        gone = f"Moves that do not apply any more: {event.passed_over}." if event.passed_over else ""
        if gone or self._line.doing.kind == "hear":
            self._line.tell("The dialogues have changed.", gone or "The call is shown by them.")

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    def _show_turn(self, turn: Turn) -> None:
        self.query_one(CueBox).show(turn)
        self.query_one(StatusPanel).show(turn)
        self.query_one(PeoplePanel).show(turn)
        self._show_heading()

    def _show_heading(self) -> None:
        setup, turn = self.session.setup, self._turn
        lead = setup.lead.name or "nobody named"
        product = self._words.products.get(setup.product)
        who = [lead, setup.lead.company, product.name if product else setup.product]
        where = (
            turn.status.title,
            f"question {turn.asked} of {turn.asked + turn.left}",
            turn.depth,
        )
        self.query_one(Heading).show(tuple(part for part in who if part), where)

    def _show_time(self) -> None:
        self.query_one(Heading).show_time(int((self._clock() - self.session.turns[0].at).total_seconds()))

    def _show_trouble(self, trouble: CuebookError | None, unsaved: int) -> None:
        self._unsaved = unsaved if trouble else 0
        if trouble is None:
            self._banner.display = False
            return
        export, save = self.keys.shown("export"), self.keys.shown("save")
        self._tell_banner(
            f"NOT SAVED: {_turns(unsaved)} in memory only. {trouble.message} {trouble.hint} "
            f"{export} writes the call to a file now; {save} tries to save again."
        )

    def _tell_banner(self, text: str) -> None:
        self._banner.update(Content(" ".join(text.split())))
        self._banner.display = True

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────

    def action_end(self) -> None:
        if self.over:
            self._close()
            return
        from cuebook.ui.end_screen import EndScreen

        today = self._clock().date()
        self.app.push_screen(EndScreen(self._turn, self._words, today, self.session.setup.language), self._end)

    def _end(self, end: End | None) -> None:
        if end is not None:
            self.send(end)

    def action_theme(self) -> None:
        self.app.theme = "textual-light" if self.app.current_theme.dark else "textual-dark"

    def action_save(self) -> None:
        self._taking.save_again()
        self._run_taking()

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.keys))

    def action_dialogues(self) -> None:
        self.post_message(self.DialoguesWanted())

    def action_export(self) -> None:
        from cuebook.ui.ask_path import AskPath
        from cuebook.ui.export import suggested

        path = (self._home or Path.cwd()) / suggested(self.session)
        self.app.push_screen(AskPath("Write the call to (beside it, every turn as .jsonl)", path), self._export)

    def _export(self, path: Path | None) -> None:
        if path is None:
            return
        from cuebook.ui.export import write_call

        try:
            written = write_call(path, self.session, self._words)
        except CuebookError as error:
            self._line.tell(error.message, error.hint, bad=True)
        else:
            self._line.tell(f"Written: {' and '.join(str(each) for each in written)}")

    def action_quit(self) -> None:
        """Leave once what was typed is saved; what is only in memory is pointed at once."""
        if self._taking.waiting:
            self._leaving = True
            self._line.tell("Saving; leaves as soon as it is done.")
        elif self._unsaved and not self._warned:
            self._warned = True
            export, leave = self.keys.shown("export"), self.keys.shown("quit")
            hint = f"{export} writes the call to a file; {leave} again leaves without."
            self._line.tell(f"{_turns(self._unsaved)} would be lost.", hint, bad=True)
        else:
            self.app.exit()

    def _leave_if_done(self) -> None:
        if self._leaving and not self._taking.waiting:
            self._leaving = False
            self.action_quit()


def _turns(number: int) -> str:
    return f"{number} turn{'s' if number != 1 else ''}"
