"""What makes a good question, as far as a program can tell: open, one idea, short (Q5).

The rules are careful: what they are not sure of they let pass, for a fault that is none teaches to ignore faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

MOST_WORDS = 25
"""Words of one question, aloud some nine seconds. By the author of the rule, not measured."""

Form = Literal["open", "short", "closed"]
"""`short` asks for one fact (who, when, which, how many); `closed` for a yes or a no (Q5)."""

FormOf = Callable[[str, str], Form | None]
"""(sentence, language) -> form; None for what is no question."""

_SENTENCE = re.compile(r"(?:(?<=[.!?؟…])|(?<=[.!?؟…][\"”\u2019»)]))\s+")
_WORD = re.compile(r"\w")
_GAP = re.compile(
    r"\[[\s._…]*\]"  # [ ], […], [...]
    r"|_{3,}"
    r"|(?<=\s)(?:…|\.{3})(?=\s*[?؟])"  # 'How do you … ?'; but 'So you mean…?' is a way of speaking
)


@dataclass(frozen=True, slots=True)
class _Joint:
    """How a language joins two questions: its words for `and`/`or`, and those that begin a question."""

    joints: str
    asking: str
    before: str = r"\B\b"
    """What may stand between: the prepositions of `by when`, `with whom`."""


_JOINTS: Mapping[str, _Joint] = {
    "en": _Joint("and|or", "who|whose|whom|what|which|when|where|why|how", "by|with|for|from|in|at|on|to|of"),
    "nb": _Joint("og|eller", "hvem|hva|hvilke[nt]?|når|hvor|hvorfor|hvordan", "med|for|fra|på|til|av|i"),
    "sv": _Joint("och|eller", "vem|vilka|vilken|vilket|vad|när|var|varför|hur", "med|för|från|på|till|av|i"),
    "pl": _Joint(
        "i|oraz|a|lub|albo",
        "kto|kogo|komu|co|czego|który|które|która|kiedy|gdzie|dlaczego|jak|ile",
        "z|do|od|na|w|dla|przez",
    ),
    "bg": _Joint(
        "и|или",
        "кой|коя|кое|кои|кого|какво|каква|какъв|кога|къде|защо|как|колко",
        "с|със|за|от|на|в|до|при",  # noqa: RUF001 - Cyrillic letters, as they should be
    ),
    "fa": _Joint("و|یا", "کی|چه|چی|کدام|کجا|چرا|چطور|چگونه|چند", "با|برای|از|در|به"),
}


def sentences(text: str) -> tuple[str, ...]:
    """Split what is said into sentences."""
    return tuple(part for part in _SENTENCE.split(text.strip()) if part)


def count_words(text: str) -> int:
    """Count the words as they are spoken: signs that stand alone are none."""
    return sum(1 for part in text.split() if _WORD.search(part))


def gap(text: str) -> str | None:
    """Find what an author has still to fill in: '[ ]', '[…]', '___' or '… ?'; None where all is said."""
    found = _GAP.search(text)
    return found[0] if found else None


def doubled(text: str, language: str) -> str | None:
    """Find where two questions are joined in one, as the words that join them; None for a single one.

    'What works, and what does not?' is one question with its contrast: a second part of up to three words passes.
    """
    asked = [sentence for sentence in sentences(text) if sentence.rstrip('"”\u2019»)')[-1:] in {"?", "؟"}]
    if len(asked) > 1:
        return asked[-1]
    joint = _JOINTS.get(language)
    if joint is None or not asked:
        return None
    second = re.search(
        rf"\b(?:{joint.asking})\b.*?\s(?P<second>(?:{joint.joints})\s+(?:(?:{joint.before})\s+)?(?:{joint.asking})\s+"
        r"(?!to\b)\S+(?:\s+\S+){2,})$",
        asked[0],
        re.IGNORECASE,
    )
    return second["second"] if second else None
