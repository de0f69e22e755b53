"""Rehearsals are kept beside the calls, and never among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories import START

from cuebook.errors import NothingError
from cuebook.journal.journal import Journal
from cuebook.journal.rows import CheckRow, LineRow, RehearsalRow

ROW = RehearsalRow(
    started=START,
    ended=START + timedelta(minutes=4),
    finished=True,
    rep="Kim Lund",
    persona="hurried",
    seed=2**31 - 1,
    framework="bant",
    product="copier-leasing",
    language="en",
    depth="discovery",
    help="hints",
    digest="0",
    score=71.4,
    verdict="qualified",
    truth="nurture",
    questions={"open": 5, "short": 2, "closed": 1},
    talk=0.512,
    checks=(CheckRow("reason_given", False, (2, 3)), CheckRow("followed_up", None), CheckRow("no_pressure", True)),
    lines=(
        LineRow(
            n=1, at=START, said="Hello?", reply="I'm busy.", kind="objects", stage="opening", about=None,
            objection="no_time", settled=None,
        ),
        LineRow(
            n=2, at=START, said="When suits you?", reply="Soon.", kind="short", stage="opening", about="timing",
            objection=None, settled="no_time",
        ),
    ),
)  # fmt: skip


def test_a_rehearsal_comes_back_as_it_was_kept(journal: Journal) -> None:
    number = journal.keep_rehearsal(ROW)
    assert journal.rehearsal(number) == replace(ROW, id=number)


def test_a_list_has_the_checks_and_not_the_lines_and_is_of_one_rep(journal: Journal) -> None:
    first = journal.keep_rehearsal(ROW)
    journal.keep_rehearsal(replace(ROW, rep="Per"))
    journal.keep_rehearsal(replace(ROW, rep=None))
    second = journal.keep_rehearsal(replace(ROW, score=90.0))
    found = journal.rehearsals("Kim Lund")
    assert [row.id for row in found] == [second, first]
    assert found[1] == replace(ROW, id=first, lines=())
    assert len(journal.rehearsals("Kim Lund", 1)) == 1
    assert len(journal.rehearsals(None)) == 1


def test_a_rehearsal_is_no_call_and_makes_no_lead(journal: Journal) -> None:
    journal.keep_rehearsal(ROW)
    assert journal.calls() == ()
    assert journal.leads() == ()
    assert journal.latest_open() is None


@pytest.mark.parametrize("number", ["7", "x", "", "9" * 30, "٣"])
def test_a_rehearsal_that_is_not_there_is_told_so(journal: Journal, number: str) -> None:
    with pytest.raises(NothingError, match="no rehearsal"):
        journal.rehearsal(number)


def test_without_any_there_is_an_empty_list(journal: Journal) -> None:
    assert journal.rehearsals("Kim Lund") == ()
