"""Looking at the dialogues while a call is on the screen: off its thread, and never two looks at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from cuebook.ui.messages import Looked

if TYPE_CHECKING:
    from cuebook.dialogue.watching import Watch

EVERY = 0.2
"""Seconds between two looks. A change is told when two agree: a third of a second after it was made."""


class Watching:
    """Tells by `tell` when `watch` has seen something."""

    def __init__(self, watch: Watch, tell: Callable[[Message], object]) -> None:
        self._watch = watch
        self._tell = tell
        self._looking = False

    async def look(self) -> None:
        """Look once. Does nothing while a look is under way: to read all files may take longer than `EVERY`."""
        if self._looking:
            return
        self._looking = True
        try:
            seen = await asyncio.to_thread(self._watch.look)
        finally:
            self._looking = False
        if seen is not None:
            self._tell(Looked(seen))
