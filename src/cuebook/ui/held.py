"""What the call screen shows and sends moves to: a live call, or a rehearsal of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from cuebook.conversation.moves import Hear, Move
from cuebook.conversation.record import Turn
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues, Objection, Words
from cuebook.errors import CuebookError

if TYPE_CHECKING:
    from cuebook.journal.journal import Journal
    from cuebook.practice.room import Room


class Held(Protocol):
    """A call that is held: what `Session` says of each of these."""

    @property
    def setup(self) -> Setup:
        """The choices that it was begun with."""

    @property
    def call(self) -> str | None:
        """Its id in the store, None while it has none."""

    @property
    def turns(self) -> Sequence[Turn]:
        """All turns in order."""

    @property
    def turn(self) -> Turn:
        """The turn that stands."""

    @property
    def changed(self) -> bool:
        """Whether the dialogues are not the ones that it was begun with."""

    @property
    def trouble(self) -> CuebookError | None:
        """Why the last turns are not on disk."""

    @property
    def unsaved(self) -> int:
        """How many turns are only in memory."""

    @property
    def words(self) -> Words:
        """The wording in use."""

    @property
    def objections(self) -> Mapping[str, Objection]:
        """The catalogue in use."""

    def heard(self, line: int | None = None) -> Turn | None:
        """The turn of a line that the prospect said; of the last one by default."""

    def prepare(self) -> None:
        """Load what the first answer needs."""

    def attach(self, journal: Journal) -> None:
        """Write every turn from now on."""

    def take(self, move: Move, *, must_save: bool = True) -> Turn:
        """Take a move."""

    def reread(self, dialogues: Dialogues) -> int | None:
        """Take the call anew over other dialogues."""


class Spoken:
    """A rehearsal, held as a call is: what is typed is what the rep says, and the prospect answers."""

    changed = False

    def __init__(self, room: Room) -> None:
        self.room = room

    @property
    def setup(self) -> Setup:
        return self.room.setup

    @property
    def call(self) -> str | None:
        return self.room.keeping.number

    @property
    def trouble(self) -> CuebookError | None:
        return self.room.keeping.trouble

    @property
    def unsaved(self) -> int:
        return len(self.room.rehearsal.exchanges) if self.trouble else 0

    @property
    def turns(self) -> Sequence[Turn]:
        return self.room.turns

    @property
    def turn(self) -> Turn:
        return self.room.turn

    @property
    def words(self) -> Words:
        return self.room.words

    @property
    def objections(self) -> Mapping[str, Objection]:
        return self.room.objections

    def heard(self, line: int | None = None) -> Turn | None:
        return self.room.heard(line)

    def prepare(self) -> None:
        self.room.prepare()

    def attach(self, journal: Journal) -> None:
        """Do nothing: the room keeps itself. The store is open now, so that the first line need not wait."""

    def take(self, move: Move, *, must_save: bool = True) -> Turn:  # noqa: ARG002  it goes on whatever fails
        from cuebook.practice.room import Say

        return self.room.take(Say(move.text) if isinstance(move, Hear) else move)

    def reread(self, dialogues: Dialogues) -> int | None:
        return self.room.reread(dialogues)
