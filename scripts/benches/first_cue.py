"""From the start of the process until the first cue stands in the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cuebook.conversation.setup import Setup
from cuebook.dialogue.shelf import load_fast
from cuebook.paths import shipped
from cuebook.session import Session

from .figures import Figure, middle
from .terminal import BARE_STATIC, CUEBOOK, Terminal, all_words, environment

SIZES = ((80, 24), (160, 50))
LIMIT = 2.0
"""Times the start of a bare Textual app."""
CALL = (CUEBOOK, "call")


def figures(runs: int) -> Iterator[Figure]:
    """The first cue against the bare app, run in turns."""
    for size in SIZES:
        yield from _warm(runs, size)
    yield _cold(max(runs // 3, 3))


def first_cue() -> str:
    """What a call by the shipped dialogues opens with."""
    cue = Session.start(Setup(), load_fast([shipped()], None)[0], lambda: datetime.now(UTC)).turn.cue
    assert cue is not None  # noqa: S101  the opening always has its cue
    return cue.say


def _warm(runs: int, size: tuple[int, int]) -> Iterator[Figure]:
    say = first_cue()
    words = all_words(say)
    name = f"{size[0]}x{size[1]}"
    with TemporaryDirectory() as home:
        settle(Path(home), size, words)
        bare, ours = [], []
        for _ in range(runs):
            bare.append(start((*BARE_STATIC, say), Path(home), size, words))
            ours.append(start(CALL, Path(home), size, words))
    yield Figure(
        f"first cue, {name}", middle([t for t, _ in ours]), floor=middle([t for t, _ in bare]), limit=LIMIT
    )
    yield Figure(f"  its processor time, {name}", middle([c for _, c in ours]), floor=middle([c for _, c in bare]))


def _cold(runs: int) -> Figure:
    """The very first call of a new user: no shelf, no store."""
    say = first_cue()
    words = all_words(say)
    bare, ours = [], []
    for _ in range(runs):
        with TemporaryDirectory() as home:
            bare.append(start((*BARE_STATIC, say), Path(home), SIZES[0], words)[0])
            ours.append(start(CALL, Path(home), SIZES[0], words)[0])
    return Figure("first cue of a new user (nothing on the shelf)", middle(ours), floor=middle(bare))


def start(
    arguments: tuple[str, ...], home: Path, size: tuple[int, int], words: re.Pattern[bytes]
) -> tuple[float, float]:
    """How long until the words were painted, and the processor time until then, in ms."""
    with Terminal(arguments, environment(home), size, home) as terminal:
        seconds = terminal.painted(words) - terminal.began
        return seconds * 1000, terminal.processor()


def settle(home: Path, size: tuple[int, int], words: re.Pattern[bytes]) -> None:
    """One start that is not measured: it puts the dialogues on the shelf and makes the store."""
    with Terminal(CALL, environment(home), size, home) as terminal:
        terminal.painted(words)
        terminal.idle(3)
