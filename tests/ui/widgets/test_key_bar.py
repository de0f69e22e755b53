"""The first and the last row: as much as fits, the most needed first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cuebook.ui.keys import Keys
from cuebook.ui.widgets.key_bar import fitting, heading, timer

WHO = ("Anna Berg", "Nordvik AS", "Copier leasing")
WHERE = ("BANT", "question 3 of 14", "discovery")


def test_wide_everything_is_there() -> None:
    assert heading(WHO, WHERE, "02:41", 100) == (
        "Anna Berg · Nordvik AS · Copier leasing",
        "BANT · question 3 of 14 · discovery · 02:41",
    )


def test_the_product_goes_first_and_the_time_never() -> None:
    assert heading(WHO, WHERE, "02:41", 78) == (
        "Anna Berg · Nordvik AS",
        "BANT · question 3 of 14 · discovery · 02:41",
    )
    assert heading(WHO, WHERE, "02:41", 20) == ("Anna Berg", "02:41")
    assert heading(WHO, WHERE, "02:41", 12) == ("Anna…", "02:41")


@given(st.lists(st.text(max_size=40), max_size=3), st.integers(7, 160))
def test_the_heading_always_fits(who: list[str], width: int) -> None:
    left, right = heading(tuple(who), WHERE, "02:41", width)
    assert cell_len(left) + cell_len(right) <= width


def test_80_columns_hold_the_keys_of_a_call() -> None:
    assert [action.id for action in fitting(Keys(), 78)] == [
        "help", "objection", "probe", "next", "note", "undo", "do_not_call", "end",
    ]  # fmt: skip


def test_with_little_room_help_and_objections_stay() -> None:
    assert [action.id for action in fitting(Keys(), 22)] == ["help", "objection"]


@pytest.mark.parametrize(("seconds", "shown"), [(0, "00:00"), (161, "02:41"), (3_725, "1:02:05"), (-5, "00:00")])
def test_the_timer(seconds: int, shown: str) -> None:
    assert timer(seconds) == shown
