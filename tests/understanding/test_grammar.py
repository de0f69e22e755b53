"""A phrase taken apart, and the steps that look for it among words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.grammar import Grammar, listed, taken_apart
from cuebook.understanding.steps import Parts

GROUPS = {"lead": "so", "tail": "(thanks|then)", "money": "(cash|money)\nsmall change"}
PIECES = st.lists(st.sampled_from(["no", "budget*", "(a|b c)", "(no|a (x|y)?)?", "..", "<money>", "{it: big}"]))
SAID = st.lists(st.sampled_from(["no", "big", "budget", "budgets", "a", "b", "c", "cash", "."]), max_size=12)


def stands(phrase: str, text: str, at: int = 0) -> int:
    """The number of the word after `phrase`, looked for at word `at`; -1 where it does not stand there."""
    grammar = Grammar(GROUPS)
    return grammar.steps(grammar.taken_apart(phrase).branches)((*text.split(), ""), at, {})


@pytest.mark.parametrize(
    ("phrase", "text", "stop"),
    [
        ("no budget", "no budget left", 2),
        ("(no|no more) budget", "no more budget", 3),
        ("(no more|no)", "no more", 2),
        ("(no|no more)", "no more", 1),
        ("(no)? budget", "budget", 1),
        ("no .. budget", "no budget budget", 2),
        ("no .... budget", "no a b c d e f budget", 8),
        ("a | b c", "b c", 2),
        ("expens* (item*)?", "expensive items", 2),
        ("no $", "no thanks then .", 1),
        ("no $", "no thanks thanks thanks thanks .", -1),
        ("no .. budget", "no . budget", -1),
    ],
)
def test_the_words_of_a_phrase_are_taken_in_order(phrase: str, text: str, stop: int) -> None:
    assert stands(phrase, text) == stop


def test_a_part_that_was_tried_in_vain_leaves_no_trace() -> None:
    parts: Parts = {}
    step = Grammar(GROUPS).steps(taken_apart("our ({who: boss})? .. decides").branches)
    assert step(("our", "boss", "decides", "."), 0, parts) == 3
    assert parts == {"who": (1, 2)}
    parts = {}
    assert step(("our", "boss", "never", "ever", "decides", "."), 0, parts) == -1
    assert parts == {}


def test_a_phrase_tells_which_words_it_needs() -> None:
    grammar = Grammar(GROUPS)
    assert grammar.needs(taken_apart("no (big)? budget").branches) == [{"no"}, {"budget"}]
    assert grammar.needs(taken_apart("(no|without any) <money>").branches) == [
        {"no", "without"},
        {"cash", "money", "small"},
    ]
    assert grammar.needs(taken_apart("(no)? .. $").branches) == []


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("no) budget", "unbalanced"),
        ("(no budget", "unbalanced"),
        ("{it: no", "unbalanced"),
        ("no ^ budget", "begin a phrase"),
        ("((((((((no))))))))", "nest"),
    ],
)
def test_a_fault_in_a_phrase_is_told(phrase: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        taken_apart(phrase)


def test_a_group_that_is_missing_or_holds_itself_is_told() -> None:
    with pytest.raises(ValueError, match="<coins> is missing"):
        Grammar(GROUPS).taken_apart("no <coins>?")
    with pytest.raises(ValueError, match="<a> holds itself"):
        Grammar({"a": "no <b>", "b": "(any <a>)?"}).taken_apart("<a>")


@given(PIECES, SAID)
def test_a_phrase_that_stands_has_the_words_that_it_needs(pieces: list[str], said: list[str]) -> None:
    grammar = Grammar(GROUPS)
    branches = taken_apart(" ".join(dict.fromkeys(pieces))).branches
    step, words = grammar.steps(branches), (*said, "")
    ends = [step(words, at, {}) for at in range(len(words))]
    assert all(end <= len(said) for end in ends)
    if max(ends) >= 0:
        for needs in grammar.needs(branches):
            assert any(
                word == need or (need[-1] == "*" and word.startswith(need[:-1])) for word in said for need in needs
            )


def test_a_list_is_a_yaml_list_or_a_line_each() -> None:
    assert listed(["a b", " c "]) == ["a b", "c"]
    assert listed("a b\n\n  c\n") == ["a b", "c"]
    assert listed(None) == []
