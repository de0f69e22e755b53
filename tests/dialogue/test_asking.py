"""What makes a good question: one idea, short."""

from __future__ import annotations

import pytest

from cuebook.dialogue.asking import count_words, doubled, gap, sentences


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How do you buy, and how does that feel to you?", "en"),
        ("What happens when it fails, and who takes care of it then?", "en"),
        ("What does it cost you or what would it cost to change?", "en"),
        ("When does it end, and with whom would I talk about it?", "en"),
        ("What works? What does not?", "en"),
        ("Hva koster det i dag, og hvordan betaler dere for det?", "nb"),
        ("Vad kostar det idag, och hur betalar ni för det?", "sv"),
        ("Jak to dziś wygląda i kto się tym u was zajmuje?", "pl"),
        ("Как го правите днес и кой се грижи за него?", "bg"),  # noqa: RUF001 - Cyrillic letters, as they should be
        ("امروز چه هزینه‌ای دارد و چطور آن را پرداخت می‌کنید؟", "fa"),
    ],
)
def test_two_questions_in_one_are_found(text: str, language: str) -> None:
    assert doubled(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What works, and what does not?", "en"),
        ("Who is affected, and how?", "en"),
        ("What number would you want to see, and by when?", "en"),
        ("How do you decide what to buy and what to leave alone for now?", "en"),
        ("How do research and sales work together on it?", "en"),
        ("Tell me how it works and who takes part in it all day.", "en"),
        ("So far so good. What else?", "en"),
        ("Hva fungerer, og hva fungerer ikke?", "nb"),
        ("Mitä se maksaa ja miten te maksatte sen?", "fi"),
    ],
)
def test_one_question_passes(text: str, language: str) -> None:
    assert doubled(text, language) is None


def test_sentences_end_at_their_signs() -> None:
    assert sentences("You said “no.” Really? چطور؟ Well…") == ("You said “no.”", "Really?", "چطور؟", "Well…")


def test_signs_alone_are_no_words() -> None:
    assert count_words("Well - what's 50 % of it?") == 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("How do you […] today?", "[…]"),
        ("How do you [ ] today?", "[ ]"),
        ("How do you [...] today?", "[...]"),
        ("How do you ___ today?", "___"),
        ("How do you … ?", "…"),
        ("امروز چگونه … ؟", "…"),
    ],
)
def test_a_gap_that_is_left_for_the_author_is_found(text: str, found: str) -> None:
    assert gap(text) == found


@pytest.mark.parametrize(
    "text", ["So you mean…?", "Well… what then?", "[pause] What else?", "snake_case __ or so?"]
)
def test_what_is_only_a_way_of_speaking_is_no_gap(text: str) -> None:
    assert gap(text) is None
