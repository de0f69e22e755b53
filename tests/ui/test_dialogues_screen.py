"""The dialogues with their faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.desk_fakes import Fakes, Host, seen, settled

from cuebook.dialogue.faults import Fault
from cuebook.errors import SurroundingsError
from cuebook.ui.dialogues_screen import DialoguesScreen, found, lines

OPEN = Fault("words/en/stages.yaml", 3, 7, "CUE401", "A closed [/b] question.")
TWO = Fault("words/en/stages.yaml", 12, 1, "CUE402", "Two questions in one.")
KEY = Fault("frameworks/bant.yaml", 2, 1, "CUE201", "There is no 'titel'.")
FILES = ("frameworks/bant.yaml", "objections.yaml", "words/en/stages.yaml")


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    return Fakes(home=tmp_path, files=FILES, faults=(OPEN, TWO, KEY))


def host(fakes: Fakes) -> Host:
    return Host(DialoguesScreen(fakes.desk()))


def test_files_with_faults_come_first_each_with_its_faults_in_the_order_of_the_lines() -> None:
    assert lines(FILES, (TWO, KEY, OPEN)) == [
        "✗ frameworks/bant.yaml: 1 fault",
        "  frameworks/bant.yaml:2:1: CUE201 There is no 'titel'.",
        "✗ words/en/stages.yaml: 2 faults",
        "  words/en/stages.yaml:3:7: CUE401 A closed [/b] question.",
        "  words/en/stages.yaml:12:1: CUE402 Two questions in one.",
        "● objections.yaml",
    ]


def test_a_fault_of_a_file_that_is_not_there_is_shown_too() -> None:
    assert lines((), (KEY,)) == ["✗ frameworks/bant.yaml: 1 fault", f"  {KEY}"]


@pytest.mark.parametrize(
    ("faults", "says"),
    [
        ((), "no faults in 3 files"),
        ((KEY,), "1 fault in 1 of 3 files"),
        ((OPEN, TWO, KEY), "3 faults in 2 of 3 files"),
    ],
)
def test_the_title_says_how_it_stands(faults: tuple[Fault, ...], says: str) -> None:
    assert found(FILES, faults) == says


async def test_faults_are_shown_as_they_are_and_copied(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Dialogues: 3 faults in 2 of 3 files" in seen(app)
        assert "words/en/stages.yaml:3:7: CUE401 A closed [/b] question." in seen(app)
        await pilot.press("down", "c")
    assert app.copied == [str(KEY)]


async def test_a_file_that_was_mended_is_seen_after_checking_again(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("end")
        fakes.faults = ()
        await pilot.press("f5")
        await settled(pilot)
        assert "Dialogues: no faults in 3 files" in seen(app)
        assert "✗" not in seen(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.given == [None]


async def test_dialogues_that_cannot_be_read_at_all_are_told_and_can_be_tried_again(fakes: Fakes) -> None:
    fakes.faults = SurroundingsError("The folder /x cannot be read.", "Look there.")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "The dialogues cannot be checked" in seen(app)
        assert "The folder /x cannot be read." in seen(app)
        assert "Look there." in seen(app)
        fakes.faults = ()
        await pilot.press("r")
        await settled(pilot)
        assert "no faults" in seen(app)


async def test_without_a_single_file_nothing_breaks(fakes: Fakes) -> None:
    fakes.files, fakes.faults = (), ()
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("c", "down", "enter")
        assert "no faults in 0 files" in seen(app)
    assert app.copied == []
