"""Sparring: one objection after another, each met in a line and judged at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from cuebook.dialogue import naming
from cuebook.errors import MoveError
from cuebook.practice.room import HELPS
from cuebook.practice.sparring import Answer, summary
from cuebook.reports.sparring import judged, taken, told
from cuebook.ui.keys import Keys, bindings
from cuebook.ui.wanted import RehearsalWanted
from cuebook.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from cuebook.dialogue.model import Words
    from cuebook.practice.ring import Ring


class SparringScreen(Screen[None]):
    """Shows the rounds of a sparring and takes an answer to each. What an answer is worth is not decided here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("sparring")
    DEFAULT_CSS = """
    SparringScreen > #sparring-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    SparringScreen > VerticalScroll { height: 1fr; padding: 0 1; }
    SparringScreen #sparring-rounds { height: auto; max-width: 100; }
    SparringScreen > #sparring-now { height: auto; max-height: 50%; padding: 0 1; border-top: solid $primary; }
    SparringScreen > #sparring-told { height: auto; max-height: 2; padding: 0 1; color: $text-error; }
    SparringScreen > Horizontal { height: 1; }
    SparringScreen #sparring-prompt { width: 3; padding: 0 1; color: $text-accent; text-style: bold; }
    """

    class Left(Message):
        """Enough of it."""

    def __init__(self, ring: Ring, *, words: Words, keys: Keys) -> None:
        super().__init__()
        self.ring = ring
        self._words = words
        self._keys = keys.at("sparring")
        self._answering = False

    def compose(self) -> ComposeResult:
        yield Static("", id="sparring-title", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static("", id="sparring-rounds", markup=False)
        yield Static("", id="sparring-now", markup=False)
        yield Static("", id="sparring-told", markup=False)
        with Horizontal():
            yield Static("›", id="sparring-prompt", markup=False)
            yield LineInput(id="sparring-line")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(LineInput).focus()
        self._show()
        self.set_interval(1, self._show_title)

    @property
    def over(self) -> bool:
        return self.ring.now is None

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    def _show(self) -> None:
        self._show_title()
        rounds = [self._round(answer) for answer in self.ring.sparring.answers]
        self.query_one("#sparring-rounds", Static).update(Content("\n").join(rounds))
        self.query_one("#sparring-now", Static).update(self._now())
        self.query_one(VerticalScroll).scroll_end(animate=False)
        self.query_one(Horizontal).display = not self.over
        if self.over:
            self.set_focus(None)
        self.refresh_bindings()

    def _show_title(self) -> None:
        asked, of = self.ring.now, len(self.ring.sparring.rounds)
        where = f"{asked.n} of {of}" if asked else f"{of} objections"
        waited = f" · {taken(self.ring.waited)}" if asked else ""
        who = self.ring.sparring.cast.words.name
        title = f"Sparring · {who} · {where} · seed {self.ring.chosen.seed}{waited}"
        self.query_one("#sparring-title", Static).update(Content(title))

    def _round(self, answer: Answer) -> Content:
        """One round that is through: what was said, what it was worth, and the script where it failed."""
        style = "$text-success" if answer.settled else "$text-error"
        parts: list[str | tuple[str, str]] = [
            (f"{answer.round.n:>2} they  ", "$text-accent"),
            answer.round.said,
            ("\n   you   ", "$text-accent"),
            answer.text,
            ("\n   they  ", "$text-accent"),
            answer.reply,
            "\n         ",
            (judged(answer), style),
            f" · {taken(answer.seconds)}",
        ]
        if not answer.settled:
            parts += [("\n         for example: ", "dim"), (answer.round.script, "dim")]
        return Content.assemble(*parts)

    def _now(self) -> Content:
        asked = self.ring.now
        if asked is None:
            return Content("\n".join(told(summary(self.ring.sparring.answers))))
        parts: list[str | tuple[str, str]] = [(asked.said, "bold")]
        if self.ring.help == "script":
            parts += [("\nsay     ", "$text-accent"), asked.script]
        elif self.ring.help == "hints":
            class_ = self._words.labels.classes.get(asked.class_, asked.class_)
            parts += ["\n", f"{naming.objection_name(self._words, asked.raises.objection)} ({class_})"]
        return Content.assemble(*parts)

    # ── what is done ─────────────────────────────────────────────────────────────────────────────────────────

    def on_input_submitted(self, event: LineInput.Submitted) -> None:
        event.stop()
        if not self._answering:
            self._answering = True
            self.query_one(LineInput).put("")
            self._answer(event.value)

    @work(exclusive=True, group="answer")
    async def _answer(self, text: str) -> None:
        """Judge the answer and keep it, which may take its time; then show what it came to."""
        problem = ""
        try:
            await asyncio.to_thread(self.ring.answer, text)
            if self.over:
                await asyncio.to_thread(self.ring.keep)
        except MoveError as error:
            problem = f"! {error.message} {error.hint}"
            self.query_one(LineInput).put(text)
        self._answering = False
        self.query_one("#sparring-told", Static).update(Content(problem or self.ring.keeping.notice))
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's
        """Another sparring is begun once this one is through; until then letters are text."""
        return self.over if action in ("again", "another") else True

    def action_help_level(self) -> None:
        """Show less of the script; after nothing, all of it again."""
        self.ring.help = HELPS[(HELPS.index(self.ring.help) + 1) % len(HELPS)]
        self._show()

    def action_again(self) -> None:
        self.post_message(RehearsalWanted(self.ring.again, instead=True))

    def action_another(self) -> None:
        self.post_message(RehearsalWanted(self.ring.again.another(), instead=True))

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys, "sparring"))

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        await asyncio.to_thread(self.ring.keep)
        self.post_message(self.Left())
