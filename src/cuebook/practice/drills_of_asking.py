"""Drills of asking: a closed question is to be made open, and an own one written. The coach judges both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from cuebook.dialogue.context import Context
from cuebook.dialogue.personas import filled
from cuebook.dialogue.wording import render
from cuebook.practice.coach import Coached, Finding, coach, facet_name, near, remark
from cuebook.practice.items import Item, Judgement, Material, mark_of, plain


def make_it_open(material: Material) -> Iterator[Item]:
    """A closed question about a facet is to be asked openly, and about the same."""
    flow = material.script.flow
    for facet, (criterion, framework) in _facets(material).items():
        for product, script in material.scripts.items():
            known = {
                "topic": script.sold.topic,
                "facet": facet_name(facet, material.coach),
                "criterion": script.words.criteria[criterion].name,
            }
            for line in _closed(material, facet):
                if product != material.script.product.product and "topic" not in line:
                    continue  # the same words for every product: once is enough
                question = filled(line, known)
                if coach(question, material.language).form != "closed":
                    continue
                model = material.best[product][facet]
                yield Item(
                    material.id("make-it-open", facet, product, mark_of(line)),
                    "make-it-open",
                    filled(material.coach.drills["make-it-open"].asks, {"question": question}),
                    (),
                    model,
                    framework == flow.framework and product == material.script.product.product,
                    _asks_openly(material, facet, product),
                )


def ask_for_it(material: Material) -> Iterator[Item]:
    """An own question about a criterion, for a product."""
    asks = material.coach.drills["ask-for-it"].asks
    for name, (facet, usual) in _criteria(material).items():
        for product, script in material.scripts.items():
            topic = script.words.criteria[name]
            first = next(iter(topic.questions.values()))
            known = {
                "topic": script.sold.topic,
                "product": script.sold.name,
                "criterion": topic.name,
                "facet": facet_name(facet, material.coach),
            }
            yield Item(
                material.id("ask-for-it", name, product),
                "ask-for-it",
                filled(asks, known),
                (),
                render(first.say, Context(product=script.sold)),
                usual and product == material.script.product.product,
                _asks_openly(material, facet, product),
            )


def _facets(material: Material) -> Mapping[str, tuple[str, str]]:
    """Every facet that is asked about, with the criterion and the framework that do; the usual one's first."""
    found: dict[str, tuple[str, str]] = {}
    for flow in (material.script.flow, *material.script.flows.values()):
        for name, criterion in flow.criteria.items():
            found.setdefault(criterion.facet, (name, flow.framework))
    return found


def _criteria(material: Material) -> Mapping[str, tuple[str, bool]]:
    """Every criterion that is worded, with its facet, and whether the usual framework has it."""
    found: dict[str, tuple[str, bool]] = {}
    for flow in (material.script.flow, *material.script.flows.values()):
        for name, criterion in flow.criteria.items():
            found.setdefault(name, (criterion.facet, flow is material.script.flow))
    return found


def _closed(material: Material, facet: str) -> tuple[str, ...]:
    """Closed questions about a facet: those of the scripted reps, and the coach's own."""
    asked = cast(Mapping[str, tuple[str, ...]], material.coach.closed).get(facet, ())
    return (*material.talk.reps.get("closed", {}).get(facet, ()), *asked)


def _asks_openly(material: Material, facet: str, product: str) -> Callable[[str], Judgement]:
    """Right is an open question about the facet, with no mistake in it.

    What it is about is told where that can be read. Where nothing or something near is read, the rep compares it
    with the model: to call a good question wrong teaches more harm than to ask.
    """

    def judged(answer: str) -> Judgement:
        if not answer.strip():
            return Judgement(False, (material.says("nothing_said"),))
        found = coach(answer, material.language)
        about = _is_about(material, facet, product, found)
        reasons = [
            remark(finding, found, material.coach)
            for finding in found.findings
            if finding.name not in ("about", "unclear")
        ]
        name = facet_name(facet, material.coach)
        if about:
            reasons.insert(1, _about(facet, found, material))
        elif about is False:
            reasons[1:1] = (_about(found.about[0], found, material), material.says("other_facet", facet=name))
        elif found.form is not None and not found.good:
            reasons.append(material.says("other_facet", facet=name))
        unsure = material.says("compare_facet", facet=name) if found.good and about is None else ""
        return Judgement(found.good and about is not False, tuple(reasons), unsure)

    return judged


def _about(facet: str, found: Coached, material: Material) -> str:
    """What the coach says of a question about a facet."""
    return remark(Finding("about", facet=facet), found, material.coach)


def _is_about(material: Material, facet: str, product: str, found: Coached) -> bool | None:
    """Whether a question is about a facet; None where that cannot be told from its words."""
    if facet in found.about or _asked_in_the_dialogues(material, facet, product, found.text):
        return True
    return None if not found.about or any(near(facet, other) for other in found.about) else False


def _asked_in_the_dialogues(material: Material, facet: str, product: str, text: str) -> bool:
    script = material.scripts[product]
    context = Context(product=script.sold)
    asked = plain(text)
    return any(
        asked == plain(render(question.say, context))
        for flow in script.flows.values()
        for name, criterion in flow.criteria.items()
        if criterion.facet == facet
        for question in script.words.criteria[name].questions.values()
    )
