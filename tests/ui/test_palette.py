"""Finding a move while the prospect talks: two or three letters, the likeliest first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import BANT, explained, ledger, person, status, turn

from cuebook.conversation.moves import Go, Mark, Object, Person, Switch
from cuebook.dialogue.model import Dialogues
from cuebook.qualification.status import CriterionStatus, Glance
from cuebook.ui import palette
from cuebook.ui.keys import Keys
from cuebook.ui.palette import Ask, Picker, Run
from cuebook.understanding.reading import Person as Heard


@pytest.fixture
def objections(dialogues: Dialogues) -> Picker:
    return palette.objections(turn(0), dialogues.words["en"], dialogues.objections)


@pytest.fixture
def everything(dialogues: Dialogues) -> Picker:
    return palette.everything(turn(0), dialogues.words["en"], dialogues.objections, Keys())


def test_every_objection_is_offered(objections: Picker, dialogues: Dialogues) -> None:
    assert {entry.gives for entry in objections.matching("")} == {Object(name) for name in dialogues.objections}


def test_every_objection_is_found_by_its_whole_name(objections: Picker) -> None:
    for entry in objections.entries:
        assert objections.matching(entry.label)[0] == entry


def test_what_the_last_line_is_guessed_to_be_stands_first_and_is_marked_in_words(dialogues: Dialogues) -> None:
    words, catalogue = dialogues.words["en"], dialogues.objections
    picker = palette.objections(turn(0), words, catalogue, ("trust", "nobody-has-this", "no_time"))
    assert [entry.gives for entry in picker.entries[:2]] == [Object("trust"), Object("no_time")]
    assert [palette.GUESS in entry.detail for entry in picker.entries[:3]] == [True, True, False]
    assert {entry.gives for entry in picker.entries} == {Object(name) for name in catalogue}
    assert picker.matching(picker.entries[5].label)[0] == picker.entries[5]


@pytest.mark.parametrize(
    ("guessed", "order"),
    [
        (("do_not_call", "trust"), ["trust", "do_not_call"]),
        (("do_not_call", "hostile"), ["why_asking", "do_not_call", "hostile"]),
    ],
)
def test_no_guess_that_ends_the_call_is_where_enter_takes_it(
    dialogues: Dialogues, guessed: tuple[str, ...], order: list[str]
) -> None:
    picker = palette.objections(turn(0), dialogues.words["en"], dialogues.objections, guessed)
    assert [entry.gives for entry in picker.entries[: len(order)]] == [Object(name) for name in order]
    assert [palette.GUESS in entry.detail for entry in picker.entries[: len(order)]] == [
        name in guessed for name in order
    ]


def test_what_was_heard_leaves_no_place_for_a_guess(dialogues: Dialogues) -> None:
    heard = turn(1, explanation=explained("no_time", heard=True))
    picker = palette.objections(heard, dialogues.words["en"], dialogues.objections, ("trust",))
    assert picker.entries[0].gives == Object("no_time")
    assert not any(palette.GUESS in entry.detail for entry in picker.entries)


@pytest.mark.parametrize(
    ("typed", "name"), [("why", "why_asking"), ("WHY", "why_asking"), ("why ask", "why_asking")]
)
def test_a_few_letters_find_it(objections: Picker, typed: str, name: str) -> None:
    assert objections.matching(typed)[0].gives == Object(name)


def test_what_was_heard_comes_first(dialogues: Dialogues) -> None:
    last = list(dialogues.objections)[-1]
    heard = turn(1, explanation=explained(last, heard=True))
    assert palette.objections(heard, dialogues.words["en"], dialogues.objections).entries[0].gives == Object(last)


def test_what_the_rep_picked_before_does_not(dialogues: Dialogues) -> None:
    first, *_, last = dialogues.objections
    picked = turn(1, explanation=explained(last))
    assert palette.objections(picked, dialogues.words["en"], dialogues.objections).entries[0].gives == Object(
        first
    )


def test_criteria_are_marked_by_their_letters_then_the_standing(dialogues: Dialogues) -> None:
    picker = palette.marks(turn(0), dialogues.words["en"])
    assert [entry.letter for entry in picker.entries] == ["n", "a", "b", "t", "0"]
    standings = picker.matching("B")[0].gives
    assert isinstance(standings, Picker)
    assert standings.matching("d")[0].gives == Mark("budget", "declined")


def test_whether_they_fit_is_marked_by_the_same_key_under_every_framework(dialogues: Dialogues) -> None:
    profile = palette.marks(turn(0), dialogues.words["en"]).matching("0")[0]
    assert (profile.label, profile.detail) == ("Profile", "unknown")
    assert isinstance(profile.gives, Picker)
    spiced = turn(0, stands_at=status({"pain": CriterionStatus()}, framework="spiced"))
    assert palette.marks(spiced, dialogues.words["en"]).matching("0")[0] == profile
    given = {letter: profile.gives.matching(letter)[0].gives for letter in "fnu"}
    assert given == {
        "f": Mark("profile", "confirmed"),
        "n": Mark("profile", "negative"),
        "u": Mark("profile", "unknown"),
    }


def test_one_can_go_to_every_criterion_and_detour(dialogues: Dialogues) -> None:
    picker = palette.stages(turn(0), dialogues.words["en"])
    assert [entry.gives for entry in picker.entries] == [
        Go(name) for name in (*BANT, "profile", "reroute", "contract", "review", "closing")
    ]
    assert len({entry.letter for entry in picker.entries}) == len(picker.entries)


def test_frameworks_are_offered_with_how_they_stand(dialogues: Dialogues) -> None:
    stands = status()
    also = {"champ": Glance("CHAMP", "incomplete", 2, 4)}
    seen = turn(0, stands_at=replace(stands, also=also))
    entry = palette.frameworks(seen, dialogues.words["en"]).entries[0]
    assert (entry.label, entry.gives, entry.detail) == ("CHAMP", Switch("champ"), "Not finished · 2 of 4")


def test_everything_first_lists_the_actions_only(everything: Picker) -> None:
    assert all(isinstance(entry.gives, Run) for entry in everything.matching(""))


@pytest.mark.parametrize(
    ("typed", "gives"),
    [
        ("next", Run("next")),
        ("undo", Run("undo")),
        ("do not", Run("do_not_call")),
        ("framew", Run("switch")),
        ("light", Run("theme")),
        ("go profile", Go("profile")),
        ("do not fit", Mark("profile", "negative")),
    ],
)
def test_actions_are_found_by_name(everything: Picker, typed: str, gives: Run) -> None:
    assert everything.matching(typed)[0].gives == gives


def test_a_slip_of_the_finger_still_finds_it(everything: Picker) -> None:
    assert everything.matching("objecton")[0].gives == Run("objection")


@given(st.text(max_size=30))
def test_anything_may_be_typed(dialogues: Dialogues, typed: str) -> None:
    picker = palette.everything(turn(0), dialogues.words["en"], dialogues.objections, Keys())
    assert set(map(id, picker.matching(typed))) <= set(map(id, picker.entries))


@given(st.lists(st.text(max_size=12), max_size=16))
def test_letters_are_never_shared(names: list[str]) -> None:
    letters = palette.letters_for(names)
    assert len(set(letters)) == len(names)
    assert all(len(letter) == 1 for letter in letters)


def test_the_one_on_the_phone_those_heard_of_and_somebody_else_are_marked_by_a_key_each() -> None:
    held = ledger([person("Kari Holm", "CFO", decides=True), person(role="boss"), person(speaker=True)])
    picker = palette.people(turn(1, holds=held), "Anna")
    assert [(entry.label, entry.letter) for entry in picker.entries] == [
        ("Anna", "a"), ("Kari Holm, CFO", "k"), ("boss", "b"), ("somebody else", "0"),
    ]  # fmt: skip
    kari = picker.entries[1].gives
    assert isinstance(kari, Picker)
    assert [entry.letter for entry in kari.entries] == list("disug")
    assert kari.matching("s")[0].gives == Person("Kari Holm", None, "saboteur")
    boss = picker.entries[2].gives
    assert isinstance(boss, Picker)
    assert boss.matching("g")[0].gives == Person(None, "boss", "gatekeeper")


def test_a_mark_can_be_taken_away_where_there_is_one() -> None:
    held = ledger([person("Kari Holm", decides=True)]).place(Heard("Kari Holm", None, None, (0, 0)), "user", 1)
    kari = palette.people(turn(1, holds=held), None).entries[1].gives
    assert isinstance(kari, Picker)
    assert kari.matching("c")[0].gives == Person("Kari Holm")


def test_somebody_else_is_typed_with_a_role() -> None:
    ask = palette.people(turn(0), None).entries[-1].gives
    assert isinstance(ask, Ask)
    for typed, name in (("Ola Moe, buyer", "Ola Moe"), (", buyer", None)):
        parts = ask.then(typed)
        assert isinstance(parts, Picker)
        assert parts.matching("i")[0].gives == Person(name, "buyer", "influences")


def test_a_list_of_people_fits_a_small_screen() -> None:
    held = ledger([person(f"Ola {letter}") for letter in "abcdefghijklmnop"])
    entries = palette.people(turn(1, holds=held), None).entries
    assert len(entries) == 9
    assert len({entry.letter for entry in entries}) == 9
