"""An item, an answer and the progress in lines of text: what the plain lines print and the screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cuebook.dialogue.coaching import CoachWords, DrillName
from cuebook.practice.items import LETTERS, Item
from cuebook.practice.schedule import Progress
from cuebook.practice.sitting import Answered, Sitting

RIGHT, WRONG = "✓", "✗"
"""Right and wrong as signs, beside the words: colour alone tells nobody anything."""


def drill_name(drill: str, words: CoachWords) -> str:
    """What a drill is called."""
    known: Mapping[DrillName, object] = words.drills
    return words.drills[drill].name if drill in known else drill  # type: ignore[index]  # looked up the line before


def choices_of(item: Item) -> tuple[str, ...]:
    """The choices with their letters, a line each."""
    return tuple(f"{letter}  {choice.label}" for letter, choice in zip(LETTERS, item.choices, strict=False))


def verdict_on(answered: Answered, words: CoachWords) -> str:
    """Right or wrong, as a sign and in words."""
    right = answered.judgement.right
    return f"{RIGHT if right else WRONG} {words.says.get('right' if right else 'wrong', '')}".rstrip()


def due_in_words(due: datetime, now: datetime) -> str:
    """When an item is asked next: the shorter the nearer."""
    local = due.astimezone(now.tzinfo)
    days = (local.date() - now.date()).days
    if days <= 0:
        return f"again today, from {local:%H:%M}"
    return "again tomorrow" if days == 1 else f"again in {days} days, on {local:%Y-%m-%d}"


def heading(sitting: Sitting) -> str:
    """What is still to do today, and the streak."""
    waiting = len(sitting.waiting)
    parts = [f"{waiting} to do", f"{sitting.due} due"]
    if sitting.right or sitting.wrong:
        parts.append(f"{sitting.right} right of {sitting.right + sitting.wrong}")
    days = sitting.streak
    parts.append(f"{days} day{'s' * (days != 1)} in a row")
    return " · ".join(parts)


def table(drills: Mapping[str, Progress], words: CoachWords) -> tuple[str, ...]:
    """The drills with what is due, new and learned, a line each."""
    rows = [("drill", "", "due", "new", "learned", "of")]
    rows += [
        (name, drill_name(name, words), str(at.due), str(at.new), str(at.learned), str(at.items))
        for name, at in drills.items()
    ]
    wide = [max(len(row[column]) for row in rows) for column in range(2)]
    return tuple(
        f"{row[0]:<{wide[0]}}  {row[1]:<{wide[1]}}  {row[2]:>5} {row[3]:>5} {row[4]:>8} {row[5]:>5}"
        for row in rows
    )
