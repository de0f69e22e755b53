"""The strip of a watched call: the first fault of the dialogues, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from cuebook.dialogue.faults import Fault
from cuebook.errors import CuebookError


class FaultsStrip(Static):
    """Is there only while something is wrong with the dialogues. `key` opens the list of all of it."""

    def __init__(self, key: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__("", id=id, markup=False)
        self._key = key
        self._faults: tuple[Fault, ...] = ()
        self._stays = False
        self._error: CuebookError | None = None
        self.display = False

    def show_faults(self, faults: Sequence[Fault], *, stays: bool) -> None:
        """Show faults. `stays`: because of them the call goes on with the dialogues that it had."""
        self._faults, self._stays, self._error = tuple(faults), stays, None
        self._show()

    def show_error(self, error: CuebookError | None) -> None:
        """Show why this call cannot go by the dialogues, though each of them may be sound; None: it can."""
        self._error = error
        self._show()

    def _show(self) -> None:
        text = strip(self._faults, self._key, self._error, stays=self._stays)
        self.update(Content(text))
        self.display = bool(text)


def strip(faults: Sequence[Fault], key: str, error: CuebookError | None = None, *, stays: bool = False) -> str:
    """What the strip says; nothing where nothing is wrong."""
    kept = "The call goes on with the words that it had. "
    if error is not None:
        return f"✗ {kept}{' '.join(error.message.split())} {error.hint}".rstrip()
    if not faults:
        return ""
    more = f"1 of {len(faults)} faults" if len(faults) > 1 else "1 fault"
    return f"✗ {more}, {key} shows {'all' if len(faults) > 1 else 'it'}. {kept if stays else ''}{faults[0]}"
