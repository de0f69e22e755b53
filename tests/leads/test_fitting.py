"""Which product a lead fits best is known from its list, its form and its calls, and told in words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cuebook.dialogue.model import Condition, Dialogues, Price, Product
from cuebook.leads.fitting import Fitting, fittings
from cuebook.leads.model import Case, Lead
from cuebook.leads.territories import are_codes, code_of, name_of
from cuebook.leads.traits import Sought


def product(name: str, **profile: Condition) -> Product:
    return Product(product=name, price=Price(amount=1, currency="EUR"), horizon_months=9, profile=profile)


COPIERS = product("copiers", employees=Condition(least=5), country=Condition(one_of=("NO", "SE")))
SHIFTS = product("shifts", employees=Condition(least=10, most=500))


def fitting(
    *products: Product,
    list_: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
    said: Mapping[str, str | float] | None = None,
) -> Fitting | None:
    lead = Lead(id="1", name="Anna Berg", traits=list_ or {}, answers=form or {})
    known = {one.product: one for one in products}
    return fittings([Case(lead=lead, traits=said or {})], known, None, "en").get("1")


def test_the_product_of_which_most_of_the_profile_holds_is_the_best_one() -> None:
    assert fitting(COPIERS, SHIFTS, list_={"Employees": "40", "Country": "Norge"}) == Fitting(
        "copiers", 1.0, "fits copiers: 40 people, Norway"
    )
    assert fitting(COPIERS, SHIFTS, list_={"Employees": "40"}) == Fitting("shifts", 1.0, "fits shifts: 40 people")
    assert fitting(COPIERS, list_={"Employees": "40"}) == Fitting("copiers", 0.5, "fits copiers: 40 people")


def test_outside_every_profile_is_told_with_what_is_outside() -> None:
    assert fitting(COPIERS, SHIFTS, list_={"Employees": "3"}) == Fitting(
        None, 0.0, "outside the buyer profile: 3 people", outside=True
    )
    assert fitting(COPIERS, SHIFTS, product("for-all"), list_={"Employees": "3"}) is None


def test_outside_the_profile_of_what_is_usually_sold_is_told_where_nothing_else_is_known_to_fit() -> None:
    lead = Lead(id="1", name="Anna", traits={"Employees": "3"})
    others = product("insurance", age=Condition(least=18))
    found = fittings([Case(lead=lead)], {"copiers": COPIERS, "insurance": others}, None, "en", "copiers")
    assert found["1"] == Fitting(None, 0.0, "not for copiers: 3 people")


def test_of_products_that_they_fit_alike_it_is_the_usual_one() -> None:
    lead = Lead(id="1", name="Anna", traits={"Employees": "40", "Country": "SE"})
    found = fittings([Case(lead=lead)], {"copiers": COPIERS, "shifts": SHIFTS}, None, "en", "shifts")
    assert found["1"].product == "shifts"


def test_what_was_said_in_a_call_counts_more_than_the_list() -> None:
    assert fitting(SHIFTS, list_={"Employees": "4"}, said={"employees": 40.0}) == Fitting(
        "shifts", 1.0, "fits shifts: 40 people"
    )


@pytest.mark.parametrize(
    "form",
    [
        {"How many employees do you have?": "40"},
        {"What does your company look like?": "we are 40 people in two offices"},
    ],
)
def test_a_form_tells_too(form: Mapping[str, str]) -> None:
    assert fitting(SHIFTS, form=form) == Fitting("shifts", 1.0, "fits shifts: 40 people")


@pytest.mark.parametrize(
    ("list_", "form"),
    [
        ({"Employees": "some"}, {}),
        ({"Employees": "11-50"}, {}),
        ({"Country": "Atlantis"}, {}),
        ({}, {"Which country?": "yes"}),
        ({}, {"Anything else?": "no"}),
        ({"Colour": "blue"}, {}),
    ],
)
def test_what_cannot_be_read_is_not_guessed_at(list_: Mapping[str, str], form: Mapping[str, str]) -> None:
    assert fitting(COPIERS, SHIFTS, list_=list_, form=form) is None


def test_a_quality_of_the_sellers_own_is_held_against_the_values_of_the_profile() -> None:
    printers = product("ink", industry=Condition(one_of=("printing", "law")))
    assert fitting(printers, list_={"Industry": "Law"}) == Fitting("ink", 1.0, "fits ink: Law")
    assert fitting(printers, list_={"Industry": "farming"}) == Fitting(
        None, 0.0, "outside the buyer profile: farming", outside=True
    )


@pytest.mark.parametrize(("header", "cell"), [("Ansatte", "40"), ("Брой служители", "40"), ("کشور", "سوئد")])
def test_columns_are_known_in_six_languages(header: str, cell: str) -> None:
    assert len(Sought([COPIERS], "en").of(Lead(name="x", traits={header: cell}))) == 1


def test_the_products_of_the_program_are_named_as_in_the_call(dialogues: Dialogues) -> None:
    lead = Lead(id="1", name="Anna", traits={"Antall ansatte": "40"})
    found = fittings([Case(lead=lead)], dialogues.products, dialogues.words["en"], "en")
    assert found["1"].reason == "fits Copier leasing: 40 people"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Norge", "NO"), ("norway", "NO"), ("Норвегия", "NO"), ("نروژ", "NO"), ("no", "NO"), ("U.S.A.", "US"),
        ("UK", "GB"), ("The Netherlands", "NL"), ("Szwecja", "SE"), ("Kongo", None), ("Atlantis", None),
        ("", None),
    ],
)  # fmt: skip
def test_countries_are_known_by_name_in_six_languages_and_by_code(written: str, code: str | None) -> None:
    assert code_of(written) == code


def test_codes_are_told_from_other_words() -> None:
    assert are_codes(["NO", "se"])
    assert not are_codes(["NO", "law"])
    assert not are_codes([])
    assert (name_of("SE"), name_of("Oslo")) == ("Sweden", "Oslo")
