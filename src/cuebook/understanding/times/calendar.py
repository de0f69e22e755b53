"""Calendar arithmetic: stretches of days, and steps between them. Beyond the calendar: OverflowError.

What a month, a year, a week or a weekend is depends on the calendar of the language: see `Calendar`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from cuebook.understanding.reading import Grain
from cuebook.understanding.times.reckoning import Gregorian, Reckoning

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
    `calendar` is that of its months, where it is another than the language's: 'March' in Persian.
    """

    start: date | None
    end: date | None
    grain: Grain
    floating: bool = False
    edge: bool = False
    dated: bool = False
    season: bool = False
    calendar: Calendar | None = None


def day(at: date, *, floating: bool = False, dated: bool = True) -> Stretch:
    """Return a single day."""
    return Stretch(at, at, "day", floating=floating, dated=dated)


_COMMON = Gregorian()


@dataclass(frozen=True)
class Calendar:
    """Months and years as a language counts them, the day that its weeks begin on, its weekend (Monday is 0)."""

    reckoning: Reckoning = _COMMON
    week_begins: int = 0
    weekend: tuple[int, ...] = (5, 6)

    def year(self, at: date) -> int:
        """The year that the day lies in."""
        return self.reckoning.said(at).year

    def date_of(self, year: int, month: int, number: int) -> date | None:
        """Return the date; None where the calendar has none (30 February)."""
        counted = self.reckoning.first <= year <= self.reckoning.last and 1 <= month <= 12 and number >= 1
        if not counted or number > self.reckoning.length(year, month):
            return None
        return self.reckoning.first_of(year, month) + timedelta(days=number - 1)

    def moved(self, at: date, count: float, unit: str) -> date:
        """Return the day `count` units later; half units count, and a month's end stays one."""
        if unit in _DAYS:
            return at + timedelta(days=round(count * _DAYS[unit]))
        months = count * _MONTHS[unit]
        whole = int(months)
        said = self.reckoning.said(at)
        year, month = divmod(said.year * 12 + said.month - 1 + whole, 12)
        first = self.reckoning.first_of(year, month + 1)
        number = min(said.day, self.reckoning.length(year, month + 1)) - 1
        return first + timedelta(days=number + round((months - whole) * 30))

    def workdays(self, at: date, count: int) -> date:
        """Return the day `count` working days later."""
        if abs(count) > 10_000:
            raise OverflowError("too many working days")
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            at += timedelta(days=step)
            while at.weekday() in self.weekend:
                at += timedelta(days=step)
        return at

    def unit_at(self, at: date, unit: str, offset: int = 0) -> Stretch:
        """Return the whole week, month, quarter, half or year that `at` lies in, or one `offset` away from it."""
        if unit in _DAYS:
            if unit == "day":
                return Stretch(self.moved(at, offset, "day"), self.moved(at, offset, "day"), "day")
            first = self.moved(at - timedelta(days=(at.weekday() - self.week_begins) % 7), offset, unit)
            if unit == "weekend":
                begins = first + timedelta(days=(self.weekend[0] - self.week_begins) % 7)
                return Stretch(begins, begins + timedelta(days=len(self.weekend) - 1), "day")
            return Stretch(first, first + timedelta(days=_DAYS[unit] - 1), "week")
        size = _MONTHS[unit]
        said = self.reckoning.said(at)
        index = said.year * 12 + said.month - 1
        start, after = (self._month_number(index - index % size + ahead * size) for ahead in (offset, offset + 1))
        grains: dict[str, Grain] = {"month": "month", "quarter": "quarter", "half": "quarter"}
        return Stretch(start, after - timedelta(days=1), grains.get(unit, "year"))

    def _month_number(self, index: int) -> date:
        year, month = divmod(index, 12)
        return self.reckoning.first_of(year, month + 1)

    def month(self, year: int, number: int, *, floating: bool = False) -> Stretch:
        """Return a whole month."""
        if not 1 <= number <= 12:
            raise OverflowError(f"no month {number} of {year}")
        return replace(self.unit_at(self.reckoning.first_of(year, number), "month"), floating=floating)

    def units(self, at: date, count: int, unit: str, *, past: bool = False) -> Stretch:
        """Return the `count` whole units after (or before) the one that `at` lies in: 'the next four months'."""
        first, last = (-count, -1) if past else (1, count)
        start, end = self.unit_at(at, unit, first), self.unit_at(at, unit, last)
        return Stretch(start.start, end.end, start.grain)

    def part(self, of: Stretch, edge: Edge, today: date) -> Stretch | None:
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
        elif days > 31 and self._begins_month(of.start):
            months = self._months(of.start, of.end)
            third = max(1, months // 4 if edge != "middle" else months // 3)
            cuts = (
                self.moved(of.start, third, "month") - timedelta(days=1),
                self.moved(of.start, months - third, "month"),
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

    def _begins_month(self, at: date) -> bool:
        return self.reckoning.said(at).day == 1

    def _months(self, start: date, end: date) -> int:
        first, last = self.reckoning.said(start), self.reckoning.said(end)
        return (last.year - first.year) * 12 + last.month - first.month + 1

    def half(self, of: Stretch, number: int) -> Stretch | None:
        """Return the first or second half of a stretch."""
        if of.start is None or of.end is None or number not in (1, 2):
            return None
        months = self._months(of.start, of.end)
        if self._begins_month(of.start) and months > 1:
            cut = self.moved(of.start, months / 2, "month")
        else:
            cut = of.start + timedelta(days=((of.end - of.start).days + 1) // 2)
        grain: Grain = "quarter" if months > 3 else "month" if months > 1 else "week"
        return Stretch(of.start, cut - timedelta(days=1), grain) if number == 1 else Stretch(cut, of.end, grain)

    def weekday(self, at: date, number: int, week: int | None = None) -> date:
        """Return the first such weekday after `at`; with `week`, that of the calendar week so many weeks away."""
        if week is None:
            return at + timedelta(days=(number - at.weekday() - 1) % 7 + 1)
        first = self.week_begins
        return at + timedelta(days=(number - first) % 7 - (at.weekday() - first) % 7 + 7 * week)

    def nth(self, of: Stretch, number: int, unit: str, wanted: int = 0) -> Stretch | None:
        """Return the nth day, week, month, quarter or weekday (unit 'weekday') of a stretch; -1 is the last."""
        if of.start is None or of.end is None or number == 0:
            return None
        if unit == "weekday":
            first = of.start + timedelta(days=(wanted - of.start.weekday()) % 7)
            last = of.end - timedelta(days=(of.end.weekday() - wanted) % 7)
            found = self._nth_of(first, last, number, "week")
            return day(found, dated=False) if of.start <= found <= of.end else None
        if unit == "day":
            found = self._nth_of(of.start, of.end, number, "day")
            return day(found) if of.start <= found <= of.end else None
        if unit == "week":  # whole weeks: that of 28 September to 4 October is not the first of October
            first = of.start + timedelta(days=(self.week_begins - of.start.weekday()) % 7)
            last = of.end - timedelta(days=(of.end.weekday() - self.week_begins + 1) % 7)
            found = self._nth_of(first, last, number, "week")
            return self.unit_at(found, "week") if of.start <= found <= of.end else None
        base = self.unit_at(of.start if number > 0 else of.end, unit).start
        if base is None:
            return None
        found_unit = self.unit_at(base, unit, number - 1 if number > 0 else number + 1)
        inside = found_unit.start is not None and of.start <= found_unit.start <= of.end
        return found_unit if inside else None

    def _nth_of(self, first: date, last: date, number: int, unit: str) -> date:
        return self.moved(first, number - 1, unit) if number > 0 else self.moved(last, number + 1, unit)

    def in_year(self, stretch: Stretch, year: int) -> Stretch:
        """Move a stretch whose year was not said to that year: 'March' of 'next year'."""
        if stretch.start is None or stretch.end is None:
            return stretch
        months = 12 * (year - self.year(stretch.start))
        start = self.moved(stretch.start, months, "month")
        after = stretch.end + timedelta(days=1)
        whole = stretch.grain != "day" and self._begins_month(after)
        end = (
            self.moved(after, months, "month") - timedelta(days=1)
            if whole
            else self.moved(stretch.end, months, "month")
        )
        return replace(stretch, start=start, end=end, floating=False)

    def century(self, year: int, today: date) -> int:
        """Return the year that two figures mean: the nearest, not more than 40 years ahead."""
        this = self.year(today)
        found = this - this % 100 + year
        return found - 100 if found > this + 40 else found


GREGORIAN = Calendar()


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
