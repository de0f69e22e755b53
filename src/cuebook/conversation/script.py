"""The script of a call: the flow, words, product and catalogue that it is played from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from cuebook.conversation.setup import Depth, Setup
from cuebook.dialogue.completeness import flows_in
from cuebook.dialogue.context import Sold
from cuebook.dialogue.model import Dialogues, Flow, Objection, Product, Question, Topic, Words
from cuebook.dialogue.wording import tidy
from cuebook.errors import UsageError
from cuebook.nearest import nearest
from cuebook.understanding.languages import languages


@dataclass(frozen=True, slots=True)
class Script:
    """What may be said in one call. The same for all its moves, but for the flow when the rep switches."""

    setup: Setup
    flow: Flow
    flows: Mapping[str, Flow]
    objections: Mapping[str, Objection]
    product: Product
    products: Mapping[str, Product]
    words: Words
    sold: Sold

    def topic(self, stage: str) -> Topic:
        """The words of a stage: a criterion's, or those of the opening, a detour, the closing."""
        return self.words.criteria[stage] if stage in self.flow.criteria else self.words.stages[stage]

    def question(self, question: str) -> Question:
        """The question of an id such as `need.today`."""
        stage, _, name = question.partition(".")
        return self.topic(stage).questions[name]

    def questions(self, stage: str) -> tuple[str, ...]:
        """The ids of a stage's questions, the most telling first."""
        return tuple(f"{stage}.{name}" for name in self.topic(stage).questions)

    def limit(self, depth: Depth) -> int:
        """How many questions about criteria the depth allows (Q3)."""
        return self.flow.depths.cold if depth == "cold" else self.flow.depths.discovery

    def follow(self, framework: str) -> Script:
        """The same script under another framework. Raises UsageError where there is none of that name."""
        if framework == self.flow.framework:
            return self
        return replace(self, flow=_pick(self.flows, "framework", framework))


def script_for(setup: Setup, dialogues: Dialogues) -> Script:
    """The script of a call.

    Raises UsageError for a framework, product or language that is not there; a language is there when it is both
    worded and read.
    """
    words = _pick(
        {name: dialogues.words[name] for name in languages() if name in dialogues.words},
        "language",
        setup.language,
    )
    product = _pick(dialogues.products, "product", setup.product)
    sold = _pick(words.products, "product in this language", setup.product)
    flows = flows_in(dialogues, setup.language)
    lacking = [
        name
        for name in (dialogues.flows[setup.framework].criteria if setup.framework in dialogues.flows else ())
        if name not in words.criteria
    ]
    if lacking:
        raise UsageError(
            f"{setup.framework!r} has no words in {setup.language!r} for: {', '.join(lacking)}.",
            f"Write them in words/{setup.language}/criteria.yaml; `cuebook check` shows all.",
        )
    return Script(
        setup=setup,
        flow=_pick(flows, "framework", setup.framework),
        flows=flows,
        objections=dialogues.objections,
        product=product,
        products=dialogues.products,
        words=words,
        sold=Sold(
            name=tidy(sold.name),
            topic=tidy(sold.topic),
            purpose=tidy(sold.purpose),
            price=tidy(sold.price),
            fact=tidy(sold.fact),
            review=tidy(sold.review) if sold.review else None,
        ),
    )


T = TypeVar("T")


def _pick(known: Mapping[str, T], what: str, name: str) -> T:
    if name not in known:
        raise UsageError(f"There is no {what} {name!r}.", nearest(name, known))
    return known[name]
