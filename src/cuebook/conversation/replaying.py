"""Moves that were made before, taken anew: by the dialogues of today, or by others than a moment ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cuebook.conversation.history import History
from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.errors import MoveError


def replay(history: History, made: Iterable[tuple[int, datetime, Move]]) -> tuple[list[Turn], History, int]:
    """Take the moves (number, time, move), from `history` at turn 0.

    Gives all turns, the history with them, and how many moves are not possible any more: those are passed over.
    """
    turns, passed_over = [history.turn], 0
    for n, at, move in made:
        try:
            history = history.take(move, at, n)
        except MoveError:
            history = history.pass_over(move, at, n)
            passed_over += 1
        turns.append(history.turn)
    return turns, history, passed_over
