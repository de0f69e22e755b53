"""Letters typed without their marks are understood where no other word is written so."""

from __future__ import annotations

import pytest

from cuebook.understanding import plain
from cuebook.understanding.line import tokens
from cuebook.understanding.plain import Marked
from cuebook.understanding.symbols import Symbols

WAYS = (
    {ord("å"): "aa", ord("ø"): "oe", ord("ł"): "l"},
    {ord("å"): "a", ord("ø"): "o", ord("ł"): "l"},
)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Marked:
    monkeypatch.setattr(plain, "ways", lambda _language: WAYS)
    return Marked("xx", ["måned", "før", "mål", "dołączyłøå"], ["påmeld", "prøv"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("maned", "måned"), ("maaned", "måned"), ("for", "før"), ("foer", "før"), ("dolączyloa", "dołączyłøå")],
)
def test_a_word_is_found_without_all_or_some_of_its_marks(marked: Marked, typed: str, meant: str) -> None:
    assert marked.restored(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("pameldingen", "påmeldingen"), ("proever", "prøver")])
def test_a_word_is_found_by_how_it_begins(marked: Marked, typed: str, meant: str) -> None:
    assert marked.restored(typed) == meant


def test_other_words_are_left_alone(marked: Marked) -> None:
    assert marked.restored("manen") is None


def test_english_has_no_letters_to_restore() -> None:
    assert plain.ways("en") == ()
    assert Marked("en", ["naïve"], []).restored("naive") is None


def test_a_phrase_without_marks_counts_where_no_other_is_written_so() -> None:
    symbols = Symbols([("før", "before", 1), ("for", "small", 2), ("på lørdag", "day", 3)], WAYS)
    assert symbols.get("for") == ("small", 2)
    assert symbols.get("foer") == ("before", 1)
    found = symbols.at(tokens("paa loerdag"), 0)
    assert found is not None
    assert (found.kind, found.stop) == ("day", 2)
