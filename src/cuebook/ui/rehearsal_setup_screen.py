"""The choices before a rehearsal: who answers, about what, by which framework, how deep, with how much help."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cuebook.errors import CuebookError
from cuebook.practice.sparring import ROUNDS
from cuebook.ui import choices
from cuebook.ui.choices_screen import ChoicesScreen, field
from cuebook.ui.keys import bindings
from cuebook.ui.pick import Pick

if TYPE_CHECKING:
    from cuebook.conversation.setup import Depth, Setup
    from cuebook.desk import Desk
    from cuebook.dialogue.model import Dialogues
    from cuebook.practice.actor import Voice
    from cuebook.practice.reps import Help
    from cuebook.practice.room import Wish
    from cuebook.rehearsals import OnThePhone

ANYBODY = ""
"""The choice of a persona that the seed draws."""

WHAT = (("", "A whole call"), (str(ROUNDS), f"Objections only, {ROUNDS} of them, one after another"))

HELP = (
    ("script", "The script: what to say, and why"),
    ("hints", "Hints: what to ask about, in your words"),
    ("nothing", "Nothing: as on the phone without Cuebook"),
)


class RehearsalSetupScreen(ChoicesScreen["Wish | None"]):
    """The choices, with those of the usual call in them. Gives the rehearsal that is wished for, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rehearse")
    PLACE = "rehearse"
    NAME = "Rehearse"
    STARTS = "starts"
    DEFAULT_CSS = """
    RehearsalSetupScreen #voiced { height: auto; }
    RehearsalSetupScreen #about { height: auto; margin: 0 0 0 18; color: $text-muted; }
    RehearsalSetupScreen.-narrow #about { margin: 0 0 0 2; }
    """

    def __init__(self, desk: Desk, offered: Setup) -> None:
        super().__init__(desk, offered)
        self._people: Mapping[str, OnThePhone] = {}

    def fields(self) -> Iterable[Widget]:
        yield field("Who answers", Pick(id="persona"))
        yield Static("", id="about", markup=False)
        yield field("Framework", Pick(id="framework"), gap=True)
        yield field("Product", Pick(id="product"))
        yield field("Questions", Pick(id="depth"))
        yield field("Practise", Pick(id="what"), gap=True)
        yield field("Shown", Pick(id="help"))
        with Vertical(id="voiced"):
            yield field("Their words", Pick(id="voice"))

    def on_mount(self) -> None:
        self._voiced.display = False
        self.query_one("#persona", Pick).focus()
        self._look()

    @property
    def _voiced(self) -> Vertical:
        """The choice of a voice, which is there where somebody set one up."""
        return self.query_one("#voiced", Vertical)

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            dialogues, language, people, voice = await asyncio.to_thread(self._loaded)
        except CuebookError as error:
            self._say(str(error))
            return
        self._dialogues, self._people = dialogues, dict(people)
        self._offered = replace(self._offered, language=language)
        named = [(name, f"{each.title}") for name, each in people]
        self.query_one("#persona", Pick).offer([(ANYBODY, "Anybody: a surprise"), *named], ANYBODY)
        offered = self._offered
        self.query_one("#framework", Pick).offer(choices.frameworks(dialogues, language), offered.framework)
        self.query_one("#product", Pick).offer(choices.products(dialogues, language), offered.product)
        self.query_one("#what", Pick).offer(WHAT, WHAT[0][0])
        self.query_one("#help", Pick).offer(HELP, "script")
        if voice is not None:
            own = f"Words of their own, by {voice.model} at {voice.host}"
            self.query_one("#voice", Pick).offer((("", "The script's"), ("own", own)), "")
            self._voiced.display = True
        self._offer_depths()
        self._show_about()

    def _loaded(self) -> tuple[Dialogues, str, Sequence[tuple[str, OnThePhone]], Voice | None]:
        rehearsals = self._desk.rehearsals()
        language = rehearsals.language(self._offered.language)
        people = rehearsals.people(language, self._offered.product)
        return self._desk.dialogues(), language, people, rehearsals.voice()

    def on_pick_changed(self, event: Pick.Changed) -> None:
        if event.pick.id == "framework":
            self._offer_depths()
        elif event.pick.id == "what":
            objections = bool(self._picked("what"))
            self.query_one("#help", Pick).offer(HELP, "nothing" if objections else "script")
            self._voiced.display = not objections and self.query_one("#voice", Pick).value is not None
        elif event.pick.id == "persona":
            self._show_about()
        elif event.pick.id == "product":
            self._meet()

    @work(exclusive=True, group="meet")
    async def _meet(self) -> None:
        """Who they are depends on what is sold: at work for one product, at home for another."""
        product = self._picked("product")
        try:
            people = await asyncio.to_thread(self._desk.rehearsals().people, self._offered.language, product)
        except CuebookError:
            return  # it was told when the page was opened
        self._people = dict(people)
        pick = self.query_one("#persona", Pick)
        named = [(name, f"{each.title}") for name, each in people]
        pick.offer([(ANYBODY, "Anybody: a surprise"), *named], pick.value)
        self._show_about()

    def _show_about(self) -> None:
        who = self._people.get(self._picked("persona"))
        self.query_one("#about", Static).update(Content(who.about if who else "You learn who it is on the phone."))

    def action_start(self) -> None:
        if self._dialogues is not None:
            self.dismiss(self._wish())

    def _wish(self) -> Wish:
        from cuebook.practice import room

        setup = replace(
            self._offered,
            framework=self._picked("framework"),
            product=self._picked("product"),
            depth=cast("Depth", self._picked("depth")),
        )
        persona = self._picked("persona") or None
        rounds = int(self._picked("what") or 0)
        return room.Wish(
            setup=setup,
            persona=persona,
            help=cast("Help", self._picked("help")),
            rounds=rounds,
            voiced=bool(self._picked("voice")) and not rounds,
        )
