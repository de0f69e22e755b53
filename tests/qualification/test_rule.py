"""The rules of the frameworks that are shipped: who meets them, and who still can (field/frameworks, 4.1)."""

from __future__ import annotations

from typing import get_args

import pytest

from cuebook.dialogue.model import LEVELS, Dialogues, Facet, Flow
from cuebook.qualification.rule import met, points, reachable
from cuebook.qualification.status import Standing

LETTERS: dict[str, Standing] = {
    "C": "confirmed", "p": "partial", ".": "unknown", "N": "negative", "d": "declined", "-": "not_applicable",
}  # fmt: skip
"""Standings in asking order, a letter each."""


def stands(flow: Flow, letters: str) -> dict[str, Standing]:
    return {name: LETTERS[letter] for name, letter in zip(flow.criteria, letters, strict=True)}


@pytest.mark.parametrize(
    ("framework", "letters", "meets", "can_still"),
    [
        ("bant", "CCC.", True, True),  # three of the four (Q23)
        ("bant", "CCNN", False, False),
        # CHAMP: the challenge must be real; authority is a map and no gate; the priority decides.
        ("champ", "CNpC", True, True),
        ("champ", "pCCC", False, True),
        ("champ", "CCCN", False, False),
        # FAINT: no budget line is no fail, and asking for information is interest enough.
        ("faint", "CpCpp", True, True),
        ("faint", "CpC.p", False, True),
        ("faint", "CCCNC", False, False),
        # ANUM: authority is a gate; then the aperture, in this order.
        ("anum", "CCC.", True, True),
        ("anum", "NCCC", False, False),
        ("anum", "CC.C", False, True),
        # GPCT: the goal must be confirmed.
        ("gpct", "CpCp", True, True),
        ("gpct", "pCCC", False, True),
        ("gpct", "NCCC", False, False),
        # GPCTBA/C&I: all eight addressed, none alone decides.
        ("gpctba-ci", "CCCCNCCC", True, True),
        ("gpctba-ci", "CCCCCdCC", True, True),
        ("gpctba-ci", "CCCCCCC.", False, True),
        ("gpctba-ci", "pppppppp", False, True),
        ("gpctba-ci", "CCCNNNNN", False, False),
        # MEDDPICC: 0, 1 or 2 for each, and 14 of 16.
        ("meddpicc", "CCCCCCC.", True, True),
        ("meddpicc", "CCCCCCpp", True, True),
        ("meddpicc", "CCCCCppp", False, True),
        ("meddpicc", "CCCCCCNN", False, False),
        # SPICED: pain, impact and the critical event.
        ("spiced", "pCCCp", True, True),
        ("spiced", "pCCpp", False, True),
        ("spiced", "CCCNC", False, False),
        # NEAT: a plan to reach whoever decides, and a number that both agree on.
        ("neat", "CCCC", True, True),
        ("neat", "CCpC", False, True),
        ("neat", "CCNC", False, False),
        ("three-levels", "CCC", True, True),
        ("three-levels", "CC.", False, True),
        ("three-levels", "NCC", False, False),
    ],
)
def test_who_meets_a_rule_and_who_still_can(
    dialogues: Dialogues, framework: str, letters: str, meets: bool, can_still: bool
) -> None:
    flow = dialogues.flows[framework]
    assert met(flow, stands(flow, letters)) is meets
    assert reachable(flow, stands(flow, letters)) is can_still


@pytest.mark.parametrize("letters", ["CCCCCCC-", "-CCCCCC-"])
def test_of_points_what_does_not_apply_takes_nothing_away(dialogues: Dialogues, letters: str) -> None:
    flow = dialogues.flows["meddpicc"]
    assert met(flow, stands(flow, letters))


def test_the_bands_of_meddpicc_name_every_sum_there_can_be(dialogues: Dialogues) -> None:
    flow = dialogues.flows["meddpicc"]
    weights = flow.qualified.points
    assert weights is not None
    sums = range(points(weights, stands(flow, "CCCCCCCC")) + 1)
    bands = [
        max(weights.bands, key=lambda name: (weights.bands[name] <= total, weights.bands[name])) for total in sums
    ]
    assert bands == ["drop"] * 4 + ["weak"] * 4 + ["work"] * 6 + ["strong"] * 3


def test_no_framework_asks_twice_about_the_same(dialogues: Dialogues) -> None:
    assert len(dialogues.flows) == 10
    for flow in dialogues.flows.values():
        facets = [criterion.facet for criterion in flow.criteria.values()]
        assert len(set(facets)) == len(facets), flow.framework


def test_the_same_criterion_is_evidence_of_the_same_in_every_framework(dialogues: Dialogues) -> None:
    seen: dict[str, Facet] = {}
    for flow in dialogues.flows.values():
        for name, criterion in flow.criteria.items():
            assert seen.setdefault(name, criterion.facet) == criterion.facet
    assert set(seen.values()) <= set(get_args(Facet))


def test_whatever_its_letters_a_framework_that_loosens_no_level_asks_for_all_three(dialogues: Dialogues) -> None:
    loosened = {name for name, flow in dialogues.flows.items() if flow.levels != LEVELS}
    assert loosened == {"bant", "champ", "gpctba-ci"}
