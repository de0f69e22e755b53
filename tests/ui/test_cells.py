"""Text in cells: whatever it is, rows fit, nothing but spaces is lost, and every character keeps its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cuebook.ui.cells import cut, plain, rows, wrap

texts = st.text(max_size=120) | st.text("ab 日本👍\u200d❤\ufe0f سلام e\u0301", max_size=120)
widths = st.integers(2, 40)


@given(texts, widths)
def test_no_row_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(row) <= width for row in rows(text, width))


@given(texts, widths)
def test_the_rows_leave_out_only_spaces(text: str, width: int) -> None:
    clean = plain(text)
    kept = {at for start, end in wrap(clean, width) for at in range(start, end)}
    assert all(clean[at].isspace() for at in range(len(clean)) if at not in kept)


@given(texts, widths)
def test_the_rows_come_in_order_and_never_overlap(text: str, width: int) -> None:
    found = wrap(plain(text), width)
    assert found == sorted(found)
    assert all(ended <= begun for (_, ended), (begun, _) in pairwise(found))


@given(texts)
def test_plain_text_keeps_the_place_of_every_character(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_plain_text_has_nothing_that_a_terminal_obeys() -> None:
    hostile = "\x1b[2J \u202e \x9b \u2028 \ud800 \ufeff"
    assert plain(hostile) == "\ufffd[2J \ufffd \ufffd \ufffd \ufffd \ufffd"
    assert plain("two\nlines\tand a tab") == "two lines and a tab"


@given(texts, st.integers(0, 40))
def test_cut_text_fits(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("we print a lot", 8, ["we print", "a lot"]),
        ("Anna-Karina", 4, ["Anna", "-Kar", "ina"]),
        ("日本語", 4, ["日本", "語"]),
        ("", 5, [""]),
    ],
)
def test_rows_break_between_words_where_they_can(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


def test_a_joiner_that_joins_nothing_is_shown_as_such_and_families_stay_together() -> None:
    assert plain("\u200d\u200da") == "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}a"
    family = "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
    assert plain(family) == family
