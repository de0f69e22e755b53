"""Which of several products suits somebody best, and the question that tells them apart (Q6)."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from cuebook.dialogue.model import Condition, Price, Product
from cuebook.qualification.deciding import NEAR, Suits, answers, suits, to_ask
from cuebook.qualification.fit import Traits, fits
from cuebook.qualification.status import CriterionStatus

UNMARKED = CriterionStatus()
OUTSIDE = CriterionStatus("negative", by_rep=True)


def product(name: str, **profile: Condition) -> Product:
    price = Price(amount=50, currency="EUR", per="month")
    return Product(product=name, price=price, horizon_months=12, profile=profile)


def sold(*products: Product) -> Mapping[str, Product]:
    return {one.product: one for one in products}


SMALL = product("small", employees=Condition(most=50))
LARGE = product("large", employees=Condition(least=20))
NORTH = product("north", employees=Condition(least=20), country=Condition(one_of=("NO", "SE")))
SAVINGS = product("savings", children=Condition(none_of=("none",)))
SHELF = sold(SMALL, LARGE, SAVINGS)


def test_nothing_is_said_while_nothing_is_known_or_nothing_compares() -> None:
    assert suits(SHELF, SMALL, {}, UNMARKED) == Suits()
    assert suits(SHELF, SAVINGS, {"children": "yes"}, UNMARKED) == Suits()
    assert suits(SHELF, SMALL, {"children": "yes"}, UNMARKED) == Suits()


def test_the_one_that_fits_leads_and_another_than_that_of_the_call_is_told() -> None:
    assert suits(SHELF, SMALL, {"employees": 5.0}, UNMARKED) == Suits(leading="small")
    assert suits(SHELF, LARGE, {"employees": 5.0}, UNMARKED) == Suits(leading="small", better="small")
    assert suits(SHELF, SMALL, {"employees": 30.0}, OUTSIDE) == Suits(leading="large", better="large")


def test_where_two_fit_about_equally_the_question_that_tells_them_apart_is_asked() -> None:
    shelf = sold(LARGE, NORTH)
    assert suits(shelf, LARGE, {"employees": 30.0, "country": "NO"}, UNMARKED).level == ("north", "large")
    apart = sold(product("one", employees=Condition(least=5), home=Condition(one_of=("owns",))), NORTH)
    known = {"employees": 30.0}
    found = suits(apart, apart["one"], known, UNMARKED)
    assert (set(found.level), found.asks) == ({"one", "north"}, "home")
    assert to_ask(apart, apart["one"], known, UNMARKED) == ("home", "country")


def test_what_only_others_ask_for_is_not_asked_before_anything_is_known() -> None:
    assert to_ask(sold(LARGE, NORTH), LARGE, {}, UNMARKED) == ("employees",)


def test_the_own_trait_that_tells_apart_is_asked_before_the_rest() -> None:
    one = product("one", trade=Condition(), home=Condition(one_of=("owns",)))
    two = product("two", trade=Condition(), home=Condition(none_of=("owns",)))
    assert to_ask(sold(one, two), one, {}, UNMARKED) == ("home", "trade")


def test_a_product_out_of_question_takes_no_question() -> None:
    assert to_ask(sold(LARGE, NORTH), LARGE, {"employees": 5.0}, UNMARKED) == ()


TRAITS = ("employees", "country", "home")
conditions = st.one_of(
    st.builds(Condition, least=st.none() | st.integers(0, 9), most=st.none() | st.integers(5, 20)),
    st.builds(Condition, one_of=st.lists(st.sampled_from("abc"), max_size=2).map(tuple)),
    st.builds(Condition, none_of=st.lists(st.sampled_from("abc"), max_size=2).map(tuple)),
)
shelves = st.lists(st.dictionaries(st.sampled_from(TRAITS), conditions, min_size=1), min_size=1, max_size=4).map(
    lambda profiles: sold(*(product(f"p{n}", **profile) for n, profile in enumerate(profiles)))
)
known = st.dictionaries(st.sampled_from(TRAITS), st.sampled_from("abc") | st.integers(0, 20).map(float))


@given(shelves, known)
def test_the_same_answers_give_the_same_ranking_in_whichever_order_they_came(
    shelf: Mapping[str, Product], traits: Traits
) -> None:
    other = dict(sorted(traits.items(), reverse=True))
    turned = dict(reversed(list(shelf.items())))
    assert list(fits(shelf, traits)) == list(fits(turned, other))
    for one in shelf.values():
        assert suits(shelf, one, traits, UNMARKED) == suits(turned, one, other, UNMARKED)


@given(shelves, known)
def test_the_deciding_question_is_one_whose_answer_changes_which_comes_first(
    shelf: Mapping[str, Product], traits: Traits
) -> None:
    for one in shelf.values():
        found = suits(shelf, one, traits, UNMARKED)
        assert (found.leading is None) or not found.level
        if found.level:
            shares = [fits(shelf, traits)[name].share for name in found.level]
            assert max(shares) - min(shares) <= NEAR
        if found.asks is not None:
            assert found.asks not in traits
            level = {name: shelf[name] for name in found.level}
            first = {next(iter(fits(level, {**traits, found.asks: a}))) for a in answers(level, found.asks)}
            assert len(first) > 1


@given(shelves, known)
def test_all_that_the_own_profile_needs_is_asked_and_nothing_that_is_known(
    shelf: Mapping[str, Product], traits: Traits
) -> None:
    for one in shelf.values():
        asked = to_ask(shelf, one, traits, UNMARKED)
        assert len(set(asked)) == len(asked)
        assert set(one.profile) - set(traits) <= set(asked)
        assert not set(asked) & set(traits)
        foreign = [trait for trait in asked if trait not in one.profile]
        assert list(asked[len(asked) - len(foreign) :]) == foreign  # after its own
