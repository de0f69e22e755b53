"""Customers made by hand: 24 of the best and 96 others, with traits that are planted, and noise."""

from __future__ import annotations

import random
from collections.abc import Sequence

Table = tuple[list[str], list[list[str]]]

NOISE = 12


def customers(seed: int, *, planted: bool = True) -> Table:
    """A table: who is best, two traits of theirs (they own a home, they have many staff), and noise."""
    chance = random.Random(seed)
    rows = []
    for number in range(120):
        best = number < 24
        owns = chance.random() < ((0.85 if best else 0.35) if planted else 0.5)
        staff = chance.lognormvariate(4.4 if best and planted else 3.4, 0.7)
        noise = [chance.choice("abcd") if place % 3 else f"{chance.gauss(50, 10):.0f}" for place in range(NOISE)]
        home, said = ("own" if owns else "rent"), ("yes" if best else "no")
        rows.append([str(1000 + number), f"Customer {number}", said, home, f"{staff:.0f}", *noise])
    return ["number", "name", "best", "home", "staff", *(f"noise {place}" for place in range(NOISE))], rows


def counted(best: Sequence[tuple[str, int]], others: Sequence[tuple[str, int]]) -> Table:
    """A table with the columns 'best' and 'trait', so many rows of each."""
    rows = [[side, value] for side, all_ in (("yes", best), ("no", others)) for value, n in all_ for _ in range(n)]
    return ["best", "trait"], rows
