"""Rehearsals are kept beside the calls, and never among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.dialects import postgresql
from tests.factories import START

from cuebook.errors import NothingError
from cuebook.journal.journal import Journal
from cuebook.journal.rows import CheckRow, LineRow, RehearsalRow
from cuebook.journal.tables import rehearsal_checks
from cuebook.journal.upserting import upserting

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


def test_one_that_grows_is_written_over_under_the_same_id(journal: Journal) -> None:
    begun = replace(
        ROW, finished=False, score=10.0, checks=(CheckRow("no_pressure", False, (1,)),), lines=ROW.lines[:1]
    )
    number = journal.keep_rehearsal(begun)
    assert journal.rehearsal(number) == replace(begun, id=number)
    checks = (CheckRow("no_pressure", True, (1, 2)), CheckRow("reason_given", None))
    grown = replace(ROW, id=number, checks=checks)
    assert journal.keep_rehearsal(grown) == journal.keep_rehearsal(grown) == number
    assert journal.rehearsal(number) == grown
    assert len(journal.rehearsals("Kim Lund")) == 1


def test_lines_that_could_not_be_kept_on_the_way_are_kept_with_the_next(journal: Journal) -> None:
    number = journal.keep_rehearsal(replace(ROW, lines=()))
    journal.keep_rehearsal(replace(ROW, id=number))
    assert journal.rehearsal(number).lines == ROW.lines


def test_another_connection_sees_it_as_it_stands(journal: Journal, url: str) -> None:
    number = journal.keep_rehearsal(replace(ROW, finished=False, lines=ROW.lines[:1]))
    other = Journal.open(url)
    assert other.rehearsal(number).lines == ROW.lines[:1]
    other.close()


def test_what_is_written_over_can_be_written_in_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its constructor untyped
    said = str(upserting("postgresql", rehearsal_checks).compile(dialect=dialect))
    assert "ON CONFLICT (rehearsal, name) DO UPDATE" in said


def test_they_are_listed_without_what_only_one_page_needs(journal: Journal) -> None:
    numbers = [journal.keep_rehearsal(ROW) for _ in range(3)]
    journal.keep_rehearsal(replace(ROW, rep="Per"))
    found = journal.listed_rehearsals("Kim Lund", 10)
    assert [row.id for row in found] == numbers[::-1]
    assert found[0] == replace(ROW, id=numbers[-1], checks=(), lines=())
    assert journal.listed_rehearsals("Kim Lund", 2) == found[:2]


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


@pytest.mark.parametrize("number", ["7", "x", "", "9" * 30, "٣"])
def test_a_rehearsal_that_is_not_there_is_told_so(journal: Journal, number: str) -> None:
    with pytest.raises(NothingError, match="no rehearsal"):
        journal.rehearsal(number)


def test_without_any_there_is_an_empty_list(journal: Journal) -> None:
    assert journal.rehearsals("Kim Lund") == ()
