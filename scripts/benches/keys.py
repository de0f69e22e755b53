"""From a key, written to the terminal, until the letter is painted; and the memory of a call of that length."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from .figures import Figure, middle, worst
from .long_call import make_store
from .terminal import BARE_INPUT, CUEBOOK, Terminal, all_words, environment

SIZE = (160, 50)
LENGTHS = (10, 10_000)
"""Turns on the screen."""
LIMIT = 1.0
"""Times the bare Input: not slower."""
_BLOCK = 40
"""Letters typed before the line is emptied; the programs take their blocks in turns."""
_LETTERS = "bcdfghjkmpqvwxz"
_SEED = 20261121


class Typed(NamedTuple):
    """A program that is typed at, and what its keys took in ms: as fast as they are taken, and as a typist."""

    name: str
    terminal: Terminal
    fast: list[float]
    slow: list[float]


def figures(blocks: int) -> Iterator[Figure]:
    """A bare Input and the call screen, all under way at once, typed at in turns."""
    with ExitStack() as stack:
        programs = [Typed("bare", stack.enter_context(_bare(stack)), [], [])]
        for turns in LENGTHS:
            terminal, seconds = _call(stack, turns)
            programs.append(Typed(f"{turns:,} turns", terminal, [], []))
            yield Figure(f"`call --resume`, {turns:,} turns, until it is shown", seconds * 1000)
            yield Figure(
                f"memory of it, {turns:,} turns", terminal.resident(), "MiB", programs[0].terminal.resident()
            )
        _type_in_turns(programs, blocks)
        bare = programs[0]
        for name, _, fast, slow in programs[1:]:
            yield Figure(
                f"key to paint, p99, {name}, as fast as taken", worst(fast), floor=worst(bare.fast), limit=LIMIT
            )
            yield Figure("  its median", middle(fast), floor=middle(bare.fast))
            yield Figure(f"key to paint, p99, {name}, typist", worst(slow), floor=worst(bare.slow), limit=LIMIT)
            yield Figure("  its median", middle(slow), floor=middle(bare.slow))


def _bare(stack: ExitStack) -> Terminal:
    home = Path(stack.enter_context(TemporaryDirectory()))
    terminal = Terminal(BARE_INPUT, environment(home), SIZE)
    terminal.idle(2)
    return terminal


def _call(stack: ExitStack, turns: int) -> tuple[Terminal, float]:
    """A call of so many turns, resumed; and how long that took."""
    home = Path(stack.enter_context(TemporaryDirectory()))
    environ = environment(home)
    call = make_store(Path(environ["CUEBOOK_HOME"]), turns)
    terminal = stack.enter_context(Terminal((CUEBOOK, "call", "--resume", call), environ, SIZE))
    seconds = terminal.painted(all_words("SAY CALL"), 300) - terminal.began
    terminal.idle(4)
    return terminal, seconds


def _type_in_turns(programs: Sequence[Typed], blocks: int) -> None:
    chance = random.Random(_SEED)  # noqa: S311  letters and pauses, no secret
    for _ in range(blocks):
        for program in programs:
            program.fast.extend(_block(program.terminal, chance, paced=False))
        for program in programs:
            program.slow.extend(_block(program.terminal, chance, paced=True))


def _block(terminal: Terminal, chance: random.Random, *, paced: bool) -> Iterator[float]:
    """Type a word letter by letter, each once the one before it is painted, at a typist's pace if `paced`."""
    typed = ""
    for _ in range(_BLOCK):
        typed += chance.choice(_LETTERS)
        terminal.forget()
        # Nothing but this key paints the word with this letter: the clock and the cursor repaint what was there.
        at = terminal.type(typed[-1])
        painted = terminal.painted(re.compile(re.escape(typed.encode())))
        yield (painted - at) * 1000
        if paced:
            terminal.idle(max(0.0, chance.uniform(0.06, 0.14) - (time.perf_counter() - at)))
    terminal.type("\x15")  # ctrl+u empties the line
    terminal.idle(0.2)
