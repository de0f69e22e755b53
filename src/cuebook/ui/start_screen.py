"""The start page: a new call, the open ones, the past ones, the dialogues. There before anything is loaded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cuebook.dialogue.naming import framework_name
from cuebook.errors import CuebookError
from cuebook.ui.keys import Keys, bindings
from cuebook.ui.usual import Usual
from cuebook.ui.wanted import CallWanted, RehearsalWanted, ResumeWanted

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.desk import Desk
    from cuebook.dialogue.model import Flow
    from cuebook.journal.rows import CallRow
    from cuebook.practice.room import Wish

NAMED = 5
"""Open calls that are named here; the others are among the past calls."""

LOOKED_AT = 200
"""Calls, the newest, among which open ones are looked for: all of many thousands would take time from the keys."""


class StartScreen(Screen[None]):
    """What a rep sees first. Asks the app for a call by message; all else it opens itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("start"),
        *(Binding(str(at + 1), f"resume_nth({at})", f"Resume {at + 1}", show=False) for at in range(NAMED)),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (12, "-high")]  # noqa: RUF012 (Textual declares it so)
    DEFAULT_CSS = """
    StartScreen > #start-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    StartScreen > #start-about { height: 3; padding: 1 3; color: $text-muted; text-wrap: nowrap;
        text-overflow: ellipsis; }
    StartScreen > OptionList { height: 1fr; min-height: 2; max-width: 110; border: none; padding: 0 1;
        background: transparent; text-wrap: nowrap; text-overflow: ellipsis; }
    StartScreen > OptionList:focus { border: none; }
    StartScreen > OptionList > .option-list--option-highlighted { text-style: bold; }
    StartScreen > #start-trouble { height: auto; max-height: 50%; padding: 0 3; }
    StartScreen.-short > #start-about { display: none; }
    StartScreen.-short > #start-trouble { max-height: 1; padding: 0 1; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._keys = Keys.set_to(desk.settings.keys).at("start")
        self._open: tuple[CallRow, ...] = ()
        self._flows: Mapping[str, Flow] = {}
        self._usual = Usual(desk.settings)
        self._faults: str = "…"
        self._due = 0
        self._troubles: dict[str, str] = {}
        self._looked = False
        self._checked = False

    def compose(self) -> ComposeResult:
        yield Static(f"Cuebook · {self._desk.clock():%Y-%m-%d}", id="start-title", markup=False)
        yield Static("What to ask, why, and what the answers prove.", id="start-about", markup=False)
        yield OptionList(id="start")
        yield Static("", id="start-trouble", markup=False)

    def on_mount(self) -> None:
        self._fill()
        self.query_one(OptionList).focus()
        self.call_after_refresh(self._look)  # nothing is loaded before this page has been painted

    def on_screen_resume(self) -> None:
        """Look again after a call: it may be open, or no longer."""
        if self._looked:
            self._look()

    def on_screen_suspend(self) -> None:
        """Leave the check for later when a call is begun at once: it would take time from the keys typed there."""
        self.workers.cancel_group(self, "look")

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        self._looked = True
        try:
            calls = await asyncio.to_thread(self._desk.calls, LOOKED_AT)
            self._open = tuple(row for row in calls if row.open)[:NAMED]
            if self._open:
                self._flows = (await asyncio.to_thread(self._desk.dialogues)).flows
            self._trouble("store", "")
        except CuebookError as error:
            advice = "A new call works all the same; it is kept in memory until the store is back."
            self._trouble("store", f"{error}\n{advice}")
        self._fill()
        with suppress(CuebookError):  # told already, where it matters: the store, the faults of the dialogues
            self._due = await asyncio.to_thread(self._desk.due)
        self._fill()
        if self._checked:
            return
        try:
            number = len(await asyncio.to_thread(self._desk.faults))
            self._faults = f"{number} fault{'s' * (number != 1)}" if number else ""
            self._trouble(
                "dialogues",
                f"The dialogues have faults: {self._keys.shown('start_dialogues')} shows them." if number else "",
            )
            self._checked = True
        except CuebookError as error:
            self._faults = "cannot be read"
            self._trouble("dialogues", str(error))
        self._fill()

    def _trouble(self, what: str, text: str) -> None:
        self._troubles[what] = text
        self.query_one("#start-trouble", Static).update("\n".join(filter(None, self._troubles.values())))

    def _fill(self) -> None:
        """Show the list as it is now, with the same entry under the cursor as before."""
        view = self.query_one(OptionList)
        at = view.highlighted
        before = view.get_option_at_index(at).id if at is not None else "new_call"
        entries = list(self._entries())
        view.clear_options()
        view.add_options([Option(Content(f"{key}  {label}"), id=name) for name, key, label in entries])
        names = [name for name, _, _ in entries]
        view.highlighted = names.index(before) if before in names else 0

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        """Give every entry as (id, key, label)."""
        now = self._desk.clock()
        yield self._entry("new_call", "New call")
        for at, row in enumerate(self._open):
            framework = framework_name(self._flows, row.framework)
            known = (row.lead or "nobody named", row.company, framework, when(row.started, now))
            told = f"Resume {' · '.join(part for part in known if part)}"
            yield f"resume_nth-{at}", str(at + 1), told
        yield self._entry("leads", "Leads")
        yield self._entry("rehearse", "Rehearse")
        yield self._entry("rehearsals", "Your rehearsals")
        yield self._entry("train", f"Train  {self._due} due" if self._due else "Train")
        yield self._entry("calls", "Past calls")
        yield self._entry("dialogues", f"Dialogues  {self._faults}".rstrip())
        yield self._entry("help", "Help")
        yield self._entry("quit", "Quit")

    def _entry(self, name: str, label: str) -> tuple[str, str, str]:
        return name, self._keys.shown(f"start_{name}"), label

    # ── what is chosen ───────────────────────────────────────────────────────────────────────────────────────

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        name, _, at = (event.option.id or "").partition("-")
        await self.run_action(f"{name}({at})" if at else name)

    def action_new_call(self) -> None:
        from cuebook.ui.setup_screen import SetupScreen

        self.app.push_screen(SetupScreen(self._desk, self._usual.setup, self._usual), self._begin)

    def _begin(self, setup: Setup | None) -> None:
        if setup is not None:
            self.post_message(CallWanted(setup))

    def action_resume(self) -> None:
        self.action_resume_nth(0)

    def action_resume_nth(self, at: int) -> None:
        if at < len(self._open):
            self.post_message(ResumeWanted(self._open[at].id))

    def action_rehearse(self) -> None:
        from cuebook.ui.rehearsal_setup_screen import RehearsalSetupScreen

        self.app.push_screen(RehearsalSetupScreen(self._desk, self._usual.setup), self._rehearse)

    def _rehearse(self, wish: Wish | None) -> None:
        if wish is not None:
            self.post_message(RehearsalWanted(wish))

    def action_rehearsals(self) -> None:
        from cuebook.ui.rehearsals_screen import RehearsalsScreen

        self.app.push_screen(RehearsalsScreen(self._desk))

    def action_leads(self) -> None:
        from cuebook.ui.leads_screen import LeadsScreen

        self.app.push_screen(LeadsScreen(self._desk, self._usual))

    def action_train(self) -> None:
        from cuebook.ui.train_screen import TrainScreen

        self.app.push_screen(TrainScreen(self._desk, self._desk.train))

    def action_calls(self) -> None:
        from cuebook.ui.calls_screen import CallsScreen

        self.app.push_screen(CallsScreen(self._desk), self._resume)

    def _resume(self, call: str | None) -> None:
        if call is not None:
            self.post_message(ResumeWanted(call))

    def action_dialogues(self) -> None:
        from cuebook.ui.dialogues_screen import DialoguesScreen

        self._checked = False  # whoever looks there may be mending them
        self.app.push_screen(DialoguesScreen(self._desk))

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys, "start"))

    def action_quit(self) -> None:
        self.app.exit()


def when(at: datetime, now: datetime) -> str:
    """The time of a call, the shorter the nearer it is."""
    days = (now.date() - at.astimezone(now.tzinfo).date()).days
    local = at.astimezone(now.tzinfo)
    if days in (0, 1):
        return f"{'today' if days == 0 else 'yesterday'} {local:%H:%M}"
    return f"{local:%Y-%m-%d %H:%M}"
