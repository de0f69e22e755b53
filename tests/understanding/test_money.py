"""Amounts of money are read with both ends, currency and period; numbers that count things are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.money import amounts
from cuebook.understanding.reading import Amount

DAY = date(2026, 11, 21)


def read(text: str, expecting: str | None = None) -> tuple[Amount, ...]:
    return amounts(Line(text, "en", DAY, expecting))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("60k", 60_000, 60_000),
        ("around 60k I guess", 60_000, 60_000),
        ("35-45k", 35_000, 45_000),
        ("35k to 45k", 35_000, 45_000),
        ("35-45,000 USD", 35_000, 45_000),
        ("500 to 2,000 USD", 500, 2_000),
        ("between 15 and 25 thousand", 15_000, 25_000),
        ("between one hundred and fifty thousand and two hundred thousand", 150_000, 200_000),
        ("from 40 up to 55 thousand", 40_000, 55_000),
        ("40 or 50 grand", 40_000, 50_000),
        ("900-1.2k", 900, 1_200),
        ("up to 80k", None, 80_000),
        ("under 30 000 EUR", None, 30_000),
        ("no more than 12k", None, 12_000),
        ("70k max", None, 70_000),
        ("70k at most", None, 70_000),
        ("at least 15k", 15_000, None),
        ("from 15k", 15_000, None),
        ("15k or more", 15_000, None),
        ("15k+", 15_000, None),
        ("15k plus VAT", 15_000, 15_000),
        ("max 650 a month", None, 650),
        ("650 a month tops", None, 650),
        ("we had in mind at most 650 a month", None, 650),
        ("a few thousand euros", 2_000, 9_000),
        ("forty grand", 40_000, 40_000),
        ("half a million", 500_000, 500_000),
        ("2.5 million", 2_500_000, 2_500_000),
    ],
)
def test_both_ends_of_an_amount_are_read_and_an_open_one_is_none(
    text: str, low: float | None, high: float | None
) -> None:
    (amount,) = read(text)
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$2.5m", 2_500_000, "USD"),
        ("£ 750", 750, "GBP"),
        ("750£", 750, "GBP"),
        ("1.750,50 €", 1_750.5, "EUR"),
        ("1,750.50 euros", 1_750.5, "EUR"),
        ("EUR 1.750", 1_750, "EUR"),
        ("NOK 250 000", 250_000, "NOK"),
        ("250 000 nok", 250_000, "NOK"),
        ("250 000 kr", 250_000, "NOK"),
        ("90 000 Swedish kronor", 90_000, "SEK"),
        ("900 zł", 900, "PLN"),
        ("900 лв", 900, "BGN"),
        ("US$ 40", 40, "USD"),
        ("A$40", 40, "AUD"),
        ("S$ 40", 40, "SGD"),
        ("40 Canadian dollars", 40, "CAD"),
        ("seven hundred dollars", 700, "USD"),
        ("300 bucks", 300, "USD"),
        ("300 quid", 300, "GBP"),
        ("a euro", 1, "EUR"),
        ("MSEK 4", 4_000_000, "SEK"),
        ("4 MEUR", 4_000_000, "EUR"),
        ("30 USD million", 30_000_000, "USD"),
        ("€ 3.2 mln", 3_200_000, "EUR"),
        ("three crore rupees", 30_000_000, "INR"),
        ("12 euros and 40 cents", 12.4, "EUR"),
        ("12 dollars 40", 12.4, "USD"),
        ("60 pence", 0.6, "GBP"),
    ],
)
def test_the_currency_is_read_as_sign_code_or_word(text: str, value: float, currency: str) -> None:
    (amount,) = read(text)
    assert (amount.low, amount.high, amount.currency) == (value, value, currency)
    assert amount.span == (0, len(text))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("749 a month", "month"),
        ("749 kr/mo", "month"),
        ("£749 pcm", "month"),
        ("749 kr pr year", "year"),
        ("80k per annum", "year"),
        ("80k p.a.", "year"),
        ("$90 an hour", "hour"),
        ("$90/day", "day"),
        ("$90 every week", "week"),
        ("a monthly fee of $749", "month"),
        ("our annual budget is around 80k", "year"),
        ("we spend 80k on paper every year", "year"),
        ("18 euros per user per month", "month"),
        ("80k", None),
        ("80k a year ago", None),
        ("we spend 80k and meet once a month", None),
    ],
)
def test_the_period_is_read_before_or_after(text: str, per: str | None) -> None:
    (amount,) = read(text)
    assert amount.per == per


@pytest.mark.parametrize(
    "text",
    [
        "4 printers",
        "we have 3 million users",
        "60k customers",
        "we print 30k pages a month",
        "five thousand copies a week",
        "in 2027",
        "by March 2027",
        "at 14:30",
        "14:30",
        "about 35% of it",
        "call +47 934 12 345",
        "call 0047 934 12 345",
        "24/7",
        "A4",
        "a million things",
        "three or four people",
        "the dollar is weak",
        "it weighs 90 pounds",
        "90 pounds heavy",
        "a 5-year plan",
        "a 45-page brochure",
        "about 650 visitors a month",
        "thousands of euros",
    ],
)
def test_what_is_not_money_is_left_alone(text: str) -> None:
    assert read(text) == ()
    assert read(text, "money") == ()


@pytest.mark.parametrize("text", ["room 214", "TOP 10 of all", "ALL 45 here"])
def test_codes_that_are_words_are_no_currency_before_a_number(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", ["45000", "45 000", "maybe 45000", "between 40000 and 45000", "less than 45000"])
def test_a_bare_number_is_money_where_money_was_asked_for(text: str) -> None:
    assert read(text) == ()
    assert len(read(text, "money")) == 1


@pytest.mark.parametrize(
    "text", ["our budget is 45000", "we pay about 1200 for it", "a budget of 45 000", "it costs us 300 a day"]
)
def test_a_word_of_money_makes_a_bare_number_money(text: str) -> None:
    assert len(read(text)) == 1


def test_the_span_holds_the_words_that_prove_it() -> None:
    text = "Well, up to 40k a year, not more."
    (amount,) = read(text)
    assert text[slice(*amount.span)] == "up to 40k a year"


def test_several_amounts_are_read_in_order() -> None:
    found = read("5 €, 10 € and then USD 3,000 upfront")
    assert [(amount.low, amount.currency) for amount in found] == [(5, "EUR"), (10, "EUR"), (3_000, "USD")]


@pytest.mark.parametrize("text", ["They want a $250 deposit", "it's $ 250", "class a $ 250 million fund"])
def test_a_letter_before_the_dollar_sign_is_a_country_only_when_capital_and_written_against_it(text: str) -> None:
    assert [amount.currency for amount in read(text)] == ["USD"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They asked $700 for the 1987 one", 700),
        ("650 a month for the 90 we have", 650),
        ("45k, as in room 214", 45_000),
        ("we paid 700 in all, for 30 of them", 700),
    ],
)
def test_a_bare_number_is_no_money_beside_an_amount_that_is_marked_as_such(text: str, value: float) -> None:
    assert [amount.low for amount in read(text, "money")] == [value]


@pytest.mark.parametrize("text", ["the 1987 catalogue", "a 20-year loan", "it is from 1987"])
def test_years_are_no_money_even_where_money_was_asked_for(text: str) -> None:
    assert read(text, "money") == ()


def test_a_round_number_that_could_be_a_year_is_money_where_money_was_asked_for() -> None:
    assert [amount.low for amount in read("2000", "money")] == [2000]


@pytest.mark.parametrize("text", ["we scan 650 a month", "they sold 650 a week", "it is 650 a day here"])
def test_what_is_done_or_made_in_a_period_is_no_price(text: str) -> None:
    assert read(text) == ()


def test_a_code_behind_the_letter_of_a_scale_is_read_in_capitals_only() -> None:
    assert [(amount.low, amount.currency) for amount in read("MARS 3")] == [(3_000_000, "ARS")]
    assert read("mars 3") == ()


def test_cents_of_who_knows_what_are_kept_as_said_and_those_of_one_currency_are_counted() -> None:
    def read_amount(text: str) -> tuple[float | None, str | None]:
        (amount,) = read(text, "money")
        return amount.low, amount.currency

    assert read_amount("50 cents") == (50, "cent")
    assert read_amount("470 pence") == (4.7, "GBP")
    assert read_amount("7 euros and 35 cents") == (7.35, "EUR")
