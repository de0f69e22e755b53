"""Letters typed without their marks ('maned', 'maaned'), by what a lexicon says of them: plain: {å: [aa, a]}."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from cuebook.understanding.lexicon import load


@cache
def ways(language: str) -> tuple[Mapping[int, str], ...]:
    """The ways in which the letters of a language are typed plainly, each to translate a word with; often none.

    The first takes every letter's first replacement, the second its second, if it has one.
    """
    plain: Mapping[str, list[str]] = load(language, "values").get("plain", {})
    most = max(map(len, plain.values()), default=0)
    return tuple(
        {ord(letter): instead[min(number, len(instead) - 1)] for letter, instead in plain.items()}
        for number in range(most)
    )


STEM_FROM = 4
"""Shorter stems are found with their marks only: too many words begin like one of them without."""


class Marked:
    """Words with marked letters, found by how they are typed without: all of them, or some.

    `stems` are found by how a word begins.
    """

    def __init__(self, language: str, words: Iterable[str], stems: Iterable[str]) -> None:
        self._ways = ways(language)
        if not self._ways:  # most languages: nothing to put in order
            words, stems = (), ()
        words = sorted(word for word in words if not word.isascii())
        stems = sorted(stem for stem in stems if len(stem) >= STEM_FROM)
        self._words = [_by_plain(words, way) for way in self._ways]
        self._stems = [_by_plain(stems, way) for way in self._ways]
        self._unmarked = frozenset(stem for stem in stems if stem.isascii())
        self._longest = [max(map(len, stems), default=0) for stems in self._stems]

    def restored(self, typed: str) -> str | None:
        """The word that `typed` stands for, with its marks; None where it is none of these."""
        for way, words, stems, longest in zip(self._ways, self._words, self._stems, self._longest, strict=True):
            plain = typed.translate(way)
            if plain in words:
                return words[plain]
            for length in range(min(len(plain), longest), 0, -1):
                if plain[:length] in self._unmarked:  # 'kopiatorn' is no 'köp...'
                    break
                stem = stems.get(plain[:length])
                if stem is not None:
                    return stem + plain[length:]
        return None


def _by_plain(words: Iterable[str], way: Mapping[int, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        plain = word if word.isascii() else word.translate(way)
        if plain != word:
            found.setdefault(plain, word)
    return found
