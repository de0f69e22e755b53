"""A call as it stands between two moves: all that the next move depends on. Frozen; a move gives a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cuebook.conversation.machine import Way
from cuebook.conversation.moves import End
from cuebook.conversation.setup import Depth
from cuebook.qualification.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Position:
    """Where a call was: a stage, its open question, and the way there.

    A chain, so that a step costs the same after a thousand steps.
    """

    stage: str
    question: str
    before: Position | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """The state of a call.

    `question` is the open question's id (`need.today`), None once the call is over; `probing` the number of the
    probe that is shown. `asked` are the ids of questions of criteria that were shown, `visited` the stages.
    `raised` counts each objection in this call; `challenged` are the questions that were refused once.
    `last_objection` is the one that nothing was answered after.
    `call_back` is the day that a prospect who has no time now named. `depth` is what the rep changed the depth to,
    None while it is the one chosen before the call. `way` is the last that the machine took.
    """

    framework: str
    stage: str = "opening"
    question: str | None = None
    probing: int | None = None
    trail: Position | None = None
    asked: frozenset[str] = frozenset()
    visited: frozenset[str] = frozenset({"opening"})
    raised: Mapping[str, int] = field(default_factory=dict)
    challenged: frozenset[str] = frozenset()
    last_objection: str | None = None
    call_back: date | None = None
    depth: Depth | None = None
    ledger: Ledger = field(default_factory=Ledger)
    end: End | None = None
    way: Way | None = field(default=None, compare=False)

    @property
    def over(self) -> bool:
        """Whether the prospect has gone: closed, or not to be called again."""
        return self.stage in ("closed", "do_not_call")
