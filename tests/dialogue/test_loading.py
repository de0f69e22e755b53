"""Folders laid over each other: the first wins, what fails is left out, all else is usable."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuebook import paths
from cuebook.dialogue.loading import Loaded, load
from cuebook.dialogue.model import Dialogues

SCHEMA = "# yaml-language-server: $schema=../../words-{}.schema.json\n"
NEED = """
  name: Need
  why: I would rather tell you now.
  listen_for: a problem
  questions:
    today: {say: What would you change?}
"""


def laid(folder: Path, name: str, text: str) -> Loaded:
    """The shipped dialogues with one file laid over them."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return load([folder, paths.shipped()])


def test_a_criterion_that_is_laid_over_changes_its_words_and_no_others(
    tmp_path: Path, dialogues: Dialogues
) -> None:
    loaded = laid(tmp_path, "words/en/criteria.yaml", SCHEMA.format("criteria") + "need:" + NEED)
    criteria = loaded.dialogues.words["en"].criteria
    assert loaded.faults == ()
    assert criteria["need"].questions["today"].say == "What would you change?"
    assert list(criteria["need"].questions) == ["today"]
    assert {**criteria, "need": None} == {**dialogues.words["en"].criteria, "need": None}


def test_the_order_stays_as_shipped(tmp_path: Path, dialogues: Dialogues) -> None:
    text = "# yaml-language-server: $schema=objections.schema.json\nobjections:\n  hostile: {class: hostile}\n"
    loaded = laid(tmp_path, "objections.yaml", text)
    assert list(loaded.dialogues.objections) == list(dialogues.objections)
    assert loaded.dialogues.objections["hostile"].proposes is None


def test_one_label_can_be_changed_alone(tmp_path: Path, dialogues: Dialogues) -> None:
    text = SCHEMA.format("labels") + "outcomes:\n  nurture: {name: Later}\n"
    labels = laid(tmp_path, "words/en/labels.yaml", text).dialogues.words["en"].labels
    assert labels.outcomes["nurture"].name == "Later"
    assert labels.outcomes["nurture"].days is None
    assert labels.outcomes["lost"] == dialogues.words["en"].labels.outcomes["lost"]


def test_a_framework_is_laid_over_whole(tmp_path: Path) -> None:
    text = (
        "# yaml-language-server: $schema=../framework.schema.json\nframework: bant\ntitle: Ours\n"
        "criteria:\n  need: {facet: need, level: opportunity}\nqualified: {confirmed: 1}\n"
    )
    flow = laid(tmp_path, "frameworks/bant.yaml", text).dialogues.flows["bant"]
    assert flow.title == "Ours"
    assert flow.moves == ()
    assert flow.depths.cold == 3


def test_what_fails_leaves_what_it_would_have_covered(tmp_path: Path, dialogues: Dialogues) -> None:
    loaded = laid(tmp_path, "frameworks/bant.yaml", "framework: [\n")
    assert loaded.dialogues == dialogues
    assert loaded.faults


def test_a_faulty_entry_leaves_its_neighbours(tmp_path: Path, dialogues: Dialogues) -> None:
    text = SCHEMA.format("criteria") + "need:" + NEED + "authority: 3\n"
    loaded = laid(tmp_path, "words/en/criteria.yaml", text)
    criteria = loaded.dialogues.words["en"].criteria
    assert list(criteria["need"].questions) == ["today"]
    assert criteria["authority"] == dialogues.words["en"].criteria["authority"]
    assert [fault.code for fault in loaded.faults] == ["CUE203"]


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = (
        "framework: bant\ntitle: 3\ncriteria:\n  need: {facet: ned, level: opportunity}\n  Big: {facet: need}\n"
        "qualified: {confirmed: 0}\nmovs: []\n"
    )
    loaded = laid(tmp_path, "frameworks/bant.yaml", text)
    assert [(fault.line, fault.column, fault.code) for fault in loaded.faults] == [
        (1, 1, "CUE208"),
        (2, 8, "CUE203"),
        (4, 17, "CUE204"),
        (5, 3, "CUE202"),
        (5, 3, "CUE206"),
        (6, 24, "CUE205"),
        (7, 1, "CUE201"),
    ]


def test_the_nearest_valid_name_is_told(tmp_path: Path) -> None:
    loaded = laid(tmp_path, "objections.yaml", "objections:\n  no_time: {class: reflex, propses: callback}\n")
    assert "'propses' does not exist here. Did you mean 'proposes'?" in [fault.message for fault in loaded.faults]


def test_a_language_is_offered_once_its_stages_and_labels_are_all_there(tmp_path: Path) -> None:
    loaded = laid(tmp_path, "words/nb/criteria.yaml", SCHEMA.format("criteria") + "need:" + NEED)
    assert list(loaded.dialogues.words) == ["en"]
    assert list(loaded.words) == ["en", "nb"]
    assert {fault.code for fault in loaded.faults} == {"CUE308", "CUE309"}


def test_the_digest_follows_what_is_said_and_not_how_it_is_written(tmp_path: Path, dialogues: Dialogues) -> None:
    text = SCHEMA.format("criteria") + "need:" + NEED
    first = laid(tmp_path, "words/en/criteria.yaml", text).dialogues.digest
    again = laid(tmp_path, "words/en/criteria.yaml", text + "# a comment\n").dialogues.digest
    other = laid(tmp_path, "words/en/criteria.yaml", text.replace("change", "keep")).dialogues.digest
    assert first == again
    assert len({first, other, dialogues.digest}) == 3


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path, dialogues: Dialogues) -> None:
    loaded = load([tmp_path / "none", paths.shipped()])
    assert loaded.dialogues == dialogues
    assert [fault.code for fault in loaded.faults] == ["CUE101"]


def test_no_folders_give_no_dialogues() -> None:
    assert load([]).dialogues.flows == {}


json = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "framework",
                    "title",
                    "criteria",
                    "need",
                    "facet",
                    "level",
                    "qualified",
                    "confirmed",
                    "objections",
                    "class",
                ]
            )
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "name",
    ["frameworks/bant.yaml", "objections.yaml", "products/copier-leasing.yaml"]
    + [f"words/en/{part}.yaml" for part in ("criteria", "stages", "objections", "products", "labels")],
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=json)
def test_whatever_is_in_a_file_the_shipped_dialogues_stay_usable(
    name: str, value: object, tmp_path: Path, dialogues: Dialogues
) -> None:
    import yaml

    text = yaml.safe_dump(value, allow_unicode=True)
    loaded = laid(tmp_path, name, text)
    assert set(loaded.dialogues.flows) >= set(dialogues.flows)
    assert set(loaded.dialogues.words["en"].criteria) >= set(dialogues.words["en"].criteria)
