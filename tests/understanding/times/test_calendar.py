"""Calendar arithmetic keeps to whole days, and to the ends of months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.understanding.times.calendar import GREGORIAN as calendar  # noqa: N811 - read as the calendar
from cuebook.understanding.times.calendar import Edge, easter

DATES = st.dates(date(1900, 1, 1), date(2200, 12, 31))
UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year"])


@pytest.mark.parametrize(
    ("start", "count", "unit", "end"),
    [
        (date(2026, 1, 31), 1, "month", date(2026, 2, 28)),
        (date(2028, 2, 29), 1, "year", date(2029, 2, 28)),
        (date(2026, 11, 21), 1.5, "year", date(2028, 5, 21)),
        (date(2026, 11, 21), -2, "quarter", date(2026, 5, 21)),
        (date(2026, 11, 21), 1, "fortnight", date(2026, 12, 5)),
    ],
)
def test_a_month_later_stays_inside_the_month(start: date, count: float, unit: str, end: date) -> None:
    assert calendar.moved(start, count, unit) == end


def test_beyond_the_calendar_is_an_overflow() -> None:
    with pytest.raises(OverflowError):
        calendar.moved(date(2026, 11, 21), 9_000, "year")


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2026, date(2026, 4, 5), date(2026, 4, 12)),
        (2027, date(2027, 3, 28), date(2027, 5, 2)),
    ],
)
def test_easter_by_both_rules(year: int, western: date, orthodox: date) -> None:
    assert easter(year) == western
    assert easter(year, orthodox=True) == orthodox


@settings(deadline=None)
@given(DATES)
def test_easter_is_a_sunday_in_spring(at: date) -> None:
    found = easter(at.year)
    assert found.weekday() == 6
    assert date(at.year, 3, 22) <= found <= date(at.year, 4, 25)


@settings(deadline=None)
@given(DATES, UNITS)
def test_units_follow_each_other_without_a_gap(at: date, unit: str) -> None:
    this, following = calendar.unit_at(at, unit), calendar.unit_at(at, unit, 1)
    assert this.start is not None
    assert this.end is not None
    assert this.start <= this.end
    gap = 6 if unit == "weekend" else 1
    assert following.start == this.end + timedelta(days=gap)
    assert unit == "weekend" or this.start <= at <= this.end


@settings(deadline=None)
@given(DATES, UNITS, st.sampled_from(["start", "middle", "end", "rest"]))
def test_a_part_lies_inside_its_whole(at: date, unit: str, edge: Edge) -> None:
    whole = calendar.unit_at(at, unit)
    part = calendar.part(whole, edge, at)
    assert part is not None
    assert whole.start is not None
    assert whole.end is not None
    assert part.start is not None
    assert part.end is not None
    assert whole.start <= part.start <= part.end <= whole.end


@settings(deadline=None)
@given(DATES, UNITS.filter(lambda unit: unit != "weekend"))
def test_two_halves_make_a_whole(at: date, unit: str) -> None:
    whole = calendar.unit_at(at, unit)
    first, second = calendar.half(whole, 1), calendar.half(whole, 2)
    assert first is not None
    assert second is not None
    if unit == "day":
        return
    assert (first.start, second.end) == (whole.start, whole.end)
    assert first.end is not None
    assert second.start == first.end + timedelta(days=1)


@settings(deadline=None)
@given(DATES, st.integers(0, 6))
def test_the_next_weekday_is_within_a_week(at: date, wanted: int) -> None:
    found = calendar.weekday(at, wanted)
    assert found.weekday() == wanted
    assert 1 <= (found - at).days <= 7


@settings(deadline=None)
@given(DATES, st.integers(1, 5), st.integers(0, 6))
def test_the_nth_weekday_of_a_month_is_that_weekday_in_that_month(at: date, number: int, wanted: int) -> None:
    month = calendar.unit_at(at, "month")
    found = calendar.nth(month, number, "weekday", wanted)
    if found is None:
        assert number == 5
        return
    assert found.start is not None
    assert found.start.weekday() == wanted
    assert (found.start.month, (found.start.day - 1) // 7) == (at.month, number - 1)


def test_working_days_skip_the_weekend() -> None:
    assert calendar.workdays(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert calendar.workdays(date(2026, 11, 23), -1) == date(2026, 11, 20)
