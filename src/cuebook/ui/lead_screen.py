"""The page of a lead: who it is, what is known, and the calls, each to be looked at; one key calls them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from cuebook.errors import CuebookError
from cuebook.ui.calls_screen import cells
from cuebook.ui.keys import Keys, bindings
from cuebook.ui.rows import Column, Rows
from cuebook.ui.wanted import CallWanted, ResumeWanted

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.desk import Desk
    from cuebook.journal.rows import CallRow
    from cuebook.reports.lead_page import LeadPage
    from cuebook.ui.usual import Usual

COLUMNS = (
    Column("Date", 10, 10),
    Column("Time", 5, 5, rank=3),
    Column("Framework", 9, 12, rank=1),
    Column("Verdict", 10, 12),
    Column("Closed as", 9, 12),
    Column("Next on", 10, 10, rank=2),
    Column("Next step", 16, 60, rank=4),
)


class LeadScreen(Screen[bool]):
    """The page of the lead of this number. Gives whether a call was begun from it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("lead")
    DEFAULT_CSS = """
    LeadScreen > #lead-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    LeadScreen > VerticalScroll { height: 2fr; padding: 0 1; }
    LeadScreen > VerticalScroll:focus { background: $boost; }
    LeadScreen #lead-about { height: auto; max-width: 110; }
    LeadScreen > #lead-calls { height: auto; min-height: 3; max-height: 40%; border-top: solid $primary; }
    """

    def __init__(self, desk: Desk, number: str, usual: Usual) -> None:
        super().__init__()
        self._desk = desk
        self._keys = Keys.set_to(desk.settings.keys)
        self._number = number
        self._usual = usual
        self._page: LeadPage | None = None
        self._called = False

    def compose(self) -> ComposeResult:
        yield Static("Lead: looking it up …", id="lead-title", markup=False)
        with VerticalScroll():
            yield Static("", id="lead-about", markup=False)
        yield Rows(COLUMNS, id="lead-calls")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(Rows).border_title = "CALLS"
        self.query_one(VerticalScroll).focus()
        self._look()

    def on_screen_resume(self) -> None:
        """Look again after a call."""
        if self._page is not None:
            self._look()

    @work(exclusive=True, group="lead")
    async def _look(self) -> None:
        first = self._page is None
        try:
            self._page = page = await asyncio.to_thread(self._desk.lead_page, self._number)
            flows = (await asyncio.to_thread(self._desk.dialogues)).flows
        except CuebookError as error:
            self.query_one("#lead-title", Static).update("The lead cannot be read")
            self.query_one("#lead-about", Static).update(str(error))
            return
        from cuebook.reports.lead_page import about

        head, *told = about(page)
        self.query_one("#lead-title", Static).update(head)
        self.query_one("#lead-about", Static).update(Content("\n".join(told)))
        zone = self._desk.clock().tzinfo
        rows = self.query_one(Rows)
        rows.show([(*(shown := cells(detail.call, flows, zone))[:2], *shown[4:]) for detail in page.calls])
        rows.display = bool(page.calls)
        if first and page.calls:
            rows.focus()
        self.refresh_bindings()

    @property
    def chosen(self) -> CallRow | None:
        """The call under the cursor."""
        at = self.query_one(Rows).at if self.is_mounted else -1
        return self._page.calls[at].call if self._page and 0 <= at < len(self._page.calls) else None

    def on_rows_moved(self) -> None:
        self.refresh_bindings()

    def on_rows_chosen(self) -> None:
        from cuebook.ui.summary_screen import show_summary

        if self.chosen is not None:
            self.run_worker(show_summary(self, self._desk, self.chosen), group="summary", exclusive=True)

    # ── calling ──────────────────────────────────────────────────────────────────────────────────────────────

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's)
        if action == "call":
            return True if self._page and self._page.lead.do_not_call_at is None else None
        if action == "resume":
            return True if self.chosen and self.chosen.open else None
        return True

    def action_call(self) -> None:
        """Choose how they are called; what is known of them is chosen already."""
        if self._page is not None:
            from cuebook.setups import next_setup
            from cuebook.ui.setup_screen import SetupScreen

            offered = next_setup(self._page, self._usual.setup)
            self.app.push_screen(SetupScreen(self._desk, offered, self._usual, self._number), self._begin)

    def _begin(self, setup: Setup | None) -> None:
        if setup is not None:
            self._called = True
            self.post_message(CallWanted(setup))

    def action_resume(self) -> None:
        if self.chosen and self.chosen.open:
            self._called = True
            self.post_message(ResumeWanted(self.chosen.id))

    # ── help and leaving ─────────────────────────────────────────────────────────────────────────────────────

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys.at("lead", "rows"), "lead"))

    def action_leave(self) -> None:
        self.dismiss(self._called)
