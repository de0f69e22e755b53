"""`cuebook simulate` as a sales manager reads it: where calls are lost, with whom, and by what."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

SOME = ("simulate", "--product", "copier-leasing", "--calls", "42", "--seed", "1")


def test_it_tells_by_objection_and_by_persona_what_is_lost(run: Run) -> None:
    shown = run(*SOME)
    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    objections = [line.split() for line in lines[lines.index(_heading(lines, "objection")) + 1 :]]
    unmet = [int(row[1]) - int(row[2]) for row in objections[: objections.index([])]]
    assert unmet == sorted(unmet, reverse=True)
    people = [line.split() for line in lines[lines.index(_heading(lines, "persona")) + 1 :]]
    scores = [float(row[-1]) for row in people[: people.index([])]]
    assert len(scores) == 14
    assert scores == sorted(scores)


def test_the_figures_are_there_for_other_programs_too(run: Run) -> None:
    found = json.loads(run(*SOME, "--json").stdout)
    assert found["calls"] == 42
    assert sum(group["calls"] for group in found["personas"].values()) == 42
    assert sum(group["broken_off"] for group in found["personas"].values()) == found["broken_off"]
    assert all(one["met"] <= one["raised"] for one in found["objections"].values())


def test_a_draft_that_heeds_no_objection_is_told_from_what_is_shipped(run: Run, tmp_path: Path) -> None:
    words = tmp_path / "words" / "en"
    words.mkdir(parents=True)
    answer = '[{acknowledge: "Well.", explain: "We are the best there is.", ask: "What else?"}]'
    (words / "objections.yaml").write_text(
        "# yaml-language-server: $schema=../../words-objections.schema.json\n"
        f"no_time: {{name: I am busy, they_say: [I am busy.], answers: {answer}}}\n"
        f"not_interested: {{name: Not interested, they_say: [I am not interested.], answers: {answer}}}\n"
        f"gatekeeper: {{name: What about, they_say: [What is this regarding?], answers: {answer}}}\n"
        f"have_vendor: {{name: We have one, they_say: [We already have a supplier.], answers: {answer}}}\n",
        encoding="utf-8",
    )
    more = ("simulate", "--product", "copier-leasing", "--calls", "168", "--seed", "1")
    compared = json.loads(run(*more, "--against", str(tmp_path), "--json").stdout)["compared"]
    assert compared["score"]["worse"] > compared["score"]["better"]
    assert compared["score"]["chance"] < 0.01


def _heading(lines: list[str], first: str) -> str:
    return next(line for line in lines if line.startswith(first))
