"""Words that mean something else in company: 'may', 'sat' and 'fall'; 'до' two weeks, and 'до' the summer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.times.words import KINDS, Mark

_STRONG = {KINDS["weak_month"]: "m", KINDS["weak_weekday"]: "w", KINDS["weak_season"]: "s"}
_LEADS = frozenset("FiBbAfrgeLvoIT&")
_SIDES = frozenset("AbTf")
_NEAR = 5  # marks from such a word to the unit, at the most
_FOLLOWS = {"m": frozenset("YoR"), "w": frozenset("om,R"), "s": frozenset("YR")}


def judged(line: Line, marks: Sequence[Mark]) -> list[Mark]:
    """Make weak words strong where what stands beside them speaks of time, and plain words elsewhere.

    What the lexicon has under `month_beside_day` is that month beside a day in figures ('18. jul'), and under
    `counted` becomes what it says there, where a number of days or weeks follows.
    """
    found = list(marks)
    lexicon = load(line.language, "values")["times"]
    units, one_left_out = lexicon.get("after_number", {}), bool(lexicon.get("one_left_out"))
    capitals, months = lexicon.get("capital_only", ()), lexicon.get("month_beside_day", {})
    for at, mark in enumerate(found):
        month = months.get(line.low[mark.start : mark.end])
        if month is not None and _beside_day(found, at):
            found[at] = mark._replace(kind=KINDS["month"], value=month)
        if mark.kind in _SIDES and mark.value in KINDS:
            found[at] = _counting(found, at, one_left_out=one_left_out)
        strong = _STRONG.get(mark.kind)
        if strong and line.low[mark.start : mark.end] in capitals and not line.text[mark.start].isupper():
            found[at] = mark._replace(kind=KINDS["word"])
            continue
        unit = units.get(line.low[mark.start : mark.end]) if strong and at and found[at - 1].kind in "n1" else None
        if unit is not None:  # 'mån' is Monday, and months after a number
            found[at] = mark._replace(kind=KINDS["unit"], value=unit)
        elif strong is not None:
            found[at] = mark._replace(kind=strong if _is_time(line, found, at, strong) else KINDS["word"])
    return found


def _counting(marks: Sequence[Mark], at: int, *, one_left_out: bool) -> Mark:
    """Read 'след три седмици' (in three weeks), 'преди година' (a year ago, the one left out)."""
    mark = marks[at]
    if mark.value == "of":  # 'първата сряда от март'; but 'от март' is from March
        part = at > 1 and marks[at - 1].kind in "wu" and marks[at - 2].kind in "oLr"
        return mark._replace(kind=KINDS["of"]) if part else mark
    if at and marks[at - 1].kind == "n":  # '2 до 3 седмици'
        return mark
    here, numbers = at + 1, 0
    while here < len(marks) and marks[here].kind in "_n1T|" and here - at <= _NEAR:
        numbers += marks[here].kind in "n1"
        here += 1
    if here == len(marks) or marks[here].kind not in "uk":
        return mark
    if not numbers and (not one_left_out or (here + 1 < len(marks) and marks[here + 1].kind in "nYmo")):
        return mark
    return mark._replace(kind=KINDS[mark.value], value=None if numbers else "one")


def _is_time(line: Line, marks: Sequence[Mark], at: int, strong: str) -> bool:
    mark = marks[at]
    behind = at - 1
    while behind >= 0 and marks[behind].kind == "_" and marks[behind].value not in ("on", "in"):
        behind -= 1
    before = marks[behind] if behind >= 0 else None
    after = marks[at + 1] if at + 1 < len(marks) else None
    if strong == "s" and " " in line.low[mark.start : mark.end]:  # 'i vår', but not 'i vår bransch' ('our')
        return after is None or after.kind != "x" or after.value in _may_follow(line.language)
    if before is None and (after is None or (after.kind == "." and at + 2 == len(marks))):
        return True  # nothing else is said
    if (before is not None and before.value in ("in", "middle")) or _beside(line.language, before, after):
        return True
    if before is not None and (before.kind in _LEADS or (before.value == "on" and strong == "w")):
        # 'This may seem ...' is no month
        return not (strong == "m" and before.kind == "r" and after is not None and after.kind == "x")
    if after is not None and (after.kind in _FOLLOWS[strong] or _is_day(after, strong)):
        return True
    if before is not None and _is_day(before, strong):  # '5 may', but not '2 may be enough'
        return after is None or after.kind in "Y,.T"
    named = line.text[mark.start : mark.end].istitle() and strong != "s"
    return named and before is not None and before.kind != "."


def _beside(language: str, before: Mark | None, after: Mark | None) -> bool:
    """Whether a neighbour makes the word strong in a language whose months are nouns too."""
    more = _lead_more(language)
    if not more:
        return False
    if after is not None and (after.kind == "U" or (after.kind == "u" and after.value == "year")):
        return True  # 'Mehr of next year' is said 'Mehr year next'
    return before is not None and (before.kind in more or (before.kind == "n" and 2 <= before.value <= 31))


@cache
def _lead_more(language: str) -> frozenset[str]:
    """What else before a weak word makes it strong, in a language that has month names for nouns."""
    return frozenset(KINDS[kind] for kind in load(language, "values")["times"].get("weak_after", ()))


@cache
def _may_follow(language: str) -> frozenset[str]:
    return frozenset(map(str, load(language, "values")["times"].get("season_follows", ())))


def _beside_day(marks: Sequence[Mark], at: int) -> bool:
    """Whether a day of a month in figures stands before, or after where nothing else is said: '18. jul', 'Jul 18'.

    'Before Christmas 18 people' is none, nor is '1. jul': the days of Christmas are counted so.
    """

    def day(mark: Mark) -> bool:
        return mark.kind in "no" and mark.figures and 2 < mark.value <= 31

    if at and day(marks[at - 1]):
        return True
    begins = not at or marks[at - 1].kind in ",."
    return (
        begins
        and at + 1 < len(marks)
        and day(marks[at + 1])
        and (at + 2 == len(marks) or marks[at + 2].kind in ",.Y")
    )


def _is_day(mark: Mark, strong: str) -> bool:
    return strong == "m" and mark.kind == "n" and mark.figures and 1 <= mark.value <= 31
