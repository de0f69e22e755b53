"""Guessing which objection a line may be in which none was read: off the screen's thread, ready when asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from cuebook.conversation.record import Turn
from cuebook.errors import CuebookError


class Guessing:
    """Keeps the guess at the last line of the prospect; nobody is told of it before they open the list."""

    def __init__(self, guess: Callable[[str, str], tuple[str, ...]]) -> None:
        self._guess = guess
        self._made: tuple[str, tuple[str, ...]] = ("", ())
        self._failed = False

    async def at(self, turn: Turn) -> CuebookError | None:
        """Guess at the line of this turn, where no objection was read in it. Gives what is wrong, once."""
        reading = turn.reading
        if reading is None or reading.objections or self._failed or reading.text == self._made[0]:
            return None
        try:
            guessed = await asyncio.to_thread(self._guess, reading.text, reading.language)
        except CuebookError as error:
            self._failed = True
            return error
        self._made = (reading.text, guessed)
        return None

    def of(self, turn: Turn) -> tuple[str, ...]:
        """What the line of this turn was guessed to be; nothing where the guess is not there yet."""
        reading = turn.reading
        if reading is None or reading.objections or reading.text != self._made[0]:
            return ()
        return self._made[1]
