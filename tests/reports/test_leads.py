"""Leads as a list, as a page and as a file for a CRM: whole, on their lines, and never a formula."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cuebook.errors import SurroundingsError, UsageError
from cuebook.leads.importing import read_leads
from cuebook.leads.model import Case, Lead
from cuebook.leads.ranking import rank
from cuebook.reports.leads import export_leads, imported, lines, refused

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ANNA = Lead(
    id="1",
    name="Anna Berg",
    company="Nordvik AS",
    email="anna@nordvik.no",
    phone="+47 22 33 44 55",
    kind="CQL",
    traits={"Employees": "40"},
    answers={"Budget?": "about\n50k"},
    next_on=date(2026, 12, 1),
    next_step="Call back.",
)


def exported(tmp_path: Path, *leads: Lead) -> list[dict[str, str]]:
    assert export_leads([Case(lead=lead) for lead in leads], tmp_path / "leads.csv") == len(leads)
    with (tmp_path / "leads.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_columns_are_those_that_a_crm_imports(tmp_path: Path) -> None:
    (row,) = exported(tmp_path, ANNA)
    assert (row["First Name"], row["Last Name"], row["Company"]) == ("Anna", "Berg", "Nordvik AS")
    assert (row["Email"], row["Lead Status"], row["Do Not Call"]) == ("anna@nordvik.no", "Working", "FALSE")
    assert row["Next Activity Date"] == "2026-12-01"


@pytest.mark.parametrize(
    ("lead", "first", "last"),
    [
        (Lead(name="Anna Maria Berg"), "Anna Maria", "Berg"),
        (Lead(name="Berg, Anna"), "Anna", "Berg"),
        (Lead(name="Anna"), "", "Anna"),
        (Lead(name="Nordvik AS", person=False), "", "Nordvik AS"),
    ],
)
def test_a_name_is_put_into_its_two_columns(tmp_path: Path, lead: Lead, first: str, last: str) -> None:
    (row,) = exported(tmp_path, lead)
    assert (row["First Name"], row["Last Name"]) == (first, last)


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    (row,) = exported(tmp_path, Lead(name="=cmd|' /C calc'!A0", company="@SUM(A1)", phone="+47 22 33 44 55"))
    assert not [value for value in row.values() if value.startswith(("=", "+", "-", "@"))]
    assert row["Phone"].strip() == "+47 22 33 44 55"


def test_what_was_exported_can_be_imported_again(tmp_path: Path) -> None:
    refused = Lead(name="Per Olsen", kind="MQL", do_not_call_at=NOW)
    exported(tmp_path, ANNA, refused)
    found = read_leads((tmp_path / "leads.csv").read_bytes(), NOW)
    anna, per = (one.lead for one in found.found)
    assert (anna.name, anna.company, anna.email) == (ANNA.name, ANNA.company, ANNA.email)
    assert (anna.phone, anna.kind) == (ANNA.phone, ANNA.kind)
    assert (per.kind, per.do_not_call_at) == ("MQL", NOW)


def test_another_ending_and_a_folder_that_is_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"leads\.xlsx"):
        export_leads([], tmp_path / "leads.xlsx")
    with pytest.raises(SurroundingsError, match="nowhere"):
        export_leads([], tmp_path / "nowhere" / "leads.csv")


def test_the_list_has_a_line_a_lead_with_the_reasons() -> None:
    worth, rest = rank(
        [Case(lead=ANNA), Case(lead=Lead(id="2", name="Per\nOlsen", kind="SQL"))], date(2026, 11, 21)
    )
    head, per, anna = lines((*worth, *rest))
    assert head.split() == ["LEAD", "WHO", "KIND", "SCORE", "WHY"]
    assert per.startswith("2     Per Olsen")
    assert per.endswith("ready to buy; never called; no telephone number")
    assert anna.endswith("not before 2026-12-01")


def test_what_became_of_an_imported_file_is_told_row_by_row() -> None:
    found = read_leads(b"Name,Phone\nAnna Berg,22334455\n,\n,x\nAnna Berg,22334455\n", NOW)
    assert imported(found, 1, 0) == "1 new, 0 known already, 1 repeated, 1 not imported."
    assert list(refused("fair.csv", found)) == [
        "fair.csv, line 4: it has neither a name, a company, an e-mail nor a telephone",
        "fair.csv, line 5: the same lead as in line 2; joined",
    ]
