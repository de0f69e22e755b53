"""Languages that say after the noun which one is meant ('week next', 'week first of May'): in the rules' order.

Done by what the lexicon has under `postposed`, and left alone where it has nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.times.calendars import calendar_of_month
from cuebook.understanding.times.words import KINDS, Mark

_OFFSETS = {"next": 1, "later": 1, "after": 1, "this": 0, "last": -1, "ago": -1}
_COUNTED = {"later": "later", "after": "later", "ago": "ago"}
_SIDES = {"after": "after", "ago": "before"}
_NOUNS = frozenset("uwmsH")
_DATED = frozenset("Hs")
_WHOLE = frozenset({"week", "quarter", "half", "year", "decade"})


def reordered(line: Line, marks: Sequence[Mark]) -> list[Mark]:
    """Put the marks as the rules have them: 'next week' for 'week next', 'first week' for 'week first'."""
    lexicon = load(line.language, "values")["times"]
    if not lexicon.get("postposed"):
        return list(marks)
    leading = str(lexicon.get("leading_ordinals", ""))
    linking = frozenset(lexicon.get("linking", ()))
    marks = [mark for mark in marks if line.low[mark.start : mark.end] not in linking]
    said: list[Mark] = []
    for at, mark in enumerate(marks):
        after = marks[at + 1] if at + 1 < len(marks) else None
        leads = bool(leading) and line.low[mark.start : mark.end].endswith(leading)
        if mark.kind == "R":
            _which(said, mark, after)
        elif mark.kind in "oe" and not leads:
            _ordinal(said, mark, after)
        elif mark.kind == "n":
            _number(line, said, mark, after)
        elif mark.kind in "wu" and said and said[-1].kind in "oL" and _is_unit(after):
            said += [mark, _between(mark, "of")]  # 'the first Saturday of the month'
        elif mark.kind == "u" and _only_names(said, mark, after):
            said.append(mark._replace(kind=KINDS["small"]))
        else:
            said.append(mark)
    return said


def _which(said: list[Mark], mark: Mark, after: Mark | None) -> None:
    """Put 'next' before its noun; after a number it is 'later' or 'ago', before a holiday 'after' or 'before'."""
    noun = said[-1] if said else None
    side, count = _SIDES.get(mark.value), _COUNTED.get(mark.value)
    if count and noun is not None and noun.kind == "p":  # 'a year and a half later'
        said.append(mark._replace(kind=KINDS[count], value=None))
        return
    beside = after is not None and after.kind in _DATED and (noun is None or noun.kind != "w")
    if noun is None or noun.kind not in _NOUNS or (side and beside):
        said.append(mark._replace(kind=KINDS[side or "word"], value=None))
        return
    counted = noun.kind == "u" and len(said) > 1 and said[-2].kind in "n1"
    if counted and count:
        said.append(mark._replace(kind=KINDS[count], value=None))
        return
    first = len(said) - (2 if counted else 1)
    which = Mark(KINDS["relative"], _OFFSETS[mark.value], said[first].start, mark.end)
    said[first:] = [which, *(one._replace(end=mark.end) for one in said[first:])]


def _ordinal(said: list[Mark], mark: Mark, after: Mark | None) -> None:
    if _nth(said, mark, after):
        return
    if mark.kind == "o" and mark.value == 1 and _begins(after):
        said.append(mark._replace(kind=KINDS["edge"], value="start"))
        return
    said.append(mark)
    if mark.kind == "o" and _is_unit(after, "month"):  # 'the 15th of the month'
        said.append(_between(mark, "of"))


def _number(line: Line, said: list[Mark], mark: Mark, after: Mark | None) -> None:
    """Read 'two three weeks' as two or three, and two figures after a month as its year."""
    before = said[-1] if said else None
    if _is_year(line, said, mark, after) and before is not None:
        by = calendar_of_month(line.language, before.value)
        mark = mark._replace(kind=KINDS["year"], value=by.century(int(mark.value), line.today))
    elif before is not None and before.kind == "n" and mark.value > before.value and _is_unit(after):
        said.append(_between(mark, "or"))
    said.append(mark)


def _nth(said: list[Mark], mark: Mark, after: Mark | None) -> bool:
    """Put 'week first' as 'first week', and 'week end' as 'last week', where something follows that it is of."""
    noun = said[-1] if said else None
    if noun is None or after is None or noun.kind not in "wup" or (mark.kind == "e" and mark.value != "end"):
        return False
    whole = after.kind in "msUPr" or (after.kind == "u" and after.value != "day")
    if not whole or (noun.kind == "w" and after.kind == "m") or (noun.kind == "p" and mark.kind == "e"):
        return False
    nth = mark if mark.kind == "o" else mark._replace(kind=KINDS["last"], value=None)
    said[-1:] = [nth._replace(start=noun.start), noun._replace(end=mark.end)]
    if after.kind == "u" and noun.kind != "p":
        said.append(_between(after, "of"))
    return True


def _is_unit(mark: Mark | None, unit: str = "") -> bool:
    return mark is not None and mark.kind == "u" and unit in ("", mark.value)


def _begins(after: Mark | None) -> bool:
    """Whether 'the first' of what follows is its beginning: of a year, a week, a season."""
    return after is not None and (after.kind in "sUP" or (after.kind == "u" and after.value in _WHOLE))


def _only_names(said: Sequence[Mark], mark: Mark, after: Mark | None) -> bool:
    """Whether a unit only tells what its neighbour is: 'month' beside March, 'day' before Monday or a date."""
    if mark.value == "month" and ((said and said[-1].kind == "m") or (after is not None and after.kind == "m")):
        return True
    numbered = bool(said) and said[-1].kind in "n1o"
    return mark.value == "day" and not numbered and after is not None and after.kind in "wDno"


def _is_year(line: Line, said: Sequence[Mark], mark: Mark, after: Mark | None) -> bool:
    """Whether two figures after a month are its year; the day stands before the month here."""
    two = mark.figures and mark.end - mark.start == 2
    free = after is None or after.kind not in "u_/" or after.value == "in"
    return two and free and bool(said) and said[-1].kind == "m" and line.low[mark.end : mark.end + 1] != ":"


def _between(mark: Mark, kind: str) -> Mark:
    return Mark(KINDS[kind], None, mark.start, mark.start)
