"""How what is practised gets onto disk as it goes: written over at every step, and never a reason to stop."""

from __future__ import annotations

from collections.abc import Callable

from cuebook.errors import CuebookError


class Keeping:
    """Keeps one rehearsal, or one sparring, in its one place of the store.

    `number` is its id there, None until the store has taken it. `trouble` is why the store does not have it as it
    stands. `write` writes it, over what is there under its number, and gives that.
    """

    def __init__(self, write: Callable[[], str]) -> None:
        self.number: str | None = None
        self.trouble: CuebookError | None = None
        self._write = write

    @property
    def notice(self) -> str:
        """The trouble in a line, for whoever practises; nothing where there is none."""
        return f"NOT KEPT: {self.trouble.message} {self.trouble.hint}".rstrip() if self.trouble else ""

    @property
    def exit_code(self) -> int:
        """What a command ends with: 0, or that of the trouble."""
        return self.trouble.exit_code if self.trouble else 0

    def step(self) -> None:
        """Write it. Once that has failed nothing is tried before the end: a locked store takes seconds a line."""
        if self.trouble is None:
            self.finish()

    def finish(self) -> None:
        """Write it, whatever failed before."""
        try:
            self.number = self._write()
        except CuebookError as error:
            self.trouble = error
        else:
            self.trouble = None
