"""A turn: the one record of a move and all it gave. Every front end, export and test reads this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cuebook.conversation import setup
from cuebook.conversation.moves import Amend, Correct, Deny, Depth, Move, Person, as_json
from cuebook.dialogue.model import ObjectionClass
from cuebook.errors import CuebookError
from cuebook.qualification.committee import Member, in_order
from cuebook.qualification.deciding import Suits
from cuebook.qualification.fit import Fit
from cuebook.qualification.ledger import Ledger
from cuebook.qualification.status import Status
from cuebook.understanding.correcting import Correction
from cuebook.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Cue:
    """What the rep is shown to say: a question, the reason for it, what to listen for, follow-ups.

    `question` is its id (`need.today`). `probing` is the number of the probe that `say` holds now, or None.
    `brings`: what the product does about that which they spoke of, to be said at the closing (Q28).
    """

    question: str
    say: str
    why: str
    listen_for: str
    probes: tuple[str, ...]
    probing: int | None = None
    brings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The scripted reply to an objection. `attempt` counts from 1.

    `heard`: it was found in the prospect's line, so the rep may know better; else the rep picked it.
    """

    objection: str
    class_: ObjectionClass
    say: str
    attempt: int
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """How the call could be closed now: preselected when the rep ends it."""

    disposition: str
    next_step: str | None = None
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Turn `n` of a call (0: before any move), taken at `at`.

    `left` is how many questions the depth still allows, `asked` how many were asked.
    """

    n: int
    at: datetime
    move: Move | None
    stage: str
    cue: Cue | None
    explanation: Explanation | None
    reading: Reading | None
    status: Status
    ledger: Ledger
    asked: int
    left: int
    proposal: Proposal
    fits: Mapping[str, Fit] = field(default_factory=dict)
    """How they fit every product that is sold, the best first (Q6)."""
    suits: Suits = field(default_factory=Suits)
    """Which product suits them best, and what would tell those apart that fit about equally (Q6)."""
    depth: setup.Depth = "discovery"
    """The depth that stands now (Q3)."""
    undone: tuple[int, ...] = field(default=())
    """Turns that this move took back or rewrote (undo, amend, deny, correct), for a view to redraw.

    Its own number: the move was made, and other dialogues than those of then do not allow it.
    """

    correction: Correction | None = None
    """What the rep denied or corrected with this move. `reading` is then that of the line, without or with it."""

    @property
    def rewrites(self) -> int | None:
        """The line whose objection no longer counts, because of this move; what it is instead, if any, is here."""
        move = self.move
        if isinstance(move, Amend) or (isinstance(move, Deny | Correct) and move.signal == "objections"):
            return move.turn
        return None

    @property
    def met(self) -> Explanation | None:
        """The objection that this turn brought, to be counted; one that is only still on the screen is none."""
        return self.explanation if self.rewrites is not None or self.correction is None else None

    def as_json(self, call: str, error: CuebookError | None = None, move: object = None) -> dict[str, Any]:
        """The turn in the contract's shape; with `error`, the turn that stands and the `move` that was refused.

        The answer to `person` tells the map of the buying committee beside it, that to `depth` how much is asked.
        """
        refused = error is not None
        more: dict[str, Any] = {}
        if isinstance(self.move, Person) and not refused:
            more["people"] = [_member(member) for _, member in in_order(self.ledger.people)]
        if isinstance(self.move, Depth) and not refused:
            more = {"depth": self.depth, "asked": self.asked, "left": self.left}
        return {
            "call": call,
            "turn": self.n,
            "move": move if refused else (as_json(self.move) if self.move else None),
            "stage": self.stage,
            "cue": {
                "question": self.cue.question,
                "say": self.cue.say,
                "why": self.cue.why,
                "listen_for": self.cue.listen_for,
                "probes": list(self.cue.probes),
            }
            if self.cue
            else None,
            "explanation": {
                "objection": self.explanation.objection,
                "class": self.explanation.class_,
                "say": self.explanation.say,
                "attempt": self.explanation.attempt,
            }
            if self.explanation and not refused
            else None,
            "reading": self.reading.as_json() if self.reading and not refused else None,
            "status": self.status.as_json(),
            "error": {"message": error.message, "hint": error.hint} if error else None,
            **more,
        }


def _member(member: Member) -> Mapping[str, Any]:
    person = member.person
    return {
        "name": person.name,
        "role": person.role,
        "prospect": person.speaker,
        "decides": member.decides,
        "part": member.part,
        "quote": member.quote or None,
    }
