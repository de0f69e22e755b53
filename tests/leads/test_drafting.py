"""Drafts fit the dialogue language: the check finds their gaps and nothing else, and no question is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.leads.customers import Table, counted

from cuebook import paths
from cuebook.checks import question_form
from cuebook.dialogue.checking import check
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.loading import load
from cuebook.dialogue.model import Dialogues, Question, Topic
from cuebook.leads.best import who_is_best
from cuebook.leads.columns import columns
from cuebook.leads.drafting import MOST_QUESTIONS, drafts, languages
from cuebook.leads.mining import Trait, mine


def telling(table: Table) -> tuple[Trait, ...]:
    made = columns(*table)
    return mine(made, who_is_best(made, "best")).telling


def wide(*names: str) -> Table:
    """A table in which all these columns are telling."""
    _, rows = counted([("own", 19), ("rent", 5)], [("own", 51), ("rent", 89)])
    return ["best", *names], [[row[0], *[row[1]] * len(names)] for row in rows]


def laid(folder: Path, text: str, language: str = "en") -> tuple[list[Fault], Path]:
    """The faults of the text as a words file over the shipped dialogues, and where it is."""
    file = folder / "words" / language / "criteria.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [fault for fault in check([folder, paths.shipped()], question_form) if fault.path == str(file)], file


@pytest.fixture
def need(dialogues: Dialogues) -> Topic:
    return dialogues.words["en"].criteria["need"]


def test_the_check_points_at_every_gap_and_finds_nothing_else(need: Topic, tmp_path: Path) -> None:
    made = drafts("need", need, telling(wide("home", "owns a boat")), "en")
    faults, file = laid(tmp_path, made.text)
    assert made.count == 2
    assert [fault.code for fault in faults] == ["CUE410", "CUE410"]
    written = file.read_text(encoding="utf-8").split("\n")
    assert all("[…]" in written[fault.line - 1] for fault in faults)


def test_what_the_criterion_has_already_stays_as_it_is(need: Topic, tmp_path: Path) -> None:
    laid(tmp_path, drafts("need", need, telling(wide("home")), "en").text)
    topic = load([tmp_path, paths.shipped()]).dialogues.words["en"].criteria["need"]
    assert list(topic.questions) == [*need.questions, "best_home"]
    questions = {name: question for name, question in topic.questions.items() if name != "best_home"}
    assert replace(topic, questions=questions) == need


def test_the_figures_stand_beside_each_draft(need: Topic) -> None:
    text = drafts("need", need, telling(wide("home")), "en").text
    assert "    # home: own\n    #   Of 24 best customers 19 (79 %); of 140 others 51 (36 %)." in text


def test_a_column_gets_one_draft_for_all_its_values(need: Topic) -> None:
    traits = telling(counted([("a", 20), ("b", 20), ("c", 2)], [("a", 10), ("b", 10), ("c", 100)]))
    assert len(traits) == 3
    made = drafts("need", need, traits, "en")
    assert made.count == 1
    assert made.text.count("# trait: ") == 3


def test_names_of_questions_are_plain_and_each_its_own(need: Topic, tmp_path: Path) -> None:
    hostile = ("Résumé?", "résumé", "сграда", "خانه", "9 lives", "a" * 90, "#: {}", "{{ x }}\n  y: z")
    topic = replace(need, questions=dict(list(need.questions.items())[:1]))
    made = drafts("need", topic, telling(wide(*hostile)), "en")
    faults, _ = laid(tmp_path, made.text)
    assert made.count == len(hostile)
    assert {fault.code for fault in faults} == {"CUE410"}
    assert len(faults) == len(hostile)


def test_there_is_room_for_as_many_questions_as_a_criterion_may_have(need: Topic, tmp_path: Path) -> None:
    full = dict(need.questions) | {f"more_{n}": Question(say="What else?") for n in range(20)}
    topic = replace(need, questions=dict(list(full.items())[: MOST_QUESTIONS - 1]))
    made = drafts("need", topic, telling(wide("home", "boat")), "en")
    assert (made.count, made.no_room) == (1, ("home",))
    faults, _ = laid(tmp_path, made.text)
    assert {fault.code for fault in faults} == {"CUE410"}


@pytest.mark.parametrize("language", languages())
def test_every_language_begins_an_open_question_with_a_gap(language: str, need: Topic) -> None:
    made = drafts("need", need, telling(wide("home")), language)
    last = made.text.strip().rsplit("\n", 1)[-1]
    assert "[…]" in last
    assert last.rstrip('"')[-1] in "?؟"
    assert question_form(last.partition('"')[2].rstrip('"'), language) in {"open", None}
