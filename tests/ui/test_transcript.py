"""The lines of a call: who said what, and what no longer holds."""

from __future__ import annotations

from datetime import date

from tests.factories import status, turn

from cuebook.conversation.moves import Amend, DoNotCall, End, Hear, Mark, Next, Note, Object, Switch, Undo
from cuebook.dialogue.model import Dialogues
from cuebook.ui.transcript import Transcript


def transcript(dialogues: Dialogues) -> Transcript:
    return Transcript(dialogues.words["en"], "Anna")


def test_a_question_is_a_line_only_when_it_was_answered(dialogues: Dialogues) -> None:
    lines = transcript(dialogues).add_all([turn(0), turn(1, Next()), turn(2, Hear("yes"))])
    assert [(line.who, line.text) for line in lines] == [
        ("you", "How are you handling copying today?"),
        ("Anna", "yes"),
    ]


def test_every_move_that_says_something_has_its_line(dialogues: Dialogues) -> None:
    made = transcript(dialogues).add_all(
        [
            turn(0, question=None),
            turn(1, Object("why_asking"), question=None),
            turn(2, Mark("budget", "negative"), question=None),
            turn(3, Note("tired"), question=None),
            turn(4, Switch("champ"), question=None, stands_at=status(framework="champ")),
            turn(5, End("callback", "call again", date(2027, 1, 15)), question=None),
            turn(6, DoNotCall(), question=None),
        ]
    )
    assert [(line.kind, line.text) for line in made] == [
        ("objection", "Why are you asking?"),
        ("mark", "Budget ✗ no"),
        ("note", "tired"),
        ("way", "CHAMP"),
        ("way", "Call back · call again · 2027-01-15"),
        ("way", "Do not call"),
    ]


def test_only_what_was_said_or_noted_can_be_amended(dialogues: Dialogues) -> None:
    made = transcript(dialogues).add_all(
        [turn(0), turn(1, Hear("yes")), turn(2, Note("tired")), turn(3, Switch("champ"))]  # passed over
    )
    assert {line.text: line.line for line in made if line.kind != "said"} == {"yes": 1, "tired": 2, "champ": None}


def test_an_undone_turn_is_taken_back(dialogues: Dialogues) -> None:
    made = transcript(dialogues)
    made.add_all([turn(0), turn(1, Hear("yes")), turn(2, Undo(), undone=(1,))])
    assert made.taken_back == {1}


def test_amended_lines_give_way_and_come_back(dialogues: Dialogues) -> None:
    made = transcript(dialogues)
    made.add_all([turn(0), turn(1, Hear("yes")), turn(2, Hear("no"))])
    again = made.add(turn(3, Amend(1, "well"), undone=(1,)))
    assert made.taken_back == {1}
    assert [(line.kind, line.line) for line in again] == [("heard", 1)]
    made.add(turn(4, Amend(1, "maybe"), undone=(1,)))
    assert made.taken_back == {1, 3}
    made.add(turn(5, Undo(), undone=(4,)))
    assert made.taken_back == {1, 4}
    made.add(turn(6, Undo(), undone=(3,)))
    assert made.taken_back == {3, 4}


def test_lines_that_an_amendment_dropped_come_back_with_it(dialogues: Dialogues) -> None:
    made = transcript(dialogues)
    made.add_all([turn(0), turn(1, Hear("yes")), turn(2, Hear("no")), turn(3, Amend(1, "well"), undone=(1, 2))])
    assert made.taken_back == {1, 2}
    made.add(turn(4, Undo(), undone=(3,)))
    assert made.taken_back == {3}


def test_an_amended_note_stays_a_note(dialogues: Dialogues) -> None:
    made = transcript(dialogues)
    lines = made.add_all([turn(0), turn(1, Note("tird")), turn(2, Amend(1, "tired"), undone=(1,))])
    assert [line.kind for line in lines] == ["note", "note"]
