"""How the line answers: yes, no, uncertain, or declined; None for a line that takes no stand.

Will-not-say beats everything. Within the first sentence that takes a stand a hedge beats a no, and a no beats a
yes; but what comes long after an outright yes or no is about something else ('Yes, forty printers, maybe fifty').
Where nobody knows what was asked, a plain statement affirms.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.objections import objections
from cuebook.understanding.phrases import Found, Phrases, listed
from cuebook.understanding.questions import form
from cuebook.understanding.reading import Stance
from cuebook.understanding.words import READ_AT_MOST, Words, known, one_slip, words

_ORDER: tuple[Stance, ...] = ("declined", "uncertain", "no", "yes")
_NOT = {"not_no": "no", "not_uncertain": "uncertain", "not_yes": "yes"}

OUTRIGHT_WITHIN = 2
"""An outright yes or no stands within so many words of the beginning of its sentence."""

ABOUT_THE_ANSWER = 5
"""So many words after an outright yes or no still speak of it."""


class _Wording(NamedTuple):
    phrases: Phrases[str]
    signs: tuple[tuple[str, Stance], ...]
    """Emoji and other signs that answer without a word."""
    short: tuple[tuple[str, Stance], ...]
    away: frozenset[str]
    """Words that begin an answer that turns away from what was asked; where none are told, nothing is implied."""


class _Stand(NamedTuple):
    kind: str
    sentence: int
    first: int
    last: int


@lru_cache(maxsize=16)
def _wording(language: str) -> _Wording:
    talk = load(language, "talk")
    lexicon = talk["stance"]
    entries = [(phrase, kind) for kind in (*_ORDER, *_NOT) for phrase in listed(lexicon.get(kind, ""))]
    signs: list[tuple[str, Stance]] = [(sign, "no") for sign in str(lexicon.get("emoji_no", "")).split()]
    signs += [(sign, "yes") for sign in str(lexicon.get("emoji_yes", "")).split()]
    short: list[tuple[str, Stance]] = [(word, "yes") for word in str(lexicon.get("short_yes", "")).split()]
    short += [(word, "no") for word in str(lexicon.get("short_no", "")).split()]
    away = frozenset(str(lexicon.get("turns_away", "")).split())
    return _Wording(Phrases(entries, talk["groups"]), tuple(signs), tuple(short), away)


def stance(line: Line) -> Stance | None:
    """The stand that `line` takes as an answer to what was asked."""
    spoken = words(line)
    wording = _wording(line.language)
    begins = _sentences(spoken)
    found = [_stand(one, begins) for one in wording.phrases.find(spoken)]
    spared = [stand for stand in found if stand.kind in _NOT]
    stands = [
        stand
        for stand in found
        if stand.kind not in _NOT
        and not any(_NOT[one.kind] == stand.kind and _overlap(one, stand) for one in spared)
        and not _asked(stand, spoken, begins)
    ]
    if any(stand.kind == "declined" for stand in stands):
        return "declined"
    if not stands:
        text = line.text[:READ_AT_MOST]
        by_sign = next((answer for sign, answer in wording.signs if sign in text), None)
        return by_sign or _slipped(spoken, wording, line.language) or _implied(line, spoken, wording)
    sentence = min(stand.sentence for stand in stands)
    stands = [stand for stand in stands if stand.sentence == sentence]
    begin = begins[sentence]
    outright = [s for s in stands if s.kind in {"yes", "no"} and s.first - begin <= OUTRIGHT_WITHIN]
    if outright:
        end = min(stand.last for stand in outright)
        stands = [stand for stand in stands if stand in outright or stand.first <= end + ABOUT_THE_ANSWER]
    return next(kind for kind in _ORDER if any(stand.kind == kind for stand in stands))


def _slipped(spoken: Words, wording: _Wording, language: str) -> Stance | None:
    """The answer meant by a line of one or two words that begins with a misspelt 'yes' or 'no'."""
    if not spoken.words or len(spoken.words) > 3 or spoken.words[-1] == "?" or known(spoken.words[0], language):
        return None
    return next((answer for word, answer in wording.short if one_slip(word, spoken.words[0])), None)


def _implied(line: Line, spoken: Words, wording: _Wording) -> Stance | None:
    """What a plain statement comes to as the answer to who knows what: mostly a yes.

    Whoever is asked for a yes or a no and tells something instead mostly affirms; one that begins by turning away
    ('well, ...') mostly does not (Pomerantz 1984, on dispreferred answers). Where it is known what was asked, the
    statement is evidence of that and takes no stand.
    """
    if line.expecting is not None or not wording.away or not spoken.words or "?" in spoken.words:
        return None
    if form(line) is not None or objections(line):
        return None
    return "no" if spoken.words[0] in wording.away else "yes"


def _sentences(spoken: Words) -> list[int]:
    """The number of the first word of every sentence."""
    ends = [at for at, word in enumerate(spoken.words) if word in {".", "?"}]
    return [0, *(at + 1 for at in ends[:-1])]


def _stand(found: Found[str], begins: list[int]) -> _Stand:
    sentence = sum(begin <= found.first for begin in begins) - 1
    return _Stand(found.means, sentence, found.first, found.last)


def _asked(stand: _Stand, spoken: Words, begins: list[int]) -> bool:
    """Whether the stand is taken in a question, where only a leading yes or no answers."""
    end = begins[stand.sentence + 1] - 1 if stand.sentence + 1 < len(begins) else len(spoken.words) - 1
    return spoken.words[end] == "?" and stand.first > begins[stand.sentence] and stand.kind != "declined"


def _overlap(one: _Stand, other: _Stand) -> bool:
    return one.first <= other.last and other.first <= one.last
