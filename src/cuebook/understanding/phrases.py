"""Wording as data: the small language in which the lexicons write phrases, and finding them in a line's words.

A phrase is words in order. `(a|b c)` are alternatives, `x?` may be missing, `deci*` is any word beginning so;
`..`, `...` and `....` stand for up to one, three and six other words of the same sentence. `^` and `$` are the
beginning and the end of a sentence (polite lead-ins and tails do not count), `<name>` is one of the lexicon's
`groups`, and `{name: phrase}` names a part for the module that asks. Words are compared lower-case, without
fillers, contractions written out, small slips mended (words.py); places are those of the text as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from cuebook.understanding.reading import Span
from cuebook.understanding.words import Words

T = TypeVar("T")

_GAPS = {"..": 1, "...": 3, "....": 6}
_PIECE = re.compile(r"\.{2,4}|[()|?^$}]|<\w+>|\{\w+:|[^\s()|?^$<>{}.]+")
_END = r"(?= )"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that the line holds: what it stands for, its place, and the places of its named parts."""

    means: T
    span: Span
    first: int
    last: int
    match: re.Match[str]

    def part(self, words: Words, name: str) -> Span | None:
        """The place of the part that the phrase calls `name`; None where it is missing."""
        found = self.match.groupdict().get(name)
        return words.at(*self.match.span(name)) if found else None


class Phrases(Generic[T]):
    """Many phrases, each with what it means, looked for together. Built once a language, shared by all lines."""

    def __init__(self, entries: Iterable[tuple[str, T]], groups: Mapping[str, Any]) -> None:
        self._entries = [(_parse(text, groups), means) for text, means in entries]
        self._patterns: dict[int, re.Pattern[str]] = {}
        self._by_key: dict[str, list[int]] = {}
        seen: dict[str, int] = {}
        for (_, needs), _ in self._entries:
            for keys in needs:
                for key in keys:
                    seen[key] = seen.get(key, 0) + 1
        self._always: list[int] = []
        for number, ((_, needs), _) in enumerate(self._entries):
            if not needs:
                self._always.append(number)
                continue
            for key in min(needs, key=lambda keys: sum(seen[k] for k in keys)):
                self._by_key.setdefault(key, []).append(number)
        self._stems = sorted({len(key) - 1 for key in self._by_key if key.endswith("*")})

    def find(self, words: Words) -> Iterator[Found[T]]:
        """Every phrase in `words`, each at its first place, in the order of the lexicon."""
        wanted = set(self._always)
        by_key = self._by_key
        for word in set(words.words):
            wanted.update(by_key.get(word, ()))
            for length in self._stems:
                if length > len(word):
                    break
                wanted.update(by_key.get(word[:length] + "*", ()))
        for number in sorted(wanted):
            pattern = self._patterns.get(number)
            if pattern is None:
                pattern = self._patterns[number] = re.compile(self._entries[number][0][0])
            match = pattern.search(words.joined)
            if match and match.end() > match.start():
                begin, end = match.span("_") if match.group("_") else match.span()
                yield Found(
                    self._entries[number][1],
                    words.at(begin, end),
                    words.index(begin),
                    words.index(end - 1),
                    match,
                )


def expression(text: str, groups: Mapping[str, Any]) -> re.Pattern[str]:
    """The phrases of `text` (one a line) as one expression over `Words.joined`, for replacing what they match."""
    return re.compile("|".join(_sequence(_PIECE.findall(line), 0, groups, 0)[0] for line in listed(text)))


def listed(value: object) -> list[str]:
    """A lexicon's list of phrases: a YAML list, or a block of text with a phrase a line."""
    if isinstance(value, str):
        value = value.splitlines()
    return [str(item).strip() for item in value if str(item).strip()] if isinstance(value, (list, tuple)) else []


# --- a phrase as a regular expression ---

MAX_DEPTH = 6


class _Needs(list[frozenset[str]]):
    """Sets of words; a line that the phrase is in holds at least one word of each."""


def _parse(text: str, groups: Mapping[str, Any]) -> tuple[str, _Needs]:
    """The phrase as an expression, and what a line needs to hold it."""
    pieces = _PIECE.findall(text)
    begin = _begin(groups) if pieces[:1] == ["^"] else ""
    expression, needs, rest = _sequence(pieces, 1 if begin else 0, groups, 0)
    if rest != len(pieces):
        raise ValueError(f"unbalanced phrase: {text}")
    return f"{begin}(?P<_>{expression})", needs


def _begin(groups: Mapping[str, Any]) -> str:
    return rf"(?:(?<= [.?])|\A)(?:{_any(groups, 'lead')}){{0,4}}"


def _any(groups: Mapping[str, Any], name: str) -> str:
    return "|".join(_sequence(_PIECE.findall(option), 0, groups, 1)[0] for option in listed(groups[name]))


def _sequence(pieces: list[str], at: int, groups: Mapping[str, Any], depth: int) -> tuple[str, _Needs, int]:
    """Pieces from `at` up to a closing sign, as alternatives of sequences."""
    if depth > MAX_DEPTH:
        raise ValueError(f"groups nest deeper than {MAX_DEPTH}")
    branches: list[tuple[str, _Needs]] = []
    out, needs = "", _Needs()
    while at < len(pieces) and pieces[at] not in {")", "}"}:
        if pieces[at] == "|":
            branches.append((out, needs))
            out, needs, at = "", _Needs(), at + 1
            continue
        element, own, at = _element(pieces, at, groups, depth)
        if at < len(pieces) and pieces[at] == "?":
            out, at = f"{out}(?:{element})?", at + 1
        else:
            out += element
            needs.extend(own)
    branches.append((out, needs))
    if len(branches) == 1:
        return out, needs, at
    return "(?:" + "|".join(branch for branch, _ in branches) + ")", _either([own for _, own in branches]), at


def _element(pieces: list[str], at: int, groups: Mapping[str, Any], depth: int) -> tuple[str, _Needs, int]:
    """One piece, or all of a group, and where the next begins."""
    piece = pieces[at]
    if piece == "^":
        return _begin(groups), _Needs(), at + 1
    if piece == "$":
        return rf"(?=(?:{_any(groups, 'tail')}){{0,3}} [.?])", _Needs(), at + 1
    if piece in _GAPS:
        return rf"(?: [^ .?][^ ]*){{0,{_GAPS[piece]}}}?", _Needs(), at + 1
    if piece == "(" or piece.startswith("{"):
        inner, own, end = _sequence(pieces, at + 1, groups, depth + 1)
        return (f"(?P<{piece[1:-1]}>{inner})" if piece.startswith("{") else f"(?:{inner})"), own, end + 1
    if piece.startswith("<"):
        options = [_sequence(_PIECE.findall(text), 0, groups, depth + 1) for text in listed(groups[piece[1:-1]])]
        inner = "|".join(option for option, _, _ in options)
        return f"(?:{inner})", _either([own for _, own, _ in options]), at + 1
    word = f" {re.escape(piece[:-1])}[^ ]*" if piece.endswith("*") else f" {re.escape(piece)}{_END}"
    return word, _Needs([frozenset({piece})]), at + 1


def _either(branches: list[_Needs]) -> _Needs:
    """What alternatives need together: one word of each, where each needs some."""
    if not branches or any(not needs for needs in branches):
        return _Needs()
    return _Needs([frozenset().union(*(min(needs, key=len) for needs in branches))])
