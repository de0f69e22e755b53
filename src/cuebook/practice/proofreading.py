"""Whether personas can be rehearsed with: all they need is written, and what they say is read as it is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import get_args

from cuebook.dialogue import layout
from cuebook.dialogue.context import Sold
from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.loading import load
from cuebook.dialogue.model import Dialogues, Facet, Objection, Price, Product
from cuebook.dialogue.personas import REACTIONS, Persona, Personas, PersonaWords, TalkWords, filled, load_personas
from cuebook.dialogue.trial import sold_of
from cuebook.practice.casting import facts_about, on_a_day
from cuebook.practice.scorecard import CHECKS
from cuebook.qualification.gather import HEARD, NEXT_STEP, READ, Hearing, gather
from cuebook.qualification.ledger import Ledger
from cuebook.qualification.status import Standing
from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading

FACETS: tuple[Facet, ...] = get_args(Facet)

SPOKEN_ON = date(2026, 11, 23)
"""The day on which the lines are tried: a Monday, far enough from the turn of a year."""

_LAST_WORDS = ("hangs_up", "goodbye", "until_then")
"""What is said last is heard as no answer."""

_ASKED_OF_REACTIONS = ("need", "money", "authority", "timing", "goals")
"""While one of these is asked, a reaction must prove nothing."""

_ANYTHING = Product(product="anything", price=Price(amount=100, currency="EUR", per="month"), horizon_months=12)
"""What is sold where a line is tried that no product should matter to."""

_SETTLED: frozenset[Standing] = frozenset({"confirmed", "negative"})


def proofread(folders: Sequence[Path]) -> tuple[Fault, ...]:
    """Every fault of the personas in `folders`, of which the first wins, in order."""
    near = [layout.near(folder) for folder in folders]
    personas = load_personas(near)
    first: dict[tuple[str, int, int, str], Fault] = {}  # one line may be wrong for many: told of the first
    for fault in _faults(personas, load(near).dialogues):
        first.setdefault((fault.path, fault.line, fault.column, fault.code), fault)
    return tuple(sorted({*personas.faults, *first.values()}))


def _faults(personas: Personas, dialogues: Dialogues) -> Iterator[Fault]:
    for name, persona in personas.personas.items():
        yield from _days(personas, persona)
        for number, raises in enumerate(persona.raises):
            if raises.objection not in dialogues.objections:
                said = (
                    f"There is no objection {raises.objection!r}.{advice(raises.objection, dialogues.objections)}"
                )
                yield personas.fault(("personas", name), ("raises", number, "objection"), "CUE701", said)
        for language in personas.words:
            if language not in dialogues.words:
                continue
            if name not in personas.words[language].personas:
                said = f"{name!r} has no words in {language!r}: nobody can rehearse with them."
                yield personas.fault(("personas", name), ("persona",), "CUE703", said)
            else:
                yield from _Tried(personas, dialogues, language, name).faults()
    for language, talk in personas.words.items():
        if language in dialogues.words:
            yield from _beside(personas, talk, language)
    for language in personas.checks:
        yield from _checks(personas, language)


def _days(personas: Personas, persona: Persona) -> Iterator[Fault]:
    """Their days: bounds the right way round, and something left of their patience on the worst."""
    day = persona.day
    for name, bounds in (
        ("spends", day.spends),
        ("starts_months", day.starts_months),
        ("contract_months", day.contract_months),
    ):
        if bounds is not None and bounds[0] > bounds[1]:
            said = f"{name} goes from {bounds[0]} to {bounds[1]}. Put the smaller one first."
            yield personas.fault(("personas", persona.persona), ("day", name), "CUE709", said)
    if day.patience >= persona.temper.patience:
        said = f"On their worst day no patience is left: {persona.temper.patience} less {day.patience}."
        yield personas.fault(("personas", persona.persona), ("day", "patience"), "CUE709", said)


def _tried_on(persona: Persona, words: PersonaWords) -> Iterator[tuple[Persona, PersonaWords]]:
    """The persona as they may be on the phone: with the least and the most of all, and each who may decide."""
    deciders = (words.decider, *words.other_deciders)
    for number in range(max(2, len(deciders))):
        end = number % 2
        yield (
            on_a_day(persona, 0.0, (end, end, end)),
            replace(words, decider=deciders[number % len(deciders)]),
        )


@dataclass(frozen=True, slots=True)
class _Tried:
    """A persona in a language, tried with all that is sold."""

    personas: Personas
    dialogues: Dialogues
    language: str
    name: str

    def faults(self) -> Iterator[Fault]:
        """All that is wrong with them."""
        persona, talk = self.personas.personas[self.name], self.personas.words[self.language]
        words = self.dialogues.words[self.language]
        for number, raises in enumerate(persona.raises):
            wrong = self._raised(persona, raises.objection)
            if wrong is not None:
                at = ("raises", number, "objection")
                yield self.personas.fault(("personas", self.name), at, *wrong)
        yield from self._manner(talk.personas[self.name])
        for product in self.dialogues.products.values():
            if product.product in words.products:
                yield from self._sold(persona, talk, product, sold_of(words.products[product.product]))

    def _raised(self, persona: Persona, objection: str) -> tuple[str, str] | None:
        """What is wrong with an objection that they raise: its code, and in words."""
        if objection not in self.dialogues.objections:
            return None  # told once, for all languages
        if objection not in self.dialogues.words[self.language].objections:
            return "CUE702", f"The objection {objection!r} has no words in {self.language!r}."
        proves = self.dialogues.objections[objection].proves
        if proves is None or proves.standing != "negative" or persona.stands(proves.facet) == "negative":
            return None
        return (
            "CUE708",
            f"{objection!r} says that there is no {proves.facet}, and it stands {persona.stands(proves.facet)!r}.",
        )

    def _manner(self, spoken: PersonaWords) -> Iterator[Fault]:
        """Their own words: an objection is taken for what it is, and a manner of speaking tells nothing."""
        entry = ("words", self.language, "personas", self.name)
        for objection, phrases in spoken.objects.items():
            for number, text in enumerate(phrases):
                found = [each.id for each in _read(text, self.language, None).objections if each.score >= HEARD]
                if found[:1] != [objection]:
                    taken = repr(found[0]) if found else "none"
                    said = f"{text!r} is meant as the objection {objection!r}, and is taken for {taken}."
                    yield self.personas.fault(entry, ("objects", objection, number), "CUE705", said)
                elif (more := self._beyond(objection, text)) is not None:
                    said = (
                        f"{text!r} tells more than the objection {objection!r} does: {more}. Say it without that."
                    )
                    yield self.personas.fault(entry, ("objects", objection, number), "CUE706", said)
        for part in ("before", "after"):
            for number, text in enumerate(getattr(spoken, part)):
                proved = _proves(text, None, self.language, _ANYTHING, {})
                if proved is None and _read(text, self.language, None).question is not None:
                    proved = "it asks something, and what is asked proves nothing"
                if proved is not None:
                    said = f"The manner of speaking tells something: {proved}. Say it so that it tells nothing."
                    yield self.personas.fault(entry, (part, number), "CUE706", said)

    def _beyond(self, objection: str, text: str) -> str | None:
        """What the words of an objection prove beyond what it says itself; None where they do not."""
        known = self.dialogues.objections[objection].proves
        reading = _read(text, self.language, None)
        ledger = gather(Ledger(), Hearing(reading, None, SPOKEN_ON, 1), _ANYTHING, self.dialogues.objections)
        others = [facet for facet in ledger.holdings if known is None or facet != known.facet]
        return ", ".join(others) or None

    def _sold(self, persona: Persona, talk: TalkWords, product: Product, sold: Sold) -> Iterator[Fault]:
        words = talk.spoken_by(self.name, product.product)
        days = [
            (day, facts_about(day, spoken, product, sold.topic, self.language, SPOKEN_ON))
            for day, spoken in _tried_on(persona, words)
        ]
        for facet in FACETS:
            truth = persona.stands(facet)
            sayings = talk.sayings(product.product, facet, truth, words)
            if sayings is None:
                said = (
                    f"Nothing is written for {facet!r} where it stands {truth!r}, for {product.product}: "
                    "add it to the answers in the words."
                )
                yield self.personas.fault(("personas", self.name), ("persona",), "CUE704", said)
                continue
            told: list[tuple[str, str | int, str]] = [("telling", *each) for each in enumerate(sayings.telling)]
            told += [("traits", *each) for each in sayings.traits.items()]
            for part, which, text in told:
                partly = part == "traits"
                tried = (self._misread(day, product, facet, filled(text, facts), partly) for day, facts in days)
                wrong = next((found for found in tried if found is not None), None)
                if wrong is not None:
                    entry, at = _written(self.language, self.name, talk, words, product.product, facet, truth)
                    said = f"Of {self.name}, asked about {facet}: {text!r} is read otherwise than meant. {wrong}"
                    yield self.personas.fault(entry, (*at, part, which), "CUE705", said)

    def _misread(self, persona: Persona, product: Product, facet: Facet, text: str, partly: bool) -> str | None:
        """What is wrong with an answer as it is heard; None where it tells how they stand, and nothing untrue.

        What tells it `partly` need not settle it.
        """
        catalogue = self.dialogues.objections
        asked = [f"profile.{trait}" for trait in product.profile] if facet == "profile" else [facet]
        for each in asked or [facet]:
            reading = _read(text, self.language, each)
            ledger = gather(Ledger(), Hearing(reading, facet, SPOKEN_ON, 1), product, catalogue)
            wrong = _objects(reading, facet, catalogue)
            wrong = wrong or (None if partly else _as_meant(ledger, persona, product, facet))
            wrong = wrong or _untrue(ledger, persona, facet)
            if wrong is not None:
                return wrong
        return None


def _as_meant(ledger: Ledger, persona: Persona, product: Product, facet: Facet) -> str | None:
    """Whether the answer gives its facet the standing that it has: that which words can prove, else partial."""
    truth: Standing = persona.stands(facet)
    if facet == "profile":
        if not product.profile:
            return None
    elif facet not in READ and truth != "unknown":
        truth = "partial"  # kept as said, for the rep to weigh
    found = ledger.of(facet).standing().standing
    if found != truth:
        return f"It gives {found!r}, and they stand {truth!r}."
    if facet == "authority" and persona.decider and ledger.decider is None:
        return "It names nobody who decides, and somebody else does."
    return None


def _untrue(ledger: Ledger, persona: Persona, facet: Facet) -> str | None:
    """Whether the answer tells something else that is not so."""
    for other, holding in ledger.holdings.items():
        found = holding.standing().standing
        truth = persona.stands(other)
        if other != facet and found in _SETTLED and found != truth:
            return f"It makes {other} {found!r}, and they stand {truth!r}."
    if ledger.contract is not None and persona.contract_months is None:
        return "It tells of a running contract, and they have none."
    if ledger.decider is not None and not persona.decider:
        return "It names somebody else who decides, and there is nobody."
    return None


def _objects(reading: Reading, facet: str, catalogue: Mapping[str, Objection]) -> str | None:
    """Whether the answer is taken for an objection, other than one that says the same."""
    for heard in reading.objections:
        known = catalogue.get(heard.id)
        if known is not None and heard.score >= HEARD and (known.proves is None or known.proves.facet != facet):
            return f"It is taken for the objection {heard.id!r}."
    return None


def _proves(
    text: str, asked: str | None, language: str, product: Product, catalogue: Mapping[str, Objection]
) -> str | None:
    """What a line proves that should prove nothing; None where it does not."""
    reading = _read(text, language, asked)
    ledger = gather(Ledger(), Hearing(reading, asked, SPOKEN_ON, 1), product, catalogue)
    told = [f"{facet} {held.standing().standing}" for facet, held in ledger.holdings.items()]
    told += [f"the objection {heard.id!r}" for heard in reading.objections if heard.score >= HEARD]
    told += ["a contract"] if ledger.contract is not None else []
    return ", ".join(told) or None


def _beside(personas: Personas, talk: TalkWords, language: str) -> Iterator[Fault]:
    """The reactions: all there, and saying nothing about how somebody stands."""
    for reaction in REACTIONS:
        phrases = talk.reactions.get(reaction)
        if phrases is None:
            near = next(iter(talk.personas), None)
            entry = next(entry for entry in personas.places if entry[:2] == ("words", language))
            said = f"There is nothing to say for the reaction {reaction!r}, in {language!r}."
            yield personas.fault(
                entry if near is None else ("words", language, "personas", near), (), "CUE704", said
            )
            continue
        if reaction in _LAST_WORDS or reaction == "bound":
            continue
        asked = (NEXT_STEP,) if reaction in ("agrees", "agrees_to", "puts_off") else (None, *_ASKED_OF_REACTIONS)
        for number, text in enumerate(phrases):
            proved = next(
                (found for each in asked if (found := _proves(text, each, language, _ANYTHING, {}))), None
            )
            if proved is not None:
                said = f"The reaction {text!r} tells something: {proved}. Say it so that it tells nothing."
                yield personas.fault(("words", language, "reactions", reaction), (number,), "CUE706", said)


def _checks(personas: Personas, language: str) -> Iterator[Fault]:
    """The words of the scorecard: for every check, and for no other."""
    worded = personas.checks[language]
    for name in worded:
        if name not in CHECKS:
            said = f"The scorecard has no check {name!r}.{advice(name, CHECKS)}"
            yield personas.fault(("practice", language, name), (), "CUE707", said, key=True)
    for name in CHECKS:
        if name not in worded:
            said = f"The check {name!r} has no words in {language!r}."
            yield personas.fault(("practice", language, next(iter(worded))), (), "CUE707", said, key=True)


def _written(
    language: str, name: str, talk: TalkWords, words: PersonaWords, product: str, facet: Facet, truth: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where an answer is written: the piece, and the place inside it."""
    if facet in words.answers:
        return ("words", language, "personas", name), ("answers", facet)
    told = talk.products.get(product, {}).get(facet, {})
    if truth in told:
        return ("words", language, "products", product), (facet, truth)
    if product in talk.private and truth in talk.at_home.get(facet, {}):
        return ("words", language, "at_home", facet), (truth,)
    return ("words", language, "answers", facet), (truth,)


@lru_cache(maxsize=4_000)  # most answers are the same for many personas and products
def _read(text: str, language: str, asked: str | None) -> Reading:
    return read(text, language, today=SPOKEN_ON, expecting=asked)
