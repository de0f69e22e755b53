"""The list above the input line: what the typed letters find, the first of it chosen."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from cuebook.ui import cells
from cuebook.ui.palette import Entry, Picker

MOST = 9
"""Rows at the most: enough to see what is found, few enough to leave the call in sight."""


class Choices(Widget):
    """Shows the entries of a picker that are found by what is typed. Hidden while there is no picker."""

    class Picked(Message):
        """An entry was clicked."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.picker: Picker | None = None
        self.found: list[Entry] = []
        self.at = 0
        self.display = False

    def show(self, picker: Picker | None, typed: str = "") -> None:
        """Show what `typed` finds in `picker`; None hides the list."""
        rows = self._rows
        self.picker = picker
        self.found = picker.matching(typed) if picker else []
        self.at = 0
        self.display = picker is not None
        self.refresh(layout=rows != self._rows)

    @property
    def chosen(self) -> Entry | None:
        return self.found[self.at] if self.found else None

    def step(self, by: int) -> None:
        """Choose the next or the one before; the list goes round."""
        if self.found:
            self.at = (self.at + by) % len(self.found)
            self.refresh()

    @property
    def _rows(self) -> int:
        return max(min(len(self.found), MOST), 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return self._rows

    @property
    def _first(self) -> int:
        """The entry in the first row: the chosen one is always in sight."""
        rows = max(self.content_size.height, 1)
        return max(0, min(self.at - rows // 2, len(self.found) - rows))

    def render(self) -> Content:
        if not self.found:
            return Content.styled("nothing is called so", "dim")
        width, height = self.content_size
        letters = self.picker is not None and self.picker.letters
        first = self._first
        return Content("\n").join(
            _row(entry, width, chosen=first + nth == self.at, letters=letters)
            for nth, entry in enumerate(self.found[first : first + max(height, 1)])
        )

    def on_click(self, event: events.Click) -> None:
        at = self._first + event.y
        if at < len(self.found):
            self.post_message(self.Picked(self.found[at]))


def _row(entry: Entry, width: int, *, chosen: bool, letters: bool) -> Content:
    if letters:
        return Content.assemble((f" {entry.letter} ", "bold reverse"), " ", cells.cut(entry.label, 30), "  ",
                                (cells.cut(entry.detail, max(width - 36, 0)), "dim"))  # fmt: skip
    sign = "▸ " if chosen else "  "
    label = cells.cut(entry.label, max(min(34, width - 2), 1))
    pad = " " * max(24 - cells.cell_len(label), 2)
    room = width - 2 - cells.cell_len(label) - len(pad)
    detail = cells.cut(entry.detail, room) if room > 4 else ""
    return Content.assemble(sign, (label, "bold" if chosen else ""), pad, (detail, "dim"))
