"""One turn, from the move to what is durable on disk, and what undo and amend cost with many behind them."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from cuebook.conversation.moves import Amend, Hear, Move, Undo
from cuebook.journal.journal import Journal
from cuebook.session import Session

from .figures import Figure, middle, worst
from .long_call import PERIOD, moves, new_session, take_one

TURNS = 2_000
LIMIT = 10.0
"""Milliseconds, of which 99 of 100 turns stay within."""
GROWTH = 1.3
"""Times what a turn cost early in the call."""
_EARLY, _WINDOW = 100, 200
"""Where the earlier of the two windows that are compared begins, and how many turns each has."""


def figures() -> Iterator[Figure]:
    """A call of two thousand turns, and beside each turn the least that a program could do about it."""
    with TemporaryDirectory() as folder:
        journal = Journal.open(f"sqlite:///{Path(folder) / 'calls.db'}")
        session, young = new_session(), new_session()
        session.attach(journal)
        began = time.perf_counter()
        session.prepare()
        yield Figure("reader made ready (in a thread, after the first cue)", (time.perf_counter() - began) * 1000)
        least = _Least(Path(folder) / "least.db")
        ours, floor = [], []
        for _, move in zip(range(TURNS - _WINDOW), moves(), strict=False):
            ours.append(_took(session, move)[0])
            floor.append(least.took(move))
        young.attach(journal)
        for _, move in zip(range(_EARLY), moves(), strict=False):
            take_one(young, move)
        late: list[tuple[float, float]] = []
        early: list[tuple[float, float]] = []
        pair = [(session, late), (young, early)]
        for n, move in zip(range(_WINDOW), moves(), strict=False):  # both windows in turns, of the same moves
            for call, took in pair if n // PERIOD % 2 else reversed(pair):  # the second finds all caches warm
                took.append(_took(call, move))
            floor.append(least.took(move))
        ours += [wall for wall, _ in late]
        yield Figure("first turn after that", ours[0])
        busy = "the floor alone takes half of it: the machine is too busy to tell"
        yield Figure(
            f"turn, p99 of {TURNS:,}",
            worst(ours),
            floor=worst(floor),
            limit=LIMIT,
            absolute=True,
            note=busy if worst(floor) > LIMIT / 2 else "",
        )
        yield Figure("  its processor time, from 1,800 on", worst([work for _, work in late]))
        yield Figure("turn, median", middle(ours), floor=middle(floor))
        yield Figure(
            "turn, 1,800 to 2,000 against 100 to 300",
            middle([work for _, work in late]),
            floor=middle([work for _, work in early]),
            limit=GROWTH,
        )
        yield from _rewriting(session)
        journal.close()


def _took(session: Session, move: Move) -> tuple[float, float]:
    """How long a turn took, and the processor time of it, in ms."""
    worked, began = time.process_time(), time.perf_counter()
    take_one(session, move)
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def _rewriting(session: Session) -> Iterator[Figure]:
    heard = [turn.n for turn in session.turns if isinstance(turn.move, Hear)]
    yield Figure("undo behind them", _middle_of(session, [Undo()] * 21))
    for name, line in (("a line 100 turns back", heard[-70]), ("the first line", heard[0])):
        yield Figure(
            f"amend of {name}", _middle_of(session, [Amend(line, f"we are {n} people") for n in (20, 30, 40)])
        )


def _middle_of(session: Session, wanted: Sequence[Move]) -> float:
    return middle([_took(session, move)[0] for move in wanted])


class _Least:
    """The floor: a move put in a dict, as JSON in one row, and one durable commit."""

    def __init__(self, file: Path) -> None:
        self._held: dict[int, dict[str, object]] = {}
        self._store = sqlite3.connect(file, isolation_level=None)
        self._store.execute("PRAGMA journal_mode = WAL")
        self._store.execute("PRAGMA synchronous = FULL")
        self._store.execute("CREATE TABLE moves (n INTEGER PRIMARY KEY, move TEXT)")

    def took(self, move: Move) -> float:
        began = time.perf_counter()
        n = len(self._held)
        self._held[n] = {"n": n, "move": repr(move), "at": time.time()}
        self._store.execute("BEGIN IMMEDIATE")
        self._store.execute("INSERT INTO moves VALUES (?, ?)", (n, json.dumps(self._held[n])))
        self._store.execute("COMMIT")
        return (time.perf_counter() - began) * 1000
