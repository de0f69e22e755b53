"""Where the parts of the dialogues miss each other: things without words, and words for nothing (3xx, 408)."""

from __future__ import annotations

from collections.abc import Iterator

from cuebook.dialogue.completeness import LABELS, STAGES, unsaid
from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.loading import Loaded
from cuebook.dialogue.model import FIXED_STAGES, Words
from cuebook.dialogue.source import Steps


def dangling(loaded: Loaded) -> Iterator[Fault]:
    """Find, in every language, what has no words, and words that belong to nothing.

    Something that was written but has faults of its own is not missing: those faults are told already.
    """
    for language, words in loaded.words.items():
        yield from _missing(loaded, language, words)
        yield from _unasked(loaded, language, words)
        yield from _needless(loaded, language, words)


def _missing(loaded: Loaded, language: str, words: Words) -> Iterator[Fault]:
    dialogues, places = loaded.dialogues, loaded.places

    def seen(part: str, name: str) -> bool:
        return ("words", language, part, name) in places.seen

    for framework, flow in dialogues.flows.items():
        for criterion in unsaid(flow, words):
            if not seen("criteria", criterion):
                said = f"The criterion {criterion!r} has no words in words/{language}/criteria.yaml."
                at: Steps = ("criteria", criterion)
                yield places.fault(("frameworks", framework), at, "CUE301", said, key=True)
    for objection in dialogues.objections:
        if not seen("objections", objection):
            said = f"The objection {objection!r} has no words in words/{language}/objections.yaml."
            yield places.fault(("objections", objection), (), "CUE305", said, key=True)
    for product in dialogues.products:
        if not seen("products", product):
            said = f"The product {product!r} has no words in words/{language}/products.yaml."
            yield places.fault(("products", product), ("product",), "CUE307", said)


def _unasked(loaded: Loaded, language: str, words: Words) -> Iterator[Fault]:
    """Find traits of buyer profiles that could never be found out in a call."""
    profile = words.stages.get("profile")
    asked = profile.questions if profile else {}
    for name, product in loaded.dialogues.products.items():
        for trait in product.profile:
            if profile is not None and trait not in asked:
                said = f"No question of 'profile' in words/{language}/stages.yaml asks about {trait!r}."
                hint = advice(trait, asked)
                at: Steps = ("profile", trait)
                yield loaded.places.fault(("products", name), at, "CUE313", said + hint, key=True)


def _needless(loaded: Loaded, language: str, words: Words) -> Iterator[Fault]:
    seen = loaded.places.seen
    criteria = [entry[1] for entry in seen if entry[0] == "criteria"]
    objections = [entry[1] for entry in seen if entry[0] == "objections"]
    products = [entry[1] for entry in seen if entry[0] == "products"]
    parts = (
        (("criteria",), words.criteria, criteria, "CUE408", "No framework has the criterion"),
        (("stages",), words.stages, [*STAGES, *FIXED_STAGES], "CUE408", "There is no stage"),
        (("objections",), words.objections, objections, "CUE306", "objections.yaml has no"),
        (("products",), words.products, products, "CUE408", "There is no product"),
        (("labels", "outcomes"), words.labels.outcomes, LABELS["outcomes"], "CUE408", "There is no outcome"),
        (("labels", "standings"), words.labels.standings, LABELS["standings"], "CUE408", "There is no standing"),
    )
    for part, written, used, code, what in parts:
        for name in written:
            if name not in used:
                said = f"{what} {name!r}.{advice(name, sorted(set(used)))}"
                yield loaded.places.fault(("words", language, *part, name), (), code, said, key=True)
