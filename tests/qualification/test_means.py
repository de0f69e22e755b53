"""An amount against the price, a date against the horizon."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.dialogue.model import Price
from cuebook.qualification.means import affords, months_after, starts_in_time
from cuebook.understanding.reading import Amount, Time

TODAY = date(2026, 11, 21)
LEASE = Price(amount=899, currency="EUR", per="month")
MACHINE = Price(amount=40_000, currency="EUR")


@pytest.mark.parametrize(
    ("low", "high", "currency", "per", "proves"),
    [
        (50_000, 50_000, None, None, "confirmed"),  # more than a year of it
        (900, 900, "EUR", "month", "confirmed"),
        (10_788, 10_788, "EUR", "year", "confirmed"),  # twelve payments, to the cent
        (700, 700, "EUR", "month", "negative"),
        (None, 20_000, "EUR", None, "confirmed"),  # 'under 20 000' goes up to 20 000
        (5_000, 5_000, None, None, "partial"),  # a month's, a year's? The rep must ask
        (500, 500, None, None, "negative"),  # not even one payment
        (30_000, 30_000, "NOK", "year", "partial"),  # another currency: never guessed
        (500, None, None, None, "partial"),  # 'at least 500' may be anything
        (None, None, None, None, "partial"),
    ],
)
def test_an_amount_is_held_against_a_price_that_recurs(
    low: float | None, high: float | None, currency: str | None, per: str | None, proves: str
) -> None:
    assert affords(Amount(low, high, currency, per, (0, 1)), LEASE) == proves  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("low", "high", "per", "proves"),
    [
        (40_000, 40_000, None, "confirmed"),
        (30_000, 40_000, None, "confirmed"),  # the price is within what they had in mind
        (39_999, 39_999, None, "negative"),
        (1_000, 1_000, "month", "partial"),  # a purchase is not a payment a month
    ],
)
def test_an_amount_is_held_against_a_price_paid_once(
    low: float, high: float, per: str | None, proves: str
) -> None:
    assert affords(Amount(low, high, None, per, (0, 1)), MACHINE) == proves  # type: ignore[arg-type]


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_more_money_never_proves_less(one: float, other: float) -> None:
    less, more = sorted((one, other))
    rank = ("negative", "partial", "confirmed")
    by_amount = [affords(Amount(value, value, "EUR", None, (0, 1)), LEASE) for value in (less, more)]
    assert rank.index(by_amount[0]) <= rank.index(by_amount[1])


@pytest.mark.parametrize(
    ("start", "end", "grain", "proves"),
    [
        (date(2027, 3, 1), date(2027, 3, 31), "month", "confirmed"),  # next calendar year, but near
        (date(2027, 1, 1), date(2027, 3, 31), "quarter", "confirmed"),
        (None, date(2026, 12, 31), "day", "confirmed"),  # by the end of the year
        (date(2027, 1, 1), date(2027, 12, 31), "year", "negative"),  # 'next year' (Q18)
        (date(2026, 1, 1), date(2026, 12, 31), "year", "confirmed"),
        (date(2027, 9, 1), date(2027, 9, 30), "month", "negative"),  # ten months off, the horizon is nine
        (date(2027, 8, 21), None, "day", "confirmed"),  # the last day of it
        (date(2027, 8, 22), None, "day", "negative"),
    ],
)
def test_a_start_is_soon_enough_within_the_horizon(
    start: date | None, end: date | None, grain: str, proves: str
) -> None:
    assert starts_in_time(Time(start, end, grain, (0, 1)), TODAY, 9) == proves  # type: ignore[arg-type]


def test_a_month_later_is_the_last_day_where_there_is_no_such_day() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2027, 5, 31), -3) == date(2027, 2, 28)


@given(st.dates(), st.integers(-200_000, 200_000))
def test_months_never_leave_the_calendar(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later >= day) if months >= 0 else (later <= day)
