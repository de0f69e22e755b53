"""The seam: a turn is on disk before it is handed out, and a call can be taken up again exactly."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conversation.test_always_holds import some_move

from cuebook.clock import Clock
from cuebook.conversation import moves
from cuebook.conversation.record import Turn
from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import Dialogues
from cuebook.errors import BlockedError, DialogueError, MoveError, StoreError, UsageError
from cuebook.journal.journal import Journal
from cuebook.session import Session

ANNA = Setup(lead=Someone(name="Anna Berg", first_name="Anna", company="Nordvik AS"))

Open = Callable[[], Journal]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal.open(f"sqlite:///{tmp_path / 'calls.db'}")


@pytest.fixture
def session(dialogues: Dialogues, clock: Clock, journal: Journal) -> Session:
    begun = Session.start(ANNA, dialogues, clock)
    begun.attach(journal)
    return begun


@pytest.mark.parametrize("seed", range(40))
def test_a_resumed_call_shows_the_same_turns(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal, seed: int
) -> None:
    dice = random.Random(seed)
    script = script_for(ANNA, dialogues)
    for _ in range(25):
        try:
            session.take(some_move(dice, script, session.turn))
        except MoveError:
            continue
    assert session.call is not None
    resumed = Session.resume(session.call, dialogues, clock, journal)
    assert resumed.turns == session.turns
    assert not resumed.changed


def test_a_resumed_call_goes_on_where_it_was(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal
) -> None:
    session.take(moves.Next())
    assert session.call is not None
    resumed = Session.resume(session.call, dialogues, clock, journal)
    assert resumed.take(moves.Next()).n == 2
    assert Session.resume(session.call, dialogues, clock, journal).turn == resumed.turn


def test_a_call_held_with_other_dialogues_says_so(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal
) -> None:
    assert session.call is not None
    assert Session.resume(session.call, replace(dialogues, digest="other"), clock, journal).changed


def test_a_move_that_today_is_not_possible_is_passed_over(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal
) -> None:
    session.take(moves.Object("trust"))
    session.take(moves.Next())
    fewer = {name: known for name, known in dialogues.objections.items() if name != "trust"}
    assert session.call is not None
    resumed = Session.resume(session.call, replace(dialogues, objections=fewer), clock, journal)
    assert (resumed.turn.n, resumed.turn.stage, resumed.changed) == (2, "need", True)


def test_two_terminals_on_one_call_cannot_both_go_on(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal
) -> None:
    assert session.call is not None
    other = Session.resume(session.call, dialogues, clock, journal)
    session.take(moves.Hear("sure"))
    with pytest.raises(StoreError, match="another terminal"):
        other.take(moves.Hear("no"))
    assert other.turn.n == 0


def test_a_lead_that_asked_not_to_be_called_is_refused(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal
) -> None:
    session.take(moves.DoNotCall())
    again = Session.start(replace(ANNA, lead=Someone(name="ANNA  BERG", company="nordvik as")), dialogues, clock)
    with pytest.raises(BlockedError, match="not to be called"):
        again.attach(journal)


class Full(Journal):
    """A journal on a disk that is full, until somebody makes room."""

    room = False

    def append(self, call: str, turns: Sequence[Turn]) -> None:
        if not self.room:
            raise StoreError("The disk is full.", "Make room.")
        super().append(call, turns)


@pytest.fixture
def full(tmp_path: Path) -> Full:
    opened = Full.open(f"sqlite:///{tmp_path / 'full.db'}")
    assert isinstance(opened, Full)
    return opened


def test_where_the_store_must_have_it_a_turn_it_did_not_take_never_was(
    dialogues: Dialogues, clock: Clock, full: Full
) -> None:
    session = Session.start(ANNA, dialogues, clock)
    session.attach(full)
    with pytest.raises(StoreError):
        session.take(moves.Next())
    assert session.turn.n == 0
    full.room = True
    assert session.take(moves.Next()).n == 1


def test_a_live_call_goes_on_in_memory_and_is_saved_whole_once_there_is_room(
    dialogues: Dialogues, clock: Clock, full: Full
) -> None:
    session = Session.start(ANNA, dialogues, clock)
    session.attach(full)
    session.take(moves.Next(), must_save=False)
    session.take(moves.Hear("it jams"), must_save=False)
    assert session.trouble is not None
    assert session.unsaved == 2
    full.room = True
    session.take(moves.Note("phew"), must_save=False)
    assert session.trouble is None
    assert session.unsaved == 0
    assert session.call is not None
    assert Session.resume(session.call, dialogues, clock, full).turns == session.turns


def test_an_unknown_choice_is_refused_with_the_nearest_one(dialogues: Dialogues, clock: Clock) -> None:
    for setup, hint in ((Setup(framework="bantt"), "bant"), (Setup(product="copiers"), "copier-leasing"),
                        (Setup(language="xx"), "en")):  # fmt: skip
        with pytest.raises(UsageError) as caught:
            Session.start(setup, dialogues, clock)
        assert hint in caught.value.hint


def test_a_session_that_was_prepared_reads_the_same(dialogues: Dialogues, clock: Clock) -> None:
    prepared, other = Session.start(ANNA, dialogues, clock), Session.start(ANNA, dialogues, clock)
    prepared.prepare()
    line = moves.Hear("about 50k a year, before the summer")
    assert prepared.take(line) == other.take(line)
    assert prepared.turn.reading is not None
    assert prepared.turn.reading.amounts


@pytest.mark.parametrize("seed", range(12))
def test_a_later_call_starts_from_the_earlier_one_and_replays_exactly(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal, seed: int
) -> None:
    dice = random.Random(seed)
    script = script_for(ANNA, dialogues)
    for later in (False, True):
        held = session
        if later:
            known = journal.known(journal.lead("Anna Berg").id or "")
            held = Session.start(replace(ANNA, known=known), dialogues, clock)
            held.attach(journal)
            assert held.turn.ledger == (known.ledger(clock().date(), script.product) if known else None)
        for _ in range(20):
            try:
                held.take(some_move(dice, script, held.turn))
            except (MoveError, BlockedError):
                continue
            if held.turn.stage == "do_not_call":
                return
        assert held.call is not None
        assert Session.resume(held.call, dialogues, clock, journal).turns == held.turns


# ── other dialogues in mid-call ──────────────────────────────────────────────────────────────────────────────


def reworded(dialogues: Dialogues, say: str, digest: str = "reworded") -> Dialogues:
    """The dialogues with another first question about the need."""
    words = dialogues.words["en"]
    need = words.criteria["need"]
    questions = {**need.questions, "today": replace(need.questions["today"], say=say)}
    criteria = {**words.criteria, "need": replace(need, questions=questions)}
    return replace(dialogues, words={"en": replace(words, criteria=criteria)}, digest=digest)


def test_a_call_is_taken_anew_over_other_dialogues(session: Session, dialogues: Dialogues) -> None:
    session.take(moves.Next())
    before = list(session.turns)
    assert session.reread(reworded(dialogues, "How do you do it now?")) == 0
    assert session.turn.cue is not None
    assert session.turn.cue.say == "How do you do it now?"
    assert [(turn.n, turn.at, turn.move) for turn in session.turns] == [
        (turn.n, turn.at, turn.move) for turn in before
    ]
    assert session.words.criteria["need"].questions["today"].say == "How do you do it now?"
    session.reread(dialogues)
    assert session.turns == before


def test_the_same_dialogues_change_nothing(session: Session, dialogues: Dialogues) -> None:
    turns = session.turns
    assert session.reread(dialogues) is None
    assert session.turns is turns


def test_a_move_that_other_dialogues_do_not_allow_keeps_its_number_and_does_nothing(
    session: Session, dialogues: Dialogues, clock: Clock, journal: Journal
) -> None:
    session.take(moves.Next())
    session.take(moves.Object("trust"))
    fewer = {name: known for name, known in dialogues.objections.items() if name != "trust"}
    other = replace(dialogues, objections=fewer, digest="fewer")
    assert session.reread(other) == 1
    assert [(turn.n, turn.stage) for turn in session.turns] == [(0, "opening"), (1, "need"), (2, "need")]
    assert session.turn.explanation is None
    assert session.turn.undone == (2,)
    assert session.take(moves.Undo()).stage == "opening"
    assert session.call is not None
    assert Session.resume(session.call, other, clock, journal).turns == session.turns


def test_turns_that_no_store_has_yet_are_written_without_a_gap_after_a_rereading(
    dialogues: Dialogues, clock: Clock, journal: Journal
) -> None:
    session = Session.start(ANNA, dialogues, clock)
    session.take(moves.Object("trust"))
    session.take(moves.Next())
    fewer = {name: known for name, known in dialogues.objections.items() if name != "trust"}
    other = replace(dialogues, objections=fewer, digest="fewer")
    session.reread(other)
    session.attach(journal)
    assert session.call is not None
    resumed = Session.resume(session.call, other, clock, journal)
    assert (resumed.turns, resumed.unsaved) == (session.turns, 0)
    assert resumed.take(moves.Hear("it jams")).n == 3


def test_dialogues_that_the_call_cannot_be_held_with_leave_it_as_it_was(
    session: Session, dialogues: Dialogues
) -> None:
    session.take(moves.Next())
    turns = session.turns
    champ = replace(dialogues, flows={"champ": dialogues.flows["champ"]}, digest="champ")
    for unusable, error in (
        (champ, UsageError),
        (reworded(dialogues, "How is {{ prodct.topic }}?", "broken"), DialogueError),
    ):
        with pytest.raises(error):
            session.reread(unusable)
        assert session.turns is turns
    assert session.take(moves.Back()).stage == "opening"


@pytest.mark.parametrize("seed", range(12))
def test_there_and_back_again_is_the_same_call(session: Session, dialogues: Dialogues, seed: int) -> None:
    dice = random.Random(seed)
    script = script_for(ANNA, dialogues)
    for _ in range(15):
        try:
            session.take(some_move(dice, script, session.turn))
        except MoveError:
            continue
    turns = session.turns
    session.reread(replace(reworded(dialogues, "How do you do it now?"), objections={}))
    session.reread(dialogues)
    assert session.turns == turns
