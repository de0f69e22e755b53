"""Leads to read and to hand on: the ranked list, what an import did, a CSV that a CRM takes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cuebook.errors import UsageError
from cuebook.files import writing_whole
from cuebook.leads.importing import Imported
from cuebook.leads.model import Case, Kind, Lead
from cuebook.leads.ranking import Worth
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


def imported(found: Imported, new: int, known: int) -> str:
    """What became of a file's rows, in a line. `new` and `known`: leads that were not there, and were."""
    return (
        f"{new:,} new, {known:,} known already, {len(found.repeated):,} repeated, "
        f"{len(found.faults):,} not imported."
    )


def refused(file: str, found: Imported) -> Iterator[str]:
    """The rows that were not imported, each by its line and why; then those that repeat another."""
    for fault in found.faults:
        yield f"{file}, {fault}"
    for line, earlier in found.repeated:
        yield f"{file}, line {line}: the same lead as in line {earlier}; joined"


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
            table.writerow([_cell(value) for value in _values(case)])
    return count


COLUMNS = (
    *("First Name", "Last Name", "Email", "Phone", "Company", "Lead Type", "Lead Status"),
    *("Lead Source", "Lead Owner", "Do Not Call", "Next Step", "Next Activity Date", "Last Call", "Last Verdict"),
)
"""Salesforce's labels of a lead's fields, and for HubSpot the labels or the inner names of a contact's."""

_TELEPHONE = re.compile(r"\+[0-9][0-9 ]{3,30}")


def _cell(value: object) -> object:
    """The value for a spreadsheet and a CRM. A telephone number keeps its '+': a blank before it is dropped by
    CRMs, and makes it no formula; the ' that other text gets would become a part of the number there.
    """
    if isinstance(value, str) and _TELEPHONE.fullmatch(value):
        return f" {value}"
    return cell(value)


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
