"""The page of a lead tells all that is known, each with where it is from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.ui.desk_fakes import call

from cuebook.conversation.known import Known, Told
from cuebook.journal.rows import CallDetail, StandingRow
from cuebook.leads.model import Case, KindChange, Lead
from cuebook.leads.ranking import Worth
from cuebook.qualification.committee import Member
from cuebook.qualification.ledger import Contract
from cuebook.reports.lead_page import LeadPage, about, lines
from cuebook.understanding.reading import Person

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ANNA = Lead(
    id="1",
    name="Anna Berg",
    company="Nordvik AS",
    phone="+47 22 33 44 55",
    kind="CQL",
    traits={"Employees": "40"},
    answers={"Budget?": "about\n50k"},
    next_on=date(2026, 11, 20),
    next_step="Call back.",
)
PER = Lead(id="2", name="Per Olsen", linked_to="1", do_not_call_at=NOW)
KNOWN = Known(
    told={"need": Told("confirmed", "it jams\nevery week", date(2026, 11, 19)),
          "money": Told("partial", None, date(2026, 11, 19))},
    people={"per olsen": Member(Person("Per Olsen", "CFO", True, (0, 0)), "Per decides", 0)},
    contract=Contract("leased until June", 0, date(2027, 6, 30)),
    supplier="a big one",
    traits={"employees": 40.0},
)  # fmt: skip


def page(lead: Lead, **held: object) -> LeadPage:
    worth = Worth(Case(lead=lead), 80, ("due since 2026-11-20", "sent a form"))
    return LeadPage(worth=worth, today=NOW.date(), **held)  # type: ignore[arg-type]  # fields of LeadPage, by name


def test_the_page_shows_all_that_is_known() -> None:
    need = StandingRow(
        criterion="need", standing="confirmed", quote="it jams", turn=1, contradicts=None, by_rep=False
    )
    held = CallDetail(call(3, id="7"), (need,), (), (), ())
    kinds = [KindChange(NOW, "CQL", "sent a form")]
    told = list(lines(page(ANNA, known=KNOWN, kinds=kinds, calls=[held], named=[PER])))
    assert told == [
        "1  Anna Berg, Nordvik AS",
        "Next (due): 2026-11-20 Call back.",
        "Kind: CQL",
        "Worth a call: 80; due since 2026-11-20; sent a form",
        "Telephone: +47 22 33 44 55",
        "Named: 2 Per Olsen",
        "\nKnown",
        '  need confirmed (2026-11-19): "it jams every week"',
        "  money partial (2026-11-19)",
        '  contract, ends 2027-06-30: "leased until June"',
        '  supplier: "a big one"',
        "  buyer: 40 people",
        "\nPeople",
        "  Per Olsen, CFO: decides",
        "\nTheir form",
        "  Budget?: about 50k",
        "\nFrom the list",
        "  Employees: 40",
        "\nKinds",
        "  2026-11-21  CQL: sent a form",
        "\nCall 7, 2026-11-21 07:00: qualified, closed as callback",
        '  need confirmed: "it jams"',
    ]
    assert list(about(page(ANNA, known=KNOWN, kinds=kinds, calls=[held], named=[PER]))) == told[:-2]


def test_whoever_asked_not_to_be_called_is_marked_first_and_who_named_them_is_told() -> None:
    told = list(about(page(PER, named_by=ANNA)))
    assert told[1] == "DO NOT CALL: asked on 2026-11-21."
    assert "Named by: 1 Anna Berg, Nordvik AS" in told
    told = list(about(page(replace(PER, linked_as="referral"), named_by=ANNA)))
    assert "Referred by: 1 Anna Berg, Nordvik AS" in told


def test_the_leads_own_part_is_told_by_name() -> None:
    known = Known(
        people={"": Member(Person(None, "office manager", None, (0, 0), speaker=True), "", 1, "user", 1)}
    )
    told = list(lines(page(ANNA, known=known)))
    assert told[told.index("\nPeople") + 1] == "  Anna Berg, office manager: will use it"
