"""The body of evidence: what was heard, filed once under a facet, whatever the framework.

Each line folds into what is held already, so that a call of two thousand turns costs no more than one of two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from cuebook.qualification import committee
from cuebook.qualification.committee import Member, Part
from cuebook.qualification.status import CriterionStatus, Standing
from cuebook.understanding.reading import Person, Time


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reading filed under a facet: what it proves, in whose words, at which turn.

    `on` is the date that the words give, where they give one (a start next year, the end of a contract).
    """

    facet: str
    proves: Standing
    quote: str | None
    turn: int
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """What is held about a facet: the evidence that decides, what it overruled, and the rep's own mark.

    `heard_at` is the last turn that said anything about it, also where that decided nothing. `elsewhere` is the
    turn at which the rep marked somebody else as the one who decides (authority only).
    """

    evidence: Evidence | None = None
    overruled: Evidence | None = None
    heard_at: int | None = None
    marked: Standing | None = None
    marked_at: int | None = None
    elsewhere: int | None = None

    def standing(self) -> CriterionStatus:
        """How a criterion of this facet stands. The rep's mark always wins over a reading.

        Somebody else who decides is a no (Q9), unless this person was heard to decide with them (Q10).
        """
        evidence = self.evidence
        if self.marked is not None:
            agrees = evidence is not None and evidence.proves == self.marked
            return CriterionStatus(
                self.marked,
                quote=evidence.quote if evidence and agrees else None,
                turn=evidence.turn if evidence and agrees else self.marked_at,
                by_rep=True,
            )
        if self.elsewhere is not None and (evidence is None or evidence.proves not in ("confirmed", "negative")):
            return CriterionStatus("negative", turn=self.elsewhere, by_rep=True)
        if evidence is None:
            return CriterionStatus()
        return CriterionStatus(
            evidence.proves,
            evidence.quote,
            evidence.turn,
            contradicts=self.overruled.quote if self.overruled else None,
        )


@dataclass(frozen=True, slots=True)
class Contract:
    """A running contract with another supplier (Q17): the words, and its end once that is known."""

    quote: str
    turn: int
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """Somebody who may be glad of a call too, and the words that named them (Q13)."""

    name: str
    company: str | None
    quote: str
    turn: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is held. `people` are kept by what they are called; the prospect is under ''.

    `referrals` are those who were named when that was asked; they have no part in this decision.

    `traits` is what is known of the kind of buyer this is, from the lead and from what was said.
    """

    holdings: Mapping[str, Holding] = field(default_factory=dict)
    people: Mapping[str, Member] = field(default_factory=dict)
    contract: Contract | None = None
    supplier: Evidence | None = None
    traits: Mapping[str, str | float] = field(default_factory=dict)
    referrals: tuple[Referral, ...] = ()

    def of(self, facet: str) -> Holding:
        """What is held about a facet."""
        return self.holdings.get(facet, _NOTHING)

    @property
    def deciding(self) -> Person | None:
        """The person who decides, where that is not the prospect."""
        return committee.deciding(self.people)

    @property
    def decider(self) -> str | None:
        """Who decides, where that is not the prospect: name and role, or what is known of them."""
        person = self.deciding
        return ", ".join(part for part in (person.name, person.role) if part) if person else None

    def file(self, evidence: Iterable[Evidence]) -> Ledger:
        """This ledger with `evidence` folded in, in the order it was said."""
        holdings = dict(self.holdings)
        for item in evidence:
            holdings[item.facet] = _fold(holdings.get(item.facet, _NOTHING), item)
        return replace(self, holdings=holdings)

    def mark(self, facet: str, standing: Standing, turn: int) -> Ledger:
        """This ledger with the rep's own word on a facet."""
        held = replace(self.of(facet), marked=standing, marked_at=turn)
        return replace(self, holdings={**self.holdings, facet: held})

    def decline(self, facet: str, turn: int) -> Ledger:
        """This ledger with a facet refused, whatever was held of it: the question was challenged twice.

        An answer given later counts again.
        """
        held = self.of(facet)
        refused = Holding(Evidence(facet, "declined", None, turn), overruled=held.evidence, heard_at=turn)
        return replace(self, holdings={**self.holdings, facet: refused})

    def meet(self, people: Iterable[Person], quote: str, turn: int) -> Ledger:
        """This ledger with people heard of; what is newly known of one completes what was known."""
        known = self.people
        for heard in people:
            known = committee.met(known, heard, quote, turn)
        return replace(self, people=known)

    def refer(self, people: Iterable[Person], quote: str, turn: int) -> Ledger:
        """This ledger with people who were named as being worth a call (Q13), each once.

        Whoever takes part in this decision is known already.
        """
        found = {committee.folded(one.name): one for one in self.referrals}
        for person in people:
            if person.name and committee.find(self.people, person) is None:
                known = found.get(committee.folded(person.name))
                company = person.company or (known.company if known else None)
                found[committee.folded(person.name)] = Referral(person.name, company, quote, turn)
        return replace(self, referrals=tuple(found.values()))

    def place(self, whom: Person, part: Part, turn: int) -> Ledger:
        """This ledger with the rep's mark of somebody's part in the decision, and what that says of authority.

        The prospect who decides has it; one who only lets calls through has not (Q9, Q10). Another who decides is
        known by that, and leaves this one without unless they were heard to decide together. The other parts say
        nothing about who decides.
        """
        return self._seated(committee.placed(self.people, whom, part, turn), turn)

    def unplace(self, whom: Person, turn: int) -> Ledger | None:
        """This ledger without the mark of somebody's part; None where there is none."""
        people = committee.cleared(self.people, whom)
        return None if people is None else self._seated(people, turn)

    def _seated(self, people: committee.People, turn: int) -> Ledger:
        """This ledger with another committee, and with what its marks of this call say of authority."""
        before, now = self.people.get(committee.PROSPECT), people.get(committee.PROSPECT)
        held = self.of("authority")
        if now is not None and now.marked_at == turn and now.part in _SAYS:
            held = replace(held, marked=_SAYS[now.part], marked_at=turn)
        elif (
            before is not None and before.part is not None and now != before and before.marked_at == held.marked_at
        ):
            held = replace(held, marked=None, marked_at=None)  # the mark was that of a part they no longer have
        others = [
            member for key, member in people.items() if key != committee.PROSPECT and member.part == "decides"
        ]
        elsewhere = max((member.marked_at or 0 for member in others), default=0) or None
        held = replace(held, elsewhere=elsewhere)
        if held == self.of("authority"):
            return replace(self, people=people)
        return replace(self, people=people, holdings={**self.holdings, "authority": held})

    def know(self, traits: Mapping[str, str | float]) -> Ledger:
        """This ledger with what is known of the kind of buyer."""
        return replace(self, traits=traits)

    def profiled(self, traits: Mapping[str, str | float], evidence: Evidence) -> Ledger:
        """This ledger with what is known of the kind of buyer, and what that comes to for the product."""
        held = replace(self.of("profile"), evidence=evidence, heard_at=evidence.turn)
        return replace(self, traits=traits, holdings={**self.holdings, "profile": held})

    def supplied(self, evidence: Evidence) -> Ledger:
        """This ledger with the words that tell of another supplier (Q15)."""
        return replace(self, supplier=evidence)

    def bind(self, quote: str, turn: int, ends: Time | None) -> Ledger:
        """This ledger with a running contract, or with the end of the one that is known."""
        until = (ends.end or ends.start) if ends else None
        if self.contract is None:
            return replace(self, contract=Contract(quote, turn, until))
        if until is None:
            return self
        return replace(self, contract=Contract(quote, turn, until))


_NOTHING = Holding()

_SAYS: Mapping[Part | None, Standing] = {"decides": "confirmed", "gatekeeper": "negative"}
"""What the prospect's part says of their authority."""

_CHANGING: frozenset[str] = frozenset({"money", "timing"})

_STRENGTH: Mapping[Standing, int] = {
    "unknown": 0,
    "declined": 1,
    "partial": 2,
    "confirmed": 3,
    "negative": 3,
    "not_applicable": 3,
}


def _fold(held: Holding, new: Evidence) -> Holding:
    """The strongest evidence decides; of two that contradict, the later one, and the earlier one is shown.

    A line that only says less (a 'maybe' after a clear yes) changes nothing; refusing to say more does not
    take back what was said. Of two that say as much, the later one tells of sums and dates as they are now; of
    all else the first is kept, which was said when it was asked.
    """
    old = held.evidence
    held = replace(held, heard_at=new.turn)
    if old is None:
        return replace(held, evidence=new)
    if {old.proves, new.proves} == {"confirmed", "negative"}:
        return replace(held, evidence=new, overruled=old)
    if (old.facet, old.proves, new.proves) == (
        "goals",
        "negative",
        "partial",
    ):  # they could answer after all (Q12)
        return replace(held, evidence=new, overruled=old)
    if _STRENGTH[new.proves] < _STRENGTH[old.proves]:
        return held
    if new.proves == old.proves and new.facet not in _CHANGING:
        return held
    overruled = held.overruled if new.proves == old.proves else None
    return replace(held, evidence=new, overruled=overruled)
