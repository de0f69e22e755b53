"""Drills of objections: know the class of one, and answer it. What the catalogue says is what is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from cuebook.dialogue.context import Context
from cuebook.dialogue.model import Answer
from cuebook.dialogue.personas import filled
from cuebook.dialogue.wording import render
from cuebook.practice.items import Choice, Item, Judgement, Material, always, by_choice, mark_of, plain
from cuebook.understanding.approach import Approach, approach

_FEW = 8
"""Words beside the question from which on something is explained, as the simulated prospect takes it too."""


def match_objection(material: Material) -> Iterator[Item]:
    """What a prospect says, and the class of objection that it is."""
    words = material.script.words
    names = cast(Mapping[str, str], words.labels.classes)
    used = {objection.class_ for objection in material.script.objections.values()}
    choices = tuple(Choice(name, label) for name, label in names.items() if name in used)
    for name, objection in material.script.objections.items():
        if name not in words.objections or objection.class_ not in names:
            continue
        right = objection.class_
        says = material.says(
            "class_is", name=names[right], line=cast(Mapping[str, str], material.coach.classes).get(right, "")
        )
        for line in words.objections[name].they_say:
            yield Item(
                material.id("match-objection", name, mark_of(line)),
                "match-objection",
                filled(material.coach.drills["match-objection"].asks, {"line": line}),
                choices,
                names[right],
                usual=True,
                judged=by_choice(material, choices, (right,), always(says)),
            )


def answer_objection(material: Material) -> Iterator[Item]:
    """What a prospect says, to be answered in the rep's own words."""
    asks = material.coach.drills["answer-objection"].asks
    for name, objection in material.script.objections.items():
        if name not in material.script.words.objections:
            continue
        silent = objection.class_ in ("opt-out", "hostile")
        for product, script in material.scripts.items():
            words = script.words.objections[name]
            line = words.they_say[0]
            context = Context(product=script.sold)
            yield Item(
                material.id("answer-objection", name, product),
                "answer-objection",
                filled(asks, {"line": line, "product": script.sold.name}),
                (),
                _said(words.answers[0], context),
                product == material.script.product.product,
                _meets(material, words.answers, context, silent=silent),
            )


def _meets(
    material: Material, answers: tuple[Answer, ...], context: Context, *, silent: bool
) -> Callable[[str], Judgement]:
    """Right is what acknowledges, explains and asks on, and pushes nowhere; to opt-outs, what asks nothing more.

    The scripted words count as what they are there for, whatever is read in them.
    """

    def judged(answer: str) -> Judgement:
        if not answer.strip():
            return Judgement(False, (material.says("nothing_said"),))
        line = approach(answer, material.language)
        checks = [_acknowledged(material, line, answers, context)]
        if silent:
            checks.append((line.form is None, "" if line.form is None else material.says("asks_on")))
        else:
            explains = (
                line.reason is not None or line.told >= _FEW or _scripted(answer, answers, "explain", context)
            )
            asks = line.form is not None or _scripted(answer, answers, "ask", context)
            checks.append((explains, material.says("explains" if explains else "no_explain")))
            checks.append((asks, material.says("asks" if asks else "no_ask")))
        calm = line.presses is None
        pushes = "" if line.presses is None else line.text[slice(*line.presses)]
        checks.append((calm, material.says("no_pressure" if calm else "pressure", quote=pushes)))
        return Judgement(all(held for held, _ in checks), tuple(says for _, says in checks if says))

    return judged


def _acknowledged(
    material: Material, line: Approach, answers: tuple[Answer, ...], context: Context
) -> tuple[bool, str]:
    if line.acknowledges is not None:
        return True, material.says("acknowledges", quote=line.text[slice(*line.acknowledges)])
    for answer in answers:
        own = render(answer.acknowledge, context)
        if plain(own) in plain(line.text):
            return True, material.says("acknowledges", quote=own)
    return False, material.says("no_acknowledge")


def _scripted(said: str, answers: tuple[Answer, ...], part: str, context: Context) -> bool:
    """Whether a part of a scripted answer is in what was said."""
    texts = (getattr(answer, part) for answer in answers)
    return any(plain(render(text, context)) in plain(said) for text in texts if text)


def _said(answer: Answer, context: Context) -> str:
    parts = (answer.acknowledge, answer.explain, answer.ask)
    return " ".join(render(part, context) for part in parts if part is not None)
