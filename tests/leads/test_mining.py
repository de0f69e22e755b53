"""What the best have in common is found, what is chance is not, and little is said of few."""

from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.leads.customers import Table, counted, customers

from cuebook.errors import UsageError
from cuebook.leads.best import who_is_best
from cuebook.leads.chance import Counts, fisher
from cuebook.leads.columns import columns
from cuebook.leads.mining import FEWEST, RATE, Mined, mine


def mined(table: Table, best: str = "best", **choice: float | str) -> Mined:
    made = columns(*table)
    return mine(made, who_is_best(made, best, **choice))  # type: ignore[arg-type]  # texts and numbers together


def left_out(found: Mined) -> dict[str, str]:
    return {each.column: each.why for each in found.left_out}


def test_over_200_tables_planted_traits_are_found_and_chance_ones_are_few() -> None:
    found, false_shares = 0, []
    for seed in range(200):
        telling = [trait.column for trait in mined(customers(seed)).telling]
        found += len({"home", "staff"} & set(telling))
        false = sum(column.startswith("noise") for column in telling)
        false_shares.append(false / max(1, len(telling)))
    assert found >= 0.9 * 400
    assert mean(false_shares) <= RATE


def test_over_100_tables_of_nothing_but_noise_hardly_anything_is_found() -> None:
    assert sum(bool(mined(customers(seed, planted=False)).telling) for seed in range(100)) <= 5


def test_a_trait_is_counted_with_its_share_and_its_lift() -> None:
    found = mined(counted([("own", 19), ("rent", 5)], [("own", 51), ("rent", 89)]))
    (trait,) = found.telling
    assert (trait.column, trait.kind, trait.value) == ("trait", "is", "own")
    assert trait.counts == Counts(19, 24, 51, 140)
    assert trait.counts.lift == pytest.approx(2.17, abs=0.005)
    assert trait.chance == fisher(trait.counts) == trait.rate


def test_blank_cells_count_neither_as_a_value_nor_among_all() -> None:
    (trait,) = mined(
        counted([("own", 19), ("rent", 5), ("", 30)], [("own", 51), ("rent", 89), ("n/a", 70)])
    ).telling
    assert trait.counts == Counts(19, 24, 51, 140)


def test_what_the_best_have_less_often_is_a_trait_as_well() -> None:
    found = mined(counted([("hotel", 1), ("shop", 20), ("farm", 19)], [("hotel", 60), ("shop", 30), ("farm", 30)]))
    hotel = next(trait for trait in found.telling if trait.value == "hotel")
    assert not hotel.more
    assert hotel.counts == Counts(1, 40, 60, 120)


def test_of_numbers_the_cut_that_sets_the_best_apart_the_most_is_told() -> None:
    best = [(f"{50 + n} people", 1) for n in range(20)]
    others = [(f"{n} people", 1) for n in range(60)]
    (trait,) = mined(counted(best, others)).telling
    assert (trait.kind, trait.value) == ("at_least", "55 people")
    assert trait.counts == Counts(15, 20, 5, 60)
    assert trait.chance == pytest.approx(3 * fisher(trait.counts))  # three cuts were tried


def test_small_numbers_can_be_the_sign_of_the_best() -> None:
    (trait,) = mined(counted([(str(n), 1) for n in range(25)], [(str(n), 1) for n in range(20, 110)])).telling
    assert trait.kind == "below"
    assert trait.more


@pytest.mark.parametrize(("best", "others"), [(FEWEST - 1, 90), (90, FEWEST - 1)])
def test_of_too_few_customers_nothing_is_said(best: int, others: int) -> None:
    found = mined(counted([("own", best)], [("rent", others)]))
    assert not found.enough
    assert found.traits == ()


def test_a_value_of_too_few_customers_is_too_few_to_tell() -> None:
    found = mined(counted([("own", 20), ("tent", 4)], [("own", 60), ("rent", 60)]))
    assert {trait.value: trait.finding for trait in found.traits}["tent"] == "too_few"


def test_a_sure_but_slight_difference_is_not_worth_a_question() -> None:
    found = mined(counted([("own", 54_000), ("rent", 46_000)], [("own", 50_000), ("rent", 50_000)]))
    assert [(trait.value, trait.finding) for trait in found.traits] == [("own", "slight")]


def test_columns_that_tell_nothing_are_left_out_with_the_reason() -> None:
    header, rows = customers(7)
    header += ["country", "fax", "vip", "remark", "visits", "mostly"]
    for number, row in enumerate(rows):
        vip = "VIP" if row[2] == "yes" else "-none-"
        row += ["NO", "", vip, f"said {number % 40}", "9" if number < 9 else "", "a" if number > 50 else "b"]
    reasons = left_out(mined((header, rows)))
    assert reasons == {
        "number": "numbered through",
        "name": "nearly everybody has another value",
        "country": "the same for all",
        "fax": "empty",
        "vip": "says the same as 'best'",
        "remark": "nearly everybody has another value",
        "visits": "filled in for too few to tell",
    }


def test_other_names_of_the_number_that_tells_the_best_are_copies() -> None:
    rows = [[str(n * n), f"{n * n * 1.25:.2f}", str(n * n + (n % 3)), str((n * 37) % 20)] for n in range(100)]
    reasons = left_out(mined((["revenue", "with VAT", "last year", "age"], rows), "revenue"))
    assert set(reasons) == {"with VAT", "last year"}


def test_the_surest_trait_comes_first_and_the_order_does_not_depend_on_that_of_the_columns() -> None:
    header, rows = customers(3)
    found = mined((header, rows))
    turned = mined((header[::-1], [row[::-1] for row in rows]))
    assert found.traits == turned.traits
    assert found.traits == mined((header, rows)).traits
    certain = [trait.certain for trait in found.telling]
    assert certain == sorted(certain, reverse=True)


CELL = st.one_of(
    st.sampled_from(["", "yes", "no", "1", "0", "a", "b", "12,5", "1.250 kr", "-"]), st.text(max_size=8)
)


@settings(max_examples=60)
@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=40), st.text(max_size=5))
def test_any_table_is_mined_or_refused_in_words(rows: list[list[str]], name: str) -> None:
    try:
        found = mined(([name, "b", "c"], rows * 3), name)
    except UsageError:
        return  # in words, as a user can act on
    assert all(0 <= trait.chance <= trait.rate <= 1 for trait in found.traits if trait.finding != "too_few")
    assert all(trait.certain > 0 for trait in found.traits)
