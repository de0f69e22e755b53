"""`leads mine` as a user meets it: what is printed, what is written, how it ends."""

from __future__ import annotations

import csv
import io
import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.leads.customers import customers

from cuebook.cli.commands import cli
from cuebook.errors import CuebookError

Ran = tuple[int, str, str]
Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command; its exit code, and what it wrote to stdout and stderr."""

    def ran(*arguments: object) -> Ran:
        code, error = 0, ""
        try:
            cli.main(args=["leads", "mine", *map(str, arguments)], standalone_mode=False)
        except CuebookError as refused:
            code, error = refused.exit_code, str(refused)
        out, err = capsys.readouterr()
        return code, out, err + error

    return ran


def written(folder: Path, *, delimiter: str = ",", encoding: str = "utf-8", planted: bool = True) -> Path:
    header, rows = customers(4, planted=planted)
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([[*header, "sted"], *([*row, "Tromsø"] for row in rows)])
    file = folder / "customers.csv"
    file.write_bytes(text.getvalue().encode(encoding))
    return file


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-16")])
def test_a_list_from_any_spreadsheet_tells_what_the_best_have_in_common(
    run: Run, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    code, out, err = run(written(tmp_path, delimiter=delimiter, encoding=encoding), "--best", "best")
    assert (code, err) == (0, "")
    assert ". home: own" in out
    assert ". staff: at least" in out
    assert "sted (the same for all)" in out


def test_programs_get_one_object(run: Run, tmp_path: Path) -> None:
    code, out, _ = run(written(tmp_path), "--best", "staff", "--at-least", "60", "--json")
    found = json.loads(out)
    assert code == (0 if any(trait["finding"] == "telling" for trait in found["traits"]) else 1)
    assert found["best"]["said"] == "'staff' is at least 60"


def test_nothing_telling_is_an_answer_of_no(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, planted=False)
    code, out, err = run(file, "--best", "best")
    assert code == 1
    assert "The best are those whose" in out
    assert "Nothing telling" in err
    code, out, _ = run(file, "--best", "best", "--json")
    assert (code, json.loads(out)["enough"]) == (1, True)


def test_too_few_customers_are_an_answer_of_no(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "few.csv"
    file.write_text("best,home\nyes,own\nno,rent\n", encoding="utf-8")
    code, out, _ = run(file, "--best", "best")
    assert (code, "Too few to tell" in out) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--best", "bset"], 2, "'best'"),
        (["--best", "home", "--value", "onw"], 2, "'own'"),
        (["--best", "home"], 2, "--value"),
        (["--best", "staff", "--at-least", "9", "--value", "9"], 2, "Choose one"),
        (["--best", "best", "--write", "ours"], 2, "--criterion need"),
        (["--best", "best", "--criterion", "need"], 2, "--write"),
        (["--best", "best", "--write", "ours", "--criterion", "ned"], 2, "'need'"),
        (["--best", "best", "--write", "ours", "--criterion", "need", "--language", "xx"], 2, "'xx'"),
    ],
)
def test_wrong_use_is_said_with_the_nearest_right_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    left, out, err = run(written(tmp_path), *arguments)
    assert (left, out) == (code, "")
    assert says in err
    assert not (tmp_path / "ours").exists()


def test_a_file_that_cannot_be_read_is_the_surroundings_fault(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path / "none.csv", "--best", "best")[0] == 3
    assert run(tmp_path, "--best", "best")[0] == 3
    assert run("/dev/zero", "--best", "best")[0] == 3


def test_an_empty_file_is_an_answer_of_no(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.write_bytes(b"")
    assert run(file, "--best", "best")[0] == 1


def test_rows_with_a_quote_gone_wrong_are_left_out_and_told(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path)
    with file.open("a", encoding="utf-8") as more:
        more.write("," * 40 + "x\n")
    code, _, err = run(file, "--best", "best")
    assert code == 0
    assert "Left out: 1 with more cells than columns (line 122)." in err


def test_drafts_are_written_for_their_owner_only_and_never_over_another_file(run: Run, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    asked = (written(tmp_path), "--best", "best", "--write", ours, "--criterion", "need")
    code, _, err = run(*asked)
    file = ours / "words" / "en" / "criteria.yaml"
    assert code == 0
    assert f"cuebook check {ours}" in err
    assert "best_home:" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("mine\n", encoding="utf-8")
    code, out, err = run(*asked)
    assert (code, out) == (2, "")
    assert "--force" in err
    assert file.read_text(encoding="utf-8") == "mine\n"
    assert run(*asked, "--force")[0] == 0
    assert "best_home:" in file.read_text(encoding="utf-8")


def test_without_anything_telling_no_draft_is_written(run: Run, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    code, _, _ = run(written(tmp_path, planted=False), "--best", "best", "--write", ours, "--criterion", "need")
    assert (code, ours.exists()) == (1, False)


def test_a_folder_that_cannot_be_written_is_the_surroundings_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours").write_text("a file", encoding="utf-8")
    code, _, err = run(written(tmp_path), "--best", "best", "--write", tmp_path / "ours", "--criterion", "need")
    assert code == 3
    assert "cannot be written" in err
