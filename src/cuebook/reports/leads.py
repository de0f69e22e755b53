"""Leads to read and to hand on: the ranked list, the page of one, a CSV that a CRM takes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cuebook.errors import UsageError
from cuebook.files import writing_whole
from cuebook.journal.rows import CallDetail, PersonRow
from cuebook.leads.model import Case, Kind, KindChange, Lead
from cuebook.leads.ranking import Worth
from cuebook.qualification.committee import in_words, rank
from cuebook.reports.export import cell

_WIDEST = 34
_HEAD = ("LEAD", "WHO", "KIND", "SCORE", "WHY")

_STATUS: dict[Kind, str] = {
    "unqualified": "New",
    "MQL": "Nurturing",
    "SQL": "Qualified",
    "PQL": "Working",
    "CQL": "Working",
}
"""What the import of a CRM calls it (Salesforce's own values, which HubSpot maps)."""


def lines(ranked: Sequence[Worth]) -> Iterator[str]:
    """A head and a line a lead, in columns as wide as they need to be."""
    table = [_HEAD, *(_cells(one) for one in ranked)]
    widths = [min(_WIDEST, max(len(row[at]) for row in table)) for at in range(len(_HEAD) - 1)]
    for row in table:
        shown = [f"{_cut(text):{width}}" for text, width in zip(row, widths, strict=False)]
        yield "  ".join([*shown, row[-1]]).rstrip()


def page(
    lead: Lead, kinds: Sequence[KindChange], calls: Sequence[CallDetail], linked: Lead | None
) -> Iterator[str]:
    """All that is known of a lead, the most important first; every value is on a line of its own."""
    yield f"{lead.id}  {one_line(lead.label)}"
    if lead.do_not_call_at:
        yield f"DO NOT CALL: asked on {lead.do_not_call_at:%Y-%m-%d}."
    if lead.next_on or lead.next_step:
        yield f"Next: {' '.join(filter(None, (str(lead.next_on or ''), one_line(lead.next_step or ''))))}"
    facts = {
        "Kind": lead.kind,
        "Telephone": lead.phone,
        "E-mail": lead.email,
        "Source": lead.source,
        "Owner": lead.owner,
        "Named by": f"{linked.id}  {linked.label}" if linked else None,
    }
    for name, value in facts.items():
        if value:
            yield f"{name}: {one_line(value)}"
    for head, told in (("Their form", lead.answers), ("From the list", lead.traits)):
        if told:
            yield f"\n{head}"
            yield from (f"  {one_line(name)}: {one_line(value)}" for name, value in told.items())
    if kinds:
        yield "\nKinds"
        yield from (f"  {change.at:%Y-%m-%d}  {change.kind}: {one_line(change.reason)}" for change in kinds)
    known = list(_people(calls[0].people)) if calls else []  # the last call began with all that others had told
    if known:
        yield "\nPeople"
        yield from known
    for detail in calls:
        yield from _call(detail)


def one_line(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def export_leads(cases: Iterable[Case], path: Path) -> int:
    """Write the leads into a .csv with the columns that CRMs import; give how many they are.

    Raises UsageError for another ending, SurroundingsError where the file cannot be written.
    """
    if path.suffix.casefold() != ".csv":
        raise UsageError(f"{path.name} is no .csv file.", "End its name in .csv.")
    count = 0
    with writing_whole(path) as file:
        file.write("\ufeff")  # so that a spreadsheet reads the letters of all languages right
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for count, case in enumerate(cases, 1):  # noqa: B007  the last one is how many there were
            table.writerow([cell(value) for value in _values(case)])
    return count


COLUMNS = (
    *("First Name", "Last Name", "Email", "Phone Number", "Company Name", "Lead Type", "Lead Status"),
    *("Lead Source", "Lead Owner", "Do Not Call", "Next Step", "Next Activity Date", "Last Call", "Last Verdict"),
)


def _values(case: Case) -> tuple[object, ...]:
    lead = case.lead
    first, last = _halves(lead)
    refused = lead.do_not_call_at is not None
    status = "Unqualified" if refused or case.disposition in ("disqualified", "set_aside") else _STATUS[lead.kind]
    return (
        *(first, last, lead.email, lead.phone, lead.company, lead.kind, status),
        *(lead.source, lead.owner, "TRUE" if refused else "FALSE", lead.next_step, lead.next_on),
        *(case.called_on, case.verdict),
    )


def _halves(lead: Lead) -> tuple[str, str]:
    """First and last name: of 'Anna Berg', of 'Berg, Anna'; what is no person's name is all last name."""
    last, comma, first = (part.strip() for part in lead.name.partition(","))
    if not lead.person:
        return "", lead.name
    if comma and first:
        return first, last
    first, _, last = lead.name.rpartition(" ")
    return first, last


def _cells(one: Worth) -> tuple[str, ...]:
    lead = one.case.lead
    score = "-" if one.score is None else str(one.score)
    return lead.id or "", one_line(lead.label), lead.kind, score, "; ".join(one.reasons)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _call(detail: CallDetail) -> Iterator[str]:
    call = detail.call
    closed = f", closed as {call.disposition}" if call.disposition else ", open" if call.open else ""
    yield f"\nCall {call.id}, {call.started:%Y-%m-%d %H:%M}: {call.verdict}{closed}"
    for row in detail.standings:
        quote = f': "{one_line(row.quote)}"' if row.quote else ""
        yield f"  {row.criterion} {row.standing.replace('_', ' ')}{quote}"


def _people(people: Iterable[PersonRow]) -> Iterator[str]:
    """Who takes part in the decision, those who decide first."""
    for person in sorted(people, key=lambda one: rank(one.part, one.decides)):
        who = ", ".join(part for part in (person.name, person.role) if part)
        told = in_words(person.part, person.decides)
        if who or told:
            yield f"  {one_line(who) or 'they'}{f': {told}' if told else ''}"
