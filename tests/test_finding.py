"""Any objection within two or three letters."""

from __future__ import annotations

import pytest

from cuebook.dialogue.model import Dialogues
from cuebook.finding import Findable, find, objections


@pytest.mark.parametrize(
    ("letters", "objection"),
    [
        ("why", "why_asking"),
        ("bud", "no_budget"),
        ("busy", "no_time"),
        ("tru", "trust"),
        ("email", "send_email"),
        ("recorded", "is_recorded"),
        ("exp", "too_expensive"),
        ("wh", "why_asking"),
        ("wyh ask", "why_asking"),  # a slip of the finger
    ],
)
def test_an_objection_is_found_by_a_few_letters(dialogues: Dialogues, letters: str, objection: str) -> None:
    found = find(letters, objections(dialogues.words["en"].objections))
    assert objection in [thing.id for thing in found[:2]]


def test_every_objection_is_first_by_its_own_name(dialogues: Dialogues) -> None:
    known = objections(dialogues.words["en"].objections)
    for thing in known:
        assert find(thing.name, known)[0].id == thing.id


def test_no_letters_find_all_and_nonsense_finds_nothing() -> None:
    things = (Findable("a", "Apple"), Findable("b", "Bread"))
    assert find("", things) == things
    assert find("qqqqq", things) == ()
