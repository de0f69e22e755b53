"""Roles, names and ways of deciding as one word each."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.chunks import chunks
from cuebook.understanding.line import Line


def chunked(text: str) -> str:
    return " ".join(chunks(Line(text, "en", date(2026, 11, 21))).words)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("our head of IT", "our _title ."),
        ("the senior key account manager", "the _title ."),
        ("the board of directors", "the _body ."),
        ("my wife", "my _kin ."),
        ("in sales and marketing", "in _field ."),
        ("Per Olsen signs off", "_name _decides ."),
        ("he does not decide", "he _decides_not ."),
        ("it goes through purchasing", "it _goes_to _body ."),
        ("that is up to Maria", "_up_to _name ."),
        ("talk to Anna Berg, Jon Lie", "_ask _name _name ."),
        ("we use it", "we use it ."),
        ("we in IT", "we in _field ."),
        ("Monday in Oslo", "monday in oslo ."),
        ("write to anna@example.com", "write to anna example com ."),
    ],
)
def test_what_stands_as_one_word(text: str, read: str) -> None:
    assert chunked(text) == read


def test_a_chunk_keeps_its_place() -> None:
    text = "ask Per Olsen in finance"
    read = chunks(Line(text, "en", date(2026, 11, 21)))
    begin, end = read.spans[read.words.index("_name")]
    assert text[begin:end] == "Per Olsen"
