"""Days are counted by the common calendar, by the sun and by the moon; each day is in one month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.understanding.times.calendar import Calendar
from cuebook.understanding.times.reckoning import Gregorian, Lunar, Reckoning, Said, Solar

DATES = st.dates(date(700, 1, 1), date(2500, 12, 31))
EVERY: list[Reckoning] = [Gregorian(), Solar(), Lunar()]
IRAN = Calendar(Solar(), week_begins=5, weekend=(3, 4))


@settings(deadline=None)
@given(DATES, st.sampled_from(EVERY))
def test_a_day_is_found_again_by_what_it_is_called(at: date, reckoning: Reckoning) -> None:
    said = reckoning.said(at)
    assert 1 <= said.day <= reckoning.length(said.year, said.month)
    assert reckoning.first_of(said.year, said.month) + timedelta(days=said.day - 1) == at


@pytest.mark.parametrize(
    ("reckoning", "said", "at"),
    [
        (Solar(), Said(1405, 1, 1), date(2026, 3, 21)),
        (Solar(), Said(1405, 8, 30), date(2026, 11, 21)),
        (Solar(), Said(1403, 12, 30), date(2025, 3, 20)),  # a leap year
        (Lunar(), Said(1448, 1, 1), date(2026, 6, 17)),
        (Lunar(), Said(1447, 9, 1), date(2026, 2, 18)),
    ],
)
def test_known_days(reckoning: Reckoning, said: Said, at: date) -> None:
    assert reckoning.said(at) == said


@pytest.mark.parametrize("reckoning", EVERY)
def test_beyond_the_calendar_is_an_overflow(reckoning: Reckoning) -> None:
    for year in (0, 10_000):
        with pytest.raises(OverflowError):
            reckoning.first_of(year, 1)


@pytest.mark.parametrize("reckoning", [Solar(), Lunar()])
def test_before_the_first_year_is_an_overflow(reckoning: Reckoning) -> None:
    with pytest.raises(OverflowError):
        reckoning.said(date(600, 1, 1))


@settings(deadline=None)
@given(DATES, st.sampled_from(["week", "month", "quarter", "half", "year"]))
def test_units_of_iran_follow_each_other_without_a_gap(at: date, unit: str) -> None:
    this, following = IRAN.unit_at(at, unit), IRAN.unit_at(at, unit, 1)
    assert this.start is not None
    assert this.end is not None
    assert this.start <= at <= this.end
    assert following.start == this.end + timedelta(days=1)


def test_the_week_of_iran_begins_on_saturday_and_ends_with_its_weekend() -> None:
    saturday = date(2026, 11, 21)
    assert IRAN.unit_at(saturday, "week").start == saturday
    weekend = IRAN.unit_at(saturday, "weekend")
    assert (weekend.start, weekend.end) == (date(2026, 11, 26), date(2026, 11, 27))
    assert IRAN.weekday(saturday, 2, week=0) == date(2026, 11, 25)
    assert IRAN.workdays(date(2026, 11, 25), 1) == date(2026, 11, 28)


def test_a_month_later_stays_inside_the_month_of_iran() -> None:
    assert IRAN.moved(date(2026, 9, 22), 1, "month") == date(2026, 10, 22)  # 31 Shahrivar, 30 Mehr
    assert IRAN.moved(date(2025, 3, 20), 1, "year") == date(2026, 3, 20)  # 30 Esfand, 29 Esfand
