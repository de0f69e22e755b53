"""One phrase of a lexicon, taken apart and made into steps that look for it among the words of a line.

Steps, not regular expressions: a lexicon has a thousand phrases, and to compile them took longer than the first
line of a call may. Taking a phrase apart is cheap and shows its faults; the steps are made when a line first may
hold it. The language of the phrases is told in phrases.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from cuebook.understanding.glance import Needs, rarest
from cuebook.understanding.steps import (
    Option,
    PlainList,
    Step,
    closed,
    ended,
    gap,
    is_end,
    of_word,
    opened,
    shut,
    stands,
)

MAX_DEPTH = 6
"""Groups nest no deeper."""

GAPS = {"..": 1, "...": 3, "....": 6}
"""What stands for so many other words of the sentence, at the most."""

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
            branches[-1].append(("list", PlainList(piece[1:-1].split("|")), optional))
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


class Grammar:
    """Makes steps of phrases; the lexicon's `groups` are taken apart once."""

    def __init__(self, groups: Mapping[str, Any]) -> None:
        self._groups = groups
        self._taken: dict[str, list[Sequence]] = {}
        self._taking: set[str] = set()
        self._needs: dict[str, Needs] = {}
        self._firsts: dict[str, frozenset[str] | None] = {}
        self._tail: Step | None = None

    def taken_apart(self, text: str) -> Taken:
        """Take a phrase apart. Raises ValueError for one that is not well formed, or names a group that is not."""
        for name in _GROUP.findall(text) if "<" in text else ():
            self._group(name)
        return taken_apart(text)

    def steps(self, branches: list[Sequence]) -> Step:
        """The step that finds any of `branches` at a word."""
        return closed(self._options(branches, stands))

    def lead(self) -> Step:
        """The step over what may stand before the words that count."""
        return self.steps(self._group("lead"))

    def needs(self, branches: list[Sequence]) -> Needs:
        """The words that a line must hold for any of `branches` to be in it."""
        return _either([self._needed(branch) for branch in branches])

    def firsts(self, branches: list[Sequence]) -> frozenset[str] | None:
        """The words (stems with their star) that `branches` may begin with; None where it may be any word."""
        found: set[str] = set()
        for branch in branches:
            here = self._first(branch)
            if here is None:
                return None
            found |= here
        return frozenset(found)

    def _first(self, sequence: Sequence) -> set[str] | None:
        found: set[str] = set()
        for kind, value, optional in sequence:
            here: Iterable[str] | None = None
            if kind == "word":
                here = (value,)
            elif kind == "list":
                here = value.firsts()
            elif kind == "any":
                here = self.firsts(value)
            elif kind == "part":
                here = self.firsts(value[1])
            elif kind == "group":
                if value not in self._firsts:
                    self._firsts[value] = self.firsts(self._group(value))
                here = self._firsts[value]
            if here is None:
                return None
            found.update(here)
            if not optional:
                return found
        return None

    def _needed(self, sequence: Sequence) -> Needs:
        needs: Needs = []
        for kind, value, optional in sequence:
            if optional:
                continue
            if kind == "word":
                needs.append(frozenset((value,)))
            elif kind == "list":
                words = frozenset(rarest(value.phrases))
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

    def _options(self, branches: list[Sequence], then: Step) -> list[Option]:
        return [option for branch in branches for option in self._of_sequence(branch, then)]

    def _of_sequence(self, sequence: Sequence, then: Step) -> list[Option]:
        options = [Option(None, then, 0)]
        for piece in reversed(sequence):
            rest = closed(options)
            options = self._of_piece(piece, rest)
            if piece[2]:
                options.append(Option(None, rest, 0))
        return options

    def _of_piece(self, piece: Piece, then: Step) -> list[Option]:
        kind, value, _ = piece
        if kind == "word":
            return [of_word(value, then)]
        if kind == "list":
            return [Option(None, value.step(then), 0)]
        if kind == "any":
            return self._options(value, then)
        if kind == "group":
            return self._options(self._group(value), then)
        if kind == "gap":
            return [Option(None, gap(value, then), 0)]
        if kind == "end":
            return [Option(None, self._at_end(then), 0)]
        name, branches = value
        return [Option(None, opened(name, closed(self._options(branches, shut(name, then)))), 0)]

    def _at_end(self, then: Step) -> Step:
        """Up to three polite tails may stand before the end of the sentence."""
        if self._tail is None:
            tail: Step = is_end
            for _ in range(3):
                tail = closed([*self._options(self._group("tail"), tail), Option(None, is_end, 0)])
            self._tail = tail
        return ended(self._tail, then)


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
