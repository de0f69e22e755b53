"""Wording as data: the small language in which the lexicons write phrases, and finding them in a line's words.

A phrase is words in order. `(a|b c)` are alternatives, `x?` may be missing, `deci*` is any word beginning so;
`..`, `...` and `....` stand for up to one, three and six other words of the same sentence. `^` and `$` are the
beginning and the end of a sentence (polite lead-ins and tails do not count), `<name>` is one of the lexicon's
`groups`, and `{name: phrase}` names a part for the module that asks. Words are compared lower-case, without
fillers, contractions written out, small slips mended (words.py); places are those of the text as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from cuebook.understanding.glance import keys, needs
from cuebook.understanding.grammar import Grammar, Sequence, listed
from cuebook.understanding.reading import Span
from cuebook.understanding.steps import ENDS, Parts, Step
from cuebook.understanding.words import Words

__all__ = ["Alternatives", "Found", "Phrases", "listed"]

T = TypeVar("T")

BEGINS_AT_MOST = 100
"""So many places in a line may begin a sentence; talk has a handful."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that the line holds: what it stands for, its place, its first and last word, its named parts."""

    means: T
    span: Span
    first: int
    last: int
    parts: Parts

    def part(self, words: Words, name: str) -> Span | None:
        """The place of the part that the phrase calls `name`; None where it is missing or empty."""
        first, stop = self.parts.get(name, (0, 0))
        return words.at(first, stop - 1) if stop > first else None


class _Phrase:
    """What a line must hold for a phrase to be there; how it is built and what finds it, once a line does."""

    __slots__ = ("begins", "branches", "needs", "starts", "step")

    def __init__(self, text: str) -> None:
        self.needs = needs(text)
        self.branches: list[Sequence] | None = None
        self.begins = False
        self.step: Step | None = None
        self.starts: tuple[frozenset[str], tuple[str, ...]] | None = None

    def take_apart(self, text: str, grammar: Grammar) -> None:
        """Take the phrase apart, and see all that it needs."""
        self.branches, self.begins = grammar.taken_apart(text)
        # What is only begun ('deci*') is not among a line's words; the steps see to it.
        self.needs = [
            words for words in grammar.needs(self.branches) if not any(word[-1] == "*" for word in words)
        ]

    def make(self, grammar: Grammar) -> Step:
        """Make the step that finds the phrase, and see which words it may start with."""
        self.step = grammar.steps(self.branches or [])
        firsts = grammar.firsts(self.branches or [])
        if firsts is not None:
            stems = tuple(word[:-1] for word in firsts if word[-1] == "*")
            self.starts = frozenset(word for word in firsts if word[-1] != "*"), stems
        return self.step

    def places(self, words: tuple[str, ...]) -> Iterable[int]:
        """Where in these words the phrase may start."""
        if self.starts is None:
            return range(len(words))
        known, stems = self.starts
        if stems:
            return [at for at, word in enumerate(words) if word in known or word.startswith(stems)]
        return [at for at, word in enumerate(words) if word in known]

    def fits(self, said: set[str]) -> bool:
        """Whether a line of these words may hold the phrase."""
        for needed in self.needs:  # noqa: SIM110 - `all` takes twice as long, and this is done for each line
            if said.isdisjoint(needed):
                return False
        return True


class Phrases(Generic[T]):
    """Many phrases, each with what it means, looked for together. Built once a language, shared by all lines.

    A phrase is taken apart when a line first holds its rarest word (glance.py). Raises ValueError for brackets
    that are not in pairs; other faults are found when the phrase is taken apart (`take_apart`).
    """

    def __init__(self, entries: Iterable[tuple[str, T]], groups: Mapping[str, Any]) -> None:
        self._grammar = Grammar(groups)
        self._texts: list[str] = []
        self._means: list[T] = []
        self._phrases: dict[int, _Phrase] = {}
        self._by_key: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._lead: Step | None = None
        by_key = self._by_key
        for number, (text, means) in enumerate(entries):
            self._texts.append(text)
            self._means.append(means)
            found = keys(text) or self._closer(text)
            for key in found:
                if key in by_key:
                    by_key[key].append(number)
                else:
                    by_key[key] = [number]
            if not found:
                self._always.append(number)
        self._stems = sorted({len(key) - 1 for key in by_key if key[-1] == "*"})

    def _closer(self, text: str) -> Iterable[str]:
        return min(self._grammar.needs(self._grammar.taken_apart(text).branches), key=len, default=())

    def take_apart(self) -> None:
        """Take every phrase apart. Raises ValueError for one that is not well formed."""
        for text in self._texts:
            self._grammar.taken_apart(text)

    def find(self, words: Words) -> Iterator[Found[T]]:
        """Every phrase in `words`, each at its first place, in the order of the lexicon."""
        begins: list[int] | None = None
        said = (*words.words, "")
        for number in self._candidates(words):
            phrase = self._phrases[number]
            step = phrase.step or phrase.make(self._grammar)
            if phrase.begins and begins is None:
                begins = self._begins(said)
            parts: Parts = {}
            for at in begins if phrase.begins and begins is not None else phrase.places(words.words):
                end = step(said, at, parts)
                if end > at:
                    yield Found(self._means[number], words.at(at, end - 1), at, end - 1, parts)
                    break

    def _candidates(self, words: Words) -> list[int]:
        """The phrases that `words` has all needed words of: a few of hundreds."""
        wanted = set(self._always)
        by_key = self._by_key
        said = set(words.words)
        for word in said:
            wanted.update(by_key.get(word, ()))
            for length in self._stems:
                if length > len(word):
                    break
                wanted.update(by_key.get(word[:length] + "*", ()))
        return [number for number in sorted(wanted) if self._may_hold(said, number)]

    def _may_hold(self, said: set[str], number: int) -> bool:
        phrase = self._phrases.get(number)
        if phrase is None:
            phrase = self._phrases[number] = _Phrase(self._texts[number])
        if not phrase.fits(said):
            return False
        if phrase.branches is None:
            phrase.take_apart(self._texts[number], self._grammar)
            return phrase.fits(said)
        return True

    def _begins(self, said: tuple[str, ...]) -> list[int]:
        """Where a sentence begins, before and after what leads it in."""
        lead_in = self._lead = self._lead or self._grammar.lead()
        found: list[int] = []
        begins = [0, *(at + 1 for at, word in enumerate(said) if word and word in ENDS)]
        for at in begins:
            found.append(at)
            lead = lead_in(said, at, {})
            while lead > found[-1] and len(found) < BEGINS_AT_MOST:
                found.append(lead)
                lead = lead_in(said, lead, {})
        return found


class Alternatives:
    """Phrases of which any may stand: for putting one word in their place (chunks.py)."""

    def __init__(self, text: object, groups: Mapping[str, Any]) -> None:
        grammar = Grammar(groups)
        taken = [grammar.taken_apart(line) for line in listed(text)]
        self._step = grammar.steps([branch for one in taken for branch in one.branches])

    def find(self, words: Words) -> Iterator[tuple[int, int]]:
        """The places of them in `words`, [first, stop) in words, none overlapping another."""
        said, at = (*words.words, ""), 0
        while at < len(words.words):
            end = self._step(said, at, {})
            if end > at:
                yield at, end
            at = max(at + 1, end)
