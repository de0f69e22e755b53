"""Text measured in terminal cells: made plain, wrapped and cut, with the place of each character kept."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells, set_cell_size

__all__ = ["cell_len", "cut", "plain", "rows", "wrap"]

_OBEYED = (  # by a terminal: control characters, bidi controls, line separators, lone surrogates, byte order marks
    (0, 32), (127, 160), (0x61C, 0x61D), (0x200E, 0x2010), (0x2028, 0x202F), (0x2066, 0x206A), (0xD800, 0xE000),
    (0xFEFF, 0xFF00),
)  # fmt: skip
_UNSEEN: dict[int, str] = {
    code: "\N{REPLACEMENT CHARACTER}" for first, end in _OBEYED for code in range(first, end)
} | {9: " ", 10: " ", 13: " "}
_LOOSE = re.compile("(?<![^\u200d\\s])\u200d")
"""A joiner that follows nothing joins nothing, but would change the width of what comes next."""
_WORD = re.compile(r"\S+\s*|\s+")


def plain(text: str) -> str:
    """`text` on one line without control characters, character for character, so that spans still fit."""
    if text.isprintable():
        return text
    return _LOOSE.sub("\N{REPLACEMENT CHARACTER}", text.translate(_UNSEEN))


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Where each row of `text` starts and ends, broken between words so that none is wider than `width` cells.

    A word wider than the row is broken where the row is full. The rows leave out only the spaces between them.
    """
    width = max(width, 2)
    if len(text) <= width and text.isascii():
        return [(0, len(text))]
    rows: list[tuple[int, int]] = []
    start = end = used = 0
    for match in _WORD.finditer(text):
        word = match[0].rstrip()
        size = cell_len(word)
        if used and used + size > width:
            rows.append((start, end))
            start, used = match.start(), 0
        at = match.start()
        if size > width:
            pieces = chop_cells(word, width)
            for piece in pieces[:-1]:
                at += len(piece)
                rows.append((start, at))
                start = at
            used = cell_len(pieces[-1])
        else:
            used += size
        end = match.start() + len(word)
        used += len(match[0]) - len(word)
    rows.append((start, end))
    return rows


def rows(text: str, width: int) -> list[str]:
    """The rows of `text` at `width` cells."""
    clean = plain(text)
    return [clean[start:end] for start, end in wrap(clean, width)]


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells; an ellipsis stands for what did not fit."""
    clean = plain(text)
    if cell_len(clean) <= width:
        return clean
    return set_cell_size(clean, width - 1).rstrip() + "…" if width > 0 else ""
