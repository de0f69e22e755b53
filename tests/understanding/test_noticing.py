"""A line in another of the languages is noticed; a word or a name from one is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.understanding.languages import languages
from cuebook.understanding.line import Line
from cuebook.understanding.noticing import noticed
from cuebook.understanding.read import read

TODAY = date(2026, 11, 21)

SAID = {
    "en": ["we have that on the list, but not this year", "I do not think that is for us"],
    "nb": ["det er ikke noe vi har tenkt på", "nei, jeg vet ikke hvem som bestemmer her hos oss"],
    "sv": ["det är inte något vi har tänkt på", "nej, jag vet inte vem som bestämmer här hos oss"],
    "pl": ["nie wiem, czy to jest dla nas", "proszę zadzwonić po świętach, bo teraz nie mam czasu"],
    "bg": ["не знам дали това е за нас", "обадете се след празниците"],
    "fa": ["نمی‌دانم این به درد ما می‌خورد یا نه", "بعد از عید زنگ بزنید"],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in SAID.items() for text in texts])
def test_a_line_is_known_by_its_small_words_or_its_writing(language: str, text: str) -> None:
    assert noticed(Line(text, language, TODAY)) is None
    for other in set(SAID) - {language}:
        assert noticed(Line(text, other, TODAY)) == language


@pytest.mark.parametrize(
    "text",
    ["", "Nei.", "50 000", "Ja, maybe", "Jürgen Østby", "We met in Århus and in Łódź", "OK?", "Dyrektor Nowak",
     "да", "the Åland office is not ours", "Canon"],
)  # fmt: skip
def test_a_name_or_a_word_is_no_language(text: str) -> None:
    assert noticed(Line(text, "en", TODAY)) is None


def test_the_reading_says_so_and_its_json_stays_as_agreed() -> None:
    reading = read("det er ikke noe vi har tenkt på", "en", today=TODAY)
    assert reading.elsewhere == "nb"
    assert "elsewhere" not in reading.as_json()
    assert read("we have not thought of that", "en", today=TODAY).elsewhere is None


@given(st.text(max_size=200), st.sampled_from(sorted(SAID)))
def test_whatever_is_typed_gets_one_of_the_languages_or_none(text: str, language: str) -> None:
    found = noticed(Line(text, language, TODAY))
    assert found is None or (found in SAID and found != language)


def test_every_language_that_is_read_is_noticed() -> None:
    assert set(languages()) <= set(SAID)
