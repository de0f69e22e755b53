"""The buying committee: who has a part in the decision, each person once, as heard and as the rep marks it.

It is a map, not a gate: who decides, who can persuade the others (Q10), who can talk them out of it (Q11), who
will use it, and who only lets calls through (Q9).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from cuebook.understanding.reading import Person

Part = Literal["decides", "influences", "saboteur", "user", "gatekeeper"]
PARTS: tuple[Part, ...] = get_args(Part)

IN_WORDS: Mapping[Part, str] = {
    "decides": "decides",
    "influences": "influences it",
    "saboteur": "is against it",
    "user": "will use it",
    "gatekeeper": "is the gatekeeper",
}
"""A part beside a name, in a word or two."""

PROSPECT = ""
"""The key of the one on the phone; everybody else goes by name, or by role while they have none."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part in the decision, in the words that told of them (none: only the rep did).

    `part` is the rep's mark, made at turn `marked_at` (0: in an earlier call). It wins over what was heard; one
    of an earlier call gives way to a later word on who decides.
    """

    person: Person
    quote: str
    turn: int
    part: Part | None = None
    marked_at: int | None = None

    @property
    def decides(self) -> bool | None:
        """Whether they decide; None where nobody said."""
        return self.person.decides if self.part is None else self.part == "decides"

    @property
    def tells(self) -> str | None:
        """Their part in a word or two; None where nothing is known of it."""
        return in_words(self.part, self.person.decides)


People = Mapping[str, Member]
"""The committee by key, the one heard of last at the end."""


def met(people: People, heard: Person, quote: str, turn: int) -> People:
    """The committee after a line told of somebody; what is newly known of one completes what was known."""
    if not (heard.speaker or heard.name or heard.role):
        return people
    key = find(people, heard)
    known = people.get(key) if key is not None else None
    if known is None:
        return {**people, _key(heard): Member(heard, quote, turn)}
    person = _completed(heard, known.person)
    member = Member(person, quote, turn, known.part, known.marked_at)
    overruled = known.marked_at == 0 and heard.decides not in (None, known.decides)
    if overruled:
        member = replace(member, part=None, marked_at=None)
    return _with(people, key, member)


def placed(people: People, whom: Person, part: Part, turn: int) -> People:
    """The committee after the rep marked somebody's part; whoever was not heard of is on the map from now on."""
    key = find(people, whom)
    known = people.get(key) if key is not None else None
    if known is None:
        return {**people, _key(whom): Member(whom, "", turn, part, turn)}
    return _with(people, key, replace(known, person=_completed(whom, known.person), part=part, marked_at=turn))


def cleared(people: People, whom: Person) -> People | None:
    """The committee without the mark of somebody; None where there is no such mark.

    Whoever is only there by the mark is gone with it.
    """
    key = find(people, whom)
    if key is None or people[key].part is None:
        return None
    known = people[key]
    if not known.quote and known.person.decides is None:
        return {other: member for other, member in people.items() if other != key}
    return {**people, key: replace(known, part=None, marked_at=None)}


def deciding(people: People) -> Person | None:
    """The person who decides, where that is not the prospect: the one marked last, else the one heard of last."""
    others = [member for key, member in people.items() if key != PROSPECT and member.decides]
    marked = [member for member in others if member.part is not None]
    if marked:
        return max(marked, key=lambda member: member.marked_at or 0).person
    return others[-1].person if others else None


def in_order(people: People) -> Sequence[tuple[str, Member]]:
    """The committee to be shown: those who decide, the other marked parts, then those only heard of."""
    return sorted(people.items(), key=lambda item: rank(item[1].part, item[1].person.decides))


def rank(part: str | None, decides: bool | None) -> int:
    """Where somebody comes in a list, by the mark and by what was heard."""
    known: tuple[str, ...] = PARTS
    return known.index(part) if part in known else 0 if decides else len(known)


def in_words(part: str | None, decides: bool | None) -> str | None:
    """The part as it is told beside a name, by the mark or as heard; None where nothing is known of it."""
    words: Mapping[str, str] = IN_WORDS  # type: ignore[assignment]  # any text is looked up; only parts are found
    heard = {True: IN_WORDS["decides"], False: "does not decide", None: None}[decides]
    return words.get(part, heard) if part is not None else heard


def find(people: People, whom: Person) -> str | None:
    """The key of somebody who is known: 'Kari' and 'the CFO Kari Holm' are Kari Holm, if no other Kari is.

    A role alone is the one person of that role. None where nobody, or more than one, may be meant.
    """
    if whom.speaker:
        return PROSPECT if PROSPECT in people else None
    exact = _key(whom)
    if exact and exact in people:
        return exact
    name, role = folded(whom.name or "").split(), folded(whom.role or "").split()
    others = [(key, member.person) for key, member in people.items() if key != PROSPECT]
    if name:
        close = [(key, known) for key, known in others if any(word in key for word in name)]
        found = [key for key, known in close if _alike(name, known.name)]
        nameless = [(key, known) for key, known in others if not known.name]
        found = found or [key for key, known in nameless if known.role and role == folded(known.role).split()]
        found = found or [key for key, known in others if _within(folded(known.role or "").split(), name)]
    else:
        found = [key for key, known in others if role and role == folded(known.role or "").split()]
    return found[0] if len(found) == 1 else None


def folded(text: str) -> str:
    """A name or a role without case or spacing."""
    return " ".join(text.casefold().split())


def _key(person: Person) -> str:
    return PROSPECT if person.speaker else folded(person.name or person.role or "")


def _with(people: People, key: str | None, member: Member) -> People:
    """`member` in the place of `key`, at the end, by the name that is known of them now.

    Whoever was only known by the role that this one turns out to have is this one.
    """
    rest = {other: known for other, known in people.items() if other != key}
    person = member.person
    alias = rest.get(folded(person.role or "")) if person.name and not person.speaker else None
    if alias is not None and alias.person.name is None:
        rest.pop(folded(person.role or ""))
        decides = alias.person.decides if person.decides is None else person.decides
        member = replace(member, person=replace(person, decides=decides))
        if member.part is None:
            member = replace(member, part=alias.part, marked_at=alias.marked_at)
    return {**rest, _key(person): member}


def _completed(heard: Person, known: Person) -> Person:
    """What is known of one person, the newer word first; of two names the fuller one, once."""
    name = known.name if known.name and (not heard.name or _fuller(known.name, heard.name)) else heard.name
    if known.name is None and known.role and heard.name and folded(heard.name) == folded(known.role):
        name = None  # called by the role
    return replace(
        heard,
        name=name,
        role=heard.role or known.role,
        decides=known.decides if heard.decides is None else heard.decides,
    )


def _fuller(known: str, heard: str) -> bool:
    """Whether the known name says all that the new one does: a first name is less, a name with a title no more."""
    return len(known.split()) >= len(heard.split()) or len(known.split()) > 1


def _alike(name: Sequence[str], known: str | None) -> bool:
    other = folded(known or "").split()
    return _within(name, other) or _within(other, name)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all words of `part` stand together in `whole`."""
    size = len(part)
    return bool(size) and any(list(whole[at : at + size]) == list(part) for at in range(len(whole) - size + 1))
