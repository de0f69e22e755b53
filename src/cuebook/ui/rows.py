"""A list of many rows in columns, drawn line by line: ten thousand scroll and filter as fast as ten.

(DataTable takes a second and a half to lay ten thousand rows out, and again after every filter.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cuebook.ui.cells import cut
from cuebook.ui.keys import bindings

MARK, GAP = "▸ ", " "
"""What stands before the row of the cursor, so that colour is not its only sign; what stands between columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its least and its widest width in cells.

    `rank`: where there is little room, columns of the highest rank are left out first; 0 stays always.
    """

    title: str
    least: int
    most: int
    rank: int = 0


@lru_cache(maxsize=16)
def fit(columns: tuple[Column, ...], room: int) -> tuple[int, ...]:
    """The width of every column when there are `room` cells, 0 for one that is left out.

    What is left after the least widths goes round the columns until each has its widest.
    """
    rank = max((column.rank for column in columns), default=0)
    while True:
        widths = [column.least if column.rank <= rank else 0 for column in columns]
        shown = sum(width > 0 for width in widths)
        left = room - sum(widths) - len(GAP) * max(shown - 1, 0)
        if left >= 0 or rank == 0:
            break
        rank -= 1
    while left > 0:
        grown = False
        for at, column in enumerate(columns):
            if left > 0 and 0 < widths[at] < column.most:
                widths[at] += 1
                left -= 1
                grown = True
        if not grown:
            break
    return tuple(widths)


class Rows(ScrollView, can_focus=True):
    """Rows of text under a heading, one of them under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rows")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--heading", "rows--cursor"}
    DEFAULT_CSS = """
    Rows { height: 1fr; min-height: 2; overflow-x: hidden; scrollbar-gutter: stable;
        background: $surface; color: $foreground; }
    Rows > .rows--heading { color: $text-muted; text-style: bold; }
    Rows > .rows--cursor { background: $surface-lighten-2; }
    Rows:focus > .rows--cursor { background: $primary; color: $text; text-style: bold; }
    """

    cursor: reactive[int] = reactive(0)

    class Moved(Message):
        """The cursor is on another row, or on none (-1)."""

        def __init__(self, rows: Rows, at: int) -> None:
            super().__init__()
            self.rows = rows
            self.at = at

        @property
        def control(self) -> Rows:
            return self.rows

    class Chosen(Moved):
        """A row was chosen, by Enter or by a click on the row of the cursor."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._columns = tuple(columns)
        self._cells: Sequence[Sequence[str]] = ()

    def show(self, cells: Sequence[Sequence[str]]) -> None:
        """Show these rows instead, with the cursor on the first."""
        self._cells = cells
        self._measure()
        self.set_reactive(Rows.cursor, 0)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Moved(self, self.at))

    @property
    def at(self) -> int:
        """The number of the row under the cursor, -1 when there is none."""
        return self.cursor if self._cells else -1

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self._cells) - 1))

    def watch_cursor(self) -> None:
        # The heading covers the topmost line, so a row is in view only from the second.
        region = Region(0, self.cursor, self.size.width, 2)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Moved(self, self.at))

    def on_resize(self) -> None:
        self._measure()

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._cells) + 1)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if y == 0:
            style = self.get_component_rich_style("rows--heading")
            titles = [column.title for column in self._columns]
            return Strip([Segment(self._line("  ", titles), style)]).adjust_cell_length(width, style)
        number = self.scroll_offset.y + y - 1
        if number >= len(self._cells):
            return Strip.blank(width, self.rich_style)
        here = number == self.cursor
        style = self.get_component_rich_style("rows--cursor") if here else self.rich_style
        text = self._line(MARK if here else "  ", self._cells[number])
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _line(self, lead: str, cells: Sequence[str]) -> str:
        parts = []
        room = self.scrollable_content_region.width - len(MARK)
        for text, width in zip(cells, fit(self._columns, room), strict=True):
            if width:
                shown = cut(text, width)
                parts.append(shown + " " * (width - cell_len(shown)))
        return lead + GAP.join(parts)

    def on_click(self, event: events.Click) -> None:
        number = self.scroll_offset.y + event.y - 1
        if event.y > 0 and number < len(self._cells):
            if number == self.cursor:
                self.action_open()
            self.cursor = number

    def action_up(self) -> None:
        self.cursor -= 1

    def action_down(self) -> None:
        self.cursor += 1

    def action_page_up(self) -> None:
        self.cursor -= max(self.size.height - 1, 1)

    def action_page_down(self) -> None:
        self.cursor += max(self.size.height - 1, 1)

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = len(self._cells) - 1

    def action_open(self) -> None:
        if self._cells:
            self.post_message(self.Chosen(self, self.cursor))
