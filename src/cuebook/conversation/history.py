"""The moves of a call in order, with what each gave: undo and amend are exact because nothing else is state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from cuebook.conversation import moves
from cuebook.conversation.call import Call
from cuebook.conversation.correcting import correction
from cuebook.conversation.machine import dead_end
from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script
from cuebook.conversation.turn import take
from cuebook.errors import MoveError
from cuebook.qualification.ledger import Ledger
from cuebook.understanding.correcting import Correction


@dataclass(frozen=True, slots=True)
class Taken:
    """A move that counts, the call after it, and the one before it; `without` is where undoing it leads.

    `corrections`: what the rep had otherwise of what was read in this line.
    """

    move: Move | None
    at: datetime
    turn: Turn
    call: Call
    before: Taken | None
    without: Taken | None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """All moves that count, as a chain: taking or undoing one costs the same however long the call is.

    `turn` is the turn to show; its number grows with every move, also with undo and amend.
    """

    script: Script
    last: Taken
    turn: Turn

    @classmethod
    def start(cls, script: Script, at: datetime) -> History:
        """A call at turn 0, before any move, with what is known already (Q2)."""
        known = script.setup.known
        ledger = known.ledger(at.date(), script.product) if known else Ledger()
        call, turn = take(script, Call(script.flow.framework, ledger=ledger), None, 0, at)
        return cls(script, Taken(None, at, turn, call, None, None), turn)

    @property
    def call(self) -> Call:
        """The call as it stands."""
        return self.last.call

    def take(self, move: Move, at: datetime, n: int | None = None) -> History:
        """The history with a move, as turn `n` (by default the next number).

        Raises MoveError where it is not possible; nothing has changed then.
        """
        n = self.turn.n + 1 if n is None else n
        match move:
            case moves.Undo():
                return self._undo(move, n, at)
            case moves.Amend() | moves.Deny() | moves.Correct():
                return self._rewrite(move, n, at)
            case _:
                last = _take(self.script, self.last, move, n, at)
                return replace(self, last=last, turn=last.turn)

    def pass_over(self, move: Move, at: datetime, n: int) -> History:
        """The same history with a turn `n` for a move that is not possible: it keeps its number, no more."""
        return replace(self, turn=_again(self.last, move, n, at, (n,)))

    def heard(self, line: int | None = None) -> Turn | None:
        """The turn of a line that the prospect said, with what it counts for now; the last one by default."""
        entry: Taken | None = self.last
        while entry is not None:
            if isinstance(entry.move, moves.Hear) and line in (None, entry.turn.n):
                return entry.turn
            entry = entry.before
        return None

    def _undo(self, move: moves.Undo, n: int, at: datetime) -> History:
        """The call without its last move. A do-not-call is never taken back (contract, rule 2)."""
        if self.call.stage == "do_not_call":
            raise dead_end("do_not_call", "undo")
        if self.last.without is None:
            raise MoveError("There is nothing to undo.", "No move has been made yet.")
        last = self.last.without
        return replace(self, last=last, turn=_again(last, move, n, at, (self.last.turn.n,)))

    def _rewrite(self, move: moves.Rewriting, n: int, at: datetime) -> History:
        """The call as if line `move.turn` had read otherwise, or meant something else: all after it is taken anew.

        A later move that the new course does not allow drops out, as it would in a fresh call. Other words of a
        line are read afresh, whatever was denied of the old ones.
        """
        if self.call.stage == "do_not_call":
            raise dead_end("do_not_call", move.kind)
        behind: list[Taken] = []
        entry = self.last
        while entry.before is not None and entry.turn.n != move.turn:
            behind.append(entry)
            entry = entry.before
        if entry.before is None or not isinstance(entry.move, moves.Hear | moves.Note):
            raise MoveError(f"Turn {move.turn} is no line that can be changed.", "Choose a line of the call.")
        if isinstance(move, moves.Amend):
            anew = _take(self.script, entry.before, replace(entry.move, text=move.text), entry.turn.n, entry.at)
        else:
            corrections = (*entry.corrections, correction(self.script, entry.turn, move))
            anew = _take(self.script, entry.before, entry.move, entry.turn.n, entry.at, corrections)
        last = anew
        dropped = [entry.turn.n]
        for later in reversed(behind):
            if later.move is None or isinstance(later.move, moves.Rewriting):
                continue
            try:
                last = _take(self.script, last, later.move, later.turn.n, later.at, later.corrections)
            except MoveError:
                dropped.append(later.turn.n)
        turn = replace(
            _again(last, move, n, at, tuple(dropped)),
            reading=anew.turn.reading,
            correction=anew.corrections[-1] if anew.corrections else None,
        )
        if anew.corrections and (last is anew or turn.rewrites is not None):
            turn = replace(turn, explanation=anew.turn.explanation)
        return replace(self, last=Taken(move, at, turn, last.call, last, self.last), turn=turn)


def _take(
    script: Script, before: Taken, move: Move, n: int, at: datetime, corrections: tuple[Correction, ...] = ()
) -> Taken:
    call, turn = take(script, before.call, move, n, at, corrections)
    return Taken(move, at, turn, call, before, before, corrections)


def _again(entry: Taken, move: Move, n: int, at: datetime, undone: tuple[int, ...]) -> Turn:
    """The turn of a move that only brings back how the call stood: nothing new was read or explained."""
    return replace(entry.turn, n=n, at=at, move=move, reading=None, explanation=None, undone=undone)
