"""Words typed in the letters of another script ('nqma' for 'няма'), by what a lexicon says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from cuebook.understanding.lexicon import letters, load

SHORTEST = 3
"""A stem is looked for at the beginning of a word from so many letters on."""

_WORD = re.compile(r"[^\W\d_]+")


class Transliterated:
    """Finds the word of a lexicon that was meant by one in other letters.

    What `letters.yaml` has under `transliterated` says how: `typed`, what is typed for a letter; `otherwise`, what
    is tried where that gives no word; `alike`, letters that are not told apart when they are typed so; `of`, the
    letters that a word so typed is made of; `digits`, figures that stand for a letter inside a word.
    """

    def __init__(self, data: Mapping[str, Any], known: Iterable[str], stems: Iterable[str] = ()) -> None:
        self._typed = _Written(data["typed"])
        self._otherwise = _Written({**data["typed"], **data.get("otherwise", {})})
        self._alike = _Written(data["alike"])
        self._of = frozenset(str(data["of"]))
        self._known, self._stems = frozenset(known), frozenset(stems)

    def meant(self, typed: str) -> str | None:
        """The word that is meant by `typed`; None where there is none."""
        if typed in self._known or not self._of.issuperset(typed):
            return None
        plain, other = self._typed.written(typed), self._otherwise.written(typed)
        return self._found(plain) or (self._found(other) if other != plain else None)

    def _found(self, plain: str) -> str | None:
        if plain in self._known:
            return plain
        words = self._words.get(self._alike.written(plain))
        return min(words, key=lambda word: (_apart(word, plain), word)) if words else self._begun(plain)

    def rewritten(self, typed: str) -> str:
        """`typed` in the language's own letters, whether or not the lexicon has such a word."""
        return self._typed.written(typed) if self._of.issuperset(typed) else typed

    def _begun(self, plain: str) -> str | None:
        """A word that begins with one of the stems; its ending stays as it was typed."""
        for end in range(len(plain), SHORTEST - 1, -1):
            stems = self._begun_with.get(self._alike.written(plain[:end]))
            if stems:
                return min(stems, key=lambda stem: (_apart(stem, plain[:end]), stem)) + plain[end:]
        return None

    @cached_property
    def _words(self) -> _Keyed:
        return _Keyed(self._alike, self._known)

    @cached_property
    def _begun_with(self) -> _Keyed:
        return _Keyed(self._alike, [stem for stem in self._stems if len(stem) >= SHORTEST])


class _Keyed:
    """Words by what is the same of them where letters are not told apart; keyed as far as is asked for."""

    def __init__(self, alike: _Written, words: Iterable[str]) -> None:
        self._alike = alike
        self._keyed: dict[str, dict[str, list[str]]] = {}
        self._begin: dict[str, list[str]] = {}
        begins: dict[str, str] = {}  # the first letter depends on no more letters than the longest of `alike`
        for word in words:
            first = begins.get(beginning := word[: alike.longest])
            if first is None:
                first = begins[beginning] = alike.written(beginning)[:1]
            self._begin.setdefault(first, []).append(word)

    def get(self, key: str) -> list[str]:
        keyed = self._keyed.get(key[:1])
        if keyed is None:
            keyed = self._keyed[key[:1]] = {}
            for word in self._begin.get(key[:1], ()):
                keyed.setdefault(self._alike.written(word), []).append(word)
        return keyed.get(key, [])


class _Written:
    """Puts letters in the place of others, the longest first."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = {str(typed): str(letter) for typed, letter in letters.items()}
        longest_first = sorted(map(re.escape, self._letters), key=len, reverse=True)
        self._pattern = re.compile("|".join(longest_first) or r"(?!)")
        self.longest = max(map(len, self._letters), default=1)

    def written(self, word: str) -> str:
        return self._pattern.sub(lambda match: self._letters[match[0]], word)


def _apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))


@cache
def figures(language: str) -> tuple[re.Pattern[str], Mapping[str, str]] | None:
    """Figures inside a word that are letters ('mese4no'), and the letter of each; None where nobody types so."""
    digits = letters(language).get("transliterated", {}).get("digits")
    if not digits:
        return None
    return re.compile(f"(?<=[a-z])[{''.join(map(str, digits))}](?=[a-z])"), {str(k): v for k, v in digits.items()}


@cache
def of_values(language: str) -> Transliterated | None:
    """What finds the words of numbers, money and dates of `language`; None where nobody types so."""
    data = letters(language).get("transliterated")
    if data is None:
        return None
    values = load(language, "values")
    written = " ".join(text for part in ("numbers", "money", "times") for text in _texts(values[part]))
    return Transliterated(data, _WORD.findall(written.lower()))


def _texts(value: object) -> Iterable[str]:
    """All that is written in `value`, names and all."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        return [text for pair in value.items() for inner in pair for text in _texts(inner)]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, Iterable) else ()
