"""Random calls through frameworks on all cores: the walk of `cuebook check --walk`, put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cuebook import paths
from cuebook.conversation import model_call
from cuebook.conversation.moves import Hear
from cuebook.conversation.walking import Coverage, Walked, coverage, walk
from cuebook.dialogue import layout, source
from cuebook.dialogue.completeness import flows_in
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.shelf import load_fast
from cuebook.errors import UsageError
from cuebook.nearest import nearest

PIECE = 250
"""Calls that a process holds in one go; the calls are the same however many processes there are."""

HELD_AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""When all of them are held: days in what is said must not depend on when the check is run."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the calls by one framework came to, and what they covered."""

    framework: str
    walked: Walked
    covered: tuple[Coverage, ...]

    @property
    def complete(self) -> bool:
        """Whether every transition was taken, and everything held that always holds."""
        return not self.walked.breaches and not any(c.missed for c in self.covered if c.what == "transitions")


@dataclass(frozen=True, slots=True)
class _Piece:
    folders: tuple[Path, ...]
    framework: str
    language: str
    calls: range
    seed: int


def walks(
    folders: Sequence[Path],
    frameworks: Sequence[str],
    calls: int,
    *,
    seed: int = 0,
    language: str = "en",
    told: Callable[[int], None] = lambda _: None,
) -> Iterator[Report]:
    """Hold so many calls by each framework (all of them, where none is named), and report one after the other.

    `told` is called with the number of calls of each piece that is done. Raises UsageError for a framework or a
    language in which no call can be held.
    """
    dialogues, _ = load_fast(folders, paths.cache())
    known = flows_in(dialogues, language)
    for name in frameworks:
        if name not in known:
            raise UsageError(f"There is no framework {name!r}.", nearest(name, known))
    if not known:
        raise UsageError(f"No call can be held in {language!r}.", nearest(language, dialogues.words))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for framework in frameworks or sorted(known):
            pieces = [
                _Piece(tuple(folders), framework, language, range(first, min(first + PIECE, calls)), seed)
                for first in range(0, calls, PIECE)
            ]
            walked = Walked()
            for done in as_completed([pool.submit(_walked, piece) for piece in pieces]):
                walked += done.result()
                told(done.result().calls)
            yield Report(framework, walked, coverage(dialogues, framework, language, walked))


def _walked(piece: _Piece) -> Walked:
    dialogues, _ = load_fast(piece.folders, paths.cache())
    said = lines(piece.folders, dialogues, piece.language)
    return walk(
        dialogues, piece.framework, said, piece.calls, seed=piece.seed, at=HELD_AT, language=piece.language
    )


def lines(folders: Sequence[Path], dialogues: Dialogues, language: str) -> tuple[str, ...]:
    """What prospects say, as far as the dialogues know: in their objections, and in the model calls."""
    said = [line for words in dialogues.words[language].objections.values() for line in words.they_say]
    for path in (path for folder in folders for path in layout.calls(folder)):
        text = source.text_of(path)
        if isinstance(text, str):
            call = model_call.parse(text, str(path))
            if call.setup.language == language:
                said += [step.does.text for step in call.steps if isinstance(step.does, Hear)]
    return tuple(dict.fromkeys(said))
