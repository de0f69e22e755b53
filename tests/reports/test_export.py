"""Calls as files: complete, readable by other programs, and never a formula."""

from __future__ import annotations

import csv
import json
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.factories import START, explained, ledger, person, setup, stands, status, turn

from cuebook.conversation.moves import Amend, End, Hear, Note, Undo
from cuebook.dialogue.context import Someone
from cuebook.errors import StoreError, SurroundingsError, UsageError
from cuebook.journal.journal import Journal
from cuebook.reports.export import export


@pytest.fixture
def journal() -> Iterator[Journal]:
    opened = Journal.open("sqlite://")
    yield opened
    opened.close()


def hold(journal: Journal, **choices: Any) -> str:
    """A call of some turns, closed."""
    call = journal.begin(setup(**choices), turn(0, stage="opening"), "digest")
    won = status(
        {"need": stands("confirmed", "=1+1", 1)}, verdict="qualified", decided_by="need", because="=HYPERLINK(1)"
    )
    journal.append(
        call,
        [
            turn(1, Hear("=1+1"), explanation=explained("why_asking", heard=True)),
            turn(2, Note("tird")),
            turn(3, Hear("oops")),
            turn(4, Undo(), undone=(3,)),
            turn(5, Amend(2, "tired"), undone=(2,)),
            turn(
                6,
                End("qualified", "Send it.", date(2026, 11, 24)),
                stage="closed",
                stands_at=won,
                holds=ledger([person("Per", "CFO", decides=True, quote="Per signs")]),
                asked=3,
            ),
        ],
    )
    return call


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_spreadsheet_has_a_row_a_call_the_newest_first(journal: Journal, tmp_path: Path) -> None:
    first, second = hold(journal), hold(journal, lead=Someone())
    assert export(journal, tmp_path / "calls.csv") == 2
    found = rows(tmp_path / "calls.csv")
    assert [row["call"] for row in found] == [second, first]
    row = found[1]
    assert (row["lead"], row["company"], row["rep"]) == ("Anna Berg", "Nordvik AS", "Kim Lund")
    assert (row["started"], row["ended"], row["seconds"]) == ("2026-11-21 10:00:00", "2026-11-21 10:01:00", "60")
    assert (row["verdict"], row["disposition"], row["next_on"]) == ("qualified", "qualified", "2026-11-24")
    assert (row["questions"], row["turns"], row["objections"]) == ("3", "6", "why_asking")
    assert (row["people"], row["notes"]) == ("Per, CFO (decides)", "tired")
    assert row["standings"].startswith("need confirmed; authority unknown")
    assert found[0]["lead"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(journal: Journal, tmp_path: Path, start: str) -> None:
    name = f"{start}cmd|' /C calc'!A0"
    hold(journal, lead=Someone(name=name, company=name), source=name)
    export(journal, tmp_path / "calls.csv")
    [row] = rows(tmp_path / "calls.csv")
    assert row["lead"] == row["company"] == row["source"] == f"'{name}"
    assert row["because"] == "'=HYPERLINK(1)"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_names_with_commas_quotes_and_line_breaks_come_back_whole(journal: Journal, tmp_path: Path) -> None:
    name = 'Berg, "Anna"\nof Ærøskøbing آنا'
    hold(journal, lead=Someone(name=name))
    export(journal, tmp_path / "calls.csv")
    assert rows(tmp_path / "calls.csv")[0]["lead"] == name


def test_jsonl_has_all_that_was_noted_one_call_a_line(journal: Journal, tmp_path: Path) -> None:
    call = hold(journal)
    assert export(journal, tmp_path / "calls.JSONL") == 1
    [line] = (tmp_path / "calls.JSONL").read_text(encoding="utf-8").splitlines()
    made = json.loads(line)
    assert (made["call"], made["open"], made["started"]) == (call, False, START.isoformat())
    assert made["standings"][0] == {
        "criterion": "need",
        "standing": "confirmed",
        "quote": "=1+1",
        "turn": 1,
        "contradicts": None,
        "by_rep": False,
    }
    assert made["objections"] == [{"turn": 1, "objection": "why_asking", "attempt": 1, "heard": True}]
    assert made["people"][0]["role"] == "CFO"
    assert [each["n"] for each in made["turns"]] == list(range(7))
    assert made["turns"][1]["move"] == {"move": "hear", "text": "=1+1"}
    assert made["turns"][3]["undone_by"] == 4


def test_an_empty_store_gives_a_file_with_only_the_heads(journal: Journal, tmp_path: Path) -> None:
    assert export(journal, tmp_path / "calls.csv") == 0
    assert rows(tmp_path / "calls.csv") == []
    assert (tmp_path / "calls.csv").read_text(encoding="utf-8-sig").startswith("call,started,")


@pytest.mark.parametrize("name", ["calls", "calls.xlsx", "calls.json"])
def test_another_ending_is_a_wrong_use(journal: Journal, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        export(journal, tmp_path / name)
    assert ".csv" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_its_owners_only(journal: Journal, tmp_path: Path) -> None:
    export(journal, tmp_path / "calls.csv")
    assert stat.S_IMODE((tmp_path / "calls.csv").stat().st_mode) == 0o600


def test_where_it_cannot_be_written_the_path_is_named(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "calls.csv").mkdir()
    with pytest.raises(SurroundingsError, match=r"calls\.csv cannot be written"):
        export(journal, tmp_path / "calls.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["calls.csv"]


def test_when_the_store_fails_in_the_middle_the_old_file_stays(journal: Journal, tmp_path: Path) -> None:
    for _ in range(300):
        journal.begin(setup(), turn(0), "digest")
    with journal._connection.begin():
        journal._connection.exec_driver_sql("UPDATE turns SET payload = 'no move', kind = 'hear' WHERE call = 1")
    (tmp_path / "calls.jsonl").write_text("the old one")
    with pytest.raises(StoreError, match="Turn 0 of call 1 cannot be read"):
        export(journal, tmp_path / "calls.jsonl")
    assert (tmp_path / "calls.jsonl").read_text() == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["calls.jsonl"]
