"""The items of the drills are made from the dialogues in force, and judge what is answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.conversation.setup import Setup
from cuebook.dialogue.coaching import DRILLS, CoachWords, load_coaching
from cuebook.dialogue.model import Criterion, Dialogues, Flow, ProductWords, Question, Rule, Topic
from cuebook.dialogue.personas import TalkWords, load_personas
from cuebook.paths import shipped
from cuebook.practice.coach import coach
from cuebook.practice.drills import items_of, material_of
from cuebook.practice.items import Item
from cuebook.understanding.approach import approach

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def talk() -> TalkWords:
    return load_personas([shipped()]).words["en"]


@pytest.fixture(scope="module")
def words() -> CoachWords:
    return load_coaching([shipped()]).words["en"]


@pytest.fixture(scope="module")
def items(dialogues: Dialogues, talk: TalkWords, words: CoachWords) -> tuple[Item, ...]:
    return items_of(material_of(Setup(), dialogues, talk, words, TODAY))


def _of(items: tuple[Item, ...], drill: str) -> list[Item]:
    return [item for item in items if item.drill == drill]


def _about(items: tuple[Item, ...], *parts: str) -> Item:
    return next(item for item in items if all(part in f"{item.id} {item.prompt}" for part in parts))


def test_every_drill_has_dozens_of_items(items: tuple[Item, ...]) -> None:
    counted = Counter(item.drill for item in items)
    assert set(counted) == set(DRILLS)
    assert min(counted.values()) >= 24


def test_the_model_answer_of_every_item_is_right(items: tuple[Item, ...]) -> None:
    wrong = [(item.id, item.model, item.judge(item.model)) for item in items if not item.judge(item.model).right]
    assert wrong == []


def test_every_item_gives_reasons_and_says_nothing_unfilled(items: tuple[Item, ...]) -> None:
    for item in items:
        told = [item.prompt, item.model, *item.judge(item.model).reasons, *item.judge("").reasons]
        assert all(told)
        assert not [line for line in told if "{" in line or "}" in line]


def test_ids_are_those_of_another_day_too(
    items: tuple[Item, ...], dialogues: Dialogues, talk: TalkWords, words: CoachWords
) -> None:
    later = items_of(material_of(Setup(), dialogues, talk, words, date(2028, 2, 29)))
    assert [item.id for item in later] == [item.id for item in items]
    assert len({item.id for item in items}) == len(items)


def test_what_the_rep_works_with_comes_first_and_the_rest_follows(
    items: tuple[Item, ...], dialogues: Dialogues, talk: TalkWords, words: CoachWords
) -> None:
    champ = items_of(material_of(Setup(framework="champ"), dialogues, talk, words, TODAY))
    assert {item.id for item in champ} == {item.id for item in items}
    assert "/champ/" in _of(champ, "what-verdict")[0].id
    assert "/bant/" in _of(items, "what-verdict")[0].id
    usual = [item.usual for item in _of(items, "what-verdict")]
    assert usual == sorted(usual, reverse=True)


def test_a_company_framework_trains_itself(dialogues: Dialogues, talk: TalkWords, words: CoachWords) -> None:
    topic = Topic(
        name="Loyalty",
        why="So.",
        listen_for="how long they stay",
        questions={"q": Question(say="What keeps you?")},
    )
    english = dialogues.words["en"]
    ours = replace(
        dialogues,
        flows={
            **dialogues.flows,
            "own": Flow(
                framework="own",
                title="Our own",
                criteria={
                    "loyalty": Criterion(facet="use", level="opportunity"),
                    "need": Criterion(facet="need", level="opportunity"),
                },
                qualified=Rule(every={"loyalty": "partial", "need": "confirmed"}),
            ),
        },
        words={
            **dialogues.words,
            "en": replace(english, criteria={**english.criteria, "loyalty": topic}),
        },
    )
    made = items_of(material_of(Setup(framework="own"), ours, talk, words, TODAY))
    assert {item.drill for item in made if "loyalty" in item.id or "/own/" in item.id or "/use/" in item.id} == {
        "which-criterion",
        "make-it-open",
        "ask-for-it",
        "read-answer",
        "what-verdict",
    }
    assert [item.id for item in made if not item.judge(item.model).right] == []


def test_without_a_word_of_personas_there_are_drills_all_the_same(dialogues: Dialogues, words: CoachWords) -> None:
    made = items_of(material_of(Setup(), dialogues, None, words, TODAY))
    counted = Counter(item.drill for item in made)
    assert min(counted[drill] for drill in DRILLS) >= 5
    assert [item.id for item in made if not item.judge(item.model).right] == []


def test_a_product_of_the_company_is_asked_about_by_its_own_topic(
    dialogues: Dialogues, talk: TalkWords, words: CoachWords
) -> None:
    english = dialogues.words["en"]
    sold = ProductWords(
        name="Tea", topic="the tea that you drink", purpose="we sell it", price="little", fact="so"
    )
    ours = replace(
        dialogues,
        products={"tea": replace(dialogues.products["copier-leasing"], product="tea")},
        words={**dialogues.words, "en": replace(english, products={"tea": sold})},
    )
    made = items_of(material_of(Setup(product="tea"), ours, talk, words, TODAY))
    asked = _of(made, "ask-for-it")
    assert asked
    assert all("the tea that you drink" in item.prompt for item in asked)


# ── asking ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_closed_question_is_never_judged_open(items: tuple[Item, ...], talk: TalkWords) -> None:
    closed = [
        "Do you have a budget?",
        "Is that important?",
        *(line for each in talk.reps["closed"].values() for line in each),
    ]
    for item in (*_of(items, "make-it-open"), *_of(items, "ask-for-it")):
        for line in closed:
            assert not item.judge(line.replace("{{ topic }}", "printing")).right


def test_every_question_to_be_made_open_is_closed(items: tuple[Item, ...]) -> None:
    for item in _of(items, "make-it-open"):
        question = item.prompt.partition("“")[2].rpartition("”")[0]
        assert coach(question).form == "closed"
        assert not item.judge(question).right


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("What have you set aside for it?", True),
        ("How do you usually pay for something like this?", True),
        ("I ask so that I don't waste your time: what would you be ready to spend?", True),
        ("how much budget", False),
        ("Do you have a budget?", False),
        ("What goes wrong most often?", False),
        ("What would you spend, and who decides on that?", False),
        ("You would spend a thousand on it, right?", False),
        ("You have to tell me: what would you spend?", False),
        ("   ", False),
        ("Nice weather today.", False),
    ],
)
def test_a_question_about_money_is_asked_openly_or_it_is_wrong(
    items: tuple[Item, ...], answer: str, right: bool
) -> None:
    judged = _about(items, "ask-for-it/en/budget/copier-leasing").judge(answer)
    assert judged.right is right
    assert judged.reasons


def test_an_open_question_about_something_else_is_told_so(items: tuple[Item, ...]) -> None:
    judged = _about(items, "ask-for-it/en/budget/copier-leasing").judge("What goes wrong most often?")
    assert judged.reasons[1:3] == ("It asks about what they need.", "Here it should ask about money.")


@pytest.mark.parametrize("answer", ["What would make you say it was fair?", "How does that look from your side?"])
def test_an_open_question_of_which_nothing_is_read_is_for_the_rep_to_compare(
    items: tuple[Item, ...], answer: str
) -> None:
    judged = _about(items, "ask-for-it/en/budget/copier-leasing").judge(answer)
    assert judged.right
    assert "money" in judged.compare


def test_what_is_asked_in_nearly_the_same_words_is_for_the_rep_to_compare(items: tuple[Item, ...]) -> None:
    judged = _about(items, "ask-for-it/en/authority").judge("What steps lie between today and a yes?")
    assert judged.right
    assert "who decides" in judged.compare


# ── objections ───────────────────────────────────────────────────────────────────────────────────────────────


def test_an_objection_is_matched_by_letter_by_name_or_by_label(items: tuple[Item, ...]) -> None:
    item = _about(items, "match-objection/en/why_asking")
    assert [item.judge(answer).right for answer in ("a", "A", "question", "a question", "A Question ")] == [
        True
    ] * 5
    assert not item.judge("b").right
    assert not item.judge("z").right
    assert "none of the choices" in item.judge("nonsense").reasons[0]


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (
            "Fair question. I only ask so that I don't offer you what doesn't fit. What can you tell me?",
            True,
        ),
        ("Fair question. What can you tell me?", False),
        ("I only ask so that I don't offer you what doesn't fit. What can you tell me?", False),
        ("Fair question. I only ask so that I don't offer you something that doesn't fit.", False),
        ("Fair question, but you have to tell me, because I need to know. What is it?", False),
        ("", False),
    ],
)
def test_an_objection_is_acknowledged_explained_and_asked_on_without_pressure(
    items: tuple[Item, ...], answer: str, right: bool
) -> None:
    assert _about(items, "answer-objection/en/why_asking/copier-leasing").judge(answer).right is right


@pytest.mark.parametrize(
    ("objection", "answer", "right", "compared"),
    [
        ("is_robot", "No, I'm as human as you are, and a little hoarse today. Shall we go on?", True, False),
        (
            "sales_call",
            "Yes. I sell copiers, and I'd like to see whether ours are any use. May I go on?",
            True,
            False,
        ),
        ("sales_call", "No, it's for a study about offices, which takes a minute. May I go on?", False, False),
        (
            "trust",
            "We started last year with twelve offices, and all are still with us. What would help?",
            True,
            True,
        ),
        ("trust", "What would help? We started last year with twelve offices in two towns.", False, False),
        ("why_asking", "Fair question. Because I must. What is it?", False, False),
        ("no_time", "Are you sure? I ask so that I know whether to call again.", False, False),
        ("trust", "Because we're new here and started with twelve offices. What would help?", False, False),
    ],
)
def test_first_words_that_nobody_can_read_are_for_the_rep_to_compare_and_a_straight_answer_is_enough(
    items: tuple[Item, ...], objection: str, answer: str, right: bool, compared: bool
) -> None:
    judged = _about(items, f"answer-objection/en/{objection}/copier-leasing").judge(answer)
    assert (judged.right, bool(judged.compare)) == (right, compared)


def test_who_wants_no_more_calls_is_asked_nothing(items: tuple[Item, ...]) -> None:
    item = _about(items, "answer-objection/en/do_not_call/copier-leasing")
    assert item.judge("Of course. I'm taking you off our list now. Goodbye.").right
    assert not item.judge("Of course. But what did we do wrong?").right


# ── judging ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_line_belongs_to_the_criterion_of_its_facet(items: tuple[Item, ...]) -> None:
    item = _about(items, "which-criterion/en/bant", "I decide that myself.")
    assert item.judge("Authority").right
    assert not item.judge("Need").right
    assert "Authority" in item.judge("Need").reasons[0]


def test_no_budget_is_a_beginning_and_no_need_is_a_no(items: tuple[Item, ...]) -> None:
    assert _about(items, "read-answer", "objection/no_budget").judge("partly").right
    assert _about(items, "read-answer", "objection/no_need").judge("no").right


def test_what_shows_a_standing_are_the_words_of_the_line(items: tuple[Item, ...]) -> None:
    item = _about(items, "read-answer/en/money", "We could spend 1,300 euros")
    assert "1,300 euros" in item.judge("confirmed").reasons[1]


def test_the_words_that_show_a_sum_are_the_whole_sum(items: tuple[Item, ...]) -> None:
    item = _about(items, "read-answer/en/money", "We have set aside 1,300 euros")
    assert "set aside 1,300 euros a month" in item.judge("confirmed").reasons[1]


def test_who_chose_wrongly_hears_what_their_choice_would_be(items: tuple[Item, ...]) -> None:
    item = _about(items, "match-objection/en/running_contract")
    wrong, right = item.judge("a reflex").reasons, item.judge("a fact to work around").reasons
    assert wrong[:-1] == right
    assert wrong[-1].startswith("And “a reflex” would be: habit")


def test_what_asks_something_is_never_wrongly_called_a_question(items: tuple[Item, ...]) -> None:
    for item in _of(items, "match-objection"):
        asks = approach(item.prompt.partition("“")[2].partition("”")[0]).form is not None
        assert asks or not item.judge("a question").right
        if asks and not item.judge("a question").right:
            assert item.chosen("a question") is None


def test_what_tells_of_a_neighbour_as_well_is_not_offered_beside_it(items: tuple[Item, ...]) -> None:
    said = [item for item in _of(items, "which-criterion") if "/meddpicc/paper_process/" in item.id]
    asked = _about(items, "which-criterion/en/meddpicc/paper_process", "You listen for this")
    assert said
    assert all(item.chosen("Decision process") is None for item in said)
    assert asked.chosen("Decision process") is not None


def test_a_fact_that_decides_stands_alone_against_the_lead(items: tuple[Item, ...]) -> None:
    for item in _of(items, "what-verdict"):
        case = item.id.rpartition("/")[2].split("-")
        if case[-1] in ("bound", "elsewhere", "next_year"):
            assert sum(mark in "nd" for mark in case[:-1]) <= (0 if case[-1] == "bound" else 1)
            assert "That comes before anything that is counted." in item.judge(item.model).reasons


def test_closed_questions_are_such_as_reps_ask(items: tuple[Item, ...]) -> None:
    for item in _of(items, "make-it-open"):
        assert "their goals" not in item.prompt
        assert "if they fail" not in item.prompt


def test_verdicts_follow_the_rule_of_the_framework(items: tuple[Item, ...]) -> None:
    for item in _of(items, "what-verdict"):
        if "/bant/" in item.id and item.judge("qualified").right:
            assert item.id.rpartition("/")[2].split("-")[:4].count("c") >= 3
        if item.id.endswith("-bound"):
            assert item.judge("callback").right
        if item.id.endswith("-elsewhere"):
            assert item.judge("rerouted").right
        if item.id.endswith("-next_year"):
            assert item.judge("lost").right


def test_each_framework_comes_to_several_verdicts(items: tuple[Item, ...]) -> None:
    found: dict[str, set[str]] = {}
    for item in _of(items, "what-verdict"):
        found.setdefault(item.id.split("/")[2], set()).add(item.model)
    assert min(len(verdicts) for verdicts in found.values()) >= 4


@given(st.text(max_size=200), st.integers(0, 10_000))
def test_any_answer_to_any_item_is_judged_the_same_each_time(
    items: tuple[Item, ...], answer: str, at: int
) -> None:
    item = items[at % len(items)]
    assert item.judge(answer) == item.judge(answer)
    assert item.judge(answer).reasons
