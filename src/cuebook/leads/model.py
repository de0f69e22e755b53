"""A lead: anyone who might buy (Q1), as far as they are known before and between calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args

Kind = Literal["unqualified", "MQL", "SQL", "PQL", "CQL"]
"""Q21: MQL fits, is not ready; SQL is ready for sales; PQL uses a trial; CQL sent a form or wants a call."""

KINDS: tuple[Kind, ...] = get_args(Kind)

REFERRAL = "referral"
"""What somebody is linked as whom a lead named as being worth a call (Q13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Somebody who may be called.

    `id` is the store's, None before it is stored. `name` is never empty: for a company or an address without a
    person it is that, and `person` is false. `traits` are the columns of the list that Cuebook has no use of its
    own for, as they were written; `answers` the questions of a form with what was answered (Q22). `linked_to` is
    the lead who named this one, `linked_as` REFERRAL or, where that is None, the one who decides.
    `do_not_call_at` is when they asked not to be called. `next_on` and `next_step` were agreed in the last call.
    """

    id: str | None = None
    name: str
    person: bool = True
    company: str | None = None
    email: str | None = None
    phone: str | None = None
    source: str | None = None
    owner: str | None = None
    kind: Kind = "unqualified"
    traits: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    linked_to: str | None = None
    linked_as: str | None = None
    do_not_call_at: datetime | None = None
    next_on: date | None = None
    next_step: str | None = None

    @property
    def label(self) -> str:
        """Who it is, on one line."""
        return f"{self.name}, {self.company}" if self.company and self.company != self.name else self.name


@dataclass(frozen=True, slots=True)
class KindChange:
    """From `at` on the lead was of this kind, and why; `call` is the call that brought it, if one did."""

    at: datetime
    kind: Kind
    reason: str
    call: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A lead with what its calls came to. All but `lead` and `calls` is of the last call; None without one.

    `confirmed` of `of` criteria were confirmed. `open`: it was never ended and can be resumed. `traits`: what was
    said of the buyer in it and before (`employees` 40.0).
    """

    lead: Lead
    calls: int = 0
    called_on: date | None = None
    verdict: str | None = None
    disposition: str | None = None
    confirmed: int = 0
    of: int = 0
    open: bool = False
    traits: Mapping[str, str | float] = field(default_factory=dict)
