"""What the best customers have in common, told: in plain words for people, as an object for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cuebook.leads.chance import Interval
from cuebook.leads.mining import FEWEST, RATE, Finding, Mined, Trait

_MOST_NAMED = 8
"""Traits or columns that are named one by one where they do not matter much."""


def named(trait: Trait) -> str:
    """The trait in as many words as its column and value have: 'home: own', 'staff: at least 50'."""
    bound = {"is": "", "at_least": "at least ", "below": "below "}[trait.kind]
    return f"{trait.column}: {bound}{trait.value}"


def counted(trait: Trait) -> str:
    """The counts in a sentence, and how many times as common it is, with the 95 % interval."""
    counts = trait.counts
    return (
        f"Of {counts.best_of} best customers {_share(counts.best_with, counts.best_share)};"
        f" of {counts.rest_of} others {_share(counts.rest_with, counts.rest_share)}. {_times(trait)}"
    )


def lines(mined: Mined) -> Iterator[str]:
    """All of it for people, a line at a time."""
    best = mined.best
    yield f"The best are those whose {best.said}: {best.count} customers, and {best.others} others."
    if best.unknown:
        yield f"{best.unknown} more are not counted, for nothing says whether they are among the best."
    if not mined.enough:
        yield f"Too few to tell: it takes {FEWEST} best customers and {FEWEST} others."
        return
    telling = mined.telling
    if telling:
        yield f"\nWhat sets them apart (1 in {1 / RATE:.0f} of these may be chance):"
    for place, trait in enumerate(telling, 1):
        yield f"{place:3}. {named(trait)}\n     {counted(trait)}"
    yield from _lesser(mined)


def _lesser(mined: Mined) -> Iterator[str]:
    parts: tuple[tuple[Finding, str], ...] = (
        ("slight", "Surely there, but too slight to ask about"),
        ("chance", "May be chance"),
        ("too_few", "Too few to tell"),
    )
    found = [(what, [named(each) for each in mined.traits if each.finding == finding]) for finding, what in parts]
    found.append(("Not looked at", [f"{each.column} ({each.why})" for each in mined.left_out]))
    if any(names for _, names in found):
        yield ""
    for what, names in found:
        if names:
            yield f"{what}: {_some(names)}."


def _some(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return "; ".join(names[:_MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _share(with_it: int, share: float) -> str:
    return f"{with_it or 'none'} ({share:.0%})".replace("%", " %")


def _times(trait: Trait) -> str:
    low, high = _figure(trait.lift.low), _figure(trait.lift.high)
    lift = trait.counts.lift
    if lift is None:
        return f"At least {low} times as common."
    if not lift:
        return f"At most {high} times as common."
    return f"{_figure(lift)} times as common ({low} to {high})."


def _figure(number: float) -> str:
    return f"{number:.0f}" if number >= 9.95 else f"{number:.1f}" if number >= 0.95 else f"{number:.2f}"


def as_object(mined: Mined) -> dict[str, Any]:
    """All of it for programs. `lift` is null where none of the others has the trait."""
    best = mined.best
    return {
        "best": {
            "column": best.column,
            "said": best.said,
            "best": best.count,
            "others": best.others,
            "unknown": best.unknown,
        },
        "enough": mined.enough,
        "traits": [_trait(trait) for trait in mined.traits],
        "left_out": [{"column": each.column, "why": each.why} for each in mined.left_out],
    }


def _trait(trait: Trait) -> dict[str, Any]:
    counts = trait.counts
    return {
        "column": trait.column,
        "kind": trait.kind,
        "value": trait.value,
        "finding": trait.finding,
        "best_with": counts.best_with,
        "best_of": counts.best_of,
        "best_share": round(counts.best_share, 6),
        "rest_with": counts.rest_with,
        "rest_of": counts.rest_of,
        "rest_share": round(counts.rest_share, 6),
        "lift": None if counts.lift is None else round(counts.lift, 6),
        "lift_interval": _interval(trait.lift),
        "difference": round(counts.difference, 6),
        "difference_interval": _interval(trait.difference),
        "chance": trait.chance,
        "false_discovery_rate": trait.rate,
    }


def _interval(interval: Interval) -> list[float]:
    return [round(interval.low, 6), round(interval.high, 6)]
