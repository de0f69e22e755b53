"""A rehearsal: what the rep says reaches the prospect, and what they answer is heard as in a live call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from cuebook.conversation import moves
from cuebook.errors import MoveError
from cuebook.practice.rehearsal import Rehearsal

Rings = Callable[..., Rehearsal]

HELLO = "Hello, I'm calling about your copiers. May I ask you a few questions?"


@pytest.fixture
def greeted(on_the_phone: Rings, at: datetime) -> Rehearsal:
    """Somebody who was greeted and said to go on: the need is asked about."""
    return on_the_phone("decision-maker").say(HELLO, at)


def cue(rehearsal: Rehearsal) -> str:
    """What is shown to be said."""
    assert rehearsal.turn.cue is not None
    return rehearsal.turn.cue.say


def test_what_the_prospect_tells_is_evidence_as_in_a_live_call(greeted: Rehearsal, at: datetime) -> None:
    told = greeted.say(cue(greeted), at)
    assert told.turn.status.criteria["need"].standing == "confirmed"
    assert told.exchanges[-1].cue == greeted.turn.cue
    assert told.turn.stage == "authority"


def test_asking_on_belongs_to_what_was_just_told_and_leaves_the_open_question_open(
    greeted: Rehearsal, at: datetime
) -> None:
    told = greeted.say(cue(greeted), at)
    assert greeted.turn.cue is not None
    more = told.say(greeted.turn.cue.probes[0], at)
    assert (more.exchanges[-1].about, more.exchanges[-1].reply.kind) == ("need", "tells")
    assert more.exchanges[-1].heard == told.exchanges[-1].heard
    assert cue(more) == cue(told)
    assert more.turn.status.criteria["authority"].standing == "unknown"


def test_what_names_nothing_asks_on_too(greeted: Rehearsal, at: datetime) -> None:
    more = greeted.say(cue(greeted), at).say("How often is that?", at)
    assert more.exchanges[-1].about == "need"


def test_a_question_about_something_else_leads_the_call_there(greeted: Rehearsal, at: datetime) -> None:
    asked = greeted.say("So that I suggest nothing too dear: what would you spend on something like this?", at)
    assert asked.exchanges[-1].about == "money"
    assert asked.turn.stage in {"budget", "need", "authority"}


def test_what_answers_nothing_proves_nothing(greeted: Rehearsal, at: datetime) -> None:
    before = greeted.turn.status
    stated = greeted.say("We are a family firm.", at)
    assert stated.exchanges[-1].reply.kind == "reacts"
    assert stated.turn.status == before
    assert cue(stated) == cue(greeted)


def test_a_scripted_reply_acknowledges_and_explains_in_whatever_words_it_is_written(
    on_the_phone: Rings, at: datetime
) -> None:
    objected = on_the_phone("perfect-fit").say(HELLO, at)
    assert objected.turn.explanation is not None
    met = objected.say(objected.turn.explanation.say, at)
    assert met.exchanges[-1].line.acknowledges is not None
    assert met.exchanges[-1].reply.settled == "not_interested"


def test_what_was_said_cannot_be_taken_back_and_a_mark_can(greeted: Rehearsal, at: datetime) -> None:
    for said in (greeted, greeted.say("We are a family firm.", at)):
        with pytest.raises(MoveError, match="cannot be taken back"):
            said.take(moves.Undo(), at)
    marked = greeted.take(moves.Mark("budget", "confirmed"), at)
    assert marked.take(moves.Undo(), at).turn.status == greeted.turn.status


def test_who_hung_up_hears_no_more(on_the_phone: Rings, at: datetime) -> None:
    rehearsal = on_the_phone("hurried")
    while not rehearsal.over:
        rehearsal = rehearsal.say("You must sign today, it's the last chance.", at)
    assert rehearsal.turn.stage == "closed"
    with pytest.raises(MoveError, match="The call is over"):
        rehearsal.say("Hello?", at)


@pytest.mark.parametrize("text", ["", "   "])
def test_silence_is_no_line(text: str, greeted: Rehearsal, at: datetime) -> None:
    with pytest.raises(MoveError, match="Say something"):
        greeted.say(text, at)


@pytest.mark.parametrize("said", ["Every week?", "Sounds like that gets on people's nerves."])
def test_repeating_what_was_told_or_how_it_feels_asks_for_more_of_it(
    said: str, greeted: Rehearsal, at: datetime
) -> None:
    told = greeted.say(cue(greeted), at)
    heard = replace(told.exchanges[-1], reply=replace(told.exchanges[-1].reply, text="It jams every week."))
    more = replace(told, exchanges=(*told.exchanges[:-1], heard)).say(said, at)
    assert (more.exchanges[-1].line.form, more.exchanges[-1].about) == ("open", "need")


def test_a_question_that_names_nothing_is_never_about_how_many_they_are(greeted: Rehearsal, at: datetime) -> None:
    asked = greeted.say("How many of you are there?", at).say("And what would a Friday be like, with you?", at)
    assert [each.about for each in asked.exchanges[1:]] == ["profile", "need"]


def test_how_they_are_is_no_question_about_anything(on_the_phone: Rings, at: datetime) -> None:
    asked = on_the_phone("decision-maker").say("Hi Helen, how are you doing today?", at)
    assert (asked.exchanges[-1].about, asked.exchanges[-1].reply.because) == (None, "small talk")


def test_a_day_that_is_agreed_before_the_end_is_the_proposed_next_step(greeted: Rehearsal, at: datetime) -> None:
    trusting = replace(greeted, mood=replace(greeted.mood, trust=9.0, told={"need": 1, "timing": 1}))
    agreed = trusting.say("Shall I come by on Thursday at nine?", at)
    assert agreed.mood.agreed
    assert agreed.turn.stage == "closing"
    assert agreed.turn.proposal.next_step is not None


def test_what_is_sold_is_no_plan(on_the_phone: Rings, at: datetime) -> None:
    asked = on_the_phone("decision-maker", product="shift-planning").say(HELLO, at)
    asked = asked.say("What are you fondest of about the planning?", at)
    assert "plans" not in (*asked.exchanges[-1].line.about, *asked.exchanges[-1].line.beside)


def test_what_is_told_while_the_company_is_not_known_yet_can_be_asked_on(
    on_the_phone: Rings, at: datetime
) -> None:
    asked = on_the_phone("influencer", "gpctba-ci", "education-savings").say("Hello. May I ask you something?", at)
    assert asked.turn.stage == "profile"
    for said in (
        "What are your goals?",
        "And what's behind them?",
        "What is your plan?",
        "And what's behind that?",
    ):
        asked = asked.say(said, at)
    assert [each.about for each in asked.exchanges[1:]] == ["goals", "goals", "plans", "plans"]


def test_what_a_greeting_asks_leads_to_no_question_yet(on_the_phone: Rings, at: datetime) -> None:
    rung = on_the_phone("decision-maker", "bant", "shift-planning")
    assert rung.say("Hello, are you the right person for the rota?", at).history.call.question != "authority"
