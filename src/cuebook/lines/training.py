"""Training line by line, without a screen: for screen readers, pipes and tests (`cuebook train --plain`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cuebook.practice.items import Item
from cuebook.practice.showing import choices_of, drill_name, due_in_words, heading, verdict_on
from cuebook.practice.sitting import Sitting

_HELP = "Type the answer, or its letter. /show shows the right one; /later puts it off; /quit leaves."


def train(sitting: Sitting, lines: Iterator[str], write: Callable[[str], None]) -> None:
    """Ask until nothing is left for today, the input ends or the rep quits."""
    write(heading(sitting))
    item = sitting.next()
    if item is not None:
        write(_HELP)
        _ask(item, sitting, write)
    for line in lines:
        if item is None or line.strip() in ("/quit", "/q"):
            break
        if not line.strip():
            continue
        if line.strip() == "/later":
            sitting.put_off(item)
        elif line.strip() == "/help":
            write(_HELP)
        elif line.strip() == "/show":
            _answer(item, "", sitting, write)
        elif item.takes(line):
            _answer(item, line.strip(), sitting, write)
        else:
            write(item.judge(line).reasons[0])
            continue
        item = sitting.next()
        if item is None:
            break
        _ask(item, sitting, write)
    write("Nothing more today." if item is None else "Enough for now.")
    write(heading(sitting))


def _ask(item: Item, sitting: Sitting, write: Callable[[str], None]) -> None:
    write(f"\n{drill_name(item.drill, sitting.words).upper()}  {item.prompt}")
    for choice in choices_of(item):
        write(f"  {choice}")


def _answer(item: Item, text: str, sitting: Sitting, write: Callable[[str], None]) -> None:
    answered = sitting.answer(item, text)
    write(verdict_on(answered, sitting.words))
    for reason in answered.judgement.reasons:
        write(f"  {reason}")
    write(f"  Model: {item.model}")
    write(f"  {due_in_words(answered.due, sitting.clock())}")
    if sitting.trouble is not None:
        write(f"NOT SAVED: {sitting.trouble}")
