"""Dates and clock times in figures: 2027-03-14, 14.3.27, 3/2027, 3rd, 19:30."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from cuebook.understanding.times.calendar import Stretch, date_of, day, month

_ISO = re.compile(r"([12][0-9]{3})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_DATE = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9:])(?![-./][0-9])")
_SHORT = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})(?![0-9:%])(?!\2[0-9])")
_MONTH = re.compile(r"([0-9]{1,2})([-./])([12][0-9]{3})(?![0-9])(?![-./][0-9])")
_YEAR = re.compile(r"((?:19|20|21)[0-9]{2})(?![0-9])(?![.,][0-9])|'([0-9]{2})(?![0-9])")

Found = tuple[str, Any, int]


class Figures:
    """Reads the figures of time in a language, by its `times` lexicon."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._order: Mapping[str, str] = lexicon["order"]
        self._led: tuple[str, ...] = tuple(lexicon.get("without_year_led", ()))
        self._short: tuple[str, ...] = (*lexicon.get("without_year", ()), *self._led)
        self._never = frozenset(lexicon.get("never", ()))
        self._leads = frozenset(lexicon.get("leads", ()))
        signs = "|".join(re.escape(sign) for sign in lexicon.get("ordinal_signs", ()))
        self._ordinal = re.compile(rf"([0-9]{{1,3}})(?:{signs})(?!\w)" if signs else r"(?!)")
        self._clock = re.compile(lexicon["clock"])

    def at(self, low: str, start: int, today: date) -> Found | None:
        """Read what begins at `start` of the folded text: (kind, value, end)."""
        if low[start] not in "0123456789'":
            return None
        if start and low[start] != "'" and (low[start - 1].isdigit() or low[start - 1] in "+#"):
            return None
        return (
            self._date(low, start, today)
            or self._month(low, start)
            or self._clocked(low, start)
            or self._short_date(low, start, today)
            or self._year(low, start, today)
            or self._nth(low, start)
        )

    def _date(self, low: str, start: int, today: date) -> Found | None:
        iso = _ISO.match(low, start)
        if iso:
            found = date_of(int(iso[1]), int(iso[3]), int(iso[4]))
            return ("date", day(found), iso.end()) if found else None
        written = _DATE.match(low, start)
        if not written or written[2] not in self._order:
            return None
        year = century(int(written[4]), today) if len(written[4]) == 2 else int(written[4])
        found = self._ordered(int(written[1]), int(written[3]), year, self._order[written[2]])
        return ("date", day(found), written.end()) if found else None

    def _ordered(self, first: int, second: int, year: int, order: str) -> date | None:
        """Take the language's order, and the other one where only that is a date: 31/12 has no month 31."""
        by_day, by_month = date_of(year, second, first), date_of(year, first, second)
        return (by_month or by_day) if order == "mdy" else (by_day or by_month)

    def _month(self, low: str, start: int) -> Found | None:
        match = _MONTH.match(low, start)
        if not match or match[2] not in self._order or not 1 <= int(match[1]) <= 12:
            return None
        return "date", month(int(match[3]), int(match[1])), match.end()

    def _short_date(self, low: str, start: int, today: date) -> Found | None:
        match = _SHORT.match(low, start)
        if not match or match[2] not in self._short:
            return None
        order = self._order[match[2]]
        found = self._ordered(int(match[1]), int(match[3]), today.year, order)
        either = match[2] in self._led or (int(match[1]) <= 12 and int(match[3]) <= 12)
        if found is None or match[0] in self._never or (either and not self._prepared(low, start, match.end())):
            return None  # 1/2 is a half, 24/7 is always; '3/4' is a date after 'on' only
        if match[2] == "-" and (either or int(match[1]) < int(match[3])):
            return None  # '10-12' and '12-14' are ranges
        if found < today:
            found = self._ordered(int(match[1]), int(match[3]), today.year + 1, order)
        return ("date", Stretch(found, found, "day", floating=True, dated=True), match.end()) if found else None

    def _prepared(self, low: str, start: int, end: int) -> bool:
        """Whether the figures are all that is said, or stand after a word that leads to a date ('on')."""
        before = low[max(0, start - 20) : start].split()
        return before[-1] in self._leads if before else not low[end : end + 20].strip()

    def _clocked(self, low: str, start: int) -> Found | None:
        match = self._clock.match(low, start)
        return ("clock", None, match.end()) if match else None

    def _year(self, low: str, start: int, today: date) -> Found | None:
        match = _YEAR.match(low, start)
        if not match:
            return None
        return "year", int(match[1]) if match[1] else century(int(match[2]), today), match.end()

    def _nth(self, low: str, start: int) -> Found | None:
        match = self._ordinal.match(low, start)
        if match is None or (match[0][-1] == "." and self._ends(low, start, match.end())):
            return None
        return "ordinal", int(match[1]), match.end()

    def _ends(self, low: str, start: int, end: int) -> bool:
        """Whether the full stop before `end` ends the sentence: 'we are 14.', but not 'den 15.'."""
        return not low[end : end + 20].strip() and not self._prepared(low, start, end)


def century(year: int, today: date) -> int:
    """Return the year that two figures mean: the nearest, not more than 40 years ahead."""
    found = today.year - today.year % 100 + year
    return found - 100 if found > today.year + 40 else found
