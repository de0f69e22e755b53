"""Words typed in the letters of another script are found by the words that a lexicon has."""

from __future__ import annotations

import pytest

from cuebook.understanding.transliterated import Transliterated

WAYS = {
    "of": "abcdefghijklmnopqrstuvwxyz46",
    "typed": {"ya": "я", **dict(zip("aqnmuskpo6", "аянмускпош", strict=True))},
    "alike": {"ъ": "а", "у": "а"},
}  # fmt: skip


@pytest.fixture
def script() -> Transliterated:
    return Transliterated(WAYS, ["няма", "съм", "му", "ма", "ok"], ["скъп", "каш"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nqma", "няма"), ("nyama", "няма"), ("sam", "съм"), ("sum", "съм"), ("mu", "му"), ("ma", "ма")],
)
def test_the_word_that_is_nearest_to_what_was_typed_is_meant(
    script: Transliterated, typed: str, meant: str
) -> None:
    assert script.meant(typed) == meant


def test_a_stem_is_found_and_its_ending_kept(script: Transliterated) -> None:
    assert script.meant("skapo") == "скъпо"
    assert script.meant("ka6a") == "каша"


@pytest.mark.parametrize("typed", ["ok", "няма", "nоkia", "pan", ""])
def test_what_the_lexicon_has_or_nothing_is_like_stays_as_it_is(script: Transliterated, typed: str) -> None:
    assert script.meant(typed) is None


def test_letters_can_be_rewritten_without_any_word(script: Transliterated) -> None:
    assert script.rewritten("panq") == "паня"
    assert script.rewritten("скъпo") == "скъпo"
