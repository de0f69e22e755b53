"""Simulated calls: the same whoever holds them, added up, and compared call by call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.conversation.script import Script
from cuebook.dialogue.personas import Personas
from cuebook.practice.reps import Rep
from cuebook.practice.simulating import Outcome, compare, simulate, summary

OUTCOME = Outcome(
    number=0,
    persona="hurried",
    product="copier-leasing",
    truth="qualified",
    verdict="qualified",
    lines=8,
    questions=4,
    broken_off=False,
    put_off=False,
    ended="closing",
    objections=("no_time",),
    met=("no_time",),
    failed=(),
    score=90.0,
)


@pytest.fixture(scope="module")
def held(
    script: Callable[..., Script], personas: Personas, at: datetime
) -> Callable[[range], tuple[Outcome, ...]]:
    scripts = [script("bant", product) for product in ("copier-leasing", "education-savings")]
    return lambda calls: simulate(scripts, personas, Rep(), calls, seed=11, at=at)


def test_calls_are_the_same_however_they_are_cut_in_pieces(held: Callable[[range], tuple[Outcome, ...]]) -> None:
    whole = held(range(20))
    assert held(range(7)) + held(range(7, 8)) + held(range(8, 20)) == whole


def test_every_persona_is_called_about_every_product(
    held: Callable[[range], tuple[Outcome, ...]], personas: Personas
) -> None:
    pairs = {(outcome.persona, outcome.product) for outcome in held(range(28))}
    assert pairs == {
        (name, product) for name in personas.worded("en") for product in ("copier-leasing", "education-savings")
    }


def test_a_summary_adds_up_its_calls() -> None:
    wrong = replace(OUTCOME, number=1, verdict="nurture", met=(), score=50.0)
    gone = replace(OUTCOME, number=2, verdict="incomplete", broken_off=True, ended="need", score=10.0)
    later = replace(OUTCOME, number=3, persona="user", verdict="incomplete", put_off=True, failed=("well_spread",))
    found = summary([OUTCOME, wrong, gone, later])
    assert (found.all.calls, found.all.broken_off, found.all.put_off, found.all.right) == (4, 1, 1, 1)
    assert found.all.accuracy == 0.5  # of the two that came to their end
    assert found.all.score == 60.0
    assert (found.personas["hurried"].calls, found.personas["user"].put_off) == (3, 1)
    assert found.failed == {"well_spread": 1}
    assert found.ended == {"need": 1}
    assert (found.objections["no_time"], found.met["no_time"]) == (4, 3)
    assert found.confusion["qualified", "nurture"] == 1
    assert summary([]).all.accuracy == 0.0


def _calls(right: list[bool]) -> list[Outcome]:
    return [replace(OUTCOME, number=n, verdict="qualified" if so else "nurture") for n, so in enumerate(right)]


@pytest.mark.parametrize(
    ("better", "worse", "chance"),
    [
        (0, 0, 1.0),
        (1, 0, 1.0),  # one toss of a coin: either side, 1/2 + 1/2
        (5, 0, 0.0625),  # 2 * 1 / 2**5
        (6, 0, 0.03125),
        (8, 2, 0.109375),  # 2 * (1 + 10 + 45) / 2**10
        (3, 3, 1.0),
    ],
)
def test_the_chance_of_a_split_is_that_of_tossing_a_coin(better: int, worse: int, chance: float) -> None:
    first = _calls([False] * better + [True] * worse + [True] * 10)
    second = _calls([True] * better + [False] * worse + [True] * 10)
    compared = compare(first, second)
    assert (compared.calls, compared.right.better, compared.right.worse) == (better + worse + 10, better, worse)
    assert compared.right.chance == pytest.approx(chance)
    assert (compared.score.better, compared.score.worse) == (0, 0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=60))
def test_turned_round_a_comparison_says_the_same(pairs: list[tuple[bool, bool]]) -> None:
    first, second = _calls([a for a, _ in pairs]), _calls([b for _, b in pairs])
    one, other = compare(first, second).right, compare(second, first).right
    assert (one.better, one.worse, one.chance) == (other.worse, other.better, other.chance)
    assert 0 < one.chance <= 1


def test_a_call_that_was_broken_off_did_not_come_right() -> None:
    gone = [replace(OUTCOME, broken_off=True)]
    assert compare(gone, [OUTCOME]).right.better == 1


def test_a_call_that_was_put_off_says_nothing_about_the_verdict_and_its_score_counts() -> None:
    later = [replace(OUTCOME, verdict="incomplete", put_off=True, score=70.0)]
    compared = compare(later, [OUTCOME])
    assert (compared.right.better, compared.right.worse) == (0, 0)
    assert (compared.score.better, compared.score.worse) == (1, 0)
