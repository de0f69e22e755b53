"""Denying and correcting what was read: only the rest, or what was meant, counts as evidence."""

from __future__ import annotations

import random

import pytest
from tests.conftest import NOW
from tests.conversation.test_always_holds import LINES, MEANT, view

from cuebook.conversation import moves
from cuebook.conversation.history import History
from cuebook.conversation.moves import Correct, Deny, Hear, Move, Undo
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script
from cuebook.errors import MoveError
from cuebook.understanding.correcting import SIGNALS, items


def hold(script: Script, *given: Move | str) -> History:
    """Take moves (a string is a line heard) from the opening."""
    history = History.start(script, NOW)
    for move in given:
        history = history.take(Hear(move) if isinstance(move, str) else move, NOW)
    return history


def standing(turn: Turn, criterion: str) -> str:
    return turn.status.criteria[criterion].standing


BOUGHT = ("sure", moves.Go("budget"), "we have 50 000 EUR a year for it")


def test_a_sum_that_was_not_meant_proves_nothing(script: Script) -> None:
    before = hold(script, *BOUGHT)
    assert standing(before.turn, "budget") == "confirmed"
    turn = before.take(Deny(3, "amounts"), NOW).turn
    assert standing(turn, "budget") != "confirmed"
    assert turn.reading is not None
    assert turn.reading.amounts == ()
    assert turn.reading.text == "we have 50 000 EUR a year for it"
    assert turn.correction is not None


def test_the_sum_that_was_meant_counts_in_its_place(script: Script) -> None:
    turn = hold(script, *BOUGHT, Correct(3, "amounts", "50 EUR a year")).turn
    assert standing(turn, "budget") == "negative"
    assert turn.reading is not None
    assert [amount.low for amount in turn.reading.amounts] == [50]
    assert turn.status.criteria["budget"].quote == "we have 50 000 EUR a year for it"


def test_all_after_the_line_is_taken_anew(script: Script) -> None:
    history = hold(script, "sure", "it jams every week", "I decide that")
    assert history.turn.stage == "budget"
    denied = history.take(Deny(2, "signs"), NOW).turn
    assert standing(denied, "need") == "partial"
    assert standing(denied, "authority") == "confirmed"
    assert denied.stage == "need"


def test_an_objection_that_was_none_is_not_explained_and_not_counted(script: Script) -> None:
    history = hold(script, "sure", "why are you asking?")
    assert history.turn.met is not None
    denied = history.take(Deny(2, "objections"), NOW)
    assert denied.turn.explanation is None
    assert denied.call.raised == {}
    assert denied.turn.rewrites == 2


def test_the_objection_that_was_meant_is_explained(script: Script) -> None:
    turn = hold(script, "sure", "why are you asking?", Correct(2, "objections", "no_budget")).turn
    assert turn.met is not None
    assert turn.met.objection == "no_budget"


def test_an_explanation_stays_on_the_screen_while_something_else_of_the_line_is_denied(script: Script) -> None:
    history = hold(script, "sure", "why are you asking? we have 50 000 EUR")
    assert history.turn.explanation is not None
    denied = history.take(Deny(2, "amounts"), NOW).turn
    assert denied.explanation == history.turn.explanation
    assert denied.met is None  # it is counted where it was heard


def test_whoever_was_taken_to_decide_does_not(script: Script) -> None:
    history = hold(script, "sure", moves.Go("authority"), "I decide that")
    assert standing(history.turn, "authority") == "confirmed"
    assert standing(history.take(Correct(3, "people", "does not decide"), NOW).turn, "authority") == "negative"


@pytest.mark.parametrize(
    ("move", "message"),
    [
        (Deny(9, "amounts"), "Turn 9 is no line"),
        (Deny(2, "amounts"), "Turn 2 is no line"),
        (Deny(3, "times"), "Line 3 has no times number 0"),
        (Deny(3, "amounts", 1), "Line 3 has no amounts number 1"),
        (Deny(3, "amounts", -1), "Line 3 has no amounts number -1"),
        (Correct(3, "amounts", "a lot"), "'a lot' cannot be meant here"),
    ],
)
def test_what_cannot_be_denied_or_meant_changes_nothing_and_says_why(
    script: Script, move: Move, message: str
) -> None:
    with pytest.raises(MoveError, match=message):
        hold(script, *BOUGHT, move)


def test_an_unknown_objection_or_facet_is_refused_with_the_nearest(script: Script) -> None:
    for line, signal, value, hint in (
        ("why are you asking?", "objections", "no_budgett", "no_budget"),
        ("it jams every week", "signs", "no needs", "need"),
    ):
        with pytest.raises(MoveError) as caught:
            hold(script, "sure", line, Correct(2, signal, value))  # type: ignore[arg-type]  # each is a signal
        assert hint in caught.value.hint


def test_a_line_that_is_amended_is_read_afresh(script: Script) -> None:
    line = BOUGHT[2]
    assert isinstance(line, str)
    amended = hold(script, *BOUGHT, Deny(3, "amounts"), moves.Amend(3, line)).turn
    assert view(amended) == view(hold(script, *BOUGHT).turn)


def test_a_later_amendment_of_another_line_keeps_what_was_denied(script: Script) -> None:
    turn = hold(script, *BOUGHT, Deny(3, "amounts"), moves.Amend(1, "yes, go ahead")).turn
    assert standing(turn, "budget") == standing(hold(script, *BOUGHT, Deny(3, "amounts")).turn, "budget")


def test_after_do_not_call_nothing_is_denied(script: Script) -> None:
    with pytest.raises(MoveError, match="not to be called"):
        hold(script, *BOUGHT, moves.DoNotCall(), Deny(3, "amounts"))


@pytest.mark.parametrize("seed", range(60))
def test_undo_brings_back_exactly_what_was_denied(script: Script, seed: int) -> None:
    dice = random.Random(seed)
    history = hold(script, *(dice.choice(LINES) for _ in range(6)))
    taken = 0
    for _ in range(20):
        line = history.heard(dice.randint(1, 6))
        signals = [signal for signal in SIGNALS if line and line.reading and items(line.reading, signal)]
        if line is None or not signals:
            continue
        signal = dice.choice(signals)
        move = dice.choice((Deny(line.n, signal), Correct(line.n, signal, dice.choice(MEANT))))
        try:
            denied = history.take(move, NOW)
        except MoveError:
            continue
        assert view(denied.take(Undo(), NOW).turn) == view(history.turn)
        history, taken = denied, taken + 1
    assert (
        taken
        or history.call.over
        or all(
            line is None or line.reading is None or not any(items(line.reading, signal) for signal in SIGNALS)
            for line in (history.heard(n) for n in range(1, 7))
        )
    )
