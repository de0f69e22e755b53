"""A rehearsal as the front ends hold it."""

from __future__ import annotations

import pytest
from tests.practice.rooms import room, say_what_is_shown

from cuebook.conversation import moves
from cuebook.conversation.moves import LONGEST_LINE
from cuebook.errors import MoveError
from cuebook.practice.room import Say, drawn


def test_what_the_rep_says_is_answered_and_the_answer_is_heard_by_the_call() -> None:
    held = room("perfect-fit")
    turn = held.take(Say("Hello, may I ask you a few questions?"))
    assert held.last is not None
    assert turn.move == moves.Hear(held.last.reply.text)
    assert held.turn is turn
    assert held.turns[-1] is turn


def test_the_same_seed_and_lines_give_the_same_transcript_and_score() -> None:
    one, other = (say_what_is_shown(room(seed=7), 12) for _ in range(2))
    assert one.rehearsal.exchanges == other.rehearsal.exchanges
    assert one.scorecard() == other.scorecard()


def test_another_seed_gives_another_call() -> None:
    said = {
        tuple(each.reply.text for each in say_what_is_shown(room(seed=seed), 8).rehearsal.exchanges)
        for seed in range(5)
    }
    assert len(said) > 1


def test_a_seed_draws_a_persona_whatever_the_order_of_the_names() -> None:
    assert drawn(["b", "a", "c"], 5) == drawn(["c", "b", "a"], 5)
    assert {drawn(["a", "b", "c"], seed) for seed in range(50)} == {"a", "b", "c"}


def test_nobody_amends_or_hears_for_the_prospect_and_what_was_said_is_not_undone() -> None:
    held = say_what_is_shown(room(), 2)
    before = held.rehearsal
    for move in (moves.Hear("we love it"), moves.Amend(1, "we love it"), moves.Undo()):
        with pytest.raises(MoveError):
            held.take(move)
    assert held.rehearsal is before


def test_a_mark_can_be_undone() -> None:
    held = say_what_is_shown(room(), 2)
    before = held.turn.status
    held.take(moves.Mark("budget", "confirmed"))
    held.take(moves.Undo())
    assert held.turn.status == before


def test_after_the_end_nothing_more_is_taken() -> None:
    held = say_what_is_shown(room(), 1)
    held.take(moves.End("callback"))
    assert held.over
    for move in (Say("One more thing?"), moves.Undo(), moves.Note("so")):
        with pytest.raises(MoveError, match="over"):
            held.take(move)


@pytest.mark.parametrize("text", ["", "  ", "x" * (LONGEST_LINE + 1)])
def test_a_line_that_cannot_be_said_is_refused(text: str) -> None:
    with pytest.raises(MoveError):
        Say(text)


def test_control_characters_are_not_said() -> None:
    assert "\x1b" not in Say("hello\x1b[2J").text


def test_the_words_are_shown_at_the_fullest_level_only_and_the_most_help_is_remembered() -> None:
    held = room()
    held.show("nothing")
    assert held.cue is None
    held.show("hints")
    assert held.cue is None
    assert held.most_help == "script"
    assert held.help == "hints"
