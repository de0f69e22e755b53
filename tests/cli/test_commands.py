"""The command line as a user meets it: results on stdout, all else on stderr, exit codes, never a traceback."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.conftest import Run

from cuebook.cli.commands import cli
from cuebook.parts import Parts
from cuebook.understanding import likeness

CALL = """sure, go ahead
the copier jams every week and wastes hours
I decide that
about 1200 a month
/end qualified
"""


def commands(group: click.Group, name: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for part, command in group.commands.items():
        found.append((*name, part))
        if isinstance(command, click.Group):
            found += commands(command, (*name, part))
    return found


@pytest.mark.parametrize("command", [(), *commands(cli)])
def test_every_command_has_help_with_an_example(command: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(cli, [*command, "--help"])
    assert shown.exit_code == 0
    assert "Example:" in shown.output


def test_a_call_in_lines_is_kept_listed_shown_and_exported(run: Run, tmp_path: Path) -> None:
    held = run("call", "--plain", "--lead", "Anna Berg, Nordvik AS", typed=CALL)
    assert held.returncode == 0, held.stderr
    listed = run("calls", "list")
    assert "Anna Berg, Nordvik AS" in listed.stdout
    for form in ("text", "markdown", "json"):
        shown = run("calls", "show", "1", "--format", form)
        assert "the copier jams every week" in shown.stdout
        assert shown.returncode == 0
    assert json.loads(run("calls", "show", "1", "--format", "json").stdout)
    for name in ("calls.csv", "calls.jsonl"):
        exported = run("calls", "export", str(tmp_path / name))
        assert (exported.returncode, exported.stdout) == (0, "")
    with (tmp_path / "calls.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1
    assert "Anna Berg" in rows[0].values()
    assert json.loads((tmp_path / "calls.jsonl").read_text(encoding="utf-8").splitlines()[0])


def test_a_call_left_open_is_taken_up_again(run: Run) -> None:
    left = run("call", "--plain", typed="sure\nthe copier jams every week\n")
    assert "--resume 1" in left.stdout
    again = run("call", "--resume", "1", "--plain", typed="/status\n")
    assert "the copier jams every week" in again.stdout


def test_a_lead_who_asked_not_to_be_called_is_refused(run: Run) -> None:
    run("call", "--plain", "--lead", "Anna Berg, Nordvik AS", typed="/dnc\n")
    refused = run("call", "--plain", "--lead", "anna berg, nordvik as", typed="sure\n")
    assert refused.returncode == 1
    assert "not to be called" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("call", "--framework", "bantt", "--jsonl"), 2, "'bant'"),
        (("call", "--depth", "deep", "--jsonl"), 2, "cold"),
        (("call", "--plain", "--jsonl"), 2, "Choose one"),
        (("call", "--resume", "77", "--jsonl"), 1, "no call '77'"),
        (("call", "--dialogues", "/no/such/folder", "--jsonl"), 2, "/no/such/folder"),
        (("call",), 2, "needs a terminal"),
        (("graph", "bantt"), 2, "'bant'"),
        (("read",), 2, "no text"),
        (("read", "--language", "xx", "hello"), 2, "xx"),
        (("calls", "list"), 1, "no calls yet"),
        (("calls", "show", "1"), 1, "no call"),
        (("calls", "export", "calls.xlsx"), 2, ".csv"),
        (("calls", "export", "/no/such/folder/calls.csv"), 3, "/no/such/folder"),
        (("fly",), 2, "fly"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    run: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    failed = run(*arguments)
    assert (failed.returncode, failed.stdout) == (code, "")
    assert says in failed.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(("call", "--watch", "--jsonl"), "not with --jsonl"), (("--watch", "check"), "cuebook call --watch")],
)
def test_watching_where_nothing_can_be_shown_is_refused(run: Run, arguments: tuple[str, ...], says: str) -> None:
    refused = run(*arguments)
    assert refused.returncode == 2
    assert says in refused.stderr


def test_what_was_denied_is_counted(run: Run) -> None:
    nothing = run("calls", "denied")
    assert (nothing.returncode, nothing.stdout) == (1, "")
    for _ in range(2):
        run("call", "--plain", typed="we lose hours\n/correct 1 sign interest\n")
    shown = run("calls", "denied").stdout.splitlines()[1]
    assert shown.split() == ["2", "en", "signs", "need", "lose", "hours", "interest"]
    counted = json.loads(run("calls", "denied", "--json").stdout)
    assert (counted["times"], counted["words"], counted["instead"]) == (2, "lose hours", ["interest"])


def test_the_shipped_dialogues_have_no_fault(run: Run) -> None:
    assert run("check").returncode == 0


def test_a_broken_dialogue_is_an_answer_of_no_with_the_place(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ours" / "frameworks"
    folder.mkdir(parents=True)
    (folder / "bant.yaml").write_text("framework: bant\ntitel: BANT\n", encoding="utf-8")
    faulty = run("check", str(folder.parent))
    assert faulty.returncode == 1
    assert "bant.yaml:2:1: CUE" in faulty.stdout
    for line in run("check", str(folder.parent), "--json").stdout.splitlines():
        assert {"path", "line", "column", "code", "message"} <= set(json.loads(line))


def test_a_framework_is_walked_and_what_no_call_came_to_is_named(run: Run) -> None:
    walked = run("check", "--walk", "6", "--framework", "bant")
    assert walked.returncode == 1, "six calls do not take every way"
    assert walked.stdout.startswith("bant: 6 calls, ")
    assert "transitions" in walked.stdout
    assert "never: opening --" in walked.stdout
    assert "BANT qualifies by its own rule" in walked.stderr
    as_json = json.loads(run("check", "--walk", "6", "--framework", "bant", "--json").stdout)
    assert as_json["covered"]["transitions"]["of"] > as_json["covered"]["transitions"]["reached"] > 20
    assert as_json["broken"] == []


def test_a_line_is_read_as_json(run: Run) -> None:
    reading = json.loads(run("read", "about 50k").stdout)
    assert reading["amounts"][0]["low"] == 50_000


def test_lines_are_read_one_by_one_and_a_bad_one_does_not_stop_the_rest(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUEBOOK_NOW", "2026-11-21T10:00:00")
    typed = '{"text": "50k"}\nnonsense\n{"text": "tomorrow", "language": "en", "today": "2020-01-01"}\n'
    first, second, third = map(json.loads, run("read", "--jsonl", typed=typed).stdout.splitlines())
    assert first["amounts"][0]["low"] == 50_000
    assert "error" in second
    assert third["times"][0]["start"] == "2020-01-02"


def test_the_machine_is_drawn(run: Run) -> None:
    assert "stateDiagram-v2" in run("graph", "bant").stdout
    assert run("graph", "bant", "--format", "svg").stdout.startswith("<svg")


def test_the_clock_can_be_set_and_a_wrong_one_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEBOOK_NOW", "yesterday")
    assert run("call", "--jsonl").returncode == 2


def test_faulty_settings_are_said_by_the_line(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('[rep]\nnmae = "Kim"\n', encoding="utf-8")
    failed = run("call", "--jsonl")
    assert failed.returncode == 2
    assert "settings.toml:2" in failed.stderr


# ── the extra 'semantic' ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def semantic(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is installed, and its model knows one thing."""

    def knows(_: likeness.Likeness, __: str, ___: str, least: float = 0) -> tuple[str, ...]:
        return ("no_budget", "no_need") if least == likeness.UNASKED else ()

    monkeypatch.setattr(likeness, "installed", lambda: True)
    monkeypatch.setattr(likeness.Likeness, "likeliest", knows)


ODD = "Our purse looks empty, you see."


@pytest.mark.usefixtures("semantic")
def test_what_a_line_is_like_is_told_beside_the_reading_and_is_no_part_of_it(run: Run) -> None:
    told = run("read", ODD)
    assert json.loads(told.stdout)["objections"] == []
    assert told.stderr == "≈ A guess, by likeness alone: no_budget or no_need.\n"
    assert run("read", "Just send me an email.").stderr == ""
    assert run("read", "--jsonl", typed=json.dumps({"text": ODD, "language": "en"})).stderr == ""


@pytest.mark.usefixtures("semantic")
def test_the_setting_switches_guesses_off(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text("[call]\nsemantic = false\n", encoding="utf-8")
    assert run("read", ODD).stderr == ""
    assert Parts().desk().guess is None


def test_without_the_extra_nothing_is_missing_and_nothing_is_said_of_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, "installed", lambda: False)
    assert run("read", ODD).stderr == ""
    assert Parts().desk().guess is None
