"""Leads are kept once each, become of another kind by their calls, and are called with what is known of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import create_engine
from tests.factories import START, ledger, person, setup, status, turn

from cuebook.conversation.known import Known, Told, learned
from cuebook.conversation.moves import DoNotCall, End, Hear, Move, Note, Undo
from cuebook.dialogue.context import Someone
from cuebook.errors import BlockedError, NothingError, UsageError
from cuebook.journal.journal import Journal
from cuebook.journal.migrating import configuration
from cuebook.leads.model import Lead
from cuebook.qualification.ledger import Evidence, Ledger
from cuebook.understanding.reading import Person

ANNA = Lead(
    name="Anna Berg",
    company="Nordvik AS",
    email="anna@nordvik.no",
    phone="+47 22 33 44 55",
    source="fair",
    owner="Kim",
    kind="CQL",
    traits={"Employees": "40", "ملاحظه": "بله"},
    answers={"Budget?": "about 50k"},
)


def keep(journal: Journal, *leads: Lead) -> list[Lead]:
    return [one.lead for one in journal.put_leads([(lead, "so it came") for lead in leads], START)]


def hold(journal: Journal, end: Move | None, *, name: str | None = "Anna Berg", **last: Any) -> str:
    """A call to somebody at Nordvik; the last turn is its end, if it has one."""
    lead = Someone(name=name, company="Nordvik AS")
    call = journal.begin(setup(lead=lead), turn(0, stage="opening", question="opening.leave"), "digest")
    stage = {"end": "closed", "do_not_call": "do_not_call"}.get(end.kind, "need") if end else "need"
    journal.append(call, [turn(1, Hear("jams every week")), turn(2, end, stage=stage, **last)])
    return call


def kinds(journal: Journal, lead: str) -> list[str]:
    return [change.kind for change in journal.kinds(lead)]


def test_a_lead_comes_back_as_it_was_put(journal: Journal) -> None:
    (kept,) = keep(journal, ANNA)
    assert journal.lead(kept.id or "") == kept
    assert kept.id is not None
    assert [case.lead for case in journal.leads()] == [kept]
    (change,) = journal.kinds(kept.id)
    assert (change.at, change.kind, change.reason, change.call) == (START, "CQL", "so it came", None)


def test_a_lead_is_found_by_number_by_name_and_company_or_by_a_name_that_is_only_theirs(journal: Journal) -> None:
    anna, per, other = keep(
        journal, ANNA, Lead(name="Per Olsen, Jr.", company="Sør, Vest & Co"), Lead(name="Anna Berg", company="Vik")
    )
    assert journal.lead(anna.id or "") == anna
    assert journal.lead("anna  BERG, nordvik as") == anna
    assert journal.lead("Anna Berg, Vik") == other
    assert journal.lead("per olsen, jr.") == per
    assert journal.lead("Per Olsen, Jr., Sør, Vest & Co") == per
    with pytest.raises(UsageError, match="2 leads are called 'Anna Berg'") as caught:
        journal.lead("Anna Berg")
    assert "3: Anna Berg, Vik" in caught.value.hint
    for nobody in ("77", "Kari", "", "%", "Anna", "9" * 30):
        with pytest.raises(NothingError):
            journal.lead(nobody)


def test_a_list_that_is_imported_twice_changes_nothing_and_a_fuller_one_completes(journal: Journal) -> None:
    bare = Lead(name="Anna Berg", company="Nordvik AS")
    keep(journal, bare)
    again = journal.put_leads([(bare, "again"), (ANNA, "sent a form")], START + timedelta(days=1))
    assert [one.new for one in again] == [False, False]
    (case,) = journal.leads()
    assert (case.lead.email, case.lead.kind, case.lead.answers) == (ANNA.email, "CQL", ANNA.answers)
    assert kinds(journal, case.lead.id or "") == ["unqualified", "CQL"]


def test_somebody_whose_company_becomes_known_is_still_one_lead(journal: Journal) -> None:
    keep(journal, Lead(name="Anna Berg", email="anna@nordvik.no"))
    keep(journal, ANNA)
    assert journal.lead("Anna Berg, Nordvik AS").company == "Nordvik AS"
    assert len(journal.leads()) == 1


def test_a_list_is_kept_whole_or_not_at_all(journal: Journal, url: str) -> None:
    def broken() -> Iterator[tuple[Lead, str]]:
        yield ANNA, "sent a form"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.put_leads(broken(), START)
    assert journal.leads() == ()
    keep(journal, ANNA)
    other = Journal.open(url)  # what was put is there for everybody
    assert len(other.leads()) == 1
    other.close()


def test_a_lead_of_a_list_who_is_not_to_be_called_is_refused_and_no_list_takes_that_back(journal: Journal) -> None:
    keep(journal, Lead(name="Anna Berg", company="Nordvik AS", do_not_call_at=START))
    keep(journal, ANNA)
    with pytest.raises(BlockedError, match="2026-11-21"):
        journal.begin(setup(), turn(0), "digest")


@pytest.mark.parametrize("name", ["Robert'); DROP TABLE leads;--", '"]', "%_\\", "名 前", "\u202ex", "a" * 120])
def test_no_name_is_too_hostile_to_be_kept_and_found(journal: Journal, name: str) -> None:
    (kept,) = keep(journal, Lead(name=name, company=name))
    assert journal.lead(f"{name}, {name}") == kept
    assert journal.lead(name) == kept


@pytest.mark.parametrize(
    ("disposition", "verdict", "kind"),
    [
        ("qualified", "qualified", "SQL"),
        ("nurture", "nurture", "MQL"),
        ("lost", "lost", "MQL"),  # Q18
        ("callback", "callback", "MQL"),  # a contract binds them (Q17)
        ("callback", "incomplete", "CQL"),  # no time now: nothing is known yet
        ("disqualified", "disqualified", "unqualified"),
        ("no_answer", "incomplete", "CQL"),
    ],
)
def test_the_end_of_a_call_makes_the_lead_of_its_kind(
    journal: Journal, disposition: Any, verdict: Any, kind: str
) -> None:
    (anna,) = keep(journal, ANNA)
    call = hold(journal, End(disposition, "Call.", date(2027, 3, 1)), stands_at=status(verdict=verdict))
    found = journal.lead(anna.id or "")
    assert (found.kind, found.next_on, found.next_step) == (kind, date(2027, 3, 1), "Call.")
    if kind != "CQL":
        assert journal.kinds(anna.id or "")[-1].call == call
    journal.append(call, [turn(3, Undo(), undone=(2,))])
    undone = journal.lead(anna.id or "")
    assert (undone.kind, undone.next_on) == ("CQL", None)


def test_whoever_asked_not_to_be_called_is_no_lead_any_more(journal: Journal) -> None:
    (anna,) = keep(journal, ANNA)
    call = hold(journal, DoNotCall())
    journal.append(call, [turn(3, Note("sorry"), stage="do_not_call")])
    assert kinds(journal, anna.id or "") == ["CQL", "unqualified"]
    assert journal.lead(anna.id or "").do_not_call_at is not None


DECIDES = ledger([person("Per Olsen", "CFO", decides=True, quote="Per Olsen signs")]).file(
    [Evidence("need", "confirmed", "jams every week", 1), Evidence("authority", "negative", "Per Olsen signs", 1)]
)


def test_passed_on_is_a_new_lead_at_the_same_company_linked_and_known(journal: Journal) -> None:
    (anna,) = keep(journal, ANNA)
    call = hold(journal, End("rerouted"), holds=DECIDES)
    per = journal.lead("Per Olsen, Nordvik AS")
    assert (per.linked_to, per.kind) == (anna.id, "unqualified")
    assert journal.kinds(per.id or "")[0].call == call
    known = journal.known(per.id or "")
    assert known is not None
    assert known.told["need"].proves == "partial"
    assert known.people["anna berg"].person.decides is False
    journal.append(call, [turn(3, Undo(), undone=(2,))])
    with pytest.raises(NothingError):
        journal.lead("Per Olsen, Nordvik AS")


def test_one_who_decides_and_is_a_lead_already_keeps_their_kind_and_stays_after_an_undo(journal: Journal) -> None:
    anna, per = keep(journal, ANNA, Lead(name="Per Olsen", company="Nordvik AS", kind="PQL"))
    call = hold(journal, End("rerouted"), holds=DECIDES)
    found = journal.lead(per.id or "")
    assert (found.linked_to, found.kind) == (anna.id, "PQL")
    journal.append(call, [turn(3, Undo(), undone=(2,))])
    assert journal.lead(per.id or "").kind == "PQL"


REFERRED = (
    Ledger()
    .file([Evidence("need", "confirmed", "jams every week", 1)])
    .refer(
        [Person("Liv Moe", None, None, (0, 7), company="Sund Print"), Person("Per Olsen", None, None, (0, 9))],
        "Liv Moe at Sund Print, and Per Olsen",
        1,
    )
)


@pytest.mark.parametrize("disposition", ["qualified", "lost", "disqualified", "callback", "set_aside"])
def test_whom_they_referred_to_is_a_new_lead_linked_to_them_and_nothing_is_held_of_it(
    journal: Journal, disposition: str
) -> None:
    (anna,) = keep(journal, ANNA)
    call = hold(journal, End(disposition), holds=REFERRED)
    for named in ("Liv Moe, Sund Print", "Per Olsen"):
        found = journal.lead(named)
        assert (found.linked_to, found.linked_as, found.source) == (anna.id, "referral", "referral")
        (change,) = journal.kinds(found.id or "")
        assert (change.reason, change.call) == ("a referral: Liv Moe at Sund Print, and Per Olsen", call)
        assert journal.known(found.id or "") is None  # what Anna needs is not what they need
    journal.append(call, [turn(3, Undo(), undone=(2,))])
    with pytest.raises(NothingError):
        journal.lead("Liv Moe, Sund Print")


def test_who_asked_not_to_be_called_refers_to_nobody(journal: Journal) -> None:
    hold(journal, DoNotCall(), holds=REFERRED)
    with pytest.raises(NothingError):
        journal.lead("Liv Moe, Sund Print")


def test_a_call_leaves_known_what_it_learned_ended_or_not(journal: Journal) -> None:
    (anna,) = keep(journal, ANNA)
    assert journal.known(anna.id or "") is None
    holds = Ledger().file([Evidence("need", "confirmed", "jams every week", 1)])
    hold(journal, Hear("yes"), holds=holds, question="need.cost")
    known = journal.known(anna.id or "")
    assert known == Known(
        told={"need": Told("confirmed", "jams every week", START.date())}, answered=("opening.leave", "need.today")
    )


def test_what_a_call_was_begun_with_is_there_again_and_keeps_its_day(journal: Journal) -> None:
    said = START.date() - timedelta(days=40)
    known = Known(told={"need": Told("confirmed", "jams", said)}, answered=("need.today",))
    begun = turn(0, stage="opening", holds=Ledger().file([Evidence("need", "confirmed", "jams", 0)]))
    call = journal.begin(setup(known=known), begun, "digest")
    assert journal.read(call).setup.known == known
    after = journal.known(journal.lead("Anna Berg").id or "")
    assert after == known == learned(begun.ledger, known, START.date())


def test_a_case_says_what_the_last_call_came_to(journal: Journal) -> None:
    keep(journal, ANNA, Lead(name="Per Olsen"))
    hold(journal, End("callback", "Call Per.", date(2027, 1, 4)))
    hold(journal, None)
    anna, per = journal.leads()
    assert (anna.calls, anna.called_on, anna.verdict, anna.open) == (2, START.date(), "incomplete", True)
    assert (anna.confirmed, anna.of) == (0, 4)
    assert anna.lead.next_on == date(2027, 1, 4)  # agreed in the call before
    assert (per.calls, per.called_on, per.open) == (0, None, False)
    assert [detail.call.open for detail in journal.calls_of(anna.lead.id or "")] == [True, False]


KEY = '["anna berg", "nordvik as"]'


def test_a_store_of_the_first_tables_is_brought_up_to_date_with_all_that_it_holds(file: Path, url: str) -> None:
    engine = create_engine(url)
    with engine.connect() as connection, connection.begin():
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with sqlite3.connect(file) as old:
        old.execute("INSERT INTO leads VALUES (7, ?, 'Anna Berg', 'Nordvik AS', 'fair', NULL)", [KEY])
        old.execute(
            "INSERT INTO calls (id, lead, started, digest, setup_framework, product, language, depth, turns,"
            " framework, stage, verdict, asked, lead_name) VALUES (3, 7, '2026-01-01T10:00:00+01:00', 'd', 'bant',"
            " 'copier-leasing', 'en', 'cold', 2, 'bant', 'need', 'incomplete', 1, 'Anna Berg')"
        )
        old.execute(
            "INSERT INTO turns VALUES (3, 1, '2026-01-01T10:00:09+01:00', 'hear', ?, 'need', 'need.today',"
            " 'incomplete', 1, NULL, NULL)",
            ['{"move": "hear", "text": "jams"}'],
        )
    old.close()
    journal = Journal.open(url)
    anna = journal.lead("7")
    assert (anna.label, anna.kind, anna.person, anna.source) == (
        "Anna Berg, Nordvik AS",
        "unqualified",
        True,
        "fair",
    )
    back = journal.read("3")
    assert [move for _, _, move in back.moves] == [Hear("jams")]
    assert back.setup.known is None
    assert journal.known("7") is None
    journal.append("3", [turn(2, Hear("yes"))])
    assert journal.known("7") is not None
    journal.close()


def test_a_few_letters_find_leads_those_that_begin_so_first(journal: Journal) -> None:
    keep(
        journal,
        Lead(name="Kari Annandal", company="Fjord"),
        Lead(name="Anna Berg", company="Nordvik AS"),
        Lead(name='Per "Ann" 100%', company=None),
        Lead(name="Ola", company="Lund"),
    )
    found = [
        [lead.name for lead in journal.leads_like(typed, 5)] for typed in ("ANN", "berg nord", "2", "%", "[", "")
    ]
    assert found == [["Anna Berg", "Kari Annandal", 'Per "Ann" 100%'], ["Anna Berg"], ["Anna Berg"],
                     ['Per "Ann" 100%'], [], []]  # fmt: skip
    assert len(journal.leads_like("a", 2)) == 2


def test_a_case_tells_what_was_said_of_the_buyer(journal: Journal) -> None:
    (kept, _) = keep(journal, ANNA, Lead(name="Ola"))
    hold(journal, None, holds=Ledger(traits={"employees": 40.0}))
    case = journal.case(kept.id or "")
    assert (case.lead.name, case.calls, case.traits) == ("Anna Berg", 1, {"employees": 40.0})
    assert journal.case("Ola").calls == 0
    with pytest.raises(NothingError):
        journal.case("12")
