"""Whether somebody is the kind of buyer that a product is for: the buyer profile held against what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cuebook.dialogue.model import Condition, Product
from cuebook.qualification.status import Standing

Traits = Mapping[str, str | float]
"""What is known of the buyer: `employees` 40, `country` NO, `children` planned."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One trait of the profile: what is known of it, and whether that fits (None: not known)."""

    trait: str
    value: str | float | None
    fits: bool | None


@dataclass(frozen=True, slots=True)
class Fit:
    """How somebody fits a product.

    `standing`: confirmed when all of the profile holds, negative as soon as one trait does not (Q20),
    not_applicable for a product that is for everybody.
    """

    product: str
    standing: Standing
    reasons: tuple[Reason, ...]

    @property
    def share(self) -> float:
        """How much of the profile is known to hold, 0 to 1; 0 as soon as a trait does not."""
        if self.standing in ("negative", "not_applicable", "confirmed"):
            return 0.0 if self.standing == "negative" else 1.0
        return self.held / len(self.reasons)

    @property
    def held(self) -> int:
        """How many traits of the profile are known to hold."""
        return sum(bool(reason.fits) for reason in self.reasons)


def fit(product: Product, traits: Traits) -> Fit:
    """How somebody with these traits fits the product."""
    reasons = tuple(
        Reason(name, traits.get(name), _holds(condition, traits[name]) if name in traits else None)
        for name, condition in product.profile.items()
    )
    return Fit(product.product, _standing(reasons), reasons)


def fits(products: Mapping[str, Product], traits: Traits) -> Mapping[str, Fit]:
    """The fit of every product, the best first: where a company sells several, which suits this one (Q6)?

    Of two that fit as well, the one that asks for more is the closer fit.
    """
    known = [fit(product, traits) for product in products.values()]
    return {one.product: one for one in sorted(known, key=lambda one: (-one.share, -one.held, one.product))}


def telling_first(products: Mapping[str, Product], product: Product, traits: Traits) -> tuple[str, ...]:
    """The traits of the product's profile that are not known, those first that tell most products apart."""
    asking = {name: sum(name in other.profile for other in products.values()) for name in product.profile}
    unknown = [name for name in product.profile if name not in traits]
    return tuple(sorted(unknown, key=lambda name: -asking[name]))


def _holds(condition: Condition, value: str | float) -> bool:
    if isinstance(value, str):
        said = value.casefold()
        listed = {item.casefold() for item in condition.one_of}
        return (not listed or said in listed) and said not in {item.casefold() for item in condition.none_of}
    return (condition.least is None or value >= condition.least) and (
        condition.most is None or value <= condition.most
    )


def _standing(reasons: tuple[Reason, ...]) -> Standing:
    if not reasons:
        return "not_applicable"
    if any(reason.fits is False for reason in reasons):
        return "negative"
    known = sum(reason.fits is not None for reason in reasons)
    return "confirmed" if known == len(reasons) else "partial" if known else "unknown"
