"""Words that speak for or against a facet: 'jams every week' for need, 'no budget' against money."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.objections import objections
from cuebook.understanding.phrases import Found, Phrases, listed
from cuebook.understanding.reading import Sign, Span
from cuebook.understanding.words import Words, words

TURNED_WITHIN = 3
"""A 'no' or 'never' turns a phrase that begins at most so many words later."""

QUOTED_AFTER = 5
"""A quote takes in so many words after the phrase at the most: 'costs us' is little without what it costs."""


OPT_OUT = "do_not_call"
"""Whoever wants no more calls shows nothing by the words that say so."""

ADDRESSED_WITHIN = 6
"""So many words before a phrase may tell that it is said of the other side: 'you want to save time'."""


class _Claim(NamedTuple):
    facet: str
    holds: bool | None
    """None where the words say nothing of the facet, though some of them look like it."""
    asked: bool = False
    """The words speak of the facet only where it was asked about."""


class _Wording(NamedTuple):
    phrases: Phrases[_Claim]
    turns: frozenset[str]
    only: frozenset[str]
    clauses: frozenset[str]
    joins: frozenset[str]
    you: frozenset[str]
    we: frozenset[str]
    aside: frozenset[str]
    """Beside 'you' they make an aside of it, or an object: 'you know', 'from you'."""


_SIDES = (("for", True, False), ("against", False, False), ("not", None, False), ("cannot_say", False, True))


@lru_cache(maxsize=16)
def _wording(language: str) -> _Wording:
    lexicon = load(language, "signs")
    groups = {**load(language, "talk")["groups"], **lexicon["groups"]}
    entries = [
        (phrase, _Claim(facet, holds, asked))
        for facet, sides in lexicon.items()
        if facet != "groups"
        for side, holds, asked in _SIDES
        for phrase in listed(sides.get(side, ""))
    ]
    return _Wording(
        Phrases(entries, groups), *(_plain(groups, name) for name in _Wording._fields if name != "phrases")
    )


def _plain(groups: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", groups.get(name, "")))


def signs(line: Line) -> tuple[Sign, ...]:
    """The signs in `line`, in the order of the text; where two of one facet overlap, the one against it counts.

    A question is no evidence of what it asks about, except that asking shows interest; what is said of the other
    side ('you') is none either, nor what asks for no more calls.
    """
    spoken = words(line)
    wording = _wording(line.language)
    phrases = list(wording.phrases.find(spoken))
    spared = [one for one in phrases if one.means.holds is None]
    found: list[tuple[_Claim, Span]] = []
    for one in phrases:
        claim, first = one.means, one.first
        if claim.asked and claim.facet != line.expecting:
            continue
        of_you = not claim.asked and _of_you(first, spoken, wording)  # 'you'd have to ask my boss'
        if claim.facet != "interest" and (of_you or _asked(one, spoken)):
            continue
        if claim.holds is None or any(_spares(other, one) for other in spared):
            continue
        if claim.holds is False and any(_turns_into(other, one, spoken, wording) for other in phrases):
            continue
        turned = _turned(first, spoken, wording) if claim.holds else None
        if turned is not None:
            claim, first = _Claim(claim.facet, holds=False), turned
        last = _quoted(first, one.last, line, spoken, wording)
        found.append((claim, (spoken.spans[first][0], spoken.spans[last][1])))
    if found:
        opted_out = [heard.span for heard in objections(line) if heard.id == OPT_OUT]
        found = [(claim, span) for claim, span in found if not any(_meet(span, out) for out in opted_out)]
    return tuple(Sign(claim.facet, bool(claim.holds), span) for claim, span in _settled(found))


def _spares(one: Found[_Claim], other: Found[_Claim]) -> bool:
    return one.means.facet == other.means.facet and one.first <= other.last and other.first <= one.last


def _turns_into(other: Found[_Claim], one: Found[_Claim], spoken: Words, wording: _Wording) -> bool:
    """Whether `other` holds `one` and denies it: 'happy with them' is none where 'not happy with' is said."""
    told = other.means.holds and other.means.facet == one.means.facet and other.first < one.first <= other.last
    return bool(told) and spoken.words[other.first] in wording.turns


def _of_you(first: int, spoken: Words, wording: _Wording) -> bool:
    """Whether the nearest person before the phrase, in its sentence, is the one spoken to."""
    for at in range(first - 1, max(-1, first - 1 - ADDRESSED_WITHIN), -1):
        word = spoken.words[at]
        if word in {".", "?"} or word in wording.we:
            return False
        if word in wording.you:
            beside = {spoken.words[at + 1], spoken.words[at - 1] if at else ""}
            if wording.aside.isdisjoint(beside):
                return True
    return False


def _settled(found: list[tuple[_Claim, Span]]) -> list[tuple[_Claim, Span]]:
    """One claim for each stretch of text and facet: denials first, then the longest; what agrees is joined."""
    kept: list[tuple[_Claim, Span]] = []
    for claim, span in sorted(found, key=lambda item: (bool(item[0].holds), item[1][0] - item[1][1], item[1][0])):
        at = next(
            (at for at, (other, taken) in enumerate(kept) if other.facet == claim.facet and _meet(span, taken)),
            None,
        )
        if at is None:
            kept.append((claim, span))
        elif kept[at][0] == claim:
            taken = kept[at][1]
            kept[at] = claim, (min(span[0], taken[0]), max(span[1], taken[1]))
    return sorted(kept, key=lambda item: (item[1], item[0].facet))


def _turned(first: int, spoken: Words, wording: _Wording) -> int | None:
    """The number of the word just before, in the same clause, that denies the phrase; None where none does."""
    for at in range(first - 1, max(-1, first - 1 - TURNED_WITHIN), -1):
        word = spoken.words[at]
        if word in {".", "?"} or word in wording.clauses:
            return None
        if word in wording.turns:
            return None if spoken.words[at + 1] in wording.only else at
    return None


def _asked(found: Found[_Claim], spoken: Words) -> bool:
    end = next((word for word in spoken.words[found.last :] if word in {".", "?"}), ".")
    return end == "?"


def _quoted(first: int, last: int, line: Line, spoken: Words, wording: _Wording) -> int:
    """The number of the word that the quote ends with: on to the end of the clause, if that is near."""
    end = last
    for at in range(last + 1, min(last + 1 + QUOTED_AFTER, len(spoken.words))):
        between = line.low[spoken.spans[at - 1][1] : spoken.spans[at][0]]
        if spoken.words[at] in {".", "?"} or spoken.words[at] in wording.clauses or "," in between:
            break
        end = at
    while end > first and spoken.words[end] in wording.joins:
        end -= 1
    return end


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
