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

_SENTENCE = re.compile(r"(?<=[.!?؟…])[\"”\u2019»)]*\s+")
_WORD = re.compile(r"\w")


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


# ── the form of an English question ──────────────────────────────────────────────────────────────────────────

_LEAD_IN = re.compile(
    r"(?:(?:so|and|but|then|well|now|also|just|please|perhaps|okay|ok|all right|tell me)\b,?\s+)+"
)
_CLAUSE = re.compile(
    r"(?:[^:?]+:|(?:if|when|once|before|after|as|from|apart|looking|thinking|besides|in|on|at|for|with|since|given|until)\b"
    r"[^,?]*,)\s+(?=(?:what|how|why|who|which|when|where)\b)"
)
_PREPOSITION = re.compile(r"(?:by|with|from|on|in|to|at|for|of|about|until|since)\s+(?=(?:wh\w+|how)\b)")
_YES_OR_NO = re.compile(
    r"(?:do|does|did|is|are|was|were|am|can|could|will|would|shall|should|have|has|had|may|might|must)(?:n't)?\b"
    r"(?!\s+you\s+(?:tell|walk|talk|take|describe|explain|show|help)\b.*\b(?:what|how|why|through|about)\b)"
)
_TAG = re.compile(r",\s*(?:right|correct|yes|no|okay|ok|true|\w+n't (?:it|you|they|he|she|we|there))\s*\?$")
_FACT = re.compile(
    r"(?:who|whose|whom|when|where|which)\b"
    r"|how (?:many|much|often|soon|old|big|large|far)\b"
    r"|what (?:time|day|date|week|month|quarter|year|number|percentage|share|size|sum|figure)\b"
)
_INVITES = re.compile(
    r"(?:what|how|why)(?:'s|'re|'d)?\b|(?:could|can|would|will) you "
    r"|(?:tell|walk|talk|take|give|show|help) (?:me|us)\b|describe\b|explain\b|say\b"
)
_ASKS = re.compile(r"\b(?:what|how|why|who|whose|whom|which|when|where)\b")


def form(sentence: str, language: str) -> Form | None:
    """Tell the form of an English question or request; None for a statement and for other languages."""
    if language != "en":
        return None
    low = sentence.lower().replace("\u2019", "'").strip(' "“”')
    told = _LEAD_IN.sub("", low, count=1) if _LEAD_IN.match(low) else low
    told = told if told[:1].isalpha() else low
    head = _PREPOSITION.sub("", _CLAUSE.sub("", told, count=1), count=1)
    asked = low.endswith("?")
    if asked and (_TAG.search(low) or _YES_OR_NO.match(head)):
        return "closed"
    if _FACT.match(head):
        return "short" if asked else None
    if _INVITES.match(head) or low.startswith("tell me"):
        return "open"
    return "closed" if asked and not _ASKS.search(low) else None
