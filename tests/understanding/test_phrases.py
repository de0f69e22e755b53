"""The small language in which the lexicons write phrases."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding import approach, objections, people, questions, signs, stance, traits
from cuebook.understanding.languages import languages, taught
from cuebook.understanding.line import Line
from cuebook.understanding.phrases import Alternatives, Phrases
from cuebook.understanding.words import words

GROUPS = {"lead": "(well|so)", "tail": "(thanks|then)", "money": "(cash|money)\nsmall change"}


def found(phrase: str, text: str) -> list[str]:
    """The words of `text` that the phrase takes in."""
    spoken = words(Line(text, "en", date(2026, 11, 21)))
    return [text[one.span[0] : one.span[1]] for one in Phrases([(phrase, "it")], GROUPS).find(spoken)]


@pytest.mark.parametrize(
    ("phrase", "text", "quote"),
    [
        ("no budget", "we have no budget here", "no budget"),
        ("(no|little) budget", "little budget", "little budget"),
        ("no real? budget", "no budget", "no budget"),
        ("no real? budget", "no real budget", "no real budget"),
        ("no (real|big)? budget", "no big budget", "no big budget"),
        ("expens*", "it is expensive", "expensive"),
        ("no .. budget", "no travel budget", "no travel budget"),
        ("no ... budget", "no money in the budget", "no money in the budget"),
        ("no <money>", "no small change", "no small change"),
        ("^ busy $", "well, busy then", "busy"),
        ("^ busy", "Fine. Busy now", "Busy"),
        ("not (sure|certain that)", "not certain that it", "not certain that"),
        ("do not", "I don't", "don't"),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, quote: str) -> None:
    assert found(phrase, text) == [quote]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("no budget", "no big budget"),
        ("no .. budget", "no travel or food budget"),
        ("no ... budget", "No. A budget"),
        ("^ busy", "he is busy"),
        ("busy $", "busy people"),
        ("bud", "budget"),
        ("no <money>", "no coin"),
    ],
)
def test_a_phrase_is_not_found_elsewhere(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


def test_a_part_of_a_phrase_can_be_asked_for_by_name() -> None:
    text = "It is our cash"
    spoken = words(Line(text, "en", date(2026, 11, 21)))
    one = next(Phrases([("it is (our|my) {what: <money>} {more: at all}?", 1)], GROUPS).find(spoken))
    assert one.part(spoken, "what") == (10, 14)
    assert one.part(spoken, "more") is None
    assert one.part(spoken, "nothing of the kind") is None


def test_phrases_are_found_together_in_the_order_of_the_lexicon() -> None:
    spoken = words(Line("we have no budget, call later", "en", date(2026, 11, 21)))
    phrases = Phrases([("call later", "a"), ("no budget", "b"), ("no money", "c")], GROUPS)
    assert [one.means for one in phrases.find(spoken)] == ["a", "b"]


@pytest.mark.parametrize("phrase", ["no) budget", "(no budget", "no (big budget", "(a (b|c) d", "{it: no"])
def test_brackets_that_are_not_in_pairs_are_found_when_the_lexicon_is_built(phrase: str) -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        Phrases([("money", 1), (phrase, 2)], GROUPS)


@pytest.mark.parametrize("phrase", ["no ^ budget", "no <coins", "no? ? budget", "no ..... budget"])
def test_any_fault_is_found_when_the_phrases_are_taken_apart(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"unbalanced|begin a phrase"):
        Phrases([("money", 1), (phrase, 2)], GROUPS).take_apart()


@pytest.mark.parametrize("language", languages())
def test_every_phrase_of_the_lexicons_is_well_formed(language: str) -> None:
    for phrases in (
        objections._catalogue(language).phrases,
        signs._wording(language).phrases,
        stance._wording(language).phrases,
        traits._wording(language).phrases,
        people._wording(language).always,
        people._wording(language).as_answer,
        *(part for part in questions._wording(language) if isinstance(part, Phrases)),
    ):
        phrases.take_apart()
    if language in taught():
        for part in approach._wording(language):
            if isinstance(part, Phrases):
                part.take_apart()


def test_what_a_line_begins_with_may_be_led_in_several_times_over() -> None:
    assert found("^ busy $", "well, so, well, busy then, thanks") == ["busy"]


def test_alternatives_are_found_one_after_another() -> None:
    spoken = words(Line("no money and no budget", "en", date(2026, 11, 21)))
    assert list(Alternatives("no budget\nno money", GROUPS).find(spoken)) == [(0, 2), (3, 5)]
