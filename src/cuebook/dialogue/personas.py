"""Personas, as they are written: who can be rehearsed with, and the words in which they answer.

They are loaded apart from all other dialogues, for a live call needs none of them. As there, the first folder
wins: for a persona the whole file, for the words entry by entry; what has faults is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, cast, get_args

from cuebook.dialogue import layout
from cuebook.dialogue.bounds import length, number
from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.model import Facet, Name, Text
from cuebook.dialogue.shapes import shaped
from cuebook.dialogue.source import Source, read

_STRICT = {"extra": "forbid", "alias_generator": lambda name: name.rstrip("_")}

Truth = Literal["confirmed", "partial", "negative", "unknown"]
"""How a facet really stands with somebody; `unknown`: they do not know it themselves."""

Part = Literal["decides", "influences", "saboteur", "user", "gatekeeper"]
"""The part somebody plays in the decision (Q9, Q10)."""

Provoked = Literal[
    "greeting", "no_reason", "closed", "repeat", "pitch", "pressure", "tired", "closing",
    "need", "money", "authority", "timing", "competition",
]  # fmt: skip
"""What brings an objection up: a moment of the call, a manner of the rep, or a question about a facet."""

Settles = Literal["acknowledge", "explain", "ask"]
"""What must be in the rep's reply before an objection rests."""

Reaction = Literal[
    "go_on", "listening", "again", "agrees", "puts_off", "still", "lost", "bound", "hangs_up", "goodbye"
]
"""What somebody says who answers no question about a facet: leave to go on, 'mm', 'you asked that', yes or no to a
next step, not convinced, not understood, when a contract ends, enough of it, goodbye."""

REACTIONS: tuple[Reaction, ...] = get_args(Reaction)

NAMES = ("decider", "sum", "start", "ends", "topic", "company", "me")
"""What the words of a persona may ask for as `{{ name }}`: who decides, what they could spend, when they would
start, when their contract ends, what the product is about, their company and their own name."""

_PARTS = ("personas", "answers", "products", "reactions", "reps")
SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Temper:
    """What somebody is like, from 0 to 10: how much they put up with, how much they tell, how far they trust.

    `patience` is spent line by line; who has none left hangs up.
    """

    __pydantic_config__ = _STRICT
    patience: Annotated[int, number(least=1, most=40)]
    openness: Annotated[int, number(least=0, most=10)]
    trust: Annotated[int, number(least=0, most=10)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raises:
    """An objection that somebody has: of the catalogue, when it comes up, and what a reply to it must hold."""

    __pydantic_config__ = _STRICT
    objection: Name
    when: Provoked
    settled_by: tuple[Settles, ...] = ("acknowledge", "explain", "ask")


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A simulated prospect: hidden facts, temperament, objections. The words are in words/<lang>/personas.yaml.

    `truth` says how each facet really stands; `others` those that it does not name. `decider`: there is somebody
    else who decides. `contract_months`: so long a contract still binds them. `starts_months`: how far off a start
    is. `fits`: they are within the buyer profile.
    """

    __pydantic_config__ = _STRICT
    persona: Name
    part: Part
    truth: Mapping[Facet, Truth]
    others: Truth = "partial"
    fits: bool = True
    decider: bool = False
    contract_months: Annotated[int, number(least=1, most=120)] | None = None
    starts_months: Annotated[int, number(least=0, most=60)] = 2
    temper: Temper
    raises: tuple[Raises, ...] = ()

    def stands(self, facet: str) -> Truth:
        """How a facet really stands."""
        return cast(Mapping[str, Truth], self.truth).get(facet, self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaWords:
    """A persona in words: who they are, what a rep knows of them beforehand, and their manner of speaking.

    `before` and `after` are said around an answer now and then; `decider` is who decides, where it is not they.
    """

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 60)]
    role: Annotated[str, length(1, 60)]
    company: Annotated[str, length(1, 60)]
    about: Text
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    decider: Annotated[str, length(1, 80)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Answers about a facet: telling ones, to an open question, and short ones, to all others."""

    __pydantic_config__ = _STRICT
    telling: Annotated[tuple[Text, ...], length(1)]
    short: Annotated[tuple[Text, ...], length(1)]


Answers = Mapping[Facet, Mapping[Truth, Sayings]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkWords:
    """The file words/<lang>/personas.yaml: the personas, what all of them say, and what scripted reps say to them.

    `products` are answers that depend on what is sold; they come before `answers`. `reps` are lines by the rep's
    manner and then by facet, or by what they are for.
    """

    __pydantic_config__ = _STRICT
    personas: Mapping[Name, PersonaWords] = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)
    products: Mapping[Name, Answers] = field(default_factory=dict)
    reactions: Mapping[Reaction, Annotated[tuple[Text, ...], length(1)]] = field(default_factory=dict)
    reps: Mapping[Name, Mapping[Name, Annotated[tuple[Text, ...], length(1)]]] = field(default_factory=dict)

    def sayings(self, product: str, facet: str, truth: Truth) -> Sayings | None:
        """What is said about a facet that stands so; None where nothing is written."""
        for answers in (self.products.get(product, {}), self.answers):
            found = cast(Mapping[str, Mapping[Truth, Sayings]], answers).get(facet, {}).get(truth)
            if found is not None:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Personas:
    """All that is there to rehearse with: the personas, and their words by language."""

    personas: Mapping[str, Persona]
    words: Mapping[str, TalkWords]
    faults: tuple[Fault, ...]

    def worded(self, language: str) -> tuple[str, ...]:
        """The personas that can speak a language, by name."""
        words = self.words.get(language)
        return tuple(sorted(name for name in self.personas if words is not None and name in words.personas))


def load_personas(folders: Sequence[Path]) -> Personas:
    """Read the personas of the folders, of which the first wins. Never raises for what is in them."""
    personas: dict[str, Persona] = {}
    words: dict[str, dict[str, dict[str, Any]]] = {}
    faults: list[Fault] = []
    for folder in reversed(folders):
        try:
            found = layout.personas(folder)
        except OSError:
            continue  # the check of the dialogues tells it
        for file in found:
            source = read(file.path)
            faults += source.faults
            if source.value is None or source.faults:
                continue
            if file.language is None:
                value, wrong = shaped(Persona, source, source.value)
                wrong += tuple(_misnamed(source, file.name))
                if value is not None and not wrong:
                    personas[file.name] = value
            else:
                value, wrong = shaped(TalkWords, source, source.value)
                wrong += tuple(_slots(source, source.value, ()))
                if value is not None and not wrong:
                    spoken = words.setdefault(file.language, {})
                    for part in _PARTS:
                        spoken.setdefault(part, {}).update(getattr(value, part))
            faults += wrong
    talk = {language: TalkWords(**dict[str, Any](parts)) for language, parts in words.items()}
    return Personas(personas, talk, tuple(sorted(set(faults))))


def _misnamed(source: Source, name: str) -> Iterator[Fault]:
    called = source.value.get("persona") if isinstance(source.value, dict) else None
    if isinstance(called, str) and called != name:
        said = f"This is {called!r} in a file called {name}.yaml. Call both the same."
        yield source.fault(("persona",), "CUE207", said)


def _slots(source: Source, value: Any, at: tuple[str | int, ...]) -> Iterator[Fault]:
    """Find the names that the words ask for and nobody knows."""
    if isinstance(value, str):
        for slot in SLOT.findall(value):
            if slot not in NAMES:
                said = f"A persona knows no {slot!r}.{advice(slot, NAMES)}"
                yield source.fault(at, "CUE405", said)
        if "{" in SLOT.sub("", value):
            yield source.fault(at, "CUE404", "The words of a persona take names alone: {{ decider }}.")
        return
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        yield from _slots(source, each, (*at, step))


def filled(text: str, known: Mapping[str, str]) -> str:
    """A persona's words with what is known of them; a name that is not known is left out."""
    return " ".join(SLOT.sub(lambda slot: known.get(slot[1], ""), text).split())
