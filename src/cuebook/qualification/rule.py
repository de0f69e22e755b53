"""A framework's own rule: whether the standings meet it, and whether they still can."""

from __future__ import annotations

from collections.abc import Mapping

from cuebook.dialogue.model import Flow, Level, Points
from cuebook.qualification.status import Standing

Standings = Mapping[str, Standing]
"""How every criterion of a flow stands, in asking order."""

_RANK: Mapping[Standing, int] = {"partial": 1, "confirmed": 2}


def met(flow: Flow, standings: Standings) -> bool:
    """Whether the rule and every gate hold.

    What does not apply to this prospect is not counted against them: the rule never asks for more than applies.
    """
    applying = {name: standing for name, standing in standings.items() if standing != "not_applicable"}
    if not any(standing in _RANK for standing in applying.values()):  # of nothing, nothing is met
        return False
    if any(applying.get(gate, "confirmed") != "confirmed" for gate in flow.gates):
        return False
    rule = flow.qualified
    if rule.points is not None:
        if rule.points.addressed and "unknown" in applying.values():
            return False
        worth = points(rule.points, applying)
        return worth * len(standings) >= rule.points.at_least * len(applying)
    if rule.every is not None:
        return all(
            _RANK.get(applying[name], 0) >= _RANK[least] for name, least in rule.every.items() if name in applying
        )
    if rule.first is not None:
        return all(standing == "confirmed" for standing in list(applying.values())[: rule.first])
    return list(applying.values()).count("confirmed") >= min(rule.confirmed or 1, len(applying))


def reachable(flow: Flow, standings: Standings) -> bool:
    """Whether the rule could still be met if everything that is open turned out well."""
    hoped: dict[str, Standing] = {
        name: "confirmed" if standing in ("unknown", "partial") else standing
        for name, standing in standings.items()
    }
    return met(flow, hoped)


def points(weights: Points, standings: Standings) -> int:
    """The sum that the standings are worth."""
    worth = {"partial": weights.partial, "confirmed": weights.confirmed}
    return sum(worth.get(standing, 0) for standing in standings.values())


def of_level(flow: Flow, level: Level, standings: Standings, profile: Standing) -> list[Standing]:
    """How all of a level stands: its criteria, and for the organisation the buyer profile too (Q19)."""
    at = [standings[name] for name, criterion in flow.criteria.items() if criterion.level == level]
    return [*at, profile] if level == "organisation" else at


def level_holds(flow: Flow, level: Level, standings: Standings, profile: Standing) -> bool:
    """Whether a level holds: nothing of it is negative, and at least one of it is confirmed (Q19).

    A level that neither the framework nor the product asks anything about holds.
    """
    at = [standing for standing in of_level(flow, level, standings, profile) if standing != "not_applicable"]
    return not at or ("negative" not in at and "confirmed" in at)
