"""Who is spoken of, what they do, and whether they decide: 'Per Olsen in finance signs', 'it is up to me'."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cuebook.understanding.chunks import chunks
from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.phrases import Found, Phrases, listed
from cuebook.understanding.reading import Person, Span
from cuebook.understanding.words import Words

AT_MOST = 8


class _Said(NamedTuple):
    speaker: bool
    decides: bool | None


_KINDS = {"decides": True, "decides_not": False, "named": None, "role": None}


@lru_cache(maxsize=16)
def _phrases(language: str) -> Phrases[_Said]:
    lexicon = load(language, "people")
    groups = {**load(language, "talk")["groups"], **lexicon["groups"]}
    entries = [
        (phrase, _Said(speaker=whose == "speaker", decides=_KINDS[kind]))
        for whose in ("speaker", "names", "others")
        for kind, phrases in lexicon[whose].items()
        for phrase in listed(phrases)
    ]
    return Phrases(entries, groups)


def people(line: Line) -> tuple[Person, ...]:
    """The people in `line`, in the order of the text; a question asked names nobody.

    Where it is said both that somebody decides and that they do not, the denial holds.
    """
    spoken = chunks(line)
    phrases = _phrases(line.language)
    found = [_person(one, spoken, line) for one in phrases.find(spoken) if not _asked(one, spoken)]
    merged: list[Person] = []
    for person in found:
        same = next((at for at, other in enumerate(merged) if _same(person, other)), None)
        if same is None:
            merged.append(person)
        else:
            merged[same] = _both(merged[same], person)
    return tuple(sorted(merged, key=lambda person: (person.span, not person.speaker)))[:AT_MOST]


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
    if one.speaker or other.speaker:
        return one.speaker and other.speaker
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
        speaker=one.speaker,
    )


def _asked(found: Found[_Said], spoken: Words) -> bool:
    end = next((word for word in spoken.words[found.last :] if word in {".", "?"}), ".")
    return end == "?"
