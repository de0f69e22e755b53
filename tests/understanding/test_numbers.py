"""Numbers are read in digits of either convention and in words."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.numbers import Number, numbers

DAY = date(2026, 11, 21)


def read(text: str) -> tuple[Number, ...]:
    return numbers(Line(text, "en", DAY))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("0.5", 0.5),
        (".25", 0.25),
        ("1,250", 1_250),
        ("1,250,000", 1_250_000),
        ("1 250 000", 1_250_000),
        ("1'250", 1_250),
        ("1,250.75", 1_250.75),
        ("1.250,75", 1_250.75),
        ("2,5", 2.5),
        ("2.400", 2_400),
        ("2.400 million", 2_400_000),
        ("0.400", 0.4),
        ("12,50,000", 1_250_000),
        ("45k", 45_000),
        ("45 K", 45_000),
        ("6m", 6_000_000),
        ("6.2 mln", 6_200_000),
        ("7 lakh", 700_000),
        ("2 crore 5 lakh", 20_500_000),
        ("seventeen", 17),
        ("forty-two", 42),
        ("forty two", 42),
        ("a hundred", 100),
        ("a hundred and six", 106),
        ("three hundred sixty thousand", 360_000),
        ("eight thousand and fifty", 8_050),
        ("nine million four hundred thousand", 9_400_000),
        ("thirty grand", 30_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("three and a half million", 3_500_000),
        ("a million and a half", 1_500_000),
        ("3½ thousand", 3_500),
        ("one point two five million", 1_250_000),
        ("a couple of thousand", 2_000),
        ("a couple hundred thousand", 200_000),
        ("three dozen", 36),
        ("۲۵", 25),
        ("zero", 0),
    ],
)
def test_a_number_is_read_whole(text: str, value: float) -> None:
    (number,) = read(text)
    assert number.value == pytest.approx(value)
    assert (number.start, number.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("30-40k", [30, 40_000]),
        ("between ten and twenty", [10, 20]),
        ("between a hundred and two hundred", [100, 200]),
        ("two thousand and three thousand", [2_000, 3_000]),
        ("three million 40 people", [3_000_000, 40]),
        ("ten-twenty", [10, 20]),
        ("12, 15 and 19", [12, 15, 19]),
        ("5 m", [5]),
    ],
)
def test_numbers_side_by_side_stay_apart(text: str, values: list[float]) -> None:
    assert [number.value for number in read(text)] == values


@pytest.mark.parametrize(
    "text", ["", "a", "and", "point taken", "a quarter of our people", "half of them", "k", "-"]
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert read(text) == ()


def test_the_scale_is_told_apart_from_the_base() -> None:
    (number,) = read("25 grand")
    assert (number.base, number.scale, number.unit) == (25, 1_000, "grand")


def test_a_scale_with_no_number_before_it_is_bare() -> None:
    assert [number.bare for number in read("thousands and a thousand")] == [True, False]


def test_an_endless_run_of_digits_is_no_number() -> None:
    assert read("9" * 400) == ()
