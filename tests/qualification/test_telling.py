"""What is known of a buyer is told in a word or two."""

from __future__ import annotations

import pytest

from cuebook.qualification.telling import trait

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("employees", 40.0, "40 people"),
        ("employees", 1200.0, f"1{NBSP}200 people"),
        ("employees", None, "people?"),
        ("age", 42.0, "age 42"),
        ("age", None, "age?"),
        ("children", "none", "no children"),
        ("children", "planned", "children planned"),
        ("employment", "self-employed", "self-employed"),
        ("employment", None, "work?"),
        ("country", "NO", "NO"),
        ("vehicle_fleet", 3.0, "3 vehicle fleet"),
    ],
)
def test_traits_of_the_buyer(name: str, value: str | float | None, expected: str) -> None:
    assert trait(name, value) == expected
