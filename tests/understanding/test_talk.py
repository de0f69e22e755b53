"""What always holds of the five readers of talk, whatever is typed: bounded, repeatable, inside the text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cuebook.errors import UsageError
from cuebook.understanding.line import Line
from cuebook.understanding.objections import objections
from cuebook.understanding.people import people
from cuebook.understanding.questions import form
from cuebook.understanding.read import prepare
from cuebook.understanding.reading import Span
from cuebook.understanding.signs import signs
from cuebook.understanding.stance import stance

DAY = date(2026, 11, 21)
WORDS = """I we you he not no never don't yes maybe budget decide decides boss Per Olsen our head of IT
finance need jams problem with contract call me later email send interested why how who is are
do what the a to and , . ? ! '
\u2019 - ... \u200c \u2026 \u00e9 \u0301 \U0001f44d \u0130 \u1e9e 50 % & don\u2019t who's in-house"""
TALK = st.lists(st.sampled_from([*WORDS.split(), "\n", "\ud800"]), max_size=40).map(" ".join)


def everything(text: str) -> tuple[object, ...]:
    line = Line(text, "en", DAY)
    return form(line), people(line), stance(line), objections(line), signs(line)


def spans(text: str) -> list[Span]:
    line = Line(text, "en", DAY)
    return [one.span for kind in (people(line), objections(line), signs(line)) for one in kind]


@settings(deadline=None)
@given(st.one_of(st.text(max_size=300), TALK))
@example("\u0130\u0130 no budget")
@example("")
@example("'")
@example("?")
def test_any_text_is_read_with_every_span_inside_it(text: str) -> None:
    assert all(0 <= begin < end <= len(text) for begin, end in spans(text))
    line = Line(text, "en", DAY)
    assert stance(line) in {None, "yes", "no", "uncertain", "declined"}
    assert form(line) in {None, "open", "short", "closed"}
    assert all(0 <= one.score <= 1 for one in objections(line))
    assert sum(person.speaker for person in people(line)) <= 1
    assert all(person.name != "" and person.role != "" for person in people(line))


@settings(deadline=None, max_examples=30)
@given(TALK)
def test_the_same_line_is_read_the_same_way(text: str) -> None:
    assert everything(text) == everything(text)


@settings(deadline=None, max_examples=50)
@given(TALK)
def test_capital_letters_change_neither_stance_nor_objection(text: str) -> None:
    assume(text.upper().lower() == text.lower() and len(text.lower()) == len(text))  # İ has no small letter
    shouted, quiet = Line(text.upper(), "en", DAY), Line(text.lower(), "en", DAY)
    assert stance(shouted) == stance(quiet)
    assert [one.id for one in objections(shouted)] == [one.id for one in objections(quiet)]


def test_reading_can_be_made_ready_in_a_quiet_moment() -> None:
    before = everything("no budget, ask my boss")
    prepare("en")
    assert everything("no budget, ask my boss") == before
    with pytest.raises(UsageError):
        prepare("xx")


@pytest.mark.parametrize(
    "piece",
    [
        "no budget and I do not ",
        "a",
        "?",
        "I have to have to talk to my my our the ",
        "senior senior manager of of the the it and ",
        "Per Olsen ",
        "why are you ",
        "not ",
        "'",
        "-",
        "\u0301",
    ],
)
def test_a_megabyte_is_read_in_bounded_time(piece: str) -> None:
    everything("warm")
    everything(piece * 10)  # each expression is compiled when it is first needed
    text = piece * (1_000_000 // len(piece))
    begin = time.perf_counter()
    everything(text)
    assert time.perf_counter() - begin < 2


def test_a_line_of_talk_takes_about_a_millisecond() -> None:
    lines = [
        "we waste hours on jams every week and the support is terrible",
        "I don't decide, Per Olsen in finance does",
        "no, I'm not interested, we already have a supplier",
        "why are you asking me this?",
    ]
    for text in lines:
        everything(text)
    begin = time.perf_counter()
    for number in range(25):
        for text in lines:
            everything(f"{text} {number}")
    assert (time.perf_counter() - begin) / 100 < 0.01  # ten times what it takes, for busy machines
