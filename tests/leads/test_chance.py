"""Counts compared: against values computed by hand, and against every table written out."""

from __future__ import annotations

import math
from fractions import Fraction
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.leads.chance import (
    Counts,
    difference_interval,
    false_discovery_rates,
    fisher,
    lift_interval,
    wilson,
)


def enumerated(counts: Counts) -> Fraction:
    """Fisher's p in exact fractions, every table counted."""
    with_it, everybody = counts.best_with + counts.rest_with, counts.best_of + counts.rest_of
    ways = [
        math.comb(counts.best_of, best) * math.comb(counts.rest_of, with_it - best)
        for best in range(max(0, with_it - counts.rest_of), min(counts.best_of, with_it) + 1)
    ]
    here = math.comb(counts.best_of, counts.best_with) * math.comb(counts.rest_of, counts.rest_with)
    return Fraction(sum(way for way in ways if way <= here), math.comb(everybody, with_it))


@st.composite
def tables(draw: st.DrawFn, most: int = 60) -> Counts:
    best_of, rest_of = draw(st.integers(1, most)), draw(st.integers(1, most))
    return Counts(draw(st.integers(0, best_of)), best_of, draw(st.integers(0, rest_of)), rest_of)


def test_fisher_s_tea_tasting() -> None:
    """Eight cups, three of four told right: 34/70, as in his book."""
    assert fisher(Counts(3, 4, 1, 4)) == pytest.approx(34 / 70)
    assert fisher(Counts(4, 4, 0, 4)) == pytest.approx(2 / 70)


def test_fisher_s_p_is_that_of_every_small_table_written_out() -> None:
    for best_of in range(1, 9):
        for rest_of in range(1, 9):
            for best in range(best_of + 1):
                for rest in range(rest_of + 1):
                    counts = Counts(best, best_of, rest, rest_of)
                    assert fisher(counts) == pytest.approx(float(enumerated(counts)), rel=1e-9)


@given(tables())
def test_fisher_s_p_is_that_of_the_tables_written_out(counts: Counts) -> None:
    assert fisher(counts) == pytest.approx(float(enumerated(counts)), rel=1e-8)


def test_a_million_customers_are_soon_compared() -> None:
    more = 125_300 - 500_300 / 4  # than were expected; with so many the normal distribution is as good
    spread = math.sqrt(250_000 * 0.5003 * 0.4997 * 0.75)
    nearly = 2 * NormalDist().cdf(-(more - 0.5) / spread)
    assert fisher(Counts(125_300, 250_000, 375_000, 750_000)) == pytest.approx(nearly, rel=1e-3)
    assert 0 <= fisher(Counts(200_000, 250_000, 375_000, 750_000)) < 1e-100


def test_wilson_s_interval_of_a_share() -> None:
    """15 of 148: 0.0624 to 0.1605 (Newcombe 1998, table I)."""
    interval = wilson(15, 148)
    assert (interval.low, interval.high) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20).low == 0
    assert wilson(0, 20).high == pytest.approx(0.1611, abs=5e-5)
    assert wilson(0, 0).high == 1


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [  # Newcombe 1998, the second of his papers, table II, method 10
        (Counts(56, 70, 48, 80), 0.0524, 0.3339),
        (Counts(9, 10, 3, 10), 0.1705, 0.8090),
        (Counts(5, 56, 0, 29), -0.0381, 0.1926),
        (Counts(10, 10, 0, 10), 0.6075, 1.0),
    ],
)
def test_the_interval_of_a_difference_is_newcombe_s(counts: Counts, low: float, high: float) -> None:
    interval = difference_interval(counts)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


def test_the_interval_of_a_lift_by_hand() -> None:
    """19 of 24 and 51 of 140: log(19.5/24.5 : 51.5/140.5) = 0.77536, its spread 0.15088."""
    counts = Counts(19, 24, 51, 140)
    interval = lift_interval(counts)
    assert counts.lift == pytest.approx(2.1732, abs=5e-5)
    assert (interval.low, interval.high) == pytest.approx((1.6155, 2.9186), abs=5e-4)


def test_a_trait_that_none_of_the_others_have_has_no_lift_but_a_lowest_one() -> None:
    counts = Counts(8, 10, 0, 40)
    assert counts.lift is None
    assert 4 < lift_interval(counts).low < lift_interval(counts).high < math.inf


@given(tables(most=400))
def test_intervals_hold_what_was_counted(counts: Counts) -> None:
    difference, lift = difference_interval(counts), lift_interval(counts)
    assert -1 - 1e-9 <= difference.low <= counts.difference + 1e-9
    assert counts.difference - 1e-9 <= difference.high <= 1 + 1e-9
    assert 0 < lift.low <= lift.high < math.inf
    assert 0 <= fisher(counts) <= 1


@given(tables(most=200))
def test_the_trait_and_its_absence_are_as_likely(counts: Counts) -> None:
    absent = Counts(
        counts.best_of - counts.best_with, counts.best_of, counts.rest_of - counts.rest_with, counts.rest_of
    )
    assert fisher(counts) == pytest.approx(fisher(absent), rel=1e-6)


def test_false_discovery_rates_are_benjamini_and_hochberg_s() -> None:
    """The example of their paper (1995): at 0.05 the first four of fifteen are kept."""
    chances = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
    ]  # fmt: skip
    rates = false_discovery_rates(chances)
    assert [rate <= 0.05 for rate in rates] == [True] * 4 + [False] * 11
    assert rates[3] == pytest.approx(0.0095 * 15 / 4)
    assert false_discovery_rates([]) == ()


@given(st.lists(st.floats(0, 1), max_size=30))
def test_a_rate_is_never_less_than_the_chance_and_keeps_its_order(chances: list[float]) -> None:
    rates = false_discovery_rates(chances)
    assert all(chance <= rate <= 1 for chance, rate in zip(chances, rates, strict=True))
    paired = sorted(zip(chances, rates, strict=True))
    assert [rate for _, rate in paired] == sorted(rates)
