"""Closing a call: how it went, the next step and its day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from cuebook.conversation.moves import DISPOSITIONS, End
from cuebook.conversation.record import Proposal, Turn
from cuebook.dialogue import naming
from cuebook.dialogue.model import Words
from cuebook.harmless import harmless
from cuebook.ui import cells
from cuebook.ui.palette import letters_for
from cuebook.ui.widgets.line_input import LineInput

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class EndScreen(ModalScreen[End | None]):
    """Offers what the call proposes. Up and down choose another, Enter accepts what stands there.

    The day may be written as 2027-01-15 or in words (`in 3 months`); what was read is shown beside it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back to the call"),
        Binding("up", "choose(-1)", "Up", show=False),
        Binding("down", "choose(1)", "Down", show=False),
    ]
    DEFAULT_CSS = """
    EndScreen { align: center middle; }
    EndScreen > Vertical {
        width: 100%; max-width: 84; height: auto; max-height: 100%; overflow-y: auto;
        background: $surface; border: round $primary; padding: 0 1;
    }
    EndScreen Static { height: auto; }
    EndScreen #end-list { margin-bottom: 1; }
    EndScreen Horizontal { height: 1; }
    EndScreen .label { width: 11; color: $text-accent; }
    EndScreen Input { border: none; height: 1; padding: 0; width: 1fr; background: $boost; }
    """

    def __init__(self, turn: Turn, words: Words, today: date, language: str) -> None:
        super().__init__()
        self._words = words
        self._today = today
        self._language = language
        self._proposal = turn.proposal
        self._names = [name for name in DISPOSITIONS if name in words.labels.outcomes] or list(DISPOSITIONS)
        self._letters = letters_for([naming.outcome_name(words, name) for name in self._names])
        self._at = self._names.index(turn.proposal.disposition) if turn.proposal.disposition in self._names else 0
        self._offered = self._offer(self._names[self._at])

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "END OF THE CALL"
            yield Static("", id="end-list", markup=False)
            with Horizontal():
                yield Static("next step", classes="label")
                yield LineInput(id="end-step")
            with Horizontal():
                yield Static("on", classes="label")
                yield LineInput(id="end-day")
            yield Static("", id="end-read", markup=False)
            yield Static("↑↓ how it went   Tab next field   Enter ends the call   Esc back to it", markup=False)

    def on_mount(self) -> None:
        self._fill()
        self.query_one("#end-step", Input).focus()

    # ── how it went ──────────────────────────────────────────────────────────────────────────────────────────

    def action_choose(self, by: int) -> None:
        """Choose another disposition; its usual next step is offered unless the rep has written one."""
        step, day = self.query_one("#end-step", LineInput), self.query_one("#end-day", LineInput)
        untouched = (step.value, day.value) == (self._offered.next_step or "", self._offered.on or "")
        self._at = (self._at + by) % len(self._names)
        if untouched:
            self._offered = self._offer(self._names[self._at])
            self._fill()
        else:
            self._show_list()

    def _offer(self, disposition: str) -> Proposal:
        """The next step and day that go with a disposition."""
        if disposition == self._proposal.disposition:
            return self._proposal
        outcome = self._words.labels.outcomes.get(disposition)
        if outcome is None:
            return Proposal(disposition)
        # A step that depends on the call is a template, worded only in the proposal: better none than half of one.
        step = outcome.next_step if outcome.next_step and "{" not in outcome.next_step else None
        day = self._today + timedelta(days=outcome.days) if outcome.days is not None else None
        return Proposal(disposition, step, day.isoformat() if day else None)

    def _fill(self) -> None:
        self.query_one("#end-step", LineInput).put(self._offered.next_step or "")
        self.query_one("#end-day", LineInput).put(self._offered.on or "")
        self._show_list()

    def _show_list(self) -> None:
        rows = []
        for nth, name in enumerate(self._names):
            chosen = nth == self._at
            text = cells.cut(naming.outcome_name(self._words, name), 30)
            rows.append(Content.assemble("▸ " if chosen else "  ", (text, "bold reverse" if chosen else "")))
        self.query_one("#end-list", Static).update(Content("\n").join(rows))

    # ── the day ──────────────────────────────────────────────────────────────────────────────────────────────

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input.id == "end-day":
            self._show_day(event.value)

    def _show_day(self, typed: str) -> date | None:
        day = read_day(typed, self._today, self._language)
        shown = self.query_one("#end-read", Static)
        if day:
            shown.update(Content(f"           {day:%A} {day.isoformat()}, {_away((day - self._today).days)}"))
        else:
            shown.update(
                Content("           no day" if not typed.strip() else "           ! no day can be read there")
            )
        return day

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        typed = self.query_one("#end-day", LineInput).value
        day = self._show_day(typed)
        if typed.strip() and day is None:
            self.query_one("#end-read", Static).update(
                Content("! No day can be read there. Write 2027-01-15 or 'in 3 months', or leave it empty.")
            )
            self.query_one("#end-day", LineInput).focus()
            return
        step = harmless(self.query_one("#end-step", LineInput).value).strip()
        self.dismiss(End(self._names[self._at], step or None, day))

    def on_click(self, event: events.Click) -> None:
        if event.widget is not None and event.widget.id == "end-list" and 0 <= event.y < len(self._names):
            self.action_choose(event.y - self._at)

    def action_leave(self) -> None:
        self.dismiss(None)


def read_day(typed: str, today: date, language: str) -> date | None:
    """The day that was typed: an ISO date, or words such as `in 3 months`. None where there is none."""
    text = typed.strip()
    if not text:
        return None
    if _ISO.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:  # 2027-02-30 is no day, and no words either
            return None
    from cuebook.understanding.read import read

    for time in read(text, language, today=today, expecting="timing").times:
        day = time.start or time.end
        if day:
            return max(day, today)
    return None


def _away(days: int) -> str:
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    return f"{days} days from now" if days > 0 else f"{-days} days ago"
