"""Who is spoken of, what they do, and whether they decide (Q9: find that out early)."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.people import people
from cuebook.understanding.reading import Person

Told = tuple[str | None, str | None, bool | None]


def told(text: str, expecting: str | None = None) -> list[Person]:
    return list(people(Line(text, "en", date(2026, 11, 21), expecting)))


def others(text: str, expecting: str | None = None) -> list[Told]:
    return [(person.name, person.role, person.decides) for person in told(text, expecting) if not person.speaker]


def speaker(text: str, expecting: str | None = None) -> Told | None:
    mine = [person for person in told(text, expecting) if person.speaker]
    assert len(mine) <= 1
    return (mine[0].name, mine[0].role, mine[0].decides) if mine else None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Per Olsen decides", "Per Olsen", None),
        ("Maria signs the contracts", "Maria", None),
        ("Per Olsen in finance signs off", "Per Olsen", "finance"),
        ("Anna Lind, our CEO, makes those decisions", "Anna Lind", "CEO"),
        ("My colleague Erik takes care of that", "Erik", "colleague"),
        ("It's up to Jan Novak", "Jan Novak", None),
        ("Thomas in IT would have to approve it", "Thomas", "IT"),
        ("the CFO signs", None, "CFO"),
        ("Our CFO has the final say", None, "CFO"),
        ("my boss decides that", None, "boss"),
        ("My wife always has the last word", None, "wife"),
        ("the board has to approve it", None, "board"),
        ("It goes through purchasing", None, "purchasing"),
        ("Everything goes through our head of procurement", None, "head of procurement"),
        ("that's up to the owners", None, "owners"),
        ("The decision is made by the management team", None, "management team"),
        ("We need approval from headquarters", None, "headquarters"),
        ("Our managing director is the one who decides", None, "managing director"),
        ("it's my manager's decision", None, "manager"),
        ("finance controls the budget", None, "finance"),
        ("The budget is approved by the owner, Mr Haddad", "Mr Haddad", "owner"),
        ("Ms. Okafor signs those", "Ms. Okafor", None),
    ],
)
def test_somebody_decides(text: str, name: str | None, role: str | None) -> None:
    assert others(text) == [(name, role, True)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Talk to Maria in finance", "Maria", None),
        ("you should talk to our head of purchasing", None, "head of purchasing"),
        ("She is our office manager", None, "office manager"),
        ("my boss is on holiday", None, "boss"),
        ("Our IT manager Jon likes it", "Jon", "IT manager"),
    ],
)
def test_somebody_is_named_and_nothing_said_of_deciding(text: str, name: str | None, role: str | None) -> None:
    found = others(text)
    assert len(found) == 1
    assert found[0][0] == name
    assert role is None or found[0][1] == role
    assert found[0][2] is None


def test_a_name_typed_without_capitals_is_still_a_name() -> None:
    assert others("olsen decides") == [("olsen", None, True)]
    assert others("talk to maria in finance")[0][0] == "maria"


@pytest.mark.parametrize(
    "text",
    [
        "I decide",
        "I make the decisions here",
        "it is up to me",
        "it's my call",
        "I sign off on those",
        "That's my decision.",
        "I'm the one who decides",
        "I own the company",
        "It comes out of my budget",
        "I can sign that myself",
        "I pick the machines",
        "I choose our suppliers",
        "I sign for those",
        "That one is on me",
        "me and my brother decide",
        "me and Erik decide these things",
        "we decide that together, my sister and I",
    ],
)
def test_the_speaker_decides(text: str) -> None:
    mine = speaker(text)
    assert mine is not None
    assert mine[2] is True


@pytest.mark.parametrize(
    "text",
    [
        "I don't decide that",
        "It's not my decision",
        "I just use it",
        "I have to ask my boss",
        "I'm not the decision maker",
        "that's not up to me",
        "I can't sign anything",
        "I don't have the authority",
        "That is above my pay grade",
        "I'd have to run it by our CFO",
        "I'm only the receptionist",
    ],
)
def test_the_speaker_does_not_decide(text: str) -> None:
    mine = speaker(text)
    assert mine is not None
    assert mine[2] is False


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I am head of logistics", "head of logistics"),
        ("I'm the IT manager here", "IT manager"),
        ("im a warehouse manager", "warehouse manager"),
        ("I work as a senior software engineer", "senior software engineer"),
        ("I'm responsible for purchasing and logistics", "purchasing and logistics"),
        ("I run the IT department", "IT department"),
        ("I work in accounting", "accounting"),
        ("Head of IT", "Head of IT"),
        ("chief financial officer", "chief financial officer"),
        ("My title is vice president of sales", "vice president of sales"),
        ("I'm the secretary to the CEO", "secretary to the CEO"),
    ],
)
def test_the_speaker_says_what_they_do(text: str, role: str) -> None:
    mine = speaker(text)
    assert mine is not None
    assert mine[1] == role


def test_who_decides_with_whom() -> None:
    text = "Per and I decide together"
    assert speaker(text) == (None, None, True)
    assert others(text) == [("Per", None, True)]
    assert {person.decides for person in told("My wife and I make those decisions")} == {True}


def test_not_i_but_somebody_else() -> None:
    text = "I don't decide, Per Olsen in finance does"
    assert speaker(text) == (None, None, False)
    assert others(text) == [("Per Olsen", "finance", True)]


def test_a_question_names_nobody() -> None:
    assert told("Who decides?") == []
    assert told("Is your boss the one who decides?") == []


@pytest.mark.parametrize(
    "text",
    [
        "we print forty thousand pages a month",
        "The sun is shining in Oslo",
        "call it what you want",
        "We lease from Canon and it works",
        "We have sales offices in six countries",
        "It goes to the second floor",
        "My name is Christine Hay",
        "On Monday we were closed",
        "Send it to me",
        "",
    ],
)
def test_ordinary_talk_names_nobody(text: str) -> None:
    assert told(text) == []


def test_the_place_of_a_person_is_where_they_are_named() -> None:
    text = "Well, Per Olsen in finance signs off."
    begin, end = told(text)[0].span
    assert text[begin:end] == "Per Olsen in finance"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Erik Holmen", "Erik Holmen", None),
        ("It's Erik Holmen", "Erik Holmen", None),
        ("probably Erik", "Erik", None),
        ("Mrs Haddad", "Mrs Haddad", None),
        ("Ida, she works in logistics", "Ida", "logistics"),
        ("You can ask for Ida Moe", "Ida Moe", None),
        ("That would be our CFO, Ida Moe", "Ida Moe", "CFO"),
    ],
)
def test_a_name_is_a_person_where_it_was_asked_who_decides(text: str, name: str, role: str | None) -> None:
    assert [(found, what) for found, what, _ in others(text, "authority")] == [(name, role)]


@pytest.mark.parametrize("text", ["Complicated.", "Nobody", "We lease from Canon", "Tuesday", "Erik?", "on paper"])
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert others(text, "authority") == []


def test_a_name_alone_is_nobody_where_something_else_was_asked() -> None:
    assert told("Erik Holmen") == []


def test_a_name_with_its_title_is_a_person_anywhere() -> None:
    assert others("I met Dr Haddad at the fair. He was in a hurry") == [("Dr Haddad", None, None)]
    assert others("mr haddad came by") == [("mr haddad", None, None)]
    assert told("Is Mr Haddad in?") == []


def test_i_do_together_with_somebody() -> None:
    text = "I do, along with the finance people"
    assert speaker(text, "authority") == (None, None, True)
    assert others(text, "authority") == [(None, "finance people", None)]


def test_a_speaker_with_a_role_is_one_person() -> None:
    line = Line("I'm the office manager, I choose these things myself", "en", date(2026, 11, 21), "authority")
    (only,) = people(line)
    assert (only.role, only.decides, only.speaker) == ("office manager", True, True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I don't decide, Kari Holm does, she is the CFO", "CFO"),
        ("I don't decide that, my colleague Kari Holm, the CFO, does", "CFO"),
        ("I don't, Kari Holm does", None),
        ("I don't decide. Kari Holm does.", None),
        ("not me, Kari Holm does, and she's in Bergen", None),
    ],
)
def test_who_decides_instead_is_heard_though_nobody_asked(text: str, role: str | None) -> None:
    found = people(Line(text, "en", date(2026, 11, 21)))
    assert [(one.name, one.role) for one in found if one.decides] == [("Kari Holm", role)]
