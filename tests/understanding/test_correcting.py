"""What the rep says of a reading: what was not meant is out of it, what was meant is in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.correcting import (
    SIGNALS,
    Correction,
    Item,
    Signal,
    corrected,
    items,
    meant,
    told,
    words_of,
)
from cuebook.understanding.read import read
from cuebook.understanding.reading import Amount, Heard, Person, Reading, Sign, Time, Trait

TODAY = date(2026, 11, 21)
LINE = "we lose 50k EUR to jams, and 60k EUR for paper, my boss signs in March, there are forty of us, maybe"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(LINE, "en", today=TODAY)


def test_what_is_denied_is_out_and_all_else_stays(reading: Reading) -> None:
    first, second = reading.amounts
    left = corrected(reading, [Correction("amounts", first)])
    assert left.amounts == (second,)
    assert (left.times, left.people, left.signs, left.text) == (
        reading.times,
        reading.people,
        reading.signs,
        reading.text,
    )


def test_what_was_meant_stands_in_the_same_place(reading: Reading) -> None:
    first, second = reading.amounts
    now = Amount(500, 500, "EUR", None, first.span)
    assert corrected(reading, [Correction("amounts", first, now)]).amounts == (now, second)


def test_a_stance_is_denied_and_put_right_like_the_rest(reading: Reading) -> None:
    assert reading.stance == "uncertain"
    assert corrected(reading, [Correction("stance", "uncertain")]).stance is None
    assert corrected(reading, [Correction("stance", "uncertain", "yes")]).stance == "yes"


def test_a_correction_can_itself_be_corrected(reading: Reading) -> None:
    first = reading.amounts[0]
    now = Amount(500, 500, "EUR", None, first.span)
    done = corrected(reading, [Correction("amounts", first, now), Correction("amounts", now)])
    assert done.amounts == reading.amounts[1:]


def test_a_correction_of_what_is_not_read_any_more_does_nothing(reading: Reading) -> None:
    assert corrected(Reading("ok", "en"), [Correction("amounts", reading.amounts[0])]) == Reading("ok", "en")


@given(st.lists(st.tuples(st.sampled_from(SIGNALS), st.integers(0, 3)), max_size=8))
def test_denying_never_adds_anything(denied: list[tuple[Signal, int]]) -> None:
    reading = before = read(LINE, "en", today=TODAY)
    for signal, index in denied:
        if index < len(items(before, signal)):
            was = items(before, signal)[index]
            reading = corrected(reading, [Correction(signal, was)])
            assert was not in items(reading, signal)
    for signal in SIGNALS:
        known = items(before, signal)
        if signal == "people":
            known = [*before.people, *(replace(person, decides=None) for person in before.people)]
        assert all(item in known for item in items(reading, signal))


def test_what_the_same_words_say_of_the_same_facet_goes_with_it() -> None:
    reading = read("I decide that", "en", today=TODAY)
    assert [sign.facet for sign in reading.signs] == ["authority"]
    denied = corrected(reading, [Correction("people", reading.people[0])])
    assert (denied.people, denied.signs) == ((), ())
    denied = corrected(reading, [Correction("signs", reading.signs[0])])
    assert (denied.people, denied.signs) == ((), ())
    boss, sign = Person(None, "boss", True, (3, 7)), Sign("authority", False, (3, 15))
    reading = Reading("my boss decides", "en", people=(boss,), signs=(sign,))
    denied = corrected(reading, [Correction("signs", sign)])
    assert denied.people == (replace(boss, decides=None),)


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (Amount(50_000, 50_000, "EUR", "year", (0, 1)), "50000 EUR a year"),
        (Amount(None, 9_000, None, None, (0, 1)), "..9000"),
        (Time(date(2027, 3, 1), date(2027, 3, 1), "day", (0, 1)), "2027-03-01"),
        (Time(date(2027, 3, 1), date(2027, 3, 31), "month", (0, 1)), "2027-03-01..2027-03-31"),
        (Person("Per", "CFO", True, (0, 1)), "Per CFO decides"),
        (Person(None, None, None, (0, 1)), "somebody"),
        (Sign("money", False, (0, 1)), "no money"),
        (Heard("why_asking", 0.7, (0, 1)), "why_asking"),
        (Trait("employees", 40.0, (0, 1)), "employees 40"),
        (Trait("home", "owns", (0, 1)), "home owns"),
        ("declined", "declined"),
    ],
)
def test_every_reading_is_told_in_one_form(item: Item, says: str) -> None:
    assert told(item) == says


SPAN = (3, 6)
WAS_SUM = Amount(50, 50, None, None, SPAN)
WAS_DAY = Time(TODAY, TODAY, "day", SPAN)
WAS_BOSS = Person(None, "boss", True, SPAN)


@pytest.mark.parametrize(
    ("was", "value", "now"),
    [
        (WAS_SUM, "60 000 EUR a year", Amount(60_000, 60_000, "EUR", "year", SPAN)),
        (WAS_SUM, "a lot", None),
        (WAS_DAY, "2027-01-15", Time(date(2027, 1, 15), date(2027, 1, 15), "day", SPAN)),
        (WAS_DAY, "March 2027", Time(date(2027, 3, 1), date(2027, 3, 31), "month", SPAN)),
        (WAS_DAY, "whenever", None),
        (WAS_BOSS, "does not decide", Person(None, "boss", False, SPAN)),
        (WAS_BOSS, "CFO", Person(None, "CFO", True, SPAN)),
        (WAS_BOSS, "head of IT does not decide", Person(None, "head of IT", False, SPAN)),
        (Sign("need", True, SPAN), "no critical event", Sign("critical_event", False, SPAN)),
        (Heard("price", 0.6, SPAN), "no_budget", Heard("no_budget", 1.0, SPAN)),
        (Trait("employees", 40.0, SPAN), "400", Trait("employees", 400.0, SPAN)),
        (Trait("home", "owns", SPAN), "rents", Trait("home", "rents", SPAN)),
        ("no", "Yes", "yes"),
        ("no", "perhaps", None),
    ],
)
def test_what_is_written_is_read_as_the_same_kind_of_thing(was: Item, value: str, now: Item | None) -> None:
    assert meant(was, value, "en", TODAY) == now


def test_the_words_of_a_reading_are_those_of_its_place(reading: Reading) -> None:
    assert words_of(reading, reading.amounts[0]) == "50k EUR"
    assert words_of(reading, "uncertain") == LINE
