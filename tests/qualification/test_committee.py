"""Who takes part in the decision, each person once."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.qualification.committee import PARTS, People, cleared, deciding, in_order, met, placed
from cuebook.qualification.ledger import Evidence, Ledger
from cuebook.understanding.reading import Person

PROSPECT = Person(None, None, None, (0, 0), speaker=True)


def somebody(name: str | None = None, role: str | None = None, decides: bool | None = None) -> Person:
    return Person(name, role, decides, (0, 0))


def heard(*people: Person) -> People:
    found: People = {}
    for turn, person in enumerate(people, 1):
        found = met(found, person, f"said of {person.name or person.role}", turn)
    return found


@pytest.mark.parametrize(
    "calls",
    [
        (somebody("Kari Holm"), somebody("Kari")),
        (somebody("Kari"), somebody("Kari Holm")),
        (somebody("Kari Holm", "CFO"), somebody(role="CFO")),
        (somebody(role="CFO"), somebody("Kari Holm", "CFO")),
        (somebody("Kari Holm"), somebody("the CFO Kari Holm")),
        (somebody("Kari"), somebody("the CFO Kari Holm")),
        (somebody(role="CFO"), somebody("the CFO")),
        (somebody(role="CFO"), somebody("Kari"), somebody("Kari", "CFO")),
        (somebody("KARI  HOLM"), somebody("Kari Holm")),
    ],
)
def test_the_same_person_by_name_or_role_is_one_person(calls: tuple[Person, ...]) -> None:
    assert len(heard(*calls)) == 1


@pytest.mark.parametrize(
    "calls",
    [
        (somebody("Kari Holm"), somebody("Per Holm")),
        (somebody("Kari Holm"), somebody("Kari Berg")),
        (somebody("Kari Holm", "CFO"), somebody("Per Olsen", "CFO")),
        (somebody("Kari Holm"), somebody(role="CFO")),
        (PROSPECT, somebody("Kari Holm")),
    ],
)
def test_two_people_stay_two(calls: tuple[Person, ...]) -> None:
    assert len(heard(*calls)) == 2


def test_a_first_name_that_two_have_is_neither_of_them() -> None:
    assert len(heard(somebody("Kari Holm"), somebody("Kari Berg"), somebody("Kari"))) == 3


def test_the_fuller_name_is_kept_and_what_is_known_adds_up() -> None:
    (member,) = heard(somebody("Kari", decides=True), somebody("Kari Holm"), somebody("Kari", "CFO")).values()
    assert (member.person.name, member.person.role, member.decides) == ("Kari Holm", "CFO", True)


def test_a_mark_wins_over_what_was_heard_before_and_after_it() -> None:
    people = placed(heard(somebody("Kari Holm", decides=True)), somebody("Kari"), "user", 2)
    assert deciding(people) is None
    people = met(people, somebody("Kari Holm", decides=True), "she signs", 3)
    assert [member.part for member in people.values()] == ["user"]


def test_a_mark_of_an_earlier_call_gives_way_to_a_later_word() -> None:
    people = placed({}, somebody("Kari"), "decides", 0)
    assert met(people, somebody("Kari", "CFO"), "she is CFO", 1)["kari"].part == "decides"
    assert met(people, somebody("Kari", decides=False), "no longer hers", 1)["kari"].decides is False


def test_whoever_is_there_only_by_a_mark_goes_with_it() -> None:
    people = placed(heard(PROSPECT), somebody("Kari"), "saboteur", 2)
    assert cleared(people, somebody("Kari")) == heard(PROSPECT)
    assert cleared(heard(PROSPECT), somebody("Kari")) is None


def test_the_one_who_was_marked_decides_before_one_who_was_only_heard_to() -> None:
    people = placed(heard(somebody("Kari Holm")), somebody("Kari Holm"), "decides", 2)
    people = met(people, somebody("Per Olsen", decides=True), "Per signs", 3)
    found = deciding(people)
    assert found is not None
    assert found.name == "Kari Holm"


def test_those_who_decide_come_first_and_the_unmarked_last() -> None:
    people = heard(somebody("Liv"), somebody("Per", decides=True))
    people = placed(placed(people, somebody("Ola"), "gatekeeper", 3), somebody("Ida"), "saboteur", 4)
    assert [member.person.name for _, member in in_order(people)] == ["Per", "Ida", "Ola", "Liv"]


# ── what a part says of authority ────────────────────────────────────────────────────────────────────────────


def standing(ledger: Ledger) -> tuple[str, bool]:
    held = ledger.of("authority").standing()
    return held.standing, held.by_rep


def test_the_prospect_who_is_marked_as_deciding_has_authority_and_a_gatekeeper_has_not() -> None:
    assert standing(Ledger().place(PROSPECT, "decides", 1)) == ("confirmed", True)
    assert standing(Ledger().place(PROSPECT, "gatekeeper", 1)) == ("negative", True)


@pytest.mark.parametrize("part", ["influences", "saboteur", "user"])
def test_the_other_parts_say_nothing_about_who_decides(part: str) -> None:
    assert standing(Ledger().place(PROSPECT, part, 1)) == ("unknown", False)  # type: ignore[arg-type]  # of PARTS


def test_another_who_is_marked_as_deciding_is_known_and_this_one_does_not_decide() -> None:
    ledger = Ledger().place(somebody("Kari Holm", "CFO"), "decides", 1)
    assert ledger.decider == "Kari Holm, CFO"
    assert standing(ledger) == ("negative", True)


def test_who_was_heard_to_decide_still_does_when_another_decides_with_them() -> None:
    ledger = Ledger().file([Evidence("authority", "confirmed", "my partner and I decide", 1)])
    assert standing(ledger.place(somebody("Kari"), "decides", 2)) == ("confirmed", False)


def test_a_mark_taken_away_gives_back_what_was_heard() -> None:
    ledger = Ledger().file([Evidence("authority", "partial", "I run the office", 1)])
    marked = ledger.place(PROSPECT, "decides", 2)
    assert standing(marked) == ("confirmed", True)
    back = marked.unplace(PROSPECT, 3)
    assert back is not None
    assert standing(back) == ("partial", False)
    other = ledger.place(somebody("Kari"), "decides", 2).unplace(somebody("Kari"), 3)
    assert other is not None
    assert standing(other) == ("partial", False)


def test_a_part_changed_takes_its_word_on_authority_along_but_not_the_reps_own_mark() -> None:
    assert standing(Ledger().place(PROSPECT, "decides", 1).place(PROSPECT, "user", 2)) == ("unknown", False)
    own = Ledger().mark("authority", "confirmed", 1).place(PROSPECT, "user", 2)
    assert standing(own) == ("confirmed", True)


NAMES = st.sampled_from([None, "Kari", "Kari Holm", "Kari Berg", "Per", "Per Olsen"])
ROLES = st.sampled_from([None, "CFO", "boss", "head of finance"])
PEOPLE = st.builds(somebody, NAMES, ROLES, st.sampled_from([None, True, False]))


@given(st.lists(st.tuples(PEOPLE, st.none() | st.sampled_from(PARTS))), st.integers(0, 9))
def test_nobody_is_there_twice_and_every_mark_stands(told: list[tuple[Person, str | None]], seed: int) -> None:
    dice = random.Random(seed)
    people: People = {}
    for turn, (person, part) in enumerate(told, 1):
        if part is None:
            people = met(people, person, "said", turn)
        elif person.name or person.role:
            people = placed(people, person, part, turn)  # type: ignore[arg-type]  # of PARTS
            assert list(people.values())[-1].part == part
            if dice.random() < 0.3:
                people = cleared(people, person) or people
    named = [member.person.name for member in people.values() if member.person.name]
    assert len(named) == len(set(named))
    roles = [member.person.role for member in people.values() if not member.person.name]
    assert len(roles) == len(set(roles))
