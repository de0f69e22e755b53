"""The scorecard of a rehearsal: yes or no to each check, and the lines that prove the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from cuebook.practice.progress import progress
from cuebook.reports import rehearsal as told
from cuebook.ui.keys import Keys, bindings
from cuebook.ui.wanted import RehearsalWanted

if TYPE_CHECKING:
    from cuebook.journal.rows import CheckRow, LineRow, RehearsalRow
    from cuebook.practice.room import Wish

_ORDER = {False: 0, True: 1, None: 2}
"""What fails is seen first, what had no occasion last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A rehearsal with what there is to say of it. `earlier` are those before it, the newest first.

    `who` was on the phone, `framework` its name; `notice` says what became of it in the store. `again` is the same
    call once more. `past`: it was kept long ago, so that what was said is seen first.
    """

    row: RehearsalRow
    who: str
    framework: str
    words: told.Worded
    earlier: Sequence[RehearsalRow]
    notice: str
    again: Wish
    past: bool = False


_SAID = "    All that was said"


class ScorecardScreen(Screen[None]):
    """Shows how a rehearsal went; from here it is played again, or another is begun."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("scorecard")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-usual")]  # noqa: RUF012 (Textual declares it so)
    DEFAULT_CSS = """
    ScorecardScreen > #score-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    ScorecardScreen > #score-figures { height: auto; max-height: 7; padding: 0 1; }
    ScorecardScreen > Horizontal { height: 1fr; }
    ScorecardScreen OptionList { width: 38; height: 100%; border: none; border-top: solid $primary; padding: 0 1;
        background: transparent; text-wrap: nowrap; text-overflow: ellipsis; }
    ScorecardScreen OptionList:focus { border: none; border-top: solid $primary; }
    ScorecardScreen OptionList > .option-list--option-highlighted { text-style: bold reverse; }
    ScorecardScreen VerticalScroll { width: 1fr; height: 100%; padding: 0 1; border-top: solid $primary;
        border-left: solid $primary; }
    ScorecardScreen VerticalScroll:focus { background: $boost; }
    ScorecardScreen #score-detail { height: auto; max-width: 90; }
    ScorecardScreen.-narrow Horizontal { layout: vertical; }
    ScorecardScreen.-narrow OptionList { width: 100%; height: 1fr; }
    ScorecardScreen.-narrow VerticalScroll { width: 100%; height: 1fr; border-left: none; }
    """

    class Left(Message):
        """All was seen."""

    def __init__(self, judged: Judged, keys: Keys) -> None:
        super().__init__()
        self._judged = judged
        self._keys = keys.at("scorecard")
        self._checks = sorted(judged.row.checks, key=lambda check: _ORDER[check.holds])
        finished = told.finished([judged.row, *judged.earlier])
        self._progress = progress([row.checks for row in finished])

    def compose(self) -> ComposeResult:
        row = self._judged.row
        left = "" if row.finished else " · left on the way"
        title = f"{row.score:.0f} of 100 · {self._judged.who} · {self._judged.framework} · seed {row.seed}{left}"
        yield Static(Content(title), id="score-title")
        yield Static(Content("\n".join(self._figures())), id="score-figures")
        with Horizontal():
            entries = (Content(_SAID), *(self._entry(check) for check in self._checks))
            yield OptionList(*map(Option, entries), id="checks")
            with VerticalScroll():
                yield Static("", id="score-detail")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        checks = self.query_one(OptionList)
        checks.border_title = "CHECKS"
        self.query_one(VerticalScroll).border_title = "LINES · Tab, then ↑↓"
        checks.highlighted = 0 if self._judged.past else 1
        checks.focus()

    def _figures(self) -> list[str]:
        judged, row, words = self._judged, self._judged.row, self._judged.words
        changed = told.since(row, judged.earlier)
        out = [f"Verdict: {told.judged(row)}", told.figures(row).capitalize()]
        for said, names in (
            ("Better than last time", changed.improved),
            ("Worse than last time", changed.slipped),
        ):
            if names:
                out.append(f"{said}: {', '.join(told.named(name, words) for name in names)}")
        if row.finished and self._progress.next:
            out.append(f"Practise next: {told.to_practise(self._progress.next, words)}")
        return [*out, judged.notice] if judged.notice else out

    def _entry(self, check: CheckRow) -> Content:
        style = {True: "$text-success", False: "$text-error", None: "dim"}[check.holds]
        return Content.assemble(
            (f"{told.HOLDS[check.holds]:<4}", style), told.named(check.name, self._judged.words)
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        at = event.option_index
        self.query_one("#score-detail", Static).update(self._detail(self._checks[at - 1]) if at else self._said())
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _detail(self, check: CheckRow) -> Content:
        """What the check means, the lines that prove it, what to try, and how it goes lately."""
        words, row = self._judged.words, self._judged.row
        held = {True: "yes", False: "no", None: "no occasion"}[check.holds]
        parts: list[str | tuple[str, str]] = [(f"{told.named(check.name, words)}: {held}", "bold")]
        if told.meant(check, words):
            parts += ["\n", told.meant(check, words)]
        if told.tip(check, words):
            parts += ["\n", ("Try this: ", "bold"), told.tip(check, words)]
        trend = self._progress.trend(check.name)
        if trend is not None:
            course = {"better": ", better than before", "worse": ", worse than before"}.get(trend.marks.course, "")
            parts += ["\n", (f"Held in {trend.marks.held} of the last {trend.marks.of}{course}.", "dim")]
        for line in row.lines:
            if line.n in check.lines:
                parts += ["\n\n", *_line(line)]
        return Content.assemble(*parts)

    def _said(self) -> Content:
        """The whole conversation, with what was raised in it and what came to rest."""
        parts: list[str | tuple[str, str]] = []
        for line in self._judged.row.lines:
            parts += ["\n\n" if parts else "", *_line(line)]
            parts += [(f"  {note}", "dim") for note in told.notes(line)]
        return Content.assemble(*parts)

    def action_again(self) -> None:
        self.post_message(RehearsalWanted(self._judged.again, instead=True))

    def action_another(self) -> None:
        self.post_message(RehearsalWanted(self._judged.again.another(), instead=True))

    def action_transcript(self) -> None:
        from cuebook.ui.summary_screen import SummaryScreen

        judged = self._judged
        text = [*told.transcript(judged.row), "", *told.scorecard(judged.row, judged.words, judged.earlier)]
        self.app.push_screen(SummaryScreen("\n".join(text), f"Rehearsal with {judged.who}"))

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys, "scorecard"))

    def action_leave(self) -> None:
        self.post_message(self.Left())


def _line(line: LineRow) -> list[str | tuple[str, str]]:
    """A line of the conversation and the reply to it."""
    indent = " " * len(str(line.n))
    you, they = (f"{line.n} you   ", "$text-accent"), (f"\n{indent} they  ", "$text-accent")
    return [you, line.said, they, line.reply]
