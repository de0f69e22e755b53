"""Training line by line, without a screen: for screen readers, pipes and tests (`cuebook train --plain`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cuebook.practice.items import Item, choice_of
from cuebook.practice.showing import (
    asked_of,
    choices_of,
    comparison,
    done,
    drill_name,
    due_in_words,
    heading,
    model_of,
    verdict_on,
)
from cuebook.practice.sitting import Answered, Sitting


def train(sitting: Sitting, lines: Iterator[str], write: Callable[[str], None]) -> None:
    """Ask until nothing is left for today, the input ends or the rep quits."""
    _Asking(sitting, write).run(lines)


class _Asking:
    """The item that is asked, and what is still to be done about its answer."""

    def __init__(self, sitting: Sitting, write: Callable[[str], None]) -> None:
        self._sitting, self._write, self._words = sitting, write, sitting.words
        self._item: Item | None = None
        self._left: Answered | None = None

    def run(self, lines: Iterator[str]) -> None:
        self._write(heading(self._sitting))
        self._next(helping=True)
        for line in lines:
            if self._item is None or line.strip() in ("/quit", "/q"):
                break
            if line.strip():
                self._take(line.strip(), self._item)
        for line in done(self._sitting) if self._item is None else (self._words.say("enough"),):
            self._write(line)
        self._write(heading(self._sitting))

    def _next(self, *, helping: bool = False) -> None:
        self._item, self._left = self._sitting.next(), None
        if self._item is None:
            return
        if helping:
            self._write(self._words.say("help_lines"))
        self._write(f"\n{drill_name(self._item.drill, self._words).upper()}  {self._item.prompt}")
        for choice in choices_of(self._item):
            self._write(f"  {choice}")

    def _take(self, typed: str, item: Item) -> None:
        """What was typed: a command, what a comparison came to, or an answer."""
        if typed == "/help":
            self._write(self._words.say("help_lines"))
        elif typed == "/later":
            self._sitting.put_off(item)
            self._next()
        elif self._left is not None and self._left.left == "compare":
            self._compare(typed, self._left)
        elif typed == "/show" or item.takes(typed):
            self._judged(self._sitting.answer(item, "" if typed == "/show" else typed))
        else:
            self._write(item.judge(typed).reasons[0])

    def _compare(self, typed: str, answered: Answered) -> None:
        said = choice_of(typed, comparison(self._words))
        if said is None:
            self._write(self._words.say("no_such_choice", line=typed[:60]))
        else:
            self._judged(self._sitting.settle(answered, holds=said.name == "yes"), compared=True)

    def _judged(self, answered: Answered, *, compared: bool = False) -> None:
        """What an answer was worth; of one that was `compared` the reasons and the model were told before."""
        self._write(verdict_on(answered, self._words))
        told = () if compared else (*answered.judgement.reasons, model_of(answered, self._words))
        when = due_in_words(answered, self._sitting.clock(), self._words)
        for line in filter(None, (*told, *asked_of(answered, self._words), when)):
            self._write(f"  {line}")
        if self._sitting.trouble is not None:
            self._write(self._words.say("not_saved", trouble=str(self._sitting.trouble)))
        if answered.left is None:
            self._next()
        else:
            self._left = answered
