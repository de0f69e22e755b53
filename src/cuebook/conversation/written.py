"""A move as it is written after a `/`: in a call line by line, and in a model call."""

from __future__ import annotations

from datetime import date

from cuebook.conversation import moves
from cuebook.conversation.moves import DISPOSITIONS, Move, from_json
from cuebook.conversation.record import Proposal
from cuebook.errors import MoveError
from cuebook.nearest import nearest

NAMES = ("object", "probe", "next", "back", "go", "mark", "note", "amend", "undo", "switch", "dnc", "end")


def written(name: str, rest: str, proposal: Proposal) -> Move:
    """The move called `name` with what follows it. What `/end` leaves out is taken from the proposal.

    Raises MoveError that says how it is written.
    """
    if name not in NAMES:
        raise MoveError(f"There is no /{name}.", nearest(name, NAMES))
    match name:
        case "object":
            return from_json({"move": "object", "objection": rest or None})
        case "mark":
            criterion, _, standing = rest.partition(" ")
            return from_json({"move": "mark", "criterion": criterion, "standing": standing.strip() or None})
        case "amend":
            number, _, text = rest.partition(" ")
            turn = int(number) if number.isdecimal() and len(number) < 10 else None
            return from_json({"move": "amend", "turn": turn, "text": text})
        case "go" | "switch":
            return from_json({"move": name, "criterion" if name == "go" else "framework": rest or None})
        case "note":
            return from_json({"move": "note", "text": rest})
        case "end":
            return _end(rest, proposal)
        case "dnc":
            return moves.DoNotCall()
        case _:
            return from_json({"move": name})


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
