"""Lexicons are data: loaded once, words only, and a language that is missing is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cuebook.errors import SurroundingsError, UsageError
from cuebook.understanding import languages, lexicon
from cuebook.understanding.line import Line


def test_english_is_known() -> None:
    assert "en" in languages.languages()


@pytest.mark.parametrize("language", languages.languages())
def test_every_language_has_numbers_money_and_times(language: str) -> None:
    assert {"numbers", "money", "times"} <= set(lexicon.load(language, "values"))


def test_a_lexicon_is_loaded_once() -> None:
    assert lexicon.load("en", "values") is lexicon.load("en", "values")


@pytest.mark.parametrize("language", ["xx", "", "..", "en/../en"])
def test_an_unknown_language_is_refused_with_those_that_are_known(language: str) -> None:
    with pytest.raises(UsageError, match="en"):
        lexicon.load(language, "values")


@pytest.mark.parametrize("content", ["a: [", "", "- only\n- a list"])
def test_a_damaged_lexicon_says_which_file(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zz").mkdir()
    (tmp_path / "zz" / "values.yaml").write_text(content)
    monkeypatch.setattr(lexicon, "LEXICONS", tmp_path)
    monkeypatch.setattr(languages, "LEXICONS", tmp_path)
    with pytest.raises(SurroundingsError, match=r"values\.yaml"):
        lexicon.load("zz", "values")


def test_yes_and_no_are_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "yy").mkdir()
    (tmp_path / "yy" / "talk.yaml").write_text("stance: [yes, no, on, off]")
    monkeypatch.setattr(lexicon, "LEXICONS", tmp_path)
    monkeypatch.setattr(languages, "LEXICONS", tmp_path)
    assert lexicon.load("yy", "talk") == {"stance": ["yes", "no", "on", "off"]}


@pytest.fixture
def plain_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A language in which 'ł' and 'ę' are typed plain, but for one word."""
    (tmp_path / "ll").mkdir()
    (tmp_path / "ll" / "letters.yaml").write_text("plain: {ł: l, ę: e}\nkept: [łęk]", encoding="utf-8")
    (tmp_path / "ll" / "talk.yaml").write_text("stance: [złe, łęk, łęki]", encoding="utf-8")
    monkeypatch.setattr(lexicon, "LEXICONS", tmp_path)
    monkeypatch.setattr(languages, "LEXICONS", tmp_path)
    return "ll"


def test_letters_that_are_typed_plain_are_plain_in_lexicon_and_line(plain_letters: str) -> None:
    assert lexicon.load(plain_letters, "talk") == {"stance": ["zle", "łęk", "leki"]}
    line = Line("Złę łęk, ŁĘKI", plain_letters, date(2026, 11, 21))
    assert line.low == "zle łęk, leki"
    assert [token.text for token in line.tokens] == ["zle", "łęk", ",", "leki"]


def test_a_language_without_such_letters_keeps_all_its_marks() -> None:
    assert lexicon.alike("café", "en") == "café"
