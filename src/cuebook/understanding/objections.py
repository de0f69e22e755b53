"""Which objections a line may be, most likely first: the answer to them is what the rep needs at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.people import speaker_decides
from cuebook.understanding.phrases import Phrases, listed
from cuebook.understanding.reading import Heard, Span
from cuebook.understanding.times import times
from cuebook.understanding.words import Words, words

WEIGHTS = {"sure": 0.9, "likely": 0.72, "hint": 0.36}
"""How far one phrase of each kind speaks for its objection; two phrases speak together (1 - product of doubts)."""

REPORTED_FROM = 0.5
"""Below it an objection is not reported: one hint is not enough."""

DECIDED_BY_OTHERS = frozenset({"not_decision_maker", "consult"})
"""Not raised by who says that they decide, alone or with others: 'my partner and I decide that'."""

DATED_ANSWERS: Mapping[str, float] = {"not_now": 2.0, "call_later": WEIGHTS["sure"]}
"""Where a time was asked for and given, these need that score: 'after the summer' is no delay and no call back."""

AT_MOST = 4

OF_OTHERS = 0.45
"""What is left of a phrase in a sentence about somebody else: 'he is not interested' is no refusal."""


class _Cue(NamedTuple):
    objection: str
    weight: float
    """0 where the phrase rules the objection out."""


class _Catalogue(NamedTuple):
    phrases: Phrases[_Cue]
    also: Mapping[str, Mapping[str, float]]
    about_speaker: frozenset[str]
    speaker: frozenset[str]
    others: frozenset[str]


@lru_cache(maxsize=16)
def _catalogue(language: str) -> _Catalogue:
    groups: dict[str, Any] = {**load(language, "talk")["groups"]}
    entries: list[tuple[str, _Cue]] = []
    also: dict[str, Mapping[str, float]] = {}
    about_speaker: set[str] = set()
    for part in ("objections", "objections_more"):
        lexicon = load(language, part)
        groups |= lexicon.get("groups", {})
        for name, kinds in lexicon.items():
            if name == "groups":
                continue
            also[name] = kinds.get("also", {})
            if kinds.get("of") == "speaker":
                about_speaker.add(name)
            for kind, weight in {**WEIGHTS, "not": 0.0}.items():
                entries += [(phrase, _Cue(name, weight)) for phrase in listed(kinds.get(kind, ""))]
    speaker, others = (frozenset(re.findall(r"\w+", groups[who])) for who in ("speaker", "others"))
    return _Catalogue(Phrases(entries, groups), also, frozenset(about_speaker), speaker, others)


@lru_cache(maxsize=8)
def objections(line: Line) -> tuple[Heard, ...]:
    """The objections that `line` may be, with how sure (0..1) and the words that show it."""
    spoken = words(line)
    catalogue = _catalogue(line.language)
    scores: dict[str, float] = {}
    spans: dict[str, Span] = {}
    ruled_out: set[str] = set()
    for found in catalogue.phrases.find(spoken):
        name, weight = found.means
        if not weight:
            ruled_out.add(name)
            continue
        if name in catalogue.about_speaker and _of_others(spoken, found.first, catalogue):
            weight *= OF_OTHERS
        scores[name] = 1 - (1 - scores.get(name, 0.0)) * (1 - weight)
        if name not in spans or _length(found.span) > _length(spans[name]):
            spans[name] = found.span
    for name in ruled_out:
        scores.pop(name, None)
    if line.expecting == "timing" and times(line):  # a day, however far off, is an answer to 'when?'
        scores = {name: score for name, score in scores.items() if score >= DATED_ANSWERS.get(name, 0)}
    _widen(scores, spans, catalogue)
    if not DECIDED_BY_OTHERS.isdisjoint(scores) and speaker_decides(line):
        scores = {name: score for name, score in scores.items() if name not in DECIDED_BY_OTHERS}
    ranked = sorted(scores.items(), key=lambda item: (-item[1], -_length(spans[item[0]]), item[0]))
    return tuple(Heard(name, score, spans[name]) for name, score in ranked if score >= REPORTED_FROM)[:AT_MOST]


def _widen(scores: dict[str, float], spans: dict[str, Span], catalogue: _Catalogue) -> None:
    """Add what an objection means as well: whoever has to ask the boss does not decide."""
    for name, score in list(scores.items()):
        for other, share in catalogue.also.get(name, {}).items():
            if score * share > scores.get(other, 0.0):
                scores[other] = score * share
                spans.setdefault(other, spans[name])


def _of_others(spoken: Words, first: int, catalogue: _Catalogue) -> bool:
    """Whether the nearest of the five words before is somebody who is not the speaker."""
    for word in reversed(spoken.words[max(0, first - 5) : first]):
        if word in catalogue.speaker or word in {".", "?"}:
            return False
        if word in catalogue.others:
            return True
    return False


def _length(span: Span) -> int:
    return span[1] - span[0]
