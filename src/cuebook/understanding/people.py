"""Who is spoken of, what they do, and whether they decide: 'Per Olsen in finance signs', 'it is up to me'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from cuebook.understanding.chunks import chunks, looks_like_a_name, titled
from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.phrases import Found, Phrases, listed
from cuebook.understanding.reading import REFERRAL, Person, Span
from cuebook.understanding.referred import referred
from cuebook.understanding.words import Words

AT_MOST = 8


class _Said(NamedTuple):
    speaker: bool
    decides: bool | None
    weak: bool = False
    """Whether it takes the question who decides, and a name that looks like one, to make a person of it."""


_KINDS = {"decides": True, "decides_not": False, "named": None, "role": None}


class _Wording(NamedTuple):
    always: Phrases[_Said]
    as_answer: Phrases[_Said]


@lru_cache(maxsize=16)
def _wording(language: str) -> _Wording:
    lexicon = load(language, "people")
    groups = {**load(language, "talk")["groups"], **lexicon["groups"]}
    answer = lexicon.get("answer", {})
    return _Wording(Phrases(_entries(lexicon, weak=False), groups), Phrases(_entries(answer, weak=True), groups))


def _entries(lexicon: Mapping[str, Any], *, weak: bool) -> list[tuple[str, _Said]]:
    return [
        (phrase, _Said(speaker=whose == "speaker", decides=_KINDS[kind], weak=weak))
        for whose in ("speaker", "names", "others")
        for kind, phrases in lexicon.get(whose, {}).items()
        for phrase in listed(phrases)
    ]


@lru_cache(maxsize=8)
def people(line: Line) -> tuple[Person, ...]:
    """The people in `line`, in the order of the text; a question asked names nobody.

    Where it is said both that somebody decides and that they do not, the denial holds. Asked who decides
    (`line.expecting`), or after saying that they do not, a name alone is a person; a name with its title ('Mr
    Novak') always is. Asked whom else they know, the people are those who are named for it.
    """
    if line.expecting == REFERRAL:
        return referred(line)[:AT_MOST]
    spoken = chunks(line)
    wording = _wording(line.language)
    found = list(wording.always.find(spoken))
    if line.expecting == "authority" or any(one.means.speaker and one.means.decides is False for one in found):
        found += [one for one in wording.as_answer.find(spoken) if _names(one, spoken, line)]
    told = [_person(one, spoken, line) for one in found if not _asked(one.last, spoken)]
    told += [
        Person(_words(line, span), None, None, span)
        for at, (word, span) in enumerate(zip(spoken.words, spoken.spans, strict=True))
        if word == "_name" and titled(line, span) and not _asked(at, spoken)
    ]
    merged: list[Person] = []
    for person in told:
        same = next((at for at, other in enumerate(merged) if _same(person, other)), None)
        if same is None:
            merged.append(person)
        else:
            merged[same] = _both(merged[same], person)
    return tuple(sorted(merged, key=lambda person: (person.span, not person.speaker)))[:AT_MOST]


def speaker_decides(line: Line) -> bool:
    """Whether the speaker says that they decide, alone or with others."""
    return any(person.speaker and person.decides for person in people(line))


def _names(found: Found[_Said], spoken: Words, line: Line) -> bool:
    name = found.part(spoken, "name")
    return name is None or looks_like_a_name(line, name) or titled(line, name)


def _person(found: Found[_Said], spoken: Words, line: Line) -> Person:
    name, role = found.part(spoken, "name"), found.part(spoken, "role")
    places = [place for place in (name, role) if place]
    span = (min(p[0] for p in places), max(p[1] for p in places)) if places else found.span
    return Person(
        name=_words(line, name),
        role=_words(line, role or found.part(spoken, "field")),
        decides=found.means.decides,
        span=span,
        speaker=found.means.speaker,
    )


def _words(line: Line, span: Span | None) -> str | None:
    """What stands there, without the mark of whose it is ('my wife's')."""
    if span is None:
        return None
    return re.sub(r"['\u2019]s?$", "", " ".join(line.text[span[0] : span[1]].split())) or None


def _same(one: Person, other: Person) -> bool:
    if one.speaker and other.speaker:
        return True
    if one.speaker or other.speaker:  # 'I'm the office manager' is one person, told of twice
        return one.role is not None and (one.role, one.span) == (other.role, other.span)
    overlap = one.span[0] < other.span[1] and other.span[0] < one.span[1]
    return overlap or (one.name is not None and one.name == other.name)


def _both(one: Person, other: Person) -> Person:
    """What two phrases say of one person."""
    said = [person.decides for person in (one, other) if person.decides is not None]
    return Person(
        name=one.name or other.name,
        role=one.role or other.role,
        decides=all(said) if said else None,
        span=(min(one.span[0], other.span[0]), max(one.span[1], other.span[1])) if not one.speaker else one.span,
        speaker=one.speaker or other.speaker,
    )


def _asked(last: int, spoken: Words) -> bool:
    end = next((word for word in spoken.words[last:] if word in {".", "?"}), ".")
    return end == "?"
