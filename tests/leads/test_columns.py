"""What a column holds, as spreadsheets of many countries write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.leads.columns import Column, columns


def column(*cells: str) -> Column:
    return Column("c", cells)


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (("1 200 kr", "50 000 kr", "", "3kr"), (1200, 50_000, None, 3)),
        (("€1,200.50", "€ 3,000", "12"), (1200.5, 3000, 12)),
        (("NOK 12 500,-", "NOK 5"), (12_500, 5)),
        (("1 200 zł", "5 zł"), (1200, 5)),
        (("1.250", "12.500"), (1250, 12_500)),
        (("1.250", "2.5"), (1.25, 2.5)),
        (("1.250,00", "3,1"), (1250, 3.1)),
        (("1,5", "2,75"), (1.5, 2.75)),
        (("0.125", "1.250"), (0.125, 1.25)),
        (("1'200", "3"), (1200, 3)),
        (("50k", "1.2m", "300"), (50_000, 1_200_000, 300)),
        (("۱۲۳", "۴۵٬۰۰۰"), (123, 45_000)),  # noqa: RUF001 - Persian figures, as they should be
        (("12 %", "14%"), (12, 14)),
        (("-3", "\u22124"), (-3, -4)),
        (("12 employees", "30 employees"), (12, 30)),
        (("80 m²", "95 m²"), (80, 95)),
    ],
)
def test_numbers_are_read_as_the_whole_column_writes_them(
    cells: tuple[str, ...], numbers: tuple[float | None, ...]
) -> None:
    assert column(*cells).numbers == pytest.approx(numbers)


@pytest.mark.parametrize(
    "cells",
    [
        ("A12", "A13"),
        ("00412", "00413"),
        ("+47 22 33 44 55", "+47 99 88 77 66"),
        ("2024-01-02", "2025-03-04"),
        ("10 EUR", "20 USD"),
        ("1,5", "2.5"),
        ("5", "about nine"),
        ("1", "0", "1"),
        ("1" * 400, "2"),
        ("", " "),
    ],
)
def test_codes_telephones_dates_and_mixed_currencies_are_no_numbers(cells: tuple[str, ...]) -> None:
    assert column(*cells).numbers is None


def test_one_remark_among_many_numbers_is_only_missing() -> None:
    numbers = column(*map(str, range(3, 40)), "ask Per").numbers
    assert numbers is not None
    assert numbers[-1] is None


@pytest.mark.parametrize(
    ("yes", "no"),
    [("yes", "No"), ("ja", "nei"), ("Ja", "nej"), ("tak", "nie"), ("да", "не"), ("بله", "خیر"), ("TRUE", "FALSE"),
     ("1", "0"), ("x", "n")],
)  # fmt: skip
def test_yes_and_no_are_known_in_six_languages(yes: str, no: str) -> None:
    asked = column(yes, no, "", yes)
    assert asked.yes_no
    assert asked.keys == ("yes", "no", None, "yes")
    assert asked.shown == {"yes": yes, "no": no}


def test_the_same_value_in_other_letters_is_the_same_value() -> None:
    homes = column("Own ", "own", "own", "RENT", "n/a", "-")
    assert homes.keys == ("own", "own", "own", "rent", None, None)
    assert homes.shown == {"own": "own", "rent": "RENT"}


def test_what_only_looks_like_nothing_is_a_value() -> None:
    assert column("NA", "EU", "none", "NaN").keys == ("na", "eu", "none", None)


def test_what_is_shown_of_a_hostile_cell_is_one_short_harmless_line() -> None:
    cells = ("\x1b[31mred\x07", "a\nb\tc", "=HYPERLINK(1)", "y" * 1_000_000, "\u202egpj.exe")
    shown = column(*cells).shown.values()
    assert len(shown) == len(cells)
    for text in shown:
        assert len(text) <= 60
        assert text.isprintable()


def test_rows_that_are_too_short_end_in_blanks() -> None:
    first, second = columns(["a", ""], [["1"], ["2", "x", "beyond"]])
    assert (first.name, second.name) == ("a", "column 2")
    assert second.cells == ["", "x"]


@given(st.lists(st.text(), min_size=1, max_size=12))
def test_any_cells_are_a_column(cells: list[str]) -> None:
    given_ = Column("c", cells)
    assert len(given_.keys) == len(cells)
    assert set(given_.shown) == set(given_.keys) - {None}
    if given_.numbers is not None:
        assert all(number is None or given_.written(number) for number in given_.numbers)


@given(st.lists(st.text(alphabet="0123456789.,' kr€%-+\u066b\u066c\u06f1", max_size=12), min_size=1, max_size=6))
def test_whatever_looks_like_a_number_gives_a_finite_one_or_none(cells: list[str]) -> None:
    numbers = Column("c", cells).numbers
    assert numbers is None or all(number is None or abs(number) < 1e25 for number in numbers)
