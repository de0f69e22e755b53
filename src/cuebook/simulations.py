"""Simulated calls on all cores, put together: what `cuebook simulate` holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cuebook import paths
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.personas import Personas, load_personas
from cuebook.dialogue.shelf import load_fast
from cuebook.errors import DialogueError
from cuebook.practice.reps import Rep
from cuebook.practice.simulating import Outcome, simulate
from cuebook.walks import HELD_AT

PIECE = 250
"""Calls that a process holds in one go; the calls are the same however many processes there are."""


@dataclass(frozen=True, slots=True)
class _Piece:
    folders: tuple[Path, ...]
    setup: Setup
    products: tuple[str, ...]
    rep: Rep
    calls: range
    seed: int


def simulations(
    folders: Sequence[Path],
    setup: Setup,
    products: Sequence[str],
    rep: Rep,
    calls: int,
    *,
    seed: int = 0,
    told: Callable[[int], None] = lambda _: None,
) -> tuple[Outcome, ...]:
    """Hold so many calls with the personas, about each of the products in turn (all, where none is named).

    `told` is called with the number of calls of each piece that is done. Raises UsageError for a framework,
    product or language that is not there, DialogueError where the personas have faults.
    """
    products = tuple(products) or _products(tuple(folders), setup)
    _parts(tuple(folders), setup, products)  # what is wrong is told here, not in another process
    pieces = [
        _Piece(tuple(folders), setup, products, rep, range(first, min(first + PIECE, calls)), seed)
        for first in range(0, calls, PIECE)
    ]
    found: list[Outcome] = []
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(pieces))) as pool:
        for done in as_completed([pool.submit(_simulated, piece) for piece in pieces]):
            found += done.result()
            told(len(done.result()))
    return tuple(sorted(found, key=lambda outcome: outcome.number))


def _simulated(piece: _Piece) -> tuple[Outcome, ...]:
    scripts, personas = _parts(piece.folders, piece.setup, piece.products)
    return simulate(scripts, personas, piece.rep, piece.calls, seed=piece.seed, at=HELD_AT)


@lru_cache(maxsize=4)
def _parts(
    folders: tuple[Path, ...], setup: Setup, products: tuple[str, ...]
) -> tuple[tuple[Script, ...], Personas]:
    """The scripts and the personas; loaded once a process."""
    dialogues, _ = load_fast(folders, paths.cache())
    scripts = tuple(script_for(replace(setup, product=product), dialogues) for product in products)
    personas = load_personas(folders)
    if not personas.worded(setup.language):
        listed = "\n".join(str(fault) for fault in personas.faults[:20])
        raise DialogueError(
            f"Nobody speaks {setup.language!r} to rehearse with.\n{listed}".rstrip(), "`cuebook check` shows all."
        )
    return scripts, personas


def _products(folders: tuple[Path, ...], setup: Setup) -> tuple[str, ...]:
    dialogues, _ = load_fast(folders, paths.cache())
    words = dialogues.words.get(setup.language)
    return tuple(sorted(name for name in dialogues.products if words is not None and name in words.products)) or (
        setup.product,
    )
