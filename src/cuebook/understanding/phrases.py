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

from cuebook.understanding.grammar import ENDS, Grammar, Needs, Parts, Sequence, Step, listed
from cuebook.understanding.reading import Span
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


class _Phrase(Generic[T]):
    """A phrase, what it means, and what a line must hold for it to be there; its steps are made when needed."""

    __slots__ = ("begins", "branches", "means", "needs", "step")

    def __init__(self, branches: list[Sequence], begins: bool, needs: Needs, means: T) -> None:
        self.branches, self.begins, self.needs, self.means = branches, begins, needs, means
        self.step: Step | None = None


class Phrases(Generic[T]):
    """Many phrases, each with what it means, looked for together. Built once a language, shared by all lines.

    Raises ValueError for a phrase that is not well formed.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], groups: Mapping[str, Any]) -> None:
        self._grammar = grammar = Grammar(groups)
        self._phrases: list[_Phrase[T]] = []
        for text, means in entries:
            branches, begins = grammar.taken_apart(text)
            self._phrases.append(_Phrase(branches, begins, grammar.needs(branches), means))
        self._lead = grammar.lead()
        self._by_key: dict[str, list[int]] = {}
        seen: dict[str, int] = {}
        for phrase in self._phrases:
            for keys in phrase.needs:
                for key in keys:
                    seen[key] = seen.get(key, 0) + 1
        self._always: list[int] = []
        self._needs: list[Needs] = [[] for _ in self._phrases]
        for number, phrase in enumerate(self._phrases):
            if not phrase.needs:
                self._always.append(number)
                continue
            rarest = phrase.needs[0]
            if len(phrase.needs) > 1:
                rarest = min(phrase.needs, key=lambda keys: sum([seen[key] for key in keys]))
            for key in rarest:
                self._by_key.setdefault(key, []).append(number)
            # What is only begun ('deci*') is not among a line's words; the index sees to it.
            rest = [keys for keys in phrase.needs if keys is not rarest]
            self._needs[number] = [keys for keys in rest if not any(key[-1] == "*" for key in keys)]
        self._stems = sorted({len(key) - 1 for key in self._by_key if key.endswith("*")})

    def find(self, words: Words) -> Iterator[Found[T]]:
        """Every phrase in `words`, each at its first place, in the order of the lexicon."""
        begins: list[int] | None = None
        said = (*words.words, "")
        for number in self._candidates(words):
            phrase = self._phrases[number]
            step = phrase.step
            if step is None:
                step = phrase.step = self._grammar.steps(phrase.branches)
            if phrase.begins:
                begins = self._begins(said) if begins is None else begins
            parts: Parts = {}
            for at in begins if phrase.begins and begins is not None else range(len(words.words)):
                end = step(said, at, parts)
                if end > at:
                    yield Found(phrase.means, words.at(at, end - 1), at, end - 1, parts)
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
        found = []
        for number in sorted(wanted):
            for keys in self._needs[number]:
                if said.isdisjoint(keys):
                    break
            else:
                found.append(number)
        return found

    def _begins(self, said: tuple[str, ...]) -> list[int]:
        """Where a sentence begins, before and after what leads it in."""
        found: list[int] = []
        begins = [0, *(at + 1 for at, word in enumerate(said) if word and word in ENDS)]
        for at in begins:
            found.append(at)
            lead = self._lead(said, at, {})
            while lead > found[-1] and len(found) < BEGINS_AT_MOST:
                found.append(lead)
                lead = self._lead(said, lead, {})
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
