"""Drills of asking: a closed question is to be made open, and an own one written. The coach judges both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cuebook.dialogue.context import Context
from cuebook.dialogue.personas import filled
from cuebook.dialogue.wording import render
from cuebook.practice.coach import Coached, coach, facet_name, told
from cuebook.practice.items import Item, Judgement, Material, mark_of, plain
from cuebook.understanding.approach import facets_read


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
    """Closed questions about a facet: those of the scripted reps, else made from its name."""
    return material.talk.reps.get("closed", {}).get(facet) or material.coach.closed


def _asks_openly(material: Material, facet: str, product: str) -> Callable[[str], Judgement]:
    """Right is an open question about the facet, with no mistake in it.

    What the dialogues themselves ask about the facet is about it, whatever the coach reads in it; of a facet that
    nobody taught the coach, only the form is judged.
    """

    def judged(answer: str) -> Judgement:
        if not answer.strip():
            return Judgement(False, (material.says("nothing_said"),))
        found = coach(answer, material.language, material.best[product])
        about = _is_about(material, facet, product, found)
        reasons = [
            line for line in told(found, material.coach) if found.better is None or found.better not in line
        ]
        if not about:
            reasons.append(material.says("other_facet", facet=facet_name(facet, material.coach)))
        return Judgement(found.good and about, tuple(reasons))

    return judged


def _is_about(material: Material, facet: str, product: str, found: Coached) -> bool:
    if facet in found.about or facet not in facets_read(material.language):
        return True
    script = material.scripts[product]
    context = Context(product=script.sold)
    asked = plain(found.text)
    return any(
        asked == plain(render(question.say, context))
        for flow in script.flows.values()
        for name, criterion in flow.criteria.items()
        if criterion.facet == facet
        for question in script.words.criteria[name].questions.values()
    )
