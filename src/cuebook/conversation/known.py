"""What is known before a call: from the last one, or from a form (Q2, Q22). Nothing of it is asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cuebook.dialogue.model import Product
from cuebook.qualification import committee
from cuebook.qualification.committee import PARTS, PROSPECT, Member, Part
from cuebook.qualification.ledger import Contract, Evidence, Holding, Ledger
from cuebook.qualification.means import months_after
from cuebook.qualification.status import Standing
from cuebook.understanding.reading import Person

_OF_THE_COMPANY = frozenset({"profile", "competition"})
"""Facets that hold for a company whoever of it is on the phone."""
_NOT_KNOWN: frozenset[Standing] = frozenset({"unknown", "declined"})


@dataclass(frozen=True, slots=True)
class Told:
    """What was held of a facet, in the words that proved it (None: the rep's mark), and the day it was said.

    `on` is the date that the words give, as in Evidence.
    """

    proves: Standing
    quote: str | None
    said: date
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a call starts from. `told` is by facet; `answered` are ids of questions that were answered before."""

    told: Mapping[str, Told] = field(default_factory=dict)
    people: Mapping[str, Member] = field(default_factory=dict)
    contract: Contract | None = None
    supplier: str | None = None
    traits: Mapping[str, str | float] = field(default_factory=dict)
    answered: tuple[str, ...] = ()

    def ledger(self, today: date, product: Product) -> Ledger:
        """The body of evidence of a call on `today`, all of it at turn 0; what has passed is left out."""
        contract = self.contract
        if contract is not None and contract.ends is not None and contract.ends < today:
            contract = None
        held = {facet: _aged(facet, told, today, product.horizon_months) for facet, told in self.told.items()}
        return Ledger(
            holdings={facet: Holding(_evidence(facet, told), heard_at=0) for facet, told in held.items()},
            people={key: replace(member, turn=0) for key, member in self.people.items()},
            contract=replace(contract, turn=0) if contract else None,
            supplier=Evidence("competition", "confirmed", self.supplier, 0) if self.supplier else None,
            traits=dict(self.traits),
        )

    def as_json(self) -> Mapping[str, Any]:
        """It as JSON, from which `from_json` makes it again."""
        return {
            "told": {
                facet: {"proves": t.proves, "quote": t.quote, "said": _iso(t.said), "on": _iso(t.on)}
                for facet, t in self.told.items()
            },
            "people": {
                key: {
                    "name": m.person.name,
                    "role": m.person.role,
                    "decides": m.person.decides,
                    "speaker": m.person.speaker,
                    "quote": m.quote,
                    "part": m.part,
                }
                for key, m in self.people.items()
            },
            "contract": {"quote": self.contract.quote, "ends": _iso(self.contract.ends)}
            if self.contract
            else None,
            "supplier": self.supplier,
            "traits": dict(self.traits),
            "answered": list(self.answered),
        }


def from_json(given: Mapping[str, Any]) -> Known:
    """What `as_json` gave. Raises KeyError, TypeError or ValueError for anything else."""
    contract = given["contract"]
    return Known(
        told={
            facet: Told(t["proves"], t["quote"], date.fromisoformat(t["said"]), _day(t["on"]))
            for facet, t in given["told"].items()
        },
        people={
            key: _member(Person(m["name"], m["role"], m["decides"], (0, 0), m["speaker"]), m["quote"], _part(m))
            for key, m in given["people"].items()
        },
        contract=Contract(contract["quote"], 0, _day(contract["ends"])) if contract else None,
        supplier=given["supplier"],
        traits=dict(given["traits"]),
        answered=tuple(given["answered"]),
    )


def learned(ledger: Ledger, before: Known | None, today: date) -> Known:
    """What is known after a call on `today` that began with `before`.

    The rep's mark is kept as what is known: it is not a word for all time, and a later line may overrule it. A
    question that was refused is not known: it may be asked again another day; what was said before it was refused
    is kept.
    """
    told = {}
    for facet, holding in ledger.holdings.items():
        found = _told(holding, today)
        earlier = before.told.get(facet) if before else None
        as_it_was = holding.heard_at == 0 and holding.marked is None and holding.elsewhere is None
        if found is not None and earlier is not None and as_it_was:
            found = replace(earlier, proves=found.proves)  # said on the day that it was said
        if found is not None:
            told[facet] = found
    return Known(
        told=told,
        people={
            key: _member(replace(member.person, span=(0, 0)), member.quote, member.part)
            for key, member in ledger.people.items()
        },
        contract=replace(ledger.contract, turn=0) if ledger.contract else None,
        supplier=ledger.supplier.quote if ledger.supplier else None,
        traits=dict(ledger.traits),
        answered=before.answered if before else (),
    )


def passed_on(known: Known, by: str | None, to: str) -> Known:
    """What is known of `to` before the first call, from `by`, who named them as the one who decides (Q9).

    What holds for the company holds; of the rest, what was said speaks for itself only in part, and what was
    denied is asked of the one who decides.
    """
    told = {
        facet: t if facet in _OF_THE_COMPANY else replace(t, proves="partial")
        for facet, t in known.told.items()
        if facet in _OF_THE_COMPANY or (facet != "authority" and t.proves in ("partial", "confirmed"))
    }
    own = committee.find(known.people, Person(to, None, None, (0, 0)))
    named = known.people.get(own) if own else None
    speaker = known.people.get(PROSPECT)
    people = {key: member for key, member in known.people.items() if key not in (PROSPECT, own)}
    if by:
        role, quote, part = (speaker.person.role, speaker.quote, speaker.part) if speaker else (None, "", None)
        people[committee.folded(by)] = _member(Person(by, role, False, (0, 0)), quote, part)
    if named is not None:
        person = replace(named.person, name=None, speaker=True)
        people[PROSPECT] = _member(person, named.quote, named.part)
        said = max((t.said for t in known.told.values()), default=date.min)
        told["authority"] = Told("partial", named.quote or None, said)
    return replace(known, told=told, people=people, answered=())


def _told(holding: Holding, today: date) -> Told | None:
    stands = holding.standing()
    evidence = holding.evidence
    if stands.standing in _NOT_KNOWN:
        evidence = holding.overruled
        if evidence is None or evidence.proves in _NOT_KNOWN:
            return None
        return Told(evidence.proves, evidence.quote, today, evidence.on)
    on = evidence.on if evidence and not stands.by_rep else None
    return Told(stands.standing, stands.quote, today, on)


def _aged(facet: str, told: Told, today: date, horizon: int) -> Told:
    """A time as it is to be taken on `today`: what was too late may be near now, and what was near has passed.

    Then it is known in part, and asked about.
    """
    if facet != "timing":
        return told
    if told.proves == "negative" and told.on is not None:
        near = told.on <= months_after(today, horizon)
        was_far = told.on > months_after(told.said, horizon)
        if near and (was_far or told.on.year <= today.year):
            return replace(told, proves="partial", on=None)
    if told.proves == "confirmed" and months_after(told.said, horizon) < today:
        return replace(told, proves="partial")
    return told


def _evidence(facet: str, told: Told) -> Evidence:
    return Evidence(facet, told.proves, told.quote, 0, told.on)


def _member(person: Person, quote: str, part: Part | None) -> Member:
    """Somebody who is known before the call; a mark of theirs was made before it."""
    return Member(person, quote, 0, part, None if part is None else 0)


def _part(given: Mapping[str, Any]) -> Part | None:
    part: Part | None = given.get("part")
    if part is not None and part not in PARTS:
        raise ValueError(f"there is no part {part!r}")
    return part


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
