"""The seam: the one object that the command line, the screens and practice talk to.

A session takes moves and gives turns. It adds the journal to the walk of `conversation/turn.py`: a turn is on
disk before it is handed out.
"""

from __future__ import annotations

from cuebook.clock import Clock
from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.errors import StoreError
from cuebook.journal.journal import Journal


class Session:
    """A call under way.

    `turn` is the turn that stands, `turns` all of them in order. `call` is its id in the store, None until the
    store has taken it. `trouble` is why the store did not take the last turns, and `unsaved` counts those.
    """

    call: str | None
    setup: Setup
    turn: Turn
    turns: list[Turn]
    trouble: StoreError | None
    unsaved: int

    @classmethod
    def start(cls, setup: Setup, dialogues: Dialogues, clock: Clock) -> Session:
        """A new call at turn 0, in memory only until `attach`. Raises UsageError for an unknown choice."""

    @classmethod
    def resume(cls, call: str, dialogues: Dialogues, clock: Clock, journal: Journal) -> Session:
        """A call from the store, at the turn that it had. Raises UsageError where there is no such call."""

    def attach(self, journal: Journal) -> None:
        """Write what has happened so far, and from now on every turn. Raises BlockedError, StoreError."""

    def take(self, move: Move, *, must_save: bool = True) -> Turn:
        """Take a move: MoveError changes nothing; with `must_save`, neither does StoreError.

        Without `must_save` the call goes on in memory when the store fails, and `trouble` says why; every later
        move tries again to write all that is missing.
        """
