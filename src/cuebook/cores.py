"""Pieces of work on all cores: each done in a process of its own, and given back as soon as it is done."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from cuebook.errors import SurroundingsError

Piece = TypeVar("Piece")
Result = TypeVar("Result")

CALLS = 50
"""Calls of one piece: some tenths of a second's work, so that it is told often how far it is."""


def cores() -> int:
    """How many pieces are worked on at the same time."""
    return os.cpu_count() or 1


def on_all_cores(work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
    """Yield what `work` makes of each piece, in the order in which they are done; they are begun in theirs.

    `work` is a function of a module, and nothing but the piece is known to it. What it raises is raised here, and
    the rest is dropped, as it is where nobody wants more. Raises SurroundingsError where a process is ended by
    somebody else.
    """
    if not pieces:
        return
    pool = ProcessPoolExecutor(min(cores(), len(pieces)), initializer=_ends_when_interrupted)
    try:
        for done in as_completed([pool.submit(work, piece) for piece in pieces]):
            yield done.result()
    except BrokenProcessPool as error:
        raise SurroundingsError(
            "A process that held calls was ended from outside.", "Was there memory enough? Try fewer calls."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _ends_when_interrupted() -> None:
    """Ctrl+C reaches every process of the terminal: those that work end at once and have nothing to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
