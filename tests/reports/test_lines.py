"""The lines of a report are those that count: exactly the moves that undo and amend left standing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import START, setup, turn

from cuebook.conversation.moves import Amend, End, Hear, Move, Next, Note, Object, Undo
from cuebook.conversation.record import Turn
from cuebook.dialogue.model import Dialogues
from cuebook.errors import MoveError
from cuebook.journal.journal import Journal
from cuebook.reports.lines import Line, standing_lines, taken_back
from cuebook.session import Session


def lines(turns: list[Turn]) -> tuple[Line, ...]:
    return standing_lines(((each.n, each.at, each.move) for each in turns), taken_back(turns))


def test_an_undone_line_is_left_out_and_an_amended_one_reads_as_it_should() -> None:
    turns = [
        turn(0),
        turn(1, Hear("we print al ot")),
        turn(2, Hear("oops")),
        turn(3, Undo(), undone=(2,)),
        turn(4, Amend(1, "we print a lot"), undone=(1,)),
        turn(5, Note("sounds tired")),
        turn(6, Object("why_asking")),
    ]
    kept = [(line.turn, line.kind, line.text) for line in lines(turns)]
    assert kept == [(1, "hear", "we print a lot"), (5, "note", "sounds tired"), (6, "object", "why_asking")]
    assert lines(turns)[0].at == turns[1].at  # when it was said, not when it was corrected


def test_undoing_an_amend_gives_back_what_was_said_and_what_it_dropped() -> None:
    turns = [turn(0), turn(1, Hear("a")), turn(2, Hear("b")), turn(3, Amend(1, "c"), undone=(1, 2))]
    assert [line.text for line in lines(turns)] == ["c"]
    turns.append(turn(4, Undo(), undone=(3,)))
    assert [line.text for line in lines(turns)] == ["a", "b"]


some_moves: st.SearchStrategy[list[Move]] = st.lists(
    st.one_of(
        st.sampled_from(["we waste hours on jams", "no", "stop calling me", "my boss decides", "50k"]).map(Hear),
        st.builds(Amend, st.integers(1, 12), st.sampled_from(["yes", "we have a contract until June 2027"])),
        st.just(Undo()),
        st.just(Next()),
        st.just(Note("tired")),
        st.just(Object("why_asking")),
        st.just(End("nurture")),
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(moves=some_moves)
def test_the_lines_of_turns_and_of_the_store_are_those_of_the_moves_that_count(
    moves: list[Move], dialogues: Dialogues
) -> None:
    session = Session.start(setup(), dialogues, lambda: START)
    journal = Journal.open("sqlite://")
    session.attach(journal)
    for move in moves:
        try:
            session.take(move)
        except MoveError:
            continue
    counts: list[tuple[int, str]] = []
    entry = session._history.last
    while entry.before is not None:
        if isinstance(entry.move, Hear | Note):
            counts.append((entry.turn.n, entry.move.text))
        elif isinstance(entry.move, Object):
            counts.append((entry.turn.n, entry.move.objection))
        entry = entry.before
    assert [(line.turn, line.text) for line in lines(session.turns)] == counts[::-1]

    assert session.call is not None
    kept = journal.detail(session.call).turns
    journal.close()
    assert {row.n for row in kept if row.undone_by is not None} == taken_back(session.turns)
