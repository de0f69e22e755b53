"""What the best customers have in common against the others (Q7): every column's traits, counted and ranked.

Columns are many and customers few, so that something always looks common by chance. What is called telling here
has passed three bounds: enough customers, more than chance over all traits that were looked at, and large enough
to be worth a question.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cuebook.leads.best import Best
from cuebook.leads.chance import (
    Counts,
    Interval,
    difference_interval,
    false_discovery_rates,
    fisher,
    lift_interval,
)
from cuebook.leads.columns import Column

Finding = Literal["telling", "slight", "chance", "too_few"]
"""`slight`: surely there, and too small a difference to ask about. `chance`: it may be nothing."""

FEWEST = 8
"""Customers that are needed on either side, best and others, before anything is said. The author's own bound."""
FEWEST_WITH = 5
"""Customers that must have a value, and that must not, before it is counted as a trait."""
MOST_VALUES = 30
"""Different values of a column of words; one with more holds names, numbers or free text."""
RATE = 0.05
"""The share of all telling traits that may be chance."""
LEAST_DIFFERENCE = 0.1
LEAST_LIFT = 1.5
"""One of the two makes a trait worth a question: ten in a hundred more, or half as common again."""
SAME_ORDER = 0.95
"""Rank correlation from which on a column of numbers says the same as the one that tells the best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """A value of a column, or a side of a number, and how common it is among the best and the others.

    `chance` is Fisher's p (times the cuts that were tried, for numbers); `rate` is the false discovery rate.
    """

    column: str
    kind: Literal["is", "at_least", "below"]
    value: str
    counts: Counts
    lift: Interval
    difference: Interval
    chance: float
    rate: float = 1.0
    finding: Finding = "too_few"

    @property
    def more(self) -> bool:
        """Whether the best have it more often than the others."""
        return self.counts.difference > 0

    @property
    def certain(self) -> float:
        """How many times as common (or as rare) it is at the least, with 95 % confidence: what it is ranked by."""
        return self.lift.low if self.more else 1 / self.lift.high


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column that was not looked at, and why."""

    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Mined:
    """What was found. `traits` are ranked: the telling ones first, the surest difference first among them.

    `enough` is false where there are too few customers on a side to say anything; there are no traits then.
    """

    best: Best
    enough: bool
    traits: tuple[Trait, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def telling(self) -> tuple[Trait, ...]:
        """The traits that are worth a question."""
        return tuple(trait for trait in self.traits if trait.finding == "telling")


def mine(columns: Sequence[Column], best: Best) -> Mined:
    """Rank what the best have in common, over all columns but the one that tells who is best."""
    if best.count < FEWEST or best.others < FEWEST:
        return Mined(best, enough=False)
    left_out: list[LeftOut] = []
    traits: list[Trait] = []
    for place, column in enumerate(columns):
        if place == best.place:
            continue
        why = _useless(column, best) or _copied(column, columns[best.place], best)
        if why:
            left_out.append(LeftOut(column.name, why))
        elif _is_number(column):
            traits += _of_number(column, best)
        else:
            traits += _of_words(column, best)
    return Mined(best, True, tuple(_ranked(traits)), tuple(left_out))


def _is_number(column: Column) -> bool:
    return column.numbers is not None and len(set(column.numbers) - {None}) > 2


# ── columns that tell nothing ────────────────────────────────────────────────────────────────────────────────


def _useless(column: Column, best: Best) -> str | None:
    filled = [row for row, key in zip(best.rows, column.keys, strict=True) if key is not None]
    if not filled:
        return "empty"
    if filled.count(True) < FEWEST or filled.count(False) < FEWEST:
        return "filled in for too few to tell"
    if len(column.shown) == 1:
        return "the same for all"
    if _is_number(column):
        return "numbered through" if _numbered(column) else None
    if len(column.shown) > MOST_VALUES or 2 * len(column.shown) > len(filled):
        return "nearly everybody has another value"
    return None


def _numbered(column: Column) -> bool:
    """Whether the numbers only count the rows, with some left out: a customer's number says nothing."""
    known = [number for number in column.numbers or () if number is not None]
    distinct = set(known)
    if len(known) < 2 * FEWEST or len(distinct) < len(known) or any(number % 1 for number in known):
        return False
    return max(distinct) - min(distinct) < 2 * len(known)


def _copied(column: Column, told_by: Column, best: Best) -> str | None:
    """Why the column says no more than the one that tells who is best; None where it does."""
    same = f"says the same as {told_by.name!r}"
    if _is_number(column):
        sides = [
            [
                number
                for number, row in zip(column.numbers or (), best.rows, strict=True)
                if row is side and number is not None
            ]
            for side in (True, False)
        ]
        if min(sides[0]) > max(sides[1]) or max(sides[0]) < min(sides[1]):
            return same
        return same if _same_order(column, told_by) else None
    seen: dict[str, set[bool]] = {}
    for key, row in zip(column.keys, best.rows, strict=True):
        if key is not None and row is not None:
            seen.setdefault(key, set()).add(row)
    return same if all(len(sides) == 1 for sides in seen.values()) else None


def _same_order(column: Column, told_by: Column) -> bool:
    pairs = [
        (one, other)
        for one, other in zip(column.numbers or (), told_by.numbers or (), strict=False)
        if one is not None and other is not None
    ]
    ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    if len(set(ones)) < 2 or len(set(others)) < 2:
        return False
    return abs(statistics.correlation(_ranks(ones), _ranks(others))) >= SAME_ORDER


def _ranks(numbers: Sequence[float]) -> list[float]:
    """The rank of each; those that are the same share the middle of theirs."""
    before: dict[float, float] = {}
    passed = 0
    for number, count in sorted(Counter(numbers).items()):
        before[number] = passed + count / 2
        passed += count
    return [before[number] for number in numbers]


# ── traits ───────────────────────────────────────────────────────────────────────────────────────────────────


def _of_words(column: Column, best: Best) -> Iterator[Trait]:
    """Each value against all others. Of two values one is looked at, for the other says the same."""
    sides = {True: Counter[str](), False: Counter[str]()}
    for key, row in zip(column.keys, best.rows, strict=True):
        if key is not None and row is not None:
            sides[row][key] += 1
    best_of, rest_of = sides[True].total(), sides[False].total()
    every = [Counts(sides[True][key], best_of, sides[False][key], rest_of) for key in column.shown]
    pairs = sorted(zip(every, column.shown.values(), strict=True), key=lambda pair: (-pair[0].difference, pair[1]))
    for counts, value in pairs[:1] if len(pairs) == 2 else pairs:
        yield _trait(column, "is", value, counts)


def _of_number(column: Column, best: Best) -> Iterator[Trait]:
    """The quarter, half or three quarters that set the best apart the most; none where no cut leaves enough."""
    known = [
        (number, row)
        for number, row in zip(column.numbers or (), best.rows, strict=True)
        if number is not None and row is not None
    ]
    numbers = sorted(number for number, _ in known)
    best_of = sum(row for _, row in known)
    rest_of = len(known) - best_of
    cuts = sorted({numbers[len(numbers) * quarter // 4] for quarter in (1, 2, 3)} - {numbers[0]})
    found = []
    for cut in cuts:
        best_with = sum(row for number, row in known if number >= cut)
        rest_with = sum(number >= cut for number, _ in known) - best_with
        above = Counts(best_with, best_of, rest_with, rest_of)
        below = Counts(best_of - best_with, best_of, rest_of - rest_with, rest_of)
        trait = (
            _trait(column, "at_least", column.written(cut), above)
            if above.difference >= 0
            else _trait(column, "below", column.written(cut), below)
        )
        if trait.counts.best_with >= max(FEWEST_WITH, best_of / 4):
            found.append(trait)
    if found:
        chosen = max(found, key=lambda trait: trait.counts.lift or trait.lift.high)
        yield replace(chosen, chance=min(1.0, chosen.chance * len(cuts)))


def _trait(column: Column, kind: Literal["is", "at_least", "below"], value: str, counts: Counts) -> Trait:
    return Trait(
        column=column.name,
        kind=kind,
        value=value,
        counts=counts,
        lift=lift_interval(counts),
        difference=difference_interval(counts),
        chance=fisher(counts),
    )


def _ranked(traits: Sequence[Trait]) -> list[Trait]:
    """Judge the traits together, and order them."""
    # Who has a value at all does not depend on who is best: to leave the rare ones out does no harm to the rest.
    counted = [trait for trait in traits if _common_enough(trait.counts)]
    rates = false_discovery_rates([trait.chance for trait in counted])
    judged = [
        replace(trait, rate=rate, finding=_finding(trait, rate))
        for trait, rate in zip(counted, rates, strict=True)
    ]
    judged += [trait for trait in traits if not _common_enough(trait.counts)]
    order: tuple[Finding, ...] = ("telling", "slight", "chance", "too_few")
    return sorted(
        judged, key=lambda trait: (order.index(trait.finding), -trait.certain, trait.column, trait.value)
    )


def _common_enough(counts: Counts) -> bool:
    with_it = counts.best_with + counts.rest_with
    return FEWEST_WITH <= with_it <= counts.best_of + counts.rest_of - FEWEST_WITH


def _finding(trait: Trait, rate: float) -> Finding:
    if rate > RATE:
        return "chance"
    lift = trait.counts.lift
    large = lift is None or lift >= LEAST_LIFT or lift <= 1 / LEAST_LIFT
    return "telling" if large or abs(trait.counts.difference) >= LEAST_DIFFERENCE else "slight"
