"""The coach's words are data: laid over entry by entry, and what is wrong with them is told with its place."""

from __future__ import annotations

from pathlib import Path

from cuebook.checks import faults_of
from cuebook.dialogue.coaching import load_coaching
from cuebook.paths import shipped


def _folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "words" / "en").mkdir(parents=True)
    (tmp_path / "words" / "en" / "coach.yaml").write_text(
        f"# yaml-language-server: $schema=../../words-coach.schema.json\n{text}", encoding="utf-8"
    )
    return tmp_path


def test_a_companys_own_sentence_takes_the_place_of_ours_and_the_rest_stays(tmp_path: Path) -> None:
    ours = _folder(tmp_path, 'facets: {money: the budget}\nsays: {right: "Spot on."}\n')
    found = load_coaching([ours, shipped()])
    assert found.faults == ()
    words = found.words["en"]
    assert (words.facets["money"], words.facets["need"]) == ("the budget", "what they need")
    assert (words.says["right"], words.says["wrong"]) == ("Spot on.", "Not yet.")
    assert words.closed


def test_a_name_that_nothing_fills_is_a_fault_at_its_place(tmp_path: Path) -> None:
    ours = _folder(tmp_path, 'says: {right: "{{ nobody }}"}\n')
    found = load_coaching([ours, shipped()])
    (fault,) = found.faults
    assert (fault.line, fault.code) == (2, "CUE405")
    assert found.words["en"].says["right"] == "Right."
    assert fault in faults_of([ours, shipped()])


def test_an_entry_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path) -> None:
    (fault,) = load_coaching([_folder(tmp_path, 'says: {rigth: "Yes."}\n')]).faults
    assert fault.code == "CUE201"
    assert "'right'" in fault.message


def test_a_folder_that_cannot_be_read_is_left_to_the_check(tmp_path: Path) -> None:
    assert load_coaching([tmp_path / "nowhere"]).faults == ()
