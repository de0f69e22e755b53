"""What no call can ever come to is told before any call; what a framework loosens is told too, and is no fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from cuebook import paths
from cuebook.conversation.exploring import explore, notes
from cuebook.dialogue.loading import load

BANT = """\
# yaml-language-server: $schema=../framework.schema.json
framework: bant
title: BANT
criteria:
  need: {facet: need, level: opportunity}
  authority: {facet: authority, level: stakeholder}
  budget: {facet: money, level: stakeholder}
"""


def codes(folder: Path, rest: str) -> list[tuple[str, str]]:
    file = folder / "frameworks" / "bant.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(BANT + rest, encoding="utf-8")
    loaded = load([folder, paths.shipped()])
    assert loaded.faults == ()
    return [(fault.code, fault.message) for fault in explore(loaded)]


def test_every_stage_move_and_verdict_of_the_shipped_frameworks_can_be_reached() -> None:
    assert list(explore(load([paths.shipped()]))) == []


@pytest.mark.parametrize(
    "depths", ["{cold: 3, discovery: 3}", "{cold: 3, discovery: 14}", "{cold: 14, discovery: 2}"]
)
def test_a_depth_that_comes_to_every_criterion_is_sound(tmp_path: Path, depths: str) -> None:
    assert codes(tmp_path, f"qualified: {{confirmed: 3}}\ndepths: {depths}\n") == []


def test_a_criterion_beyond_the_longest_call_is_named_with_what_to_allow(tmp_path: Path) -> None:
    assert codes(tmp_path, "qualified: {confirmed: 2}\ndepths: {cold: 1, discovery: 2}\n") == [
        (
            "CUE601",
            "A call asks 2 questions at the most, one about each criterion first, so it never comes to budget. "
            "Allow 3.",
        )
    ]


def test_a_detour_that_nothing_leads_to_has_no_moves(tmp_path: Path) -> None:
    review = "  - {from: contract, when: offers_review, to: review}\n"
    contract = "  - {from: any, when: running_contract, to: contract}\n"
    assert [code for code, _ in codes(tmp_path, f"qualified: {{confirmed: 3}}\nmoves:\n{review}")] == ["CUE602"]
    assert codes(tmp_path, f"qualified: {{confirmed: 3}}\nmoves:\n{contract}{review}") == []


def test_a_move_that_no_product_gives_a_reason_for_is_told(tmp_path: Path) -> None:
    for file in (paths.shipped() / "products").glob("*.yaml"):
        plain = file.read_text(encoding="utf-8").replace("review: true", "review: false") + "# ours\n"
        if "review" not in plain:
            continue
        (tmp_path / "products").mkdir(exist_ok=True)
        (tmp_path / "products" / file.name).write_text(plain, encoding="utf-8")
    found = codes(tmp_path, "qualified: {confirmed: 3}\nmoves: [{from: any, when: locked_in, to: review}]\n")
    assert ("CUE602", "No product comes with an account review, so this move is never taken.") in found


def test_a_rule_that_the_need_alone_meets_never_nurtures_anybody(tmp_path: Path) -> None:
    ((code, message),) = codes(tmp_path, "qualified: {confirmed: 1}\nlevels: []\n")
    assert code == "CUE603"
    assert "ever comes to 'nurture'" in message


def test_what_a_framework_loosens_is_told_and_is_no_fault() -> None:
    told = {Path(note.path).stem: note.message for note in notes(load([paths.shipped()]))}
    assert told["bant"].endswith("does not hold: organisation, opportunity, stakeholder.")
    assert "three-levels" not in told


def test_a_copy_that_changes_nothing_yet_is_told_and_is_no_fault(tmp_path: Path) -> None:
    copy = tmp_path / "words" / "en" / "criteria.yaml"
    copy.parent.mkdir(parents=True)
    sound = (paths.shipped() / "words" / "en" / "criteria.yaml").read_text(encoding="utf-8")
    copy.write_text(sound, encoding="utf-8")
    loaded = load([tmp_path, paths.shipped()])
    assert loaded.faults == ()
    assert [(note.path, note.code) for note in notes(loaded) if "changes nothing" in note.message] == [
        (str(copy), "note:")
    ]
    copy.write_text(sound.replace("How are you handling", "How do you handle"), encoding="utf-8")
    assert load([tmp_path, paths.shipped()]).idle == ()
