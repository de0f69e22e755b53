"""Draft questions about what the best customers have in common (Q7), for an author to finish.

Numbers can tell what to ask about and never how: each draft has a gap, which `cuebook check` tells until it is
filled (CUE410).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cuebook.dialogue.model import Topic, is_name
from cuebook.leads.mining import Trait
from cuebook.leads.telling import counted, named

MOST_QUESTIONS = 12
"""Questions that a criterion may have (see Topic)."""

_OPEN: Mapping[str, str] = {
    "en": "How do you […] today?",
    "nb": "Hvordan […] dere i dag?",
    "sv": "Hur […] ni idag?",
    "pl": "Jak dziś Państwo […]?",
    "bg": "Как днес […]?",
    "fa": "امروز چگونه […]؟",
}
"""An open question (Q5) with a gap in it, in each language."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The text of a words file, with how many drafts are in it, and the columns for which there was no room."""

    text: str
    count: int
    no_room: tuple[str, ...]


def languages() -> tuple[str, ...]:
    """The languages in which a question can be begun."""
    return tuple(_OPEN)


def drafts(criterion: str, topic: Topic, traits: Sequence[Trait], language: str) -> Drafts:
    """A file for words/<language>/criteria.yaml: `topic` as it is, and after its questions one draft a column.

    Words are laid over entry by entry, so that a file with the drafts alone would take the other questions away.
    """
    by_column: dict[str, list[Trait]] = {}
    for trait in traits:
        by_column.setdefault(trait.column, []).append(trait)
    room = max(0, MOST_QUESTIONS - len(topic.questions))
    kept = list(by_column.items())[:room]
    lines = ["# yaml-language-server: $schema=../../words-criteria.schema.json", *_as_it_is(criterion, topic)]
    names = set(topic.questions)
    for column, about in kept:
        name = _name(column, names)
        names.add(name)
        lines += ["    # Draft: say it so that people like to answer, or delete it."]
        lines += [f"    # {line}" for trait in about for line in (named(trait), f"  {counted(trait)}")]
        lines += [f"    {name}:", f"      say: {_quoted(_OPEN[language])}"]
    return Drafts("\n".join(lines) + "\n", len(kept), tuple(list(by_column)[room:]))


def _as_it_is(criterion: str, topic: Topic) -> Iterator[str]:
    yield f"{criterion}:"
    for key in ("name", "why", "listen_for"):
        yield f"  {key}: {_quoted(getattr(topic, key))}"
    yield "  questions:"
    for name, question in topic.questions.items():
        yield f"    {name}:"
        yield f"      say: {_quoted(question.say)}"
        if question.probes:
            yield "      probes:"
            yield from (f"        - {_quoted(probe)}" for probe in question.probes)


def _quoted(text: str) -> str:
    """Text as YAML in double quotes, which JSON's are."""
    return json.dumps(text, ensure_ascii=False)


def _name(column: str, taken: Iterable[str]) -> str:
    """A name for the question: the column's, as far as it has plain letters, and one that is free."""
    plain = unicodedata.normalize("NFKD", column).casefold()
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split()
    name = "_".join(["best", *words])[:36].rstrip("_")
    if not is_name(name):
        name = "best"
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free
