"""All drills: their items, made from the dialogues in force, so that a company's own framework trains itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.coaching import DRILLS, CoachWords, DrillName
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.personas import TalkWords
from cuebook.practice.coach import best_questions
from cuebook.practice.drills_of_asking import ask_for_it, make_it_open
from cuebook.practice.drills_of_judging import read_answer, what_verdict, which_criterion
from cuebook.practice.drills_of_objections import answer_objection, match_objection
from cuebook.practice.items import Item, Material, mark_of

_MADE: Mapping[DrillName, Callable[[Material], Iterator[Item]]] = {
    "make-it-open": make_it_open,
    "ask-for-it": ask_for_it,
    "which-criterion": which_criterion,
    "read-answer": read_answer,
    "match-objection": match_objection,
    "answer-objection": answer_objection,
    "what-verdict": what_verdict,
}


def material_of(
    setup: Setup, dialogues: Dialogues, talk: TalkWords | None, coach: CoachWords, today: date
) -> Material:
    """What items are made from. `setup` says what the rep usually works with; that is trained first.

    Raises UsageError for a framework, product or language that is not there.
    """
    setup = Setup(framework=setup.framework, product=setup.product, language=setup.language)
    script = script_for(setup, dialogues)
    names = sorted(name for name in dialogues.products if name in script.words.products)
    scripts = {name: script_for(replace(setup, product=name), dialogues) for name in names}
    return Material(
        script,
        scripts,
        {name: best_questions(each) for name, each in scripts.items()},
        talk or TalkWords(),
        coach,
        today,
    )


def items_of(material: Material) -> tuple[Item, ...]:
    """Every item of every drill that has words, each once: drill by drill, what the rep works with first.

    Beyond that their order is mixed, and always the same.
    """
    found: list[Item] = []
    for drill in DRILLS:
        if drill in material.coach.drills:
            made = {item.id: item for item in _MADE[drill](material)}
            found += sorted(made.values(), key=lambda item: (not item.usual, mark_of(item.id)))
    return tuple(found)
