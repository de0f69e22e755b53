"""Past calls: all of them, found by typing, read, resumed and exported."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from tests.ui.desk_fakes import NOW, Fakes, Host, call, open_call, seen, settled
from textual.widgets import Input

from cuebook.errors import StoreError, SurroundingsError
from cuebook.ui.calls_screen import CallsScreen
from cuebook.ui.rows import Rows
from cuebook.ui.summary_screen import SummaryScreen


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    nothing_next = {"next_step": None, "next_on": None}
    return Fakes(
        home=tmp_path,
        calls=(
            open_call(1, lead="Anna Berg", company="Nordvik AS"),
            call(2, lead="Per [/b] Dahl", company="Dahl og Sønner", verdict="do_not_call", disposition=None),
            call(30, lead=None, company=None, framework="champ", disposition="no_answer", **nothing_next),
        ),
    )


def host(fakes: Fakes) -> Host:
    return Host(CallsScreen(fakes.desk()))


async def test_every_call_is_a_line_the_newest_first(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        shown = [" ".join(line.split()) for line in seen(app).split("\n")]
        assert shown[0] == "Past calls: 3"
        assert shown[2] == "Date Time Lead Company Framework Verdict Closed as Next on Next step"
        assert shown[3] == "▸ 2026-11-21 09:00 Anna Berg Nordvik AS BANT incomplete open"
        assert shown[4] == (
            "2026-11-21 08:00 Per [/b] Dahl Dahl og Sønner BANT do not call ended 2026-11-24 Send the proposal"
        )
        assert shown[5] == "2026-11-20 04:00 – – CHAMP/C&I qualified no answer"


async def test_what_has_no_room_in_the_columns_is_told_below(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("down")
        await pilot.pause()
        shown = seen(app)
        assert "2026-11-21 08:00 · Per [/b] Dahl · Dahl og Sønner · BANT · do not call · ended" in shown
        assert "Next: 2026-11-24: Send the proposal" in shown


async def test_times_are_those_of_the_reps_own_zone(fakes: Fakes) -> None:
    oslo = timezone(timedelta(hours=1))
    app = Host(CallsScreen(replace(fakes.desk(), clock=lambda: NOW.astimezone(oslo))))
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        assert "2026-11-21 10:00 · Anna Berg" in seen(app)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("anna", ["Anna Berg"]),
        ("SØNNER", ["Per [/b] Dahl"]),
        ("berg nordvik", ["Anna Berg"]),
        ("do not", ["Per [/b] Dahl"]),
        ("open", ["Anna Berg"]),
        ("champ", [None]),
        ("proposal", ["Per [/b] Dahl"]),
        ("2026-11-21", ["Anna Berg", "Per [/b] Dahl"]),
        ("[/b]", ["Per [/b] Dahl"]),
        ("nobody", []),
    ],
)
async def test_typing_finds_in_everything_that_is_shown(fakes: Fakes, typed: str, found: list[str | None]) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.screen.query_one(Input).value = typed
        await pilot.pause()
        assert f"Past calls: {len(found)} of 3" in seen(app)
        screen, leads = app.screen, []
        assert isinstance(screen, CallsScreen)
        rows = screen.query_one(Rows)
        for at in range(len(found)):
            rows.cursor = at
            leads.append(screen.chosen.lead if screen.chosen else "none")
        assert leads == found
        assert found or screen.chosen is None


async def test_the_slash_begins_to_find_down_goes_to_the_list_and_escape_shows_all_again(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"per", "down")
        assert "Past calls: 1 of 3" in seen(app)
        assert isinstance(app.focused, Rows)
        await pilot.press("slash", "escape")
        await pilot.pause()
        assert "Past calls: 3" in seen(app)
        assert app.given == []
        await pilot.press("escape")
        await pilot.pause()
    assert app.given == [None]


async def test_letters_that_are_keys_are_letters_while_finding(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"reqr")
        assert app.screen.query_one(Input).value == "reqr"
    assert app.given == []


async def test_an_open_call_is_resumed_and_one_that_has_ended_is_not(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("down", "r")
        await pilot.pause()
        assert app.given == []
        await pilot.press("up", "r")
        await pilot.pause()
    assert app.given == ["99999"]


@pytest.mark.parametrize("keys", [("down", "enter"), ("slash", *"per", "enter")])
async def test_enter_shows_the_summary_and_escape_comes_back(fakes: Fakes, keys: tuple[str, ...]) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        assert isinstance(app.screen, SummaryScreen)
        assert "Per [/b] Dahl · Dahl og Sønner · 2026-11-21 08:00" in seen(app)
        assert "Summary of 99998 as text" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, CallsScreen)


async def test_a_summary_that_cannot_be_had_is_told(fakes: Fakes) -> None:
    fakes.summary = StoreError("Turn 3 cannot be read: [x].")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert [note.message for note in app._notifications] == ["Turn 3 cannot be read: [x]."]
        assert isinstance(app.screen, CallsScreen)


async def test_all_calls_are_exported_to_the_file_that_is_asked_for(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("e")
        await pilot.pause()
        line = app.screen.query_one(Input)
        assert line.value == str(fakes.home / "calls.csv")
        line.value = str(fakes.home / "all.jsonl")
        await pilot.press("enter")
        await settled(pilot)
        assert fakes.exported == [fakes.home / "all.jsonl"]
        assert [note.message for note in app._notifications] == [f"3 calls written to {fakes.home / 'all.jsonl'}"]


async def test_an_export_that_fails_is_told_and_one_that_is_left_writes_nothing(fakes: Fakes) -> None:
    fakes.exporting = SurroundingsError("/x cannot be written: disk full.")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("e", "escape")
        await settled(pilot)
        assert not list(app._notifications)
        await pilot.press("e", "enter")
        await settled(pilot)
        assert [note.message for note in app._notifications] == ["/x cannot be written: disk full."]


async def test_a_store_that_fails_is_told(fakes: Fakes) -> None:
    fakes.calls = StoreError("The store does not answer.", "Start it.")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "r")
        await settled(pilot)
        assert "The calls cannot be read" in seen(app)
        assert "The store does not answer." in seen(app)
        assert "Start it." in seen(app)


async def test_before_the_first_call_it_says_that_there_are_none(fakes: Fakes) -> None:
    fakes.calls = ()
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "r", "down")
        assert "No calls yet" in seen(app)


async def test_ten_thousand_calls_are_found_in_as_fast_as_is_typed(fakes: Fakes) -> None:
    fakes.calls = tuple(call(n) for n in range(10_000))
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("end")
        assert "Lead 9999" in seen(app)
        began = time.perf_counter()
        await pilot.press("slash", *"9998")
        await pilot.pause()
        assert "Past calls: 1 of 10,000" in seen(app)
        assert time.perf_counter() - began < 2.0
