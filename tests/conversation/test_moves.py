"""Moves in the contract's shape: read, refused with a reason, written back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.conversation import moves
from cuebook.conversation.moves import DISPOSITIONS, KINDS, LONGEST_LINE, as_json, from_json
from cuebook.errors import MoveError
from cuebook.qualification.committee import PARTS
from cuebook.qualification.status import STANDINGS

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs"]), min_size=1).filter(str.strip)

some_moves = st.one_of(
    st.builds(moves.Hear, texts),
    st.builds(moves.Object, texts),
    st.builds(moves.Mark, texts, st.sampled_from(STANDINGS)),
    st.sampled_from([moves.Probe(), moves.Next(), moves.Back(), moves.Undo(), moves.DoNotCall()]),
    st.builds(moves.Go, texts),
    st.builds(moves.Note, texts),
    st.builds(moves.Amend, st.integers(0, 10**6), texts),
    st.builds(moves.Switch, texts),
    st.builds(moves.Person, st.none() | texts, st.none() | texts, st.none() | st.sampled_from(PARTS)),
    st.builds(moves.Depth, st.sampled_from(moves.DEPTHS)),
    st.builds(moves.End, st.sampled_from(DISPOSITIONS), st.none() | texts, st.none() | st.dates()),
)


@given(some_moves)
def test_a_move_written_and_read_is_the_same_move(move: moves.Move) -> None:
    once = from_json(as_json(move))
    assert from_json(as_json(once)) == once
    assert once.kind == move.kind


def test_every_move_of_the_contract_is_known() -> None:
    assert set(KINDS) == {
        "hear", "object", "mark", "probe", "next", "back", "go", "note", "amend", "undo", "switch",
        "person", "depth", "do_not_call", "end", "deny", "correct",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ([], "JSON object"),
        ({}, "no move"),
        ({"move": "haer"}, "hear"),
        ({"move": "hear"}, "needs 'text'"),
        ({"move": "hear", "text": "  "}, "needs some text"),
        ({"move": "hear", "text": 5}, "needs text"),
        ({"move": "hear", "text": "x" * (LONGEST_LINE + 1)}, "in parts"),
        ({"move": "hear", "text": "x", "txet": 1}, "no field 'txet'"),
        ({"move": "mark", "criterion": "need", "standing": "sure"}, "no standing"),
        ({"move": "person", "name": "Kari Holm", "part": "decider"}, "'decides'"),
        ({"move": "person", "name": " ", "part": "user"}, "blank"),
        ({"move": "person", "role": "x" * 201, "part": "user"}, "at most 200"),
        ({"move": "depth"}, "needs 'depth'"),
        ({"move": "depth", "depth": "deep"}, "no depth 'deep'"),
        ({"move": "amend", "turn": "2", "text": "x"}, "whole number"),
        ({"move": "amend", "turn": True, "text": "x"}, "whole number"),
        ({"move": "end", "disposition": "calback"}, "'callback'"),
        ({"move": "end", "disposition": "callback", "on": "tomorrow"}, "not a date"),
    ],
)
def test_what_is_no_move_is_refused_with_what_would_be(given_: object, says: str) -> None:
    with pytest.raises(MoveError) as caught:
        from_json(given_)
    assert says in f"{caught.value.message} {caught.value.hint}"


def test_a_dated_end_is_read_whole() -> None:
    move = from_json({"move": "end", "disposition": "callback", "next_step": "call Per", "on": "2027-01-15"})
    assert move == moves.End("callback", "call Per", date(2027, 1, 15))


def test_text_is_made_harmless_where_it_comes_in() -> None:
    move = from_json({"move": "note", "text": "a\x1b[31m\u202eb\ud800\r\nc"})
    assert move == moves.Note(
        "a\N{REPLACEMENT CHARACTER}[31m" + "\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}\nc"
    )
