"""Evidence out of a reading: which facet each part of a line is about, and how much it proves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cuebook.dialogue.model import Objection, Product
from cuebook.qualification.fit import fit
from cuebook.qualification.ledger import Evidence, Ledger
from cuebook.qualification.means import affords, starts_in_time
from cuebook.qualification.status import Standing
from cuebook.understanding.reading import REFERRAL, Heard, Person, Reading, Span

HEARD = 0.5
"""An objection counts as heard from this score on; below it is only offered."""

CONTRACT = "contract"
"""What the stage of a running contract asks about; its dates are the contract's, not the buyer's (Q17)."""

READ: frozenset[str] = frozenset({"need", "money", "authority", "timing", "interest", "competition"})
"""Facets that words alone can speak of. Of the others only an answer is evidence, and the rep weighs it."""

_TOLD: frozenset[str] = frozenset(
    {"goals", "plans", "metrics", "consequences", "implications", "impact", "situation", "paper_process"}
)
"""Facets whose answers tell of other dates than the start: 'a fifth more by the end of next year' is a goal."""

NEXT_STEP = "next_step"
"""What the closing asks about; its dates are when to meet or call again."""

_LONGEST_QUOTE = 160
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?=\S)[^.!?;\n]*)*[.!?]*")
_SAYS_NO: frozenset[str] = frozenset({"money"})
"""Facets whose questions a plain 'no' or 'nothing' answers. To the others it answers nothing."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """A line as it was heard: what was understood, what had been asked, on which day, at which turn."""

    reading: Reading
    asked: str | None
    today: date
    turn: int

    def quote(self, span: Span | None = None) -> str:
        """The sentence around `span` in the prospect's words; the whole line where there is none."""
        text = self.reading.text
        if span is None:
            return _cut(text.strip(), 0)
        for sentence in _SENTENCE.finditer(text):
            if sentence.start() <= span[0] < sentence.end():
                said = sentence.group()
                lead = len(said) - len(said.lstrip())
                return _cut(said.strip(), max(0, span[0] - sentence.start() - lead))
        return _cut(text[slice(*span)].strip(), 0)

    def evidence(self, facet: str, proves: Standing, span: Span | None = None, on: date | None = None) -> Evidence:
        """This line as evidence of a facet, with the words around `span`."""
        return Evidence(facet, proves, self.quote(span), self.turn, on)


def gather(ledger: Ledger, hearing: Hearing, product: Product, catalogue: Mapping[str, Objection]) -> Ledger:
    """`ledger` with all that the line proves.

    An objection that the line raises says what it proves (objections.yaml); it overrides what single words
    would: 'we have no budget' is no line set aside, not a lack of means (FAINT), where BANT's own letter would
    call it a no. A line that only refuses, asks back or hums proves nothing, and of whoever wants no more calls
    nothing is noted.
    """
    reading = hearing.reading
    raised = [h for h in reading.objections if h.score >= HEARD and h.id in catalogue]
    if any(catalogue[h.id].class_ in ("opt-out", "hostile") for h in raised):
        return ledger
    if hearing.asked == REFERRAL and reading.people:  # it tells of others than this buyer
        return ledger.refer(reading.people, hearing.quote(reading.people[0].span), hearing.turn)
    bound = hearing.asked == CONTRACT or any(h.id == "running_contract" for h in raised)
    claimed = _claimed(hearing, raised, catalogue)
    told = _told(hearing, raised, claimed, product, catalogue, bound=bound)
    put_off = next(
        (item for item in told if item.on is not None), None
    )  # 'not before 2028' says more than 'not now'
    claimed = [item for item in claimed if put_off is None or item.facet != put_off.facet]
    taken = {item.facet for item in claimed}
    found = [*claimed, *(item for item in told if item.facet not in taken)]
    answers = not found or (hearing.asked not in READ and all(item.facet != hearing.asked for item in found))
    if not raised and answers and hearing.asked:
        found.extend(_as_answered(hearing, hearing.asked))

    ledger = ledger.file(found)
    if reading.traits:
        ledger = profile(ledger, hearing, product)
    if reading.question is None:
        for person in _meant(ledger, hearing):
            ledger = ledger.meet([person], hearing.quote(person.span), hearing.turn)
    alone = {sign.holds for sign in reading.signs if sign.facet == "competition"} == {False}
    for item in found:
        if item.facet == "competition" and (item in claimed or not alone):
            ledger = ledger.supplied(item)
    if bound and (reading.times or any(h.id == "running_contract" for h in raised)):
        future = [
            time
            for time in reading.times
            if (time.end or time.start or hearing.today) >= hearing.today
            and not (
                time.start == hearing.today and time.end and time.end > hearing.today
            )  # how long, not until when
        ]
        span = future[0].span if future else None
        ledger = ledger.bind(hearing.quote(span), hearing.turn, future[0] if future else None)
    return ledger


def _told(
    hearing: Hearing,
    raised: Sequence[Heard],
    claimed: Sequence[Evidence],
    product: Product,
    catalogue: Mapping[str, Objection],
    *,
    bound: bool,
) -> list[Evidence]:
    """What the words prove by themselves, beside the objections that they raise.

    Its dates are no start where they are a contract's (`bound`), of the next call, or of the next step. A reflex
    proves nothing, not even that there is no interest, unless that was asked about.
    """
    likeliest = max(raised, key=lambda h: h.score, default=None)
    later = likeliest is not None and catalogue[likeliest.id].proposes == "callback"
    closing = hearing.asked in (NEXT_STEP, REFERRAL)
    when = any(item.facet == "timing" for item in claimed)
    told = list(_volunteered(hearing, product, dated=not (bound or later or closing), when=when))
    if hearing.asked != "interest" and any(catalogue[h.id].class_ == "reflex" for h in raised):
        return [item for item in told if item.facet != "interest"]
    return told


def profile(ledger: Ledger, hearing: Hearing, product: Product) -> Ledger:
    """`ledger` with what the line tells of the kind of buyer this is, held against the product's profile.

    The quote is of the trait that decides: the one outside the profile (Q20), else the last that was told. What is
    known is told anew only in answer to a question about it: 'three of us meet on Monday' is not the company.
    """
    asked = hearing.asked == "profile"
    told = {trait.name: trait for trait in hearing.reading.traits if asked or trait.name not in ledger.traits}
    traits = {**ledger.traits, **{name: trait.value for name, trait in told.items()}}
    found = fit(product, traits)
    outside = [reason.trait for reason in found.reasons if reason.fits is False and reason.trait in told]
    before = ledger.of("profile").evidence
    if found.standing in ("unknown", "not_applicable"):
        return ledger.know(traits)
    deciding = (
        told[outside[0]] if outside else next((t for name, t in told.items() if name in product.profile), None)
    )
    if deciding is None or (before is not None and before.proves == found.standing):
        return ledger.know(traits)
    return ledger.profiled(traits, hearing.evidence("profile", found.standing, deciding.span))


def _claimed(hearing: Hearing, raised: Iterable[Heard], catalogue: Mapping[str, Objection]) -> list[Evidence]:
    """What the objections prove; where several speak of one facet, the likeliest of them.

    Whoever says that they decide is not taken for somebody who does not: 'my partner and I decide that'.
    """
    decides = any(person.speaker and person.decides for person in hearing.reading.people)
    claimed: dict[str, Evidence] = {}
    for heard in raised:
        proof = catalogue[heard.id].proves
        if proof is not None and proof.facet not in claimed and not (decides and proof.facet == "authority"):
            claimed[proof.facet] = hearing.evidence(proof.facet, proof.standing, heard.span)
    return list(claimed.values())


def _volunteered(hearing: Hearing, product: Product, *, dated: bool, when: bool) -> Iterator[Evidence]:
    """What the words prove by themselves, asked or not. Each facet at most once.

    `dated`: the dates are those of the buyer's own plans. `when`: an objection says that they are of the start.
    """
    reading = hearing.reading
    if reading.question is not None:  # the prospect asks: 'can we do it for 20k?' says nothing of what they have
        return
    signs = {sign.facet: sign for sign in reading.signs}
    hedged = reading.stance == "uncertain"

    if reading.amounts:
        amount = max(reading.amounts, key=lambda a: a.high or a.low or 0.0)
        meant = hearing.asked == "money" or "money" in signs
        proves = affords(amount, product.price, product.rates) if meant and not hedged else "partial"
        yield hearing.evidence("money", proves, amount.span)
    elif "money" in signs:  # money is there, but how much is not known
        sign = signs["money"]
        yield hearing.evidence("money", "partial" if sign.holds else "negative", sign.span)

    if dated:
        yield from _timing(hearing, product, hedged=hedged, when=when)
    yield from _authority(hearing)
    for facet, sign in signs.items():
        if facet not in ("money", "timing", "authority"):
            known = sign.holds or facet == "competition"  # that there is nobody else is known too (MEDDPICC)
            yield hearing.evidence(facet, "confirmed" if known else "negative", sign.span)


def _timing(hearing: Hearing, product: Product, *, hedged: bool, when: bool) -> Iterator[Evidence]:
    """When they want it. 'Today' and 'this week' count only where that was asked: people say them of anything."""
    sign = next((sign for sign in hearing.reading.signs if sign.facet == "timing"), None)
    meant = hearing.asked == "timing" or ((when or sign is not None) and hearing.asked not in _TOLD)
    ahead = [
        time
        for time in hearing.reading.times
        if (time.end or time.start or date.max) >= hearing.today
        and (meant or time.start is None or time.start > hearing.today)
    ]
    if ahead:
        proves = starts_in_time(ahead[0], hearing.today, product.horizon_months)
        weight: Standing = proves if meant and not (hedged and proves == "confirmed") else "partial"
        on = ahead[0].start or ahead[0].end
        yield hearing.evidence("timing", weight, ahead[0].span, on if weight == "negative" else None)
    elif sign is not None:
        yield hearing.evidence("timing", "confirmed" if sign.holds else "negative", sign.span)


def _authority(hearing: Hearing) -> Iterator[Evidence]:
    """Whether this person decides. Who decides together with others takes part in the decision (Q10)."""
    people = hearing.reading.people
    speaker = next((person for person in people if person.speaker and person.decides is not None), None)
    other = next((person for person in people if not person.speaker and person.decides), None)
    sign = next((sign for sign in hearing.reading.signs if sign.facet == "authority"), None)
    if speaker is not None:
        yield hearing.evidence("authority", "confirmed" if speaker.decides else "negative", speaker.span)
    elif other is not None:
        yield hearing.evidence("authority", "negative", other.span)
    elif sign is not None:
        yield hearing.evidence("authority", "confirmed" if sign.holds else "negative", sign.span)
    elif any(person.role for person in people):
        yield hearing.evidence("authority", "partial", people[0].span)


def _meant(ledger: Ledger, hearing: Hearing) -> tuple[Person, ...]:
    """The people of the line. Asked who decides instead, a name alone says that this one does (Q9).

    A name that follows a mere role ('the CFO signs' ... 'her name is Kari Holm') is the name of that person.
    """
    people = hearing.reading.people
    refused = ledger.of("authority").standing().standing == "negative"
    if not (refused and hearing.asked == "authority") or any(person.decides for person in people):
        return people
    named = next((p for p in people if not p.speaker and p.decides is None and (p.name or p.role)), None)
    if named is None:
        return people
    known = ledger.deciding
    role = known.role if known and not known.name and named.name and not named.role else named.role
    return tuple(replace(p, decides=True, role=role) if p is named else p for p in people)


def _as_answered(hearing: Hearing, asked: str) -> Iterator[Evidence]:
    """An answer in which nothing was recognised is kept as said: partial, for the rep to weigh."""
    reading = hearing.reading
    words = sum(part.isalnum() or any(c.isalnum() for c in part) for part in reading.text[:2000].split())
    if asked in (CONTRACT, NEXT_STEP, REFERRAL) or reading.question is not None or not words:
        return
    if reading.traits and asked != "profile":  # it tells what kind of buyer this is, not what was asked
        return
    if reading.stance == "declined":
        yield hearing.evidence(asked, "declined")
    elif reading.stance == "no" and asked in _SAYS_NO and words <= 3:
        yield hearing.evidence(asked, "negative")
    elif reading.stance is None or words > 3:
        yield hearing.evidence(asked, "partial")


def _cut(said: str, at: int) -> str:
    """At most so many characters of `said`, whole words, with the place `at` among them."""
    if len(said) <= _LONGEST_QUOTE:
        return said
    start = max(0, min(at - _LONGEST_QUOTE // 3, len(said) - _LONGEST_QUOTE))
    piece = said[start : start + _LONGEST_QUOTE]
    if start and " " in piece[:40]:
        piece = piece[piece.index(" ") + 1 :]
    if start + _LONGEST_QUOTE < len(said) and " " in piece[-40:]:
        piece = piece[: piece.rindex(" ")]
    return piece
