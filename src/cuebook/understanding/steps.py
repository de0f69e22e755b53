"""Steps: what looks for the pieces of a phrase among the words of a line, each going on to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

ENDS = frozenset({".", "?", ""})
"""What ends a sentence; '' is put behind the last word of a line."""

Parts = dict[str, tuple[int, int]]
"""The named parts of a phrase: [first, stop) in words."""

Step = Callable[[tuple[str, ...], int, Parts], int]
"""Whether the rest of a phrase stands at a word: the number of the word after it, -1 where it does not."""


class Option(NamedTuple):
    """An alternative: the word that it begins with (None: it finds out), and the step taken so many words on."""

    word: str | None
    step: Step
    on: int


class _Fork:
    """Goes on with whichever alternative fits, in the order of the phrase; most are known by their first word."""

    __slots__ = ("always", "table")

    def __init__(self, options: list[Option]) -> None:
        table: dict[str, list[tuple[Step, int]]] = {}
        always: list[tuple[Step, int]] = []
        for word, step, on in options:
            if word is None:
                always.append((step, on))
                for known in table.values():
                    known.append((step, on))
            elif word in table:
                table[word].append((step, on))
            else:
                table[word] = [*always, (step, on)]
        self.table, self.always = table, always

    def step(self, words: tuple[str, ...], at: int, parts: Parts) -> int:
        for step, on in self.table.get(words[at], self.always):
            end = step(words, at + on, parts)
            if end >= 0:
                return end
        return -1


_Plain = tuple[tuple[str, ...], int, bool]
"""The words of a plain phrase, how many they are, and whether some are stems."""


class _Table(NamedTuple):
    """Plain phrases laid out: by their first word, with those that begin with a stem (`stems`) in their turn.

    Where all are of one word, these are `single`, and the beginnings of words `begun`.
    """

    by_word: dict[str, list[_Plain]]
    stems: list[_Plain]
    single: frozenset[str] | None
    begun: tuple[str, ...]


class PlainList:
    """Phrases of words and stems only, any of which may stand ('a|b c*').

    Most groups are one, and many are long. How they are found does not depend on what comes after them, so that it
    is laid out once.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self.phrases = phrases

    def firsts(self) -> list[str] | None:
        """The words (stems with their star) that they begin with; None where one may be missing."""
        found = [phrase.split(maxsplit=1)[0] for phrase in self.phrases if phrase.strip()]
        return found if len(found) == len(self.phrases) else None

    @cached_property
    def _table(self) -> _Table:
        by_word: dict[str, list[_Plain]] = {}
        stems: list[_Plain] = []
        each = [tuple(phrase.split()) for phrase in self.phrases]
        if all(len(words) == 1 for words in each):  # in any order
            single = [words[0] for words in each]
            begun = tuple([word[:-1] for word in single if word[-1] == "*"])
            return _Table({}, [], frozenset([word for word in single if word[-1] != "*"]), begun)
        for words in each:
            plain = words, len(words), any(word[-1] == "*" for word in words)
            if not words or words[0][-1] == "*":
                stems.append(plain)
                for known in by_word.values():
                    known.append(plain)
            elif words[0] in by_word:
                by_word[words[0]].append(plain)
            else:
                by_word[words[0]] = [*stems, plain]
        return _Table(by_word, stems, None, ())

    def step(self, then: Step) -> Step:
        """The step over whichever phrase stands, in their order, if `then` can be taken after it."""
        by_word, stems, single, beginnings = self._table
        if single is not None and beginnings:

            def stem(words: tuple[str, ...], at: int, parts: Parts) -> int:
                said = words[at]
                return then(words, at + 1, parts) if said in single or said.startswith(beginnings) else -1

            return stem
        if single is not None:

            def one(words: tuple[str, ...], at: int, parts: Parts) -> int:
                return then(words, at + 1, parts) if words[at] in single else -1

            return one

        def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
            for phrase, length, begun in by_word.get(words[at], stems):
                if _said(phrase, words, at) if begun else words[at : at + length] == phrase:
                    end = then(words, at + length, parts)
                    if end >= 0:
                        return end
            return -1

        return step


def _said(phrase: tuple[str, ...], words: tuple[str, ...], at: int) -> bool:
    """Whether the words and stems of `phrase` stand from word `at` on."""
    for said in phrase:
        word = words[at]
        if word != said and not (said[-1] == "*" and word.startswith(said[:-1])):
            return False
        at += 1
    return True


def closed(options: list[Option]) -> Step:
    """One step for all options."""
    if len(options) > 1:
        return _Fork(options).step
    word, step, on = options[0]
    if word is None and not on:
        return step

    def only(words: tuple[str, ...], at: int, parts: Parts) -> int:
        return step(words, at + on, parts) if word is None or words[at] == word else -1

    return only


def of_word(word: str, then: Step) -> Option:
    """A word, or a stem with its star."""
    return Option(None, _stem(word[:-1], then), 0) if word.endswith("*") else Option(word, then, 1)


def _stem(stem: str, then: Step) -> Step:
    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        return then(words, at + 1, parts) if words[at].startswith(stem) else -1

    return step


def gap(at_most: int, then: Step) -> Step:
    """Up to so many words of the sentence: the fewest first, as many as needed follow."""

    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        for here in range(at, at + at_most + 1):
            end = then(words, here, parts)
            if end >= 0 or words[here] in ENDS:
                return end
        return -1

    return step


def stands(_words: tuple[str, ...], at: int, _parts: Parts) -> int:
    """The end of a phrase."""
    return at


def is_end(words: tuple[str, ...], at: int, _parts: Parts) -> int:
    """The end of a sentence."""
    return at if words[at] in ENDS else -1


def ended(ends: Step, then: Step) -> Step:
    """Goes on at the same word where `ends` finds the end of the sentence."""

    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        return then(words, at, parts) if ends(words, at, {}) >= 0 else -1

    return step


def opened(name: str, then: Step) -> Step:
    """Remembers where the part begins; the other end puts both in their place (`shut`)."""

    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        before = parts.get(name)
        parts[name] = (at, -1)
        end = then(words, at, parts)
        if end < 0:
            if before is None:
                del parts[name]
            else:
                parts[name] = before
        return end

    return step


def shut(name: str, then: Step) -> Step:
    """Puts both ends of the part in their place."""

    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        open_part = parts[name]
        parts[name] = (open_part[0], at)
        end = then(words, at, parts)
        if end < 0:
            parts[name] = open_part
        return end

    return step
