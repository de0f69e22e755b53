"""What a model call expects: how it is written, when it holds, and what is told where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import NOW

from cuebook.conversation import moves
from cuebook.conversation.expected import Complaint, Expected, complaint, expectation
from cuebook.conversation.history import History
from cuebook.conversation.script import Script


@pytest.fixture
def call(script: Script) -> History:
    """At the question about need, which was challenged once; the budget is settled."""
    history = History.start(script, NOW)
    for move in (
        moves.Next(),
        moves.Mark("budget", "confirmed"),
        moves.Object("why_asking"),
    ):
        history = history.take(move, NOW)
    return history


@pytest.mark.parametrize(
    "text",
    [
        "need unknown",
        "budget confirmed",
        "verdict incomplete",
        "stage need",
        "  question   need.today ",
        "explanation why_asking",
        "explanation why_asking 1",
        "level stakeholder confirmed",
        "also champ incomplete",
    ],
)
def test_it_holds(script: Script, call: History, text: str) -> None:
    expected = expectation(text)
    assert isinstance(expected, Expected)
    assert complaint(expected, script, call.turn) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("need confirmed", "Expected need confirmed, and it is unknown."),
        ("verdict qualified by need", "Expected qualified by need, and it is incomplete."),
        ("stage budget", "Expected stage budget, and it is need."),
        ("question none", "Expected question none, and it is need.today."),
        ("explanation why_asking 2", "Expected why_asking 2, and it is why_asking 1."),
        ("explanation none", "Expected explanation none, and it is why_asking."),
        ("level opportunity confirmed", "Expected level opportunity confirmed, and it is unknown."),
        ("also champ nurture", "Expected also champ nurture, and it is incomplete."),
    ],
)
def test_it_does_not_hold_and_both_sides_are_told(script: Script, call: History, text: str, message: str) -> None:
    expected = expectation(text)
    assert isinstance(expected, Expected)
    assert complaint(expected, script, call.turn) == Complaint("CUE506", message)


def test_a_verdict_is_told_with_who_decided_it_its_day_and_the_words(script: Script) -> None:
    history = History.start(script, NOW)
    for line in ("sure", "we're locked into a lease", "it ends on 30 June 2028"):
        history = history.take(moves.Hear(line), NOW)
    for text in (
        "callback",
        "callback by timeline",
        "callback by timeline on 2028-03-30",
        "callback on 2028-03-30",
    ):
        expected = expectation(f"verdict {text}")
        assert isinstance(expected, Expected)
        assert complaint(expected, script, history.turn) is None
    wrong = expectation("verdict callback by timeline on 2028-06-30")
    assert isinstance(wrong, Expected)
    told = complaint(wrong, script, history.turn)
    assert told is not None
    assert told.message == (
        "Expected callback by timeline on 2028-06-30, and it is callback by timeline on 2028-03-30: "
        "'it ends on 30 June 2028'"
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("need", "= need confirmed"),
        ("", "= need confirmed"),
        ("verdict", "= verdict callback by timeline"),
        ("verdict callback in June", "= verdict callback by timeline"),
        ("verdict sold", "One of: incomplete"),
        ("need confrmed", "Did you mean 'confirmed'?"),
        ("level person confirmed", "One of: organisation"),
        ("explanation why_asking first", "= explanation why_asking 1"),
    ],
)
def test_what_cannot_be_read_says_how_it_is_written(text: str, hint: str) -> None:
    told = expectation(text)
    assert isinstance(told, Complaint)
    assert told.code == "CUE505"
    assert hint in told.message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("ned confirmed", "'need'"),
        ("stage ned", "'need'"),
        ("question need.todai", "'need.today'"),
        ("explanation why_aking", "'why_asking'"),
        ("also champs incomplete", "'champ'"),
    ],
)
def test_a_name_that_is_not_there_has_the_nearest_beside_it(
    script: Script, call: History, text: str, hint: str
) -> None:
    expected = expectation(text)
    assert isinstance(expected, Expected)
    told = complaint(expected, script, call.turn)
    assert told is not None
    assert told.code == "CUE505"
    assert hint in told.message


@given(st.text(max_size=60))
def test_whatever_is_written_is_read_or_told(text: str) -> None:
    assert isinstance(expectation(text), Expected | Complaint)
