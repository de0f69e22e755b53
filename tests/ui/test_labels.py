"""What values and readings are called on the screen."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.dialogue import naming
from cuebook.dialogue.model import Dialogues
from cuebook.qualification.status import STANDINGS, VERDICTS
from cuebook.ui import labels
from cuebook.understanding.reading import Amount, Heard, Person, Reading, Sign, Time, Trait

NBSP = "\N{NO-BREAK SPACE}"


def test_every_standing_has_a_sign_and_a_letter_of_its_own() -> None:
    assert len({labels.SIGNS[standing] for standing in STANDINGS}) == len(STANDINGS)
    assert len({labels.LETTERS[standing] for standing in STANDINGS}) == len(STANDINGS)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(50_000, 50_000, "EUR", "year", (0, 1)), f"50{NBSP}000 EUR a year"),
        (Amount(30_000, 50_000, None, None, (0, 1)), f"30{NBSP}000–50{NBSP}000"),
        (Amount(None, 9_000, "NOK", None, (0, 1)), f"up to 9{NBSP}000 NOK"),
        (Amount(9_000, None, "NOK", None, (0, 1)), f"from 9{NBSP}000 NOK"),
        (Amount(1.5, 1.5, "EUR", None, (0, 1)), "1.50 EUR"),
    ],
)
def test_money(amount: Amount, expected: str) -> None:
    assert labels.money(amount) == expected


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (Time(date(2027, 4, 1), date(2027, 6, 30), "quarter", (0, 1)), "Q2 2027"),
        (Time(date(2027, 1, 1), date(2027, 12, 31), "year", (0, 1)), "2027"),
        (Time(date(2027, 5, 1), date(2027, 5, 31), "month", (0, 1)), "2027-05"),
        (Time(date(2027, 5, 14), date(2027, 5, 14), "day", (0, 1)), "2027-05-14"),
        (Time(date(2027, 5, 10), date(2027, 5, 16), "week", (0, 1)), "2027-05-10 – 2027-05-16"),
        (Time(date(2027, 5, 14), None, "day", (0, 1)), "from 2027-05-14"),
        (Time(None, date(2027, 5, 14), "day", (0, 1)), "until 2027-05-14"),
        (Time(date(2026, 10, 1), date(2027, 12, 31), "year", (0, 1)), "2026-10-01 – 2027-12-31"),
    ],
)
def test_times(time: Time, expected: str) -> None:
    assert labels.when(time) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (Person("Per", "CFO", True, (0, 1)), "Per, CFO decides"),
        (Person(None, "CFO", False, (0, 1)), "CFO does not decide"),
        (Person(None, None, True, (0, 1), speaker=True), "they decide"),
        (Person("Per", None, None, (0, 1)), "Per"),
    ],
)
def test_people(who: Person, expected: str) -> None:
    assert labels.person(who) == expected


def test_every_verdict_has_a_sign_of_the_standings() -> None:
    assert set(labels.VERDICT_SIGNS) == set(VERDICTS)
    assert set(labels.VERDICT_SIGNS.values()) <= set(labels.SIGNS.values())


def test_a_reading_is_told_in_labels_each_once(dialogues: Dialogues) -> None:
    reading = Reading(
        "x" * 40,
        "en",
        signs=(Sign("need", True, (0, 2)), Sign("need", True, (3, 5)), Sign("money", False, (6, 8))),
        traits=(Trait("employees", 40.0, (13, 15)),),
        objections=(Heard("why_asking", 0.9, (9, 12)),),
        stance="declined",
    )
    spans, told = labels.understood(reading, dialogues.words["en"])
    assert told == ("need", "no money", "40 people", "objection? Why are you asking?", "declined")
    assert spans == ((0, 2), (3, 5), (6, 8), (9, 12), (13, 15))


def test_what_has_no_words_is_called_by_its_id(dialogues: Dialogues) -> None:
    words = dialogues.words["en"]
    assert naming.stage_name(words, "economic_buyer") == "Economic buyer"
    assert naming.objection_name(words, "too_far_away") == "Too far away"
    assert naming.outcome_name(words, "gone_fishing") == "Gone fishing"


def test_the_value_beside_a_quote_is_the_one_in_it() -> None:
    reading = Reading(
        "5 000 EUR now, 9 000 EUR later",
        "en",
        amounts=(Amount(5000, 5000, "EUR", None, (0, 9)), Amount(9000, 9000, "EUR", None, (15, 24))),
    )
    assert labels.value_in(reading, "9 000 EUR later") == f"9{NBSP}000 EUR"
    assert labels.value_in(reading, "later") is None
