"""The dialogue language: what each YAML file may hold, as frozen dataclasses.

The classes are plain dataclasses so that a call starts without importing pydantic: a dialogue that has not
changed comes from the shelf (`shelf.py`). When a file is read anew, pydantic validates it against these very
classes, and the JSON schemas that editors use are generated from them: one description, three uses.
A field whose name is a Python keyword carries a trailing underscore here and none in YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from cuebook.dialogue.bounds import length, number, such

NAME_PATTERN = "[a-z][a-z0-9_-]{0,39}"
_NAME = re.compile(NAME_PATTERN)


def is_name(text: str) -> bool:
    """Tell whether `text` may name a criterion, a stage, an objection, a product or a question."""
    return _NAME.fullmatch(text) is not None


Name = Annotated[str, such(is_name)]
"""A name that other files may point at."""

Text = Annotated[str, length(1, 1200)]
"""Words for a person to say or read; may be a jinja2 template (see wording.py)."""

Level = Literal["organisation", "opportunity", "stakeholder"]
"""The three levels that lie across every framework (Q19)."""

LEVELS: tuple[Level, ...] = ("organisation", "opportunity", "stakeholder")

Facet = Literal[
    "need",
    "money",
    "authority",
    "timing",
    "interest",
    "competition",
    "goals",
    "plans",
    "consequences",
    "implications",
    "metrics",
    "decision_criteria",
    "decision_process",
    "paper_process",
    "champion",
    "situation",
    "impact",
    "critical_event",
    "profile",
    "use",
]
"""What a criterion is evidence of. Evidence is filed under a facet once, whatever the framework."""

ObjectionClass = Literal[
    "question", "reflex", "brush-off", "true", "condition", "information", "opt-out", "hostile"
]
"""Blount's classes, with condition, opt-out and hostile added: the right reply depends on the class."""

Disposition = Literal[
    "qualified",
    "nurture",
    "callback",
    "rerouted",
    "lost",
    "disqualified",
    "incomplete",
    "set_aside",
    "hung_up",
    "no_answer",
    "voicemail",
    "wrong_number",
]
"""How the rep closed the call: at most 15. Do-not-call is a move of its own, never a disposition."""

Guard = Literal[
    "profile_unknown", "not_the_decider", "running_contract", "uses_a_supplier", "offers_review", "locked_in"
]
"""The conditions that a flow may name; conversation/guards.py says what each means."""

Detour = Literal["profile", "reroute", "contract", "review"]
DETOURS: tuple[Detour, ...] = ("profile", "reroute", "contract", "review")
FIXED_STAGES = ("opening", "closing", "closed", "do_not_call")
"""Stages that every flow has, beside one for each criterion and the detours."""

_STRICT = {"extra": "forbid", "alias_generator": lambda name: name.rstrip("_")}


# ── frameworks/<name>.yaml ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One letter of a framework: the facet that proves it and the level it belongs to."""

    __pydantic_config__ = _STRICT
    facet: Facet
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A weighted sum: what each standing is worth, and from which sum on the lead qualifies (MEDDPICC: 0/1/2).

    `addressed`: each criterion must have been spoken of, well or badly, before the sum counts (GPCTBA/C&I).
    `bands` name the sums from which on a deal is strong, worth work, ...; they are shown and decide nothing.
    """

    __pydantic_config__ = _STRICT
    at_least: Annotated[int, number(least=1)]
    partial: Annotated[int, number(least=0, most=10)] = 1
    confirmed: Annotated[int, number(least=1, most=10)] = 2
    addressed: bool = False
    bands: Mapping[Name, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What it takes to qualify. A framework picks one of the four.

    `confirmed`: so many criteria, whichever they are (BANT: 3 of 4, Q23). `first`: so many in asking order, which
    is Krogue's aperture (ANUM: authority alone, authority and need, ...). `every`: a minimum for each criterion
    that is named. `points`: a weighted sum.
    """

    __pydantic_config__ = _STRICT
    confirmed: Annotated[int, number(least=1)] | None = None
    first: Annotated[int, number(least=1)] | None = None
    every: Mapping[Name, Literal["partial", "confirmed"]] | None = None
    points: Points | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Depths:
    """How many questions at the most, by the depth that the rep chose (Q3)."""

    __pydantic_config__ = _STRICT
    cold: Annotated[int, number(least=1, most=30)] = 3
    discovery: Annotated[int, number(least=1, most=30)] = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowMove:
    """A way that this flow has beside those that every flow has: from a stage (or `any`), when a guard holds."""

    __pydantic_config__ = _STRICT
    from_: Name
    when: Guard
    to: Detour


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A framework: its criteria in asking order, its rule, its detours. No wording."""

    __pydantic_config__ = _STRICT
    framework: Name
    title: Annotated[str, length(1, 40)]
    criteria: Annotated[Mapping[Name, Criterion], length(1, 16)]
    qualified: Rule
    gates: tuple[Name, ...] = ()
    levels: tuple[Level, ...] = LEVELS
    """The levels that must hold before anybody is qualified: all three (Q20), unless the framework loosens it."""
    depths: Depths = field(default_factory=Depths)
    moves: tuple[FlowMove, ...] = ()


# ── objections.yaml ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the objection, when the prospect said it, proves about a facet."""

    __pydantic_config__ = _STRICT
    facet: Facet
    standing: Literal["partial", "negative", "declined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What the prospect pushes back with: its class and what it does to the call.

    `challenges`: it refuses the open question; the second time that question is marked declined.
    `proves`: evidence filed when the objection was heard in the prospect's words (never by the explanation).
    `proposes`: the disposition that is preselected if the call ends after it.
    """

    __pydantic_config__ = _STRICT
    class_: ObjectionClass
    challenges: bool = False
    proves: Proof | None = None
    proposes: Disposition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The file objections.yaml."""

    __pydantic_config__ = _STRICT
    objections: Mapping[Name, Objection]


# ── products/<name>.yaml ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a buyer has to be able to spend at the least. `currency` is an ISO 4217 code."""

    __pydantic_config__ = _STRICT
    amount: Annotated[float, number(above=0)]
    currency: Annotated[str, length(3, 3)]
    per: Literal["month", "year"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a trait of the buyer must be: one of some words, none of some, a number within bounds (Q6, Q8)."""

    __pydantic_config__ = _STRICT
    one_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What is sold. No wording: that is in words/<lang>/products.yaml under the same name."""

    __pydantic_config__ = _STRICT
    product: Name
    price: Price
    profile: Mapping[Name, Condition] = field(default_factory=dict)
    """The buyer profile, trait by trait: who is outside it is no prospect for this (Q19, Q20)."""
    rates: Mapping[Annotated[str, length(3, 3)], Annotated[float, number(above=0)]] = field(default_factory=dict)
    """What one unit of another currency is worth in the price's; a currency without a rate is left to the rep."""
    horizon_months: Annotated[int, number(least=1, most=60)]
    """A start within so many months is soon enough to be a prospect now."""
    callback_months: Annotated[int, number(least=1, most=24)] = 3
    """A running contract: call again so many months before it ends (Q17)."""
    review: bool = False
    """Whether an account review is offered to those who are with another supplier (Q15)."""


# ── words/<lang>/*.yaml ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One open question (Q5), and the follow-ups to it. The first question of a criterion is the most telling.

    `why` and `listen_for` are its own, where those of its topic do not fit it.
    """

    __pydantic_config__ = _STRICT
    say: Text
    probes: Annotated[tuple[Text, ...], length(most=6)] = ()
    why: Text | None = None
    listen_for: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The words of a criterion or of another stage: its name, the reason for asking (Q14), what to listen for."""

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 40)]
    why: Text
    listen_for: Text
    questions: Annotated[Mapping[Name, Question], length(1, 12)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to say to an objection: acknowledge, explain, ask. Opt-out and hostile ones have no `ask`."""

    __pydantic_config__ = _STRICT
    acknowledge: Text
    explain: Text
    ask: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionWords:
    """How an objection sounds, and the answers to it: the first time, the second, ..."""

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 60)]
    they_say: Annotated[tuple[Text, ...], length(1)]
    answers: Annotated[tuple[Answer, ...], length(1, 3)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductWords:
    """A product in the words of the call. `topic` completes 'how are you handling ... today?'."""

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 60)]
    topic: Text
    purpose: Text
    """Completes 'I am calling because ...', honestly and in one breath."""
    price: Text
    """The range and what it depends on, for 'What does it cost?'."""
    fact: Text
    """One fact that can be checked, for those who never heard of us."""
    review: Text | None = None
    """Completes 'As somebody who does this all day, I could ...'; for products that offer an account review."""
    points: Mapping[Facet, Text] = field(default_factory=dict)
    """What it brings, by what they spoke of; shown at the closing to whoever has a need (Q28)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A verdict or disposition in words, with the next step that is proposed and in how many days."""

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 40)]
    next_step: Text | None = None
    days: Annotated[int, number(least=0, most=730)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Words for what the program shows about a call: outcomes, standings, levels, objection classes."""

    __pydantic_config__ = _STRICT
    outcomes: Mapping[Name, Outcome]
    standings: Mapping[Name, str]
    levels: Mapping[Level, str]
    classes: Mapping[ObjectionClass, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All the wording of one language: the files of words/<lang>/."""

    __pydantic_config__ = _STRICT
    criteria: Mapping[Name, Topic]
    stages: Mapping[Name, Topic]
    objections: Mapping[Name, ObjectionWords]
    products: Mapping[Name, ProductWords]
    labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogues:
    """Everything that may be said, from all folders laid over each other.

    `digest` changes when any of it does, so that a resumed call knows that its script is another now.
    """

    flows: Mapping[str, Flow]
    objections: Mapping[str, Objection]
    products: Mapping[str, Product]
    words: Mapping[str, Words]
    digest: str
