"""From a line of talk to its Reading: every signal is one module's answer about the same Line."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from cuebook.understanding.line import LIMIT, Line
from cuebook.understanding.money import amounts
from cuebook.understanding.noticing import noticed
from cuebook.understanding.objections import objections
from cuebook.understanding.people import people
from cuebook.understanding.questions import form
from cuebook.understanding.reading import Amount, Heard, Person, Reading, Sign, Span, Time, Trait
from cuebook.understanding.signs import signs
from cuebook.understanding.stance import stance
from cuebook.understanding.times import times
from cuebook.understanding.traits import traits

_Found = TypeVar("_Found", Amount, Time, Person, Heard, Sign, Trait)


def read(text: str, language: str = "en", *, today: date, expecting: str | None = None) -> Reading:
    """Read one line as said on `today`, in answer to a question about the facet `expecting`.

    Any text gives a Reading, in bounded time: the first 4,000 characters are read. Spans are places in `text`.
    Raises UsageError for a language without a lexicon.
    """
    begun = text[:LIMIT]
    if unicodedata.is_normalized("NFC", begun):
        return replace(_read(begun, language, today, expecting), text=text)
    composed, places = _composed(begun)
    return _moved(_read(composed, language, today, expecting), text, places)


def prepare(language: str) -> None:
    """Make ready for `language` what the first line would wait for: a tenth of a second, for a quiet moment.

    Lines can be read before and meanwhile. Raises UsageError for a language without a lexicon.
    """
    read("5?", language, today=date(2000, 1, 1))  # a line with a number makes money, times and words ready


@lru_cache(maxsize=4_000)  # a call's lines are read again when one of them is amended, or another is undone
def _read(text: str, language: str, today: date, expecting: str | None) -> Reading:
    line = Line(text, language, today, expecting)
    return Reading(
        text=line.text,
        language=line.language,
        amounts=amounts(line),
        times=times(line),
        question=form(line),
        people=people(line),
        stance=stance(line),
        objections=objections(line),
        signs=signs(line),
        traits=traits(line),
        elsewhere=noticed(line),
    )


def _composed(text: str) -> tuple[str, list[int]]:
    """Join letters and their accents (NFC), with the place in `text` where each character began."""
    parts: list[str] = []
    places: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and (unicodedata.combining(text[end]) or 0x1160 <= ord(text[end]) <= 0x11FF):
            continue
        part = unicodedata.normalize("NFC", text[start:end])
        parts.append(part)
        places.extend([start] * len(part))
        start = end
    return "".join(parts), [*places, len(text)]


def _moved(reading: Reading, text: str, places: list[int]) -> Reading:
    """Give the reading of composed text its spans in `text` as it was typed."""

    def move(span: Span) -> Span:
        last = places[span[1] - 1] if span[1] > span[0] else places[span[0]]
        end = places[bisect_right(places, last)] if span[1] > span[0] else last
        return places[span[0]], end

    def all_of(found: tuple[_Found, ...]) -> tuple[_Found, ...]:
        return tuple(replace(one, span=move(one.span)) for one in found)

    return replace(
        reading,
        text=text,
        amounts=all_of(reading.amounts),
        times=all_of(reading.times),
        people=all_of(reading.people),
        objections=all_of(reading.objections),
        signs=all_of(reading.signs),
        traits=all_of(reading.traits),
    )
