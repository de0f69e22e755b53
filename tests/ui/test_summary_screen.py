"""The summary of a call: read as it is, copied, saved where it is asked for."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tests.ui.desk_fakes import Host, seen
from textual.containers import VerticalScroll
from textual.widgets import Input

from cuebook.ui.summary_screen import SummaryScreen

TEXT = "Anna said [/b] 'yes' [red]\n" + "\n".join(f"line {n}" for n in range(50))


def host(tmp_path: Path) -> Host:
    return Host(SummaryScreen(TEXT, "Anna [/x] Berg", tmp_path / "call.txt"))


async def test_the_text_is_shown_as_it_is_and_scrolls(tmp_path: Path) -> None:
    app = host(tmp_path)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert "Anna said [/b] 'yes' [red]" in seen(app)
        assert "Anna [/x] Berg" in seen(app)
        await pilot.press("pagedown")
        app.screen.query_one(VerticalScroll).scroll_end(animate=False)
        await pilot.pause()
        assert "line 49" in seen(app)


async def test_the_whole_text_is_copied(tmp_path: Path) -> None:
    app = host(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("c")
    assert app.copied == [TEXT]


async def test_the_text_is_saved_for_its_owner_only(tmp_path: Path) -> None:
    app = host(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("s", "enter")
        await pilot.pause()
        assert (tmp_path / "call.txt").read_text(encoding="utf-8") == TEXT + "\n"
        assert stat.S_IMODE((tmp_path / "call.txt").stat().st_mode) == 0o600
        assert isinstance(app.screen, SummaryScreen)


async def test_a_file_that_exists_is_replaced_only_when_asked_twice(tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text("mine", encoding="utf-8")
    app = host(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("s", "enter")
        await pilot.pause()
        assert "That file exists. Enter again replaces it." in seen(app)
        assert (tmp_path / "call.txt").read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await pilot.pause()
        assert (tmp_path / "call.txt").read_text(encoding="utf-8") == TEXT + "\n"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type where to save it."),
        ("  ", "Type where to save it."),
        ("/", "Type where to save it."),
        ("{home}", "That is a folder: add a file name."),
        ("~nobody-of-that-name/x", "There can be no such file."),
        ("{home}/" + "x" * 400, "There can be no such file."),
    ],
)
async def test_what_is_no_place_for_a_file_is_told(tmp_path: Path, typed: str, says: str) -> None:
    app = host(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("s")
        await pilot.pause()
        app.screen.query_one(Input).value = typed.format(home=tmp_path)
        await pilot.press("enter")
        await pilot.pause()
        assert says in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, SummaryScreen)
    assert list(tmp_path.iterdir()) == []


async def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    app = host(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("s")
        await pilot.pause()
        app.screen.query_one(Input).value = str(tmp_path / "file" / "[x].txt")
        await pilot.press("enter")
        await pilot.pause()
        told = [note.message.split(" cannot")[0] for note in app._notifications]
        assert told == [str(tmp_path / "file" / "[x].txt")]


@pytest.mark.parametrize("size", [(20, 5), (1, 1)])
async def test_it_fits_a_small_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    app = host(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause()
    assert app.given == [None]
