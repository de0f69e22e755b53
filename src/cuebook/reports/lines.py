"""What was said in a call and still stands: undone lines left out, amended ones as they should have read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cuebook.conversation.moves import Amend, Hear, Move, Note, Object, Rewriting
from cuebook.conversation.record import Turn


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a call. `kind` is hear (the prospect said it), note or object; an objection's text is its id."""

    turn: int
    at: datetime
    kind: str
    text: str


def taken_back(turns: Sequence[Turn]) -> frozenset[int]:
    """The turns that an undo took back or an amend dropped. What an undone amend dropped stands again."""
    by: dict[int, int] = {}
    for turn in turns:
        rewritten = turn.move.turn if isinstance(turn.move, Rewriting) else None
        for undone in turn.undone:
            if undone != rewritten:
                by = {n: who for n, who in by.items() if who != undone}
                by[undone] = turn.n
    return frozenset(by)


def standing_lines(moves: Iterable[tuple[int, datetime, Move | None]], out: Collection[int]) -> tuple[Line, ...]:
    """The lines of `moves` (turn, time, move) in order, without the turns that are `out`."""
    standing = [(n, at, move) for n, at, move in moves if n not in out]
    amended = {move.turn: move.text for _, _, move in standing if isinstance(move, Amend)}  # the last one holds
    lines = []
    for n, at, move in standing:
        if isinstance(move, Hear | Note):
            lines.append(Line(n, at, move.kind, amended.get(n, move.text)))
        elif isinstance(move, Object):
            lines.append(Line(n, at, move.kind, move.objection))
    return tuple(lines)
