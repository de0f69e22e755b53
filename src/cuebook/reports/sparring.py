"""A sparring in words: whether an objection rests, what was missing, and what it all came to."""

from __future__ import annotations

from collections.abc import Iterator

from cuebook.practice.sparring import Answer, Summary

_HELD = {True: "yes", False: "no"}


def judged(answer: Answer) -> str:
    """Whether the objection rests, and the parts that were there or not: `no: acknowledge yes, ask no`."""
    parts = [f"{part} {_HELD[held]}" for part, held in answer.holds.items()]
    pressed = ["pressed"] if answer.pressed else []
    if not answer.holds and not answer.settled:
        parts = ["they want to be let go; ask nothing"]
    why = ", ".join([*parts, *pressed])
    return f"{'rests' if answer.settled else 'does not rest'}{f': {why}' if why else ''}"


def taken(seconds: float) -> str:
    """How long an answer took."""
    return f"{seconds:.0f} s"


def told(found: Summary) -> Iterator[str]:
    """What a sparring came to, a line each."""
    yield f"SETTLED {found.settled} of {found.rounds}"
    for part, (held, of) in found.parts.items():
        if of:
            yield f"  {part}: {held} of {of}"
    yield f"  pressed: {found.pressed}"
    yield f"  time: {taken(found.seconds)} an answer, the middle one"
    if found.missed:
        yield f"AGAIN   {', '.join(found.missed)}"
