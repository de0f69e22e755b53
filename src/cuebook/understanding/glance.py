"""What a line must hold for a phrase to be in it, told at a glance: without taking the phrase apart.

A language has a thousand phrases and a line holds a few of them; the others are never looked at closer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Needs = list[frozenset[str]]
"""Sets of words; a line that the phrase is in holds at least one word of each."""

_WEIGHTS = (99, 60, 40, 20, 8, 4, 2)
"""How often a word of so many letters is said, as a guess: the shorter, the oftener."""

_WORD = re.compile(r"[^\s()|?^$<>{}.:]+")
_LIST = re.compile(r"[^(){}<>?$^.:]+")


def rarest(phrases: Sequence[str]) -> list[str]:
    """Of each plain phrase the word that fewest lines hold, as a guess: the longest."""
    return [max(phrase.split(), key=len, default="") if " " in phrase else phrase for phrase in phrases]


def keys(text: str) -> list[str]:
    """Words (stems with their star) of which each line that `text` is in holds one; as rare ones as can be seen.

    None are told where that takes a closer look, as for a phrase that is not well formed.
    """
    parts = _apart(text)
    if parts is None or "|" in parts[0]:
        return []
    outside, lists = parts
    best, least = "", 1e9
    for inner in lists:
        count = inner.count("|") + 1
        if count < least:  # a word weighs 1 at the least
            score = count * _weight(len(inner) // count)
            if score < least and _LIST.fullmatch(inner):
                best, least = inner, score
    if least > 1:
        for word in outside.split():
            score = _weight(len(word))
            if score < least and (word.isalnum() or _WORD.fullmatch(word)):
                best, least = word, score
    found = rarest(best.split("|"))
    return [] if "" in found else found


def needs(text: str) -> Needs:
    """Sets of words of which a line that `text` is in holds one each, as far as can be seen; no stems."""
    outside, lists = _apart(text) or ("|", [])
    found: Needs = []
    if "|" in outside:
        return found
    for inner in lists:
        if "*" not in inner and _LIST.fullmatch(inner):
            words = frozenset(rarest(inner.split("|")))
            if "" not in words:
                found.append(words)
    found += [frozenset((word,)) for word in outside.split() if word.isalnum()]
    return found


def _apart(text: str) -> tuple[str, list[str]] | None:
    """What stands outside brackets, and the groups that must stand and hold no other; None for stray brackets."""
    if "{" in text:
        text = text.replace("{", "(").replace("}", ")")
    outside, *segments = text.split("(")
    lists, depth = [], 0
    if ")" in outside:
        return None
    for segment in segments:
        inner, closed, rest = segment.partition(")")
        if not closed:
            depth += 1
            continue
        if not depth and rest[:1] != "?":
            lists.append(inner)
        while ")" in rest:
            depth -= 1
            rest = rest.partition(")")[2]
        if not depth:
            outside += " " + rest
        elif depth < 0:
            return None
    return None if depth else (outside, lists)


def _weight(length: int) -> int:
    return _WEIGHTS[length] if length < len(_WEIGHTS) else 1
