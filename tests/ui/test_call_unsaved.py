"""A store that fails: what is not saved is said, written elsewhere, and never left behind unasked."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from tests.ui.call_fakes import FULL, SIZE, FakeStore, Make, last
from tests.ui.desk_fakes import settled

from cuebook.errors import BlockedError, StoreError


async def test_what_is_not_saved_is_said_until_it_is(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        call.store.fails = FULL
        await call.hear(pilot, "we print a lot")
        assert "NOT SAVED: 1 turn in memory only. The disk is full. Make room. Ctrl+S" in call.seen
        await call.hear(pilot, "every day")
        assert "NOT SAVED: 2 turns" in call.seen
        call.store.fails = None
        await call.hear(pilot, "since May")
        assert "NOT SAVED" not in call.seen
        assert [turn.n for turn in call.store.kept] == [0, 1, 2, 3, 4]


async def test_the_call_goes_on_without_a_store_and_saving_can_be_tried_again(make: Make) -> None:
    call = make(store=FakeStore(cannot_open=StoreError("The store is not there.", "Start it.")))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        assert "NOT SAVED: 2 turns in memory only. The store is not there." in call.seen
        call.store.cannot_open = None
        await call.press(pilot, "ctrl+y")
        assert "NOT SAVED" not in call.seen
        assert [turn.n for turn in call.store.kept] == [0, 1]


async def test_the_call_is_written_to_a_file_by_key(make: Make, tmp_path: Path) -> None:
    call = make(store=FakeStore(fails=FULL))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "we *print* a lot")
        await call.press(pilot, "ctrl+s", "enter")
        written = sorted(tmp_path.glob("cuebook-*"))
        assert [path.suffix for path in written] == [".jsonl", ".md"]
        turns = [json.loads(line) for line in written[0].read_text("utf-8").splitlines()]
        assert [turn["turn"] for turn in turns] == [0, 1]
        assert r"we \*print\* a lot" in written[1].read_text("utf-8")
        assert "Written:" in call.seen


async def test_a_file_that_cannot_be_written_is_said_too(make: Make, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "ctrl+s")
        call.app.screen.query_one("#path").value = str(tmp_path / "taken" / "call.md")  # type: ignore[attr-defined]  # an Input
        await call.press(pilot, "enter")
        assert "cannot be written" in call.seen


async def test_leaving_with_unsaved_turns_asks_once(make: Make) -> None:
    call = make(store=FakeStore(fails=FULL))
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "yes")
        await call.press(pilot, "ctrl+q")
        assert "2 turns would be lost." in call.seen
        await call.hear(pilot, "go on")
        assert call.app.is_running
        await call.press(pilot, "ctrl+q")
        assert call.app.return_code == 0


async def test_leaving_waits_until_what_was_typed_is_saved(make: Make) -> None:
    gate = threading.Event()
    call = make(store=FakeStore(gate=gate))
    async with call.app.run_test(size=SIZE) as pilot:
        call.line.input.put("yes")
        await pilot.press("enter", "ctrl+q")
        await pilot.pause()
        assert call.app.is_running
        gate.set()
        await call.app.workers.wait_for_complete()
        await pilot.pause()
        assert [turn.n for turn in call.store.kept] == [0, 1]
        assert call.app.return_code == 0


async def test_a_lead_that_asked_not_to_be_called_is_not_called(make: Make) -> None:
    call = make(store=FakeStore(blocks=BlockedError("Anna Berg asked not to be called.", "Call somebody else.")))
    async with call.app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Anna Berg asked not to be called." in call.seen
        assert call.line.disabled
        await call.press(pilot, "f4")
        assert last(call) is None
