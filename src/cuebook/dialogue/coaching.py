"""What the coach and the drills say, as it is written in words/<lang>/coach.yaml: every sentence of both.

They are loaded apart from all other dialogues, as personas are, for a live call needs none of it. The first folder
wins, entry by entry; what has faults is left out and told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from cuebook.dialogue import layout
from cuebook.dialogue.bounds import length
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import Facet, ObjectionClass, Text
from cuebook.dialogue.opening import laid, sound
from cuebook.dialogue.personas import filled
from cuebook.dialogue.slots import unfilled

_STRICT = {"extra": "forbid"}

FindingName = Literal[
    "open", "short", "closed", "no_question", "about", "unclear", "leading", "doubled", "pressing", "long",
    "reason", "no_reason",
]  # fmt: skip
"""What the coach may find in a question."""

DrillName = Literal[
    "which-criterion",
    "make-it-open",
    "match-objection",
    "read-answer",
    "ask-for-it",
    "what-verdict",
    "answer-objection",
]
"""The drills, in the order in which a newcomer meets them."""

DRILLS: tuple[DrillName, ...] = get_args(DrillName)

Saying = Literal[
    "right", "wrong", "better", "first_part", "nothing_said", "no_such_choice", "other_facet",
    "standing_is", "shown_by", "criterion_is", "class_is", "acknowledges", "no_acknowledge", "explains",
    "no_explain", "asks", "no_ask", "asks_on", "no_pressure", "pressure", "verdict_is", "decided_by",
    "rule_confirmed",
    "rule_first", "rule_every", "rule_points", "rule_gate", "rule_levels", "profile_fits", "bound", "elsewhere",
    "next_year", "compare", "compare_facet", "compare_acknowledge", "compare_yes", "compare_no", "once_more",
    "untrue",
    "you_chose", "right_is", "model_is", "you_said", "to_do", "due_and_new", "right_of", "in_a_row", "again_at",
    "again_tomorrow", "again_on", "help_lines", "help_letter", "help_words", "help_again", "help_on", "help_leave",
    "nothing_more", "enough", "not_saved", "training", "head_drill", "head_due", "head_new",
    "head_learned", "head_of", "counted", "before_rule", "too_long", "tomorrow",
]  # fmt: skip
"""Sentences of the coach and the drills, by what they are for."""

Outcomes = Literal["incomplete", "qualified", "nurture", "callback", "rerouted", "lost", "disqualified"]
"""The verdicts that a lead can be given."""

Stands = Literal["confirmed", "partial", "negative"]
"""What an answer may prove."""

NAMES = (
    "words", "most", "facet", "question", "line", "product", "criterion", "framework", "name", "standing",
    "verdict", "quote", "count", "of", "names", "partial", "confirmed", "listen_for", "topic", "standings",
    "time", "date", "days", "waiting", "due", "new", "right", "trouble", "open",
)  # fmt: skip
"""What these words may ask for as `{{ name }}`."""

_PARTS = ("findings", "facets", "drills", "says", "verdicts", "standings", "classes", "proofs", "closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name, and what it means in words that a newcomer understands."""

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 40)]
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillWords:
    """A drill: its name, what it trains, what each of its items asks (`asks_too`: items of another making)."""

    __pydantic_config__ = _STRICT
    name: Annotated[str, length(1, 40)]
    about: Text
    asks: Text
    asks_too: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachWords:
    """The file words/<lang>/coach.yaml.

    `facets` complete 'it asks about ...'; `verdicts` say when each is due, `standings` what proves each, `classes`
    what each class of objection is, `proofs` what proves one facet. `closed` are closed questions about
    a facet, beside those of the scripted reps.
    """

    __pydantic_config__ = _STRICT
    findings: Mapping[FindingName, Named] = field(default_factory=dict)
    facets: Mapping[Facet, Annotated[str, length(1, 80)]] = field(default_factory=dict)
    drills: Mapping[DrillName, DrillWords] = field(default_factory=dict)
    says: Mapping[Saying, Text] = field(default_factory=dict)
    verdicts: Mapping[Outcomes, Text] = field(default_factory=dict)
    standings: Mapping[Stands, Text] = field(default_factory=dict)
    classes: Mapping[ObjectionClass, Text] = field(default_factory=dict)
    proofs: Mapping[Facet, Mapping[Stands, Text]] = field(default_factory=dict)
    closed: Mapping[Facet, tuple[Text, ...]] = field(default_factory=dict)

    def say(self, saying: Saying, **known: str | int) -> str:
        """A sentence of the coach's, filled; nothing where there is none."""
        return filled(self.says.get(saying, ""), {name: str(value) for name, value in known.items()})


@dataclass(frozen=True, slots=True)
class Coaching:
    """The coach's words by language, and what is wrong with them."""

    words: Mapping[str, CoachWords]
    faults: tuple[Fault, ...]


def load_coaching(folders: Sequence[Path]) -> Coaching:
    """Read the coach's words of the folders, of which the first wins. Never raises for what is in them."""
    words: dict[str, dict[str, Any]] = {}
    faults: list[Fault] = []
    for file, source in laid(folders, layout.coaching, faults):
        value = sound(CoachWords, source, faults, unfilled(source, source.value, NAMES, "coach"))
        if value is not None:
            spoken = words.setdefault(file.language or "", {})
            for part in _PARTS:
                spoken.setdefault(part, {}).update(getattr(value, part))
    told = {language: CoachWords(**parts) for language, parts in words.items()}
    return Coaching(told, tuple(sorted(set(faults))))
