"""What training needs, put together: the coach's words, the items of the dialogues in force, and what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cuebook.clock import Clock
from cuebook.conversation.setup import Setup
from cuebook.dialogue.coaching import DRILLS, CoachWords, load_coaching
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.personas import load_personas
from cuebook.errors import DialogueError, UsageError
from cuebook.nearest import nearest
from cuebook.practice.drills import items_of, material_of
from cuebook.practice.items import Item
from cuebook.practice.schedule import NEW
from cuebook.practice.sitting import Keep, Sitting
from cuebook.understanding.languages import taught

if TYPE_CHECKING:
    from cuebook.cards import Card


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of a rep: their cards by item, the days on which they trained, and where answers are kept."""

    cards: Mapping[str, Card]
    days: frozenset[date]
    keep: Keep | None


NOTHING = Learned({}, frozenset(), None)
"""Of somebody who never trained, and where nothing is kept."""


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


def language_of(folders: Sequence[Path], wished: str) -> str:
    """The language to train in: the one that is wished for where it can be, else English."""
    return wished if wished in taught() and wished in load_coaching(folders).words else "en"


def items(folders: Sequence[Path], setup: Setup, dialogues: Dialogues, today: date) -> tuple[Item, ...]:
    """Every item of the drills. Raises UsageError and DialogueError for what is not there."""
    words = coach_words(folders, setup.language)
    talk = load_personas(folders).words.get(setup.language)
    return items_of(material_of(setup, dialogues, talk, words, today))


def sitting(
    folders: Sequence[Path],
    setup: Setup,
    dialogues: Dialogues,
    clock: Clock,
    learned: Learned = NOTHING,
    drill: str | None = None,
    new: int = NEW,
) -> Sitting:
    """A sitting of one drill, or of all. Raises UsageError, DialogueError."""
    if drill is not None and drill not in DRILLS:
        raise UsageError(f"There is no drill {drill!r}.", nearest(drill, cast(Sequence[str], DRILLS)))
    words = coach_words(folders, setup.language)
    found = items(folders, setup, dialogues, clock().date())
    return Sitting(found, words, clock, learned.cards, learned.days, learned.keep, new, drill)
