"""Dates and stretches of days in a line, said in words or figures; `times` is all that others need."""

from __future__ import annotations

from functools import lru_cache

from cuebook.understanding.line import Line
from cuebook.understanding.reading import Time
from cuebook.understanding.times import anchors, bounds, parts, relative, undated
from cuebook.understanding.times.calendar import Stretch
from cuebook.understanding.times.postposed import reordered
from cuebook.understanding.times.turned import turned
from cuebook.understanding.times.weak import judged
from cuebook.understanding.times.words import KINDS, Mark, marks

__all__ = ["times"]

_DATING = frozenset("DYmwsHtNukqhEoUcKVQCd")
"""Every date has one of these (KINDS), but for a year in words."""

_PASSES = (
    anchors.rules | relative.rules | undated.named,
    parts.rules,
    parts.rules,
    parts.left,
    parts.rules,
    parts.rules,
    bounds.spans,
    bounds.sides,
    undated.rules,
)


@lru_cache(maxsize=8)
def times(line: Line) -> tuple[Time, ...]:
    """Read the dates of `line`, in order; days before `line.today` too, where they are said.

    What has no year or week of its own is the next to come. 'By June' has no start, 'after June' no end.
    """
    found = turned(line, reordered(line, judged(line, marks(line))))
    if not _may_hold_a_date(found):
        return ()
    for rules in _PASSES:
        found = rules.apply(line, found)
    read: list[Time] = []
    for mark in found:
        stretch = mark.value
        if mark.kind != KINDS["stretch"] or not isinstance(stretch, Stretch):
            continue
        backwards = stretch.start and stretch.end and stretch.start > stretch.end
        if not backwards and (stretch.start or stretch.end):
            read.append(Time(stretch.start, stretch.end, stretch.grain, (mark.start, mark.end)))
    return tuple(read)


def _may_hold_a_date(found: list[Mark]) -> bool:
    """Whether it is worth to look: most lines of talk hold no date."""
    if any(mark.kind in _DATING for mark in found):
        return True
    return sum(mark.kind == "n" and not mark.figures for mark in found) > 1  # 'in twenty twenty-seven'
