"""What a move that denies or corrects a reading means: which part of the line, and what in its place."""

from __future__ import annotations

from typing import get_args

from cuebook.conversation.moves import Correct, Deny
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script
from cuebook.dialogue.model import Facet
from cuebook.errors import MoveError
from cuebook.nearest import nearest
from cuebook.understanding.correcting import DECIDES, DECIDES_NOT, SIGNALS, STANCES, Correction, Item, items, meant
from cuebook.understanding.reading import Amount, Heard, Person, Reading, Sign, Time

FACETS: tuple[str, ...] = get_args(Facet)


def correction(script: Script, line: Turn, move: Deny | Correct) -> Correction:
    """The correction of what was read in `line`.

    Raises MoveError for what was not read there, and for a value that is no such thing.
    """
    found = items(line.reading, move.signal) if line.reading else ()
    if not 0 <= move.index < len(found):
        raise MoveError(f"Line {move.turn} has no {move.signal} number {move.index}.", _read(line.reading))
    was = found[move.index]
    if isinstance(move, Deny):
        return Correction(move.signal, was)
    now = meant(was, move.value, script.setup.language, line.at.date())
    if now is None or not _known(script, now):
        raise MoveError(f"{move.value!r} cannot be meant here.", _hint(script, was, move.value))
    return Correction(move.signal, was, now)


def _known(script: Script, now: Item) -> bool:
    """Whether there is such an objection or facet."""
    if isinstance(now, Heard):
        return now.id in script.objections
    return not isinstance(now, Sign) or now.facet in FACETS


def _read(reading: Reading | None) -> str:
    counted = {signal: len(items(reading, signal)) for signal in SIGNALS} if reading else {}
    read = ", ".join(f"{signal} {number}" for signal, number in counted.items() if number)
    return f"Read there: {read}; the index counts from 0." if read else "Nothing was read there."


def _hint(script: Script, was: Item, value: str) -> str:
    match was:
        case Amount():
            return "Write one sum, such as 50 000 EUR a year."
        case Time():
            return "Write one time, such as 2027-01-15 or next March."
        case Person():
            return f"Write a role, {DECIDES!r} or {DECIDES_NOT!r}."
        case Heard():
            return nearest(value, script.objections)
        case Sign():
            return nearest(value.removeprefix("no "), FACETS)
        case _:
            return nearest(value, STANCES)
