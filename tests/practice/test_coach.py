"""The coach tells what a question is, by which words, and offers a better one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.coaching import CoachWords, FindingName, load_coaching
from cuebook.dialogue.model import Dialogues
from cuebook.paths import shipped
from cuebook.practice.coach import FAULTS, as_json, best_questions, coach, told


@pytest.fixture(scope="module")
def script(dialogues: Dialogues) -> Script:
    return script_for(Setup(), dialogues)


@pytest.fixture(scope="module")
def words() -> CoachWords:
    found = load_coaching([shipped()])
    assert found.faults == ()
    return found.words["en"]


def found(question: str) -> set[FindingName]:
    return {finding.name for finding in coach(question).findings}


@pytest.mark.parametrize(
    ("question", "form", "about"),
    [
        ("Do you have a budget?", "closed", "money"),
        ("What does your budget for this look like?", "open", "money"),
        ("Who signs for it?", "short", "authority"),
        ("How do you handle it today?", "open", "need"),
        ("Tell me about the last time it went wrong.", "open", "need"),
        ("Wouldn't you say that it goes wrong too often?", "closed", "need"),
        ("Is there a date that matters to you, by when do you need it?", "short", "timing"),
    ],
)
def test_the_form_of_a_question_and_what_it_is_about(question: str, form: str, about: str) -> None:
    found = coach(question)
    assert (found.form, found.about[0]) == (form, about)


@pytest.mark.parametrize(
    ("question", "finding", "shown"),
    [
        ("Do you have a budget?", "closed", "Do you"),
        ("So Anna, are you happy with your copiers?", "closed", "are you"),
        ("What goes wrong?", "open", "What"),
        ("What would you change first, right?", "leading", "right"),
        ("You have a budget, haven't you?", "leading", "haven't you"),
        ("Surely that's too slow for you?", "leading", "Surely"),
        ("How do you decide on this and who signs for it?", "doubled", "and who signs for it"),
        ("What goes wrong? How much does it cost you?", "doubled", "How much does it cost you?"),
        ("You have to decide today.", "pressing", "You have to decide"),
        ("I ask because I don't want to waste your time: what would you spend?", "reason", "I ask"),
    ],
)
def test_each_finding_is_shown_by_the_words_that_make_it_so(
    question: str, finding: FindingName, shown: str
) -> None:
    found = coach(question)
    spans = [each.span for each in found.findings if each.name == finding]
    assert [question[slice(*span)] for span in spans if span] == [shown]


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("How do you decide on this and who signs for it?", "How do you decide on this?"),
        ("What would you change first, right?", "What would you change first?"),
        ("I assume you're unhappy, what bothers you most about it?", "What bothers you most about it?"),
        ("Do you have a budget and who decides on it?", None),
        ("Do you have a budget?", None),
    ],
)
def test_the_part_that_stands_by_itself_is_offered(question: str, own: str | None) -> None:
    found = coach(question)
    assert found.own == own


def test_a_closed_question_is_bettered_by_the_dialogues_own_about_the_same(script: Script) -> None:
    found = coach("Do you have a budget?", "en", best_questions(script))
    assert found.better == "What would be a sensible amount to spend on copying and printing, as you see it?"
    again = coach(found.better, "en", best_questions(script))
    assert again.good
    assert again.better is None


def test_every_better_question_is_a_good_one(dialogues: Dialogues) -> None:
    for product in dialogues.products:
        for facet, question in best_questions(script_for(Setup(product=product), dialogues)).items():
            found = coach(question)
            assert found.good, (facet, question, found.findings)


def test_the_framework_that_is_followed_gives_its_own_wording_first(dialogues: Dialogues) -> None:
    champ = best_questions(script_for(Setup(framework="champ"), dialogues))
    faint = best_questions(script_for(Setup(framework="faint"), dialogues))
    assert champ["money"] != faint["money"]
    assert set(champ) == set(faint)


def test_a_delicate_question_wants_a_reason_and_others_do_not() -> None:
    assert "no_reason" in found("What would you spend on it?")
    assert "no_reason" not in found("What goes wrong?")
    assert "no_reason" not in found("What would you spend? I ask so that I don't waste your time.")


def test_over_25_words_is_too_long_and_the_reason_before_it_is_not_counted() -> None:
    tail = "in the months of May and June and July and August and September and October and November"
    long = f"What does your budget for this look like if you take all of it together {tail}?"
    assert "long" in found(long)
    assert "long" not in found(f"I only ask so that I don't waste your time {tail}. What would you spend?")


def test_what_is_told_is_in_words_for_newcomers_and_never_a_name_of_the_program(words: CoachWords) -> None:
    asked = ["Do you have a budget?", "Wouldn't you agree it is slow, right?", "Hello.", "You must buy. Why not?"]
    for text in asked:
        for line in told(coach(text), words):
            assert "{{" not in line
            assert "_" not in line
    assert told(coach("What goes wrong?"), words)[0].startswith("“What”  Open")


def test_every_finding_drill_and_facet_has_its_words(words: CoachWords) -> None:
    from typing import get_args

    from cuebook.dialogue.coaching import DRILLS, Saying
    from cuebook.dialogue.model import Facet, ObjectionClass

    assert set(words.findings) == set(get_args(FindingName))
    assert set(words.facets) == set(get_args(Facet))
    assert set(words.drills) == set(DRILLS)
    assert set(words.says) == set(get_args(Saying))
    assert set(words.classes) == set(get_args(ObjectionClass))


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["what", "do you", "how", "and who", "?", ".", ",", "right", "budget"])).map(
        " ".join
    )
)
def test_any_text_gets_an_answer_with_spans_that_lie_in_it(text: str) -> None:
    found = coach(text)
    for each in found.findings:
        assert each.span is None or 0 <= each.span[0] < each.span[1] <= len(text)
    assert not (found.good and any(each.name in FAULTS for each in found.findings))
    assert found == coach(text)


@given(
    st.sampled_from(["Do", "Are", "Is", "Have", "Would", "Can", "Will", "Did", "Does"]),
    st.sampled_from(["you have a budget", "it expensive", "you decide on that", "you use a supplier today"]),
)
def test_what_begins_with_a_verb_is_never_open(verb: str, rest: str) -> None:
    assert coach(f"{verb} {rest}?").form == "closed"


def test_the_same_for_other_programs(words: CoachWords) -> None:
    found = as_json(coach("Do you have a budget?"), words)
    assert found["form"] == "closed"
    assert found["findings"][0] == {
        "finding": "closed",
        "bad": True,
        "span": [0, 6],
        "says": "Closed: a yes or a no answers it, and then you know little more than before.",
    }
