"""The next passes: parts of a stretch ('the end of next month', 'first Monday of May'), and what is left over."""

from __future__ import annotations

from dataclasses import replace

from cuebook.understanding.lexicon import load
from cuebook.understanding.times import calendar
from cuebook.understanding.times.anchors import numbered_week
from cuebook.understanding.times.calendar import Stretch
from cuebook.understanding.times.rules import Place, Rules, in_year_of
from cuebook.understanding.times.words import Mark

rules = Rules()
left = Rules()


@rules("weekday , stretch", "weekday since stretch", "stretch , weekday")
def _weekday_of(place: Place, *marks: Mark) -> Stretch | None:
    """Read 'Monday, 3 May' (the date counts), 'Monday next week', 'this week's Thursday'."""
    stretch: Stretch = next(mark.value for mark in marks if mark.kind == "P")
    day = next(mark.value for mark in marks if mark.kind == "w")
    if stretch.dated and stretch.grain == "day":
        return _on_that_weekday(place, stretch, day)
    if stretch.grain != "week" or stretch.start is None or stretch.end is None:
        return None
    if stretch.start == stretch.end:  # 'in two weeks, on Thursday'
        stretch = place.calendar.unit_at(stretch.start, "week")
    if stretch.start is None or stretch.end is None or (stretch.end - stretch.start).days != 6:
        return None
    return calendar.day(place.calendar.weekday(stretch.start, day, week=0), dated=False)


def _on_that_weekday(place: Place, date: Stretch, weekday: int) -> Stretch:
    """Find the year that a date is of by its weekday, where no year was said: 'Sunday, 10 May' may be past."""
    if date.start is None or not date.floating or date.start.weekday() == weekday:
        return date
    said = place.calendar.year(date.start)
    for year in (said - 1, said + 1):
        other = place.calendar.in_year(date, year)
        if other.start and other.start.weekday() == weekday:
            return other
    return date


@rules("ordinal|last|relative weekday stretch", "ordinal|last|relative unit stretch")
def _nth_of(place: Place, number: Mark, unit: Mark, of: Mark) -> Stretch | None:
    nth = -1 if number.kind == "L" else number.value
    if number.kind == "r" and nth != -1:
        return None
    if unit.kind == "w":
        return place.calendar.nth(of.value, nth, "weekday", unit.value) if _longer(of.value, 7) else None
    if not _longer(of.value, 2) or of.value.grain == unit.value:
        return None
    return _part(place, of.value, nth, unit.value)


def _part(place: Place, of: Stretch, nth: int, unit: str) -> Stretch | None:
    return place.calendar.nth(of, nth, unit) if unit in ("day", "week", "month", "quarter", "half") else None


@rules("ordinal last|relative unit stretch")
def _nth_last_of(place: Place, number: Mark, last: Mark, unit: Mark, of: Mark) -> Stretch | None:
    if last.kind == "r" and last.value != -1:
        return None
    return _part(place, of.value, -number.value, unit.value)


@rules("ordinal stretch", "number of stretch")
def _day_of(place: Place, number: Mark, *rest: Mark) -> Stretch | None:
    """Read '9th of next month'."""
    of: Stretch = rest[-1].value
    if of.grain != "month" or number.value % 1 or not _longer(of, 28):
        return None
    return place.calendar.nth(of, int(number.value), "day")


@rules("ordinal half_word stretch", "relative half_word stretch", "number half_word stretch")
def _half_of(place: Place, number: Mark, half: Mark, of: Mark) -> Stretch | None:
    if (number.kind == "r" and number.value != -1) or (number.kind == "n" and half.value != "middle"):
        return None
    return place.calendar.half(of.value, 2 if number.kind == "r" else number.value)


@rules("half_word stretch")
def _middle_of(place: Place, half: Mark, of: Mark) -> Stretch | None:
    """Read 'w połowie marca', where half of it is its middle."""
    found = place.calendar.part(of.value, "middle", place.today) if half.value == "middle" else None
    return replace(found, floating=of.value.floating) if found else None


@rules("edge to? stretch", "edge relative? stretch")
def _edge_of(place: Place, edge: Mark, between: Mark | None, of: Mark) -> Stretch | None:
    if between is not None and between.kind == "T" and place.line.low[between.start : between.end] != "-":
        return None
    whole: Stretch = of.value
    found = place.calendar.part(whole, edge.value, place.today)
    if found and found.end and found.end < place.today and whole.season and whole.floating and whole.start:
        found = place.calendar.part(in_year_of(place, whole, whole.start, 1), edge.value, place.today)
    return replace(found, floating=whole.floating) if found else None  # 'the end of Q3 next year'


@rules("stretch , stretch")
def _of_year(place: Place, first: Mark, second: Mark) -> Stretch | None:
    """Read 'March next year', 'next year in March', 'Q2 of next year'."""
    for inner, outer in ((first.value, second.value), (second.value, first.value)):
        if inner.floating and outer.grain == "year" and not outer.floating and outer.start and outer.end:
            return in_year_of(place, inner, outer.start)
    return None


@rules("unit of stretch")
def _unit_of(place: Place, unit: Mark, _of: Mark, day: Mark) -> Stretch | None:
    """Read 'the week of 3 March'."""
    stretch: Stretch = day.value
    if stretch.grain != "day" or stretch.start is None or stretch.start != stretch.end or unit.value == "day":
        return None
    return place.calendar.unit_at(stretch.start, unit.value)


def _longer(stretch: Stretch, days: int) -> bool:
    return stretch.start is not None and stretch.end is not None and (stretch.end - stretch.start).days >= days - 1


@left("weekday")
def _weekday(place: Place, mark: Mark) -> Stretch:
    return calendar.day(place.calendar.weekday(place.today, mark.value), dated=False)


@left("edge unit", "edge relative unit")
def _edge_of_this(place: Place, edge: Mark, *rest: Mark) -> Stretch | None:
    """Read 'the end of the year': of this one."""
    if rest[-1].value == "day":
        return None
    offset = rest[0].value if len(rest) > 1 else 0
    unit = rest[-1].value
    found = place.calendar.part(place.calendar.unit_at(place.today, unit, offset), edge.value, place.today)
    coming = load(place.line.language, "values")["times"].get("coming_edges") and len(rest) == 1
    if coming and found and found.end and found.end < place.today:
        return place.calendar.part(place.calendar.unit_at(place.today, unit, 1), edge.value, place.today)
    return found


@left("half_word unit")
def _middle_of_this(place: Place, half: Mark, unit: Mark) -> Stretch | None:
    if half.value != "middle" or unit.value == "day":
        return None
    return place.calendar.part(place.calendar.unit_at(place.today, unit.value), "middle", place.today)


@left("unit_edge")
def _unit_edge(place: Place, mark: Mark) -> Stretch | None:
    edge, unit = mark.value.split()
    return place.calendar.part(place.calendar.unit_at(place.today, unit), edge, place.today)


@left("ordinal unit", "ordinal half_word unit?", "number half_word unit")
def _nth_of_this_year(place: Place, number: Mark, unit: Mark, of: Mark | None = None) -> Stretch | None:
    """Read 'the third quarter', 'the second half of the year': those to come."""
    if number.kind == "n" and unit.value != "middle":
        return None
    name = "half" if unit.kind == "p" else unit.value
    if name == "week" and number.figures and number.value > 5:  # more than a month has: 'week 12'
        return numbered_week(place, number.value)
    if name not in ("quarter", "half") or (unit.kind == "p" and (of is None or of.value != "year")):
        return None
    year = place.calendar.unit_at(place.today, "year")
    found = place.calendar.nth(year, int(number.value), name)
    if found and found.end and found.end < place.today:
        found = place.calendar.in_year(found, place.calendar.year(found.end) + 1)
    return replace(found, floating=True) if found else None


@left("unit")
def _the_weekend(place: Place, unit: Mark) -> Stretch | None:
    return place.calendar.unit_at(place.today, "weekend") if unit.value == "weekend" else None


@left("ordinal !word|unit|ordinal|half_word|last")
def _the_nth(place: Place, number: Mark) -> Stretch | None:
    """Read 'on the 15th': the next one."""
    asked = place.line.expecting == "timing" and place.alone
    led = asked or place.before in ("_", "B", "b", "A", "f", "T")
    if not number.figures or not led or not 1 <= number.value <= 31:
        return None
    for ahead in (0, 1, 2):
        found = place.calendar.nth(place.calendar.unit_at(place.today, "month", ahead), number.value, "day")
        if found and found.start and found.start >= place.today:
            return found
    return None


@left("ordinal of unit")
def _nth_of_this_month(place: Place, number: Mark, _of: Mark, unit: Mark) -> Stretch | None:
    """Read 'the 4th of the month': the next one."""
    near = [
        place.calendar.nth(place.calendar.unit_at(place.today, "month", ahead), number.value, "day")
        for ahead in (0, 1)
    ]
    coming = [found for found in near if found and found.start and found.start >= place.today]
    return coming[0] if coming and unit.value == "month" else None


@left("ordinal|last|relative weekday|unit of unit")
def _nth_of_this(place: Place, number: Mark, what: Mark, _of: Mark, unit: Mark) -> Stretch | None:
    """Read 'the last Friday of the month', 'first week of the quarter': of this one, or else the next."""
    nth = -1 if number.kind == "L" else number.value
    if (number.kind == "r" and nth != -1) or unit.value not in ("month", "quarter", "year"):
        return None
    for ahead in (0, 1):
        whole = place.calendar.unit_at(place.today, unit.value, ahead)
        found = (
            place.calendar.nth(whole, nth, "weekday", what.value)
            if what.kind == "w"
            else _part(place, whole, nth, what.value)
        )
        if found and found.end and found.end >= place.today:
            return found
    return None


@left("number|a unit", "number to|or number unit", "number|a unit and half_word", "unit", "unit and half_word")
def _asked_for(place: Place, *marks: Mark) -> Stretch | None:
    """Read 'three months' as the answer to 'when?': in three months; 'месец' where the one may be left out."""
    if place.line.expecting != "timing" or not place.alone:
        return None
    unit = next(mark.value for mark in marks if mark.kind == "u")
    counts = [mark.value + 0.5 * any(other.kind == "p" for other in marks) for mark in marks if mark.kind in "n1"]
    if not counts and load(place.line.language, "values")["times"].get("one_left_out") and unit != "weekend":
        counts = [1 + 0.5 * (marks[-1].kind == "p")]
    if not counts:
        return None
    ends = [place.calendar.moved(place.today, count, unit) for count in counts]
    return replace(place.calendar.unit_at(place.today, unit), start=min(ends), end=max(ends))
