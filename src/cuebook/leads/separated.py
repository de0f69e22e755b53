"""Separated values (CSV) of any delimiter as rows with their line numbers; a broken quote spoils only its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

DELIMITERS = (",", ";", "\t", "|")
_SPACES = re.compile(" *")
_LONGEST_CELL = 100
"""Lines that a quoted cell may have; a quote that is open for longer was never meant as one."""

Row = tuple[int, list[str]]
"""The number of the line that a row begins on, from 1, and its cells."""


def rows(text: str, knows: Callable[[str], bool]) -> Iterator[Row]:
    """The rows of `text`, blank ones left out. The delimiter is the one under which `knows` knows most headers.

    A first line `sep=;`, which spreadsheets write, is obeyed.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines[0]) == 5 and lines[0].lower().startswith("sep=") and lines[0][4] not in ' "':
        yield from _all(lines, 1, lines[0][4])
        return
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is not None:
        yield from _all(lines, first, _delimiter(lines, first, knows))


def _delimiter(lines: Sequence[str], at: int, knows: Callable[[str], bool]) -> str:
    def worth(delimiter: str) -> tuple[int, int]:
        cells = _row(lines, at, delimiter)[0]
        return sum(map(knows, cells)), len(cells)

    return max(DELIMITERS, key=worth)


def _all(lines: Sequence[str], at: int, delimiter: str) -> Iterator[Row]:
    while at < len(lines):
        cells, following = _row(lines, at, delimiter)
        if any(map(str.strip, cells)):
            yield at + 1, cells
        at = following


def _row(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str], int]:
    """The cells of the row that begins at line `at`, and the line after it."""
    line = lines[at]
    if '"' not in line:
        return line.split(delimiter), at + 1
    cells: list[str] = []
    end, place = at, 0
    while True:
        begin = _after_spaces(line, place)
        if line.startswith('"', begin):
            found = _quoted(lines, end, begin + 1, delimiter, at + _LONGEST_CELL)
            if found is None:  # the quote is none: the line as it stands
                return lines[at].split(delimiter), at + 1
            cell, end, place = found
            line = lines[end]
        else:
            stop = line.find(delimiter, place)
            cell, place = (line[place:], len(line)) if stop < 0 else (line[place:stop], stop)
        cells.append(cell)
        if place >= len(line):
            return cells, end + 1
        place += 1


def _quoted(lines: Sequence[str], at: int, place: int, delimiter: str, last: int) -> tuple[str, int, int] | None:
    """A quoted cell whose text begins at `place` of line `at`, the line and place after it; None if it is none."""
    parts: list[str] = []
    while True:
        line = lines[at]
        stop = line.find('"', place)
        if stop < 0:
            parts.append(line[place:] + "\n")
            at, place = at + 1, 0
            if at >= min(len(lines), last):
                return None
        elif line.startswith('""', stop):
            parts.append(line[place : stop + 1])
            place = stop + 2
        else:
            parts.append(line[place:stop])
            place = _after_spaces(line, stop + 1)
            if place < len(line) and line[place] != delimiter:
                return None
            return "".join(parts), at, place


def _after_spaces(line: str, place: int) -> int:
    found = _SPACES.match(line, place)
    return found.end() if found else place
