"""What a line must hold for a phrase to be in it, told without taking the phrase apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.glance import keys
from cuebook.understanding.grammar import Grammar

GROUPS = {"money": "(cash|money)\nsmall change"}
PIECES = st.lists(
    st.sampled_from(
        [
            "no",
            "really",
            "budget*",
            "(a|b c)",
            "(no|a (x|y)?)?",
            "(a (b|c) d|e)",
            "..",
            "<money>",
            "{it: big}",
            "|",
        ]
    ),
    max_size=6,
)
SAID = st.lists(st.sampled_from(["no", "really", "big", "budget", "a", "b", "c", "d", "e", "cash"]), max_size=8)


@pytest.mark.parametrize(
    ("phrase", "needed"),
    [
        ("no budget", ["budget"]),
        ("no bud*", ["bud*"]),
        ("we (expect|foresee) it", ["expect", "foresee"]),
        ("we (are sure|foresee) it", ["sure", "foresee"]),
        ("so (expected)? it", ["so"]),
        ("(thus (foreseen|unseen)) it", ["it"]),
        ("{who: director} it", ["it"]),
        ("^ certainly $", ["certainly"]),
        ("expected? it", ["it"]),
    ],
)
def test_the_rarest_words_that_can_be_seen_are_told(phrase: str, needed: list[str]) -> None:
    assert keys(phrase) == needed


@pytest.mark.parametrize(
    "phrase", ["(no)? ..", "<money>", "no | budget", "no) budget", "(no budget", "(a|) $", ""]
)
def test_what_takes_a_closer_look_tells_none(phrase: str) -> None:
    assert keys(phrase) == []


@given(PIECES, SAID)
def test_a_line_that_a_phrase_is_in_holds_one_of_its_keys(pieces: list[str], said: list[str]) -> None:
    grammar, phrase = Grammar(GROUPS), " ".join(pieces)
    step, words = grammar.steps(grammar.taken_apart(phrase).branches), (*said, "")
    needed = keys(phrase)
    if needed and any(step(words, at, {}) >= 0 for at in range(len(words))):
        assert any(
            word == key or (key[-1] == "*" and word.startswith(key[:-1])) for word in said for key in needed
        )
