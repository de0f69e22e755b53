"""Dates and clock times in figures: 2027-03-14, 14.3.27, 3/2027, 3rd, 19:30."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from cuebook.understanding.times.calendar import GREGORIAN, Calendar, Stretch, day
from cuebook.understanding.times.calendars import calendar_of, of_year

_DASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2}) ?- ?((?:19|20)[0-9]{2})(?![0-9])")  # '12/2-2027'
_YEAR_HERE, _YEAR_ELSEWHERE = "19|20|21", "13|14|19|20|21"

Found = tuple[str, Any, int]


class Figures:
    """Reads the figures of time in a language, by its `times` lexicon."""

    def __init__(self, lexicon: Mapping[str, Any], language: str) -> None:
        self._order: Mapping[str, str] = lexicon["order"]
        self._led: tuple[str, ...] = tuple(lexicon.get("without_year_led", ()))
        self._short: tuple[str, ...] = (*lexicon.get("without_year", ()), *self._led)
        self._two_figures = frozenset(lexicon.get("two_figure_months", ()))
        self._never = frozenset(lexicon.get("never", ()))
        self._leads = frozenset(lexicon.get("leads", ()))
        self._language = language
        self._calendar: Calendar = calendar_of(language)
        signs = "|".join(re.escape(sign) for sign in lexicon.get("ordinal_signs", ()))
        self._ordinal = re.compile(rf"([0-9]{{1,3}})(?:{signs})(?!\w)" if signs else r"(?!)")
        self._clock = re.compile(lexicon["clock"])
        gap = " ?" if lexicon.get("spaced_figures") else ""
        sign, again = rf"{gap}([-./\\]){gap}", rf"{gap}\2{gap}"
        self._iso = re.compile(rf"([12][0-9]{{3}}){sign}([0-9]{{1,2}}){again}([0-9]{{1,2}})(?![0-9])")
        self._whole = re.compile(
            rf"([0-9]{{1,2}}){sign}([0-9]{{1,2}}){again}([0-9]{{4}}|[0-9]{{1,2}})(?![0-9:])(?!{gap}[-./][0-9])"
        )
        self._brief = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})(?![0-9:%])(?!\2[0-9])")
        self._of_month = re.compile(r"([0-9]{1,2})([-./])([12][0-9]{3})(?![0-9])(?![-./][0-9])")
        years = _YEAR_HERE if self._calendar is GREGORIAN else _YEAR_ELSEWHERE
        self._years = re.compile(rf"((?:{years})[0-9]{{2}})(?![0-9])(?![.,][0-9])|'([0-9]{{2}})(?![0-9])")

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
        iso = self._iso.match(low, start)
        if iso:
            found = self._date_of(int(iso[1]), int(iso[3]), int(iso[4]))
            return ("date", day(found), iso.end()) if found else None
        dashed = _DASHED.match(low, start) if self._order.get("/") == "dmy" else None
        if dashed:
            found = self._date_of(int(dashed[3]), int(dashed[2]), int(dashed[1]))
            return ("date", day(found), dashed.end()) if found else None
        written = self._whole.match(low, start)
        if not written or written[2] not in self._order:
            return None
        order, last = self._order[written[2]], written[4]
        found = None
        if order == "ymd" and len(last) < 3 and len(written[1]) == 2:
            year = self._calendar.century(int(written[1]), today)
            found = self._date_of(year, int(written[3]), int(last))
        if found is None and len(last) > 1:
            year = self._calendar.century(int(last), today) if len(last) == 2 else int(last)
            found = self._ordered(int(written[1]), int(written[3]), year, "dmy" if order == "ymd" else order)
        return ("date", day(found), written.end()) if found else None

    def _date_of(self, year: int, month: int, number: int) -> date | None:
        return of_year(self._language, year).date_of(year, month, number)

    def _ordered(self, first: int, second: int, year: int, order: str) -> date | None:
        """Take the language's order, and the other one where only that is a date: 31/12 has no month 31."""
        by_day, by_month = self._date_of(year, second, first), self._date_of(year, first, second)
        return (by_day or by_month) if order == "dmy" else (by_month or by_day)

    def _month(self, low: str, start: int) -> Found | None:
        match = self._of_month.match(low, start)
        if not match or match[2] not in self._order or not 1 <= int(match[1]) <= 12:
            return None
        year = int(match[3])
        return "date", of_year(self._language, year).month(year, int(match[1])), match.end()

    def _short_date(self, low: str, start: int, today: date) -> Found | None:
        match = self._brief.match(low, start)
        if not match or match[2] not in self._short:
            return None
        order = self._order[match[2]]
        found = self._ordered(int(match[1]), int(match[3]), self._calendar.year(today), order)
        either = match[2] in self._led or (int(match[1]) <= 12 and int(match[3]) <= 12)
        if match[2] in self._two_figures:
            if len(match[3]) < 2 and low[match.end() : match.end() + 1] != ".":
                return None  # 3.5 is a number, 3.05 and 3.5. are dates
            either = either and match[3][0] != "0"
        if found is None or match[0] in self._never or (either and not self._prepared(low, start, match.end())):
            return None  # 1/2 is a half, 24/7 is always; '3/4' is a date after 'on' only
        if match[2] == "-" and (either or int(match[1]) < int(match[3])):
            return None  # '10-12' and '12-14' are ranges
        if found < today:
            found = self._ordered(int(match[1]), int(match[3]), self._calendar.year(today) + 1, order)
        return ("date", Stretch(found, found, "day", floating=True, dated=True), match.end()) if found else None

    def _prepared(self, low: str, start: int, end: int) -> bool:
        """Whether the figures are all that is said, or stand after a word that leads to a date ('on')."""
        before = low[max(0, start - 20) : start].split()
        return before[-1] in self._leads if before else not low[end : end + 20].strip()

    def _clocked(self, low: str, start: int) -> Found | None:
        match = self._clock.match(low, start)
        return ("clock", None, match.end()) if match else None

    def _year(self, low: str, start: int, today: date) -> Found | None:
        match = self._years.match(low, start)
        if not match:
            return None
        return "year", int(match[1]) if match[1] else self._calendar.century(int(match[2]), today), match.end()

    def _nth(self, low: str, start: int) -> Found | None:
        match = self._ordinal.match(low, start)
        if match is None or (match[0][-1] == "." and self._ends(low, start, match.end())):
            return None
        return "ordinal", int(match[1]), match.end()

    def _ends(self, low: str, start: int, end: int) -> bool:
        """Whether the full stop before `end` ends the sentence: 'we are 14.', but not 'den 15.'."""
        return not low[end : end + 20].strip() and not self._prepared(low, start, end)
