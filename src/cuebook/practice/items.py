"""An item of a drill: what is asked, what can be answered, and how an answer is judged.

Items are pure. Their ids come from what they are made of, so that they are the same in every sitting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from cuebook.conversation.script import Script
from cuebook.dialogue.coaching import CoachWords, DrillName, Saying
from cuebook.dialogue.personas import TalkWords

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What the choices of an item are called, in their order."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that can be chosen."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer is worth: right or wrong, and the reasons, a line each.

    `compare` is what no program can tell of it: a question that the rep answers, who sees the model answer beside
    their own. Where they say no, it was wrong after all.
    """

    right: bool
    reasons: tuple[str, ...]
    compare: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to answer: by one of the `choices`, or in the rep's own words where there are none.

    `model` is an answer that is right, as it would be typed or said. `usual`: it is about the framework or product
    that the rep works with.
    """

    id: str
    drill: DrillName
    prompt: str
    choices: tuple[Choice, ...]
    model: str
    usual: bool
    judged: Callable[[str], Judgement]

    def judge(self, answer: str) -> Judgement:
        """Judge an answer: for a choice its letter, its name or its label."""
        return self.judged(answer)

    def takes(self, answer: str) -> bool:
        """Whether this is an answer at all: one of the choices, where there are any."""
        return bool(answer.strip()) and (not self.choices or self.chosen(answer) is not None)

    def chosen(self, answer: str) -> Choice | None:
        """The choice that an answer means."""
        return choice_of(answer, self.choices)


@dataclass(frozen=True, slots=True)
class Material:
    """What items are made from: the scripts of all products under the usual framework, and the words.

    `best` is the most telling question about each facet, by product. `today` dates what prospects say.
    """

    script: Script
    scripts: Mapping[str, Script]
    best: Mapping[str, Mapping[str, str]]
    talk: TalkWords
    coach: CoachWords
    today: date

    @property
    def language(self) -> str:
        """The language of everything."""
        return self.script.setup.language

    def says(self, saying: Saying, **known: str | int) -> str:
        """A sentence of the coach's, filled; nothing where there is none."""
        return self.coach.say(saying, **known)

    def id(self, drill: DrillName, *parts: str) -> str:
        """The id of an item that is made from these parts."""
        return "/".join((drill, self.language, *parts))


def mark_of(text: str) -> str:
    """A short mark of a text, the same in every sitting: what an id takes where a line has no name."""
    return blake2b(text.encode(), digest_size=4).hexdigest()


def choice_of(answer: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice that an answer means: by its letter, its name or its label; None for no choice."""
    typed = plain(answer)
    if len(typed) == 1 and typed in LETTERS[: len(choices)]:
        return choices[LETTERS.index(typed)]
    exact = [each for each in choices if typed in (plain(each.name), plain(each.label))]
    if exact:
        return exact[0]
    begun = [each for each in choices if typed and plain(each.label).startswith(typed)]
    return begun[0] if len(begun) == 1 else None


def by_choice(
    material: Material,
    choices: tuple[Choice, ...],
    right: Iterable[str],
    reasons: Callable[[], tuple[str, ...]],
    means: Mapping[str, str] | None = None,
) -> Callable[[str], Judgement]:
    """Judge by what was chosen; `right` are the names of those that are, `reasons` what is said either way.

    Where nothing was chosen the reasons are told too, for whoever only wants to see. `means` tells of each choice
    what it would have been, for whoever chose it wrongly.
    """
    rights = frozenset(right)

    def judged(answer: str) -> Judgement:
        chosen = choice_of(answer, choices)
        if chosen is None and answer.strip():
            return Judgement(False, (material.says("no_such_choice", line=" ".join(answer.split())[:60]),))
        if chosen is None or chosen.name in rights:
            return Judgement(chosen is not None, reasons())
        other = (means or {}).get(chosen.name)
        contrast = (material.says("you_chose", name=chosen.label, line=other),) if other else ()
        return Judgement(False, (*reasons(), *contrast))

    return judged


def always(*lines: str) -> Callable[[], tuple[str, ...]]:
    """The same reasons, whatever was chosen."""
    said = tuple(line for line in lines if line)
    return lambda: said


def plain(text: str) -> str:
    """A text without case, signs and spacing, to compare what was typed."""
    return " ".join(re.findall(r"\w+", text.casefold()))
