"""What tells a time and no day: 'at five', 'forty minutes', 'two years', 'the 17th century'.

Read in languages whose lexicon says so (`undated`). A time of day is that of the day it is said with, or else of
the day of the call; a length of time begins there.
"""

from __future__ import annotations

from cuebook.understanding.lexicon import load
from cuebook.understanding.times import calendar
from cuebook.understanding.times.calendar import Stretch
from cuebook.understanding.times.calendars import calendar_of, other
from cuebook.understanding.times.relative import grain_of
from cuebook.understanding.times.rules import Place, Rules
from cuebook.understanding.times.words import Mark

rules = Rules()
named = Rules()
"""What is found before all else: a century with its number is no year."""

_AT = ("clock", "clock_word clock", "clock_word number", "clock_word number and number clock_unit",
       "number day_part", "number to|or number day_part", "clock_word number day_part",
       "clock day_part", "half_word clock_word")  # fmt: skip
_BESIDE = (*_AT, "day_part")
_WITH_DAY = (*(f"stretch , {at}" for at in _BESIDE), *(f"{at} stretch" for at in _BESIDE))
_SHORT = ("number|a clock_unit|clock_word", "number|a clock_word and number clock_unit",
          "number|a clock_word and half_word")  # fmt: skip


@rules(*_WITH_DAY)
def _at_on_a_day(place: Place, *marks: Mark) -> Stretch | None:
    """Read 'tomorrow at five': tomorrow."""
    found: Stretch = next(mark.value for mark in marks if mark.kind == "P")
    return found if _reads(place) else None


@rules(*_AT, *_SHORT)
def _at(place: Place, *_marks: Mark) -> Stretch | None:
    """Read 'at five' and 'forty minutes': today."""
    return calendar.day(place.today, dated=False) if _reads(place) else None


@rules("number|a unit", "number|a to|or number unit", "number , number unit", "number|a unit and half_word")
def _length(place: Place, *marks: Mark) -> Stretch | None:
    """Read 'two years': from now on."""
    if not _reads(place):
        return None
    unit = next(mark.value for mark in marks if mark.kind == "u")
    count = max(mark.value for mark in marks if mark.kind in "n1") + 0.5 * any(mark.kind == "p" for mark in marks)
    return Stretch(place.today, place.calendar.moved(place.today, count, unit), grain_of(unit))


@rules("stretch era")
def _in_an_era(place: Place, said: Mark, _era: Mark) -> Stretch | None:
    found: Stretch = said.value
    return found if _reads(place) else None


@named("number|year era")
def _year_of_an_era(place: Place, said: Mark, era: Mark) -> Stretch | None:
    """Read '1210 AD': the year of the calendar that is named."""
    by = calendar_of(place.line.language) if era.value == "own" else other(place.line.language, era.value)
    if said.kind == "n" and (not said.figures or said.value % 1):
        return None
    return by.unit_at(by.reckoning.first_of(int(said.value), 1), "year")


@named("century ordinal|number era?", "ordinal century era?")
def _century(place: Place, *marks: Mark | None) -> Stretch | None:
    """Read 'the 17th century'."""
    number = next(int(mark.value) for mark in marks if mark and mark.kind in "on")
    if not 1 <= number <= 21:
        return None
    by = calendar_of(place.line.language) if number < 16 else other(place.line.language, "gregorian")
    first, last = by.reckoning.first_of(number * 100 - 99, 1), by.reckoning.first_of(number * 100, 12)
    return Stretch(first, by.unit_at(last, "month").end, "year")


@named("unit number and number era?", "unit number era?")
def _decade(place: Place, unit: Mark, number: Mark, *more: Mark | None) -> Stretch | None:
    """Read 'the sixties', said 'decade 60'."""
    said = [int(mark.value) for mark in (number, *more) if mark and mark.kind == "n"]
    if not _reads(place) or unit.value != "decade" or any(one % 10 or not 0 <= one < 100 for one in said):
        return None
    first, last = (place.calendar.century(one, place.today) for one in (said[0], said[-1]))
    start, end = (place.calendar.reckoning.first_of(year, 1) for year in (first, last + 9))
    return Stretch(start, place.calendar.unit_at(end, "year").end, "year")


def _reads(place: Place) -> bool:
    return bool(load(place.line.language, "values")["times"].get("undated"))
