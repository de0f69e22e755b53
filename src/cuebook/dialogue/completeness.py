"""What a language must have before a call is held in it, and what of it is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from cuebook.dialogue.model import DETOURS, Dialogues, Disposition, Flow, Level, ObjectionClass, Words

STAGES = ("opening", *DETOURS, "closing")
"""The stages that every call can come to, and that say something."""

LABELS: Mapping[str, tuple[str, ...]] = {
    "outcomes": (*get_args(Disposition), "do_not_call"),
    "standings": ("unknown", "partial", "confirmed", "negative", "declined", "not_applicable"),
    "levels": get_args(Level),
    "classes": get_args(ObjectionClass),
}
"""What the screens and reports name, by the group of labels.yaml."""


def missing_stages(words: Words) -> tuple[str, ...]:
    """Tell the stages that have no words."""
    return tuple(stage for stage in STAGES if stage not in words.stages)


def missing_labels(words: Words) -> Iterator[tuple[str, str]]:
    """Tell the labels that are missing, as (group, name)."""
    for group, names in LABELS.items():
        given = getattr(words.labels, group)
        yield from ((group, name) for name in names if name not in given)


def complete(words: Words) -> bool:
    """Tell whether the stages and labels are all there. Criteria, objections, products may be fewer than all."""
    return not missing_stages(words) and not any(missing_labels(words))


def unsaid(flow: Flow, words: Words) -> tuple[str, ...]:
    """Tell the criteria of the flow that have no words in this language. With any, no call can follow it."""
    return tuple(criterion for criterion in flow.criteria if criterion not in words.criteria)


def flows_in(dialogues: Dialogues, language: str) -> dict[str, Flow]:
    """Give the frameworks that a call in this language can follow; none for a language that is not there."""
    words = dialogues.words.get(language)
    if words is None:
        return {}
    return {name: flow for name, flow in dialogues.flows.items() if not unsaid(flow, words)}
