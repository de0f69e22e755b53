"""The call as lines to read: who said what, what was understood, and which lines no longer hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from cuebook.conversation.moves import (
    Amend,
    Correct,
    Deny,
    Depth,
    DoNotCall,
    End,
    Hear,
    Mark,
    Note,
    Object,
    Person,
    Switch,
    Undo,
)
from cuebook.conversation.record import Turn
from cuebook.dialogue import naming
from cuebook.dialogue.model import Words
from cuebook.qualification.committee import IN_WORDS
from cuebook.ui import labels
from cuebook.understanding.reading import Span

NOT = "not: "
INSTEAD = "instead of line "
"""What the labels begin with that tell of a reading that the rep denied, and of a line that is amended."""

Kind = Literal["said", "spoken", "heard", "objection", "mark", "note", "way"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the call. `turn` is the turn that wrote it; `line` the number by which it can be amended."""

    turn: int
    kind: Kind
    who: str
    text: str
    spans: tuple[Span, ...] = ()
    labels: tuple[str, ...] = ()
    line: int | None = None


class Transcript:
    """Makes lines of turns, one after the other, each at the same cost.

    What the rep was to say becomes a line when the prospect answers it: only then was it surely said.
    `taken_back` holds the turns that no longer count, `lines` all lines. `relabelled`: the last turn changed one
    that was there already.
    """

    def __init__(self, words: Words, prospect: str | None) -> None:
        self._words = words
        self._prospect = prospect or "they"
        self._pending: str | None = None
        self._kinds: dict[int, tuple[Kind, str]] = {}
        self._versions: dict[int, list[int]] = {}
        self._gave_way: dict[int, frozenset[int]] = {}
        self._before: dict[int, tuple[int, Line]] = {}
        self.taken_back: set[int] = set()
        self.lines: list[Line] = []
        self.relabelled = False

    def add_all(self, turns: Iterable[Turn]) -> list[Line]:
        """The lines of a whole call, as they are in the end."""
        for turn in turns:
            self.add(turn)
        return list(self.lines)

    def add(self, turn: Turn) -> list[Line]:
        """The lines that `turn` adds; `taken_back` is brought up to date."""
        lines: list[Line] = []
        said = self._said_before(turn)
        if said:
            lines.append(said)
        line = self._line(turn)
        if line:
            lines.append(line)
        self.lines += lines
        self.relabelled = False
        self._pending = (turn.explanation.say if turn.explanation else None) or (
            turn.cue.say if turn.cue else None
        )
        self._take_back(turn)
        return lines

    def _said_before(self, turn: Turn) -> Line | None:
        """What the rep said, where that is sure now."""
        if self._pending and isinstance(turn.move, (Hear, Object)):
            return Line(turn.n, "said", "you", self._pending)
        return None

    def _line(self, turn: Turn) -> Line | None:
        move = turn.move
        spans, found = labels.understood(turn.reading, self._words) if turn.reading else ((), ())
        if isinstance(move, Amend):
            kind, who = self._kinds.get(move.turn, ("heard", self._prospect))
            return Line(turn.n, kind, who, move.text, spans, (f"{INSTEAD}{move.turn}", *found), move.turn)
        if isinstance(move, Hear):
            self._kinds[turn.n] = "heard", self._prospect
            return Line(turn.n, "heard", self._prospect, move.text, spans, found, turn.n)
        if isinstance(move, Note):
            self._kinds[turn.n] = "note", "note"
            return Line(turn.n, "note", "note", move.text, line=turn.n)
        said = self._said(turn)
        return Line(turn.n, said[0], said[1], said[2]) if said else None

    def _said(self, turn: Turn) -> tuple[Kind, str, str] | None:
        words = self._words
        match move := turn.move:
            case Object():
                return "objection", self._prospect, naming.objection_name(words, move.objection)
            case Mark():
                standing = labels.standing_name(words, move.standing)
                sign = labels.SIGNS[move.standing]
                return "mark", "mark", f"{naming.stage_name(words, move.criterion)} {sign} {standing}"
            case Switch():
                followed = turn.status  # of another framework where the move was passed over
                return "way", "switch", followed.title if followed.framework == move.framework else move.framework
            case Person():
                who = ", ".join(filter(None, (move.name, move.role))) or self._prospect
                return "mark", "mark", f"{who}: {IN_WORDS[move.part] if move.part else 'no mark any more'}"
            case Depth():
                return "way", "depth", move.depth
            case DoNotCall():
                return "way", "end", naming.outcome_name(words, "do_not_call")
            case End():
                day = move.on.isoformat() if move.on else None
                parts = [naming.outcome_name(words, move.disposition), move.next_step, day]
                return "way", "end", " · ".join(part for part in parts if part)
        return None

    def _take_back(self, turn: Turn) -> None:
        """Lines give way to the move that rewrote or undid them; undoing an amendment brings them back."""
        move = turn.move
        if turn.n in turn.undone:  # made, and passed over
            self.taken_back.add(turn.n)
        elif isinstance(move, Deny | Correct):
            gone = set(turn.undone) - {move.turn} - self.taken_back
            self._gave_way[turn.n] = frozenset(gone)
            self.taken_back |= gone
            self._relabel(turn, move.turn)
        elif isinstance(move, Amend):
            versions = self._versions.setdefault(move.turn, [move.turn])
            gone = {versions[-1], *turn.undone} - self.taken_back
            versions.append(turn.n)
            self._gave_way[turn.n] = frozenset(gone)
            self.taken_back |= gone
        elif isinstance(move, Undo):
            for number in turn.undone:
                self.taken_back -= self._gave_way.pop(number, frozenset())
                self.taken_back.add(number)
                if number in self._before:
                    at, line = self._before.pop(number)
                    self.lines[at], self.relabelled = line, True
                for versions in self._versions.values():
                    if number in versions:
                        versions.remove(number)

    def _relabel(self, turn: Turn, number: int) -> None:
        """The line as it was said, with what it counts for now, and what does not."""
        stand = (at for at in reversed(range(len(self.lines))) if self._stands(self.lines[at], number))
        at = next(stand, None)
        if at is None or turn.reading is None or turn.correction is None:
            return
        self._before[turn.n], self.relabelled = (at, self.lines[at]), True
        spans, found = labels.understood(turn.reading, self._words)
        kept = [label for label in self.lines[at].labels if label.startswith((INSTEAD, NOT))]
        denied = f"{NOT}{labels.label(turn.correction.was, self._words)}"
        self.lines[at] = replace(self.lines[at], spans=spans, labels=(*kept, denied, *found))

    def _stands(self, line: Line, number: int) -> bool:
        return line.line == number and line.turn not in self.taken_back
