"""`cuebook read --jsonl`: one line of JSON in, one out, whatever comes in."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.understanding.protocol import answer

DAY = date(2026, 11, 21)
FIELDS = ["text", "language", "question", "amounts", "times", "people", "stance", "objections", "facets"]


def ask(**request: object) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(answer(json.dumps(request), DAY))
    return content


def test_a_reading_has_every_field_of_the_contract() -> None:
    assert list(ask(text="up to 50k a year by June", language="en")) == FIELDS


def test_values_are_written_as_the_contract_says() -> None:
    reading = ask(text="up to 50k EUR a year by June", language="en")
    assert reading["amounts"] == [
        {"low": None, "high": 50000.0, "currency": "EUR", "per": "year", "span": [0, 20]}
    ]
    assert reading["times"] == [{"start": None, "end": "2027-06-30", "grain": "month", "span": [21, 28]}]


def test_the_day_of_the_line_comes_before_the_clock() -> None:
    assert ask(text="tomorrow", today="2030-01-01")["times"][0]["start"] == "2030-01-02"
    assert ask(text="tomorrow", today=None)["times"][0]["start"] == "2026-11-22"


def test_what_is_asked_for_decides_about_a_bare_number() -> None:
    assert ask(text="45000")["amounts"] == []
    assert ask(text="45000", expecting="money")["amounts"][0]["low"] == 45_000


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "JSON"),
        ("hello", "JSON"),
        ("[1]", "object"),
        ("null", "object"),
        ("{}", "text"),
        ('{"text": 5}', "text"),
        ('{"text": "a", "language": "x!"}', "x!"),
        ('{"text": "a", "language": []}', "language"),
        ('{"text": "a", "today": "soon"}', "today"),
        ('{"text": "a", "expecting": 1}', "expecting"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_line_that_is_no_request_is_answered_by_an_error(line: str, says: str) -> None:
    content = json.loads(answer(line, DAY))
    assert list(content) == ["error"]
    assert says in content["error"]


@settings(deadline=None)
@given(st.text(st.characters()))
def test_any_text_comes_back_on_one_line(text: str) -> None:
    out = answer(json.dumps({"text": text}), DAY)
    assert len(out.splitlines()) == 1
    assert json.loads(out)["text"] == text


def test_a_line_in_a_language_without_a_lexicon_is_kept_as_said() -> None:
    content = json.loads(answer('{"text": "about 50k", "language": "xx"}', DAY))
    assert (content["text"], content["language"], content["amounts"]) == ("about 50k", "xx", [])
