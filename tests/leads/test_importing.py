"""A list of leads from any program: each row is imported, joined to one that it repeats, or reported."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.harmless import harmless
from cuebook.leads.importing import Imported, read_leads
from cuebook.leads.model import Lead

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def read(text: str, encoding: str = "utf-8") -> Imported:
    return read_leads(text.encode(encoding), NOW)


def lead(text: str, encoding: str = "utf-8") -> Lead:
    """The one lead of a list."""
    (found,) = read(text, encoding).found
    return found.lead


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_columns_are_found_by_name_whatever_stands_between_them(delimiter: str, ending: str) -> None:
    rows = (
        ("Phone", "Company name", "Full Name", "E-mail"),
        ("+47 22 33 44 55", "Nordvik AS", "Anna Berg", "a@nordvik.no"),
    )
    found = lead(ending.join(delimiter.join(row) for row in rows))
    assert (found.name, found.company) == ("Anna Berg", "Nordvik AS")
    assert (found.email, found.phone) == ("a@nordvik.no", "+47 22 33 44 55")


@pytest.mark.parametrize(
    ("text", "encoding", "name", "company"),
    [
        ("Navn;Firma;Telefon\nBjørn Ås;Fjordkraft Øst AS;22334455", "cp1252", "Bjørn Ås", "Fjordkraft Øst AS"),
        ("Namn;Företag\nGöran Åkerström;Mälardalens Kök AB", "latin-1", "Göran Åkerström", "Mälardalens Kök AB"),
        ("Imię;Nazwisko;Firma\nŁucja;Żółkiewska;Źródło S.A.", "cp1250", "Łucja Żółkiewska", "Źródło S.A."),
        ("Име;Фамилия;Фирма\nИван;Петров;Родопи ООД", "cp1251", "Иван Петров", "Родопи ООД"),  # noqa: RUF001 - Bulgarian
        ("نام;نام خانوادگی;شرکت\nعلی;رضایی;پارس", "utf-8-sig", "علی رضایی", "پارس"),
        ("First Name,Last Name,Company\nZoë,Faß,Café Ü", "utf-16", "Zoë Faß", "Café Ü"),
        ("First Name,Last Name,Company\nZoë,Faß,Café Ü", "utf-16-le", "Zoë Faß", "Café Ü"),
        ("Name,Company\nZoë Faß,Café Ü", "utf-32", "Zoë Faß", "Café Ü"),
    ],
)
def test_a_list_is_read_in_the_encoding_that_its_program_writes(
    text: str, encoding: str, name: str, company: str
) -> None:
    found = lead(text, encoding)
    assert (found.name, found.company) == (name, company)


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("Berg, Anna", "Anna Berg"),
        ("BERG, ANNA MARIA", "ANNA MARIA BERG"),
        ("van Dijk, Jan", "Jan van Dijk"),
        ("Anna Berg, CFO", "Anna Berg, CFO"),
        ("Berg, CFO", "Berg, CFO"),
        ("Berg, Anna, jr.", "Berg, Anna, jr."),
        ("Anna Berg", "Anna Berg"),
    ],
)
def test_a_name_is_kept_as_it_is_said(listed: str, name: str) -> None:
    assert lead(f'Name;Company\n"{listed}";Nordvik AS').name == name


def test_columns_that_cuebook_has_no_use_for_are_kept_as_they_were() -> None:
    found = lead("Name,Employees,Favourite colour,\nAnna,40,blue,left over\n")
    assert found.traits == {"Employees": "40", "Favourite colour": "blue", "column 4": "left over"}


def test_what_a_form_asked_is_kept_with_the_answer() -> None:
    found = read("Name,What does your budget look like?,Timeline\nAnna,about 50k,by March\n").found[0]
    assert found.lead.answers == {"What does your budget look like?": "about 50k", "Timeline": "by March"}
    assert (found.lead.kind, found.reason) == ("CQL", "sent a form")  # Q21


@pytest.mark.parametrize(
    ("columns", "cells", "kind"),
    [
        ("Lead Source", "trade fair", "unqualified"),
        ("Lead Source", "Web form", "CQL"),
        ("Call me", "yes", "CQL"),
        ("Call me", "no", "unqualified"),
        ("Free trial", "TRUE", "PQL"),
        ("Kilde", "Nettskjema", "CQL"),
        ("Lifecycle Stage", "Marketing Qualified Lead", "MQL"),
        ("Lead Status", "SQL", "SQL"),
    ],
)
def test_the_kind_of_a_lead_comes_from_how_it_came(columns: str, cells: str, kind: str) -> None:
    assert lead(f"Name,{columns}\nAnna,{cells}\n").kind == kind


def test_a_status_that_is_no_kind_is_kept_as_a_trait() -> None:
    found = lead("Name,Lead Status\nAnna,Contacted in May\n")
    assert (found.kind, found.traits) == ("unqualified", {"Lead Status": "Contacted in May"})


def test_whoever_is_not_to_be_called_stays_so() -> None:
    assert lead("Name,Do Not Call\nAnna,1\n").do_not_call_at == NOW
    assert lead("Name,Do Not Call\nAnna,0\n").do_not_call_at is None
    assert lead("Name,Email,Do Not Call\nAnna,a@x.no,0\nAnna,a@x.no,yes\n").do_not_call_at == NOW


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ("Anna B. Berg,,A@NORDVIK.no,", True),
        ("Anna Berg,,,22 33 44 55", True),  # without the code of the country
        ("anna  berg,NORDVIK as,,", True),
        ("Per Olsen,Nordvik AS,a@nordvik.no,", False),  # an address that two share
        ("Per Olsen,Nordvik AS,,+47 22334455", False),  # a switchboard
        (",Nordvik AS,,0047 22 33 44 55", True),  # nobody's name: whoever answers there
        ("Anna Berg,Sørvik AS,,", False),
    ],
)
def test_the_same_person_twice_is_one_lead(second: str, same: bool) -> None:
    read_in = read(f"Name,Company,Email,Phone\nAnna Berg,Nordvik AS,a@nordvik.no,+47 22 33 44 55\n{second}\n")
    assert len(read_in.found) == (1 if same else 2)
    assert read_in.repeated == (((3, 2),) if same else ())


def test_what_a_repeated_row_adds_is_not_lost() -> None:
    found = lead("Name,Company,Email,Phone,Floor\nAnna,Nordvik,a@x.no,,2\nAnna,Nordvik,,22334455,\n")
    assert (found.email, found.phone, found.traits) == ("a@x.no", "22334455", {"Floor": "2"})


def test_a_broken_row_is_reported_by_its_line_and_the_rest_is_imported() -> None:
    read_in = read('Name,Company\nAnna,"Nordvik\nAS"\nPer,Sørvik,too,much\n,\n ,"-"\nKari,"Lund\nOle,Vik\n')
    assert [one.lead.label for one in read_in.found] == ["Anna, Nordvik AS", 'Kari, "Lund', "Ole, Vik"]
    assert [str(fault) for fault in read_in.faults] == [
        "line 4: 4 cells under 2 headers: is a quote missing?",
        "line 6: it has neither a name, a company, an e-mail nor a telephone",
    ]


def test_a_list_without_headers_is_not_guessed_at() -> None:
    read_in = read("Anna Berg,Nordvik AS\nPer Olsen,Sørvik AS\n")
    assert (read_in.rows, len(read_in.faults), read_in.found) == (2, 2, ())
    assert "line 1: the first line must name the columns" in str(read_in.faults[0])


@pytest.mark.parametrize("number", ["4,72233E+10", "ask at the desk", "12"])
def test_a_cell_that_is_no_telephone_is_kept_but_not_called(number: str) -> None:
    found = lead(f'Name,Phone\nAnna,"{number}"\n')
    assert (found.phone, found.traits) == (None, {"Phone": number})


def test_the_line_that_spreadsheets_write_first_is_obeyed() -> None:
    assert lead("sep=;\nName;Company\nAnna;Nordvik, and sons\n").company == "Nordvik, and sons"


def test_a_name_that_would_control_a_terminal_or_run_to_pages_is_made_harmless() -> None:
    found = lead(f"Name,Company\n\x1b[2JAnna\u202e,{'x' * 5000}\n")
    assert found.name == harmless(found.name)
    assert "\x1b" not in found.name
    assert len(found.company or "") <= 120


VCARD = """BEGIN:VCARD
VERSION:{version}
N:Berg;Anna;;;
FN:Anna Berg
ORG:Nordvik AS;Purchasing
item1.EMAIL;TYPE=work:anna@nordvik.no
TEL;TYPE="cell,voice";VALUE=uri:tel:+47-900-00-000
TITLE:Head of\\, well\\; all
 that
END:VCARD
"""


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_vcard_is_read_as_a_list(version: str) -> None:
    found = lead(VCARD.format(version=version).replace("\n", "\r\n"))
    assert (found.name, found.company, found.email) == ("Anna Berg", "Nordvik AS", "anna@nordvik.no")
    assert (found.phone, found.traits) == ("+47-900-00-000", {"role": "Head of, well; allthat"})


def test_an_old_vcard_keeps_its_letters() -> None:
    card = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85s;Bj=C3=B8=\nrn\nEND:VCARD\n"
    assert lead(card).name == "Bjørn Ås"


def test_a_card_that_never_ends_is_reported_and_the_next_is_read() -> None:
    read_in = read(f"BEGIN:VCARD\nFN:Per\n{VCARD.format(version='3.0')}")
    assert [one.lead.name for one in read_in.found] == ["Anna Berg"]
    assert [fault.line for fault in read_in.faults] == [1]


def holds(read_in: Imported) -> None:
    assert read_in.rows == len(read_in.found) + len(read_in.repeated) + len(read_in.faults)
    lines = [one.line for one in read_in.found] + [fault.line for fault in read_in.faults]
    assert len({*lines, *(line for line, _ in read_in.repeated)}) == read_in.rows
    assert all(one.lead.name.strip() and harmless(one.lead.name) == one.lead.name for one in read_in.found)


@given(st.binary(max_size=400))
def test_any_bytes_are_imported_or_reported_row_by_row(data: bytes) -> None:
    holds(read_leads(data, NOW))
    holds(read_leads(b"Name,Phone,E-mail\n" + data, NOW))
    holds(read_leads(b"BEGIN:VCARD\n" + data, NOW))


cells = st.text(st.sampled_from("ab1@.+ ;,\"\n\r'=é"), max_size=8)


@given(st.lists(st.lists(cells, min_size=3, max_size=4), max_size=6), st.sampled_from(",;"))
def test_any_rows_are_imported_or_reported(table: list[list[str]], delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in [["Name", "Phone", "E-mail"], *table])
    holds(read_leads(text.encode(), NOW))
