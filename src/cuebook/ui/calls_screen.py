"""Past calls: found by typing, read, resumed, exported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, ClassVar

from cuebook.dialogue.naming import framework_name
from cuebook.ui.keys import bindings
from cuebook.ui.list_screen import Line, ListScreen
from cuebook.ui.rows import Column

if TYPE_CHECKING:
    from textual.binding import BindingType

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
    NAME = "Past calls"
    THING = "call"
    COLUMNS = COLUMNS
    ABOUT = "part of a name, a company, an outcome, a date"

    def lines(self) -> tuple[Line[CallRow], ...]:
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
        question = "Export every call to a file ending in .csv or .jsonl"
        self.export(question, "calls.csv", self._desk.export)


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
