"""Which of several products suits somebody best, and the question whose answer tells them apart (Q6).

Only products for the same kind of buyer are compared: those whose profiles ask for a trait that the present one's
asks for too. The rep hears which fits; nothing is ever switched by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cuebook.dialogue.model import Condition, Product
from cuebook.qualification.fit import Fit, Traits, fits, telling_first
from cuebook.qualification.status import CriterionStatus

NEAR = 0.25
"""Products whose known shares differ by no more fit about equally well."""

CLEARLY = 0.5
"""A product fits clearly better from this difference on, or where the present one is out of question."""

_MOST_COMPARED = 6
_MOST_ANSWERS = 40
"""Products on one level, and answers to each question, that are gone through: a turn takes no longer than that."""

_SOMETHING_ELSE = "\N{REPLACEMENT CHARACTER}"
"""An answer that no profile names."""


@dataclass(frozen=True, slots=True)
class Suits:
    """How the products for this kind of buyer stand to each other; empty while nothing is known, or none compares.

    `leading` fits best; None where several fit about equally, which are `level`. `asks` is the trait whose answer
    would tell those apart. `better` is another product that clearly fits better than the one of the call.
    """

    leading: str | None = None
    level: tuple[str, ...] = ()
    asks: str | None = None
    better: str | None = None


def suits(products: Mapping[str, Product], product: Product, traits: Traits, marked: CriterionStatus) -> Suits:
    """How the products compare. `marked` is how the profile of the present one stands: the rep may have said."""
    same = _same_kind(products, product)
    if len(same) < 2:
        return Suits()
    found = _rivals(same, product, traits, marked)
    live = [fit for fit in found.values() if fit.share > 0]
    if not live:
        return Suits()
    level = _level(live)
    telling = _telling(products, level, traits)
    present = found[product.product]
    first = next((fit for fit in live if fit.product != product.product), None)
    clearly = first is not None and (
        present.standing == "negative"
        or (present.standing == "partial" and first.share - present.share >= CLEARLY)
    )
    return Suits(
        leading=None if len(level) > 1 else live[0].product,
        level=level if len(level) > 1 else (),
        asks=next((trait for trait in to_ask(products, product, traits, marked) if trait in telling), None),
        better=first.product if first is not None and clearly else None,
    )


def to_ask(
    products: Mapping[str, Product], product: Product, traits: Traits, marked: CriterionStatus
) -> Sequence[str]:
    """The traits to ask about, the most telling first.

    Of the present product's profile, those that tell it apart from the others come before the rest; once something
    is known, those follow that only the others ask for, where they fit about equally well.
    """
    own = telling_first(products, product, traits)
    same = _same_kind(products, product)
    if len(same) < 2:
        return own
    live = [fit for fit in _rivals(same, product, traits, marked).values() if fit.standing != "negative"]
    telling = _telling(products, _level(live), traits)
    first = [trait for trait in own if trait in telling]
    rest = [trait for trait in own if trait not in telling]
    known = any(fit.share > 0 for fit in live)
    return (*first, *rest, *(trait for trait in telling if known and trait not in own))


def _same_kind(products: Mapping[str, Product], product: Product) -> Mapping[str, Product]:
    """The present product and those for the same kind of buyer."""
    return {
        name: other
        for name, other in products.items()
        if name == product.product or other.profile.keys() & product.profile.keys()
    }


def _rivals(
    same: Mapping[str, Product], product: Product, traits: Traits, marked: CriterionStatus
) -> Mapping[str, Fit]:
    """How each of the products for the same kind of buyer fits, the best first."""
    found = dict(fits(same, traits))
    if marked.by_rep and marked.standing in ("confirmed", "negative") and product.product in found:
        found[product.product] = replace(found[product.product], standing=marked.standing)
    return dict(sorted(found.items(), key=lambda item: -item[1].share))


def _level(live: Sequence[Fit]) -> tuple[str, ...]:
    """Those that fit about as well as the best."""
    return tuple(fit.product for fit in live if live[0].share - fit.share <= NEAR)


def _telling(products: Mapping[str, Product], level: Sequence[str], traits: Traits) -> tuple[str, ...]:
    """The unknown traits whose answer changes which of those on one level comes first, the most telling first."""
    if len(level) < 2:
        return ()
    close = {name: products[name] for name in level[:_MOST_COMPARED]}
    unknown = dict.fromkeys(trait for one in close.values() for trait in one.profile if trait not in traits)
    first = {
        trait: {
            next(iter(fits(close, {**traits, trait: answer})))
            for answer in islice(answers(close, trait), _MOST_ANSWERS)
        }
        for trait in unknown
    }
    return tuple(
        sorted(
            (trait for trait in unknown if len(first[trait]) > 1), key=lambda trait: (-len(first[trait]), trait)
        )
    )


def answers(products: Mapping[str, Product], trait: str) -> Iterator[str | float]:
    """Answers about a trait, one for each way in which the profiles can take it."""
    asked = [product.profile[trait] for product in products.values() if trait in product.profile]
    if all(condition.least is None and condition.most is None for condition in asked):
        yield _SOMETHING_ELSE
    for condition in asked:
        yield from _edges(condition)


def _edges(condition: Condition) -> Iterator[str | float]:
    yield from (*condition.one_of, *condition.none_of)
    for bound in (condition.least, condition.most):
        if bound is not None:
            yield from (bound - 1, bound, bound + 1)
