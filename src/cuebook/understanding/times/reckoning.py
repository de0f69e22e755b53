"""How years and months are counted: by the common calendar, by the sun as in Iran, or by the moon."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple, Protocol

_JULIAN = 1_721_425
"""The Julian day number of a date is this more than its ordinal."""


class Said(NamedTuple):
    """A day as a calendar counts it."""

    year: int
    month: int
    day: int


class Reckoning(Protocol):
    """One way of counting. All raise OverflowError for what lies beyond it."""

    first: int
    last: int
    """The first and the last year that are counted."""

    def said(self, at: date) -> Said:
        """How the day is called."""

    def first_of(self, year: int, month: int) -> date:
        """The first day of a month; `month` is 1 to 12."""

    def length(self, year: int, month: int) -> int:
        """How many days the month has."""


class Gregorian:
    """The common calendar."""

    first, last = 1, 9999

    def said(self, at: date) -> Said:
        """How the day is called."""
        return Said(at.year, at.month, at.day)

    def first_of(self, year: int, month: int) -> date:
        """The first day of a month."""
        if not self.first <= year <= self.last:
            raise OverflowError(f"the common calendar has no year {year}")
        return date(year, month, 1)

    def length(self, year: int, month: int) -> int:
        """How many days the month has."""
        return monthrange(year, month)[1]


class Solar:
    """The Solar Hijri calendar of Iran and Afghanistan: a year begins with spring (by jdatetime)."""

    first, last = 1, 9376

    def said(self, at: date) -> Said:
        """How the day is called."""
        from jdatetime import date as solar  # only who reads Persian pays for it

        try:
            found = solar.fromgregorian(date=at)
        except ValueError as error:
            raise OverflowError(f"{at} is before the Solar Hijri calendar") from error
        return Said(found.year, found.month, found.day)

    def first_of(self, year: int, month: int) -> date:
        """The first day of a month."""
        from jdatetime import date as solar

        if not self.first <= year <= self.last:
            raise OverflowError(f"the Solar Hijri calendar has no year {year}")
        found: date = solar(year, month, 1).togregorian()
        return found

    def length(self, year: int, month: int) -> int:
        """How many days the month has."""
        following = (year, month + 1) if month < 12 else (year + 1, 1)
        return (self.first_of(*following) - self.first_of(year, month)).days


class Lunar:
    """The Hijri calendar by its tables, a cycle of thirty years; the sighted moon may be a day off."""

    first, last = 1, 9600
    _EPOCH = 1_948_440
    _CYCLE = 10_631

    def said(self, at: date) -> Said:
        """How the day is called."""
        since = at.toordinal() + _JULIAN - self._EPOCH
        year = (30 * since + 10_646) // self._CYCLE
        if year < self.first:
            raise OverflowError(f"{at} is before the Hijri calendar")
        month = next(month for month in range(12, 0, -1) if self.first_of(year, month) <= at)
        return Said(year, month, (at - self.first_of(year, month)).days + 1)

    def first_of(self, year: int, month: int) -> date:
        """The first day of a month."""
        if not self.first <= year <= self.last:
            raise OverflowError(f"the Hijri calendar has no year {year}")
        days = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 - 384
        return date.fromordinal(days + self._EPOCH - _JULIAN)

    def length(self, year: int, month: int) -> int:
        """How many days the month has."""
        following = (year, month + 1) if month < 12 else (year + 1, 1)
        return (self.first_of(*following) - self.first_of(year, month)) // timedelta(days=1)
