"""Finding an objection, or any other thing with a name, by two or three letters of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cuebook.dialogue.model import ObjectionWords


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to be found: its id, its name, and other words by which people call it."""

    id: str
    name: str
    also: tuple[str, ...] = ()


def objections(words: Mapping[str, ObjectionWords]) -> tuple[Findable, ...]:
    """The objections of a language, findable by their names and by what prospects say."""
    return tuple(Findable(name, item.name, item.they_say) for name, item in words.items())


def find(letters: str, things: Iterable[Findable]) -> tuple[Findable, ...]:
    """The things that the letters may mean, the likeliest first; all of them where no letters are given.

    A name or id that begins so comes first, then a word in it that does, then one said so by the prospect, then
    whatever is nearest by edit distance, so that a slip of the finger still finds it.
    """
    typed = letters.casefold().strip()
    known = tuple(things)
    if not typed:
        return known
    ranked = [(rank, at) for at, thing in enumerate(known) if (rank := _rank(typed, thing)) is not None]
    if not ranked and len(typed) > 2:
        ranked = [(rank, at) for at, thing in enumerate(known) if (rank := _slip(typed, thing)) is not None]
    return tuple(known[at] for _, at in sorted(ranked))


def _rank(typed: str, thing: Findable) -> float | None:
    names = (thing.id.replace("_", " ").casefold(), thing.id.casefold(), thing.name.casefold())
    said = tuple(text.casefold() for text in thing.also)
    if any(name.startswith(typed) for name in names):
        return 0
    if any(word.startswith(typed) for name in names for word in name.split()):
        return 1
    if any(f" {typed}" in f" {text}" for text in said):
        return 2
    if any(_initials(text).startswith(typed) for text in (*names, *said)):
        return 3
    if any(typed in text for text in (*names, *said)):
        return 4
    return None


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split())


def _slip(typed: str, thing: Findable) -> float | None:
    from rapidfuzz import fuzz

    near = max(fuzz.partial_ratio(typed, text.casefold()) for text in (thing.id, thing.name, *thing.also))
    return 100 - near if near >= 70 else None
