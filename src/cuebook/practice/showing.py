"""An item, an answer and the progress in lines of text: what the plain lines print and the screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cuebook.dialogue.coaching import CoachWords, DrillName
from cuebook.practice.items import LETTERS, Choice, Item
from cuebook.practice.schedule import Progress
from cuebook.practice.sitting import Answered, Sitting

RIGHT, WRONG, OPEN = "✓", "✗", "?"
"""Right, wrong and not known as signs, beside the words: colour alone tells nobody anything."""


def drill_name(drill: str, words: CoachWords) -> str:
    """What a drill is called."""
    known: Mapping[DrillName, object] = words.drills
    return words.drills[drill].name if drill in known else drill  # type: ignore[index]  # looked up the line before


def choices_of(item: Item) -> tuple[str, ...]:
    """The choices with their letters, a line each."""
    return _lettered(item.choices)


def comparison(words: CoachWords) -> tuple[Choice, Choice]:
    """What can be said of an answer that was compared with the model: that it holds, or not."""
    return Choice("yes", words.say("compare_yes")), Choice("no", words.say("compare_no"))


def asked_of(answered: Answered, words: CoachWords) -> tuple[str, ...]:
    """What is still to be done about an answer before it counts, a line each; nothing where it counts."""
    if answered.left == "more":
        return (words.say("once_more"),)
    if answered.left == "compare":
        return (answered.judgement.compare, *_lettered(comparison(words)))
    return ()


def _lettered(choices: tuple[Choice, ...]) -> tuple[str, ...]:
    return tuple(f"{letter}  {choice.label}" for letter, choice in zip(LETTERS, choices, strict=False))


def verdict_on(answered: Answered, words: CoachWords) -> str:
    """Right, wrong or for the rep to tell, as a sign and in words."""
    if answered.left == "compare":
        return f"{OPEN} {words.say('compare')}".rstrip()
    right = answered.judgement.right
    return f"{RIGHT if right else WRONG} {words.say('right' if right else 'wrong')}".rstrip()


def model_of(answered: Answered, words: CoachWords) -> str:
    """A right answer to hold against theirs: nothing while they may try again, nor where they chose it."""
    item = answered.item
    if answered.left == "more" or (item.choices and answered.judgement.right):
        return ""
    return words.say("right_is", name=item.model) if item.choices else words.say("model_is", line=item.model)


def due_in_words(answered: Answered, now: datetime, words: CoachWords) -> str:
    """When an item is asked next: the shorter the nearer; nothing where the answer does not count yet."""
    if answered.due is None:
        return ""
    local = answered.due.astimezone(now.tzinfo)
    days = (local.date() - now.date()).days
    if days <= 0:
        return words.say("again_at", time=f"{local:%H:%M}")
    return words.say("again_tomorrow") if days == 1 else words.say("again_on", days=days, date=f"{local:%Y-%m-%d}")


def heading(sitting: Sitting) -> str:
    """What is still to do today, and the streak."""
    words = sitting.words
    parts = [words.say("to_do", waiting=len(sitting.waiting))]
    if sitting.due or sitting.new:
        parts.append(words.say("due_and_new", due=sitting.due, new=sitting.new))
    if sitting.right or sitting.wrong:
        parts.append(words.say("right_of", right=sitting.right, of=sitting.right + sitting.wrong))
    parts.append(words.say("in_a_row", days=sitting.streak))
    return " · ".join(filter(None, parts))


def done(sitting: Sitting) -> tuple[str, ...]:
    """What is said when nothing is left for today."""
    due, new = sitting.tomorrow
    return sitting.words.say("nothing_more"), sitting.words.say("tomorrow", due=due, new=new)


def table(drills: Mapping[str, Progress], words: CoachWords) -> tuple[str, ...]:
    """The drills with what is due, new and learned, a line each."""
    head = (words.say("head_due"), words.say("head_new"), words.say("head_learned"), words.say("head_of"))
    rows = [(words.say("head_drill"), "", *head)]
    rows += [
        (name, drill_name(name, words), str(at.due), str(at.new), str(at.learned), str(at.items))
        for name, at in drills.items()
    ]
    wide = [max(5, *(len(row[column]) for row in rows)) for column in range(6)]
    return tuple(
        "  ".join(
            f"{cell:<{width}}" if column < 2 else f"{cell:>{width}}"
            for column, (cell, width) in enumerate(zip(row, wide, strict=True))
        )
        for row in rows
    )
