"""Moves as they are written after a `/`."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.conversation import moves
from cuebook.conversation.moves import Move
from cuebook.conversation.record import Proposal
from cuebook.conversation.written import NAMES, written
from cuebook.errors import MoveError

PROPOSAL = Proposal("callback", "call again", "2027-01-15")


@pytest.mark.parametrize(
    ("name", "rest", "move"),
    [
        ("object", "why_asking", moves.Object("why_asking")),
        ("probe", "", moves.Probe()),
        ("next", "", moves.Next()),
        ("back", "", moves.Back()),
        ("go", "budget", moves.Go("budget")),
        ("mark", "need confirmed", moves.Mark("need", "confirmed")),
        ("note", "sounds tired", moves.Note("sounds tired")),
        ("amend", "2 we print very little", moves.Amend(2, "we print very little")),
        ("deny", "2 money", moves.Deny(2, "amounts")),
        ("deny", "2 amounts:2", moves.Deny(2, "amounts", 1)),
        ("correct", "2 money 60 000 EUR", moves.Correct(2, "amounts", "60 000 EUR")),
        ("correct", "2 answer:1 yes", moves.Correct(2, "stance", "yes")),
        ("undo", "", moves.Undo()),
        ("switch", "champ", moves.Switch("champ")),
        ("dnc", "", moves.DoNotCall()),
        # What is left out of an end is taken from the proposal.
        ("end", "", moves.End("callback", "call again", date(2027, 1, 15))),
        ("end", "lost", moves.End("lost", "call again", date(2027, 1, 15))),
        ("end", "2027-03-01 ask for Per", moves.End("callback", "ask for Per", date(2027, 3, 1))),
    ],
)
def test_a_move_is_what_is_written(name: str, rest: str, move: Move) -> None:
    assert written(name, rest, PROPOSAL) == move


@pytest.mark.parametrize(
    ("name", "rest", "hint"),
    [
        ("nxt", "", "next"),
        ("mark", "need", "confirmed"),
        ("mark", "need confrmed", "confirmed"),
        ("amend", "two hello", "amend"),
        ("amend", "99999999999 hello", "amend"),
        ("go", "", "budget"),
        ("note", "", "note"),
        ("object", "", "object"),
    ],
)
def test_what_cannot_be_one_says_how_it_is_written(name: str, rest: str, hint: str) -> None:
    with pytest.raises(MoveError) as caught:
        written(name, rest, PROPOSAL)
    assert hint in f"{caught.value.message} {caught.value.hint}"


def test_every_move_can_be_written() -> None:
    assert {"do_not_call" if name == "dnc" else name for name in NAMES} == set(moves.KINDS) - {"hear"}
