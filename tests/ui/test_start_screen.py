"""The start page: there at once, whatever the store and the dialogues do, and two keys away from a call."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.ui.desk_fakes import NOW, Fakes, Host, call, open_call, seen, settled
from textual.widgets import OptionList

from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.faults import Fault
from cuebook.errors import StoreError, SurroundingsError
from cuebook.journal.rows import CallRow
from cuebook.settings import CallDefaults, Rep, Settings
from cuebook.ui.app import CuebookApp
from cuebook.ui.calls_screen import CallsScreen
from cuebook.ui.dialogues_screen import DialoguesScreen
from cuebook.ui.leads_screen import LeadsScreen
from cuebook.ui.setup_screen import SetupScreen
from cuebook.ui.start_screen import StartScreen, when
from cuebook.ui.wanted import CallWanted, ResumeWanted

FAULT = Fault("words/en/stages.yaml", 3, 7, "CUE401", "A closed question.")


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    return Fakes(home=tmp_path)


def host(fakes: Fakes) -> Host:
    return Host(StartScreen(fakes.desk()))


async def test_a_new_call_with_the_usual_choices_is_two_keys_away(fakes: Fakes) -> None:
    fakes.settings = Settings(
        rep=Rep(name="Kari Lund", company="Copy Co"),
        call=CallDefaults(framework="champ", depth="cold", source="fair"),
    )
    app = host(fakes)
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert [message.setup for message in app.wanted if isinstance(message, CallWanted)] == [
            Setup(
                framework="champ",
                depth="cold",
                source="fair",
                rep=Someone(name="Kari Lund", first_name="Kari", company="Copy Co"),
            )
        ]


async def test_the_page_is_there_before_the_store_answers(fakes: Fakes) -> None:
    answers = threading.Event()

    def calls(_: int | None) -> tuple[CallRow, ...]:
        assert answers.wait(10)
        return (open_call(1),)

    app = Host(StartScreen(replace(fakes.desk(), calls=calls)))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "n  New call" in seen(app)
        assert "Resume" not in seen(app)
        await pilot.press("down")
        answers.set()
        await settled(pilot)
        assert "1  Resume Lead 1 · Company 1 · BANT · today 09:00" in seen(app)
        listed = app.screen.query_one(OptionList)
        assert listed.highlighted is not None
        assert listed.get_option_at_index(listed.highlighted).id == "leads", "the cursor stays where it was"


async def test_the_newest_open_calls_are_named_and_resumed_by_number(fakes: Fakes) -> None:
    fakes.calls = (call(1), open_call(2, lead=None, company=None), call(3), *(open_call(n) for n in range(20, 30)))
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        shown = seen(app)
        assert "1  Resume nobody named · BANT · today 08:00" in shown
        assert "5  Resume Lead 23" in shown
        assert "Lead 24" not in shown
        await pilot.press("r", "2", "9")
        await pilot.press("down", "enter")
        await pilot.pause()
        resumed = [message.call for message in app.wanted if isinstance(message, ResumeWanted)]
        assert resumed == ["99998", "99980", "99998"]


async def test_the_next_call_is_offered_as_the_last_one_was_but_for_the_lead(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("n", *"Anna", "down", "down", "right")
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("n", "enter")
        await settled(pilot)
        made = [message.setup for message in app.wanted if isinstance(message, CallWanted)]
        assert [(setup.lead.name, setup.framework) for setup in made] == [("Anna", "champ"), (None, "champ")]


async def test_a_store_that_fails_is_told_in_words_and_a_call_can_still_be_begun(fakes: Fakes) -> None:
    fakes.calls = StoreError("The store [/b] does not answer.", "Start it.")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        shown = seen(app)
        assert "The store [/b] does not answer." in shown
        assert "Start it." in shown
        assert "A new call works all the same" in shown
        await pilot.press("n", "enter")
        await settled(pilot)
        assert len(app.wanted) == 1


async def test_the_number_of_faults_is_shown_once_it_is_known(fakes: Fakes) -> None:
    fakes.faults = (FAULT, FAULT)
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "d  Dialogues  2 faults" in seen(app)


async def test_dialogues_that_cannot_be_read_are_told(fakes: Fakes) -> None:
    fakes.faults = SurroundingsError("The folder /x cannot be read.")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "d  Dialogues  cannot be read" in seen(app)
        assert "The folder /x cannot be read." in seen(app)


@pytest.mark.parametrize(
    ("key", "screen"), [("n", SetupScreen), ("l", LeadsScreen), ("p", CallsScreen), ("d", DialoguesScreen)]
)
async def test_every_entry_opens_its_screen_and_escape_comes_back(fakes: Fakes, key: str, screen: type) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await settled(pilot)
        assert isinstance(app.screen, screen)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, StartScreen)


async def test_back_on_the_page_the_calls_are_looked_up_again(fakes: Fakes) -> None:
    fakes.calls = (open_call(1),)
    app = Host(StartScreen(fakes.desk()))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Resume Lead 1" in seen(app)
        await pilot.press("d")
        fakes.calls = ()
        await pilot.press("escape")
        await settled(pilot)
        assert "Resume" not in seen(app)


async def test_the_call_to_be_resumed_can_be_picked_among_the_past_ones(fakes: Fakes) -> None:
    fakes.calls = (open_call(1),)
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        assert [message.call for message in app.wanted if isinstance(message, ResumeWanted)] == ["99999"]


async def test_the_dialogues_are_checked_once_and_again_only_after_they_were_looked_at(fakes: Fakes) -> None:
    checks: list[int] = []

    def check() -> tuple[Fault, ...]:
        checks.append(1)
        return (FAULT,) * len(checks)

    app = Host(StartScreen(replace(fakes.desk(), faults=check)))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert "d  Dialogues  1 fault" in seen(app)
        assert len(checks) == 1
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert "d  Dialogues  3 faults" in seen(app)


async def test_a_call_begun_at_once_does_not_wait_for_the_check(fakes: Fakes) -> None:
    store, checks = threading.Event(), []

    def calls(_: int | None) -> tuple[CallRow, ...]:
        assert store.wait(10)
        return ()

    def check() -> tuple[Fault, ...]:
        checks.append(1)
        return ()

    app = Host(StartScreen(replace(fakes.desk(), calls=calls, faults=check)))
    async with app.run_test() as pilot:
        await pilot.press("n")
        store.set()
        await settled(pilot)
        assert checks == []
        await pilot.press("escape")
        await settled(pilot)
        assert checks == [1]


async def test_help_and_quit(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Leave the program. [start_quit]" in seen(app)
        assert "objection" not in seen(app), "the help is that of the page that it is opened from"
        await pilot.press("escape", "q")
        assert app.return_code == 0


async def test_other_keys_are_shown_and_taken(fakes: Fakes) -> None:
    fakes.settings = Settings(keys={"start_calls": "c", "calls_leave": "x"})
    app = CuebookApp(fakes.desk())
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "c  Past calls" in seen(app)
        await pilot.press("p")
        assert isinstance(app.screen, StartScreen)
        await pilot.press("c")
        await settled(pilot)
        assert isinstance(app.screen, CallsScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, CallsScreen)
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (80, 24), (160, 50)])
async def test_it_fits_any_terminal(fakes: Fakes, size: tuple[int, int]) -> None:
    fakes.calls = StoreError("The store does not answer." * 10, "Start it.")
    fakes.faults = (FAULT,)
    app = host(fakes)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        if size[0] >= 20:
            assert "n  New call" in seen(app)
        for key in ("p", "l", "d", "n"):
            await pilot.press(key)
            await settled(pilot)
            await pilot.press("escape")


def test_the_time_of_a_call_is_shorter_the_nearer_it_is() -> None:
    assert when(NOW, NOW) == "today 10:00"
    assert when(NOW - timedelta(hours=11), NOW) == "yesterday 23:00"
    assert when(datetime(2026, 1, 2, 3, 4, tzinfo=UTC), NOW) == "2026-01-02 03:04"


def test_the_page_imports_nothing_that_only_other_screens_need() -> None:
    heavy = (
        "pydantic",
        "jinja2",
        "sqlalchemy",
        "transitions",
        "yaml",
        "cuebook.session",
        "cuebook.ui.setup_screen",
    )
    code = f"import sys, cuebook.ui.start_screen; print(*[m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
