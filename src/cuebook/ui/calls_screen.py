"""Past calls: found by typing, read, resumed, exported."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from cuebook.errors import CuebookError
from cuebook.ui.rows import Column, Rows

if TYPE_CHECKING:
    from cuebook.desk import Desk
    from cuebook.journal.rows import CallRow

COLUMNS = (
    Column("Date", 10, 10),
    Column("Time", 5, 5, rank=6),
    Column("Lead", 10, 28),
    Column("Company", 10, 28, rank=1),
    Column("Framework", 9, 12, rank=3),
    Column("Verdict", 10, 12, rank=2),
    Column("Closed as", 9, 12),
    Column("Next on", 10, 10, rank=4),
    Column("Next step", 16, 60, rank=5),
)


ABOUT = "/ finds: type part of a name, a company, an outcome, a date"


@dataclass(frozen=True, slots=True)
class _Line:
    """A call, as the columns show it and as it is looked through: made once, since every key filters them all."""

    row: CallRow
    cells: tuple[str, ...]
    sought: str


class CallsScreen(Screen[str | None]):
    """All calls, newest first. Gives the call to resume, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "summary", "Summary", show=False),
        Binding("slash", "filter", "Find"),
        Binding("down", "to_list", "To the list", show=False),
        Binding("r", "resume", "Resume"),
        Binding("e", "export", "Export all"),
        Binding("escape", "leave", "Back"),
        Binding("q", "leave", "Back", show=False),
    ]
    DEFAULT_CSS = """
    CallsScreen > #calls-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    CallsScreen > Input { margin: 0 1; background: $boost; }
    CallsScreen > #calls-one { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: tuple[_Line, ...] = ()
        self._shown: tuple[_Line, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static("Past calls: looking them up …", id="calls-title", markup=False)
        yield Input(placeholder=ABOUT, id="calls-filter", compact=True)
        yield Rows(COLUMNS, id="calls")
        yield Static("", id="calls-one", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self._look()

    @work(exclusive=True, group="calls")
    async def _look(self) -> None:
        try:
            self._all = await asyncio.to_thread(self._lines)
        except CuebookError as error:
            self.query_one("#calls-title", Static).update("The calls cannot be read")
            self.query_one("#calls-one", Static).update(str(error))
            return
        self._narrow(self.query_one(Input).value)

    def _lines(self) -> tuple[_Line, ...]:
        zone = self._desk.clock().tzinfo
        lines = ((row, cells(row, zone)) for row in self._desk.calls(None))
        return tuple(_Line(row, shown, " ".join(shown).casefold()) for row, shown in lines)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self._shown = tuple(line for line in self._all if all(word in line.sought for word in wanted))
        number = f"{len(self._shown):,} of {len(self._all):,}" if wanted else f"{len(self._all):,}"
        self.query_one("#calls-title", Static).update(f"Past calls: {number}" if self._all else "No calls yet")
        self.query_one(Rows).show([line.cells for line in self._shown])

    @property
    def chosen(self) -> CallRow | None:
        """The call under the cursor."""
        line = self._chosen()
        return line.row if line else None

    def _chosen(self) -> _Line | None:
        at = self.query_one(Rows).at
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def on_rows_moved(self) -> None:
        line = self._chosen()
        self.query_one("#calls-one", Static).update(in_full(line.cells) if line else "")
        self.refresh_bindings()

    def on_rows_chosen(self) -> None:
        self.action_summary()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        self.action_summary()

    def action_filter(self) -> None:
        self.query_one(Input).focus()

    def action_to_list(self) -> None:
        self.query_one(Rows).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's)
        if action == "resume":
            row = self.chosen if self.is_mounted else None
            return True if row and row.open else None
        return True

    def action_resume(self) -> None:
        row = self.chosen
        if row and row.open:
            self.dismiss(row.id)

    @work(exclusive=True, group="summary")
    async def action_summary(self) -> None:
        """Show the summary of the call under the cursor."""
        row = self.chosen
        if row is None:
            return
        try:
            text = await asyncio.to_thread(self._desk.summary, row.id, "text")
        except CuebookError as error:
            self.notify(str(error), title="No summary", severity="error", markup=False)
            return
        from cuebook.ui.summary_screen import SummaryScreen

        begun = row.started.astimezone(self._desk.clock().tzinfo)
        title = " · ".join(part for part in (row.lead, row.company, f"{begun:%Y-%m-%d %H:%M}") if part)
        self.app.push_screen(SummaryScreen(text, title, self._desk.home / f"call-{row.id}.txt"))

    def action_export(self) -> None:
        from cuebook.ui.ask_path import AskPath

        question = "Export every call to a file ending in .csv or .jsonl"
        self.app.push_screen(AskPath(question, self._desk.home / "calls.csv"), self._export_to)

    def _export_to(self, path: Path | None) -> None:
        if path is not None:
            self._export(path)

    @work(exclusive=True, group="export")
    async def _export(self, path: Path) -> None:
        try:
            number = await asyncio.to_thread(self._desk.export, path)
        except CuebookError as error:
            self.notify(str(error), title="Not exported", severity="error", markup=False)
        else:
            self.notify(f"{number:,} call{'s' * (number != 1)} written to {path}", markup=False)

    def action_leave(self) -> None:
        """From the filter back to the whole list, from there out."""
        if isinstance(self.focused, Input):
            self.query_one(Input).value = ""
            self.query_one(Rows).focus()
        else:
            self.dismiss(None)


def cells(row: CallRow, zone: tzinfo | None) -> tuple[str, ...]:
    """A call as the columns show it, its time as it was in `zone`."""
    started = row.started.astimezone(zone)
    return (
        f"{started:%Y-%m-%d}",
        f"{started:%H:%M}",
        row.lead or "–",
        row.company or "–",
        row.framework.upper(),
        _spaced(row.verdict),
        "open" if row.open else _spaced(row.disposition or "ended"),
        f"{row.next_on}" if row.next_on else "",
        row.next_step or "",
    )


def in_full(cells: Sequence[str]) -> str:
    """The cells of a call with everything that the columns may have had no room for."""
    date, time, lead, company, framework, verdict, closed, on, step = cells
    known = " · ".join((f"{date} {time}", lead, company, framework, verdict, closed))
    after = ": ".join(part for part in (on, step) if part)
    return f"{known}\nNext: {after}" if after else known


def _spaced(name: str) -> str:
    return name.replace("_", " ")
