"""The live qualification status: what every view of a call reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

Standing = Literal["unknown", "partial", "confirmed", "negative", "declined", "not_applicable"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)

Verdict = Literal[
    "incomplete", "qualified", "nurture", "callback", "rerouted", "lost", "disqualified", "do_not_call"
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

SETTLED: frozenset[Standing] = frozenset({"confirmed", "negative", "declined", "not_applicable"})
"""Standings after which a criterion is not asked about again."""


@dataclass(frozen=True, slots=True)
class CriterionStatus:
    """How one criterion stands, and the words that prove it.

    `turn` is the turn of the quote or of the rep's mark. `contradicts` is the earlier line that the quote
    overruled; it is shown so that the rep can ask which is true. `by_rep`: the rep's mark decided.
    """

    standing: Standing = "unknown"
    quote: str | None = None
    turn: int | None = None
    contradicts: str | None = None
    by_rep: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with the criterion and the words that decided it.

    `on` is the day that the verdict itself names: when to call back, or when the lost buyer means to buy.
    """

    verdict: Verdict
    decided_by: str | None = None
    because: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """A framework that is not being followed, at a glance. `title` is its name."""

    title: str
    verdict: Verdict
    confirmed: int
    of: int


@dataclass(frozen=True, slots=True)
class Status:
    """The status under one framework; `framework` is its id, `title` its name."""

    framework: str
    title: str
    decision: Decision
    criteria: Mapping[str, CriterionStatus]
    levels: Mapping[str, Standing]
    also: Mapping[str, Glance]

    @property
    def verdict(self) -> Verdict:
        """The verdict alone."""
        return self.decision.verdict

    @property
    def settled(self) -> bool:
        """Whether there is a verdict to offer: nothing that is still open can change it."""
        return self.decision.verdict != "incomplete"

    @property
    def confirmed(self) -> int:
        """How many criteria are confirmed."""
        return sum(c.standing == "confirmed" for c in self.criteria.values())

    def as_json(self) -> Mapping[str, Any]:
        """The status in the contract's shape (`cuebook call --jsonl`)."""
        return {
            "framework": self.framework,
            "verdict": self.decision.verdict,
            "decided_by": self.decision.decided_by,
            "because": self.decision.because,
            "confirmed": self.confirmed,
            "of": len(self.criteria),
            "criteria": {
                name: {"standing": c.standing, "quote": c.quote, "turn": c.turn}
                for name, c in self.criteria.items()
            },
            "levels": dict(self.levels),
            "also": {
                name: {"verdict": g.verdict, "confirmed": g.confirmed, "of": g.of} for name, g in self.also.items()
            },
        }
