"""Stretches that the calendar names: '14 March 2027', 'week 12', 'Q2', 'the summer', 'Christmas', 'Monday'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cuebook.understanding.lexicon import load
from cuebook.understanding.times import calendar
from cuebook.understanding.times.calendar import Calendar, Stretch
from cuebook.understanding.times.calendars import calendar_of_month, of_year, other
from cuebook.understanding.times.rules import Place, Rules
from cuebook.understanding.times.words import Mark

rules = Rules()
_NEXT, _THIS, _LAST = 1, 0, -1
_COUNTED_WEEKS = 6  # 'the fifth week' may still be that of a month
_YEAR_AFTER = frozenset("FiBbAfTverI&|gL_/")  # words before a year: 'in 2027', 'by 2027', 'late 2027'


@rules("date")
def _in_figures(_place: Place, mark: Mark) -> Stretch:
    stretch: Stretch = mark.value
    return stretch


@rules("number|ordinal month , year", "number|ordinal month", "number|ordinal month , number !word|unit|month",
       "number|ordinal slash|to month slash|to number|year")  # fmt: skip
def _day_of_month(place: Place, number: Mark, *rest: Mark) -> Stretch | None:
    month, *year = [mark for mark in rest if mark.kind not in "/T"]
    return _day(place, number, month, year[0] if year else None)


@rules("month number|ordinal , year", "month number|ordinal !unit")
def _month_and_day(place: Place, month: Mark, number: Mark, year: Mark | None = None) -> Stretch | None:
    return _day(place, number, month, year)


@rules("number|ordinal to number|ordinal month , year?",
       "since|between number|ordinal to|and number|ordinal month , year?")  # fmt: skip
def _days_of_month(place: Place, *marks: Mark | None) -> Stretch | None:
    first, last, month, year = [mark for mark in marks if mark is None or mark.kind not in "fvT&"]
    return _days(place, first, last, month, year)


@rules("month number|ordinal to number|ordinal , year?",
       "since|between month number|ordinal to|and number|ordinal , year?")  # fmt: skip
def _month_and_days(place: Place, *marks: Mark | None) -> Stretch | None:
    month, first, last, year = [mark for mark in marks if mark is None or mark.kind not in "fvT&"]
    return _days(place, first, last, month, year)


def _day(place: Place, number: Mark | None, month: Mark | None, year: Mark | None) -> Stretch | None:
    if number is None or month is None or number.value % 1 or not 1 <= number.value <= 31:
        return None
    by = calendar_of_month(place.line.language, month.value)
    if year is not None:
        said = _year_said(place, year, by)
        found = by.date_of(said, month.value, int(number.value)) if said is not None else None
        return calendar.day(found) if found else None
    for ahead in range(9):  # 29 February may be far
        found = by.date_of(by.year(place.today) + ahead, month.value, int(number.value))
        if found and found >= place.today:
            return replace(calendar.day(found, floating=True), calendar=by if by is not place.calendar else None)
    return None


def _year_said(place: Place, year: Mark, by: Calendar) -> int | None:
    """The year that stands after a month: whole, or its last two figures."""
    if year.kind != "n":
        return int(year.value)
    two = year.figures and year.end - year.start == 2
    return by.century(int(year.value), place.today) if two else None


def _days(
    place: Place, first: Mark | None, last: Mark | None, month: Mark | None, year: Mark | None
) -> Stretch | None:
    start, end = _day(place, first, month, year), _day(place, last, month, year)
    if start is None or end is None or start.start is None or end.end is None:
        return None
    if start.start > end.end:  # begun already: '13-15 July' said on the 14th
        start = place.calendar.in_year(start, place.calendar.year(end.end))
    if start.start is None or start.start > end.end:
        return None
    return Stretch(start.start, end.end, "day", floating=year is None)


@rules("month , year")
def _month_of_year(place: Place, month: Mark, year: Mark) -> Stretch:
    return calendar_of_month(place.line.language, month.value).month(year.value, month.value)


@rules("month")
def _month(place: Place, mark: Mark) -> Stretch:
    by = calendar_of_month(place.line.language, mark.value)
    now = by.reckoning.said(place.today)
    found = by.month(now.year + (mark.value < now.month), mark.value, floating=True)
    return replace(found, calendar=by if by is not place.calendar else None)


@rules("relative month")
def _relative_month(place: Place, which: Mark, mark: Mark) -> Stretch:
    by = calendar_of_month(place.line.language, mark.value)
    year, today, _ = by.reckoning.said(place.today)
    if which.value >= _NEXT:
        year += which.value - 1 + (mark.value <= today)
    elif which.value == _LAST:
        year -= mark.value >= today
    return by.month(year, mark.value)


@rules("coming month|season|holiday")
def _coming(place: Place, _which: Mark, mark: Mark) -> Stretch | None:
    if mark.kind == "m":
        return _month(place, mark)
    return _next_season(place, mark) if mark.kind == "s" else _holiday(place, mark)


@rules("season year", "season")
def _season(place: Place, mark: Mark, year: Mark | None = None) -> Stretch | None:
    if year is not None:
        return _season_of(place, mark, year.value)
    for ahead in (-1, 0, 1):
        found = _season_of(place, mark, place.year + ahead)
        if found.end and found.end >= place.today:
            return replace(found, floating=True)
    return None


@rules("relative season")
def _relative_season(place: Place, which: Mark, mark: Mark) -> Stretch | None:
    if which.value == _THIS:
        found = _season(place, mark)
        return replace(found, floating=False) if found else None
    if which.value == _NEXT:
        return _next_season(place, mark)
    near = [_season_of(place, mark, place.year + ahead) for ahead in (-2, -1, 0, 1, 2)]
    return next((found for found in reversed(near) if found.end and found.end < place.today), None)


def _next_season(place: Place, mark: Mark) -> Stretch | None:
    near = [_season_of(place, mark, place.year + ahead) for ahead in (0, 1, 2)]
    return next((found for found in near if found.start and found.start > place.today), None)


def _season_of(place: Place, mark: Mark, year: int) -> Stretch:
    """Find the days of '06-01 08-31', or '12-22 01-03', which ends in the next year."""
    (first, day), (last, until) = [[int(part) for part in side.split("-")] for side in mark.value.split()]
    by = of_year(place.line.language, year)
    last_year = year + (last < first)
    end = by.date_of(last_year, last, until) if until < 28 else by.month(last_year, last).end
    return Stretch(by.date_of(year, first, day), end, "quarter", season=True)


@rules("holiday , year", "holiday")
def _holiday(place: Place, mark: Mark, year: Mark | None = None) -> Stretch | None:
    if year is not None:
        return calendar.day(_holiday_of(place, mark, year.value))
    found = _holiday_of(place, mark, place.year)
    if found < place.today:
        found = _holiday_of(place, mark, place.year + 1)
    return calendar.day(found, floating=True)


@rules("relative holiday")
def _relative_holiday(place: Place, which: Mark, mark: Mark) -> Stretch | None:
    found = _holiday_of(place, mark, place.year)
    if which.value == _LAST:
        return calendar.day(found if found < place.today else _holiday_of(place, mark, place.year - 1))
    return replace(stretch, floating=False) if (stretch := _holiday(place, mark)) else None


def _holiday_of(place: Place, mark: Mark, year: int) -> date:
    """Find the day: '12-25', 'easter+1', '11/3/4' (4th Thursday of November), '06-19/4' (Friday from 19 June on).

    'lunar:10-01' is a day of another calendar, the first of them in the year.
    """
    if not 1 < year < 9999:
        raise OverflowError(f"no holidays in {year}")
    name, _, rule = str(mark.value).rpartition(":")
    by = of_year(place.line.language, year)
    if not name:
        return _holiday_by(place, by, rule, year)
    begin, by = by.reckoning.first_of(year, 1), other(place.line.language, name)
    near = (_holiday_by(place, by, rule, by.year(begin) + ahead) for ahead in (0, 1))
    return next(found for found in near if found >= begin)


def _holiday_by(place: Place, by: Calendar, rule: str, year: int) -> date:
    rule, _, later = rule.partition("+")
    if rule.startswith("easter"):
        rule, _, earlier = rule.partition("-")
        orthodox = bool(load(place.line.language, "values")["times"].get("orthodox"))
        return calendar.easter(year, orthodox=orthodox) + timedelta(days=int(later or 0) - int(earlier or 0))
    begin, _, wanted = rule.partition("/")
    if "/" in rule and "-" not in begin:
        number, wanted_day, nth = map(int, rule.split("/"))
        found = by.nth(by.month(year, number), nth, "weekday", wanted_day)
        if found is None or found.start is None:
            raise OverflowError(f"no holiday {rule} in {year}")
        return found.start + timedelta(days=int(later or 0))
    number, day = map(int, begin.split("-"))
    at = by.reckoning.first_of(year, number) + timedelta(days=day - 1)
    return by.weekday(at - timedelta(days=1), int(wanted)) if wanted else at


@rules("relative weekday")
def _relative_weekday(place: Place, which: Mark, mark: Mark) -> Stretch | None:
    if which.value == _NEXT:
        return calendar.day(place.calendar.weekday(place.today, mark.value, week=1), dated=False)
    if which.value > _NEXT:  # 'the Friday after next', in one word
        weeks = timedelta(weeks=which.value - 1)
        return calendar.day(place.calendar.weekday(place.today, mark.value) + weeks, dated=False)
    if which.value == _LAST and place.goes_on():
        return None
    if which.value == _LAST:
        return calendar.day(place.calendar.weekday(place.today - timedelta(days=8), mark.value), dated=False)
    return calendar.day(place.calendar.weekday(place.today, mark.value), dated=False)


@rules("coming weekday", "relative coming weekday")
def _coming_weekday(place: Place, *marks: Mark) -> Stretch:
    return calendar.day(place.calendar.weekday(place.today, marks[-1].value), dated=False)


@rules("weekday after relative|coming")
def _weekday_after_next(place: Place, mark: Mark, _after: Mark, which: Mark) -> Stretch | None:
    if which.kind == "r" and which.value != _NEXT:
        return None
    return calendar.day(place.calendar.weekday(place.today, mark.value) + timedelta(days=7), dated=False)


@rules("weekday ordinal !unit|month|word")
def _weekday_the_nth(place: Place, mark: Mark, number: Mark) -> Stretch | None:
    """Find the next month in which that day falls on that weekday."""
    for ahead in range(84):
        found = place.calendar.nth(place.calendar.unit_at(place.today, "month", ahead), number.value, "day")
        at = found.start if found else None
        if at and at >= place.today and at.weekday() == mark.value:
            return found
    return None


@rules("quarter|half slash|to? , year", "year quarter|half", "number quarter|half", "quarter|half")
def _quarter(place: Place, *marks: Mark | None) -> Stretch | None:
    mark = next(mark for mark in marks if mark and mark.kind in "qh")
    unit = "quarter" if mark.kind == "q" else "half"
    number = next((other for other in marks if other and other.kind in "Yn"), None)
    if number is not None:
        if number.kind == "n" and (number.end != mark.start or not 10 <= number.value <= 99):
            return None
        year = place.calendar.century(int(number.value), place.today) if number.kind == "n" else number.value
        return _part_of_year(place, year, unit, mark.value)
    found = _part_of_year(place, place.year, unit, mark.value)
    if found.end and found.end < place.today:
        found = _part_of_year(place, place.year + 1, unit, mark.value)
    return replace(found, floating=True)


@rules("ordinal unit , year")
def _nth_quarter(place: Place, number: Mark, unit: Mark, year: Mark) -> Stretch | None:
    if unit.value not in ("quarter", "half"):
        return None
    return place.calendar.nth(whole_year(place, year.value), number.value, unit.value)


def whole_year(place: Place, year: int) -> Stretch:
    """Find the year, of the calendar that counts such years."""
    by = of_year(place.line.language, year)
    return by.unit_at(by.reckoning.first_of(year, 1), "year")


def _part_of_year(place: Place, year: int, unit: str, number: int) -> Stretch:
    by = of_year(place.line.language, year)
    return by.unit_at(by.reckoning.first_of(year, 1), unit, number - 1)


@rules("unit number , year", "unit number !unit|word|month", "unit year")
def _numbered(place: Place, unit: Mark, number: Mark, year: Mark | None = None) -> Stretch | None:
    """Read 'week 12', 'FY 2027' and 'FY27'."""
    width = number.end - number.start
    if unit.value == "year" and number.kind == "Y":
        return whole_year(place, number.value)
    if unit.value == "year" and number.figures and width in (2, 4):
        year_said = int(number.value)
        return whole_year(place, year_said if width == 4 else place.calendar.century(year_said, place.today))
    if unit.value != "week" or number.kind != "n" or not number.figures or not 1 <= number.value <= 53:
        return None
    return _week(place, year.value, int(number.value)) if year else numbered_week(place, int(number.value))


def numbered_week(place: Place, number: int) -> Stretch | None:
    """Find the next week to come with this number; None where this year or the next has none such."""
    found = _week(place, place.year, number)
    return _week(place, place.year + 1, number) if found and found.end and found.end < place.today else found


def _week(place: Place, year: int, number: int) -> Stretch | None:
    """The week by its number: ISO 8601's; elsewhere the week that the year begins in is the first."""
    if of_year(place.line.language, year) is not calendar.GREGORIAN:
        return place.calendar.unit_at(whole_year(place, year).start or date.max, "week", number - 1)
    try:
        return place.calendar.unit_at(date.fromisocalendar(year, number, 1), "week")
    except ValueError:  # the year has no week 53
        return None


@rules("number unit , year", "number unit")
def _counted_off(place: Place, number: Mark, unit: Mark, year: Mark | None = None) -> Stretch | None:
    """Read 'w 2 kwartale', '12 tydzień': by the form of the word it is the twelfth, and not twelve of them."""
    if not place.counts_off(number, unit) or number.value < 1:
        return None
    if unit.value in ("quarter", "half"):
        if number.value > (4 if unit.value == "quarter" else 2):
            return None
        kind = "q" if unit.value == "quarter" else "h"
        return _quarter(place, number._replace(kind=kind, value=int(number.value)), year)
    if unit.value != "week" or number.value < _COUNTED_WEEKS or place.goes_on():
        return None
    return _numbered(place, unit, number._replace(figures=True), year)


@rules("unit number to number , year?")
def _weeks(place: Place, unit: Mark, first: Mark, _to: Mark, last: Mark, year: Mark | None) -> Stretch | None:
    start, end = (_numbered(place, unit, number, year) for number in (first, last))
    if unit.value not in ("week", "year") or start is None or end is None or not start.start or not end.end:
        return None
    return Stretch(start.start, end.end, start.grain) if start.start < end.end else None


@rules("year")
def _year(place: Place, mark: Mark) -> Stretch | None:
    ahead = mark.value - of_year(place.line.language, mark.value).year(place.today)
    near = abs(ahead) <= 10
    sum_ = place.line.expecting == "money" and not near  # '2000' answers 'how much?', too
    said = place.before in _YEAR_AFTER and place.before and (near or (place.after != "x" and not sum_))
    coming = place.before == "x" and place.after in ("", ".", ",") and 0 <= ahead <= 3
    bare = bool(load(place.line.language, "values")["times"].get("bare_years")) and mark.value % 100 and not sum_
    if not (said or (place.alone and not sum_) or coming or bare or (place.after in ("T", "&") and near)):
        return None  # 'article 2027', '2000 copies'
    return whole_year(place, mark.value)


@rules("number number")
def _year_in_words(place: Place, first: Mark, second: Mark) -> Stretch | None:
    """Read 'in twenty twenty-seven'."""
    words = not first.figures and not second.figures and place.before in ("F", "B", "b", "A", "f")
    if not words or first.value not in (19, 20) or not 10 <= second.value <= 99:
        return None
    return whole_year(place, int(first.value * 100 + second.value))
