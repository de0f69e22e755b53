"""The PEOPLE panel: who decides comes first."""

from __future__ import annotations

from tests.factories import ledger, person

from cuebook.ui.widgets.people import people


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
