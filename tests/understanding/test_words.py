"""A line's words as phrases see them, and where each was typed."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.words import Words, known, one_slip, sentences, words


def spoken(text: str) -> Words:
    return words(Line(text, "en", date(2026, 11, 21)))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I don't know.", "i do not know ."),
        ("I\u2019m busy", "i am busy ."),
        ("dont call", "do not call ."),
        ("Uh, no, um, thanks", "no thanks ."),
        ("I, I think so", "i think so ."),
        ("do you, do you lease", "do you lease ."),
        ("in-house", "in house ."),
        ("What?! Really?", "what ? really ?"),
        ("well... no", "well no ."),
        ("Yes. No.", "yes . no ."),
        ("Mr. Moe left. He did", "mr moe left . he did ."),
        ("3.5 percent", "3 5 percent ."),
        ("my wife's car", "my wife 's car ."),
        ("expensve", "expensive ."),
        ("", ""),
    ],
)
def test_words_are_written_out(typed: str, read: str) -> None:
    assert " ".join(spoken(typed).words) == read


def test_every_word_keeps_the_place_where_it_was_typed() -> None:
    text = "Uh, I don't know"
    line = spoken(text)
    places = [text[begin:end] for begin, end in line.spans]
    assert list(zip(line.words, places, strict=True)) == [
        ("i", "I"),
        ("do", "don't"),
        ("not", "don't"),
        ("know", "know"),
        (".", ""),
    ]
    assert line.at(2, 3) == (6, 16)


def test_a_word_that_the_lexicon_knows_is_not_mended() -> None:
    assert known("budget", "en")
    assert spoken("the bridge").words[1] == "bridge"


@pytest.mark.parametrize("typed", ["buget", "budgett", "bugdet", "budjet"])
def test_one_slip_is_forgiven(typed: str) -> None:
    assert one_slip("budget", typed)


@pytest.mark.parametrize("typed", ["budget", "bugt", "nudget", "tegdub", ""])
def test_two_slips_or_another_first_letter_are_not(typed: str) -> None:
    assert not one_slip("budget", typed)


def test_sentences_keep_their_end_marks() -> None:
    assert [one.words for one in sentences(spoken("Fine. And you? Well"))] == [
        ("fine", "."),
        ("and", "you", "?"),
        ("well", "."),
    ]
