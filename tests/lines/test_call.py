"""A call in plain lines: every move as a command, and nothing that needs a screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cuebook import paths
from cuebook.clock import Clock
from cuebook.conversation.moves import KINDS
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.errors import StoreError, SurroundingsError
from cuebook.lines.call import COMMANDS, Talk
from cuebook.parts import Parts
from cuebook.session import Session

Say = Callable[..., list[str]]


@pytest.fixture
def session(dialogues: Dialogues, clock: Clock) -> Session:
    return Session.start(Setup(), dialogues, clock)


@pytest.fixture
def say(session: Session, dialogues: Dialogues) -> Say:
    def said(*lines: str) -> list[str]:
        written: list[str] = []
        Talk(session, dialogues.words["en"], lambda: "THE SUMMARY", written.append).hold(iter(lines))
        return written

    return said


def test_the_cue_its_reason_and_what_to_listen_for_are_read_out(say: Say) -> None:
    first = say()
    assert first[0].startswith("SAY   Hello.")
    assert first[1].startswith("      why: ")
    assert first[2].startswith("      listen for: ")


def test_a_line_is_what_the_prospect_said(say: Say, session: Session) -> None:
    written = say("sure", "we lose hours to jams every week")
    assert session.turn.status.criteria["need"].standing == "confirmed"
    assert any("for need" in line for line in written)


def test_every_move_has_a_command() -> None:
    named = {command.name for command in COMMANDS} | {"hear"}
    assert {kind if kind != "do_not_call" else "dnc" for kind in KINDS} <= named


@pytest.mark.parametrize(
    ("line", "stage", "n"),
    [
        ("/next", "need", 2),
        ("/go budget", "budget", 2),
        ("/mark need confirmed", "authority", 2),
        ("/probe", "need", 2),
        ("/back", "opening", 2),
        ("/note sounds tired", "need", 2),
        ("/object why", "need", 2),
        ("/obj trust", "need", 2),  # as much of a name as makes it plain
        ("/undo", "opening", 2),
        ("/dnc", "do_not_call", 2),
        ("/end", "closed", 2),
        ("/end callback 2027-01-15 call Per", "closed", 2),
        ("/switch bant", "need", 2),
        ("/person decides Kari Holm, CFO", "need", 2),
        ("/depth cold", "need", 2),
    ],
)
def test_a_command_takes_its_move(session: Session, say: Say, line: str, stage: str, n: int) -> None:
    say("/go need", *([] if line == "/next" else [line]))
    assert (session.turn.stage, session.turn.n) == (stage, n if line != "/next" else 1)


def test_an_earlier_line_is_amended_by_its_number(session: Session, say: Say) -> None:
    written = say("sure", "it all works fine", "/lines", "/amend 2 it jams every day and costs us hours")
    assert "2  it all works fine" in written
    assert session.turn.status.criteria["need"].standing == "confirmed"


def test_ending_takes_from_the_proposal_what_is_not_said(session: Session, say: Say) -> None:
    written = say("/end")
    assert session.turn.move is not None
    assert session.turn.as_json("1")["move"]["disposition"] == "incomplete"
    assert session.turn.as_json("1")["move"]["on"]
    assert written[-1] == "THE SUMMARY"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/fly", "no /fly"),
        ("/person", "/person decides Kari Holm, CFO"),
        ("/person boss Kari Holm", "There are: decides"),
        ("/person clear Kari Holm", "no mark to take away"),
        ("/depth", "needs 'depth'"),
        ("/depth deep", "no depth 'deep'"),
        ("/object", "Which objection"),
        ("/object qqqqqqq", "Which objection"),
        ("/mark need", "needs 'standing'"),
        ("/mark need sure", "no standing"),
        ("/amend two words", "needs 'turn'"),
        ("/amend 9 words", "no line"),
        ("/go", "needs 'criterion'"),
        ("/note", "needs some text"),
        ("/back", "first question"),
        ("/n", "no /n"),  # next or note?
    ],
)
def test_what_is_not_possible_is_said_and_changes_nothing(
    session: Session, say: Say, line: str, says: str
) -> None:
    written = say(line)
    assert any(text.startswith("Not possible:") and says in text for text in written)
    assert session.turn.n == 0


def test_quitting_leaves_the_call_open(session: Session, say: Say) -> None:
    assert say("sure", "/quit", "never heard")[-1] == "The call was not saved."
    assert session.turn.n == 1


def test_the_rep_is_told_once_that_nothing_is_saved_and_once_that_it_is_again(session: Session, say: Say) -> None:
    session.trouble = StoreError("The disk is full.", "Make room.")
    written = say("/note one", "/note two")
    assert sum("NOT SAVED" in line for line in written) == 1


def test_dialogues_that_were_changed_are_taken_over_before_the_next_line(tmp_path: Path, clock: Clock) -> None:
    criteria = tmp_path / "words" / "en" / "criteria.yaml"
    criteria.parent.mkdir(parents=True)
    shutil.copy(paths.shipped() / "words" / "en" / "criteria.yaml", criteria)
    sound = criteria.read_text()
    parts = Parts([tmp_path])
    session = Session.start(Setup(), parts.dialogues, clock)
    written: list[str] = []

    def lines() -> Iterator[str]:
        yield "/next"
        criteria.write_text(sound.replace("handling {{ product.topic }} today", "coping with {{ prodct.topic }}"))
        yield ""
        assert any("CUE405" in line for line in written)
        assert "The call goes on with the words that it had." in written
        criteria.write_text(sound.replace("handling {{ product.topic }} today", "coping with {{ product.topic }}"))
        yield "it jams"

    Talk(session, session.words, lambda: "", written.append, parts.watch("en")).hold(lines())
    told = written.index("The dialogues have changed.")
    assert written[told + 1] == "SAY   How are you coping with copying and printing?"
    assert session.turn.n == 2


def test_the_map_of_people_is_told_when_somebody_is_marked_and_with_the_status(say: Say) -> None:
    told = ["PEOPLE  Kari Holm, CFO: decides", "PEOPLE  the prospect: will use it"]
    written = say("/person user", "/person decides Kari Holm, CFO")
    assert [line for line in written if line.startswith("PEOPLE")][-2:] == told
    status = next(line for line in say("/status") if "DEPTH" in line)
    assert status.splitlines()[-2:] == told


def test_the_depth_is_told_when_it_is_changed(say: Say) -> None:
    assert "DEPTH  cold; 1 asked, 2 left" in say("/next", "/depth cold")


def test_another_product_that_fits_better_is_told_in_a_line(dialogues: Dialogues, clock: Clock) -> None:
    session = Session.start(Setup(product="shift-planning"), dialogues, clock)
    written: list[str] = []
    talk = Talk(session, dialogues.words["en"], lambda: "", written.append)
    talk.answer("there are six hundred of us")
    assert "FIT  copier-leasing fits better: 600 people" in written
    talk.answer("/status")
    assert "fit shift-planning: negative" in written[-1]


def test_what_was_read_is_denied_and_put_right_by_its_name(session: Session, say: Say) -> None:
    written = say(
        "sure", "/go budget", "we have 50 000 EUR a year", "/correct 3 money 60 EUR a year", "/deny 3 money"
    )
    assert any(line.endswith("understood: money '50 000 EUR a year'") for line in written)
    assert session.turn.move is not None
    assert session.turn.as_json("1")["move"] == {"move": "deny", "turn": 3, "signal": "amounts", "index": 0}
    assert session.turn.status.criteria["budget"].standing != "confirmed"


# ── a guess at an objection ──────────────────────────────────────────────────────────────────────────────────


def guessing(session: Session, dialogues: Dialogues, *lines: str) -> list[str]:
    """What is written where every line is guessed to be about money, or about trust."""
    written: list[str] = []
    Talk(
        session, dialogues.words["en"], str, written.append, guess=lambda _, __: ("no_budget", "gone", "trust")
    ).hold(iter(lines))
    return written


def test_asked_for_an_objection_without_letters_the_last_line_is_guessed_at(
    session: Session, dialogues: Dialogues
) -> None:
    written = guessing(session, dialogues, "our purse looks empty, you see", "/obj")
    name = dialogues.words["en"].objections["no_budget"].name
    assert [line for line in written if "guess" in line] == [
        line for line in written if "Which objection?" in line
    ]
    assert f"≈ A guess, by the last line: {name} (/object no_budget) or " in written[-2]
    assert "gone" not in written[-2]
    assert session.turn.n == 1


@pytest.mark.parametrize("line", ["Just send me an email.", "/next"])
def test_where_an_objection_was_read_or_nothing_was_said_there_is_no_guess(
    session: Session, dialogues: Dialogues, line: str
) -> None:
    assert not any("guess" in told for told in guessing(session, dialogues, line, "/object"))


def test_a_model_that_cannot_be_used_is_told_of_when_it_is_asked(session: Session, dialogues: Dialogues) -> None:
    def broken(_: str, __: str) -> tuple[str, ...]:
        raise SurroundingsError("The extra is broken.", "Install it again.")

    written: list[str] = []
    Talk(session, dialogues.words["en"], str, written.append, guess=broken).hold(iter(["hm", "/object"]))
    assert "The extra is broken. Install it again. There are: " in written[-2]
