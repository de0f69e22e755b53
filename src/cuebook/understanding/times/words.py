"""The words of time in a line, as marks: one letter a kind, so that rules can be patterns over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line, Token, tokens
from cuebook.understanding.numbers import Number, numbers
from cuebook.understanding.plain import ways
from cuebook.understanding.symbols import Symbols
from cuebook.understanding.times.calendars import OtherMonth, other
from cuebook.understanding.times.numeric import Figures

KINDS = {
    "date": "D",  # a date in figures: a Stretch
    "number": "n",
    "ordinal": "o",
    "year": "Y",
    "month": "m",
    "weak_month": "M",
    "weekday": "w",
    "weak_weekday": "W",
    "season": "s",
    "weak_season": "S",
    "holiday": "H",
    "day_word": "t",
    "at_once": "N",
    "unit": "u",
    "named_unit": "U",  # a unit and how far away, in one word: '-1 year'
    "workdays": "k",
    "a": "1",
    "relative": "r",
    "postposed": "R",  # which one, said after the noun: postposed.py
    "coming": "g",
    "last": "L",
    "quarter": "q",
    "half": "h",
    "half_word": "p",
    "edge": "e",
    "unit_edge": "E",
    "future": "F",
    "within": "I",
    "later": "l",
    "ago": "a",
    "by": "B",
    "before": "b",
    "after": "A",
    "since": "f",
    "by_after": "Z",
    "since_after": "z",
    "between": "v",
    "to": "T",
    "and": "&",
    "or": "|",
    "every": "y",
    "slash": "/",
    "of": "i",
    "small": "_",
    "comma": ",",
    "clock": "c",
    "clock_word": "K",  # 'o'clock' said before the number; alone an hour
    "clock_unit": "V",  # minutes and seconds
    "day_part": "d",
    "era": "Q",
    "century": "C",
    "written": "=",  # stands for several words: 'i somras' for 'last summer'
    "stretch": "P",  # what rules have understood: a Stretch
    "word": "x",
    "stop": ".",
}


class Mark(NamedTuple):
    """A word of time, or any other word ('x'), with its place in the text. `figures`: written in digits."""

    kind: str
    value: Any
    start: int
    end: int
    figures: bool = False


@cache
def time_words(language: str) -> Symbols:
    """Build the words of time of a language; where a phrase is in two lists, the earlier one counts."""
    lexicon = load(language, "values")["times"]
    entries = [(phrase, KINDS[kind], value) for kind, phrase, value in _entries(lexicon)]
    entries += [(phrase, KINDS["month"], month) for phrase, month in _other_months(lexicon, language)]
    return Symbols(entries, ways(language))


def _other_months(lexicon: Mapping[str, Any], language: str) -> Iterator[tuple[str, OtherMonth]]:
    for name, months in lexicon.get("other_months", {}).items():
        for number, phrases in months.items():
            for phrase in phrases:
                yield str(phrase), OtherMonth(number, other(language, name))


def _entries(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    valued = {
        "ordinals": "ordinal",
        "months": "month",
        "weak_months": "weak_month",
        "weekdays": "weekday",
        "weak_weekdays": "weak_weekday",
        "seasons": "season",
        "weak_seasons": "weak_season",
        "holidays": "holiday",
        "day_words": "day_word",
        "quarters": "quarter",
        "halves": "half",
        "edges": "edge",
        "unit_edges": "unit_edge",
        "named_units": "named_unit",
        "units": "unit",
        "relative": "relative",
        "postposed": "postposed",
        "eras": "era",
    }
    for phrase in lexicon.get("words", ()):  # only looks like one of these: 'man' is no Monday ('mån')
        yield "word", str(phrase), str(phrase)
    for phrase, written in lexicon.get("written", {}).items():
        yield "written", str(phrase), str(written)
    for part, kind in valued.items():
        yield from ((kind, str(phrase), value) for value, phrase in _each(lexicon.get(part, {})))
    for value, phrase in _each(lexicon["numbers"]):
        yield ("a" if value == 1 else "number"), str(phrase), value
    yield from _past(lexicon)
    for leading in ("on", "in"):
        for phrase in lexicon.get(leading, ()):
            yield "small", str(phrase), leading
    for phrase in lexicon.get("half_or_middle", ()):
        yield "half_word", str(phrase), "middle"
    counted = lexicon.get("counted", {})
    listed = {"lasting": "last", "half": "half_word"}
    for part in ("clock_word", "clock_unit", "day_part", "century", "at_once", "workdays", "coming", "lasting",
                 "half", "by_after", "since_after", "future", "within", "later", "by", "before", "after",
                 "since", "between", "to", "and", "or", "every", "slash", "of", "small"):  # fmt: skip
        either = lexicon.get(part.removesuffix("_after"), ()) if part.endswith("_after") else ()
        for phrase in lexicon.get(part, ()):  # 'senest' may stand before its date and after it
            yield listed.get(part, part), str(phrase), "either" if phrase in either else counted.get(phrase)


def _each(values: Mapping[Any, Sequence[str]]) -> Iterator[tuple[Any, str]]:
    return ((value, phrase) for value, phrases in values.items() for phrase in phrases)


def _past(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Give what looks back. One word may say both 'ago' and 'since': 'for to år siden', 'siden mars'."""
    since = [str(phrase) for phrase in lexicon.get("since_past", ())]
    for phrase in map(str, lexicon.get("ago", ())):
        yield "ago", phrase, "past" if phrase in since else None
    for phrase in since:
        yield "since", phrase, "past"
    for phrase in lexicon.get("since_either", ()):  # 'from March' is to come, 'for two years' is past
        yield "since", str(phrase), "either"


@cache
def _figures(language: str) -> Figures:
    return Figures(load(language, "values")["times"], language)


@cache
def _endings(language: str) -> re.Pattern[str]:
    endings = load(language, "values")["times"].get("endings", ())
    return re.compile(r"(?<=\w)(?:" + "|".join(map(re.escape, endings)) + r")\Z" if endings else r"(?!)")


def marks(line: Line) -> list[Mark]:
    """Cut the line into marks. Weak words ('may', 'sat') stay weak: rules.py judges them by what is beside."""
    words, figures = time_words(line.language), _figures(line.language)
    ending = _endings(line.language)
    plain = [Token(ending.sub("", token.text), token.start, token.end) for token in line.tokens]
    counted = {number.first: number for number in numbers(line)}
    found: list[Mark] = []
    index = 0
    while index < len(plain):
        mark, index = _mark(line, plain, index, counted.get(index), words, figures)
        found.extend(_written_out(mark, words) if mark.kind == KINDS["written"] else (mark,))
    return _with_years(found)


_MONTHS = (KINDS["month"], KINDS["weak_month"], KINDS["of"])


def _with_years(found: list[Mark]) -> list[Mark]:
    """Put years in words together whose last word is an ordinal: 'dwa tysiące dwudziesty siódmy', 2027.

    'Two thousand, on the third of May' is none: a month follows.
    """
    made: list[Mark] = []
    for at, mark in enumerate(found):
        numbered = made[:-1] if made and made[-1].kind == KINDS["and"] else made
        before = numbered[-1] if numbered else None
        dated = at + 1 < len(found) and found[at + 1].kind in _MONTHS
        if before is not None and not dated and _ends_year(before, mark):
            made = [*numbered[:-1], Mark(KINDS["year"], int(before.value + mark.value), before.start, mark.end)]
        else:
            made.append(mark)
    return made


def _ends_year(number: Mark, ordinal: Mark) -> bool:
    if (number.kind, ordinal.kind) != (KINDS["number"], KINDS["ordinal"]) or number.figures or ordinal.figures:
        return False
    tens = number.value % 100
    return 2000 <= number.value < 2100 and (
        10 <= ordinal.value < 100 if not tens else not tens % 10 and ordinal.value < 10
    )


def _written_out(mark: Mark, words: Symbols) -> Iterator[Mark]:
    """The words that a phrase stands for, each at the place of the phrase."""
    said, index = tokens(mark.value), 0
    while index < len(said):
        symbol = words.at(said, index)
        if symbol is not None:
            yield Mark(symbol.kind, symbol.value, mark.start, mark.end)
        index = symbol.stop if symbol is not None else index + 1


def _mark(
    line: Line, typed: Sequence[Token], index: int, number: Number | None, words: Symbols, figures: Figures
) -> tuple[Mark, int]:
    token = typed[index]
    written = figures.at(line.low, token.start, line.today)
    if written is not None:
        kind, value, end = written
        return Mark(KINDS[kind], value, token.start, end, figures=True), _after(typed, index, end)
    symbol = words.at(typed, index)
    if symbol is not None and (number is None or symbol.stop >= number.stop):
        return Mark(symbol.kind, symbol.value, symbol.start, symbol.end), symbol.stop
    if number is not None:
        return Mark("n", number.value, number.start, number.end, number.digits), number.stop
    kind = {",": "comma", ".": "stop", ";": "stop", "!": "stop", "?": "stop"}.get(token.text, "word")
    return Mark(KINDS[kind], token.text, token.start, token.end), index + 1


def _after(typed: Sequence[Token], index: int, end: int) -> int:
    while index < len(typed) and typed[index].start < end:
        index += 1
    return index
