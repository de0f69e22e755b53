"""The call as it goes: a view of lines that draws only the rows that are seen, however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cuebook.ui.cells import cut, plain, wrap
from cuebook.ui.transcript import Line

WHO = 9
"""Cells for the name of who speaks."""
LONGEST_SHOWN = 4_000
"""Characters of a line that are drawn; the file that the call is written to has them all."""
AT_ONCE = 200
"""Lines wrapped at a time when the view is scrolled up into lines that were not seen at this width."""

_UNDERLINE = Style(underline=True)
_STRUCK = Style(strike=True, dim=True)
_DIM = Style(dim=True)

Row = tuple[tuple[str, Style | None], ...]


class Conversation(ScrollView, can_focus=False):
    """The lines of a call. It follows the end unless it is scrolled up.

    Only the last lines are wrapped, and more of them when one scrolls up: `_from` is the first line that is
    wrapped at this width, `_starts` are the rows at which the wrapped lines start, counted from there. Each line
    above counts as one row until it is wrapped.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"conversation--who", "conversation--label", "conversation--chosen"}

    class Chosen(Message):
        """A line was picked with the mouse, to be amended."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.lines: list[Line] = []
        self.waiting: list[str] = []
        self.chosen: int | None = None
        self.wrapped = 0
        """How many lines were wrapped so far: what drawing has cost."""
        self._note = ""
        self._taken_back: set[int] = set()
        self._from = 0
        self._starts: list[int] = []
        self._rows = 0
        self._width = 0
        self._follow = True

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    def show(self, lines: Iterable[Line], taken_back: set[int] | None = None) -> None:
        """Add lines at the end; `taken_back` are the turns that no longer count."""
        if taken_back is not None and taken_back != self._taken_back:
            self._taken_back = set(taken_back)
            self.refresh()
        for line in lines:
            self.lines.append(line)
            if self._width:
                self._starts.append(self._rows)
                self._rows += self._measure(line)
        self._settle()

    def show_anew(self, lines: Iterable[Line], taken_back: set[int]) -> None:
        """Show these lines in the place of all that there were. What is chosen stays so, and so does the place."""
        chosen = self.lines[self.chosen].turn if self.chosen is not None else None
        self.lines = list(lines)
        self._taken_back = set(taken_back)
        wrapped = min(self._from, len(self.lines) - max(self.size.height, 1))
        self._from, self._starts, self._rows = len(self.lines), [], 0
        if self._width:
            self._wrap_from(wrapped)
        self.chosen = next(
            (at for at, line in enumerate(self.lines) if line.turn == chosen and self._can_be_amended(line)), None
        )
        self._settle()
        self.refresh()

    def wait_for(self, texts: Sequence[str], note: str = "saving… ") -> None:
        """Show what was typed and is not yet saved, below the last line, each with a note before it."""
        self._note = note
        if list(texts) != self.waiting:
            self.waiting = [plain(text) for text in texts]
            self._settle()

    # ── choosing a line ──────────────────────────────────────────────────────────────────────────────────────

    def choose(self, step: int) -> Line | None:
        """Choose the next line (`step` 1) or the one before (-1) that can be amended; None past the last."""
        at = self.chosen if self.chosen is not None else len(self.lines)
        at += step
        while 0 <= at < len(self.lines) and not self._can_be_amended(self.lines[at]):
            at += step
        if at >= len(self.lines):
            self._choose(None)
        elif at >= 0:
            self._choose(at)
        return self.lines[self.chosen] if self.chosen is not None else None

    def choose_none(self) -> None:
        self._choose(None)

    def _can_be_amended(self, line: Line) -> bool:
        return line.line is not None and line.turn not in self._taken_back

    def _choose(self, at: int | None) -> None:
        self.chosen = at
        self.refresh()
        if at is None:
            self.scroll_end(animate=False, immediate=True)
            return
        self._wrap_from(at)
        top = self._top(at)
        height = max(self.size.height - 1, 1)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif top + self._measure(self.lines[at]) > self.scroll_offset.y + height:
            self.scroll_to(y=top + self._measure(self.lines[at]) - height, animate=False)

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        at = self._line_at(place.y + self.scroll_offset.y) if place else None
        if at is not None and self._can_be_amended(self.lines[at]):
            self._choose(at)
            self.post_message(self.Chosen(self.lines[at]))

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _text_width(self) -> int:
        return max(self._width - self._indent, 2)

    @property
    def _indent(self) -> int:
        return WHO + 1 if self._width >= 40 else 4

    def _measure(self, line: Line) -> int:
        self.wrapped += 1
        return len(self._layout(line))

    def _layout(self, line: Line) -> list[tuple[int, int]]:
        """The rows of a line as places in its text; one more, empty, where the labels need a row of their own."""
        rows = wrap(plain(line.text[:LONGEST_SHOWN]), self._text_width)
        if line.labels:
            start, end = rows[-1]
            used = cell_len(plain(line.text[start:end]))
            if used + 2 + cell_len(_joined(line.labels)) > self._text_width:
                rows.append((end, end))
        return rows

    def _wrap_from(self, first: int) -> None:
        """Wrap the lines from `first` on that are not wrapped yet; the view stays where it was."""
        first = max(first, 0)
        if first >= self._from:
            return
        starts, rows = [], 0
        for line in self.lines[first : self._from]:
            starts.append(rows)
            rows += self._measure(line)
        grown = rows - (self._from - first)
        self._starts = starts + [start + rows for start in self._starts]
        self._rows += rows
        self._from = first
        if grown:
            self.virtual_size = Size(self._width, self._height)
            self.set_reactive(Conversation.scroll_y, self.scroll_y + grown)
            self.set_reactive(Conversation.scroll_target_y, self.scroll_target_y + grown)
            self.refresh()

    @property
    def _height(self) -> int:
        return self._from + self._rows + len(self.waiting)

    def _top(self, at: int) -> int:
        return at if at < self._from else self._from + self._starts[at - self._from]

    def _line_at(self, row: int) -> int | None:
        if row < self._from:
            return row if row >= 0 else None
        if row >= self._from + self._rows:
            return None
        return self._from + bisect_right(self._starts, row - self._from) - 1

    def _settle(self) -> None:
        self.virtual_size = Size(self._width, self._height)
        if self._follow:
            self.scroll_end(animate=False, immediate=True)
        self.refresh()

    # ── Textual ──────────────────────────────────────────────────────────────────────────────────────────────

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width
        if width != self._width:
            self._width = width
            self._from, self._starts, self._rows = len(self.lines), [], 0
        self._wrap_from(len(self.lines) - max(self.size.height, 1))
        self._settle()
        if self.chosen is not None:
            self._choose(self.chosen)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        # Neither a new line nor a smaller view moves the offset: when it moves, the rep scrolled.
        self._follow = new_value >= self.max_scroll_y - 1
        if round(new_value) < self._from:
            self._wrap_from(min(round(new_value), self._from - AT_ONCE))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        row = y + self.scroll_offset.y
        base = self.rich_style
        at = self._line_at(row)
        if at is not None:
            segments = self._segments(at, row - self._top(at))
        elif 0 <= row - self._from - self._rows < len(self.waiting):
            segments = self._waiting_row(self.waiting[row - self._from - self._rows])
        else:
            return Strip.blank(width, base)
        strip = Strip([Segment(text, base + style if style else base) for text, style in segments])
        return strip.adjust_cell_length(width, base)

    def _segments(self, at: int, nth: int) -> Row:
        line = self.lines[at]
        rows = self._layout(line)
        if nth >= len(rows):
            return ()
        start, end = rows[nth]
        struck = line.turn in self._taken_back
        style = _STRUCK if struck else (_DIM if line.kind in ("said", "way") else None)
        gutter = "▸" if at == self.chosen else "\N{MULTIPLICATION SIGN}" if struck else " "
        who = cut(line.who, self._indent - 2) if nth == 0 else ""
        out: list[tuple[str, Style | None]] = [
            (gutter, None),
            (who + " " * (self._indent - 1 - cell_len(who)), self._who_style(struck)),
        ]
        if at == self.chosen:
            style = (style or Style()) + self.get_component_rich_style("conversation--chosen", partial=True)
        out.extend(_marked(plain(line.text[:LONGEST_SHOWN]), start, end, line, style))
        if nth == len(rows) - 1 and line.labels:
            label = _STRUCK if struck else self.get_component_rich_style("conversation--label", partial=True)
            room = self._text_width - cell_len(plain(line.text[start:end])) - 2
            out.append(("  " if end > start else "", None))
            out.append((cut(_joined(line.labels), max(room, 0) + (0 if end > start else 2)), label))
        return tuple(out)

    def _who_style(self, struck: bool) -> Style | None:
        return _STRUCK if struck else self.get_component_rich_style("conversation--who", partial=True)

    def _waiting_row(self, text: str) -> Row:
        return ((" " * self._indent, None), (cut(self._note + text, self._text_width), _DIM))


def _joined(labels: Sequence[str]) -> str:
    return " · ".join(plain(label) for label in labels)


def _marked(
    text: str, start: int, end: int, line: Line, style: Style | None
) -> Iterable[tuple[str, Style | None]]:
    """The row of the line's text with what was understood underlined."""
    under = (style or Style()) + _UNDERLINE
    at = start
    for begun, ended in line.spans:
        first, last = max(begun, at), min(ended, end)
        if first >= last:
            continue
        if first > at:
            yield text[at:first], style
        yield text[first:last], under
        at = last
    if at < end:
        yield text[at:end], style
