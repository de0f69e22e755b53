"""How rules are written and applied: patterns over marks, the longest first, each understood as a Stretch."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.times.calendar import Calendar, Stretch
from cuebook.understanding.times.calendars import calendar_of
from cuebook.understanding.times.words import KINDS, Mark

_GLUE = "[_iF]{0,3}"  # small words that may stand between any two: 'the third OF THE month'


_LONGER = re.compile(_GLUE + "[mMYqr]")


@dataclass(frozen=True)
class Place:
    """Where a rule is being tried: the day of the call, and the kinds of word just before and after it."""

    line: Line
    before: str
    after: str
    rest: str
    alone: bool

    def goes_on(self) -> bool:
        """Whether a longer stretch follows that this is part of: 'the last week of September' (parts.py)."""
        return self.after == KINDS["of"] or _LONGER.match(self.rest) is not None

    def counts_off(self, number: Mark, unit: Mark) -> bool:
        """Whether the form of the unit tells which one it is, and not how many: 'w 2 kwartale' is the second."""
        forms = load(self.line.language, "values")["times"].get("counted_off", ())
        return not number.value % 1 and self.line.low[unit.start : unit.end] in forms

    @property
    def today(self) -> date:
        """The day of the call."""
        return self.line.today

    @property
    def calendar(self) -> Calendar:
        """The calendar that the language goes by."""
        return calendar_of(self.line.language)

    @property
    def year(self) -> int:
        """The year of the call, as the language counts it."""
        return self.calendar.year(self.line.today)


class Nothing:
    """What a rule returns to say: this is no date, and no other rule shall read it ('every Monday')."""


NOTHING = Nothing()
_Build = Callable[..., Stretch | Nothing | None]
_B = TypeVar("_B", bound=_Build)


class Rules:
    """One pass over the marks. Use it as a decorator, with the patterns that the function understands.

    A pattern is kinds of words (KINDS) with blanks between: 'number|a unit later'. `x?` may be missing, `,` is a
    comma that may be missing, `!x` must not follow. The function gets the Place and the Mark of each kind.
    """

    def __init__(self) -> None:
        self._rules: dict[str, list[tuple[re.Pattern[str], _Build]]] = {}

    def __call__(self, *patterns: str) -> Callable[[_B], _B]:
        """A decorator that registers a function for `patterns`."""

        def register(build: _B) -> _B:
            for pattern in patterns:
                compiled, firsts = _compiled(pattern)
                for letter in firsts:
                    self._rules.setdefault(letter, []).append((compiled, build))
            return build

        return register

    def __or__(self, other: Rules) -> Rules:
        """Both in one pass."""
        both = Rules()
        for part in (self, other):
            for letter, rules in part._rules.items():
                both._rules.setdefault(letter, []).extend(rules)
        return both

    def apply(self, line: Line, marks: Sequence[Mark]) -> list[Mark]:
        """Replace what the rules understand by marks of kind 'stretch'; leave the rest."""
        kinds = "".join(mark.kind for mark in marks)
        found: list[Mark] = []
        at = 0
        while at < len(marks):
            if kinds[at] not in self._rules:
                found.append(marks[at])
                at += 1
                continue
            stop, value = self._best(line, marks, kinds, at)
            if value is None:
                found.append(marks[at])
            else:
                kind = KINDS["word"] if isinstance(value, Nothing) else KINDS["stretch"]
                found.append(Mark(kind, value, marks[at].start, marks[stop - 1].end))
            at = stop
        return found

    def _best(self, line: Line, marks: Sequence[Mark], kinds: str, at: int) -> tuple[int, Any]:
        tried = [
            (match, build)
            for pattern, build in self._rules.get(kinds[at], ())
            if (match := pattern.match(kinds, at)) is not None
        ]
        tried.sort(key=lambda item: -item[0].end())  # stable: of two as long, the one written first
        for match, build in tried:
            groups = [
                None if match.start(group) < 0 else marks[match.start(group)]
                for group in range(1, (match.re.groups or 0) + 1)
            ]
            try:
                value = build(_place(line, kinds, match), *groups)
            except OverflowError:  # beyond the calendar ('in 9999 years'): no date
                continue
            if value is not None:
                return match.end(), value
        return at + 1, None


def _place(line: Line, kinds: str, match: re.Match[str]) -> Place:
    before, after = kinds[: match.start()], kinds[match.end() :]
    silent = frozenset("_.,iF")
    return Place(line, before[-1:], after[:1], after, silent.issuperset(before) and silent.issuperset(after))


def in_year_of(place: Place, stretch: Stretch, at: date, ahead: int = 0) -> Stretch:
    """Move a stretch whose year was not said to the year of `at`, or `ahead` years from it."""
    by = stretch.calendar or place.calendar
    return by.in_year(stretch, by.year(at) + ahead)


def _compiled(pattern: str) -> tuple[re.Pattern[str], str]:
    out, firsts = "", ""
    for element in pattern.split():
        if element == ",":
            out += ",?"
            continue
        names = element.strip("!?")
        letters = "".join(KINDS[name] for name in names.split("|"))
        one_of = "[" + re.escape(letters) + "]"
        if element.startswith("!"):
            out += f"(?!{_GLUE}{one_of})"
            continue
        piece = f"({one_of})" if not firsts else f"{_GLUE}({one_of})"
        out += f"(?:{piece})?" if element.endswith("?") else piece
        firsts = firsts or letters
    return re.compile(out), firsts
