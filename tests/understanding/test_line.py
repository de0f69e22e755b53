"""Folding keeps every character in its place, so that a span of the folded text is a span of the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.understanding.line import HALF_SPACE, LIMIT, Line, fold, spoken, tokens


@settings(deadline=None)
@given(st.text(st.characters()))
def test_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(deadline=None)
@given(st.text(st.characters()))
def test_tokens_stand_where_they_say_in_order_and_without_blanks(text: str) -> None:
    folded, end = fold(text), 0
    for token in tokens(text):
        assert spoken(folded[token.start : token.end]) == token.text
        assert not spoken(folded[end : token.start].replace(HALF_SPACE, "")).strip()
        end = token.end


def test_letters_that_grow_in_lower_case_keep_their_place() -> None:
    assert fold("İYİ 5K").endswith("5k")
    assert len(fold("İYİ 5K")) == 6


def test_quotes_dashes_blanks_and_digits_have_one_form() -> None:
    assert fold("It\u2019s 20\u201330\u00a0k, ۴۵ or ٤٥") == "it's 20-30 k, 45 or 45"


def test_words_digits_and_signs_are_cut_apart() -> None:
    assert [token.text for token in tokens("Don't pay 50k, 3rd!")] == [
        "don't",
        "pay",
        "50",
        "k",
        ",",
        "3",
        "rd",
        "!",
    ]


def test_persian_is_cut_at_half_spaces_and_read_without_vowel_marks_and_directions() -> None:
    typed = "\u200fهفتهٔ آینده،\u200c سی\u200cهزار بعداً ســـلام؟"
    assert [token.text for token in tokens(typed)] == ["هفته", "آینده", ",", "سی", "هزار", "بعدا", "سلام", "?"]


def test_only_the_beginning_of_a_pasted_page_is_read() -> None:
    line = Line("word " * 100_000, "en", date(2026, 11, 21))
    assert len(line.low) == LIMIT
    assert line.tokens[-1].end <= LIMIT
