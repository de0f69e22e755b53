"""How they fit each product, told in a row each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.factories import turn

from cuebook.dialogue.model import Dialogues
from cuebook.qualification.deciding import Suits
from cuebook.qualification.fit import Fit, Reason
from cuebook.qualification.ledger import Ledger
from cuebook.qualification.status import STANDINGS, Standing
from cuebook.ui.fits import fit_rows, fits_first, suits_row

COPIER = Fit("copier-leasing", "confirmed", (Reason("employees", 40.0, True),))
SAVINGS = Fit("education-savings", "negative", (Reason("age", None, None), Reason("children", "none", False)))
INSURANCE = Fit("income-insurance", "partial", (Reason("age", 42.0, True), Reason("employment", None, None)))
ANYBODY = Fit("umbrella", "not_applicable", ())


def drawn(dialogues: Dialogues, *fits: Fit, width: int = 40) -> list[str]:
    return [row.plain for row in fit_rows(fits, dialogues.words["en"], width)]


@pytest.mark.parametrize(
    ("fit", "row"),
    [
        (COPIER, "Copier leasing ▇▇▇▇ 40 people"),
        (SAVINGS, "✗ Education savings: no children"),
        (INSURANCE, "Income insurance ▇▇░░ work?"),
        (ANYBODY, "umbrella ▇▇▇▇ for everybody"),
        (Fit("copier-leasing", "unknown", (Reason("employees", None, None),)), "Copier leasing ░░░░ people?"),
    ],
)
def test_each_product_has_its_bar_and_the_reason(dialogues: Dialogues, fit: Fit, row: str) -> None:
    assert drawn(dialogues, fit) == [row]


def test_a_long_name_gives_way_to_the_reason(dialogues: Dialogues) -> None:
    assert drawn(dialogues, COPIER, SAVINGS, width=28) == [
        "Copier leas… ▇▇▇▇ 40 people",
        "✗ Education sa…: no children",
    ]


def test_the_present_product_comes_first() -> None:
    held = replace(turn(1), fits={fit.product: fit for fit in (COPIER, INSURANCE, SAVINGS)})
    assert fits_first(held, "education-savings") == (SAVINGS, COPIER, INSURANCE)


def test_what_the_rep_marked_of_the_profile_holds_for_the_present_product(dialogues: Dialogues) -> None:
    marked = Ledger().mark("profile", "negative", 1)
    held = replace(turn(1, holds=marked), fits={fit.product: fit for fit in (COPIER, INSURANCE)})
    assert drawn(dialogues, *fits_first(held, "copier-leasing")) == [
        "✗ Copier leasing: as you say",
        "Income insurance ▇▇░░ work?",
    ]


@given(st.sampled_from(STANDINGS), st.text(max_size=60), st.text(max_size=60), st.integers(12, 60))
def test_whatever_the_product_and_the_trait_are_called_a_row_fits(
    dialogues: Dialogues, standing: Standing, name: str, value: str, width: int
) -> None:
    fit = Fit(name, standing, (Reason("trade", value, standing != "negative"),))
    assert all(cell_len(row) <= width for row in drawn(dialogues, fit, COPIER, width=width))


@pytest.mark.parametrize(
    ("suits", "row"),
    [
        (Suits(), []),
        (Suits(leading="copier-leasing"), ["Copier leasing leads: 40 people"]),
        (Suits(leading="copier-leasing", better="copier-leasing"), ["Copier leasing fits better: 40 people"]),
        (Suits(level=("copier-leasing", "umbrella")), ["level: Copier leasing, umbrella"]),
        (
            Suits(level=("copier-leasing", "umbrella"), asks="country"),
            ["level: Copier leasing, umbrella (country?)"],
        ),
    ],
)
def test_which_product_leads_and_why_is_one_row(dialogues: Dialogues, suits: Suits, row: list[str]) -> None:
    held = replace(turn(1), suits=suits, fits={fit.product: fit for fit in (COPIER, ANYBODY)})
    assert [one.plain for one in suits_row(held, dialogues.words["en"], 46)] == row
    assert all(cell_len(one.plain) <= 27 for one in suits_row(held, dialogues.words["en"], 27))
