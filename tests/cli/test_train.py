"""The commands for practising alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.conftest import Run

from cuebook.cards import Review
from cuebook.parts import Parts
from cuebook.practice.schedule import review


@dataclass(frozen=True)
class One:
    id: str
    drill: str


def test_the_coach_says_what_a_question_is_and_offers_a_better_one(run: Run) -> None:
    closed = run("coach", "Do you have a budget?")
    assert closed.returncode == 1
    assert closed.stdout.splitlines()[0].startswith("“Do you”  Closed")
    assert "Better: “What would be a sensible amount" in closed.stdout
    asked = run("coach", "What goes wrong most often?", "--json")
    assert asked.returncode == 0
    assert json.loads(asked.stdout)["good"] is True


def test_the_coach_tells_where_it_speaks_no_such_language(run: Run) -> None:
    refused = run("coach", "Hva koster det?", "--language", "xx")
    assert refused.returncode == 2
    assert "xx" in refused.stderr


def test_training_in_lines_asks_judges_and_keeps(run: Run) -> None:
    held = run("train", "make-it-open", "--plain", typed="Do you?\nAre you?\n/show\n/later\n/help\n/quit\n")
    assert held.returncode == 0, held.stderr
    assert "Ask the same openly" in held.stdout
    assert held.stdout.count("✗ Not yet.") == 3
    assert held.stdout.count("Once more, before it counts") == 1
    assert "Model: " in held.stdout
    listed = run("train", "--list")
    line = next(line for line in listed.stdout.splitlines() if line.startswith("make-it-open"))
    name, _, *_, new, learned, items = line.split()
    assert (name, int(items) - int(new), learned) == ("make-it-open", 2, "0")


def test_what_was_right_does_not_come_again_the_same_day(run: Run) -> None:
    first = run("train", "ask-for-it", "--new", "1", "--plain", typed="How are you handling it today?\n")
    assert "✓ Right." in first.stdout
    assert "Nothing more today." in first.stdout
    again = run("train", "ask-for-it", "--new", "1", "--plain", typed="x\n")
    assert again.stdout.splitlines()[0] == "0 to do · days in a row: 1"
    assert "Nothing more today." in again.stdout


def test_training_goes_on_without_a_store_and_says_that_nothing_is_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text.db").write_text("this is no database, and long enough to be seen as none" * 50)
    monkeypatch.setenv("CUEBOOK_STORE", f"sqlite:///{tmp_path / 'text.db'}")
    held = run("train", "what-verdict", "--plain", typed="a\n/quit\n")
    assert held.returncode == 0, held.stderr
    assert "NOT SAVED" in held.stdout


def test_a_drill_that_is_not_there_is_told_with_the_nearest(run: Run) -> None:
    refused = run("train", "make-open", "--plain", typed="")
    assert refused.returncode == 2
    assert "make-it-open" in refused.stderr


def test_the_app_needs_a_terminal_and_says_what_does_not(run: Run) -> None:
    refused = run("train")
    assert refused.returncode == 2
    assert "--plain" in refused.stderr


def test_what_is_due_is_counted_without_those_that_are_gone() -> None:
    parts = Parts()
    assert parts.due() == 0
    now = parts.clock()
    item = parts.sitting().items[0]
    gone = One("which-criterion/en/nothing/of/that", "which-criterion")
    for each in (item, gone):
        card = replace(review(None, each, "good", now), due=now)
        given = Review(item=each.id, drill=each.drill, at=now, rating="good", right=True, seconds=1)
        parts.journal().keep_review("", card, given)
    assert parts.due() == 1
    assert set(parts.journal().cards("")) == {item.id, gone.id}


def test_who_calls_in_a_language_without_drills_trains_in_english(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text('[call]\nlanguage = "sv"\n', encoding="utf-8")
    assert {item.id.split("/")[1] for item in Parts().sitting().items} == {"en"}


def test_in_lines_what_is_none_of_the_choices_counts_for_nothing(run: Run) -> None:
    held = run("train", "which-criterion", "--plain", typed="zzz\n/quit\n")
    assert "“zzz” is none of the choices." in held.stdout
    assert held.stdout.splitlines()[-1] == "10 to do · 0 due, 10 new · days in a row: 0"


OWN = """# yaml-language-server: $schema=../framework.schema.json
framework: own
title: Our own
criteria:
  need: {facet: need, level: opportunity}
  doers: {facet: use, level: stakeholder}
qualified: {confirmed: 1}
depths: {cold: 2, discovery: 6}
"""
WORDS = """# yaml-language-server: $schema=../../words-criteria.schema.json
doers:
  name: Doers
  why: "So that I ask the right people."
  listen_for: who has their hands on it every day
  questions:
    hands:
      say: "How do you use it in a week?"
      probes: ["What do they say?"]
"""


def test_a_framework_of_the_company_trains_itself_and_one_without_words_is_told_as_such(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "own.yaml").write_text(OWN)
    asked = ("--dialogues", str(tmp_path), "--framework", "own", "which-criterion", "--plain")
    bare = run("train", *asked, typed="/quit\n")
    assert bare.returncode != 0
    assert "'own' has no words in 'en' for: doers." in bare.stderr
    (tmp_path / "words" / "en").mkdir(parents=True)
    (tmp_path / "words" / "en" / "criteria.yaml").write_text(WORDS)
    held = run("train", *asked, typed="/quit\n")
    assert "Which part of Our own" in held.stdout or "For which part of Our own" in held.stdout
