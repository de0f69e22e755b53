"""What a rep can look back on in the app: how it goes, what is next, every rehearsal, and the same call again."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.journal.test_rehearsals import ROW
from tests.journal.test_sparrings import FIRST
from tests.journal.test_sparrings import ROW as SPARRING
from tests.ui.desk_fakes import settled
from tests.ui.test_rehearsal_screens import HURRIED, FakeStore, Rehearsing, rehearsing
from textual.pilot import Pilot
from textual.widgets import Input

from cuebook.dialogue.model import Dialogues
from cuebook.errors import StoreError
from cuebook.journal.rows import CheckRow
from cuebook.ui.rehearsal_screen import RehearsalScreen
from cuebook.ui.rehearsals_screen import LISTED, RehearsalsScreen
from cuebook.ui.rows import Rows
from cuebook.ui.scorecard_screen import ScorecardScreen
from cuebook.ui.start_screen import StartScreen

KEPT = replace(ROW, id="1", seed=3)
BETTER = replace(
    ROW,
    id="2",
    persona="suspicious",
    verdict="nurture",
    started=ROW.started + timedelta(days=1),
    checks=(CheckRow("reason_given", True, (1,)), CheckRow("no_pressure", False, (2,))),
)
MISSED = replace(FIRST, n=2, objection="trust", settled=False, holds={"acknowledge": False, "ask": True})


@pytest.fixture
def made(dialogues: Dialogues, tmp_path: Path) -> Rehearsing:
    store = FakeStore(kept=[KEPT, BETTER], sparrings=[replace(SPARRING, answers=(FIRST, MISSED))])
    return rehearsing(dialogues, tmp_path, store)


async def look_back(made: Rehearsing, pilot: Pilot[None]) -> None:
    """From the start page to the page of the past."""
    await settled(pilot)
    await made.press(pilot, "y")
    assert isinstance(made.app.screen, RehearsalsScreen)


async def test_how_all_goes_stands_above_every_rehearsal_the_newest_first(made: Rehearsing) -> None:
    async with made.app.run_test(size=(160, 50)) as pilot:
        await look_back(made, pilot)
        shown = [" ".join(line.split()) for line in made.seen.split("\n")]
        assert shown[0] == "Your rehearsals: 2"
        assert shown[1].startswith("Practise next: ")
        assert "objection “Never heard of you” (0 of 1 lately)" in shown[2]
        assert "CHECKS  held in the last 10 whole calls" in made.seen
        assert "1 of 2   A reason for delicate questions" in made.seen
        assert "1 of 1   I'm busy; quickest 8 s, usually 8 s" in made.seen
        assert "0 of 1   Never heard of you; lacks most: acknowledge" in made.seen
        rows = [
            line for line in shown if "2026-11-2" in line and " of 100" not in line and "Rehearsal" not in line
        ]
        assert rows[0].startswith("▸ 2026-11-22 09:00 ")
        assert rows[0].endswith("Copier leasing 71 Keep in touch the same hints BANT")
        assert rows[1].endswith("Copier leasing 71 Qualified Keep in touch hints BANT")
        assert "Martin Voss" in rows[1]


async def test_it_fits_a_usual_window_with_what_is_next_on_top(made: Rehearsing) -> None:
    async with made.app.run_test(size=(80, 24)) as pilot:
        await look_back(made, pilot)
        assert "Practise next:" in made.seen.splitlines()[1]
        assert "HOW IT GOES" in made.seen
        assert "▸ 2026-11-22" in made.seen
        assert "Rehearsal 2 · 2026-11-22 09:00" in made.seen
        await made.press(pilot, "tab", "end")
        assert "SPARRING" in made.seen


async def test_it_can_be_read_in_a_tiny_window(made: Rehearsing) -> None:
    async with made.app.run_test(size=(20, 5)) as pilot:
        await look_back(made, pilot)
        assert "Your rehearsals" in made.seen
        assert "2026-11-22" in made.seen


async def test_enter_opens_the_whole_conversation_and_each_check_with_its_lines(made: Rehearsing) -> None:
    async with made.app.run_test(size=(100, 40)) as pilot:
        await look_back(made, pilot)
        await made.press(pilot, "down", "enter")
        assert isinstance(made.app.screen, ScorecardScreen)
        assert "71 of 100 · Martin Voss" in made.seen
        assert "All that was said" in made.seen
        assert "1 you   Hello?" in made.seen
        assert "they  I'm busy." in made.seen
        assert "[objection: no_time]" in made.seen
        await made.press(pilot, "down")
        assert "A reason for delicate questions: no" in made.seen
        assert "2 you   When suits you?" in made.seen
        assert "1 you   Hello?" not in made.seen
        await made.press(pilot, "escape")
        assert isinstance(made.app.screen, RehearsalsScreen)


async def test_a_long_conversation_is_read_to_its_end_by_keys(dialogues: Dialogues, tmp_path: Path) -> None:
    lines = tuple(replace(ROW.lines[0], n=n, said=f"Line number {n}.") for n in range(1, 31))
    made = rehearsing(dialogues, tmp_path, FakeStore(kept=[replace(KEPT, lines=lines)]))
    async with made.app.run_test(size=(80, 24)) as pilot:
        await look_back(made, pilot)
        await made.press(pilot, "enter")
        assert "Line number 30." not in made.seen
        await made.press(pilot, "tab", "end")
        assert "Line number 30." in made.seen


@pytest.mark.parametrize("keys", [("down", "a"), ("down", "enter", "a")])
async def test_the_same_call_is_had_again_from_the_list_and_from_its_page(
    made: Rehearsing, keys: tuple[str, ...]
) -> None:
    async with made.app.run_test(size=(80, 24)) as pilot:
        await look_back(made, pilot)
        await made.press(pilot, *keys[:-1])
        await made.press(pilot, keys[-1])
        assert isinstance(made.app.screen, RehearsalScreen)
        room = made.room
        assert (room.chosen.persona, room.chosen.seed, room.help) == ("hurried", 3, "hints")
        assert (room.setup.framework, room.setup.product, room.setup.depth) == (
            "bant",
            "copier-leasing",
            "discovery",
        )
        await made.say(pilot, "Hello?")
        assert [row.id for row in made.store.kept] == ["1", "2", "3"]
        await made.press(pilot, "ctrl+q")
        await made.press(pilot, "escape")
        assert isinstance(made.app.screen, RehearsalsScreen)
        assert "Your rehearsals: 3" in made.seen


async def test_typing_finds_by_who_and_how_it_ended(made: Rehearsing) -> None:
    async with made.app.run_test(size=(80, 24)) as pilot:
        await look_back(made, pilot)
        made.app.screen.query_one(Input).value = "voss qualified"
        await pilot.pause()
        assert "Your rehearsals: 1 of 2" in made.seen


async def test_before_the_first_rehearsal_the_page_says_what_to_do(dialogues: Dialogues, tmp_path: Path) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore())
    async with made.app.run_test(size=(80, 24)) as pilot:
        await look_back(made, pilot)
        assert "No rehearsals of whole calls yet" in made.seen
        assert "Esc goes back; there e begins one." in made.seen
        assert "HOW IT GOES" not in made.seen
        await made.press(pilot, "enter")
        await made.press(pilot, "a")
        await made.press(pilot, "escape")
        assert isinstance(made.app.screen, StartScreen)


async def test_a_store_that_fails_is_told_of(dialogues: Dialogues, tmp_path: Path) -> None:
    store = FakeStore(fails=StoreError("The disk is gone.", "Put it back."))
    made = rehearsing(dialogues, tmp_path, store)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await look_back(made, pilot)
        assert "The rehearsals cannot be read" in made.seen
        assert "The disk is gone." in made.seen
        assert "Put it back." in made.seen


async def test_a_rehearsal_whose_persona_and_product_are_gone_can_be_read_and_says_why_not_had_again(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    gone = replace(KEPT, persona="gone-away", product="yachts", language="xx", framework="bnt")
    made = rehearsing(dialogues, tmp_path, FakeStore(kept=[gone]))
    async with made.app.run_test(size=(120, 30)) as pilot:
        await look_back(made, pilot)
        assert "gone-away" in made.seen
        assert "yachts" in made.seen
        await made.press(pilot, "enter")
        assert "1 you   Hello?" in made.seen
        await made.press(pilot, "a")
        assert isinstance(made.app.screen, ScorecardScreen)
        assert [told.title for told in made.app._notifications] == ["Nobody can rehearse in 'xx' yet."]


async def test_of_many_thousands_the_last_are_there_at_once(dialogues: Dialogues, tmp_path: Path) -> None:
    many = [replace(KEPT, id=str(number + 1)) for number in range(10_000)]
    made = rehearsing(dialogues, tmp_path, FakeStore(kept=many))
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        began = time.perf_counter()
        await look_back(made, pilot)
        assert time.perf_counter() - began < 5
        assert f"Your rehearsals: the last {LISTED:,}" in made.seen
        await made.press(pilot, "end")
        assert made.app.screen.query_one(Rows).cursor == LISTED - 1
        assert f"Rehearsal {10_000 - LISTED + 1} " in made.seen


async def test_what_was_typed_is_only_text_there_too(dialogues: Dialogues, tmp_path: Path) -> None:
    line = replace(ROW.lines[0], said="[b]Hello[/b] [link=x]you[/link]")
    made = rehearsing(dialogues, tmp_path, FakeStore(kept=[replace(KEPT, lines=(line,))]))
    async with made.app.run_test(size=(80, 24)) as pilot:
        await look_back(made, pilot)
        await made.press(pilot, "enter")
        assert "[b]Hello[/b]" in made.seen


async def test_a_rehearsal_is_kept_before_its_reply_is_shown(dialogues: Dialogues, tmp_path: Path) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert made.store.kept == []
        await made.say(pilot, "Hello?")
        await made.say(pilot, "How do you copy today?")
        (row,) = made.store.kept
        assert [line.said for line in row.lines] == ["Hello?", "How do you copy today?"]
        assert not row.finished


async def test_where_the_store_fails_it_is_told_and_the_rehearsal_goes_on(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    store = FakeStore(fails=StoreError("The disk is full.", "Make room."))
    made = rehearsing(dialogues, tmp_path, store, HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "NOT KEPT" not in made.seen
        await made.say(pilot, "Hello?")
        await made.say(pilot, "How do you copy today?")
        assert made.seen.count("NOT KEPT: The disk is full. Make room.") == 1
        assert len(made.room.rehearsal.exchanges) == 2
        store.fails = None
        await made.press(pilot, "ctrl+q")
        assert isinstance(made.app.screen, ScorecardScreen)
        assert "NOT KEPT" not in made.seen
        assert len(store.kept[0].lines) == 2
