"""Whom they name when they are asked who else might be glad of a call."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.read import read
from cuebook.understanding.reading import REFERRAL


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Per Olsen", [("Per Olsen", None)]),
        ("Per Olsen at Fjord Shipping", [("Per Olsen", "Fjord Shipping")]),
        ("you could try Liv Moe", [("Liv Moe", None)]),
        ("my sister Liv Moe runs a nursery", [("Liv Moe", None)]),
        ("Kari Holm and Per Olsen might like it", [("Kari Holm", None), ("Per Olsen", None)]),
        ("Kari Holm, Per Olsen", [("Kari Holm", None), ("Per Olsen", None)]),
        ("Kari Holm at Vik and Per Olsen from Sund", [("Kari Holm", "Vik"), ("Per Olsen", "Sund")]),
        ("I would ask Per Olsen, he is at Fjord Shipping", [("Per Olsen", None)]),
        ("Sure. Ida Lie at Sund has the same trouble", [("Ida Lie", "Sund")]),
        ("Mr Novak", [("Mr Novak", None)]),
        ("Liv at Sund", [("Liv", "Sund")]),
        ("Ask Mary Jones of Brown & Sons, tell her I sent you", [("Mary Jones", "Brown & Sons")]),
        ("nobody comes to mind", []),
        ("my neighbour has one just like ours", []),
        ("no", []),
        ("", []),
    ],
)
def test_whom_they_know_is_named_with_where_they_work(said: str, named: list[tuple[str, str | None]]) -> None:
    people = read(said, "en", today=date(2026, 11, 21), expecting=REFERRAL).people
    assert [(person.name, person.company) for person in people] == named
    assert all(person.decides is None and not person.speaker for person in people)
    assert all(said[slice(*person.span)] == person.name for person in people)


def test_without_the_question_nobody_is_a_referral() -> None:
    assert read("you could try Liv Moe", "en", today=date(2026, 11, 21)).people == ()
