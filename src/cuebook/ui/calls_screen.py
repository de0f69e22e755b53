"""Past calls: found by typing, read, resumed, exported."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work

from cuebook.dialogue.naming import framework_name
from cuebook.errors import CuebookError
from cuebook.ui.keys import Keys, bindings
from cuebook.ui.list_screen import Line, ListScreen
from cuebook.ui.rows import Column

if TYPE_CHECKING:
    from textual.binding import BindingType

    from cuebook.desk import Desk
    from cuebook.dialogue.model import Flow
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


class CallsScreen(ListScreen["CallRow", "str | None"]):
    """All calls, newest first. Gives the call to resume, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("calls")
    PLACE = "calls"
    COLUMNS = COLUMNS
    ABOUT = "part of a name, a company, an outcome, a date"

    def __init__(self, desk: Desk) -> None:
        super().__init__(Keys.set_to(desk.settings.keys))
        self._desk = desk

    def on_mount(self) -> None:
        super().on_mount()
        self.title_is("Past calls: looking them up …")
        self._look()

    @work(exclusive=True, group="calls")
    async def _look(self) -> None:
        try:
            self.list_all(await asyncio.to_thread(self._lines))
        except CuebookError as error:
            self.tell_trouble("The calls cannot be read", str(error))

    def _lines(self) -> tuple[Line[CallRow], ...]:
        zone = self._desk.clock().tzinfo
        flows = self._desk.dialogues().flows
        lines = ((row, cells(row, flows, zone)) for row in self._desk.calls(None))
        return tuple(Line(row.id, row, shown, " ".join(shown).casefold()) for row, shown in lines)

    def heading(self, shown: int, of: int, *, finding: bool) -> str:
        if not of:
            return "No calls yet"
        return f"Past calls: {shown:,} of {of:,}" if finding else f"Past calls: {of:,}"

    def in_full(self, line: Line[CallRow]) -> str:
        return in_full(line.cells)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's)
        if action == "resume":
            row = self.chosen
            return True if row and row.open else None
        return True

    def action_resume(self) -> None:
        row = self.chosen
        if row and row.open:
            self.dismiss(row.id)

    def open(self) -> None:
        """Show the summary of the call under the cursor."""
        from cuebook.ui.summary_screen import show_summary

        if self.chosen is not None:
            self.run_worker(show_summary(self, self._desk, self.chosen), group="summary", exclusive=True)

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


def cells(row: CallRow, flows: Mapping[str, Flow], zone: tzinfo | None) -> tuple[str, ...]:
    """A call as the columns show it, its time as it was in `zone`."""
    started = row.started.astimezone(zone)
    return (
        f"{started:%Y-%m-%d}",
        f"{started:%H:%M}",
        row.lead or "–",
        row.company or "–",
        framework_name(flows, row.framework),
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
