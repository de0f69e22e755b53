"""Personas, as they are written: who can be rehearsed with, and the words in which they answer.

They are loaded apart from all other dialogues, for a live call needs none of them. As there, the first folder
wins: for a persona the whole file, for the words entry by entry; what has faults is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal, cast, get_args

from cuebook.dialogue import layout
from cuebook.dialogue.bounds import length, number
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import Facet, Name, Text
from cuebook.dialogue.opening import laid, misnamed, sound
from cuebook.dialogue.slots import SLOT, unfilled
from cuebook.dialogue.source import Source, Steps

_STRICT = {"extra": "forbid", "alias_generator": lambda name: name.rstrip("_")}

Truth = Literal["confirmed", "partial", "negative", "unknown"]
"""How a facet really stands with somebody; `unknown`: they do not know it themselves."""

Part = Literal["decides", "influences", "saboteur", "user", "gatekeeper"]
"""The part somebody plays in the decision (Q9, Q10)."""

Provoked = Literal[
    "greeting", "no_reason", "closed", "repeat", "pitch", "pressure", "tired", "interrupted", "closing",
    "need", "money", "authority", "timing", "interest", "competition",
]  # fmt: skip
"""What brings an objection up: a moment of the call, a manner of the rep, or a question about a facet.

`interrupted`: something comes in between, and they have to go; another day would suit them.
"""

Settles = Literal["acknowledge", "explain", "ask"]
"""What must be in the rep's reply before an objection rests."""

Reaction = Literal[
    "go_on", "listening", "small_talk", "confirms", "again", "agrees", "agrees_to", "puts_off", "still", "lost",
    "bound", "hangs_up", "goodbye", "until_then",
]  # fmt: skip
"""What somebody says who answers no question about a facet: leave to go on, 'mm', how they are, that they were
understood, 'you asked that', yes (with a day of theirs, or to the rep's) or no to a next step, not convinced, not
understood, when a contract ends, enough of it, goodbye, goodbye until the day that was agreed."""

REACTIONS: tuple[Reaction, ...] = get_args(Reaction)

Asked = Literal["age", "work", "children", "people"]
"""The traits of a buyer profile that somebody tells one at a time: how many people there are, and so on."""

NAMES = ("decider", "sum", "start", "ends", "topic", "company", "me", "day")
"""What the words of a persona may ask for as `{{ name }}`: who decides, what they could spend, when they would
start, when their contract ends, what the product is about, their company, their own name, the day that is proposed
to them."""

_PARTS = ("personas", "answers", "at_home", "products", "reactions", "reps")


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
    """An objection that somebody has: of the catalogue, when it comes up, and what a reply to it must hold.

    `chance`: in how many calls it does, of 1; 1 is in all of them. Below that it comes up more often while they
    do not trust the rep, and less often once they do.
    """

    __pydantic_config__ = _STRICT
    objection: Name
    when: Provoked
    settled_by: tuple[Settles, ...] = ("acknowledge", "explain", "ask")
    chance: Annotated[float, number(above=0, most=1)] = 1.0


_Months = Annotated[int, number(least=0, most=120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """How one day of somebody's differs from another: no two calls find them quite the same.

    On their best day they have so much more `patience` and `trust` than their temper says, on their worst so much
    less. The others are bounds, [least, most]: what they could spend (in prices of the product), and how many
    months off a start, or the end of their contract, is. How a facet stands never differs.
    """

    __pydantic_config__ = _STRICT
    patience: Annotated[int, number(least=0, most=40)] = 0
    trust: Annotated[int, number(least=0, most=10)] = 0
    spends: tuple[Annotated[float, number(above=0)], Annotated[float, number(above=0)]] | None = None
    starts_months: tuple[_Months, _Months] | None = None
    contract_months: tuple[_Months, _Months] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A simulated prospect: hidden facts, temperament, objections. The words are in words/<lang>/personas.yaml.

    `truth` says how each facet really stands; `others` those that it does not name. `decider`: there is somebody
    else who decides. `contract_months`: so long a contract still binds them. `starts_months`: how far off a start
    is; null where they name no date. `spends`: what they could spend, in prices of the product. `fits`: they are
    within the buyer profile. `day`: how far all that differs from one call to another.
    """

    __pydantic_config__ = _STRICT
    persona: Name
    part: Part
    truth: Mapping[Facet, Truth]
    others: Truth = "partial"
    fits: bool = True
    decider: bool = False
    contract_months: Annotated[int, number(least=1, most=120)] | None = None
    starts_months: Annotated[int, number(least=0, most=60)] | None = 2
    spends: Annotated[float, number(above=0)] | None = None
    temper: Temper
    day: Day = Day()
    raises: tuple[Raises, ...] = ()

    def stands(self, facet: str) -> Truth:
        """How a facet really stands; whether they fit the buyer profile says `fits`."""
        if facet == "profile":
            return "confirmed" if self.fits else "negative"
        return cast(Mapping[str, Truth], self.truth).get(facet, self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Answers about a facet: telling ones, to an open question, and short ones, to all others.

    `traits` are those to a question about one trait of the buyer profile: how old they are, and no more.
    """

    __pydantic_config__ = _STRICT
    telling: Annotated[tuple[Text, ...], length(1)]
    short: Annotated[tuple[Text, ...], length(1)]
    traits: Mapping[Asked, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHome:
    """Who a persona is where the product is sold to people, not to companies."""

    __pydantic_config__ = _STRICT
    about: Text
    decider: Annotated[str, length(1, 80)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaWords:
    """A persona in words: who they are, what a rep knows of them beforehand, and their manner of speaking.

    `role` and `company` are left out for who has none. `before` and `after` are said around an answer now and
    then; `decider` is who decides, where it is not they, `other_deciders` who may do so instead. `answers` are
    their own about a facet, however it stands; they come before all others. `objects`: their own words for an
    objection, in place of those of the catalogue.
    `at_home`: who they are instead where the product is sold to people.
    """

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 60)]
    role: Annotated[str, length(1, 60)] | None = None
    company: Annotated[str, length(1, 60)] | None = None
    about: Text
    at_home: AtHome | None = None
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    decider: Annotated[str, length(1, 80)] | None = None
    other_deciders: tuple[Annotated[str, length(1, 80)], ...] = ()
    answers: Mapping[Facet, Sayings] = field(default_factory=dict)
    objects: Mapping[Name, Annotated[tuple[Text, ...], length(1)]] = field(default_factory=dict)

    def sold_to_people(self) -> PersonaWords:
        """The same person at home: no company, no role."""
        home = self.at_home
        about, decider = (home.about, home.decider or self.decider) if home else (self.about, self.decider)
        return replace(self, role=None, company=None, about=about, decider=decider, other_deciders=())


Answers = Mapping[Facet, Mapping[Truth, Sayings]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkWords:
    """The file words/<lang>/personas.yaml: the personas, what all of them say, and what scripted reps say to them.

    `products` are answers that depend on what is sold; they come before `at_home`, which holds for the `private`
    products (those sold to people), and that before `answers`. `reps` are lines by the rep's manner and then by
    facet, or by what they are for.
    """

    __pydantic_config__ = _STRICT
    personas: Mapping[Name, PersonaWords] = field(default_factory=dict)
    private: tuple[Name, ...] = ()
    answers: Answers = field(default_factory=dict)
    at_home: Answers = field(default_factory=dict)
    products: Mapping[Name, Answers] = field(default_factory=dict)
    reactions: Mapping[Reaction, Annotated[tuple[Text, ...], length(1)]] = field(default_factory=dict)
    reps: Mapping[Name, Mapping[Name, Annotated[tuple[Text, ...], length(1)]]] = field(default_factory=dict)

    def spoken_by(self, name: str, product: str) -> PersonaWords:
        """The words of a persona who is called about a product."""
        words = self.personas[name]
        return words.sold_to_people() if product in self.private else words

    def sayings(
        self, product: str, facet: str, truth: Truth, speaker: PersonaWords | None = None
    ) -> Sayings | None:
        """What is said about a facet that stands so; None where nothing is written."""
        own = cast(Mapping[str, Sayings], speaker.answers).get(facet) if speaker is not None else None
        if own is not None:
            return own
        at_home = self.at_home if product in self.private else {}
        for answers in (self.products.get(product, {}), at_home, self.answers):
            found = cast(Mapping[str, Mapping[Truth, Sayings]], answers).get(facet, {}).get(truth)
            if found is not None:
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """A check of the scorecard in words: its name, what it means if it holds and if it fails, and what to try."""

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 40)]
    holds: Text
    fails: Text
    try_this: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeWords:
    """The file words/<lang>/practice.yaml: what is said of a rehearsal once it is over."""

    __pydantic_config__ = _STRICT
    checks: Mapping[Name, CheckWords] = field(default_factory=dict)


Entry = tuple[str, ...]
"""What is laid over as one piece: ('personas', 'hurried'), ('words', 'en', 'answers', 'money'), ..."""


@dataclass(frozen=True, slots=True)
class Personas:
    """All that is there to rehearse with: the personas, and by language their words and those of the scorecard.

    `places` tells where each piece that is in force was written.
    """

    personas: Mapping[str, Persona]
    words: Mapping[str, TalkWords]
    faults: tuple[Fault, ...]
    checks: Mapping[str, Mapping[str, CheckWords]] = field(default_factory=dict)
    places: Mapping[Entry, tuple[Source, Steps]] = field(default_factory=dict, repr=False)

    def worded(self, language: str) -> tuple[str, ...]:
        """The personas that can speak a language, by name."""
        words = self.words.get(language)
        return tuple(sorted(name for name in self.personas if words is not None and name in words.personas))

    def fault(self, entry: Entry, steps: Steps, code: str, message: str, *, key: bool = False) -> Fault:
        """Make a fault of the value (or its key) at `steps` inside a piece that is in force."""
        source, at = self.places[entry]
        return source.fault((*at, *steps), code, message, key=key)


def load_personas(folders: Sequence[Path]) -> Personas:
    """Read the personas of the folders, of which the first wins. Never raises for what is in them."""
    table = _Table()
    for file, source in laid(folders, layout.personas, table.faults):
        table.lay(file, source)
    return table.result()


@dataclass(slots=True)
class _Table:
    """What has been laid down so far, the lowest folder first."""

    personas: dict[str, Persona] = field(default_factory=dict)
    words: dict[str, dict[str, Any]] = field(default_factory=dict)
    checks: dict[str, dict[str, CheckWords]] = field(default_factory=dict)
    places: dict[Entry, tuple[Source, Steps]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def lay(self, file: layout.File, source: Source) -> None:
        """Put what a file holds over what was there, if it is sound."""
        match file.kind:
            case "persona":
                self._persona(file, source)
            case "words-practice":
                self._practice(file, source)
            case _:
                self._words(file, source)

    def result(self) -> Personas:
        """All of it together."""
        talk = {language: TalkWords(**dict[str, Any](parts)) for language, parts in self.words.items()}
        return Personas(self.personas, talk, tuple(sorted(set(self.faults))), self.checks, self.places)

    def _persona(self, file: layout.File, source: Source) -> None:
        persona = sound(Persona, source, self.faults, misnamed(source, "persona", file))
        if persona is not None:
            self.personas[file.name] = persona
            self.places["personas", file.name] = source, ()

    def _words(self, file: layout.File, source: Source) -> None:
        value = sound(TalkWords, source, self.faults, unfilled(source, source.value, NAMES, "persona"))
        if value is None:
            return
        language = file.language or ""
        spoken = self.words.setdefault(language, {})
        if value.private:
            spoken["private"] = value.private
        for part in _PARTS:
            spoken.setdefault(part, {}).update(getattr(value, part))
            for name in getattr(value, part):
                self.places["words", language, part, name] = source, (part, name)

    def _practice(self, file: layout.File, source: Source) -> None:
        value = sound(PracticeWords, source, self.faults)
        if value is None:
            return
        language = file.language or ""
        self.checks.setdefault(language, {}).update(value.checks)
        for name in value.checks:
            self.places["practice", language, name] = source, ("checks", name)


def filled(text: str, known: Mapping[str, str]) -> str:
    """A persona's words with what is known of them; a name that is not known is left out.

    What begins a sentence begins with a capital: 'My boss, Lisa Brandt, decides that.'
    """

    def put(slot: re.Match[str]) -> str:
        value, before = known.get(slot[1], ""), text[: slot.start()].rstrip()
        return value[:1].upper() + value[1:] if not before or before[-1] in ".!?" else value

    return " ".join(SLOT.sub(put, text).split())
