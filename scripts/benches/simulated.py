"""How many simulated calls are held in a second, and whether a call costs more when there are more dialogues."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cuebook import paths
from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.loading import load
from cuebook.dialogue.personas import load_personas
from cuebook.practice.reps import Rep
from cuebook.practice.simulating import simulate
from cuebook.simulations import simulations
from cuebook.walks import HELD_AT

from .figures import Figure, middle

CALLS = 10_000
FEWER = 2_000
"""Of each of the other frameworks, and as many by BANT beside them."""
LEAST = 300
"""Calls a second on all cores."""
OTHERS = {"three-levels": 1.2, "gpctba-ci": 2.5}
"""The smallest and the largest framework, and how many times as long as one of BANT a call of each may take."""
GROWTH = 1.2
COPIES = 40
"""Frameworks that are added, to see whether a call pays for them."""


def figures() -> Iterator[Figure]:
    """Calls by several frameworks with every persona and product; then in one process, beside many more."""
    simulations((paths.shipped(),), Setup(), (), Rep(), 100)  # the shelf is filled
    yield Figure(f"{CALLS:,} simulated calls", _held("bant", CALLS), "s", limit=CALLS / LEAST, absolute=True)
    bant = _held("bant", FEWER)
    for framework, growth in OTHERS.items():
        yield Figure(f"  {FEWER:,} by {framework}", _held(framework, FEWER), "s", floor=bant, limit=growth)
    with TemporaryDirectory() as named:
        many = Path(named)
        (many / "frameworks").mkdir()
        bant = (paths.shipped() / "frameworks" / "bant.yaml").read_text(encoding="utf-8")
        for n in range(COPIES):
            text = bant.replace("framework: bant", f"framework: copy-{n}")
            (many / "frameworks" / f"copy-{n}.yaml").write_text(text, encoding="utf-8")
        few, much = _Calls((paths.shipped(),)), _Calls((many, paths.shipped()))
    pairs = [(few.took(n), much.took(n)) for n in range(0, 600, 100)]  # in turns, so that a busy moment meets both
    small, large = middle([one for one, _ in pairs[1:]]), middle([two for _, two in pairs[1:]])
    yield Figure(f"  a call beside {COPIES} more frameworks", large, floor=small, limit=GROWTH)


def _held(framework: str, calls: int) -> float:
    """Seconds that so many calls by a framework take on all cores."""
    began = time.perf_counter()
    simulations((paths.shipped(),), Setup(framework=framework), (), Rep(), calls)
    return time.perf_counter() - began


class _Calls:
    """Calls by the dialogues of some folders, held here."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._script = script_for(Setup(), load(folders).dialogues)
        self._personas = load_personas(folders)

    def took(self, first: int) -> float:
        """Milliseconds of processor time that one of a hundred calls takes."""
        began = time.process_time()
        simulate([self._script], self._personas, Rep(), range(first, first + 100), seed=0, at=HELD_AT)
        return (time.process_time() - began) * 10
