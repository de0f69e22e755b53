"""Words that are a month, weekday or season only in company: 'may', 'sat', 'fall'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.times.words import KINDS, Mark

_STRONG = {KINDS["weak_month"]: "m", KINDS["weak_weekday"]: "w", KINDS["weak_season"]: "s"}
_LEADS = frozenset("FiBbAfrgeLvoIT&")
_FOLLOWS = {"m": frozenset("Yo"), "w": frozenset("om,"), "s": frozenset("Y")}


def judged(line: Line, marks: Sequence[Mark]) -> list[Mark]:
    """Make weak words strong where what stands beside them speaks of time, and plain words elsewhere."""
    found = list(marks)
    units = load(line.language, "values")["times"].get("after_number", {})
    for at, mark in enumerate(found):
        strong = _STRONG.get(mark.kind)
        unit = units.get(line.low[mark.start : mark.end]) if strong and at and found[at - 1].kind in "n1" else None
        if unit is not None:  # 'mån' is Monday, and months after a number
            found[at] = mark._replace(kind=KINDS["unit"], value=unit)
        elif strong is not None:
            found[at] = mark._replace(kind=strong if _is_time(line, found, at, strong) else KINDS["word"])
    return found


def _is_time(line: Line, marks: Sequence[Mark], at: int, strong: str) -> bool:
    mark = marks[at]
    behind = at - 1
    while behind >= 0 and marks[behind].kind == "_" and marks[behind].value != "on":
        behind -= 1
    before = marks[behind] if behind >= 0 else None
    after = marks[at + 1] if at + 1 < len(marks) else None
    if strong == "s" and " " in line.low[mark.start : mark.end]:  # 'i vår', but not 'i vår bransch' ('our')
        return after is None or after.kind != "x" or after.value in _may_follow(line.language)
    if before is None and (after is None or (after.kind == "." and at + 2 == len(marks))):
        return True  # nothing else is said
    if before is not None and (before.kind in _LEADS or (before.value == "on" and strong == "w")):
        # 'This may seem ...' is no month
        return not (strong == "m" and before.kind == "r" and after is not None and after.kind == "x")
    if after is not None and (after.kind in _FOLLOWS[strong] or _is_day(after, strong)):
        return True
    if before is not None and _is_day(before, strong):  # '5 may', but not '2 may be enough'
        return after is None or after.kind in "Y,.T"
    named = line.text[mark.start : mark.end].istitle() and strong != "s"
    return named and before is not None and before.kind != "."


@cache
def _may_follow(language: str) -> frozenset[str]:
    return frozenset(map(str, load(language, "values")["times"].get("season_follows", ())))


def _is_day(mark: Mark, strong: str) -> bool:
    return strong == "m" and mark.kind == "n" and mark.figures and 1 <= mark.value <= 31
