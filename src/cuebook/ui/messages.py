"""What the screens are told of moves on their way to the session."""

from __future__ import annotations

from textual.message import Message

from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.errors import BlockedError, CuebookError, MoveError


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
    """A move was not possible; the call is as it was."""

    def __init__(self, move: Move, error: MoveError) -> None:
        super().__init__()
        self.move = move
        self.error = error


class Blocked(Message):
    """The lead asked not to be called: this call may not be made."""

    def __init__(self, error: BlockedError) -> None:
        super().__init__()
        self.error = error
