"""The names that a template may use: what is known of the call when words are rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person and their company; `first_name` is how they are spoken to. None where not known."""

    name: str | None = None
    first_name: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """The product in the call's language (words/<lang>/products.yaml, rendered)."""

    name: str
    topic: str
    purpose: str
    price: str
    fact: str
    review: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a template sees. Every name exists always; what is not known is None and must be asked with `if`.

    `why`: the reason of the open question (Q14). `left`: how many questions are left at this depth.
    `source`: where the lead's number is from. `heard`: the prospect's words that settled a facet, by facet.
    `decider`: who decides, where it is not the prospect. `contract_end`: when the running contract ends.
    """

    product: Sold
    lead: Someone = field(default_factory=Someone)
    rep: Someone = field(default_factory=Someone)
    why: str | None = None
    left: int = 0
    source: str | None = None
    heard: Mapping[str, str] = field(default_factory=dict)
    decider: str | None = None
    contract_end: str | None = None
