"""Random calls through every framework, made of what the dialogues themselves hold; a seed names a call."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import NOW

from cuebook import paths
from cuebook.conversation import moves
from cuebook.conversation.history import History
from cuebook.conversation.machine import ways
from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.conversation.walking import Walked, broken, coverage, told, walk
from cuebook.dialogue.model import Dialogues
from cuebook.walks import lines

CALLS = 150
FRAMEWORKS = sorted(Path(file).stem for file in (paths.shipped() / "frameworks").glob("*.yaml"))


@pytest.fixture(scope="module")
def said(dialogues: Dialogues) -> tuple[str, ...]:
    return lines([paths.shipped()], dialogues, "en")


def held(dialogues: Dialogues, framework: str, said: tuple[str, ...], calls: range, seed: int = 0) -> Walked:
    return walk(dialogues, framework, said, calls, seed=seed, at=NOW, language="en")


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_framework_holds_in_random_calls_and_nearly_all_of_it_is_reached(
    dialogues: Dialogues, said: tuple[str, ...], framework: str
) -> None:
    walked = held(dialogues, framework, said, range(CALLS))
    assert walked.breaches == ()
    assert walked.calls == CALLS
    covered = {one.what: one for one in coverage(dialogues, framework, "en", walked)}
    assert covered["objections"].missed == ()
    assert covered["transitions"].reached > 0.6 * covered["transitions"].of
    assert covered["cues"].reached > 0.7 * covered["cues"].of
    assert {"incomplete", "disqualified", "do_not_call", "callback"} <= set(walked.verdicts)


def test_a_seed_and_a_number_name_a_call(dialogues: Dialogues, said: tuple[str, ...]) -> None:
    assert held(dialogues, "bant", said, range(5, 9)) == held(dialogues, "bant", said, range(5, 9))
    assert held(dialogues, "bant", said, range(5, 9)) != held(dialogues, "bant", said, range(5, 9), seed=1)


def test_calls_held_apart_add_up_to_the_same(dialogues: Dialogues, said: tuple[str, ...]) -> None:
    parts = held(dialogues, "faint", said, range(4)) + held(dialogues, "faint", said, range(4, 10))
    assert parts == held(dialogues, "faint", said, range(10))


def test_what_was_never_reached_is_named(dialogues: Dialogues) -> None:
    transitions, cues, objections, verdicts = coverage(dialogues, "bant", "en", Walked())
    assert transitions.missed == tuple(map(told, ways(dialogues.flows["bant"])))
    assert "need --next--> authority [authority is open]" in transitions.missed
    assert {"opening.leave", "need.today", "reroute.introduction"} <= set(cues.missed)
    assert "profile.home" not in cues.missed, "no shipped product asks for it"
    assert "why_asking" in objections.missed
    assert "qualified" in verdicts.missed
    assert [one.reached for one in (transitions, cues, objections, verdicts)] == [0, 0, 0, 0]


def test_an_objection_that_does_not_return_is_told(dialogues: Dialogues) -> None:
    script = script_for(Setup(), dialogues)
    before = History.start(script, NOW)
    move = moves.Object("who_are_you")
    after = before.take(move, NOW)
    assert broken(script, before, move, after) is None
    assert after.turn.cue is not None
    elsewhere = replace(after, turn=replace(after.turn, cue=replace(after.turn.cue, question="need.today")))
    assert (
        broken(script, before, move, elsewhere) == "the objection 'who_are_you' did not return to 'opening.leave'"
    )
    mute = replace(after, turn=replace(after.turn, cue=None))
    assert broken(script, before, move, mute) == "no cue at 'opening'"
    refused = moves.DoNotCall()
    assert broken(script, before, refused, before.take(refused, NOW)) is None
    assert broken(script, before, refused, after) == "do not call led to 'opening'"
