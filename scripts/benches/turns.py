"""One turn, from the move to what is durable on disk, and what undo and amend cost with many behind them."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cuebook.conversation.moves import Amend, Hear, Move, Undo
from cuebook.journal.journal import Journal
from cuebook.session import Session

from .figures import Figure, middle, worst
from .long_call import moves, new_session, take_one

TURNS = 2_000
LIMIT = 10.0
"""Milliseconds, of which 99 of 100 turns stay within."""
GROWTH = 1.3
"""Times what a turn cost early in the call."""
_EARLY, _LATE = slice(100, 300), slice(1_800, 2_000)


def figures() -> Iterator[Figure]:
    """A call of two thousand turns, and beside each turn the least that a program could do about it."""
    with TemporaryDirectory() as folder:
        journal = Journal.open(f"sqlite:///{Path(folder) / 'calls.db'}")
        session = new_session()
        session.attach(journal)
        began = time.perf_counter()
        session.prepare()
        yield Figure(
            "the reader made ready (in a thread, after the first cue)", (time.perf_counter() - began) * 1000
        )
        least = _Least(Path(folder) / "least.db")
        ours, work, floor = [], [], []
        for _, move in zip(range(TURNS), moves(), strict=False):
            worked, began = time.process_time(), time.perf_counter()
            take_one(session, move)
            ours.append((time.perf_counter() - began) * 1000)
            work.append((time.process_time() - worked) * 1000)
            began = time.perf_counter()
            least.take(move)
            floor.append((time.perf_counter() - began) * 1000)
        yield Figure("first turn after that", ours[0])
        busy = (
            "the floor alone takes half of it: the machine is too busy to tell" if worst(floor) > LIMIT / 2 else ""
        )
        yield Figure(
            f"turn, p99 of {TURNS:,}", worst(ours), floor=worst(floor), limit=LIMIT, absolute=True, note=busy
        )
        yield Figure("  its processor time", worst(work))
        yield Figure("turn, median", middle(ours), floor=middle(floor))
        # By processor time: the mix of moves is the same in both windows, what else the machine does is not.
        late, early = middle(work[_LATE]), middle(work[_EARLY])
        yield Figure("turn, 1,800 to 2,000 against 100 to 300", late, floor=early, limit=GROWTH)
        yield from _rewriting(session)
        journal.close()


def _rewriting(session: Session) -> Iterator[Figure]:
    heard = [turn.n for turn in session.turns if isinstance(turn.move, Hear)]
    yield Figure("undo behind them", _middle_of(session, [Undo()] * 21))
    for name, line in (("a line 100 turns back", heard[-70]), ("the first line", heard[0])):
        yield Figure(
            f"amend of {name}", _middle_of(session, [Amend(line, f"we are {n} people") for n in (20, 30, 40)])
        )


def _middle_of(session: Session, wanted: list[Undo] | list[Amend]) -> float:
    took = []
    for move in wanted:
        began = time.perf_counter()
        session.take(move)
        took.append((time.perf_counter() - began) * 1000)
    return middle(took)


class _Least:
    """The floor: a move put in a dict, as JSON in one row, and one durable commit."""

    def __init__(self, file: Path) -> None:
        self._held: dict[int, dict[str, object]] = {}
        self._store = sqlite3.connect(file, isolation_level=None)
        self._store.execute("PRAGMA journal_mode = WAL")
        self._store.execute("PRAGMA synchronous = FULL")
        self._store.execute("CREATE TABLE moves (n INTEGER PRIMARY KEY, move TEXT)")

    def take(self, move: Move) -> None:
        n = len(self._held)
        self._held[n] = {"n": n, "move": repr(move), "at": time.time()}
        self._store.execute("BEGIN IMMEDIATE")
        self._store.execute("INSERT INTO moves VALUES (?, ?)", (n, json.dumps(self._held[n])))
        self._store.execute("COMMIT")
