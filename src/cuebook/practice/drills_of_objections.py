"""Drills of objections: know the class of one, and answer it. What the catalogue says is what is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import cast

from cuebook.dialogue.asking import count_words, sentences
from cuebook.dialogue.context import Context
from cuebook.dialogue.model import Answer, ObjectionClass, ObjectionWords
from cuebook.dialogue.personas import filled
from cuebook.dialogue.wording import render
from cuebook.practice.items import Choice, Item, Judgement, Material, always, by_choice, mark_of, plain
from cuebook.understanding.approach import Approach, approach
from cuebook.understanding.read import read

_CLAUSE = re.compile(r"[,.;:!?]")

_BEGINS = 3
"""Words that a yes or a no may have that begins a line: 'yes it is'."""

_REASON = 6
"""Words that a reason takes at least, with what is said beside it. By the author of the rule."""

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
        means = cast(Mapping[str, str], material.coach.classes)
        says = material.says("class_is", name=names[right], line=means.get(right, ""))
        for line in words.objections[name].they_say:
            asks = approach(line, material.language).form is not None
            if right == "question" and not asks:
                continue  # 'you ask a lot' is met like a question, and nobody can see that in it
            fair = tuple(each for each in choices if each.name == right or not (asks and each.name == "question"))
            yield Item(
                material.id("match-objection", name, mark_of(line)),
                "match-objection",
                filled(material.coach.drills["match-objection"].asks, {"line": line}),
                fair,
                names[right],
                usual=True,
                judged=by_choice(material, fair, (right,), always(says), means),
            )


def answer_objection(material: Material) -> Iterator[Item]:
    """What a prospect says, to be answered in the rep's own words."""
    asks = material.coach.drills["answer-objection"].asks
    for name, objection in material.script.objections.items():
        if name not in material.script.words.objections:
            continue
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
                _meets(material, words, context, objection.class_),
            )


def _meets(
    material: Material, words: ObjectionWords, context: Context, class_: ObjectionClass
) -> Callable[[str], Judgement]:
    """Right is what acknowledges, explains and asks on, and pushes nowhere; to opt-outs, what asks nothing more.

    The scripted words count as what they are there for, whatever is read in them. To a question of theirs the
    straight answer is the acknowledgement. Of other first words the rep tells whether they take it seriously.
    """
    answers = words.answers
    straight = class_ == "question" and approach(words.they_say[0], material.language).form == "closed"

    def judged(answer: str) -> Judgement:
        if not answer.strip():
            return Judgement(False, (material.says("nothing_said"),))
        line = approach(answer, material.language)
        first, said = _acknowledged(material, line, answers, context, straight=straight)
        checks = [(first is not False, said)]
        if class_ in ("opt-out", "hostile"):
            checks.append((line.form is None, "" if line.form is None else material.says("asks_on")))
        else:
            explains = _explained(line) or _scripted(answer, answers, "explain", context)
            asks = line.form is not None or _scripted(answer, answers, "ask", context)
            checks.append((explains, material.says("explains" if explains else "no_explain")))
            checks.append((asks, material.says("asks" if asks else "no_ask")))
        calm = line.presses is None
        pushes = "" if line.presses is None else line.text[slice(*line.presses)]
        checks.append((calm, material.says("no_pressure" if calm else "pressure", quote=pushes)))
        right = all(held for held, _ in checks)
        unsure = material.says("compare_acknowledge") if right and first is None else ""
        return Judgement(right, tuple(says for _, says in checks if says), unsure)

    return judged


def _explained(line: Approach) -> bool:
    """Whether something is explained: at some length, or with a reason that is more than 'because I have to'."""
    start, end = line.questions[-1] if line.questions else (len(line.text),) * 2
    beside = count_words(line.text[:start]) + count_words(line.text[end:])
    return line.told >= _FEW or (line.reason is not None and (beside >= _REASON or line.asked >= _FEW))


def _acknowledged(
    material: Material, line: Approach, answers: tuple[Answer, ...], context: Context, *, straight: bool
) -> tuple[bool | None, str]:
    """Whether it is taken seriously first, and what is said of that; None where that cannot be told."""
    if straight:
        true = {_stance(material, render(answer.acknowledge, context)) for answer in answers} & {"yes", "no"}
        said = _stance(material, line.text)
        if len(true) == 1 and said in ("yes", "no"):
            held = said in true
            return held, material.says("acknowledges" if held else "untrue", quote=sentences(line.text)[0])
    if line.acknowledges is not None:
        return True, material.says("acknowledges", quote=line.text[slice(*line.acknowledges)])
    for answer in answers:
        own = render(answer.acknowledge, context)
        if plain(own) in plain(line.text):
            return True, material.says("acknowledges", quote=own)
    asked = [span for span in line.questions if line.text[: span[1]].endswith(("?", "؟"))]
    begins = {span[0] for span in (line.reason, *asked) if span is not None}
    if line.told and 0 not in begins:
        return None, ""
    return False, material.says("no_acknowledge")


def _stance(material: Material, said: str) -> str | None:
    """How a line begins: with a yes, a no, or neither; 'ha, no' is neither, and 'I can see why' is no yes."""
    clauses = zip(_CLAUSE.split(said, maxsplit=2), (_BEGINS, 1), strict=False)
    short = [clause for clause, most in clauses if len(clause.split()) <= most]
    found = {read(clause, material.language, today=material.today).stance for clause in short} & {"yes", "no"}
    return found.pop() if len(found) == 1 else None


def _scripted(said: str, answers: tuple[Answer, ...], part: str, context: Context) -> bool:
    """Whether a part of a scripted answer is in what was said."""
    texts = (getattr(answer, part) for answer in answers)
    return any(plain(render(text, context)) in plain(said) for text in texts if text)


def _said(answer: Answer, context: Context) -> str:
    parts = (answer.acknowledge, answer.explain, answer.ask)
    return " ".join(render(part, context) for part in parts if part is not None)
