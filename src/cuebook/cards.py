"""What is kept of a rep's training: a card for each item that was answered, and every answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

CardState = Literal["learning", "review", "relearning"]
"""Where an item is: new to the rep, known and asked again after days, or forgotten and learned anew."""

Rating = Literal["again", "hard", "good"]
"""How an item was answered: wrong, right after long thought, right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """How well a rep knows an item of a drill, and when it is asked next.

    `step`, `stability` (days until one in ten is forgotten) and `difficulty` (1 to 10) are those of the scheduler;
    `answered` counts all answers, `missed` the wrong ones.
    """

    item: str
    drill: str
    state: CardState
    step: int | None
    stability: float | None
    difficulty: float | None
    due: datetime
    last_review: datetime
    first_seen: datetime
    answered: int = 1
    missed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answer to an item: when, how it was rated, how many seconds it took."""

    item: str
    drill: str
    at: datetime
    rating: Rating
    right: bool
    seconds: float
