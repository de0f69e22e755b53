"""Any line gives a reading: bounded, repeatable, with every span inside the text as it was typed."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.errors import UsageError
from cuebook.understanding.lexicon import load
from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading
from cuebook.understanding.words import PARTS

# No deadline a line below: the first one loads the lexicons, and machines that test are busy.
DAY = date(2026, 11, 21)
WORDS = """50k $ EUR kr a month per year by the end of next last May 3rd and half million 30 - 40 Q2 2027 from
to in two weeks Monday , 12/24 ' s before Christmas few zł 9999999999 not week 53"""
# The lexicon's own words, in any order, are where a fault in reading would be most likely found.
OWN = sorted({word for part in PARTS for word in str(load("en", part)).replace("\\n", " ").split()})
FACETS = st.sampled_from([None, "money", "timing", "authority", "need", "contract"])
PIECES = st.lists(st.sampled_from([*WORDS.split(), "e\u0301", "\ud800"]), max_size=25)
TODAY = st.dates()


def spans(reading: Reading) -> list[tuple[int, int]]:
    kinds = (reading.amounts, reading.times, reading.people, reading.objections, reading.signs)
    return [one.span for kind in kinds for one in kind]


def check(text: str, reading: Reading) -> None:
    assert reading.text == text
    assert all(0 <= start < end <= len(text) for start, end in spans(reading))
    for amount in reading.amounts:
        assert amount.low is not None or amount.high is not None
        assert amount.low is None or amount.high is None or amount.low <= amount.high
    for stretch in reading.times:
        assert stretch.start is not None or stretch.end is not None
        assert stretch.start is None or stretch.end is None or stretch.start <= stretch.end


@settings(deadline=None)
@given(st.text(st.characters(), max_size=3_000), TODAY, FACETS)
def test_any_text_gives_a_reading(text: str, today: date, expecting: str | None) -> None:
    check(text, read(text, today=today, expecting=expecting))


@settings(deadline=None)
@given(PIECES, TODAY, st.sampled_from([None, "money", "timing"]), st.sampled_from([" ", "", "\u00a0"]))
def test_words_of_money_and_time_in_any_order_give_a_reading(
    pieces: list[str], today: date, expecting: str | None, blank: str
) -> None:
    text = blank.join(pieces)
    reading = read(text, today=today, expecting=expecting)
    check(text, reading)
    assert read(text, today=today, expecting=expecting) == reading


@settings(deadline=None)
@given(st.lists(st.sampled_from(OWN), max_size=60), TODAY, FACETS, st.sampled_from([str, str.upper, str.title]))
def test_the_words_that_are_looked_for_in_any_order_give_a_reading(
    pieces: list[str], today: date, expecting: str | None, typed: Callable[[str], str]
) -> None:
    text = typed(" ".join(pieces))
    check(text, read(text, today=today, expecting=expecting))


@pytest.mark.parametrize(
    "unit", ["word ", "1 ", "50k a month ", "5 may ", "end of ", "9", "\u0301", "a\u030a", "İ", "3-4-"]
)
def test_a_megabyte_is_read_in_bounded_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.perf_counter()
    check(text, read(text, today=DAY))
    assert time.perf_counter() - started < 3


def test_accents_typed_as_two_characters_are_read_and_underlined_where_they_stand() -> None:
    text = unicodedata.normalize("NFD", "Zoë é 500 złotych, então on Friday")
    reading = read(text, today=DAY)
    assert [text[slice(*amount.span)] for amount in reading.amounts] == ["500 złotych"]
    assert [text[slice(*when.span)] for when in reading.times] == ["Friday"]


def test_letters_that_grow_in_lower_case_do_not_move_the_spans() -> None:
    text = "İİİ 50k by June"
    reading = read(text, today=DAY)
    assert text[slice(*reading.amounts[0].span)] == "50k"
    assert text[slice(*reading.times[0].span)] == "by June"


def test_money_and_time_of_one_line_are_both_read() -> None:
    reading = read("We could do 40-50k a year, but not before the summer.", today=DAY)
    assert [(amount.low, amount.high, amount.per) for amount in reading.amounts] == [(40_000, 50_000, "year")]
    assert [(when.start, when.end) for when in reading.times] == [(date(2027, 6, 1), None)]
    assert {"money", "timing"} <= set(reading.facets)


def test_a_language_without_a_lexicon_is_refused() -> None:
    with pytest.raises(UsageError, match="xx"):
        read("hello", "xx", today=DAY)
