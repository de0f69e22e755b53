"""The choices before a new call: who is called, about what, by which framework, how deep. Enter takes them all."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from cuebook.errors import BlockedError, CuebookError, StoreError
from cuebook.settings import LONGEST
from cuebook.setups import one_line, someone
from cuebook.ui import choices
from cuebook.ui.choices_screen import ChoicesScreen, field
from cuebook.ui.keys import bindings
from cuebook.ui.pick import Pick
from cuebook.ui.widgets.found import Found

if TYPE_CHECKING:
    from cuebook.conversation.setup import Depth, Setup
    from cuebook.desk import Desk
    from cuebook.dialogue.context import Someone
    from cuebook.leads.model import Lead
    from cuebook.ui.usual import Usual

MOST_FOUND = 4
"""Leads that are offered by the letters of a name; more letters find fewer."""

PATIENCE = 1.0
"""Seconds that starting a call waits for what is known of the lead, and whether they may be called at all."""


class SetupScreen(ChoicesScreen["Setup | None"]):
    """The choices, with those `offered` in them. Gives the Setup to call with, or None.

    What is chosen is told to `usual`. `number`: the lead that is offered, as it is in the store.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("setup")
    PLACE = "setup"
    NAME = "New call"
    STARTS = "starts the call"
    DEFAULT_CSS = """
    SetupScreen Input { width: 1fr; margin-left: 2; background: $surface; }
    SetupScreen Input:focus { background: $boost; }
    """

    def __init__(self, desk: Desk, offered: Setup, usual: Usual | None = None, number: str | None = None) -> None:
        super().__init__(desk, offered)
        self._usual = usual
        self._of_store = (offered.lead.name or "", offered.lead.company or "", number) if number else None
        self._start_when_ready = False
        self._notice = ""

    def fields(self) -> Iterable[Widget]:
        usual = self._offered
        yield field("Who", _line("lead", usual.lead.name, "their name"))
        yield Found(id="setup-found")
        yield field("Company", _line("company", usual.lead.company, "where they work"))
        yield field("Framework", Pick(id="framework"), gap=True)
        yield field("Product", Pick(id="product"))
        yield field("Questions", Pick(id="depth"))
        yield field("Language", Pick(id="language"))
        yield field("Number from", _line("source", usual.source, "to tell them, if they ask"), gap=True)
        yield field("Your name", _line("rep", usual.rep.name, "asked once, then remembered"))
        yield field("Your company", _line("rep-company", usual.rep.company, "remembered too"))

    def on_mount(self) -> None:
        self.query_one("#lead", Input).focus()
        self._look()

    # ── what can be chosen ───────────────────────────────────────────────────────────────────────────────────

    @work(exclusive=True, group="dialogues")
    async def _look(self) -> None:
        try:
            dialogues = await asyncio.to_thread(self._desk.dialogues)
        except CuebookError as error:
            self._notice = str(error)
            self._say(self._notice)
            return
        languages = choices.languages(dialogues)
        if not languages:
            self._notice = "None of the dialogues can be used: there is nothing to ask. The start page tells why."
            self._say(self._notice)
            return
        self._dialogues = dialogues
        self.query_one("#language", Pick).offer(languages, self._offered.language)
        self._offer()
        self._notice = self._instead()
        self._say(self._notice)
        if self._start_when_ready:
            self.action_start()

    def _offer(self) -> None:
        """Offer what there is in the language that is chosen."""
        if self._dialogues is None:
            return
        language = self._picked("language")
        framework, product = self.query_one("#framework", Pick), self.query_one("#product", Pick)
        framework.offer(choices.frameworks(self._dialogues, language), framework.value or self._offered.framework)
        product.offer(choices.products(self._dialogues, language), product.value or self._offered.product)
        self._offer_depths()

    def _instead(self) -> str:
        """Tell what was wished for and cannot be had."""
        usual = self._offered
        wished = {"language": usual.language, "framework": usual.framework, "product": usual.product}
        return "\n".join(
            f"The {what} {name!r} cannot be used now; {self._picked(what)!r} is chosen instead."
            for what, name in wished.items()
            if name != self._picked(what)
        )

    def on_pick_changed(self, event: Pick.Changed) -> None:
        if event.pick.id == "language":
            self._offer()
        elif event.pick.id == "framework":
            self._offer_depths()

    # ── who is called ────────────────────────────────────────────────────────────────────────────────────────

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id in {"lead", "company"}:
            self._ask_whether_blocked(self._lead())
        if event.input.id == "lead":
            self._find(event.value)

    @work(exclusive=True, group="found")
    async def _find(self, typed: str) -> None:
        """Show who is known by these letters, unless it is the very one who is chosen."""
        found: Sequence[Lead] = ()
        if typed.strip() and not self._number():
            try:
                found = await asyncio.to_thread(self._desk.leads_like, typed, MOST_FOUND)
            except CuebookError:
                found = ()  # a call to somebody who is not known works all the same
        self.query_one(Found).show(found)

    def on_found_taken(self, event: Found.Taken) -> None:
        """Call this lead."""
        lead = event.lead
        who, company = self.query_one("#lead", Input), self.query_one("#company", Input)
        self._of_store = (lead.name, lead.company or "", lead.id or "")
        with self.prevent(Input.Changed):
            who.value, company.value = lead.name, lead.company or ""
        who.cursor_position = len(who.value)
        self.query_one(Found).show(())
        self._ask_whether_blocked(self._lead())

    def _number(self) -> str | None:
        """The lead as it is in the store, as long as nothing else was typed."""
        if self._of_store is None or self._of_store[:2] != (self._typed("lead"), self._typed("company")):
            return None
        return self._of_store[2]

    @work(exclusive=True, group="blocked")
    async def _ask_whether_blocked(self, lead: Someone) -> None:
        self._say(await self._why_blocked(lead) or self._notice)

    def _resolved(self, setup: Setup, number: str | None) -> Setup:
        """The choices with what is known of the lead. Raises CuebookError where they cannot be called."""
        lead = setup.lead
        if lead.name is None:
            return setup
        why = self._desk.blocked(lead)
        if why:
            raise BlockedError(why)
        return self._desk.for_lead(setup, number or ", ".join(filter(None, (lead.name, lead.company))))

    async def _why_blocked(self, lead: Someone) -> str | None:
        if lead.name is None:
            return None
        try:
            return await asyncio.to_thread(self._desk.blocked, lead)
        except CuebookError:
            return None  # the start page tells what is wrong with the store; the call itself is refused by it

    # ── starting ─────────────────────────────────────────────────────────────────────────────────────────────

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "lead" and self.query_one(Found).take():
            return
        if "enter" in self._keys["setup_start"].keys:
            self.action_start()

    @work(exclusive=True, group="start")
    async def action_start(self) -> None:
        """Give the choices, unless the lead asked not to be called."""
        if self._dialogues is None:
            self._start_when_ready = True
            self._say(self._notice or "One moment: the dialogues are being read.")
            return
        chosen = setup = self._setup()
        try:
            setup = await asyncio.wait_for(asyncio.to_thread(self._resolved, chosen, self._number()), PATIENCE)
        except (TimeoutError, StoreError):
            pass  # the call is held all the same, and the store refuses it later if it must
        except CuebookError as error:
            self._say(str(error))
            return
        if self._usual is not None:
            self._usual.remember(chosen, self._offered)
        await self._remember(setup.rep)
        self.dismiss(setup)

    async def _remember(self, rep: Someone) -> None:
        """Keep who the rep is, where the settings do not know it yet."""
        known = self._desk.settings.rep
        try:
            for key, old, new in (("name", known.name, rep.name), ("company", known.company, rep.company)):
                if old is None and new is not None and new != getattr(self._offered.rep, key):
                    await asyncio.to_thread(self._desk.remember, "rep", key, new)
        except CuebookError as error:
            self.app.notify(str(error), title="Your name is not remembered", severity="warning", markup=False)

    def _setup(self) -> Setup:
        from cuebook.conversation.setup import Setup

        return Setup(
            framework=self._picked("framework"),
            product=self._picked("product"),
            language=self._picked("language"),
            depth=cast("Depth", self._picked("depth")),
            lead=self._lead(),
            rep=someone(self._typed("rep"), self._typed("rep-company")),
            source=one_line(self._typed("source")),
        )

    def _lead(self) -> Someone:
        return someone(self._typed("lead"), self._typed("company"))

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    def action_up(self) -> None:
        if not self._among_found(-1):
            super().action_up()

    def action_down(self) -> None:
        if not self._among_found(1):
            super().action_down()

    def _among_found(self, by: int) -> bool:
        """Move among the leads that are found, where the cursor is in the line above them."""
        return self.query_one("#lead", Input).has_focus and self.query_one(Found).step(by)


def _line(name: str, value: str | None, about: str) -> Input:
    return Input(value or "", placeholder=about, id=name, max_length=LONGEST, select_on_focus=False, compact=True)
