"""The app: from the start page to a call, to its summary, and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import NOW
from tests.ui.call_fakes import ANNA, FakeStore, with_store
from tests.ui.desk_fakes import Fakes, seen, settled

from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.errors import UsageError
from cuebook.session import Session
from cuebook.settings import Screen, Settings
from cuebook.ui.app import CuebookApp, terminal_theme
from cuebook.ui.call_screen import CallScreen
from cuebook.ui.help_screen import HelpScreen
from cuebook.ui.start_screen import StartScreen
from cuebook.ui.summary_screen import SummaryScreen
from cuebook.ui.wanted import CallWanted, ResumeWanted
from cuebook.ui.widgets.conversation import Conversation


def app(dialogues: Dialogues, home: Path, **changes: object) -> CuebookApp:
    fakes = Fakes(home=home, dialogues=dialogues)
    desk = with_store(fakes.desk(), FakeStore())
    begin = {"new_call": lambda setup: Session.start(setup, dialogues, lambda: NOW)}
    return CuebookApp(replace(desk, **begin | changes))  # type: ignore[arg-type]  # checked by replace


async def test_a_call_is_opened_held_and_closed_and_the_start_page_is_back(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    cuebook = app(dialogues, tmp_path)
    async with cuebook.run_test(size=(100, 30)) as pilot:
        assert isinstance(cuebook.screen, StartScreen)
        cuebook.screen.post_message(CallWanted(Setup(lead=ANNA)))
        await settled(pilot)
        assert isinstance(cuebook.screen, CallScreen)
        await pilot.press("f10")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(cuebook.screen, SummaryScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(cuebook.screen, StartScreen)


async def test_a_call_that_cannot_be_opened_is_told_and_the_start_page_stays(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    def refuse(_: Setup) -> Session:
        raise UsageError("There is no [framework].", "Choose bant.")

    cuebook = app(dialogues, tmp_path, new_call=refuse)
    async with cuebook.run_test(size=(100, 30)) as pilot:
        cuebook.screen.post_message(CallWanted(Setup()))
        await settled(pilot)
        assert isinstance(cuebook.screen, StartScreen)
        assert [told.title for told in cuebook._notifications] == ["There is no [framework]."]


async def test_an_open_call_is_resumed_as_it_was(dialogues: Dialogues, tmp_path: Path) -> None:
    from cuebook.conversation.moves import Hear

    begun = Session.start(Setup(lead=ANNA), dialogues, lambda: NOW)
    begun.take(Hear("we print a lot"))
    begun.call = "7"
    cuebook = app(dialogues, tmp_path, resume=lambda _: begun)
    async with cuebook.run_test(size=(100, 30)) as pilot:
        cuebook.screen.post_message(ResumeWanted("7"))
        await settled(pilot)
        assert "we print a lot" in seen(cuebook)


async def test_a_call_kept_in_the_real_store_is_resumed_line_by_line(dialogues: Dialogues, tmp_path: Path) -> None:
    from cuebook.journal.journal import Journal

    journal = Journal.open(f"sqlite:///{tmp_path / 'calls.db'}")
    fakes = Fakes(home=tmp_path, dialogues=dialogues)
    desk = replace(fakes.desk(), open_journal=lambda: journal)
    begun = Session.start(Setup(lead=ANNA), dialogues, lambda: NOW)
    first = CuebookApp(desk, begun)
    async with first.run_test(size=(100, 40)) as pilot:
        await pilot.press(*"yes", "enter", "f4", "f2", *"why", "enter")
        await settled(pilot)
        said = first.screen.query_one(Conversation).lines
        await pilot.press("ctrl+q")
        await settled(pilot)
    assert begun.call is not None
    again = CuebookApp(desk, Session.resume(begun.call, dialogues, lambda: NOW, journal))
    async with again.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        assert again.screen.query_one(Conversation).lines == said
        assert "Why are you asking? (a question)" in seen(again)
        await pilot.press(*"well", "enter")
        await settled(pilot)
    assert [n for n, _, _ in journal.read(begun.call).moves] == [1, 2, 3, 4]


async def test_the_help_is_there_from_the_start(dialogues: Dialogues, tmp_path: Path) -> None:
    cuebook = app(dialogues, tmp_path)
    async with cuebook.run_test(size=(100, 30)) as pilot:
        await pilot.press("f1")
        await settled(pilot)
        assert isinstance(cuebook.screen, HelpScreen)


@pytest.mark.parametrize(("theme", "dark"), [("dark", True), ("light", False)])
def test_the_theme_is_that_of_the_settings(tmp_path: Path, theme: str, dark: bool) -> None:
    settings = Settings(screen=Screen(theme=theme))  # type: ignore[arg-type]  # one of the two above
    assert CuebookApp(Fakes(home=tmp_path, settings=settings).desk()).current_theme.dark is dark


@pytest.mark.parametrize(
    ("told", "theme"), [("0;15", "light"), ("0;default;7", "light"), ("15;0", "dark"), ("", "dark")]
)
def test_the_terminal_says_whether_it_is_light(monkeypatch: pytest.MonkeyPatch, told: str, theme: str) -> None:
    monkeypatch.setenv("COLORFGBG", told)
    assert terminal_theme() == theme


def test_keys_that_cannot_be_are_refused_before_anything_is_shown(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nxt"):
        CuebookApp(Fakes(home=tmp_path, settings=Settings(keys={"nxt": "f4"})).desk())
