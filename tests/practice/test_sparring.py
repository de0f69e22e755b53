"""Sparring: objections of the persona and the catalogue, each judged by the prospect of a rehearsal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import NOW
from tests.practice.rooms import rehearsals

from cuebook.conversation.setup import Setup
from cuebook.errors import MoveError
from cuebook.practice.room import Wish
from cuebook.practice.sparring import OWN, Sparring, summary


def sparring(rounds: int = 8, seed: int = 1, persona: str = "hurried") -> Sparring:
    return rehearsals().spar(Wish(setup=Setup(), persona=persona, seed=seed, rounds=rounds)).sparring


def facing(objection: str) -> Sparring:
    """A sparring in which this objection is the open one."""
    held = sparring(60)
    at = next(n for n, each in enumerate(held.rounds) if each.raises.objection == objection)
    return Sparring(held.cast, held.language, held.rounds[at : at + 1], NOW)


def test_the_persona_objects_first_and_then_the_rest_of_the_catalogue() -> None:
    held = sparring(60)
    own = {raises.objection for raises in held.cast.persona.raises if raises.chance >= OWN}
    asked = [each.raises.objection for each in held.rounds]
    assert set(asked[: len(own)]) == own
    assert set(held.cast.catalogue) == set(asked)


def test_the_same_seed_gives_the_same_rounds_and_another_seed_others() -> None:
    assert sparring(seed=4).rounds == sparring(seed=4).rounds
    assert sparring(seed=4).rounds != sparring(seed=5).rounds


def test_an_objection_rests_when_it_is_acknowledged_explained_and_followed_by_a_question() -> None:
    good = "I understand. I only ask so that I don't waste your time. What would make it worth a look?"
    found = facing("trust").answer(good, NOW).answers[0]
    assert found.settled
    assert found.holds == {"acknowledge": True, "explain": True, "ask": True}


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("I only ask so that I don't waste your time. What would help?", "acknowledge"),
        ("I understand. What would help?", "explain"),
        ("I understand. I only ask so that I don't waste your time.", "ask"),
    ],
)
def test_what_was_missing_is_named(line: str, missing: str) -> None:
    found = facing("trust").answer(line, NOW).answers[0]
    assert not found.settled
    assert [part for part, held in found.holds.items() if not held] == [missing]


def test_what_the_script_says_always_rests() -> None:
    held = sparring(60)
    while held.now is not None:
        held = held.answer(held.now.script, NOW)
    assert [answer.round.raises.objection for answer in held.answers if not answer.settled] == []


def test_nobody_answers_a_question_that_was_not_asked() -> None:
    found = facing("running_contract")
    assert found.now is not None
    reply = found.answer(found.now.script, NOW).answers[0].reply
    assert reply in found.cast.talk.reactions["go_on"]


def test_pressure_spoils_an_answer_that_has_all_its_parts() -> None:
    line = "I understand. I only ask so that I don't waste your time. You must decide today. What do you say?"
    found = facing("trust").answer(line, NOW).answers[0]
    assert all(found.holds.values())
    assert found.pressed
    assert not found.settled


def test_whoever_wants_no_more_calls_is_let_go() -> None:
    obeyed = facing("do_not_call").answer("Of course. We won't call you again. Goodbye.", NOW).answers[0]
    asked_on = facing("do_not_call").answer("I understand. Why is that?", NOW).answers[0]
    assert obeyed.settled
    assert not asked_on.settled
    assert obeyed.holds == {}


def test_the_seconds_are_those_between_two_answers() -> None:
    held = sparring(2)
    held = held.answer("I see.", NOW + timedelta(seconds=4)).answer("I see.", NOW + timedelta(seconds=10))
    assert [answer.seconds for answer in held.answers] == [4.0, 6.0]
    assert summary(held.answers).seconds == 5.0


def test_a_clock_that_goes_back_gives_no_time_below_nothing() -> None:
    assert sparring(1).answer("I see.", NOW - timedelta(hours=1)).answers[0].seconds == 0


def test_nothing_said_is_refused_and_so_is_more_than_there_was_asked_for() -> None:
    held = sparring(1)
    with pytest.raises(MoveError):
        held.answer("  ", NOW)
    with pytest.raises(MoveError):
        held.answer("I see.", NOW).answer("I see.", NOW)


@given(st.lists(st.text(min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=8))
def test_whatever_is_answered_the_sum_fits_and_comes_again(lines: list[str]) -> None:
    def held() -> Sparring:
        now = sparring(len(lines))
        for line in lines:
            now = now.answer(line, NOW)
        return now

    one = held()
    found = summary(one.answers)
    assert one == held()
    assert found.rounds == len(lines)
    assert found.settled <= found.rounds
    assert all(held <= of <= found.rounds for held, of in found.parts.values())
