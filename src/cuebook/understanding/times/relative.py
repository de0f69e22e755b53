"""Stretches counted from the day of the call: 'tomorrow', 'next week', 'in three months', 'two years ago'."""

from __future__ import annotations

from dataclasses import replace

from cuebook.understanding.lexicon import load
from cuebook.understanding.reading import Grain
from cuebook.understanding.times import calendar
from cuebook.understanding.times.anchors import whole_year
from cuebook.understanding.times.calendar import Stretch
from cuebook.understanding.times.rules import NOTHING, Nothing, Place, Rules
from cuebook.understanding.times.words import Mark

rules = Rules()
_NEXT, _THIS, _LAST = 1, 0, -1
_FEW = 3  # 'the coming weeks' are about three


@rules("every unit", "every a unit", "every number unit", "every ordinal unit", "every relative unit",
       "every weekday|month|season|holiday|day_word", "every ordinal weekday", "number|a unit every")  # fmt: skip
def _recurring(_place: Place, *_marks: Mark) -> Nothing:
    """Leave 'every Monday' unread: it is a habit, not a date."""
    return NOTHING


@rules("unit after relative|coming")
def _unit_after_next(place: Place, unit: Mark, _after: Mark, which: Mark) -> Stretch | None:
    return (
        place.calendar.unit_at(place.today, unit.value, 2) if which.kind == "g" or which.value == _NEXT else None
    )


@rules("relative|coming unit", "relative coming unit")
def _relative_unit(place: Place, which: Mark, *rest: Mark) -> Stretch | None:
    unit = rest[-1].value
    offset = 1 if which.kind == "g" or len(rest) > 1 else which.value
    if offset == _LAST and place.goes_on():
        return None
    if unit == "day" and offset == _THIS:
        return None
    if _several(place, rest[-1]) and offset != _THIS:
        return place.calendar.units(place.today, _FEW, unit, past=offset == _LAST)
    return place.calendar.unit_at(place.today, unit, offset)


@rules("named_unit")
def _named_unit(place: Place, mark: Mark) -> Stretch:
    """Read what one word says: 'i fjor', last year."""
    offset, unit = str(mark.value).split()
    return place.calendar.unit_at(place.today, unit, int(offset))


@rules("year unit !number")
def _year_so_called(place: Place, year: Mark, unit: Mark) -> Stretch | None:
    """Read '2027 година'; '2000 години' (years) are another thing."""
    if unit.value != "year" or _several(place, unit):
        return None
    return whole_year(place, year.value)


@rules("relative number unit", "number relative unit")
def _some_units(place: Place, *marks: Mark) -> Stretch | None:
    which, number, unit = sorted(marks, key=lambda mark: "rnu".index(mark.kind))
    if which.value == _THIS or number.value % 1 or number.value < 1:
        return None
    if place.line.low[marks[0].end : marks[1].start].strip():
        return None  # '9 of next month'
    return place.calendar.units(place.today, int(number.value), unit.value, past=which.value == _LAST)


@rules("within number|a unit", "within|future relative|coming number unit", "coming number unit",
       "within|future relative|coming unit", "number coming unit")  # fmt: skip
def _within(place: Place, *marks: Mark) -> Stretch | None:
    """Read a deadline: 'within two weeks' and 'in the next two weeks' are over in two weeks."""
    count = next((mark.value for mark in marks if mark.kind in "n1"), _FEW)
    if any(mark.kind == "r" and mark.value != _NEXT for mark in marks):
        return None
    if not any(mark.kind in "n1" for mark in marks) and not _several(place, marks[-1]):
        return None
    return Stretch(None, place.calendar.moved(place.today, count, marks[-1].value), grain_of(marks[-1].value))


@rules("future unit", "future unit and half_word", "ago unit", "ago unit and half_word")
def _one_left_out(place: Place, side: Mark, *rest: Mark) -> Stretch | None:
    """Read 'след месец', 'след година и половина': in a month, in a year and a half."""
    if side.value != "one":
        return None
    return _away(place, rest, -1 if side.kind == "a" else 1)


@rules("future number|a unit", "number|a unit later", "future number|a unit and half_word",
       "future number|a unit and a half_word", "number|a unit and half_word later")  # fmt: skip
def _ahead(place: Place, *marks: Mark) -> Stretch | None:
    if marks[1].kind == "n" and marks[2].kind == "u" and place.counts_off(*marks[1:3]):
        return None
    return _away(place, marks, 1)


@rules("number|a unit ago", "number|a unit and a half_word ago", "number|a unit and half_word ago",
       "ago number|a unit", "ago number|a unit and half_word")  # fmt: skip
def _ago(place: Place, *marks: Mark) -> Stretch:
    return _away(place, marks, -1)


@rules("after number|a unit")
def _after_units(place: Place, _after: Mark, number: Mark, unit: Mark) -> Stretch:
    return Stretch(place.calendar.moved(place.today, number.value, unit.value), None, grain_of(unit.value))


@rules("future number|a to|or number unit", "future number , number unit", "number , number unit ago",
       "number|a to|or number unit later", "within number|a to|or number unit", "future a unit or number",
       "a unit or number later", "number|a to|or number unit ago", "ago number|a to|or number unit")  # fmt: skip
def _between_units(place: Place, *marks: Mark) -> Stretch | None:
    low, high = (mark.value for mark in marks if mark.kind in "n1")
    unit = next(mark.value for mark in marks if mark.kind == "u")
    sign = -1 if any(mark.kind == "a" for mark in marks) else 1
    ends = sorted(place.calendar.moved(place.today, sign * count, unit) for count in (low, high))
    if marks[0].kind == "I":
        return Stretch(None, ends[1], grain_of(unit))
    return Stretch(ends[0], ends[1], grain_of(unit))


@rules("future number workdays", "number workdays later|ago", "within number workdays")
def _in_workdays(place: Place, *marks: Mark) -> Stretch:
    count = int(next(mark.value for mark in marks if mark.kind == "n"))
    found = place.calendar.workdays(place.today, -count if marks[-1].kind == "a" else count)
    return Stretch(None if marks[0].kind == "I" else found, found, "day")


@rules("within unit")
def _within_this(place: Place, within: Mark, unit: Mark) -> Stretch | None:
    """Read 'within the year': before this one is over; with the one left out, 'within a year'."""
    if within.value == "one":
        return Stretch(None, place.calendar.moved(place.today, 1, unit.value), grain_of(unit.value))
    if _several(place, unit):
        return Stretch(None, place.calendar.moved(place.today, _FEW, unit.value), grain_of(unit.value))
    return replace(place.calendar.unit_at(place.today, unit.value), start=None) if unit.value != "day" else None


@rules("since|ago number|a unit")
def _since_units(place: Place, since: Mark, number: Mark, unit: Mark) -> Stretch | None:
    if since.value not in ("past", "either"):
        return None
    return Stretch(place.calendar.moved(place.today, -number.value, unit.value), None, grain_of(unit.value))


def _several(place: Place, unit: Mark) -> bool:
    """Whether the word is a plural: 'the coming weeks'."""
    plurals = load(place.line.language, "values")["times"].get("plurals", ())
    written = place.line.low[unit.start : unit.end]
    return written in plurals or any(written.startswith(f"{plural} ") for plural in plurals)


def _away(place: Place, marks: tuple[Mark, ...], sign: int) -> Stretch:
    count = next((mark.value for mark in marks if mark.kind in "n1"), 1)
    unit = next(mark.value for mark in marks if mark.kind == "u")
    count += 0.5 * any(mark.kind == "p" for mark in marks)
    found = place.calendar.moved(place.today, sign * count, unit)
    finer: dict[str, Grain] = {"year": "month", "month": "week", "week": "day"}
    return Stretch(found, found, finer.get(unit, grain_of(unit)) if count % 1 else grain_of(unit))


def grain_of(unit: str) -> Grain:
    """How exactly 'in three weeks' is meant: to the week."""
    grains: dict[str, Grain] = {"day": "day", "month": "month", "quarter": "quarter", "half": "quarter"}
    return grains.get(unit, "year" if unit in ("year", "decade") else "week")


@rules("day_word")
def _named_day(place: Place, mark: Mark) -> Stretch:
    return calendar.day(place.calendar.moved(place.today, mark.value, "day"), dated=False)


@rules("at_once")
def _at_once(place: Place, _mark: Mark) -> Stretch:
    return Stretch(place.today, None, "day")
