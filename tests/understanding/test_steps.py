"""Steps over plain phrases find what the alternatives would find one by one, in their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.steps import PlainList, closed, of_word, stands

WORDS = st.sampled_from(["a", "ab", "b", "bc", "c"])
PHRASES = st.lists(
    st.lists(st.one_of(WORDS, st.sampled_from(["a*", "b*"])), min_size=1, max_size=3).map(" ".join), min_size=1
)


@pytest.mark.parametrize(
    ("phrases", "text", "stop"),
    [
        (["no", "little"], "little time", 1),
        (["no", "expens*"], "expensive", 1),
        (["no", "no more"], "no more", 1),
        (["no more", "no"], "no more", 2),
        (["bud*", "budget line"], "budget line", 1),
        (["budget line", "bud*"], "budget line", 2),
        (["big bud*"], "big budgets", 2),
        (["no", ""], "yes", 0),
        (["no more"], "no", -1),
    ],
)
def test_the_first_phrase_that_stands_counts(phrases: list[str], text: str, stop: int) -> None:
    assert PlainList(phrases).step(stands)((*text.split(), ""), 0, {}) == stop


@given(PHRASES, st.lists(WORDS, max_size=4), WORDS)
def test_a_list_finds_what_its_phrases_find_one_after_another(
    phrases: list[str], said: list[str], then: str
) -> None:
    words, after = (*said, ""), closed([of_word(then, stands)])

    def alone(phrase: str) -> int:
        step = after
        for word in reversed(phrase.split()):
            step = closed([of_word(word, step)])
        return step(words, 0, {})

    expected = next((end for phrase in phrases if (end := alone(phrase)) >= 0), -1)
    assert PlainList(phrases).step(after)(words, 0, {}) == expected
