"""Phrases of a lexicon are found in a line's words, the longest first."""

from __future__ import annotations

from cuebook.understanding.line import tokens
from cuebook.understanding.symbols import Symbol, Symbols

WORDS = Symbols(
    [("at least", "bound", "low"), ("at", "place", None), ("least", "amount", 0), ("at", "again", None)]
)


def test_the_longest_phrase_wins() -> None:
    assert WORDS.at(tokens("AT  Least five"), 0) == Symbol("bound", "low", 0, 9, 2)


def test_of_two_alike_the_first_counts() -> None:
    found = WORDS.at(tokens("at home"), 0)
    assert found is not None
    assert found.kind == "place"


def test_a_phrase_cut_short_by_the_end_is_not_found() -> None:
    assert Symbols([("per year", "per", "year")]).at(tokens("paid per"), 1) is None


def test_one_word_is_looked_up_whole() -> None:
    assert WORDS.get("least") == ("amount", 0)
    assert WORDS.get("leas") is None
