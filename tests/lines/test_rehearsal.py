"""A rehearsal in plain lines."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.practice.rooms import room

from cuebook import paths
from cuebook.cli import rehearse
from cuebook.conversation.setup import Setup
from cuebook.lines.rehearsal import MOVES, RehearsalTalk
from cuebook.parts import Parts
from cuebook.practice.room import Room, Wish

Say = Callable[..., list[str]]


@pytest.fixture
def held() -> Room:
    return room("perfect-fit")


@pytest.fixture
def say(held: Room) -> Say:
    def said(*lines: str) -> list[str]:
        written: list[str] = []
        RehearsalTalk(held, lambda: ["THE SCORE"], written.append).hold(iter(lines))
        return written

    return said


def test_it_tells_who_is_on_the_phone_and_how_to_have_the_call_again(say: Say) -> None:
    first = say()
    assert first[0].startswith("CALL  Ingrid Dahl, owner, Dahl Printworks. Runs her own firm.")
    assert first[1].endswith("--persona perfect-fit --seed 1")
    assert first[2].startswith("SAY   Hello Ingrid.")


def test_a_line_is_said_and_answered(say: Say, held: Room) -> None:
    written = say("Hello, may I ask you something?")
    assert held.last is not None
    assert f"THEY  {held.last.reply.text}" in written


def test_an_empty_line_says_what_is_shown(say: Say, held: Room) -> None:
    shown = held.cue
    written = say("")
    assert f"YOU   {shown}" in written
    assert held.last is not None
    assert held.last.line.text == shown


def test_why_says_the_reason_before_the_question(say: Say, held: Room) -> None:
    cue = held.turn.cue
    assert cue is not None
    say("/why")
    assert held.last is not None
    assert held.last.line.text == f"{cue.why} {cue.say}"


def test_hints_have_no_wording_and_nothing_has_no_hint(say: Say, held: Room) -> None:
    assert held.turn.cue is not None
    question = held.turn.cue.say
    written = say("/show hints", "", "/show nothing", "/status")[5:]
    assert not any(question in line for line in written)
    assert sum(line.startswith("ASK ABOUT") for line in written) == 1
    assert any(line.startswith("Not possible: Nothing is shown to be said.") for line in written)
    assert held.rehearsal.exchanges == ()


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/amend 1 no", "There is no /amend"),
        ("/fly", "There is no /fly"),
        ("/show much", "There is no help 'much'"),
        ("/undo", "nothing to undo"),
        ("/go nowhere", "nowhere"),
    ],
)
def test_what_is_not_possible_is_said(say: Say, line: str, answer: str) -> None:
    assert answer in say(line)[-1]


def test_moves_of_a_call_are_moves_here_and_may_be_shortened(say: Say, held: Room) -> None:
    say("/mark need confirmed", "/go budget")
    assert held.turn.status.criteria["need"].standing == "confirmed"
    assert held.turn.stage == "budget"
    say("/ne")
    assert held.turn.stage != "budget"


def test_aside_lines_change_nothing(say: Say, held: Room) -> None:
    say("Hello, may I ask you something?")
    before = held.rehearsal
    written = say("/lines", "/score", "/status", "/help", "/")
    assert held.rehearsal is before
    assert "THE SCORE" in written
    assert any("you   Hello, may I" in line for line in written)
    assert all(any(f"/{command.name}" in line for line in written) for command in MOVES)


def test_it_ends_when_the_call_does(say: Say, held: Room) -> None:
    say("Hello?", "/end callback", "Are you there?")
    assert held.over
    assert len(held.rehearsal.exchanges) == 1


def test_the_scorecard_comes_at_the_end_of_input_and_the_rehearsal_is_kept(run: Run) -> None:
    ran = run("rehearse", "--plain", "--persona", "hurried", "--seed", "4", typed="\n\n\n")
    assert ran.returncode == 0
    assert re.search(r"^SCORE   \d+ of 100  \(left on the way\)$", ran.stdout, re.MULTILINE)
    assert "Kept as rehearsal 1." in ran.stdout
    shown = run("rehearse", "--show", "1")
    assert "they  It's a bad moment.  [objection: no_time]" in shown.stdout
    assert re.search(
        r"hurried, bant, copier-leasing, discovery, script, seed 4", run("rehearse", "--history").stdout
    )
    assert run("calls", "list").returncode == 1


def test_the_same_seed_gives_the_same_words_to_the_letter(run: Run) -> None:
    one, other = (run("rehearse", "--plain", "--seed", "5", typed="\n" * 9).stdout for _ in range(2))
    assert one.replace("rehearsal 1", "") == other.replace("rehearsal 2", "")


def test_a_rehearsal_that_was_ended_counts_as_progress_and_one_that_was_left_does_not(run: Run) -> None:
    run("rehearse", "--plain", "--seed", "3", typed="\n\n")
    assert "of 1" not in run("rehearse", "--history").stdout
    ended = run("rehearse", "--plain", "--seed", "3", typed="\n\n/end callback\n")
    assert "NEXT    Practise: " in ended.stdout
    assert " of 1  " in run("rehearse", "--history").stdout


def test_where_nothing_was_said_nothing_is_kept(run: Run) -> None:
    assert "Nothing was said" in run("rehearse", "--plain", typed="").stdout
    assert run("rehearse", "--history").returncode == 1


def test_where_the_store_fails_the_scorecard_is_shown_all_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "in-the-way").touch()
    monkeypatch.setenv("CUEBOOK_STORE", f"sqlite:///{tmp_path}/in-the-way/calls.db")
    ran = run("rehearse", "--plain", typed="\n")
    assert ran.returncode == 3
    assert "SCORE   " in ran.stdout
    assert ran.stdout.count("NOT KEPT: ") == 2
    before, after = ran.stdout.split(" The rehearsal goes on; it is tried again at the end.")
    assert "NOT KEPT: " in before
    assert ran.stdout.splitlines()[-1].startswith("NOT KEPT: ")
    assert "SCORE" in after


def test_the_history_and_a_rehearsal_come_as_one_json_object_too(run: Run) -> None:
    run("rehearse", "--plain", "--seed", "3", "--persona", "hurried", typed="Hello?\n")
    found = json.loads(run("rehearse", "--history", "--json").stdout)
    assert [row["id"] for row in found["rehearsals"]] == ["1"]
    shown = json.loads(run("rehearse", "--show", "1", "--json").stdout)
    assert [line["said"] for line in shown["lines"]] == ["Hello?"]
    assert shown["finished"] is False
    assert set(shown["scorecard"]) == {"score", "checks", "questions", "talk", "verdict", "truth"}
    assert run("rehearse", "--show", "2", "--json").returncode == 1


def test_a_rehearsal_that_is_killed_is_in_the_history_with_what_was_said() -> None:
    begun = subprocess.Popen(
        [sys.executable, "-m", "cuebook", "rehearse", "--plain", "--seed", "3", "--persona", "hurried"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert begun.stdin is not None
    assert begun.stdout is not None
    begun.stdin.write("Hello, can you spare two minutes?\n")
    begun.stdin.flush()
    reply = next(line for line in begun.stdout if line.startswith("THEY  ")).removeprefix("THEY  ").strip()
    begun.kill()
    begun.communicate()
    ((line,),) = [row.lines for row in [Parts().journal().rehearsal("1")]]
    assert (line.said, line.reply) == ("Hello, can you spare two minutes?", reply)
    assert not Parts().journal().rehearsal("1").finished


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--persona", "hurried-man"), "no persona"),
        (("--framework", "bnt"), "bant"),
        (("--product", "yachts"), "no product"),
        (("--language", "fa"), "'fa'"),
        (("--plain", "--jsonl"), "Choose one"),
        (("--json",), "goes with --history"),
    ],
)
def test_what_is_not_there_is_wrong_use(run: Run, options: tuple[str, ...], says: str) -> None:
    plain = () if "--plain" in options else ("--plain",)
    ran = run("rehearse", *plain, *options)
    assert ran.returncode == 2
    assert says in ran.stderr


def test_who_usually_calls_in_a_language_without_personas_rehearses_in_english(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text('[call]\nlanguage = "nb"\n', encoding="utf-8")
    assert "SAY   Hello" in run("rehearse", "--plain", typed="").stdout


def test_whoever_breaks_off_sees_how_far_it_came(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def typed() -> Iterator[str]:
        yield ""
        raise KeyboardInterrupt

    monkeypatch.setattr(rehearse, "_typed", typed)
    ran = run("rehearse", "--plain")
    assert ran.returncode == 0
    assert "left on the way" in ran.stdout
    assert "Kept as rehearsal 1." in ran.stdout


def test_a_watched_rehearsal_takes_over_what_is_written(tmp_path: Path) -> None:
    criteria = tmp_path / "ours" / "words" / "en" / "criteria.yaml"
    criteria.parent.mkdir(parents=True)
    shutil.copy(paths.shipped() / "words" / "en" / "criteria.yaml", criteria)
    parts, written = Parts([tmp_path / "ours"]), list[str]()
    held = parts.rehearsals.begin(Wish(setup=Setup(), persona="talkative", seed=1))

    def lines() -> Iterator[str]:
        yield ""
        criteria.write_text(criteria.read_text().replace("How are you handling", "How do you cope with"))
        yield "/status"

    RehearsalTalk(held, list, written.append, parts.watch("en")).hold(lines())
    assert "The dialogues have changed." in written
    assert any(line.startswith("SAY   How do you cope with") for line in written)


@pytest.mark.parametrize("with_", ["--jsonl", "--sparring"])
def test_watching_goes_with_a_whole_call_only(run: Run, with_: str) -> None:
    assert run("rehearse", "--watch", with_).returncode == 2
