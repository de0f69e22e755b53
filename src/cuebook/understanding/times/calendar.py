"""Calendar arithmetic: stretches of days, and steps between them. Beyond the calendar: OverflowError."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from cuebook.understanding.reading import Grain

Edge = Literal["start", "middle", "end", "rest"]
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to `end`, inclusive; None for an open side.

    `floating` marks one whose year was not said, so that 'March to May 2027' can move it.
    `edge` marks the end of something: 'before the end of June' still counts June's last day.
    `dated` marks a day of the calendar, which a weekday beside it only confirms.
    `season` marks one that things are done before: 'by summer' is until the summer begins.
    """

    start: date | None
    end: date | None
    grain: Grain
    floating: bool = False
    edge: bool = False
    dated: bool = False
    season: bool = False


def day(at: date, *, floating: bool = False, dated: bool = True) -> Stretch:
    """Return a single day."""
    return Stretch(at, at, "day", floating=floating, dated=dated)


def date_of(year: int, month: int, number: int) -> date | None:
    """Return the date; None where the calendar has none (30 February)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def moved(at: date, count: float, unit: str) -> date:
    """Return the day `count` units later; half units count, and a month's end stays one."""
    if unit in _DAYS:
        return at + timedelta(days=round(count * _DAYS[unit]))
    months = count * _MONTHS[unit]
    whole = int(months)
    index = at.year * 12 + at.month - 1 + whole
    if not 12 <= index < 12 * 10_000:
        raise OverflowError(f"{count} {unit} from {at} is beyond the calendar")
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(at.day, last)) + timedelta(days=round((months - whole) * 30))


def workdays(at: date, count: int) -> date:
    """Return the day `count` working days later (Monday to Friday)."""
    if abs(count) > 10_000:
        raise OverflowError("too many working days")
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        at += timedelta(days=step)
        while at.weekday() > 4:
            at += timedelta(days=step)
    return at


def unit_at(at: date, unit: str, offset: int = 0) -> Stretch:
    """Return the whole week, month, quarter, half or year that `at` lies in, or one `offset` away from it."""
    if unit in _DAYS:
        if unit == "day":
            return Stretch(moved(at, offset, "day"), moved(at, offset, "day"), "day")
        monday = moved(at - timedelta(days=at.weekday()), offset, unit)
        if unit == "weekend":
            return Stretch(monday + timedelta(days=5), monday + timedelta(days=6), "day")
        return Stretch(monday, monday + timedelta(days=_DAYS[unit] - 1), "week")
    size = _MONTHS[unit]
    first = moved(at.replace(day=1), -((at.year * 12 + at.month - 1) % size), "month")
    start = moved(first, offset, unit)
    grains: dict[str, Grain] = {"month": "month", "quarter": "quarter", "half": "quarter"}
    return Stretch(start, moved(start, 1, unit) - timedelta(days=1), grains.get(unit, "year"))


def month(year: int, number: int, *, floating: bool = False) -> Stretch:
    """Return a whole month."""
    if not (1 <= year <= 9999 and 1 <= number <= 12):
        raise OverflowError(f"no month {number} of {year}")
    return replace(unit_at(date(year, number, 1), "month"), floating=floating)


def units(at: date, count: int, unit: str, *, past: bool = False) -> Stretch:
    """Return the `count` whole units after (or before) the one that `at` lies in: 'the next four months'."""
    first, last = (-count, -1) if past else (1, count)
    start, end = unit_at(at, unit, first), unit_at(at, unit, last)
    return Stretch(start.start, end.end, start.grain)


def part(of: Stretch, edge: Edge, today: date) -> Stretch | None:
    """Return the beginning, middle, end or rest of a stretch: the end of April is its last ten days."""
    if of.start is None or of.end is None:
        return None
    if edge == "rest":
        start = max(of.start, min(today + timedelta(days=1), of.end))
        return Stretch(start, of.end, of.grain)
    days = (of.end - of.start).days + 1
    if days < 3:
        return of
    grain: Grain = "day" if days <= 7 else "week" if days <= 31 else "month"
    if 28 <= days <= 31:
        cuts = (of.start + timedelta(days=9), of.start + timedelta(days=20))
    elif days > 31 and of.start.day == 1:
        months = (of.end.year - of.start.year) * 12 + of.end.month - of.start.month + 1
        third = max(1, months // 4 if edge != "middle" else months // 3)
        cuts = (
            moved(of.start, third, "month") - timedelta(days=1),
            moved(of.start, months - third, "month"),
        )
    else:
        third = (days + 2) // 3 if edge != "middle" else (days + 2) // 6
        cuts = (of.start + timedelta(days=third - 1), of.end - timedelta(days=third - 1))
    if edge == "start":
        return Stretch(of.start, cuts[0], grain)
    if edge == "end":
        return Stretch(cuts[1], of.end, grain, edge=True)
    middle = (cuts[0] + timedelta(days=1), cuts[1] - timedelta(days=1))
    return Stretch(*middle, grain) if middle[0] <= middle[1] else of


def half(of: Stretch, number: int) -> Stretch | None:
    """Return the first or second half of a stretch."""
    if of.start is None or of.end is None or number not in (1, 2):
        return None
    months = (of.end.year - of.start.year) * 12 + of.end.month - of.start.month + 1
    if of.start.day == 1 and months > 1:
        cut = moved(of.start, months / 2, "month")
    else:
        cut = of.start + timedelta(days=((of.end - of.start).days + 1) // 2)
    grain: Grain = "quarter" if months > 3 else "month" if months > 1 else "week"
    return Stretch(of.start, cut - timedelta(days=1), grain) if number == 1 else Stretch(cut, of.end, grain)


def weekday(at: date, number: int, week: int | None = None) -> date:
    """Return the first such weekday after `at`; with `week`, that of the calendar week so many weeks away."""
    if week is None:
        return at + timedelta(days=(number - at.weekday() - 1) % 7 + 1)
    return at + timedelta(days=number - at.weekday() + 7 * week)


def nth(of: Stretch, number: int, unit: str, wanted: int = 0) -> Stretch | None:
    """Return the nth day, week, month, quarter or weekday (unit 'weekday') of a stretch; -1 is the last."""
    if of.start is None or of.end is None or number == 0:
        return None
    if unit == "weekday":
        first = of.start + timedelta(days=(wanted - of.start.weekday()) % 7)
        last = of.end - timedelta(days=(of.end.weekday() - wanted) % 7)
        found = moved(first, number - 1, "week") if number > 0 else moved(last, number + 1, "week")
        return day(found, dated=False) if of.start <= found <= of.end else None
    if unit == "day":
        found = moved(of.start, number - 1, "day") if number > 0 else moved(of.end, number + 1, "day")
        return day(found) if of.start <= found <= of.end else None
    if unit == "week":  # whole weeks: that of 28 September to 4 October is not the first of October
        monday = of.start + timedelta(days=-of.start.weekday() % 7)
        sunday = of.end - timedelta(days=(of.end.weekday() + 1) % 7)
        found = moved(monday, number - 1, "week") if number > 0 else moved(sunday, number + 1, "week")
        return unit_at(found, "week") if of.start <= found <= of.end else None
    first_unit, last_unit = unit_at(of.start, unit), unit_at(of.end, unit)
    base = first_unit.start if number > 0 else last_unit.start
    if base is None:
        return None
    found_unit = unit_at(base, unit, number - 1 if number > 0 else number + 1)
    inside = found_unit.start is not None and of.start <= found_unit.start <= of.end
    return found_unit if inside else None


def easter(year: int, *, orthodox: bool = False) -> date:
    """Return Easter Sunday (the anonymous Gregorian rule; Meeus' Julian rule for the Orthodox)."""
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        number, rest = divmod(moon + week + 114, 31)
        julian = year // 100 - year // 400 - 2
        return date(year, number, rest + 1) + timedelta(days=julian)
    golden, (century, rest_) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest_ // 4) - epact - rest_ % 4) % 7
    shift = (golden + 11 * epact + 22 * sunday) // 451
    number, rest = divmod(epact + sunday - 7 * shift + 114, 31)
    return date(year, number, rest + 1)
