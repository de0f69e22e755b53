"""A figure beside its floor and its limit, and the table of them."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass

_STRETCHES = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. `limit` is the most that `value / floor` may be, or `value` itself where `absolute`."""

    what: str
    value: float | None
    unit: str = "ms"
    floor: float | None = None
    limit: float | None = None
    absolute: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.value / self.floor if self.value is not None and self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether it is within the limit; None where there is none. What was not measured meets nothing."""
        if self.limit is None:
            return None
        told = self.value if self.absolute else self.ratio
        return told is not None and told <= self.limit


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def worst(values: Sequence[float]) -> float:
    """The 99th percentile: one of a hundred takes longer.

    It is the median of those of five stretches, in the order they were measured, so that a burst of other work on
    the machine does not pass for a property of the program.
    """
    size = -(-len(values) // _STRETCHES)
    return middle([_percentile(values[at : at + size]) for at in range(0, len(values), size)])


def _percentile(values: Sequence[float]) -> float:
    return sorted(values)[(len(values) - 1) * 99 // 100]


def table(figures: Sequence[Figure]) -> str:
    """The figures, one a row."""
    rows = [("", "measured", "floor", "ratio", "limit", "", "")]
    for figure in figures:
        limit = "" if figure.limit is None else f"{figure.limit:g} {figure.unit if figure.absolute else 'x'}"
        rows.append(
            (
                figure.what,
                _number(figure.value, figure.unit),
                _number(figure.floor, figure.unit) if figure.floor is not None else "",
                f"{figure.ratio:.2f}" if figure.ratio is not None else "",
                limit,
                {True: "met", False: "MISSED", None: ""}[figure.met],
                figure.note,
            )
        )
    widths = [max(len(row[at]) for row in rows) for at in range(6)]
    return "\n".join(_row(row, widths) for row in rows)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    numbers = [row[at].rjust(widths[at]) for at in range(1, 5)]
    return "  ".join([row[0].ljust(widths[0]), *numbers, row[5].ljust(widths[5]), row[6]]).rstrip()


def as_json(figures: Sequence[Figure]) -> str:
    """The same for a program."""
    return json.dumps(
        [asdict(figure) | {"ratio": figure.ratio, "met": figure.met} for figure in figures], indent=2
    )


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "not measured"
    return f"{value:,.0f} {unit}" if value >= 100 or value == int(value) else f"{value:.2f} {unit}"
