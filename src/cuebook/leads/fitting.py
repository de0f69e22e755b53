"""Which of several products a lead is the right buyer for, as far as is known before a call (Q6, Q20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cuebook.dialogue.model import Product, Words
from cuebook.leads import territories
from cuebook.leads.model import Case
from cuebook.leads.traits import Sought
from cuebook.qualification.fit import Fit, Reason, Traits, fit
from cuebook.qualification.telling import trait

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Fitting:
    """The product that a lead fits best, with the reason in words.

    `product` is None where none is known to fit: the lead is outside the buyer profile of the usual one or, where
    `outside`, of every one. `share`: how much of the profile is known to hold, 0 to 1.
    """

    product: str | None
    share: float
    reason: str
    outside: bool = False


def fittings(
    cases: Iterable[Case],
    products: Mapping[str, Product],
    words: Words | None,
    language: str,
    usual: str | None = None,
) -> Mapping[str, Fitting]:
    """The best fit of every lead of which enough is known to tell, by the lead's id.

    `words` name the products; `language` is the one in which forms were answered. Of products that they fit alike
    it is the `usual` one. What was said in a call counts more than what a list holds.
    """
    profiled = {name: product for name, product in products.items() if product.profile}
    anybody = len(profiled) < len(products)
    sought = Sought(profiled.values(), language)
    found: dict[str, Fitting] = {}
    judged: dict[frozenset[tuple[str, str | float]], Fitting | None] = {}
    if usual in profiled:  # max takes the first of those that are alike
        profiled = {usual: profiled.pop(usual), **profiled}
    for case in cases:
        known = {**sought.of(case.lead), **case.traits}
        alike = frozenset(known.items())  # most leads of a list are like others of it
        if alike not in judged:
            judged[alike] = _best(profiled, known, words, usual, anybody=anybody) if known else None
        best = judged[alike]
        if best is not None:
            found[case.lead.id or ""] = best
    return found


def _best(
    products: Mapping[str, Product], known: Traits, words: Words | None, usual: str | None, *, anybody: bool
) -> Fitting | None:
    every = [fit(product, known) for product in products.values()]
    suits = [one for one in every if one.share > 0]
    if suits:
        best = max(suits, key=lambda one: one.share)
        return Fitting(best.product, best.share, f"fits {_name(best.product, words)}: {_told(best, holds=True)}")
    if every and not anybody and all(one.standing == "negative" for one in every):
        return Fitting(None, 0.0, f"outside the buyer profile: {_told(every[0], holds=False)}", outside=True)
    own = next((one for one in every if one.product == usual and one.standing == "negative"), None)
    return Fitting(None, 0.0, f"not for {_name(own.product, words)}: {_told(own, holds=False)}") if own else None


def _told(one: Fit, *, holds: bool) -> str:
    told = [_worded(reason) for reason in one.reasons if reason.fits is holds]
    return ", ".join(told[:_MOST_NAMED])


def _worded(reason: Reason) -> str:
    if isinstance(reason.value, str) and territories.are_codes([reason.value]):
        return territories.name_of(reason.value)
    return trait(reason.trait, reason.value)


def _name(product: str, words: Words | None) -> str:
    worded = words.products.get(product) if words else None
    return worded.name if worded else product.replace("-", " ").replace("_", " ")
