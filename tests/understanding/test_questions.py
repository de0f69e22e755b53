"""The form of a question: open, short or closed (Q5 of the field notes on qualifying)."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.questions import form


def asked(text: str) -> str | None:
    return form(Line(text, "en", date(2026, 11, 21)))


def rows(block: str) -> list[str]:
    return [row.strip() for row in block.strip().splitlines()]


OPEN = """
    What works, and what does not?
    How are you handling copying today?
    How do you usually fund work like this?
    Why did you leave your last supplier?
    Walk me through the last time you bought something similar.
    Tell me about your team
    Could you tell me what happens when it breaks?
    Can you describe how a decision like this gets made?
    what made you take this call
    So, what would you change first?
    I was wondering how you go about it today
    What-what does it, uh, what does it cost you?
    How about the other offices?
    What kind of problems do you see?
    Do you know what happens when it jams?
    Anything else?
    In what way does it slow you down?
    Ida, what is it like today?
    You spoke of Erik, what does he think?
    When it jams, what do you do?
    """

SHORT = """
    Who decides?
    When does the contract end?
    Where is your office?
    Which supplier do you use?
    How many copies do you make?
    How much do you spend a month?
    how long have you had it
    How often does it break down?
    What time suits you?
    Since when have you had them?
    Who else would want a say?
    Okay Ida, who decides?
    You said it jams, how often?
    """

CLOSED = """
    Do you have a budget?
    Is it urgent?
    Are you the one who decides?
    Have you used it before?
    Would Tuesday suit you?
    You lease them, right?
    So you use Canon today?
    Can I call you next week?
    do you have a supplier today
    Is that okay with you?
    Don't you have a contract?
    That is a lot, isn't it?
    Ida, do you lease them?
    I told you what we need, okay?
    Could you send me the details?
    """

NONE = """
    We use Canon.
    I don't know
    What a day
    What we need is something faster
    When it breaks we call the repairman
    How nice of you
    That is what I said
    Yes
    I know who decides
    If it jams we wait
    Which is why we call you
    """


@pytest.mark.parametrize("text", rows(OPEN))
def test_an_open_question(text: str) -> None:
    assert asked(text) == "open"


@pytest.mark.parametrize("text", rows(SHORT))
def test_a_question_for_one_fact(text: str) -> None:
    assert asked(text) == "short"


@pytest.mark.parametrize("text", rows(CLOSED))
def test_a_question_for_yes_or_no(text: str) -> None:
    assert asked(text) == "closed"


@pytest.mark.parametrize("text", rows(NONE))
def test_a_statement_asks_nothing(text: str) -> None:
    assert asked(text) is None


def test_the_last_question_of_a_line_counts() -> None:
    assert asked("Do you lease them? How does that work?") == "open"
    assert asked("How does that work? Do you lease them?") == "closed"
    assert asked("When did it start? It was bad then.") == "short"
