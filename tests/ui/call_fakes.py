"""A call on the screen with everything real but the store: that one fails, waits and tells as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tests.conftest import NOW
from tests.ui.desk_fakes import Fakes, seen, settled
from textual.pilot import Pilot

from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.conversation.setup import Setup
from cuebook.desk import Desk
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import Dialogues
from cuebook.errors import BlockedError, StoreError
from cuebook.session import Session
from cuebook.settings import Settings
from cuebook.ui.app import CuebookApp
from cuebook.ui.call_screen import CallScreen
from cuebook.ui.widgets.call_line import CallLine
from cuebook.ui.widgets.conversation import Conversation

if TYPE_CHECKING:
    from cuebook.journal.journal import Journal

ANNA = Someone(name="Anna Berg", first_name="Anna", company="Nordvik AS")
SIZE = (120, 40)
FULL = StoreError("The disk is full.", "Make room.")


@dataclass
class FakeStore:
    """A journal that keeps turns in a list. `fails` with an error; opens once `gate` is set."""

    fails: StoreError | None = None
    blocks: BlockedError | None = None
    cannot_open: StoreError | None = None
    gate: threading.Event | None = None
    kept: list[Turn] = field(default_factory=list)
    opened: int = 0

    def open(self) -> Journal:
        """Open, when the gate does."""
        self.opened += 1
        if self.gate is not None:
            assert self.gate.wait(10), "the test never opened the gate"
        if self.cannot_open:
            raise self.cannot_open
        return cast("Journal", self)

    def begin(self, _setup: Setup, first: Turn, _digest: str) -> str:
        """Take a call."""
        if self.blocks:
            raise self.blocks
        self.append("1", [first])
        return "1"

    def append(self, _call: str, turns: Sequence[Turn]) -> None:
        """Take turns."""
        if self.fails:
            raise self.fails
        self.kept += turns


@dataclass
class Call:
    """An app that opens on a call, and short ways to look at it."""

    app: CuebookApp
    session: Session
    store: FakeStore

    @property
    def screen(self) -> CallScreen:
        """The call screen, whatever is on top of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, CallScreen))

    @property
    def line(self) -> CallLine:
        return self.screen.query_one(CallLine)

    @property
    def conversation(self) -> Conversation:
        return self.screen.query_one(Conversation)

    @property
    def typed(self) -> str:
        """What is in the input line."""
        return self.line.input.value

    @property
    def seen(self) -> str:
        return seen(self.app)

    async def type(self, pilot: Pilot[None], text: str, *keys: str) -> None:
        """Type text, then press keys, and wait until all of it is taken."""
        await pilot.press(*("space" if char == " " else "slash" if char == "/" else char for char in text), *keys)
        await settled(pilot)

    async def hear(self, pilot: Pilot[None], text: str) -> None:
        """Have the prospect say something, whatever characters it has."""
        self.line.input.put(text)
        await self.press(pilot, "enter")

    async def press(self, pilot: Pilot[None], *keys: str) -> None:
        """Press keys, and wait until all of it is taken."""
        await pilot.press(*keys)
        await settled(pilot)


Make = Callable[..., Call]
"""Gives a call to Anna Berg, with what `on_call` takes."""


def last(call: Call) -> Move | None:
    """The last move that was taken."""
    return call.session.turn.move


def on_call(
    dialogues: Dialogues,
    home: Path,
    *,
    store: FakeStore | None = None,
    setup: Setup | None = None,
    settings: Settings | None = None,
    guess: Callable[[str, str], tuple[str, ...]] | None = None,
) -> Call:
    """A call to Anna Berg of Nordvik AS, about to be shown."""
    store = store or FakeStore()
    session = Session.start(setup or Setup(lead=ANNA), dialogues, lambda: NOW)
    fakes = Fakes(home=home, settings=settings or Settings(), dialogues=dialogues)
    desk = replace(with_store(fakes.desk(), store), guess=guess)
    return Call(CuebookApp(desk, session), session, store)


def with_store(desk: Desk, store: FakeStore) -> Desk:
    """A desk that opens this store."""
    return replace(desk, open_journal=store.open, clock=lambda: NOW)
