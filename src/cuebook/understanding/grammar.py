"""One phrase of a lexicon, taken apart and made into steps that look for it among the words of a line.

Steps, not regular expressions: a lexicon has a thousand phrases, and to compile them took longer than the first
line of a call may. Taking a phrase apart is cheap and shows its faults; the steps are made when a line first may
hold it. The language of the phrases is told in phrases.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from cuebook.understanding.glance import longest

MAX_DEPTH = 6
"""Groups nest no deeper."""

GAPS = {"..": 1, "...": 3, "....": 6}
"""What stands for so many other words of the sentence, at the most."""

ENDS = frozenset({".", "?", ""})
"""What ends a sentence; '' is put behind the last word of a line."""

Parts = dict[str, tuple[int, int]]
"""The named parts of a phrase: [first, stop) in words."""

Step = Callable[[tuple[str, ...], int, Parts], int]
"""Whether the rest of a phrase stands at a word: the number of the word after it, -1 where it does not."""


_PIECE = re.compile(
    r"\([^(){}<>?$^.]*\)\??"  # a group of plain phrases in one: most are
    r"|[()}]\??|\{\w+:|\||\.{2,4}\??|<\w+>\??|[^\s()|?^$<>{}.]+\??|\S"
)
_GROUP = re.compile(r"<(\w+)>")
_STRAY = frozenset("{?<>.")

Piece = tuple[str, Any, bool]
"""One element of a phrase: its kind, what it holds, and whether it may be missing.

Kinds: word, gap, end, group, part, list, any. A 'list' is of plain phrases ('a|b c'), an 'any' of nested ones.
Plain tuples, since there are ten thousand of them.
"""

Sequence = list[Piece]
Needs = list[frozenset[str]]
"""Sets of words; a line that the phrase is in holds at least one word of each."""


class Taken(NamedTuple):
    """A phrase taken apart: its alternatives, and whether it counts at the beginning of a sentence only."""

    branches: list[Sequence]
    begins: bool


def taken_apart(text: str) -> Taken:
    """Take a phrase apart. Raises ValueError for one that is not well formed."""
    begins = text.startswith("^")
    branches: list[Sequence] = [[]]
    outer: list[tuple[str, list[Sequence]]] = []
    for found in _PIECE.findall(text, 1 if begins else 0):
        optional = len(found) > 1 and found[-1] == "?"
        piece = found[:-1] if optional else found
        first = piece[0]
        if first == "|":
            branches.append([])
        elif first == "(" and len(piece) > 1:
            branches[-1].append(("list", piece[1:-1].split("|"), optional))
        elif piece == "(" or (first == "{" and len(piece) > 1):
            outer.append((piece, branches))
            branches = [[]]
            if len(outer) > MAX_DEPTH:
                raise ValueError(f"groups nest deeper than {MAX_DEPTH}: {text}")
        elif first in ")}":
            if not outer or (outer[-1][0] == "(") != (first == ")"):
                raise ValueError(f"unbalanced phrase: {text}")
            opened, around = outer.pop()
            kind: Piece = ("any", branches, optional)
            if first == "}":
                kind = ("part", (opened[1:-1], branches), optional)
            around[-1].append(kind)
            branches = around
        else:
            branches[-1].append(_plain(piece, optional, text))
    if outer:
        raise ValueError(f"unbalanced phrase: {text}")
    return Taken(branches, begins)


def _plain(piece: str, optional: bool, whole: str) -> Piece:
    """A piece that holds no other."""
    if piece[0] == "<" and len(piece) > 1:
        return "group", piece[1:-1], optional
    if piece in GAPS:
        return "gap", GAPS[piece], optional
    if piece == "$":
        return "end", None, optional
    if piece == "^":
        raise ValueError(f"^ may only begin a phrase: {whole}")
    if piece in _STRAY:
        raise ValueError(f"unbalanced phrase: {whole}")
    return "word", piece, optional


class _Fork:
    """Goes on with whichever alternative fits, in the order of the phrase; most are known by their first word."""

    __slots__ = ("always", "table")

    def __init__(self, options: list[_Option]) -> None:
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


class _Option(NamedTuple):
    """An alternative: the word that it begins with (None: it finds out), and the step taken so many words on."""

    word: str | None
    step: Step
    on: int


def _stands(_words: tuple[str, ...], at: int, _parts: Parts) -> int:
    return at


class Grammar:
    """Makes steps of phrases; the lexicon's `groups` are taken apart once."""

    def __init__(self, groups: Mapping[str, Any]) -> None:
        self._groups = groups
        self._taken: dict[str, list[Sequence]] = {}
        self._taking: set[str] = set()
        self._needs: dict[str, Needs] = {}
        self._tail: Step | None = None

    def taken_apart(self, text: str) -> Taken:
        """Take a phrase apart. Raises ValueError for one that is not well formed, or names a group that is not."""
        for name in _GROUP.findall(text) if "<" in text else ():
            self._group(name)
        return taken_apart(text)

    def steps(self, branches: list[Sequence]) -> Step:
        """The step that finds any of `branches` at a word."""
        return _closed(self._options(branches, _stands))

    def lead(self) -> Step:
        """The step over what may stand before the words that count."""
        return self.steps(self._group("lead"))

    def needs(self, branches: list[Sequence]) -> Needs:
        """The words that a line must hold for any of `branches` to be in it."""
        return _either([self._needed(branch) for branch in branches])

    def _needed(self, sequence: Sequence) -> Needs:
        needs: Needs = []
        for kind, value, optional in sequence:
            if optional:
                continue
            if kind == "word":
                needs.append(frozenset((value,)))
            elif kind == "list":
                words = frozenset([longest(branch) if " " in branch else branch for branch in value])
                if "" not in words:
                    needs.append(words)
            elif kind == "any":
                needs += self.needs(value)
            elif kind == "part":
                needs += self.needs(value[1])
            elif kind == "group":
                if value not in self._needs:
                    self._needs[value] = self.needs(self._group(value))
                needs += self._needs[value]
        return needs

    def _group(self, name: str) -> list[Sequence]:
        if name not in self._taken:
            if name in self._taking or name not in self._groups:
                raise ValueError(
                    f"the group <{name}> " + ("holds itself" if name in self._taking else "is missing")
                )
            self._taking.add(name)
            lines = listed(self._groups[name])
            self._taken[name] = [branch for line in lines for branch in self.taken_apart(line).branches]
            self._taking.remove(name)
        return self._taken[name]

    def _options(self, branches: list[Sequence], then: Step) -> list[_Option]:
        return [option for branch in branches for option in self._of_sequence(branch, then)]

    def _of_sequence(self, sequence: Sequence, then: Step) -> list[_Option]:
        options = [_Option(None, then, 0)]
        for piece in reversed(sequence):
            rest = _closed(options)
            options = self._of_piece(piece, rest)
            if piece[2]:
                options.append(_Option(None, rest, 0))
        return options

    def _of_piece(self, piece: Piece, then: Step) -> list[_Option]:
        kind, value, _ = piece
        if kind == "word":
            return [_word(value, then)]
        if kind == "list":
            return [_in_order(branch.split(), then) for branch in value]
        if kind == "any":
            return self._options(value, then)
        if kind == "group":
            return self._options(self._group(value), then)
        if kind == "gap":
            return [_Option(None, _gap(value, then), 0)]
        if kind == "end":
            return [_Option(None, self._at_end(then), 0)]
        name, branches = value
        return [_Option(None, _opened(name, _closed(self._options(branches, _shut(name, then)))), 0)]

    def _at_end(self, then: Step) -> Step:
        """Up to three polite tails may stand before the end of the sentence."""
        if self._tail is None:
            tail: Step = _is_end
            for _ in range(3):
                tail = _closed([*self._options(self._group("tail"), tail), _Option(None, _is_end, 0)])
            self._tail = tail
        ends = self._tail

        def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
            return then(words, at, parts) if ends(words, at, {}) >= 0 else -1

        return step


def listed(value: object) -> list[str]:
    """A lexicon's list of phrases: a YAML list, or a block of text with a phrase a line."""
    if isinstance(value, str):
        value = value.splitlines()
    return [line for item in value if (line := str(item).strip())] if isinstance(value, (list, tuple)) else []


def _either(branches: list[Needs]) -> Needs:
    """What alternatives need together: one word of each, where each needs some."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    return [frozenset().union(*(min(needs, key=len) for needs in branches))]


def _closed(options: list[_Option]) -> Step:
    """One step for all options."""
    if len(options) == 1 and options[0].word is None and not options[0].on:
        return options[0].step
    return _Fork(options).step


def _word(word: str, then: Step) -> _Option:
    return _Option(None, _stem(word[:-1], then), 0) if word.endswith("*") else _Option(word, then, 1)


def _in_order(words: list[str], then: Step) -> _Option:
    for word in reversed(words[1:]):
        then = _closed([_word(word, then)])
    return _word(words[0], then) if words else _Option(None, then, 0)


def _stem(stem: str, then: Step) -> Step:
    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        return then(words, at + 1, parts) if words[at].startswith(stem) else -1

    return step


def _gap(at_most: int, then: Step) -> Step:
    """The fewest words come first, as many as needed follow."""

    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        for here in range(at, at + at_most + 1):
            end = then(words, here, parts)
            if end >= 0 or words[here] in ENDS:
                return end
        return -1

    return step


def _is_end(words: tuple[str, ...], at: int, _parts: Parts) -> int:
    return at if words[at] in ENDS else -1


def _opened(name: str, then: Step) -> Step:
    """Remembers where the part begins; the other end puts both in their place (`_shut`)."""

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


def _shut(name: str, then: Step) -> Step:
    def step(words: tuple[str, ...], at: int, parts: Parts) -> int:
        open_part = parts[name]
        parts[name] = (open_part[0], at)
        end = then(words, at, parts)
        if end < 0:
            parts[name] = open_part
        return end

    return step
