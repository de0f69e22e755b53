"""Leads: everybody in the order of who is worth the next call, and why; found by typing, called, imported."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work

from cuebook.errors import CuebookError
from cuebook.ui.keys import bindings
from cuebook.ui.list_screen import Line, ListScreen
from cuebook.ui.rows import Column
from cuebook.ui.wanted import CallWanted

if TYPE_CHECKING:
    from textual.binding import BindingType

    from cuebook.conversation.setup import Setup
    from cuebook.desk import Desk
    from cuebook.leads.ranking import Worth
    from cuebook.ui.usual import Usual

COLUMNS = (
    Column("", 4, 4),
    Column("Score", 5, 5, rank=2),
    Column("Lead", 14, 26),
    Column("Company", 10, 26, rank=1),
    Column("Kind", 11, 11, rank=3),
    Column("Why", 16, 90),
)


class LeadsScreen(ListScreen["Worth", None]):
    """All leads, those first who are worth a call now."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("leads")
    PLACE = "leads"
    NAME = "Leads"
    THING = "lead"
    COLUMNS = COLUMNS
    ABOUT = "part of a name or a company"

    def __init__(self, desk: Desk, usual: Usual) -> None:
        super().__init__(desk)
        self._usual = usual
        self._stale = self._begun = False

    def on_screen_suspend(self) -> None:
        """Something is shown over this page: perhaps the call that was begun here."""
        self._stale = self._stale or self._begun
        self._begun = False

    def on_screen_resume(self) -> None:
        """Look again after a call: it may have changed who is worth the next one."""
        if self._stale:
            self._stale = False
            self.look()

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    def lines(self) -> tuple[Line[Worth], ...]:
        today = f"{self._desk.clock():%Y-%m-%d}"
        worth, rest = self._desk.leads()
        return tuple(line_of(one, today) for one in (*worth, *rest))

    def heading(self, shown: int, of: int, *, finding: bool) -> str:
        if not of:
            return "No leads yet"
        worth = sum(line.item.score is not None for line in self._all)
        found = f"{shown:,} of {of:,} found" if finding else f"{of:,}"
        return f"Leads: {found} · {worth:,} worth a call now"

    def nothing(self) -> str:
        key = self._keys.shown("leads_import")
        return (
            f"{key} imports a list: separated values (.csv) of any program, or vCards (.vcf). "
            "In a shell: cuebook leads import FILE.csv"
        )

    def in_full(self, line: Line[Worth]) -> str:
        lead = line.item.case.lead
        known = (lead.id, lead.name, lead.company if lead.company != lead.name else None, lead.kind, lead.phone)
        score = "" if line.item.score is None else f"{line.item.score}: "
        return f"{' · '.join(part for part in known if part)}\n{score}{'; '.join(line.item.reasons)}"

    # ── what is done with a lead ─────────────────────────────────────────────────────────────────────────────

    def open(self) -> None:
        """Show the page of the lead under the cursor."""
        if self.chosen is not None:
            from cuebook.ui.lead_screen import LeadScreen

            screen = LeadScreen(self._desk, self.chosen.case.lead.id or "", self._usual)
            self.app.push_screen(screen, self._left)

    def _left(self, called: bool | None) -> None:
        if called:
            self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's)
        if action == "call":
            chosen = self.chosen
            return True if chosen and chosen.case.lead.do_not_call_at is None else None
        return True

    @work(exclusive=True, group="call")
    async def action_call(self) -> None:
        """Choose how the lead under the cursor is called."""
        if self.chosen is None:
            return
        from cuebook.setups import next_setup
        from cuebook.ui.setup_screen import SetupScreen

        number = self.chosen.case.lead.id or ""
        try:
            page = await asyncio.to_thread(self._desk.lead_page, number)
        except CuebookError as error:
            self.notify(str(error), title="No call", severity="error", markup=False)
            return
        offered = next_setup(page, self._usual.setup)
        self.app.push_screen(SetupScreen(self._desk, offered, self._usual, number), self._begin)

    def _begin(self, setup: Setup | None) -> None:
        if setup is not None:
            self._begun = True
            self.post_message(CallWanted(setup))

    # ── lists in and out ─────────────────────────────────────────────────────────────────────────────────────

    def action_import(self) -> None:
        from cuebook.ui.ask_path import AskFile

        question = "Import leads from a list (.csv, of any program) or vCards (.vcf)"
        self.app.push_screen(AskFile(question, self._desk.home), self._import_from)

    def _import_from(self, path: Path | None) -> None:
        if path is not None:
            self._import(path)

    @work(exclusive=True, group="import")
    async def _import(self, path: Path) -> None:
        from cuebook.reports.leads import imported, refused
        from cuebook.ui.summary_screen import SummaryScreen

        self.title_is(f"Leads: importing {path.name} …")
        try:
            found, kept = await asyncio.to_thread(self._desk.import_leads, path)
        except CuebookError as error:
            self.title_is(self.heading(len(self._shown), len(self._all), finding=False))
            self.notify(str(error), title="Not imported", severity="error", markup=False)
            return
        new = sum(one.new for one in kept)
        told = [imported(found, new, len(kept) - new), "", *refused(path.name, found)]
        self._stale = True
        name = f"{path.stem}-imported.txt"
        self.app.push_screen(
            SummaryScreen("\n".join(told).strip(), f"Imported {path.name}", self._desk.home / name)
        )

    def action_export(self) -> None:
        question = "Export every lead to a file ending in .csv, as HubSpot and Salesforce import it"
        self.export(question, "leads.csv", self._desk.export_leads)


def line_of(one: Worth, today: str) -> Line[Worth]:
    """A lead as the columns show it. `today` as ISO text."""
    lead = one.case.lead
    company = lead.company if lead.company and lead.company != lead.name else "–"
    cells = (
        mark(one, today),
        "–" if one.score is None else str(one.score),
        lead.name,
        company,
        lead.kind,
        "; ".join(one.reasons),
    )
    return Line(lead.id or "", one, cells, f"{lead.name} {lead.company or ''}".casefold())


def mark(one: Worth, today: str) -> str:
    """What is to be seen first: not to be called, a call back that is due, a call that was not ended."""
    lead = one.case.lead
    if lead.do_not_call_at is not None:
        return "✗ no"
    if lead.next_on is not None and f"{lead.next_on}" <= today:
        return "due"
    return "open" if one.case.open else ""
