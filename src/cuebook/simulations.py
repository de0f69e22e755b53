"""Simulated calls on all cores, put together: what `cuebook simulate` holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, zip_longest
from pathlib import Path

from cuebook import paths
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.cores import CALLS, cores, on_all_cores
from cuebook.dialogue.personas import Personas, load_personas
from cuebook.dialogue.shelf import load_fast
from cuebook.errors import DialogueError
from cuebook.practice.reps import Rep
from cuebook.practice.simulating import Outcome, in_turn, simulate
from cuebook.walks import HELD_AT


@dataclass(frozen=True, slots=True)
class _Piece:
    folders: tuple[Path, ...]
    setup: Setup
    products: tuple[str, ...]
    rep: Rep
    calls: tuple[int, ...]
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

    `told` is called with 0 when they begin, then with the number of calls of each piece that is done. Raises
    UsageError for a framework, product or language that is not there, DialogueError for faults of the personas.
    """
    products = tuple(products) or _products(tuple(folders), setup)
    _, personas = _parts(tuple(folders), setup, products)  # what is wrong is told here, not in another process
    shared = _shared_out(calls, len(personas.worded(setup.language)), len(products))
    pieces = [_Piece(tuple(folders), setup, products, rep, piece, seed) for piece in shared]
    found: list[Outcome] = []
    told(0)
    for outcomes in on_all_cores(_simulated, pieces):
        found += outcomes
        told(len(outcomes))
    return tuple(sorted(found, key=lambda outcome: outcome.number))


def _shared_out(calls: int, personas: int, products: int) -> Iterator[tuple[int, ...]]:
    """The numbers of the calls in pieces: a persona's one after the other, as many personas at a time as cores.

    A persona says the same things in all of its calls: so each is read in one process, and not in every one.
    """
    of: list[list[int]] = [[] for _ in range(personas)]
    for number in range(calls):
        of[in_turn(number, personas, products)[0]].append(number)
    cut = [[tuple(mine[at : at + CALLS]) for at in range(0, len(mine), CALLS)] for mine in of]
    for first in range(0, personas, cores()):
        together = zip_longest(*cut[first : first + cores()], fillvalue=())
        yield from filter(None, chain.from_iterable(together))


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
