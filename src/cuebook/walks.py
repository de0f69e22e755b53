"""Random calls through frameworks on all cores: the walk of `cuebook check --walk`, put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from cuebook import paths
from cuebook.conversation import model_call
from cuebook.conversation.moves import Hear
from cuebook.conversation.walking import Coverage, Walked, coverage, walk
from cuebook.cores import CALLS, on_all_cores
from cuebook.dialogue import layout, source
from cuebook.dialogue.completeness import flows_in
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.shelf import load_fast
from cuebook.errors import UsageError
from cuebook.nearest import nearest

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
    _parts(tuple(folders), language)
    for framework in frameworks or sorted(known):
        pieces = [
            _Piece(tuple(folders), framework, language, range(first, min(first + CALLS, calls)), seed)
            for first in range(0, calls, CALLS)
        ]
        walked = Walked()
        for more in on_all_cores(_walked, pieces):
            walked += more
            told(more.calls)
        yield Report(framework, walked, coverage(dialogues, framework, language, walked))


def _walked(piece: _Piece) -> Walked:
    dialogues, said = _parts(piece.folders, piece.language)
    return walk(
        dialogues, piece.framework, said, piece.calls, seed=piece.seed, at=HELD_AT, language=piece.language
    )


@lru_cache(maxsize=4)
def _parts(folders: tuple[Path, ...], language: str) -> tuple[Dialogues, tuple[str, ...]]:
    """The dialogues and what prospects say in them; loaded once a process, and before it where it is a copy."""
    dialogues, _ = load_fast(folders, paths.cache())
    return dialogues, lines(folders, dialogues, language)


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
