"""Who the best customers are, by what the user said about a column."""

from __future__ import annotations

import pytest

from cuebook.errors import UsageError
from cuebook.leads.best import who_is_best
from cuebook.leads.columns import Column

TIER = Column("Tier", ["gold", "Gold", "silver", "", "bronze"])
REVENUE = Column("Revenue", [f"{number} kr" for number in (100, 200, 300, 400, 500, 600, 700, 800)])
COLUMNS = (TIER, REVENUE)


def test_by_a_value_the_others_are_those_with_another_one() -> None:
    best = who_is_best(COLUMNS, "tier", value="GOLD")
    assert best.rows == (True, True, False, None, False)
    assert (best.place, best.column) == (0, "Tier")
    assert (best.count, best.others, best.unknown) == (2, 2, 1)


def test_by_a_number_the_best_are_its_top_quarter() -> None:
    best = who_is_best(COLUMNS, "revenue")
    assert best.rows == (False,) * 6 + (True, True)
    assert "700 kr" in best.said


def test_a_bound_goes_before_the_quarter() -> None:
    assert who_is_best(COLUMNS, "revenue", at_least=300).count == 6


@pytest.mark.parametrize(
    ("cells", "best"),
    [
        (["0"] * 9 + ["5", "6"], 2),  # most spend nothing: not all of them are the top quarter
        (["1", "2"] + ["9"] * 9, 9),  # nobody is above the most common
        (["1", "2", "3", "4", "4", "4", "5", "5"], 2),
        (["7", "8"], 1),
    ],
)
def test_where_many_share_a_number_the_quarter_is_cut_above_them(cells: list[str], best: int) -> None:
    assert who_is_best([Column("n", cells)], "n").count == best


@pytest.mark.parametrize(
    ("yes", "no"), [("yes", "no"), ("ja", "nei"), ("tak", "nie"), ("да", "не"), ("بله", "خیر")]
)
def test_by_yes_and_no_in_any_language(yes: str, no: str) -> None:
    assert who_is_best([Column("best", [yes, no, "", yes])], "best").rows == (True, False, None, True)


def test_a_cross_for_the_best_and_nothing_for_the_others() -> None:
    assert who_is_best([Column("best", ["x", "", "", "x"])], "best").rows == (True, False, False, True)


def test_a_yes_may_be_said_as_a_value_in_any_of_its_words() -> None:
    assert who_is_best([Column("best", ["ja", "nei", "J"])], "best", value="yes").count == 2


@pytest.mark.parametrize(
    ("column", "choice", "says"),
    [
        ("Teir", {}, "'tier'"),
        ("Tier", {}, "--value"),
        ("Tier", {"value": "glod"}, "'gold'"),
        ("Tier", {"value": "x", "at_least": 1.0}, "Choose one"),
        ("Tier", {"at_least": 1.0}, "no numbers"),
        ("Empty", {}, "is empty"),
        ("Same", {}, "the same"),
        ("Never", {}, "a yes"),
    ],
)
def test_what_cannot_tell_the_best_is_said_with_what_can(column: str, choice: dict[str, str], says: str) -> None:
    table = (
        *COLUMNS,
        Column("Empty", ["", "-"]),
        Column("Same", ["7", "7"]),
        Column("Never", ["no", "no"]),
    )
    with pytest.raises(UsageError) as refused:
        who_is_best(table, column, **choice)  # type: ignore[arg-type]  # one dictionary for texts and numbers
    assert says in str(refused.value)
