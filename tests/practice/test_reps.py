"""Scripted reps: what the good one does, and what the others do instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from cuebook.conversation.script import Script
from cuebook.dialogue.personas import Personas
from cuebook.practice.casting import cast_of
from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.reps import FOLLOW_UPS, LONGEST, Rep, play
from cuebook.practice.scorecard import score

Rings = Callable[..., Rehearsal]


@pytest.mark.parametrize("manner", ["good", "closed", "pushy"])
def test_a_call_comes_to_an_end_and_the_same_seed_gives_the_same_call(manner: str, on_the_phone: Rings) -> None:
    played = play(on_the_phone("talkative"), Rep(manner), "3")  # type: ignore[arg-type]  # one of the manners
    again = play(on_the_phone("talkative"), Rep(manner), "3")  # type: ignore[arg-type]
    assert played.over
    assert len(played.exchanges) <= LONGEST
    assert [(e.line.text, e.reply.text) for e in played.exchanges] == [
        (e.line.text, e.reply.text) for e in again.exchanges
    ]


@pytest.mark.parametrize("rep", [Rep(), Rep(help="nothing", slips=0.3), Rep("closed"), Rep("pushy")])
def test_on_any_day_with_anybody_a_call_comes_to_its_end_and_scores_the_same_twice(
    rep: Rep, personas: Personas, script: Callable[..., Script], at: datetime
) -> None:
    held = script("spiced")
    for name in personas.worded("en"):
        cast = cast_of(personas, name, held, f"{name}/7", at.date())
        played, again = (play(Rehearsal.start(cast, held, at), rep, "7") for _ in range(2))
        assert played.over
        assert score(played, "qualified") == score(again, "qualified")
        assert played.mood.gone == (played.exchanges[-1].reply.kind == "hangs_up")


def test_the_good_rep_says_what_the_cue_says_and_gives_the_reason_once(on_the_phone: Rings) -> None:
    played = play(on_the_phone("no-budget-line"), Rep(), "1")
    asked = [e for e in played.exchanges if e.about == "money" and e.reply.settled is None]
    assert all(e.cue is not None and e.cue.say in e.line.text for e in asked)
    assert [e.cue.why in e.line.text for e in asked if e.cue is not None] == [True] + [False] * (len(asked) - 1)


def test_the_good_rep_asks_on_but_not_without_end(on_the_phone: Rings) -> None:
    played = play(on_the_phone("perfect-fit"), Rep(), "1")
    cues = [e.cue for e in played.exchanges if e.cue is not None]
    more = [e for e in played.exchanges if any(e.line.text in cue.probes for cue in cues)]
    assert 1 <= len(more) <= FOLLOW_UPS["discovery"]


def test_the_good_rep_marks_only_what_no_words_can_prove(on_the_phone: Rings) -> None:
    played = play(on_the_phone("perfect-fit", "spiced"), Rep(), "1")
    held = played.turn.ledger.holdings
    assert {facet for facet, one in held.items() if one.marked is not None} == {
        "situation",
        "impact",
        "critical_event",
        "decision_process",
    }


def test_once_the_verdict_ends_the_talk_the_good_rep_goes_to_the_closing(on_the_phone: Rings) -> None:
    played = play(on_the_phone("under-contract"), Rep(), "1")
    assert played.turn.status.verdict == "callback"
    assert [e.about for e in played.exchanges][-2:] == ["contract", "next_step"] or len(played.exchanges) <= 6


def test_the_closed_rep_gets_no_telling_answer_to_its_own_questions(on_the_phone: Rings) -> None:
    for name in ("perfect-fit", "user", "talkative"):
        played = play(on_the_phone(name), Rep("closed"), "1")
        assert all(e.reply.kind != "tells" for e in played.exchanges if e.line.form == "closed")


def test_the_pushy_rep_presses(on_the_phone: Rings) -> None:
    played = play(on_the_phone("talkative"), Rep("pushy"), "1")
    assert any(e.line.presses is not None for e in played.exchanges)


def test_with_less_help_the_good_rep_errs_more_often(on_the_phone: Rings) -> None:
    def shut(rep: Rep) -> int:
        played = [play(on_the_phone("talkative", seed=n), rep, str(n)) for n in range(6)]
        return sum(e.line.form == "closed" for each in played for e in each.exchanges[1:])

    assert shut(Rep()) < shut(Rep(help="nothing")) < shut(Rep(help="nothing", slips=0.6))
