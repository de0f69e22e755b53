"""What gets better from rehearsal to rehearsal, and what to practise next. Pure, over scorecards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, cast

from cuebook.practice.scorecard import CHECKS, WEIGHTS, CheckName

RECENT = 5
"""Occasions of a check that count as how it goes now; as many before them are how it went."""

Course = Literal["new", "better", "same", "worse"]


class Checked(Protocol):
    """A check of a scorecard, fresh or from the store."""

    @property
    def name(self) -> str:
        """Which check."""

    @property
    def holds(self) -> bool | None:
        """Whether it held; None: there was no occasion."""


Card = Iterable[Checked]
"""The checks of one rehearsal."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How one check goes: it held in `held` of the last `of` rehearsals with an occasion for it.

    `before` is the share, of 1, in as many before those; None where there were none.
    """

    name: CheckName
    held: int
    of: int
    before: float | None

    @property
    def share(self) -> float:
        """How often it holds now, of 1."""
        return self.held / self.of

    @property
    def course(self) -> Course:
        """Where it goes."""
        if self.before is None:
            return "new"
        return "better" if self.share > self.before else "worse" if self.share < self.before else "same"


@dataclass(frozen=True, slots=True)
class Progress:
    """How the checks go over all rehearsals. `next` is what to practise, None where nothing fails."""

    trends: tuple[Trend, ...]
    next: CheckName | None


def progress(cards: Sequence[Card]) -> Progress:
    """How it goes; the newest card comes first. A check that never had an occasion has no trend.

    Next comes the check that fails most often now, weighed as in the score; the first of the scorecard where
    several do.
    """
    trends = tuple(trend for name in CHECKS if (trend := _trend(name, cards)) is not None)
    failing = [trend for trend in trends if trend.held < trend.of]
    worst = max(failing, key=lambda trend: (1 - trend.share) * WEIGHTS.get(trend.name, 1.0), default=None)
    return Progress(trends, worst.name if worst else None)


def _trend(name: CheckName, cards: Sequence[Card]) -> Trend | None:
    marks = [each.holds for card in cards for each in card if each.name == name and each.holds is not None]
    if not marks:
        return None
    now, before = marks[:RECENT], marks[RECENT : 2 * RECENT]
    return Trend(name, sum(now), len(now), sum(before) / len(before) if before else None)


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise than at the last occasion: checks that hold now and did not, and the other way round."""

    improved: tuple[CheckName, ...]
    slipped: tuple[CheckName, ...]


def change(card: Card, earlier: Sequence[Card]) -> Change:
    """Compare a scorecard with those before it, the newest first, check by check."""
    improved: list[CheckName] = []
    slipped: list[CheckName] = []
    for check in card:
        last = next(
            (each.holds for old in earlier for each in old if each.name == check.name and each.holds is not None),
            None,
        )
        if check.holds is None or last is None or check.holds == last:
            continue
        (improved if check.holds else slipped).append(cast("CheckName", check.name))
    return Change(tuple(improved), tuple(slipped))
