"""The page of a lead: all that is known of them, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cuebook.conversation.known import Known
from cuebook.journal.rows import CallDetail
from cuebook.leads.model import REFERRAL, KindChange, Lead
from cuebook.leads.ranking import Worth
from cuebook.qualification.committee import PROSPECT, in_order
from cuebook.qualification.telling import trait
from cuebook.reports.leads import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPage:
    """A lead with what a call now is worth and why, what is known, the kinds they were of, and their calls.

    `named_by` is the lead who named this one, `named` are those whom this one named. `calls` has the newest first,
    `kinds` the first one first. `today`: the day on which the page is read.
    """

    worth: Worth
    today: date
    known: Known | None = None
    kinds: Sequence[KindChange] = ()
    calls: Sequence[CallDetail] = ()
    named_by: Lead | None = None
    named: Sequence[Lead] = ()

    @property
    def lead(self) -> Lead:
        """Who it is."""
        return self.worth.case.lead


def lines(page: LeadPage) -> Iterator[str]:
    """The page with its calls; every value is on a line of its own."""
    yield from about(page)
    for detail in page.calls:
        yield from _call(detail)


def about(page: LeadPage) -> Iterator[str]:
    """The page without its calls."""
    lead = page.lead
    yield f"{lead.id}  {one_line(lead.label)}"
    if lead.do_not_call_at:
        yield f"DO NOT CALL: asked on {lead.do_not_call_at:%Y-%m-%d}."
    if lead.next_on or lead.next_step:
        due = " (due)" if lead.next_on and lead.next_on <= page.today else ""
        yield f"Next{due}: {' '.join(filter(None, (str(lead.next_on or ''), one_line(lead.next_step or ''))))}"
    score = "-" if page.worth.score is None else str(page.worth.score)
    facts = {
        "Kind": lead.kind,
        "Worth a call": "; ".join((score, *page.worth.reasons)),
        "Telephone": lead.phone,
        "E-mail": lead.email,
        "Source": lead.source,
        "Owner": lead.owner,
        "Referred by" if lead.linked_as == REFERRAL else "Named by": _who(page.named_by)
        if page.named_by
        else None,
    }
    yield from (f"{name}: {one_line(value)}" for name, value in facts.items() if value)
    yield from (f"Named: {_who(other)}" for other in page.named)
    if page.known:
        yield from _part("Known", _known(page.known))
        yield from _part("People", _people(page.known, lead.name))
    yield from _part("Their form", _told(lead.answers))
    yield from _part("From the list", _told(lead.traits))
    yield from _part("Kinds", (f"{one.at:%Y-%m-%d}  {one.kind}: {one_line(one.reason)}" for one in page.kinds))


def _part(head: str, told: Iterable[str]) -> Iterator[str]:
    listed = list(told)
    if listed:
        yield f"\n{head}"
        yield from (f"  {line}" for line in listed)


def _told(told: Mapping[str, str]) -> Iterator[str]:
    return (f"{one_line(name)}: {one_line(value)}" for name, value in told.items())


def _who(lead: Lead) -> str:
    return f"{lead.id} {one_line(lead.label)}"


def _known(known: Known) -> Iterator[str]:
    """What was proved, with the words and the day, and what kind of buyer they are."""
    for facet, told in known.told.items():
        quote = f': "{one_line(told.quote)}"' if told.quote else ""
        yield f"{_spaced(facet)} {_spaced(told.proves)} ({told.said}){quote}"
    if known.contract:
        ends = f", ends {known.contract.ends}" if known.contract.ends else ""
        yield f'contract{ends}: "{one_line(known.contract.quote)}"'
    if known.supplier:
        yield f'supplier: "{one_line(known.supplier)}"'
    if known.traits:
        yield f"buyer: {', '.join(one_line(trait(name, value)) for name, value in known.traits.items())}"


def _people(known: Known, lead: str) -> Iterator[str]:
    """Who takes part in the decision, those who decide first; the lead's own part by name."""
    for key, member in in_order(known.people):
        name = lead if key == PROSPECT else member.person.name
        who = ", ".join(one_line(part) for part in (name, member.person.role) if part)
        if member.tells or key != PROSPECT or member.person.role:
            yield f"{who}{f': {member.tells}' if member.tells else ''}"


def _call(detail: CallDetail) -> Iterator[str]:
    call = detail.call
    closed = f", closed as {_spaced(call.disposition)}" if call.disposition else ", open" if call.open else ""
    yield f"\nCall {call.id}, {call.started:%Y-%m-%d %H:%M}: {_spaced(call.verdict)}{closed}"
    for row in detail.standings:
        quote = f': "{one_line(row.quote)}"' if row.quote else ""
        yield f"  {_spaced(row.criterion)} {_spaced(row.standing)}{quote}"


def _spaced(name: str) -> str:
    return name.replace("_", " ")
