"""A move as it is written after a `/`: in a call line by line, and in a model call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    "deny",
    "correct",
    "undo",
    "switch",
    "person",
    "depth",
    "dnc",
    "end",
)

Fields = dict[str, object]

_PARTS = f"There are: {', '.join(PARTS)}; clear takes a mark away."


def written(name: str, rest: str, proposal: Proposal) -> Move:
    """The move called `name` with what follows it. What `/end` leaves out is taken from the proposal.

    Raises MoveError that says how it is written.
    """
    if name not in NAMES:
        raise MoveError(f"There is no /{name}.", nearest(name, NAMES))
    fields = _FIELDS.get(name)
    if fields is not None:
        return from_json({"move": name, **fields(rest)})
    match name:
        case "person":
            return _person(rest)
        case "end":
            return _end(rest, proposal)
        case "dnc":
            return moves.DoNotCall()
        case _:
            return from_json({"move": name})


_SIGNALS: Mapping[str, str] = {
    "money": "amounts",
    "time": "times",
    "timing": "times",
    "person": "people",
    "answer": "stance",
    "objection": "objections",
    "sign": "signs",
    "for": "signs",
    "against": "signs",
    "trait": "traits",
}
"""What the readings of a line are called where they are shown, besides the names of the protocol."""


def _mark(rest: str) -> Fields:
    criterion, _, standing = rest.partition(" ")
    return {"criterion": criterion, "standing": standing.strip() or None}


def _amend(rest: str) -> Fields:
    number, _, text = rest.partition(" ")
    return {"turn": _number(number), "text": text}


def _deny(rest: str) -> Fields:
    """`2 money:2` is the second sum of line 2; without a number it is the first."""
    line, _, after = rest.partition(" ")
    signal, colon, number = after.strip().partition(":")
    index = _number(number)
    if colon and not index:
        raise MoveError(f"{after.strip()!r} does not say which.", "Write money:2 for the second sum of the line.")
    return {"turn": _number(line), "signal": _SIGNALS.get(signal, signal) or None, "index": (index or 1) - 1}


def _correct(rest: str) -> Fields:
    """`2 money 60k`: what is denied, and what was meant."""
    line, _, after = rest.partition(" ")
    which, _, value = after.strip().partition(" ")
    return {**_deny(f"{line} {which}"), "value": value.strip() or None}


_FIELDS: Mapping[str, Callable[[str], Fields]] = {
    "object": lambda rest: {"objection": rest or None},
    "go": lambda rest: {"criterion": rest or None},
    "switch": lambda rest: {"framework": rest or None},
    "depth": lambda rest: {"depth": rest or None},
    "note": lambda rest: {"text": rest},
    "mark": _mark,
    "amend": _amend,
    "deny": _deny,
    "correct": _correct,
}
"""The fields of a move, from what follows its name."""


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 10 else None


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
