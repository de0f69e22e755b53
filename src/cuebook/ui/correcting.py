"""What was understood of a line, to be denied or corrected: the lists that are offered for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from cuebook.conversation.correcting import FACETS
from cuebook.conversation.moves import Correct, Deny, Object
from cuebook.conversation.record import Turn
from cuebook.dialogue.model import Objection, Words
from cuebook.ui import labels
from cuebook.ui.palette import Ask, Entry, Picker, objections
from cuebook.understanding.correcting import DECIDES, DECIDES_NOT, STANCES, Item, words_of
from cuebook.understanding.reading import Heard, Person, Sign

_NUMBERS = "123456789abcdefghijklmnopqrstuvwxyz"

Make = Callable[[str], Correct]


def denials(line: Turn, words: Words) -> Picker:
    """Everything that was understood of the line, each to be denied by its number."""
    return Picker("not so", _entries(line, words, lambda told: Deny(line.n, told[0], told[1])), letters=True)


def corrections(line: Turn, words: Words, catalogue: Mapping[str, Objection]) -> Picker:
    """Everything that was understood of the line, each to be put right by its number."""

    def gives(told: labels.Told) -> Picker | Ask:
        make: Make = partial(Correct, line.n, told[0], index=told[1])
        return _meant(line, told[2], make, words, catalogue)

    return Picker("correct", _entries(line, words, gives), letters=True)


def _entries(line: Turn, words: Words, gives: Callable[[labels.Told], Deny | Picker | Ask]) -> tuple[Entry, ...]:
    reading = line.reading
    if reading is None:
        return ()
    found = labels.told(reading, words)[: len(_NUMBERS)]
    return tuple(
        Entry(told[3], gives(told), words_of(reading, told[2]), letter=number)
        for told, number in zip(found, _NUMBERS, strict=False)
    )


def _meant(line: Turn, item: Item, make: Make, words: Words, catalogue: Mapping[str, Objection]) -> Picker | Ask:
    """What can be put in the place of an item: a choice where there are few, else it is typed."""
    match item:
        case Heard():
            return _objections(line, make, words, catalogue)
        case Sign():
            return Picker("it was", tuple(_facets(make)))
        case Person():
            role = _ask("role", item.role or "", make)
            parts = (
                Entry(DECIDES, make(DECIDES), letter="d"),
                Entry(DECIDES_NOT, make(DECIDES_NOT), letter="n"),
                Entry("another role", role, letter="r"),
            )
            return Picker("they", parts, letters=True)
        case str():
            entries = tuple(Entry(stance, make(stance), letter=stance[0]) for stance in STANCES)
            return Picker("the answer was", entries, letters=True)
        case _:
            assert line.reading is not None  # noqa: S101  the item is of it
            return _ask(labels.label(item, words).partition(" ")[0], words_of(line.reading, item), make)


def _ask(what: str, value: str, make: Make) -> Ask:
    return Ask(f"{what} ›", "Write what was meant; Enter puts it in its place. Esc leaves.", make, value)


def _objections(line: Turn, make: Make, words: Words, catalogue: Mapping[str, Objection]) -> Picker:
    entries = objections(line, words, catalogue).entries
    named = [(entry, entry.gives) for entry in entries]
    return Picker(
        "objection",
        tuple(replace(entry, gives=make(gives.objection)) for entry, gives in named if isinstance(gives, Object)),
    )


def _facets(make: Make) -> list[Entry]:
    out = []
    for facet in FACETS:
        spaced = facet.replace("_", " ")
        out.append(Entry(spaced, make(facet)))
        out.append(Entry(f"no {spaced}", make(f"no {facet}")))
    return out
