"""The buyer profile held against what is known (Q6, Q8, Q19, Q20)."""

from __future__ import annotations

import pytest

from cuebook.dialogue.model import Condition, Price, Product
from cuebook.qualification.fit import Traits, fit, fits, telling_first

PRICE = Price(amount=50, currency="EUR", per="month")
SAVINGS = Product(
    product="education-savings",
    price=PRICE,
    horizon_months=12,
    profile={"children": Condition(none_of=("none",)), "age": Condition(least=18, most=60)},
)
INSURANCE = Product(
    product="insurance", price=PRICE, horizon_months=12, profile={"age": Condition(least=18, most=70)}
)
ANYBODY = Product(product="umbrella", price=PRICE, horizon_months=12)


@pytest.mark.parametrize(
    ("traits", "standing"),
    [
        ({}, "unknown"),
        ({"children": "planned"}, "partial"),
        ({"children": "planned", "age": 30.0}, "confirmed"),
        ({"children": "none"}, "negative"),  # no children and no plans for any: no prospect (Q8)
        ({"children": "None", "age": 30.0}, "negative"),  # in whatever letters
        ({"age": 61.0, "children": "yes"}, "negative"),
    ],
)
def test_all_of_a_profile_must_hold_and_one_trait_outside_is_enough(traits: Traits, standing: str) -> None:
    assert fit(SAVINGS, traits).standing == standing


def test_a_product_without_a_profile_is_for_everybody() -> None:
    assert fit(ANYBODY, {"age": 3.0}).standing == "not_applicable"


def test_every_trait_comes_with_its_reason() -> None:
    known = {reason.trait: reason.fits for reason in fit(SAVINGS, {"age": 30.0}).reasons}
    assert known == {"children": None, "age": True}


def test_of_several_products_the_best_fitting_comes_first() -> None:
    products = {product.product: product for product in (SAVINGS, INSURANCE)}
    assert next(iter(fits(products, {"age": 65.0}))) == "insurance"


def test_the_trait_that_tells_most_products_apart_is_asked_first() -> None:
    products = {product.product: product for product in (SAVINGS, INSURANCE)}
    assert telling_first(products, SAVINGS, {}) == ("age", "children")
    assert telling_first(products, SAVINGS, {"age": 30.0}) == ("children",)
