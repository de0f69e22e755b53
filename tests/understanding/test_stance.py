"""How a prospect answers: yes, no, perhaps, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.stance import stance


def taken(text: str, expecting: str | None = "need") -> str | None:
    return stance(Line(text, "en", date(2026, 11, 21), expecting))


def rows(block: str) -> list[str]:
    return [row.strip() for row in block.strip().splitlines()]


YES = """
    Yes
    yeah sure
    Yes, we do.
    We do
    We certainly have
    Absolutely
    Of course
    That's right
    exactly
    yep, go ahead
    Sounds good to me
    I think so
    Why not
    No problem
    Not bad at all
    I'd love to
    That would be great
    Okay then
    By all means
    sure, send it over
    I agree
    Uh-huh
    a little bit
    I am
    we have
    it does
    yes!!!
    yess
    Yes, about forty printers, maybe fifty if you count the small ones
    I wouldn't mind
    👍
    """

NO = """
    No
    nope
    No, thank you
    no no no
    Not really
    Not at all
    Absolutely not
    I don't think so
    We don't
    We haven't
    I'm afraid not
    Never
    Not yet
    we don't have any
    Nothing
    None of them
    I doubt it
    No, we don't use it any more
    Yes... I mean no
    Hardly ever
    That's not right
    I wouldn't say so
    noooo
    there isn't one
    we've never had that
    👎
    """

UNCERTAIN = """
    Maybe
    perhaps
    I'm not sure
    I'm not so sure about that
    I don't know
    no idea
    I have no idea
    I guess so
    I suppose
    It depends
    that depends on the price
    Could be
    It might be
    Hard to say
    Yes and no
    Who knows
    We haven't decided
    to some extent
    I'd have to check
    Yeah, I don't know
    No, I'm not sure
    not that I know of
    dunno
    It could work, possibly
    we're still thinking about it
    """

DECLINED = """
    I'd rather not say
    None of your business
    I can't tell you that
    I'm not going to answer that
    That's confidential
    We don't share that kind of information, we don't discuss it
    I prefer not to say
    I'm not allowed to tell you
    No comment
    Next question
    I won't go into that
    why should I tell you?
    No, I don't want to tell you that
    can we skip that one?
    """

NEITHER = """
    We print forty thousand pages a month
    The copiers are on the second floor
    Anna runs the office
    Who is this?
    How much is it?
    I am head of logistics
    our lease runs until March
    Is that a yes or a no?
    200 000 a year
    Canon
    The number of copies went up
    """


@pytest.mark.parametrize("text", rows(YES))
def test_a_yes(text: str) -> None:
    assert taken(text) == "yes"


@pytest.mark.parametrize("text", rows(NO))
def test_a_no(text: str) -> None:
    assert taken(text) == "no"


@pytest.mark.parametrize("text", rows(UNCERTAIN))
def test_a_perhaps(text: str) -> None:
    assert taken(text) == "uncertain"


@pytest.mark.parametrize("text", rows(DECLINED))
def test_a_refusal_to_say_is_not_a_no(text: str) -> None:
    assert taken(text) == "declined"


@pytest.mark.parametrize("text", rows(NEITHER))
def test_a_line_that_takes_no_stand(text: str) -> None:
    assert taken(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("We print forty thousand pages a month", "yes"),
        ("About two hundred", "yes"),
        ("Canon, most of the time", "yes"),
        ("Well, Anna runs the office", "no"),
        ("Um, well, that was years ago", "no"),
        ("Who is this?", None),
        ("send me an email", None),
        ("", None),
    ],
)
def test_where_nobody_knows_what_was_asked_a_statement_affirms_unless_it_turns_away(
    text: str, answer: str | None
) -> None:
    assert taken(text, expecting=None) == answer
    assert taken(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes but not really", "no"),
        ("sure, maybe", "uncertain"),
        ("no, maybe not", "uncertain"),
        ("maybe, but I'd rather not say", "declined"),
        ("Yes. The old one? No idea who has it.", "yes"),
    ],
)
def test_a_hedge_beats_a_no_and_a_no_beats_a_yes(text: str, answer: str) -> None:
    assert taken(text) == answer


@pytest.mark.parametrize(("typed", "answer"), [("yse", "yes"), ("yeh", "yes"), ("nopw", "no"), ("suer", "yes")])
def test_a_slip_of_the_hand_still_answers(typed: str, answer: str) -> None:
    assert taken(typed) == answer


def test_ordinary_short_words_are_no_slips() -> None:
    assert [taken(word) for word in ("you", "now", "our", "soon")] == [None] * 4
