"""Words as symbols: what a lexicon's phrases stand for, found in a line's tokens, longest phrase first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from cuebook.understanding.line import MADE_ONE, Token, tokens


class Symbol(NamedTuple):
    """A kind of word, what it is worth, and where it stands: in characters, and up to which token."""

    kind: str
    value: Any
    start: int
    end: int
    stop: int


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase; most are of plain letters, and need no cutting."""
    low = phrase.lower()
    if low.replace(" ", "").isalpha() and MADE_ONE.isdisjoint(low):
        return tuple(low.split())
    return tuple([token.text for token in tokens(phrase)])


class Symbols:
    """The phrases of a lexicon, each with a kind and a value. Built once a language, shared by all lines."""

    def __init__(self, entries: Iterable[tuple[str, str, Any]], plain: Sequence[Mapping[int, str]] = ()) -> None:
        """Take (phrase, kind, value); where a phrase is given twice, the first counts.

        `plain` are the ways of typing marked letters without their marks (plain.py); so typed, a phrase counts
        where no other is written like that.
        """
        self._first: dict[str, dict[tuple[str, ...], tuple[str, Any]]] = {}
        self._longest: dict[str, int] = {}
        marked: list[tuple[str, str, Any]] = []
        for phrase, kind, value in entries:
            self._add(_words(phrase), kind, value)
            if plain and not phrase.isascii():
                marked.append((phrase.lower(), kind, value))
        for way in plain:
            for phrase, kind, value in marked:
                self._add(_words(phrase.translate(way)), kind, value)

    def _add(self, words: tuple[str, ...], kind: str, value: Any) -> None:
        if not words:
            return
        first = words[0]
        if first not in self._first:
            self._first[first] = {words: (kind, value)}
            self._longest[first] = len(words)
            return
        self._first[first].setdefault(words, (kind, value))
        self._longest[first] = max(self._longest[first], len(words))

    def at(self, line: Sequence[Token], index: int, at_most: int = 99) -> Symbol | None:
        """Find the longest phrase that begins at token `index`, of `at_most` tokens."""
        phrases = self._first.get(line[index].text)
        if phrases is None:
            return None
        longest = min(self._longest[line[index].text], len(line) - index, at_most)
        for length in range(longest, 0, -1):
            found = phrases.get(tuple(token.text for token in line[index : index + length]))
            if found is not None:
                return Symbol(*found, line[index].start, line[index + length - 1].end, index + length)
        return None

    def get(self, word: str) -> tuple[str, Any] | None:
        """Return the kind and value of a single word."""
        return self._first.get(word, {}).get((word,))
