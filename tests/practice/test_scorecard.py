"""The scorecard: yes or no to each check, both ways, with the lines that show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from cuebook.dialogue.personas import Personas, Raises
from cuebook.errors import UsageError
from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.reps import Rep, play
from cuebook.practice.scorecard import CHECKS, TAKE_A_CALL, Check, score, worded

Rings = Callable[..., Rehearsal]

HELLO = "Hello, I'm calling about your copiers. May I ask you a few questions?"
NEED = "How are you handling copying today?"
MONEY = "What would you spend on something like this?"
WHY_MONEY = "So that I don't suggest anything too dear: what would you spend on it?"
NEXT = "What would be a good next step, as you see it?"


@pytest.fixture
def card(on_the_phone: Rings, at: datetime) -> Callable[..., dict[str, Check]]:
    """The checks of a call in which the rep said these lines, by name."""

    def held(*lines: str, name: str = "decision-maker") -> dict[str, Check]:
        rehearsal = on_the_phone(name)
        for line in lines:
            rehearsal = rehearsal.say(line, at)
        return {check.name: check for check in score(rehearsal, "qualified").checks}

    return held


Cards = Callable[..., dict[str, Check]]


def test_every_check_is_there_once_and_in_its_order(card: Cards) -> None:
    assert tuple(card(HELLO, NEED)) == CHECKS


@pytest.mark.parametrize("name", ["talkative", "suspicious", "under-contract"])
@pytest.mark.parametrize("manner", ["good", "closed", "pushy"])
def test_the_same_transcript_gets_the_same_score(name: str, manner: str, on_the_phone: Rings) -> None:
    played = play(on_the_phone(name), Rep(manner), "2")  # type: ignore[arg-type]  # one of the manners
    again = play(on_the_phone(name), Rep(manner), "2")  # type: ignore[arg-type]
    assert score(played, "qualified") == score(again, "qualified")
    assert 0 <= score(played, "qualified").score <= 100


def test_before_the_first_word_nothing_can_be_said(on_the_phone: Rings) -> None:
    checks = {check.name: check.holds for check in score(on_the_phone("hurried"), "qualified").checks}
    assert checks["followed_up"] is None
    assert checks["one_at_a_time"] is None
    assert checks["stayed_to_the_end"] is False


@pytest.mark.parametrize(
    ("check", "holds", "holding", "fails", "failing"),
    [
        ("one_at_a_time", (HELLO, NEED), (2,), (HELLO, "How do you copy? What does it cost?"), (2,)),
        ("mostly_open", (HELLO, NEED), (2,), (HELLO, "Do you have problems with copying?"), (2,)),
        ("reason_given", (HELLO, WHY_MONEY), (2,), (HELLO, MONEY), (2,)),
        ("no_pressure", (HELLO, NEED), (1, 2), (HELLO, "You must sign today."), (2,)),
        ("followed_up", (HELLO, NEED, "What goes wrong with it most often?"), (3,), (HELLO, NEED, WHY_MONEY), ()),
        ("followed_up", (HELLO, NEED, "And what does that do to your week?"), (3,), (HELLO, NEED, WHY_MONEY), ()),
        (
            "not_asked_twice",
            (HELLO, NEED),
            (2,),
            (HELLO, "Do you have problems with copying?", "Are there problems with it?"),
            (3,),
        ),
    ],
)
def test_a_check_holds_or_fails_by_its_lines(
    check: str,
    holds: tuple[str, ...],
    holding: tuple[int, ...],
    fails: tuple[str, ...],
    failing: tuple[int, ...],
    card: Cards,
) -> None:
    assert (card(*holds)[check].holds, card(*holds)[check].lines) == (True, holding)
    assert (card(*fails)[check].holds, card(*fails)[check].lines) == (False, failing)


def test_a_lecture_leaves_them_no_room(card: Cards) -> None:
    lecture = "We have been doing this for years, and our machines are the best in the country by far. " * 3
    assert card(HELLO, lecture)["let_them_talk"].lines == (2,)
    assert card(HELLO, lecture)["let_them_talk"].holds is False
    assert card(HELLO, NEED)["let_them_talk"].holds is None  # too short to tell


def test_the_share_of_the_talk_is_that_of_the_whole_call_where_it_ended_in_the_greeting(
    on_the_phone: Rings, at: datetime
) -> None:
    assert 0.5 < score(on_the_phone("suspicious").say(HELLO, at), "qualified").talk < 1
    assert score(on_the_phone("suspicious"), "qualified").talk == 0


def test_an_objection_that_was_met_holds_and_one_that_was_not_fails(card: Cards) -> None:
    met = card(HELLO, f"That's fair. {NEED}", name="perfect-fit")
    ignored = card(HELLO, "We have a great offer.", name="perfect-fit")
    assert (met["objections_met"].holds, ignored["objections_met"].holds) == (True, False)
    assert met["question_resumed"].holds is not False


def test_a_next_step_with_a_day_holds_where_there_is_to_be_one(
    card: Cards, on_the_phone: Rings, at: datetime
) -> None:
    assert card(HELLO, NEED, "What goes wrong most often?", NEXT)["next_step_dated"].holds
    assert card(HELLO, NEXT)["next_step_dated"].holds is False
    rung = on_the_phone("tyre-kicker").say(HELLO, at)
    none = {check.name: check.holds for check in score(rung, "disqualified").checks}
    assert none["next_step_dated"] is None


def test_who_was_hung_up_on_did_not_keep_them_on_the_line(on_the_phone: Rings) -> None:
    played = play(on_the_phone("hurried"), Rep("pushy"), "1")
    checks = {check.name: check for check in score(played, "qualified").checks}
    assert played.mood.gone
    assert (checks["stayed_to_the_end"].holds, checks["stayed_to_the_end"].lines) == (
        False,
        (len(played.exchanges),),
    )


@pytest.mark.parametrize("check", ["criteria_covered", "verdict_right", "well_spread"])
def test_what_a_whole_call_comes_to(check: str, on_the_phone: Rings) -> None:
    def held(rep: Rep) -> bool | None:
        played = play(on_the_phone("decision-maker"), rep, "1")
        return next(each.holds for each in score(played, "qualified").checks if each.name == check)

    assert (held(Rep()), held(Rep("pushy"))) == (True, False)


def test_who_had_to_go_is_no_reason_to_blame_the_rep_for_what_takes_a_whole_call(
    on_the_phone: Rings, at: datetime
) -> None:
    called = on_the_phone("decision-maker")
    raises = Raises(objection="no_time", when="interrupted", settled_by=("acknowledge", "ask"))
    persona = replace(called.cast.persona, raises=(raises,))
    called = replace(called, cast=replace(called.cast, persona=persona, interrupted=2))
    for line in (HELLO, NEED, "What goes wrong most often?", "I understand. What day may I call you again?"):
        called = called.say(line, at)
    checks = {check.name: check.holds for check in score(called, "qualified").checks}
    assert all(checks[name] is None for name in TAKE_A_CALL - {"followed_up"})
    assert (checks["next_step_dated"], checks["objections_met"], checks["stayed_to_the_end"]) == (True, True, True)
    assert called.turn.stage == "closing"  # where the day that they name is that of the next call
    assert not called.over


def test_a_summary_is_no_closed_question_and_small_talk_is_none(card: Cards) -> None:
    summed = "So if I got you right, it stops and people wait. Is that right?"
    held = card(HELLO, NEED, summed, "How are you doing today, by the way?")
    assert held["mostly_open"] == Check("mostly_open", True, (2,))
    assert held["no_pressure"].holds


def test_who_decides_is_found_by_asking(card: Cards) -> None:
    asked = card(HELLO, "So that the right people hear of it: how do you decide on things like this?")
    assert (asked["decider_found"].holds, asked["decider_found"].lines) == (True, (2,))
    assert card(HELLO, NEED)["decider_found"].holds is False


def test_a_cold_call_is_not_blamed_for_what_three_questions_cannot_settle(on_the_phone: Rings) -> None:
    played = play(on_the_phone("not-ready", depth="cold"), Rep(), "1")
    checks = {check.name: check.holds for check in score(played, "nurture").checks}
    assert played.turn.status.verdict == "incomplete"
    assert checks["verdict_right"] is None
    assert checks["criteria_covered"]


def test_what_weighs_little_in_the_field_weighs_little_here() -> None:
    assert Check("mostly_open", holds=True).weight < Check("followed_up", holds=True).weight
    assert Check("verdict_right", holds=True).weight > Check("followed_up", holds=True).weight


def test_every_check_has_words_in_english(personas: Personas) -> None:
    words = worded(personas, "en")
    for name in CHECKS:
        assert words[name].name
        assert words[name].holds != words[name].fails
        assert words[name].try_this
    with pytest.raises(UsageError, match="no words in 'nb'"):
        worded(personas, "nb")
