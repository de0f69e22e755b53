"""What kind of buyer this is: how many they are, how old, children, employment, home, country (Q6, Q8, Q19)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from cuebook.understanding.lexicon import alike, load
from cuebook.understanding.line import Line
from cuebook.understanding.numbers import numbers
from cuebook.understanding.phrases import Phrases, listed
from cuebook.understanding.reading import Span, Trait
from cuebook.understanding.words import words

ASKED = "profile."
"""What `Line.expecting` begins with where the question was about one trait: `profile.age`."""

NEAR = 24
"""Characters around a number in which the word stands that says what it counts."""


class _Counted(NamedTuple):
    trait: str
    after: tuple[str, ...]
    before: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    least: float
    most: float


class _Wording(NamedTuple):
    counted: tuple[_Counted, ...]
    phrases: Phrases[tuple[int, str, str]]
    asked: Mapping[str, Mapping[str, list[str]]]


@lru_cache(maxsize=16)
def _wording(language: str) -> _Wording:
    lexicon = load(language, "traits")
    counted = tuple(
        _Counted(
            trait,
            tuple(entry["after"]),
            tuple(entry["before"]),
            tuple((first, then) for first, then in entry.get("around", ())),
            entry["least"],
            entry["most"],
        )
        for trait, entry in lexicon["numbers"].items()
    )
    entries: list[tuple[str, tuple[int, str, str]]] = []
    for trait, values in lexicon["words"].items():
        for rank, (value, phrases) in enumerate(values.items()):
            entries += [(phrase, (rank, trait, str(value))) for phrase in listed(phrases)]
    groups = {**load(language, "talk")["groups"], **lexicon["groups"]}
    return _Wording(counted, Phrases(entries, groups), lexicon["asked"])


def traits(line: Line) -> tuple[Trait, ...]:
    """The traits that `line` tells, each once; what it says of none is not guessed.

    Of two phrases for one trait the later counts ('no kids yet, but hoping for a baby'); where they overlap, the
    one that the lexicon has further up ('not planning any kids').
    """
    wording = _wording(line.language)
    found = {trait.name: trait for trait in _counted(line, wording.counted)}
    spoken = words(line)
    said: dict[str, tuple[int, str, Span]] = {}
    for one in sorted(wording.phrases.find(spoken), key=lambda one: one.span):
        rank, name, value = one.means
        before = said.get(name)
        if before is None or one.span[0] >= before[2][1] or rank < before[0]:
            said[name] = (rank, value, one.span)
    found |= {name: Trait(name, value, span) for name, (_, value, span) in said.items()}
    asked = (line.expecting or "").removeprefix(ASKED) if (line.expecting or "").startswith(ASKED) else None
    if asked is not None and asked not in found:
        answer = _country(line) if asked == "country" else _answered(line, asked, wording)
        if answer is not None:
            found[asked] = answer
    return tuple(sorted(found.values(), key=lambda trait: (trait.span, trait.name)))


def _counted(line: Line, counted: tuple[_Counted, ...]) -> list[Trait]:
    out: dict[str, Trait] = {}
    for number in numbers(line):
        after = line.low[number.end : number.end + NEAR].lstrip(" -")
        before = line.low[max(0, number.start - NEAR) : number.start].rstrip(" -:")
        for one in counted:
            told = next((word for word in one.after if _begins(after, word)), None) or next(
                (then for first, then in one.around if before.endswith(first) and _begins(after, then)), None
            )
            if told is None and not any(before.endswith(word) for word in one.before):
                continue
            if one.least <= number.value <= one.most:
                end = line.low.index(told, number.end) + len(told) if told else number.end
                out.setdefault(one.trait, Trait(one.trait, number.value, (number.start, end)))
    return list(out.values())


def _answered(line: Line, asked: str, wording: _Wording) -> Trait | None:
    """A bare answer to the question about a trait: 'forty-two' to how old, 'no' to children."""
    said = " ".join(token.text for token in line.tokens if token.text.isalnum())
    span = (0, len(line.text))
    for value, whole in wording.asked.get(asked, {}).items():
        if said in whole:
            return Trait(asked, str(value), span)
    bounds = next((one for one in wording.counted if one.trait == asked), None)
    told = [number for number in numbers(line) if bounds and bounds.least <= number.value <= bounds.most]
    return Trait(asked, told[0].value, (told[0].start, told[0].end)) if told else None


def _begins(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()


@lru_cache(maxsize=16)
def _countries(language: str) -> dict[str, str]:
    """The names of countries in a language, lower-case, with their ISO 3166 codes."""
    from babel import Locale

    names = Locale.parse(language).territories
    return {
        alike(name.casefold(), language): code for code, name in names.items() if len(code) == 2 and code.isalpha()
    }


def _country(line: Line) -> Trait | None:
    """The country that an answer to 'where are you?' names; read only where that was asked."""
    known = _countries(line.language)
    tokens = line.tokens
    for length in (4, 3, 2, 1):
        for at in range(len(tokens) - length + 1):
            span = (tokens[at].start, tokens[at + length - 1].end)
            code = known.get(line.low[slice(*span)])
            if code is not None:
                return Trait("country", code, span)
    return None
