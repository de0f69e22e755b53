"""Leads: who is worth the next call first, found by typing, called, imported and exported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.ui.desk_fakes import NOW, Fakes, Host, call, seen, settled
from textual.widgets import Input

from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.errors import StoreError, SurroundingsError
from cuebook.journal.listing import Put
from cuebook.journal.rows import CallDetail
from cuebook.leads.importing import Fault, Imported
from cuebook.leads.model import Case, Lead
from cuebook.leads.ranking import Worth
from cuebook.reports.lead_page import LeadPage
from cuebook.ui.lead_screen import LeadScreen
from cuebook.ui.leads_screen import LeadsScreen
from cuebook.ui.rows import Rows
from cuebook.ui.setup_screen import SetupScreen
from cuebook.ui.summary_screen import SummaryScreen
from cuebook.ui.usual import Usual
from cuebook.ui.wanted import CallWanted, ResumeWanted

ANNA = Lead(
    id="1", name="Anna [/b] Berg", company="Nordvik AS", kind="CQL", phone="22334455", next_on=date(2026, 11, 20)
)
PER = Lead(id="2", name="Per Dahl", company="Dahl AS")
KARI = Lead(id="3", name="Kari Holm", do_not_call_at=NOW)


def worth(lead: Lead, score: int | None, *reasons: str, **held: object) -> Worth:
    return Worth(Case(lead=lead, **held), score, reasons)  # type: ignore[arg-type]  # fields of Case, by name


LISTED = (
    worth(ANNA, 95, "due since 2026-11-20", "fits Copier leasing: 40 people"),
    worth(PER, 25, "never called", open=True),
)
NOT_NOW = (worth(KARI, None, "asked not to be called"),)


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    pages = {one.case.lead.id or "": LeadPage(worth=one, today=NOW.date()) for one in (*LISTED, *NOT_NOW)}
    return Fakes(home=tmp_path, leads=(LISTED, NOT_NOW), pages=pages)


def host(fakes: Fakes) -> Host:
    return Host(LeadsScreen(fakes.desk(), Usual(fakes.settings)))


async def test_everybody_is_a_line_those_worth_a_call_first_with_why(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        shown = [" ".join(line.split()) for line in seen(app).split("\n")]
        assert shown[0] == "Leads: 3 · 2 worth a call now"
        assert shown[2:6] == [
            "Score Lead Company Kind Why",
            "▸ due 95 Anna [/b] Berg Nordvik AS CQL due since 2026-11-20; fits Copier le…",
            "open 25 Per Dahl Dahl AS unqualified never called",
            "✗ no – Kari Holm – unqualified asked not to be called",
        ]
        assert "95: due since 2026-11-20; fits Copier leasing: 40 people" in seen(app), (
            "the reasons are told in full"
        )


async def test_80_columns_hold_who_the_kind_and_why(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        row = " ".join(next(line for line in seen(app).split("\n") if line.startswith("▸")).split())
        assert row.startswith("▸ due 95 Anna [/b] Berg Nordvik AS CQL due since 2026")
        assert "1 · Anna [/b] Berg · Nordvik AS · CQL · 22334455" in seen(app)


async def test_typing_finds_by_name_and_company(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"dahl")
        await pilot.pause()
        assert "Leads: 1 of 3 found" in seen(app)
        assert "Anna" not in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Anna" in seen(app)


async def test_one_key_calls_the_lead_under_the_cursor_with_what_is_known_chosen(fakes: Fakes) -> None:
    held = CallDetail(call(3, framework="champ", depth="cold"), (), (), (), ())
    fakes.pages = {"1": LeadPage(worth=LISTED[0], today=NOW.date(), calls=[held])}
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        assert isinstance(app.screen, SetupScreen)
        await pilot.press("enter")
        await settled(pilot)
        (message,) = app.wanted
        assert isinstance(message, CallWanted)
        assert message.setup == Setup(
            framework="champ",
            depth="cold",
            lead=Someone(name="Anna [/b] Berg", first_name="Anna", company="Nordvik AS"),
        )
        fakes.leads = (LISTED[1:], ())
        app.push_screen(SetupScreen(fakes.desk(), Setup()))
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert "Anna" not in seen(app), "after the call it is looked up anew who is worth the next one"


async def test_whoever_asked_not_to_be_called_cannot_be(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("end", "c")
        await settled(pilot)
        assert isinstance(app.screen, LeadsScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, LeadScreen)
        assert "DO NOT CALL: asked on 2026-11-21." in seen(app)
        await pilot.press("c")
        await settled(pilot)
        assert isinstance(app.screen, LeadScreen)
    assert app.wanted == []


async def test_a_list_is_imported_and_every_row_that_was_refused_is_named_by_its_line(fakes: Fakes) -> None:
    fakes.importing = (
        Imported(rows=3, encoding="utf-8", faults=(Fault(4, "it has neither a name nor a [company]"),)),
        (Put(ANNA, new=True), Put(PER, new=False)),
    )
    (fakes.home / "fair.csv").write_text("Name\n")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("i")
        await pilot.pause()
        await pilot.press(*"none.csv", "enter")
        await pilot.pause()
        assert "There is no such file." in seen(app)
        app.screen.query_one(Input).value = str(fakes.home / "fair.csv")
        await pilot.press("enter")
        await settled(pilot)
        assert fakes.imported == [fakes.home / "fair.csv"]
        assert isinstance(app.screen, SummaryScreen)
        assert "1 new, 1 known already, 0 repeated, 1 not imported." in seen(app)
        assert "fair.csv, line 4: it has neither a name nor a [company]" in seen(app)


async def test_an_import_that_fails_is_told(fakes: Fakes) -> None:
    fakes.importing = StoreError("The store is [read-only].", "Make it writable.")
    (fakes.home / "fair.csv").write_text("Name\n")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("i")
        await pilot.pause()
        await pilot.press(*"fair.csv", "enter")
        await settled(pilot)
        assert [note.message.split("\n")[0] for note in app._notifications] == ["The store is [read-only]."]
        assert "Leads: 3" in seen(app)


async def test_all_leads_are_exported(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        await settled(pilot)
        assert fakes.exported == [fakes.home / "leads.csv"]
        assert [note.message for note in app._notifications] == [f"3 leads written to {fakes.home / 'leads.csv'}"]
        fakes.exporting = SurroundingsError("/x cannot be written: disk full.")
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        await settled(pilot)
        assert "/x cannot be written: disk full." in [note.message for note in app._notifications]


async def test_before_the_first_lead_it_says_how_to_get_some(fakes: Fakes) -> None:
    fakes.leads = ((), ())
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "c", "down")
        assert "No leads yet" in seen(app)
        assert "i imports a list" in seen(app)
        assert "cuebook leads import FILE.csv" in " ".join(seen(app).split())


async def test_a_store_that_fails_is_told_in_place(fakes: Fakes) -> None:
    fakes.leads = StoreError("The store does not answer.", "Start it.")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "c")
        await settled(pilot)
        assert "The leads cannot be read" in seen(app)
        assert "The store does not answer." in seen(app)
        assert "Start it." in seen(app)


async def test_ten_thousand_leads_are_listed_and_found_in(fakes: Fakes) -> None:
    many = tuple(worth(replace(PER, id=str(n), name=f"Lead {n}"), 25, "never called") for n in range(10_000))
    fakes.leads = (many, ())
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Leads: 10,000" in seen(app)
        await pilot.press("end")
        assert "Lead 9999" in seen(app)
        await pilot.press("slash", *"9998")
        await pilot.pause()
        assert "Leads: 1 of 10,000 found" in seen(app)


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (160, 50)])
async def test_it_fits_any_terminal(fakes: Fakes, size: tuple[int, int]) -> None:
    app = host(fakes)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in ("f1", "enter", "i", "e", "c"):
            await pilot.press(key)
            await settled(pilot)
            await pilot.press("escape")
            await settled(pilot)
            assert isinstance(app.screen, LeadsScreen)


# ── the page of one ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_lead_has_a_page_with_their_calls_each_with_its_summary(fakes: Fakes) -> None:
    held = [CallDetail(call(n, framework="champ"), (), (), (), ()) for n in (3, 30)]
    fakes.pages = {"1": LeadPage(worth=LISTED[0], today=NOW.date(), calls=held)}
    app = host(fakes)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, LeadScreen)
        shown = seen(app)
        assert "1  Anna [/b] Berg, Nordvik AS" in shown
        assert "Worth a call: 95; due since 2026-11-20; fits Copier leasing: 40 people" in shown
        assert "▸ 2026-11-21 07:00 CHAMP" in shown
        await pilot.press("down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, SummaryScreen)
        assert f"Summary of {held[1].call.id} as text" in seen(app)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, LeadsScreen)


async def test_a_call_that_is_open_goes_on_from_the_page(fakes: Fakes) -> None:
    ended, still_open = call(30), call(3, ended=None)
    held = [CallDetail(one, (), (), (), ()) for one in (still_open, ended)]
    fakes.pages = {"1": LeadPage(worth=LISTED[0], today=NOW.date(), calls=held)}
    app = Host(LeadScreen(fakes.desk(), "1", Usual(fakes.settings)))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("down", "r")
        await pilot.pause()
        assert app.wanted == []
        await pilot.press("up", "r")
        await pilot.pause()
        (message,) = app.wanted
        assert isinstance(message, ResumeWanted)
        assert message.call == still_open.id


async def test_the_product_that_fits_best_is_chosen_for_the_first_call(fakes: Fakes) -> None:
    fitting = replace(LISTED[1], product="solar")
    fakes.pages = {"2": LeadPage(worth=fitting, today=NOW.date())}
    app = Host(LeadScreen(fakes.desk(), "2", Usual(fakes.settings)))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        assert "'solar' cannot be used now" in seen(app), "it was wished for; these dialogues have no such product"


async def test_a_page_that_cannot_be_read_is_told_in_place(fakes: Fakes) -> None:
    app = Host(LeadScreen(fakes.desk(), "12", Usual(fakes.settings)))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "There is no lead '12'." in seen(app)
        await pilot.press("c", "r", "enter", "escape")
        await pilot.pause()
    assert app.given == [False]


async def test_the_cursor_stays_on_the_lead_when_they_are_looked_up_anew(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("down")
        screen = app.screen
        assert isinstance(screen, LeadsScreen)
        fakes.leads = ((LISTED[1], LISTED[0]), NOT_NOW)
        screen.look()
        await settled(pilot)
        assert screen.query_one(Rows).at == 0
        assert screen.chosen == LISTED[1]
