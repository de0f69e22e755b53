"""What can be picked from a list while the rep types, found by a few letters: objections, moves, standings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from cuebook.conversation.moves import Go, Mark, Move, Object, Switch
from cuebook.conversation.moves import Person as Place
from cuebook.conversation.record import Turn
from cuebook.dialogue import naming
from cuebook.dialogue.model import DETOURS, Objection, Words
from cuebook.finding import Findable, find
from cuebook.qualification.committee import IN_WORDS, PARTS, PROSPECT, in_order
from cuebook.qualification.status import Standing
from cuebook.ui import labels
from cuebook.ui.keys import Keys, shown

_HERE = frozenset({"palette", "line_up", "line_down", "cancel", "page_up", "page_down"})
"""Actions that make no sense in a list of what to do."""


PROFILE = "profile"
"""What is marked beside the criteria, under every framework: whether they are who the product is for (Q20)."""

ELSE_KEY = "0"
"""The key of somebody who was not heard of yet, whoever was."""

_MOST_PEOPLE = 7
"""Others that are listed beside the one on the phone, so that the list fits a small screen."""

PROFILE_KEY = "0"
"""Its key, the same under every framework, where the letters of the criteria are others each time."""


@dataclass(frozen=True, slots=True)
class Run:
    """Do the action of this id."""

    action: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask for a line of text in the place of `value`; `then` gives the move, or the list to pick from after it."""

    prompt: str
    hint: str
    then: Callable[[str], Move | Picker]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to pick: a move, an action, or a further list. `letter` picks it at once in a list of letters."""

    label: str
    gives: Move | Run | Ask | Picker
    detail: str = ""
    words: tuple[str, ...] = ()
    letter: str = ""
    hidden: bool = False
    """Only shown once something was typed that finds it."""


@dataclass(frozen=True, slots=True)
class Picker:
    """A list to pick from. `letters`: one letter picks; else what is typed narrows the list and Enter picks."""

    prompt: str
    entries: tuple[Entry, ...]
    letters: bool = False

    def matching(self, typed: str) -> list[Entry]:
        """The entries that `typed` finds, best first; all that are not hidden when nothing was typed."""
        wanted = typed.strip().casefold()
        if not wanted:
            return [entry for entry in self.entries if not entry.hidden]
        if self.letters:
            return [entry for entry in self.entries if entry.letter == wanted]
        # Found by label and words only; the id just tells which entry it was, and nobody types a NUL.
        things = [Findable(f"\0{nth}", entry.label, entry.words) for nth, entry in enumerate(self.entries)]
        parts = [find(part, things) for part in wanted.split()]
        every = [thing for thing in parts[0] if all(thing in part for part in parts[1:])]
        return [self.entries[int(thing.id[1:])] for thing in every or find(wanted, things)]


# ── the lists ────────────────────────────────────────────────────────────────────────────────────────────────


_FINAL = ("opt-out", "hostile")
"""Classes of objections that end the call."""

GUESS = "≈ a guess, by the last line"
"""How an objection is marked that the last line is only like."""


def objections(
    turn: Turn, words: Words, catalogue: Mapping[str, Objection], guessed: Sequence[str] = ()
) -> Picker:
    """Every objection; first those that were heard in the last line, or else those that it is guessed to be.

    A guess that would end the call is never the first, which Enter takes: there is no way back from that.
    """
    heard: list[str] = []
    if turn.explanation and turn.explanation.heard:
        heard.append(turn.explanation.objection)
    if turn.reading:
        heard += [item.id for item in turn.reading.objections]
    first = [name for name in dict.fromkeys(heard or guessed) if name in catalogue]
    marked = () if heard else first
    order = [*first, *(name for name in catalogue if name not in first)]
    if marked:
        goes_on = [name for name in order if catalogue[name].class_ not in _FINAL]
        order.sort(key=lambda name: name not in goes_on[:1])
    return Picker("objection", tuple(_objection(name, words, catalogue, guessed=name in marked) for name in order))


def _objection(
    name: str, words: Words, catalogue: Mapping[str, Objection], *, hidden: bool = False, guessed: bool = False
) -> Entry:
    said = words.objections[name].they_say if name in words.objections else ()
    class_ = catalogue[name].class_
    detail = words.labels.classes.get(class_, class_)
    if said:
        detail = f"{detail}: {said[0]}"
    if guessed:
        detail = f"{GUESS} · {detail}"
    return Entry(naming.objection_name(words, name), Object(name), detail, (name, *said), hidden=hidden)


def marks(turn: Turn, words: Words) -> Picker:
    """A criterion by its letter, then how it stands; and whether they fit the buyer profile."""
    stands = {name: criterion.standing for name, criterion in turn.status.criteria.items()}
    stands.setdefault(PROFILE, turn.ledger.of(PROFILE).standing().standing)
    letters = _letters(list(stands), words)
    return Picker(
        "mark",
        tuple(
            Entry(
                naming.stage_name(words, name),
                _fitting(words) if name == PROFILE else _standings(name, words),
                labels.standing_name(words, standing),
                letter=letter,
            )
            for (name, standing), letter in zip(stands.items(), letters, strict=True)
        ),
        letters=True,
    )


def _fitting(words: Words) -> Picker:
    said: tuple[tuple[Standing, str, str], ...] = (
        ("confirmed", "they fit", "f"),
        ("negative", "they do not fit", "n"),
        ("unknown", "not known", "u"),
    )
    return Picker(
        f"mark {naming.stage_name(words, PROFILE)}",
        tuple(
            Entry(f"{labels.SIGNS[standing]} {label}", Mark(PROFILE, standing), letter=letter)
            for standing, label, letter in said
        ),
        letters=True,
    )


def _standings(criterion: str, words: Words) -> Picker:
    return Picker(
        f"mark {naming.stage_name(words, criterion)}",
        tuple(
            Entry(f"{labels.SIGNS[standing]} {labels.standing_name(words, standing)}", Mark(criterion, standing),
                  letter=letter)
            for standing, letter in labels.LETTERS.items()
        ),
        letters=True,
    )  # fmt: skip


def people(turn: Turn, prospect: str | None) -> Picker:
    """The one on the phone, those who were heard of, and somebody else; then their part, a key each."""
    there = turn.ledger.people
    known = [(key, member) for key, member in in_order(there) if key != PROSPECT][:_MOST_PEOPLE]
    entries = [(prospect or "the prospect", there.get(PROSPECT), Place())]
    entries += [
        (", ".join(filter(None, (member.person.name, member.person.role))), member,
         Place(member.person.name, None if member.person.name else member.person.role))
        for _, member in known
    ]  # fmt: skip
    letters = letters_for([*(label for label, _, _ in entries)], but=ELSE_KEY)
    listed = [
        Entry(
            label,
            _parts(label, whom, marked=member is not None and member.part is not None),
            (member.tells or "") if member else "",
            letter=letter,
        )
        for (label, member, whom), letter in zip(entries, letters, strict=True)
    ]
    ask = Ask("who ›", "Name, role: Kari Holm, CFO. Enter goes on, Esc leaves.", _named)
    return Picker("people", (*listed, Entry("somebody else", ask, letter=ELSE_KEY)), letters=True)


def _named(text: str) -> Picker:
    name, _, role = (part.strip() for part in text.partition(","))
    return _parts(", ".join(filter(None, (name, role))), Place(name or None, role or None), marked=False)


def _parts(label: str, whom: Place, *, marked: bool) -> Picker:
    parts = [Entry(IN_WORDS[part], replace(whom, part=part), letter=part[0]) for part in PARTS]
    if marked:
        parts.append(Entry("take the mark away", replace(whom, part=None), letter="c"))
    return Picker(label, tuple(parts), letters=True)


def stages(turn: Turn, words: Words) -> Picker:
    """Everywhere the rep can jump to, by its letter."""
    names = [*turn.status.criteria, *DETOURS, "closing"]
    letters = _letters(names, words)
    return Picker(
        "go to",
        tuple(
            Entry(naming.stage_name(words, name), Go(name), letter=letter)
            for name, letter in zip(names, letters, strict=True)
        ),
        letters=True,
    )


def frameworks(turn: Turn, words: Words) -> Picker:
    """The frameworks that are not followed now, with how they stand."""
    return Picker(
        "framework",
        tuple(
            Entry(
                glance.title,
                Switch(name),
                f"{naming.outcome_name(words, glance.verdict)} · {glance.confirmed} of {glance.of}",
                (name,),
            )
            for name, glance in turn.status.also.items()
        ),
    )


def everything(turn: Turn, words: Words, catalogue: Mapping[str, Objection], keys: Keys) -> Picker:
    """Every action, and by a few letters also each objection, stage, framework and standing."""
    entries = [
        Entry(action.label, Run(action.id), f"{shown(action.keys[0])}  {action.help}", (action.id,))
        for action in keys.actions
        if action.id not in _HERE
    ]
    entries += [_objection(name, words, catalogue, hidden=True) for name in catalogue]
    for entry in stages(turn, words).entries:
        entries.append(Entry(f"go to {entry.label}", entry.gives, "", (entry.label,), hidden=True))
    for entry in frameworks(turn, words).entries:
        entries.append(Entry(f"framework {entry.label}", entry.gives, entry.detail, entry.words, hidden=True))
    for criterion in marks(turn, words).entries:
        if isinstance(criterion.gives, Picker):
            entries += [
                Entry(f"mark {criterion.label} {standing.label[2:]}", standing.gives, hidden=True)
                for standing in criterion.gives.entries
            ]
    return Picker("/", tuple(entries))


def _letters(names: Sequence[str], words: Words) -> list[str]:
    letters = letters_for([naming.stage_name(words, name) for name in names if name != PROFILE])
    return [PROFILE_KEY if name == PROFILE else letters.pop(0) for name in names]


def letters_for(names: Sequence[str], but: str = "") -> list[str]:
    """A letter for each name, from the name as far as possible: the first that is not taken, else a digit.

    `but` is given to nobody.
    """
    taken: list[str] = [but]
    for name in names:
        wanted = (
            [char for char in name.casefold() if char.isalpha()]
            + list("123456789")
            + [chr(c) for c in range(97, 123)]
        )
        taken.append(next(char for char in wanted if char not in taken))
    return taken[1:]
