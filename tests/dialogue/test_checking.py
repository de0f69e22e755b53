"""The check as a whole; what each code means is shown in tests/dialogues/broken."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


WRITTEN = {
    name: (paths.shipped() / name).read_text(encoding="utf-8")
    for name in (
        "frameworks/bant.yaml",
        "words/en/stages.yaml",
        "words/en/objections.yaml",
        "words/en/labels.yaml",
    )
}


def asked_in(folder: Path, name: str, written: Any) -> set[str]:
    """What is checked as a question where a folder holds this one file."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    seen: set[str] = set()

    def judge(sentence: str, _language: str) -> Form:
        seen.add(sentence)
        return "open"

    check([folder], judge)
    return seen


@pytest.mark.parametrize("wrong", [{"why": 12}, {"name": []}, {"wyh": "So."}, {"listen_for": None}])
def test_a_fault_of_shape_keeps_no_question_from_being_checked(wrong: dict[str, object], tmp_path: Path) -> None:
    written = yaml.safe_load(WRITTEN["words/en/stages.yaml"])
    sound = asked_in(tmp_path, "words/en/stages.yaml", written)
    faulty = {name: topic | wrong for name, topic in written.items()}
    assert asked_in(tmp_path, "words/en/stages.yaml", faulty) == sound
    assert len(sound) > 20


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping or list inside, with each key or number in it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        yield value, step
        yield from places(each)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(WRITTEN)),
    at=st.randoms(use_true_random=False),
    value=st.sampled_from([None, 7, True, "", "Was it so?", [], {}, ["Was it so?", 1]]),
)
def test_a_wrong_value_anywhere_breaks_no_check(
    name: str, at: random.Random, value: object, tmp_path: Path
) -> None:
    written = yaml.safe_load(WRITTEN[name])
    sound = asked_in(tmp_path, name, written)
    holder, step = at.choice(list(places(written)))
    holder[step] = value
    assert asked_in(tmp_path, name, written) <= sound | {"Was it so?"}
