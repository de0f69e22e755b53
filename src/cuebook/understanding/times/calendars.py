"""Which calendar a language goes by, and which one a month or a year belongs to."""

from __future__ import annotations

from functools import cache

from cuebook.understanding.lexicon import load
from cuebook.understanding.times.calendar import GREGORIAN, Calendar
from cuebook.understanding.times.reckoning import Gregorian, Lunar, Reckoning, Solar

_RECKONINGS: dict[str, Reckoning] = {"gregorian": Gregorian(), "solar": Solar(), "lunar": Lunar()}
_COMMON_FROM = 1700
"""From here on a year is one of the common calendar, also where years are counted otherwise."""


class OtherMonth(int):
    """The number of a month that another calendar than the language's has: March in Persian."""

    calendar: Calendar

    def __new__(cls, number: int, calendar: Calendar) -> OtherMonth:
        """Take the number and whose it is."""
        month = super().__new__(cls, number)
        month.calendar = calendar
        return month


@cache
def calendar_of(language: str) -> Calendar:
    """Give the calendar that people go by who speak the language (`times` of its values)."""
    lexicon = load(language, "values")["times"]
    if "calendar" not in lexicon:
        return GREGORIAN
    return Calendar(_RECKONINGS[lexicon["calendar"]], lexicon["week_begins"], tuple(lexicon["weekend"]))


@cache
def other(language: str, name: str) -> Calendar:
    """Give another calendar, with the weeks of the language's own."""
    own = calendar_of(language)
    return Calendar(_RECKONINGS[name], own.week_begins, own.weekend)


def calendar_of_month(language: str, month: int) -> Calendar:
    """Give the calendar that the month is of: March, in a language that has other months, is of the common one."""
    return month.calendar if isinstance(month, OtherMonth) else calendar_of(language)


def of_year(language: str, year: int) -> Calendar:
    """Give the calendar that such a year is counted by: 1405 is Iran's where Iran's is gone by, 2027 is not."""
    own = calendar_of(language)
    return own if own is GREGORIAN or year < _COMMON_FROM else other(language, "gregorian")
