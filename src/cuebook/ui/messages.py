"""What the screens are told of moves on their way to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.errors import BlockedError, CuebookError

if TYPE_CHECKING:
    from cuebook.dialogue.watching import Seen


class Opened(Message):
    """The store is there and has the call, or `trouble` says why not. `unsaved` turns are only in memory."""

    def __init__(self, trouble: CuebookError | None, unsaved: int) -> None:
        super().__init__()
        self.trouble = trouble
        self.unsaved = unsaved


class Taken(Message):
    """A move gave a turn; `trouble` says why it is not on disk, if it is not."""

    def __init__(self, move: Move, turn: Turn, trouble: CuebookError | None, unsaved: int) -> None:
        super().__init__()
        self.move = move
        self.turn = turn
        self.trouble = trouble
        self.unsaved = unsaved


class Refused(Message):
    """A move was not possible, or what is to be said after it cannot be said; the call is as it was."""

    def __init__(self, move: Move, error: CuebookError) -> None:
        super().__init__()
        self.move = move
        self.error = error


class Blocked(Message):
    """The lead asked not to be called: this call may not be made."""

    def __init__(self, error: BlockedError) -> None:
        super().__init__()
        self.error = error


class Looked(Message):
    """The dialogues were changed by somebody, and this is what they are now."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen


class Reread(Message):
    """The call was taken anew over other dialogues, but for `passed_over` moves that they do not allow.

    `error`: they cannot be used for this call, which goes on with those that it had.
    """

    def __init__(self, passed_over: int, error: CuebookError | None = None) -> None:
        super().__init__()
        self.passed_over = passed_over
        self.error = error
