"""What was understood of one line: values with the place in the text that proves each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Span = tuple[int, int]
"""[start, end) in characters of the text."""

Stance = Literal["yes", "no", "uncertain", "declined"]
"""How the line answers what was asked. `declined` (will not say) is not `no`."""

QuestionForm = Literal["open", "short", "closed"]
"""`short` asks for one fact (who, when, which, how many); `closed` for yes or no (Q5)."""

Grain = Literal["day", "week", "month", "quarter", "year"]
Period = Literal["hour", "day", "week", "month", "year"]

REFERRAL = "referral"
"""What a line is expected to tell where it was asked who else might be glad of a call (Q13)."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money: both ends of what was said; `low` = `high` for one value, None for an open end.

    `currency` is an ISO 4217 code, None where none was said. `per` is the period it recurs in.
    """

    low: float | None
    high: float | None
    currency: str | None
    per: Period | None
    span: Span


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of days, `end` inclusive; None for an open end. `grain` is how exactly it was said."""

    start: date | None
    end: date | None
    grain: Grain
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the line tells of. The speaker has neither name nor a role unless they said it.

    `speaker` is true for 'I sign', 'I am head of IT'. `decides` is None where the line does not say. `company` is
    only read where whoever else they know was asked for.
    """

    name: str | None
    role: str | None
    decides: bool | None
    span: Span
    speaker: bool = False
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """An objection that the line may be, by its id in objections.yaml; `score` in 0..1, most likely first."""

    id: str
    score: float
    span: Span


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for (`holds`) or against a facet: 'jams every week' is a sign of need."""

    facet: str
    holds: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Trait:
    """What the line tells of the kind of buyer: `employees` 40, `children` "planned", `country` "NO" (Q6, Q8)."""

    name: str
    value: str | float
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of `text`. An empty reading is an answer kept as said.

    `elsewhere` is another language that the line seems to be in, None where it is the one it was read in.
    """

    text: str
    language: str
    question: QuestionForm | None = None
    amounts: tuple[Amount, ...] = ()
    times: tuple[Time, ...] = ()
    people: tuple[Person, ...] = ()
    stance: Stance | None = None
    objections: tuple[Heard, ...] = ()
    signs: tuple[Sign, ...] = ()
    traits: tuple[Trait, ...] = ()
    elsewhere: str | None = None

    @property
    def facets(self) -> tuple[str, ...]:
        """The facets that the line says something about, each once, in a fixed order."""
        found = {sign.facet for sign in self.signs}
        if self.amounts:
            found.add("money")
        if self.times:
            found.add("timing")
        if any(person.decides is not None or person.role for person in self.people):
            found.add("authority")
        if self.traits:
            found.add("profile")
        return tuple(sorted(found))

    def as_json(self) -> Mapping[str, Any]:
        """The reading in the contract's shape (`cuebook read --jsonl`)."""
        return {
            "text": self.text,
            "language": self.language,
            "question": self.question,
            "amounts": [
                {"low": a.low, "high": a.high, "currency": a.currency, "per": a.per, "span": list(a.span)}
                for a in self.amounts
            ],
            "times": [
                {
                    "start": t.start.isoformat() if t.start else None,
                    "end": t.end.isoformat() if t.end else None,
                    "grain": t.grain,
                    "span": list(t.span),
                }
                for t in self.times
            ],
            "people": [
                {"name": p.name, "role": p.role, "decides": p.decides, "span": list(p.span)} for p in self.people
            ],
            "stance": self.stance,
            "objections": [{"id": o.id, "score": round(o.score, 3)} for o in self.objections],
            "facets": list(self.facets),
        }
