"""How far counts can be trusted: two shares compared, with their intervals and the guard against chance.

Written out with the standard library alone: these are four short formulas, and a package of statistics would be
the heaviest thing that Cuebook installs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Z = 1.959963984540054
"""Standard deviations to each side that hold 95 % of a normal distribution."""

_EQUAL = 1e-7
"""How much likelier than what was counted a table may come out, by rounding, and still be as unlikely."""


@dataclass(frozen=True, slots=True)
class Counts:
    """A trait counted: `best_with` of `best_of` best customers have it, and `rest_with` of `rest_of` others."""

    best_with: int
    best_of: int
    rest_with: int
    rest_of: int

    @property
    def best_share(self) -> float:
        """The share of the best that have it; 0 where there are none."""
        return self.best_with / self.best_of if self.best_of else 0.0

    @property
    def rest_share(self) -> float:
        """The share of the others that have it; 0 where there are none."""
        return self.rest_with / self.rest_of if self.rest_of else 0.0

    @property
    def lift(self) -> float | None:
        """How many times as common the trait is among the best; None where none of the others have it."""
        return self.best_share / self.rest_share if self.rest_share else None

    @property
    def difference(self) -> float:
        """The share among the best less the share among the others."""
        return self.best_share - self.rest_share


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value lies, with 95 % confidence."""

    low: float
    high: float


def wilson(with_it: int, of: int) -> Interval:
    """The interval of a share (Wilson's score); all from 0 to 1 where nobody was counted."""
    if not of:
        return Interval(0.0, 1.0)
    share, square = with_it / of, Z * Z
    middle = share + square / (2 * of)
    aside = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    below, above = (middle - aside) / (1 + square / of), (middle + aside) / (1 + square / of)
    return Interval(max(0.0, min(share, below)), min(1.0, max(share, above)))


def difference_interval(counts: Counts) -> Interval:
    """The interval of `counts.difference` (Newcombe's hybrid score, his method 10)."""
    best, rest = wilson(counts.best_with, counts.best_of), wilson(counts.rest_with, counts.rest_of)
    low = math.hypot(counts.best_share - best.low, rest.high - counts.rest_share)
    high = math.hypot(best.high - counts.best_share, counts.rest_share - rest.low)
    return Interval(counts.difference - low, counts.difference + high)


def lift_interval(counts: Counts) -> Interval:
    """The interval of `counts.lift`: normal on its logarithm, with half a customer added to every count.

    The half keeps it finite where a trait is had by none or by all.
    """
    best_with, best_of = counts.best_with + 0.5, counts.best_of + 0.5
    rest_with, rest_of = counts.rest_with + 0.5, counts.rest_of + 0.5
    middle = math.log(best_with / best_of * rest_of / rest_with)
    spread = 1 / best_with - 1 / best_of + 1 / rest_with - 1 / rest_of
    aside = Z * math.sqrt(max(0.0, spread))
    return Interval(math.exp(middle - aside), math.exp(middle + aside))


def fisher(counts: Counts) -> float:
    """The chance of a table at least as unlikely as this one if the trait had nothing to do with being best.

    Fisher's exact test, two-sided. Its tables are ordered by how likely they are: both tails are summed from
    their inner end outwards, until what is left cannot be seen any more, so that large tables are soon done.
    """
    tables = _Tables(counts.best_of, counts.rest_of, counts.best_with + counts.rest_with)
    here = counts.best_with
    limit = tables.log_chance(here) + _EQUAL
    if tables.log_chance(tables.likeliest) <= limit:
        return 1.0
    if here < tables.likeliest:
        far = tables.first_within(limit, tables.likeliest, tables.most, step=1)
        tails = (tables.tail(here, -1), tables.tail(far, 1))
    else:
        far = tables.first_within(limit, tables.likeliest, tables.least, step=-1)
        tails = (tables.tail(here, 1), tables.tail(far, -1))
    return min(1.0, sum(math.fsum(tail) for tail in tails))


@dataclass(frozen=True, slots=True)
class _Tables:
    """All tables with the same sums: `with_it` customers spread over `best` and `rest`."""

    best: int
    rest: int
    with_it: int

    @property
    def least(self) -> int:
        return max(0, self.with_it - self.rest)

    @property
    def most(self) -> int:
        return min(self.best, self.with_it)

    @property
    def likeliest(self) -> int:
        mode = (self.best + 1) * (self.with_it + 1) // (self.best + self.rest + 2)
        return min(self.most, max(self.least, mode))

    def log_chance(self, best_with: int) -> float:
        """The logarithm of the chance that `best_with` of those with the trait fall among the best."""
        return (
            _log_ways(self.best, best_with)
            + _log_ways(self.rest, self.with_it - best_with)
            - _log_ways(self.best + self.rest, self.with_it)
        )

    def first_within(self, limit: float, inner: int, end: int, *, step: int) -> int:
        """The innermost table from `inner` towards `end` that is no likelier than `limit`; past it if none."""
        low, high = 0, abs(end - inner) + 1
        while low < high:
            middle = (low + high) // 2
            if self.log_chance(inner + step * middle) <= limit:
                high = middle
            else:
                low = middle + 1
        return inner + step * low

    def tail(self, start: int, step: int) -> Iterator[float]:
        """The chances from `start` outwards, until they do not count any more."""
        if not self.least <= start <= self.most:
            return
        first = term = math.exp(self.log_chance(start))
        at = start
        while term > first * 1e-18:
            yield term
            up, down = at, at - 1
            if step > 0:
                term *= (self.best - up) * (self.with_it - up) / ((up + 1) * (self.rest - self.with_it + up + 1))
            else:
                term *= at * (self.rest - self.with_it + at) / ((self.best - down) * (self.with_it - down))
            at += step


def _log_ways(of: int, chosen: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)


def false_discovery_rates(chances: Sequence[float]) -> tuple[float, ...]:
    """For each of `chances`: how many, of all found that are as unlikely or more, would be chance alone.

    Benjamini and Hochberg's step-up: to keep what is at most 0.05 means that one in twenty of what is kept is
    nothing, however many columns were looked at.
    """
    count = len(chances)
    rates = [1.0] * count
    lowest = 1.0
    by_size = sorted(range(count), key=lambda index: chances[index], reverse=True)
    for passed, index in enumerate(by_size):
        lowest = min(lowest, chances[index] * (count / (count - passed)))
        rates[index] = lowest
    return tuple(rates)
