"""The PEOPLE panel: who decides comes first."""

from __future__ import annotations

from tests.factories import ledger, person

from cuebook.ui.widgets.people import fitted, people
from cuebook.understanding.reading import Person


def test_those_who_decide_come_first_with_what_is_known_of_them() -> None:
    held = ledger(
        [
            person(role="head of IT", speaker=True, decides=False),
            person("Per Moe", "CFO", decides=True),
            person("Liv"),
        ]
    )
    assert people(held, "Anna") == ["Per Moe, CFO: decides", "Anna, head of IT: does not decide", "Liv"]


def test_a_prospect_without_a_name_is_the_prospect() -> None:
    assert people(ledger([person(speaker=True, decides=True)]), None) == ["the prospect: decides"]


def test_nobody_is_no_row() -> None:
    assert people(ledger(), "Anna") == []


def test_the_reps_own_word_is_told_as_that() -> None:
    held = ledger([person("Per Moe", decides=True)]).place(Person("Per Moe", None, None, (0, 0)), "saboteur", 2)
    assert people(held, None) == ["Per Moe: is against it, you"]


def test_a_long_name_gives_way_to_the_part() -> None:
    assert fitted("Kari Elisabeth Holm, head of finance: decides", 28) == "Kari Elisabeth Hol…: decides"
    assert fitted("Kari: decides", 28) == "Kari: decides"
    assert fitted("Kari Elisabeth Holm, head of finance", 12) == "Kari Elisab…"
