"""Moves on their way to the session: one after the other, in a thread, in the order they were typed."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from cuebook.conversation.moves import Move
from cuebook.errors import BlockedError, CuebookError, DialogueError, MoveError, UsageError
from cuebook.ui.held import Held
from cuebook.ui.messages import Blocked, Opened, Refused, Reread, Taken

if TYPE_CHECKING:
    from cuebook.dialogue.model import Dialogues
    from cuebook.journal.journal import Journal


class Taking:
    """Takes moves while the screen stays free.

    Reading a line, and above all writing it to disk, may take its time; so both run in a thread and what they
    gave is told by `tell`. `waiting` are the moves that are not yet on disk. The store is opened first: its
    imports alone take longer than the first cue may.
    """

    def __init__(
        self, session: Held, open_store: Callable[[], Journal] | None, tell: Callable[[Message], object]
    ) -> None:
        self.waiting: deque[Move] = deque()
        self._session = session
        self._open_store = open_store
        self._tell = tell
        self._to_open = open_store is not None and session.call is None
        self._fresh: Dialogues | None = None
        self._running = False
        self._trouble: CuebookError | None = None
        self.blocked = False

    def add(self, move: Move) -> None:
        """Put a move at the end of the queue; `run` must be under way or be started."""
        self.waiting.append(move)

    def reread(self, dialogues: Dialogues) -> None:
        """Go on with these dialogues, before the next move; `run` must be under way or be started."""
        self._fresh = dialogues

    def save_again(self) -> None:
        """Open the store again, and write all that is missing, before the next move."""
        self._to_open = self._open_store is not None

    async def run(self) -> None:
        """Open the store if it is not, then take every move that waits. Does nothing when it runs already."""
        if self._running:
            return
        self._running = True
        try:
            if self._to_open:
                await self._open()
            while (self.waiting or self._fresh) and not self.blocked:
                if self._fresh:
                    fresh, self._fresh = self._fresh, None
                    await self._reread(fresh)
                else:
                    await self._take(self.waiting[0])
        finally:
            self._running = False

    async def _open(self) -> None:
        self._to_open = False
        self._trouble = None
        try:
            await asyncio.to_thread(self._attach)
        except BlockedError as error:
            self.blocked = True
            self.waiting.clear()
            self._tell(Blocked(error))
            return
        except CuebookError as error:
            self._trouble = error
        self._tell(Opened(*self._kept()))

    def _attach(self) -> None:
        if self._open_store is not None:
            self._session.attach(self._open_store())

    async def _take(self, move: Move) -> None:
        try:
            turn = await asyncio.to_thread(self._session.take, move, must_save=False)
        except (MoveError, DialogueError) as error:
            self.waiting.popleft()
            self._tell(Refused(move, error))
            return
        self.waiting.popleft()
        self._tell(Taken(move, turn, *self._kept()))

    async def _reread(self, dialogues: Dialogues) -> None:
        try:
            passed_over = await asyncio.to_thread(self._session.reread, dialogues)
        except (UsageError, DialogueError) as error:
            self._tell(Reread(0, error))
            return
        if passed_over is not None:
            self._tell(Reread(passed_over))

    def _kept(self) -> tuple[CuebookError | None, int]:
        """Why turns are not on disk, and how many; None and 0 when all are."""
        unsaved = self._session.unsaved
        trouble = self._session.trouble or self._trouble
        return (trouble, unsaved) if trouble and unsaved else (None, 0)
