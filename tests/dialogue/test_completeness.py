"""What a language must have before a call is held in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from cuebook.dialogue.completeness import LABELS, complete, flows_in, missing_labels, missing_stages, unsaid
from cuebook.dialogue.model import Dialogues
from cuebook.qualification.status import STANDINGS, VERDICTS

T = TypeVar("T")


def without(mapping: Mapping[str, T], name: str) -> dict[str, T]:
    return {key: value for key, value in mapping.items() if key != name}


def test_english_is_complete(dialogues: Dialogues) -> None:
    assert complete(dialogues.words["en"])
    assert list(flows_in(dialogues, "en")) == list(dialogues.flows)


def test_a_stage_or_a_label_that_is_missing_is_told(dialogues: Dialogues) -> None:
    words = dialogues.words["en"]
    fewer = replace(words, stages=without(words.stages, "contract"))
    assert missing_stages(fewer) == ("contract",)
    assert not complete(fewer)
    fewer = replace(words, labels=replace(words.labels, outcomes=without(words.labels.outcomes, "lost")))
    assert list(missing_labels(fewer)) == [("outcomes", "lost")]
    assert not complete(fewer)


def test_a_framework_is_offered_where_all_its_criteria_have_words(dialogues: Dialogues) -> None:
    words = replace(dialogues.words["en"], criteria=without(dialogues.words["en"].criteria, "budget"))
    assert unsaid(dialogues.flows["bant"], words) == ("budget",)
    assert "bant" not in flows_in(replace(dialogues, words={"en": words}), "en")
    assert flows_in(dialogues, "xx") == {}


def test_whatever_a_status_can_show_has_a_label() -> None:
    assert set(LABELS["standings"]) == set(STANDINGS)
    assert set(LABELS["outcomes"]) >= set(VERDICTS)
