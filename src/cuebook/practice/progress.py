"""What gets better from rehearsal to rehearsal, and what to practise next. Pure, over scorecards and sparrings.

Checks of whole calls and objections of sparrings are never added up: in a sparring the rep knows that an objection
comes, and has nothing else to think of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal, Protocol, cast

from cuebook.practice.scorecard import CHECKS, WEIGHTS, CheckName

SPAN = 10
"""Occasions, the newest, that are counted."""

RECENT = 5
"""The newest of them, which count as how it goes now; those before them are how it went."""

Course = Literal["new", "better", "same", "worse"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Whether something succeeded on its last occasions, at least one and at most SPAN, the newest first."""

    newest: tuple[bool, ...]

    @property
    def held(self) -> int:
        """How often it did."""
        return sum(self.newest)

    @property
    def of(self) -> int:
        """How many occasions there were."""
        return len(self.newest)

    @property
    def lately(self) -> tuple[int, int]:
        """How often it did now, and of how many."""
        return sum(self.newest[:RECENT]), len(self.newest[:RECENT])

    @property
    def share(self) -> float:
        """How often it does now, of 1."""
        held, of = self.lately
        return held / of

    @property
    def course(self) -> Course:
        """Where it goes: now against before; new where there is nothing before."""
        earlier = self.newest[RECENT:]
        if not earlier:
            return "new"
        before = sum(earlier) / len(earlier)
        return "better" if self.share > before else "worse" if self.share < before else "same"


# ── the checks of whole calls ────────────────────────────────────────────────────────────────────────────────────


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
    """How one check goes, over the rehearsals with an occasion for it."""

    name: CheckName
    marks: Marks


@dataclass(frozen=True, slots=True)
class Progress:
    """How the checks go, what fails most now first. `next` is what to practise; None where nothing fails."""

    trends: tuple[Trend, ...]
    next: Trend | None

    def trend(self, check: str) -> Trend | None:
        """How one check goes; None where there was never an occasion for it."""
        return next((trend for trend in self.trends if trend.name == check), None)


def progress(cards: Sequence[Card]) -> Progress:
    """How it goes; the newest card comes first. A check that never had an occasion has no trend.

    First, and next to be practised, is the check that fails most often now, weighed as in the score; where several
    do, in the order of the scorecard.
    """
    trends = [trend for name in CHECKS if (trend := _trend(name, cards)) is not None]
    trends.sort(key=lambda trend: (trend.marks.share - 1) * WEIGHTS.get(trend.name, 1.0))
    worst = trends[0] if trends and trends[0].marks.share < 1 else None
    return Progress(tuple(trends), worst)


def _trend(name: CheckName, cards: Sequence[Card]) -> Trend | None:
    marks = [each.holds for card in cards for each in card if each.name == name and each.holds is not None]
    return Trend(name, Marks(tuple(marks[:SPAN]))) if marks else None


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


# ── the objections of sparrings ──────────────────────────────────────────────────────────────────────────────────


class Answered(Protocol):
    """An answer of a sparring, from the store."""

    @property
    def objection(self) -> str:
        """What was answered."""

    @property
    def settled(self) -> bool:
        """Whether it rests."""

    @property
    def holds(self) -> Mapping[str, bool]:
        """Which parts of an answer were there, of those that it takes."""

    @property
    def help(self) -> str:
        """What was shown meanwhile."""

    @property
    def seconds(self) -> float:
        """How long it took."""


@dataclass(frozen=True, slots=True)
class Met:
    """How one objection goes in sparrings. `quickest` and `usual` are seconds, of answers that settled it.

    `lacks` is the part that is missing most often, of those that were due.
    """

    objection: str
    marks: Marks
    quickest: float | None
    usual: float | None
    lacks: str | None


@dataclass(frozen=True, slots=True)
class Sparred:
    """How the objections go, what is settled least now first. `next` is what to practise; None: nothing fails.

    `read_out` answers were given with the script on the screen. They are not counted.
    """

    met: tuple[Met, ...]
    next: Met | None
    read_out: int


def sparred(answers: Sequence[Answered]) -> Sparred:
    """How it goes; the newest answer comes first.

    First, and next to be practised, is the objection that is settled least often now; of several the one that was
    not met for longest.
    """
    own = [answer for answer in answers if answer.help != "script"]
    last_met = list(dict.fromkeys(answer.objection for answer in own))
    met = [_met(name, [answer for answer in own if answer.objection == name]) for name in reversed(last_met)]
    met.sort(key=lambda each: each.marks.share)
    worst = met[0] if met and met[0].marks.share < 1 else None
    return Sparred(tuple(met), worst, len(answers) - len(own))


def _met(objection: str, answers: Sequence[Answered]) -> Met:
    counted = answers[:SPAN]
    seconds = [answer.seconds for answer in counted if answer.settled]
    missing = [part for answer in counted for part, held in answer.holds.items() if not held]
    return Met(
        objection,
        Marks(tuple(answer.settled for answer in counted)),
        min(seconds, default=None),
        median(seconds) if seconds else None,
        max(dict.fromkeys(missing), key=missing.count, default=None),
    )
