"""Wording as data: the small language in which the lexicons write phrases, and finding them in a line's words.

A phrase is words in order. `(a|b c)` are alternatives, `x?` may be missing, `deci*` is any word beginning so;
`..`, `...` and `....` stand for up to one, three and six other words of the same sentence. `^` and `$` are the
beginning and the end of a sentence (polite lead-ins and tails do not count), `<name>` is one of the lexicon's
`groups`, and `{name: phrase}` names a part for the module that asks. Words are compared lower-case, without
fillers, contractions written out, small slips mended (words.py); places are those of the text as it was typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from cuebook.understanding.reading import Span
from cuebook.understanding.words import Words

T = TypeVar("T")

_GAPS = {"..": 1, "...": 3, "....": 6}
_PIECE = re.compile(r"\.{2,4}|[()|?^$}]|<\w+>|\{\w+:|[^\s()|?^$<>{}.]+")
_END = r"(?= )"
_SENTENCE_END = re.compile(r" [.?](?= )")

BEGINS_AT_MOST = 100
"""So many places in a line may begin a sentence; talk has a handful."""


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
        grammar = _Grammar(groups)
        self._entries = [(grammar.phrase(text), means) for text, means in entries]
        self._lead = grammar.lead()
        self._patterns: dict[int, re.Pattern[str]] = {}
        self._by_key: dict[str, list[int]] = {}
        seen = Counter(key for phrase, _ in self._entries for keys in phrase.needs for key in keys)
        self._always: list[int] = []
        for number, (phrase, _) in enumerate(self._entries):
            if not phrase.needs:
                self._always.append(number)
                continue
            for key in min(phrase.needs, key=lambda keys: sum(seen[k] for k in keys)):
                self._by_key.setdefault(key, []).append(number)
        self._stems = sorted({len(key) - 1 for key in self._by_key if key.endswith("*")})

    def prepare(self) -> None:
        """Compile every phrase now, which `find` otherwise does when a line first may hold it."""
        for number in range(len(self._entries)):
            self._pattern(number)

    def find(self, words: Words) -> Iterator[Found[T]]:
        """Every phrase in `words`, each at its first place, in the order of the lexicon."""
        begins: list[int] | None = None
        for number in self._candidates(words):
            phrase, means = self._entries[number]
            pattern = self._pattern(number)
            if phrase.begins:
                begins = self._begins(words) if begins is None else begins
                matches = (pattern.match(words.joined, begin) for begin in begins)
                match = next((match for match in matches if match), None)
            else:
                match = pattern.search(words.joined)
            if match and match.end() > match.start():
                begin, end = match.span()
                yield Found(means, words.at(begin, end), words.index(begin), words.index(end - 1), match)

    def _candidates(self, words: Words) -> list[int]:
        """The phrases that `words` has a needed word of: a few of hundreds."""
        wanted = set(self._always)
        by_key = self._by_key
        for word in set(words.words):
            wanted.update(by_key.get(word, ()))
            for length in self._stems:
                if length > len(word):
                    break
                wanted.update(by_key.get(word[:length] + "*", ()))
        return sorted(wanted)

    def _begins(self, words: Words) -> list[int]:
        """Where in `words.joined` a sentence begins, before and after what leads it in."""
        found: list[int] = []
        begins = [0, *(match.end() for match in _SENTENCE_END.finditer(words.joined))]
        for at in begins:
            found.append(at)
            lead = self._lead.match(words.joined, at)
            while lead and lead.end() > found[-1] and len(found) < BEGINS_AT_MOST:
                found.append(lead.end())
                lead = self._lead.match(words.joined, lead.end())
        return found

    def _pattern(self, number: int) -> re.Pattern[str]:
        pattern = self._patterns.get(number)
        if pattern is None:
            pattern = self._patterns[number] = re.compile(self._entries[number][0].expression)
        return pattern


def expression(text: str, groups: Mapping[str, Any]) -> re.Pattern[str]:
    """The phrases of `text` (one a line) as one expression over `Words.joined`, for replacing what they match."""
    return re.compile(_Grammar(groups).options(listed(text))[0])


def listed(value: object) -> list[str]:
    """A lexicon's list of phrases: a YAML list, or a block of text with a phrase a line."""
    if isinstance(value, str):
        value = value.splitlines()
    return [str(item).strip() for item in value if str(item).strip()] if isinstance(value, (list, tuple)) else []


# --- a phrase as a regular expression ---

MAX_DEPTH = 6


class _Needs(list[frozenset[str]]):
    """Sets of words; a line that the phrase is in holds at least one word of each."""


class _Phrase(NamedTuple):
    expression: str
    needs: _Needs
    begins: bool
    """Whether it counts at the beginning of a sentence only."""


class _Grammar:
    """Writes phrases as regular expressions; `groups` of the lexicon are written once."""

    def __init__(self, groups: Mapping[str, Any]) -> None:
        self._groups = groups
        self._written: dict[str, tuple[str, _Needs]] = {}

    def phrase(self, text: str) -> _Phrase:
        """The phrase, ready to be looked for."""
        pieces = _PIECE.findall(text)
        begins = pieces[:1] == ["^"]
        expression, needs, rest = self._sequence(pieces, int(begins), 0)
        if rest != len(pieces):
            raise ValueError(f"unbalanced phrase: {text}")
        return _Phrase(expression, needs, begins)

    def options(self, texts: list[str], depth: int = 0) -> tuple[str, _Needs]:
        """Several phrases as alternatives."""
        written = [self._sequence(_PIECE.findall(text), 0, depth)[:2] for text in texts]
        return "(?:" + "|".join(option for option, _ in written) + ")", _either([needs for _, needs in written])

    def _group(self, name: str, depth: int) -> tuple[str, _Needs]:
        if name not in self._written:
            self._written[name] = self.options(listed(self._groups[name]), depth + 1)
        return self._written[name]

    def lead(self) -> re.Pattern[str]:
        """What may stand before the words that count."""
        return re.compile(self._group("lead", 1)[0])

    def _end(self) -> str:
        return rf"(?={self._group('tail', 1)[0]}{{0,3}} [.?])"

    def _sequence(self, pieces: list[str], at: int, depth: int) -> tuple[str, _Needs, int]:
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
            element, own, at = self._element(pieces, at, depth)
            if at < len(pieces) and pieces[at] == "?":
                out, at = f"{out}(?:{element})?", at + 1
            else:
                out += element
                needs.extend(own)
        branches.append((out, needs))
        if len(branches) == 1:
            return out, needs, at
        return "(?:" + "|".join(branch for branch, _ in branches) + ")", _either([own for _, own in branches]), at

    def _element(self, pieces: list[str], at: int, depth: int) -> tuple[str, _Needs, int]:
        """One piece, or all of a group, and where the next begins."""
        piece = pieces[at]
        if piece == "^":
            raise ValueError("^ may only begin a phrase")
        if piece == "$":
            return self._end(), _Needs(), at + 1
        if piece in _GAPS:
            return rf"(?: [^ .?][^ ]*){{0,{_GAPS[piece]}}}?", _Needs(), at + 1
        if piece == "(" or piece.startswith("{"):
            inner, own, end = self._sequence(pieces, at + 1, depth + 1)
            return (f"(?P<{piece[1:-1]}>{inner})" if piece.startswith("{") else f"(?:{inner})"), own, end + 1
        if piece.startswith("<"):
            return *self._group(piece[1:-1], depth), at + 1
        word = f" {re.escape(piece[:-1])}[^ ]*" if piece.endswith("*") else f" {re.escape(piece)}{_END}"
        return word, _Needs([frozenset({piece})]), at + 1


def _either(branches: list[_Needs]) -> _Needs:
    """What alternatives need together: one word of each, where each needs some."""
    if not branches or any(not needs for needs in branches):
        return _Needs()
    return _Needs([frozenset().union(*(min(needs, key=len) for needs in branches))])
