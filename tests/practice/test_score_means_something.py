"""The score tells a good call from a bad one, and the verdict of a good call is that of how the prospect stands.

Here a sample is held to the figures in a few seconds. The full ones (200 seeds, all personas, frameworks and
products) come from `scripts/practice`, which holds the same kind of calls.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from statistics import mean

import pytest

from cuebook.conversation.script import Script
from cuebook.dialogue.personas import Personas
from cuebook.practice.reps import Rep
from cuebook.practice.simulating import Outcome, compare, simulate

CALLS = 56
"""Every persona twice with two products of the four, at a different seed each time."""


@pytest.fixture(scope="module")
def held(script: Callable[..., Script], personas: Personas, at: datetime) -> Callable[..., tuple[Outcome, ...]]:
    known: dict[tuple[str, Rep], tuple[Outcome, ...]] = {}

    def calls(framework: str, rep: Rep) -> tuple[Outcome, ...]:
        if (framework, rep) not in known:
            scripts = [script(framework, product) for product in ("copier-leasing", "income-insurance")]
            known[framework, rep] = simulate(scripts, personas, rep, range(CALLS), seed=5, at=at)
        return known[framework, rep]

    return calls


def unreasoned(script: Script) -> Script:
    """The script without its reasons: what is asked is asked bare."""
    criteria = {name: replace(topic, why="") for name, topic in script.words.criteria.items()}
    return replace(script, words=replace(script.words, criteria=criteria))


def unheeding(script: Script) -> Script:
    """The script with answers to objections that take none of them seriously."""
    objections = {
        name: replace(each, answers=tuple(replace(answer, acknowledge="Well.") for answer in each.answers))
        for name, each in script.words.objections.items()
    }
    return replace(script, words=replace(script.words, objections=objections))


@pytest.mark.parametrize("spoilt", [unreasoned, unheeding])
def test_a_script_that_gives_no_reason_or_heeds_no_objection_is_found_to_be_worse(
    spoilt: Callable[[Script], Script],
    script: Callable[..., Script],
    personas: Personas,
    at: datetime,
) -> None:
    scripts = [script("bant", "copier-leasing")]
    calls = range(140)
    as_shipped = simulate(scripts, personas, Rep("good"), calls, seed=5, at=at)
    worse = simulate([spoilt(each) for each in scripts], personas, Rep("good"), calls, seed=5, at=at)
    found = compare(as_shipped, worse)
    assert found.score.worse > found.score.better
    assert found.score.chance < 0.001
    assert compare(as_shipped, as_shipped).score.chance == 1.0


FRAMEWORKS = ("bant", "faint", "meddpicc", "spiced")


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("other", ["closed", "pushy"])
def test_a_good_rep_scores_more_than_one_who_asks_for_yes_or_no_and_than_one_who_presses(
    framework: str, other: str, held: Callable[..., tuple[Outcome, ...]]
) -> None:
    pairs = zip(held(framework, Rep("good")), held(framework, Rep(other)), strict=True)  # type: ignore[arg-type]
    assert mean(good.score > worse.score for good, worse in pairs) >= 0.95


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_good_reps_verdict_is_that_of_how_the_prospect_really_stands(
    framework: str, held: Callable[..., tuple[Outcome, ...]]
) -> None:
    kept = [outcome for outcome in held(framework, Rep("good")) if outcome.finished]
    assert len(kept) >= 0.8 * CALLS
    assert mean(outcome.right for outcome in kept) >= 0.9


def test_with_less_help_and_more_slips_the_score_falls_towards_that_of_the_others(
    held: Callable[..., tuple[Outcome, ...]],
) -> None:
    scores = [
        mean(outcome.score for outcome in held("bant", rep))
        for rep in (Rep("good"), Rep("good", "hints"), Rep("good", "nothing"), Rep("good", "nothing", 0.3))
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[-1] >= 10
    assert scores[-1] > mean(outcome.score for outcome in held("bant", Rep("closed")))
