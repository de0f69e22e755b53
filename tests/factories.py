"""Turns made by hand, for tests that store or show calls without holding one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

from cuebook.conversation.moves import Move
from cuebook.conversation.record import Cue, Explanation, Proposal, Turn
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import ObjectionClass
from cuebook.qualification.committee import Member
from cuebook.qualification.ledger import Contract, Ledger
from cuebook.qualification.status import CriterionStatus, Decision, Standing, Status, Verdict
from cuebook.understanding.reading import Person

START = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=1)))
BANT = ("need", "authority", "budget", "timeline")


def setup(**changes: Any) -> Setup:
    """A call to Anna Berg of Nordvik AS."""
    choices: dict[str, Any] = {
        "lead": Someone(name="Anna Berg", first_name="Anna", company="Nordvik AS"),
        "rep": Someone(name="Kim Lund", first_name="Kim", company="Copy Co"),
        "source": "trade fair",
    }
    return Setup(**choices | changes)


def stands(standing: Standing, quote: str | None = None, turn: int | None = None, **more: Any) -> CriterionStatus:
    """How a criterion stands."""
    return CriterionStatus(standing, quote, turn, **more)


def status(
    criteria: Mapping[str, CriterionStatus] | None = None,
    *,
    framework: str = "bant",
    verdict: Verdict = "incomplete",
    decided_by: str | None = None,
    because: str | None = None,
    on: date | None = None,
) -> Status:
    """A status; criteria that are not given are unknown."""
    given = criteria or {}
    names = BANT if framework == "bant" else tuple(given)
    return Status(
        framework=framework,
        title=framework.upper(),
        decision=Decision(verdict, decided_by, because, on),
        criteria={name: given.get(name, CriterionStatus()) for name in names},
        levels={"organisation": "unknown", "opportunity": "unknown", "stakeholder": "unknown"},
        also={},
    )


def person(
    name: str | None = None,
    role: str | None = None,
    *,
    decides: bool | None = None,
    quote: str = "",
    turn: int = 1,
    speaker: bool = False,
) -> Member:
    """Somebody who was heard of."""
    return Member(Person(name, role, decides, (0, 0), speaker), quote, turn)


def ledger(people: Sequence[Member] = (), contract: Contract | None = None) -> Ledger:
    """What is held: people by what they are called, and a contract."""
    known = {
        "" if one.person.speaker else (one.person.name or one.person.role or "").casefold(): one for one in people
    }
    return Ledger(people=known, contract=contract)


def explained(
    objection: str, attempt: int = 1, *, heard: bool = False, class_: ObjectionClass = "question"
) -> Explanation:
    """An objection that was met."""
    return Explanation(objection, class_, "I ask so that I don't waste your time.", attempt, heard)


def turn(  # noqa: PLR0913  a factory takes whatever its test tells of
    n: int,
    move: Move | None = None,
    *,
    stage: str = "need",
    question: str | None = "need.today",
    explanation: Explanation | None = None,
    stands_at: Status | None = None,
    holds: Ledger | None = None,
    asked: int = 1,
    undone: tuple[int, ...] = (),
    at: datetime | None = None,
) -> Turn:
    """Turn `n`, `n` times ten seconds into the call unless `at` says otherwise."""
    return Turn(
        n=n,
        at=at or START + timedelta(seconds=10 * n),
        move=move,
        stage=stage,
        cue=Cue(question, "How are you handling copying today?", "To help.", "a problem", ())
        if question
        else None,
        explanation=explanation,
        reading=None,
        status=stands_at or status(),
        ledger=holds or Ledger(),
        asked=asked,
        left=14 - asked,
        proposal=Proposal("incomplete"),
        undone=undone,
    )
