"""Sparrings are kept answer by answer, apart from the rehearsals of whole calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.factories import START

from cuebook.journal.journal import Journal
from cuebook.journal.rows import AnswerRow, SparringRow

FIRST = AnswerRow(
    n=1,
    at=START + timedelta(seconds=9),
    objection="no_time",
    came="I'm busy.",
    said="I understand. When suits you?",
    reply="Go on, then.",
    help="nothing",
    settled=True,
    holds={"acknowledge": True, "ask": True},
    pressed=False,
    seconds=8.5,
)
SECOND = replace(FIRST, n=2, objection="opt_out", help="hints", settled=False, holds={}, pressed=True, seconds=0.0)
ROW = SparringRow(
    started=START,
    rep="Kim Lund",
    persona="hurried",
    seed=2**31 - 1,
    rounds=8,
    framework="bant",
    product="copier-leasing",
    language="en",
    digest="0",
    answers=(FIRST,),
)


def test_every_answer_comes_back_as_it_was_given_the_newest_first(journal: Journal) -> None:
    number = journal.keep_sparring(ROW)
    assert journal.answers("Kim Lund") == (FIRST,)
    assert journal.keep_sparring(replace(ROW, id=number, answers=(FIRST, SECOND))) == number
    assert journal.answers("Kim Lund") == (SECOND, FIRST)


def test_answers_are_those_of_one_rep_in_all_their_sparrings(journal: Journal) -> None:
    journal.keep_sparring(replace(ROW, answers=(FIRST, SECOND)))
    journal.keep_sparring(replace(ROW, rep=None, answers=(SECOND,)))
    journal.keep_sparring(ROW)
    assert journal.answers("Kim Lund") == (FIRST, SECOND, FIRST)
    assert journal.answers("Kim Lund", 2) == (FIRST, SECOND)
    assert journal.answers(None) == (SECOND,)
    assert journal.answers("Per") == ()


def test_a_sparring_is_no_rehearsal_of_a_call(journal: Journal) -> None:
    journal.keep_sparring(ROW)
    assert journal.rehearsals("Kim Lund") == journal.listed_rehearsals("Kim Lund", 10) == ()
