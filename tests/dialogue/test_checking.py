"""The check as a whole; what each code means is shown in tests/dialogues/broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from cuebook import paths
from cuebook.dialogue.asking import Form
from cuebook.dialogue.checking import check

HEAD = "# yaml-language-server: $schema=../../words-criteria.schema.json\n"


def open_question(_sentence: str, _language: str) -> Form:
    return "open"


def test_faults_come_in_the_order_of_files_and_places(tmp_path: Path) -> None:
    def judge(_sentence: str, _language: str) -> Form:
        return "closed"

    faults = check([paths.shipped()], judge)
    assert len(faults) > 10
    assert list(faults) == sorted(faults)
    assert {fault.code for fault in faults} == {"CUE401"}
    assert not any("opening" in fault.message for fault in faults)
    assert [fault.code for fault in check([tmp_path], judge)] == ["CUE605"]  # a folder without anything


def test_a_greeting_may_ask_for_leave() -> None:
    seen: list[str] = []

    def judge(sentence: str, _language: str) -> Form:
        seen.append(sentence)
        return "closed" if sentence == "Is it all right if I ask you a few questions?" else "open"

    assert check([paths.shipped()], judge) == ()
    assert "Is it all right if I ask you a few questions?" in seen


def test_a_folder_inside_the_current_one_is_told_shortly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ours" / "words" / "en" / "criteria.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(HEAD + "need: 3\n")
    monkeypatch.chdir(tmp_path)
    faults = check([tmp_path / "ours", paths.shipped()], open_question)
    assert [fault.path for fault in faults] == ["ours/words/en/criteria.yaml"]


def test_what_has_faults_is_not_missing_as_well(tmp_path: Path) -> None:
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / "umbrellas.yaml").write_text(
        "# yaml-language-server: $schema=../product.schema.json\n"
        "product: umbrellas\nprice: {amount: 20, currency: EUR}\nhorizon_months: 12\n"
    )
    words = tmp_path / "words" / "en" / "products.yaml"
    words.parent.mkdir(parents=True)
    words.write_text(HEAD.replace("criteria", "products") + "umbrellas: {name: Umbrellas}\n")
    assert {fault.code for fault in check([tmp_path, paths.shipped()], open_question)} == {"CUE202"}


def test_the_words_of_a_framework_that_cannot_be_used_are_not_needless(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "own.yaml").write_text(
        "# yaml-language-server: $schema=../framework.schema.json\nframework: own\ntitle: Own\n"
        "criteria:\n  weather: {facet: situation, level: organisation}\nqualified: {confirmed: 2}\n"
    )
    words = tmp_path / "words" / "en" / "criteria.yaml"
    words.parent.mkdir(parents=True)
    words.write_text(
        HEAD + "weather:\n  name: Weather\n  why: To talk about umbrellas.\n  listen_for: rain\n"
        "  questions:\n    today: {say: What is the weather like?}\n"
    )
    assert [fault.code for fault in check([tmp_path, paths.shipped()], open_question)] == ["CUE304"]
