"""The list of many rows: its columns, its cursor, and that ten thousand rows are no slower to move in than ten."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from cuebook.ui.rows import Column, Rows, fit

COLUMNS = (Column("Name", 4, 12), Column("What", 4, 8, rank=1), Column("More", 10, 40, rank=2))


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield Rows(COLUMNS)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        self.chosen.append(message.at)


def cells(count: int) -> Sequence[tuple[str, ...]]:
    return [(f"name {n}", f"what {n}", "[/red]") for n in range(count)]


def line(rows: Rows, y: int) -> str:
    return rows.render_line(y).text.rstrip()


@given(
    columns=st.lists(
        st.builds(
            lambda least, more, rank: Column("x", least, least + more, rank),
            st.integers(1, 20),
            st.integers(0, 20),
            st.integers(0, 3),
        ),
        min_size=1,
        max_size=6,
    ),
    room=st.integers(0, 200),
)
def test_columns_keep_to_their_least_their_most_and_the_room(columns: list[Column], room: int) -> None:
    widths = fit(tuple(columns), room)
    for column, width in zip(columns, widths, strict=True):
        assert width == 0 or column.least <= width <= column.most
        assert width or column.rank > 0
    shown = [width for width in widths if width]
    if any(column.rank > 0 and width for column, width in zip(columns, widths, strict=True)):
        assert sum(shown) + len(shown) - 1 <= room


def test_the_column_of_the_highest_rank_goes_first() -> None:
    assert fit(COLUMNS, 62) == (12, 8, 40)
    assert fit(COLUMNS, 19) == (10, 8, 0)
    assert fit(COLUMNS, 8) == (8, 0, 0)


async def test_the_cursor_moves_and_stays_within_the_rows() -> None:
    app = Host()
    async with app.run_test(size=(23, 6)) as pilot:
        rows = app.query_one(Rows)
        rows.show(cells(100))
        rows.focus()
        for key, expected in (
            ("up", 0), ("down", 1), ("pagedown", 6), ("end", 99), ("down", 99), ("pageup", 94), ("home", 0),
        ):  # fmt: skip
            await pilot.press(key)
            assert rows.at == expected
            shown = [line(rows, y) for y in range(6)]
            assert shown[0].split() == ["Name", "What"]
            assert sum(text.startswith("▸ ") for text in shown) == 1, "the row of the cursor is in view"
            assert any(text.startswith(f"▸ name {expected}") for text in shown)


async def test_enter_and_a_click_on_the_cursor_choose_a_row() -> None:
    app = Host()
    async with app.run_test(size=(40, 6)) as pilot:
        rows = app.query_one(Rows)
        rows.show(cells(3))
        rows.focus()
        await pilot.press("down", "enter")
        await pilot.click(Rows, offset=(3, 3))
        assert (rows.at, app.chosen) == (2, [1])
        await pilot.click(Rows, offset=(3, 3))
        assert app.chosen == [1, 2]
        await pilot.click(Rows, offset=(3, 5))
        assert app.chosen == [1, 2], "below the last row there is nothing"


async def test_nothing_can_be_chosen_where_there_is_nothing() -> None:
    app = Host()
    async with app.run_test(size=(40, 6)) as pilot:
        rows = app.query_one(Rows)
        rows.show([])
        rows.focus()
        await pilot.press("down", "end", "enter")
        assert (rows.at, app.chosen) == (-1, [])


async def test_text_is_shown_as_it_is_and_cut_to_its_column() -> None:
    app = Host()
    async with app.run_test(size=(70, 6)):
        rows = app.query_one(Rows)
        rows.show([("很长的名字很长的名字", "a\x1b[31mb", "[/red]")])
        assert line(rows, 1) == "▸ 很长的名字…  a\ufffd[31mb  [/red]"


@pytest.mark.parametrize("count", [10, 10_000])
async def test_a_key_costs_little_however_many_rows(count: int) -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.query_one(Rows)
        rows.focus()
        began = time.perf_counter()
        rows.show(cells(count))
        await pilot.press("end")
        assert rows.at == count - 1
        assert time.perf_counter() - began < 1.0, "a table of widgets takes longer than this for ten thousand"
