"""Sparring without a screen: line by line, and as a protocol."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Run

SPAR = ("rehearse", "--sparring", "--persona", "hurried", "--seed", "2")


def test_an_answer_is_judged_at_once_and_the_sum_comes_at_the_end(run: Run) -> None:
    ran = run(
        *SPAR, "--plain", "--rounds", "2", typed="I understand. Which would you prefer?\nYou must buy today.\n"
    )
    assert ran.returncode == 0
    assert "rests: acknowledge yes, ask yes (" in ran.stdout
    assert "does not rest: acknowledge no, explain no, ask no, pressed (" in ran.stdout
    assert "for example: " in ran.stdout
    assert "SETTLED 1 of 2" in ran.stdout


def test_it_may_be_left_at_any_time(run: Run) -> None:
    assert "SETTLED 0 of 0" in run(*SPAR, "--plain", typed="/quit\n").stdout
    assert "SETTLED 0 of 1" in run(*SPAR, "--plain", typed="no\n\n").stdout


def test_the_script_is_shown_only_where_it_is_asked_for_and_an_empty_line_says_it(run: Run) -> None:
    assert "SAY   " not in run(*SPAR, "--plain", typed="").stdout
    assert "YOU   " in run(*SPAR, "--plain", "--help-level", "script", typed="\n").stdout
    hinted = run(*SPAR, "--plain", "--help-level", "hints", typed="").stdout
    assert "no_time (reflex)" in hinted or "send_email (brush-off)" in hinted


def test_every_answer_is_kept_and_the_history_counts_it_apart_from_the_calls(run: Run) -> None:
    assert "Kept" in run(*SPAR, "--plain", "--rounds", "1", typed="I see.\n").stdout
    told = run("rehearse", "--history").stdout.splitlines()
    assert told[0].startswith("SPARRING ")
    assert told[1:] == [
        "  ·  0 of 1   I'm busy; lacks most: ask",
        "NEXT    Practise: the objection “I'm busy” (0 of 1 lately)",
    ]


def test_what_was_read_from_the_script_is_kept_and_not_counted(run: Run) -> None:
    run(*SPAR, "--plain", "--help-level", "script", typed="\n\n")
    told = run("rehearse", "--history").stdout
    assert "not counted: 2 answered with the script shown" in told
    assert "NEXT" not in told


def test_without_an_answer_nothing_is_kept(run: Run) -> None:
    assert "Kept" not in run(*SPAR, "--plain", typed="/quit\n").stdout
    assert run("rehearse", "--history").returncode == 1


@pytest.mark.parametrize("form", ["--plain", "--jsonl"])
def test_where_the_store_fails_it_goes_on_and_says_so_once_and_at_the_end(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    (tmp_path / "in-the-way").touch()
    monkeypatch.setenv("CUEBOOK_STORE", f"sqlite:///{tmp_path}/in-the-way/calls.db")
    lines = ["I see.", "I understand.", "Why?"]
    typed = lines if form == "--plain" else [json.dumps({"move": "say", "text": line}) for line in lines]
    ran = run(*SPAR, form, "--rounds", "3", typed="\n".join(typed) + "\n")
    assert ran.returncode == 3
    assert ran.stdout.count("in-the-way") == 2
    assert '"rounds": 3' in ran.stdout or "SETTLED 0 of 3" in ran.stdout


def test_the_protocol_answers_each_line_and_the_last_has_the_sum(run: Run) -> None:
    said = json.dumps({"move": "say", "text": "I understand. Which would you prefer?"})
    ran = run(*SPAR, "--jsonl", "--rounds", "1", typed=f"{said}\n{said}\n")
    first, last, after = [json.loads(line) for line in ran.stdout.splitlines()]
    assert first["sparring"] == {"persona": "hurried", "seed": 2}
    assert set(first["objection"]) == {"id", "class", "text"}
    assert last["answer"]["settled"] is True
    assert last["summary"]["settled"] == 1
    assert last["objection"] is None
    assert "All objections were met" in after["error"]["message"]


@pytest.mark.parametrize("line", ['{"move":"next"}', '{"move":"say"}', '{"move":"say","text":""}', "x", "[]"])
def test_what_is_no_answer_is_an_error_and_changes_nothing(run: Run, line: str) -> None:
    first, refused, last = [json.loads(x) for x in run(*SPAR, "--jsonl", typed=f"{line}\n").stdout.splitlines()]
    assert refused["error"]["message"]
    assert refused["round"] == first["round"] == 1
    assert last["summary"]["rounds"] == 0
