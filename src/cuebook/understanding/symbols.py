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


def _said(phrase: str) -> str:
    """The words of a phrase with a blank between; most are of plain letters, and need no cutting."""
    low = phrase.lower()
    if low.isalpha() and (low.isascii() or MADE_ONE.isdisjoint(low)):
        return low
    if low.replace(" ", "").isalpha() and MADE_ONE.isdisjoint(low):
        return " ".join(low.split())
    return " ".join([token.text for token in tokens(phrase)])


class Symbols:
    """The phrases of a lexicon, each with a kind and a value. Built once a language, shared by all lines."""

    def __init__(self, entries: Iterable[tuple[str, str, Any]], plain: Sequence[Mapping[int, str]] = ()) -> None:
        """Take (phrase, kind, value); where a phrase is given twice, the first counts.

        `plain` are the ways of typing marked letters without their marks (plain.py); so typed, a phrase counts
        where no other is written like that.
        """
        self._meant: dict[str, tuple[str, Any]] = {}
        self._longest: dict[str, int] = {}
        marked: list[tuple[str, tuple[str, Any]]] = []
        for phrase, kind, value in entries:
            meant = kind, value
            self._add(_said(phrase), meant)
            if plain and not phrase.isascii():
                marked.append((phrase.lower(), meant))
        for way in plain:
            for phrase, meant in marked:
                self._add(_said(phrase.translate(way)), meant)

    def _add(self, said: str, meant: tuple[str, Any]) -> None:
        if not said or said in self._meant:
            return
        self._meant[said] = meant
        first, _, more = said.partition(" ")
        length = 2 + more.count(" ") if more else 1
        if length > self._longest.get(first, 0):
            self._longest[first] = length

    def at(self, line: Sequence[Token], index: int, at_most: int = 99) -> Symbol | None:
        """Find the longest phrase that begins at token `index`, of `at_most` tokens."""
        longest = self._longest.get(line[index].text)
        if longest is None:
            return None
        for length in range(min(longest, len(line) - index, at_most), 0, -1):
            found = self._meant.get(" ".join([token.text for token in line[index : index + length]]))
            if found is not None:
                return Symbol(*found, line[index].start, line[index + length - 1].end, index + length)
        return None

    def get(self, word: str) -> tuple[str, Any] | None:
        """Return the kind and value of a single word."""
        return self._meant.get(word)
