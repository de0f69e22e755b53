"""What training needs, put together: the coach's words and the items made from the dialogues in force."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cuebook.dialogue.coaching import CoachWords, load_coaching
from cuebook.errors import DialogueError


def coach_words(folders: Sequence[Path], language: str) -> CoachWords:
    """What the coach says in a language. Raises DialogueError where there is nothing that can be used."""
    found = load_coaching(folders)
    if language not in found.words:
        listed = "\n".join(str(fault) for fault in found.faults[:20])
        raise DialogueError(
            f"There is no coach for {language!r} yet.\n{listed}".rstrip(),
            f"There is one for: {', '.join(sorted(found.words)) or 'no language'}.",
        )
    return found.words[language]
