"""What kind of buyer a line tells of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.line import Line
from cuebook.understanding.traits import traits


def told(text: str, expecting: str | None = None) -> dict[str, str | float]:
    return {trait.name: trait.value for trait in traits(Line(text, "en", date(2026, 11, 21), expecting))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we're a team of 12", {"employees": 12}),
        ("about 40 people in the office", {"employees": 40}),
        ("a 25 person company", {"employees": 25}),
        ("forty employees or so", {"employees": 40}),
        ("I'm 42 years old", {"age": 42}),
        ("two kids, eight and ten", {"children": "yes"}),
        ("we don't have any children", {"children": "none"}),
        ("there's a baby on the way", {"children": "planned"}),
        ("no kids yet, but hoping for a baby", {"children": "planned"}),
        ("we're not planning any kids", {"children": "none"}),
        ("there are forty of us", {"employees": 40}),
        ("the three of us sit down together", {}),
        ("I'm self-employed", {"employment": "self-employed"}),
        ("I'm retired now", {"employment": "retired"}),
        ("we rent a flat in town", {"home": "rents"}),
        ("there's a mortgage on it", {"home": "owns"}),
        ("we have 3 printers", {}),
        ("about 900 a month", {}),
        ("ten years ago", {}),
        ("Norway", {}),  # a name alone says nothing until it was asked for
    ],
)
def test_a_trait_is_told_in_passing(text: str, expected: dict[str, object]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("forty two", "age", 42),
        ("about 30", "employees", 30),
        ("no", "children", "none"),
        ("two", "children", "yes"),
        ("Oslo, Norway", "country", "NO"),
        ("the United Kingdom", "country", "GB"),
        ("a rented one", "home", "rents"),
    ],
)
def test_a_bare_answer_counts_where_the_trait_was_asked(text: str, asked: str, expected: object) -> None:
    assert told(text, f"profile.{asked}")[asked] == expected


@given(st.text(max_size=500), st.sampled_from([None, "profile.age", "profile.country", "profile.children"]))
def test_any_text_gives_traits_with_places_inside_it(text: str, expecting: str | None) -> None:
    found = traits(Line(text, "en", date(2026, 11, 21), expecting))
    assert len({trait.name for trait in found}) == len(found)
    for trait in found:
        assert 0 <= trait.span[0] <= trait.span[1] <= len(text)
