"""A move as it is written after a `/`: in a call line by line, and in a model call."""

from __future__ import annotations

from datetime import date
from typing import cast

from cuebook.conversation import moves
from cuebook.conversation.moves import DISPOSITIONS, Move, from_json
from cuebook.conversation.record import Proposal
from cuebook.errors import MoveError
from cuebook.nearest import nearest
from cuebook.qualification.committee import PARTS, Part

NAMES = (
    "object",
    "probe",
    "next",
    "back",
    "go",
    "mark",
    "note",
    "amend",
    "undo",
    "switch",
    "person",
    "depth",
    "dnc",
    "end",
)


_ONE_WORD = {"object": "objection", "go": "criterion", "switch": "framework", "depth": "depth"}
"""Moves that take one thing, and what it is."""

_PARTS = f"There are: {', '.join(PARTS)}; clear takes a mark away."


def written(name: str, rest: str, proposal: Proposal) -> Move:
    """The move called `name` with what follows it. What `/end` leaves out is taken from the proposal.

    Raises MoveError that says how it is written.
    """
    if name not in NAMES:
        raise MoveError(f"There is no /{name}.", nearest(name, NAMES))
    match name:
        case "object" | "go" | "switch" | "depth":
            return from_json({"move": name, _ONE_WORD[name]: rest or None})
        case "mark":
            criterion, _, standing = rest.partition(" ")
            return from_json({"move": "mark", "criterion": criterion, "standing": standing.strip() or None})
        case "amend":
            number, _, text = rest.partition(" ")
            turn = int(number) if number.isdecimal() and len(number) < 10 else None
            return from_json({"move": "amend", "turn": turn, "text": text})
        case "person":
            return _person(rest)
        case "note":
            return from_json({"move": "note", "text": rest})
        case "end":
            return _end(rest, proposal)
        case "dnc":
            return moves.DoNotCall()
        case _:
            return from_json({"move": name})


def _person(rest: str) -> Move:
    """`decides Kari Holm, CFO`; `user` alone is the one on the phone, and `clear` takes a mark away."""
    part, _, who = rest.partition(" ")
    if not part:
        raise MoveError("/person needs a part.", f"It is written /person decides Kari Holm, CFO. {_PARTS}")
    if part != "clear" and part not in PARTS:
        raise MoveError(f"There is no part {part!r}.", _PARTS)
    name, _, role = (word.strip() for word in who.partition(","))
    return moves.Person(name or None, role or None, None if part == "clear" else cast(Part, part))


def _end(rest: str, proposal: Proposal) -> Move:
    words = rest.split()
    disposition = words.pop(0) if words and words[0] in DISPOSITIONS else proposal.disposition
    on = words.pop(0) if words and _is_date(words[0]) else proposal.on
    step = " ".join(words) or proposal.next_step
    return from_json({"move": "end", "disposition": disposition, "next_step": step, "on": on})


def _is_date(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True
