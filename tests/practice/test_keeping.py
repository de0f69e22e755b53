"""What is practised is on disk as it goes, and no store that fails is a reason to stop."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from tests.conftest import NOW
from tests.practice.rooms import rehearsals, room, say_what_is_shown

from cuebook import paths
from cuebook.conversation import moves
from cuebook.conversation.setup import Setup
from cuebook.errors import MoveError, StoreError
from cuebook.parts import Parts
from cuebook.practice.keeping import Keeping
from cuebook.practice.room import Say, Wish
from cuebook.rehearsals import Rehearsals

SPARRING = Wish(setup=Setup(), persona="hurried", seed=1, rounds=3, help="nothing")


@dataclass
class Disk:
    """Gives what it is told to, once each, in order; an error is raised."""

    gives: list[str | StoreError]
    asked: int = field(default=0)

    def write(self) -> str:
        self.asked += 1
        given = self.gives.pop(0)
        if isinstance(given, StoreError):
            raise given
        return given


FULL = StoreError("The disk is full.", "Make room.")


def test_a_store_that_failed_is_tried_again_at_the_end_and_not_before() -> None:
    disk = Disk([FULL, "7"])
    keeping = Keeping(disk.write)
    for _ in range(3):
        keeping.step()
    assert (disk.asked, keeping.number, keeping.trouble) == (1, None, FULL)
    assert (keeping.notice, keeping.exit_code) == ("NOT KEPT: The disk is full. Make room.", 3)
    keeping.finish()
    assert (disk.asked, keeping.number, keeping.trouble) == (2, "7", None)
    assert (keeping.notice, keeping.exit_code) == ("", 0)


def test_after_every_exchange_the_rehearsal_is_in_the_store_as_it_stands() -> None:
    held, store = room(), Parts().journal()
    held.take(moves.Next())
    assert held.keeping.number is None
    assert store.rehearsals("Kim Lund") == ()
    for number in (1, 2, 3):
        say_what_is_shown(held, 1)
        (listed,) = store.rehearsals("Kim Lund")
        assert listed.id == held.keeping.number
        row = store.rehearsal(listed.id or "")
        assert [line.n for line in row.lines] == list(range(1, number + 1))
        assert [line.reply for line in row.lines] == [each.reply.text for each in held.rehearsal.exchanges]
        assert row.checks == rehearsals().row(held).checks
        assert not row.finished


def test_the_end_of_the_call_is_kept_before_anybody_asks_for_the_score() -> None:
    held = say_what_is_shown(room(), 2)
    held.take(moves.End("lost"))
    (row,) = Parts().journal().rehearsals("Kim Lund")
    assert row.finished
    assert row == Parts().journal().rehearsals("Kim Lund")[0]


def test_a_line_that_is_refused_writes_nothing() -> None:
    held = room()
    with pytest.raises(MoveError):
        held.take(moves.Hear("we love it"))
    held.keep()
    assert Parts().journal().rehearsals("Kim Lund") == ()


def test_a_rehearsal_goes_on_without_the_store_and_is_whole_there_once_it_is_back() -> None:
    journal, failing = Parts().journal(), [True]

    def opened() -> object:
        if failing[0]:
            raise FULL
        return journal

    made = Rehearsals([paths.shipped()], Parts().usable, lambda: NOW, "Kim Lund", opened)  # type: ignore[arg-type]  # a journal, or raises
    held = made.begin(Wish(setup=Setup(), persona="hurried", seed=1))
    say_what_is_shown(held, 2)
    assert held.keeping.trouble is FULL
    failing[0] = False
    held.take(Say("Are you there?"))
    assert journal.rehearsals("Kim Lund") == ()
    held.keep()
    assert held.keeping.trouble is None
    assert len(journal.rehearsal(held.keeping.number or "").lines) == 3


def test_every_answer_of_a_sparring_is_in_the_store_with_what_was_shown() -> None:
    ring, store = rehearsals().spar(SPARRING), Parts().journal()
    ring.answer("You must buy today.")
    assert [row.said for row in store.answers("Kim Lund")] == ["You must buy today."]
    ring.help = "script"
    answer = ring.answer("")
    newest, first = store.answers("Kim Lund")
    assert (newest.said, newest.help, first.help) == (answer.round.script, "script", "nothing")
    assert (first.pressed, first.settled, first.came) == (True, False, ring.sparring.rounds[0].said)


def test_in_a_sparring_nothing_typed_says_the_script_only_where_it_is_shown() -> None:
    ring = rehearsals().spar(SPARRING)
    with pytest.raises(MoveError, match="Say something"):
        ring.answer("  ")
    ring.keep()
    assert Parts().journal().answers("Kim Lund") == ()


def test_the_same_again_has_the_same_objections_and_another_has_somebody_else() -> None:
    made, ring = rehearsals(), rehearsals().spar(SPARRING)
    assert made.spar(ring.again).sparring.rounds == ring.sparring.rounds
    for seed in range(30):
        other = made.begin(Wish(setup=Setup(), persona="hurried", seed=seed).another())
        assert other.chosen.persona != "hurried"
    assert Wish(setup=Setup(), persona="hurried", seed=2**31 - 1).another().seed == 2**31 % 1_000_000
