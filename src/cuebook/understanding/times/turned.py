"""A no that turns a bound round: 'we won't buy before June' is from June on, not up to the end of May."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.times.words import KINDS, Mark

_WITHIN = 8
"""So many words before the bound may hold the no."""

_BOUNDS = frozenset(KINDS[kind] for kind in ("before", "by", "to"))
_STOPS = frozenset(KINDS[kind] for kind in ("stop", "comma"))


class _Wording(NamedTuple):
    no: frozenset[str]
    bounds: frozenset[str]
    ends: frozenset[str]
    """Words that the no does not reach across: 'we don't print much but before June', 'can't wait until June'."""


@cache
def _wording(language: str) -> _Wording:
    turned = load(language, "values")["times"].get("turned", {})
    return _Wording(*(frozenset(map(str, turned.get(name, ()))) for name in _Wording._fields))


def turned(line: Line, marks: list[Mark]) -> list[Mark]:
    """`marks` with every bound that a no turns round as the beginning of what follows it."""
    wording = _wording(line.language)
    if not wording.no:
        return marks
    return [
        mark._replace(kind=KINDS["since"], value=None)
        if mark.kind in _BOUNDS
        and line.low[mark.start : mark.end] in wording.bounds
        and _denied(line, marks[max(0, at - _WITHIN) : at], wording)
        else mark
        for at, mark in enumerate(marks)
    ]


def _denied(line: Line, before: Sequence[Mark], wording: _Wording) -> bool:
    """Whether the nearest word that matters is a no."""
    for mark in reversed(before):
        word = line.low[mark.start : mark.end]
        if mark.kind in _STOPS or word in wording.ends:
            return False
        if word in wording.no:
            return True
    return False
