"""Sparring: one objection after another, each met in a line and judged at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from cuebook.dialogue import naming
from cuebook.errors import MoveError
from cuebook.harmless import harmless
from cuebook.practice.room import HELPS, Chosen, Wish
from cuebook.practice.sparring import Answer, Sparring, summary
from cuebook.reports.sparring import judged, taken, told
from cuebook.ui.keys import Keys, bindings
from cuebook.ui.wanted import RehearsalWanted
from cuebook.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from cuebook.clock import Clock
    from cuebook.dialogue.model import Words
    from cuebook.practice.reps import Help


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

    def __init__(
        self, sparring: Sparring, chosen: Chosen, wish: Wish, *, words: Words, clock: Clock, keys: Keys
    ) -> None:
        super().__init__()
        self.sparring = sparring
        self._chosen = chosen
        self._wish = wish
        self._words = words
        self._clock = clock
        self._keys = keys.at("sparring")
        self._help: Help = chosen.help

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
        return self.sparring.now is None

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    def _show(self) -> None:
        self._show_title()
        rounds = [self._round(answer) for answer in self.sparring.answers]
        self.query_one("#sparring-rounds", Static).update(Content("\n").join(rounds))
        self.query_one("#sparring-now", Static).update(self._now())
        self.query_one(VerticalScroll).scroll_end(animate=False)
        self.query_one(Horizontal).display = not self.over
        if self.over:
            self.set_focus(None)
        self.refresh_bindings()

    def _show_title(self) -> None:
        asked, of = self.sparring.now, len(self.sparring.rounds)
        where = f"{asked.n} of {of}" if asked else f"{of} objections"
        waited = f" · {taken((self._clock() - self.sparring.since).total_seconds())}" if asked else ""
        who = self.sparring.cast.words.name
        title = f"Sparring · {who} · {where} · seed {self._chosen.seed}{waited}"
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
        asked = self.sparring.now
        if asked is None:
            return Content("\n".join(told(summary(self.sparring.answers))))
        parts: list[str | tuple[str, str]] = [(asked.said, "bold")]
        if self._help == "script":
            parts += [("\nsay     ", "$text-accent"), asked.script]
        elif self._help == "hints":
            class_ = self._words.labels.classes.get(asked.class_, asked.class_)
            parts += ["\n", f"{naming.objection_name(self._words, asked.raises.objection)} ({class_})"]
        return Content.assemble(*parts)

    # ── what is done ─────────────────────────────────────────────────────────────────────────────────────────

    def on_input_submitted(self, event: LineInput.Submitted) -> None:
        event.stop()
        text, asked = harmless(event.value).strip(), self.sparring.now
        if not text and asked is not None and self._help == "script":
            text = asked.script
        problem = ""
        try:
            self.sparring = self.sparring.answer(text, self._clock())
        except MoveError as error:
            problem = f"! {error.message} {error.hint}"
        else:
            self.query_one(LineInput).put("")
        self.query_one("#sparring-told", Static).update(Content(problem))
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's
        """Another sparring is begun once this one is through; until then letters are text."""
        return self.over if action in ("again", "another") else True

    def action_help_level(self) -> None:
        """Show less of the script; after nothing, all of it again."""
        self._help = HELPS[(HELPS.index(self._help) + 1) % len(HELPS)]
        self._show()

    def action_again(self) -> None:
        wish = replace(self._wish, persona=self._chosen.persona, seed=self._chosen.seed, help=self._help)
        self.post_message(RehearsalWanted(wish, instead=True))

    def action_another(self) -> None:
        wish = replace(self._wish, persona=None, seed=self._chosen.seed + 1, help=self._help)
        self.post_message(RehearsalWanted(wish, instead=True))

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys, "sparring"))

    def action_leave(self) -> None:
        self.post_message(self.Left())
