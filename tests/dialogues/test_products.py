"""The sample products: whom each is for, by what is said on a call (Q6, Q8, Q19)."""

from __future__ import annotations

import pytest
from tests.conftest import NOW

from cuebook.conversation.moves import Go, Hear
from cuebook.conversation.record import Turn
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.session import Session


def told(dialogues: Dialogues, product: str, *lines: str) -> Turn:
    """The turn after the prospect, asked about the profile, said these lines."""
    session = Session.start(Setup(product=product), dialogues, lambda: NOW)
    session.take(Go("profile"))
    for line in lines:
        session.take(Hear(line))
    return session.turn


@pytest.mark.parametrize(
    ("product", "line", "standing"),
    [
        ("education-savings", "we have no children and aren't planning any", "negative"),
        ("education-savings", "we are hoping for a baby", "confirmed"),
        ("education-savings", "we have two kids", "confirmed"),
        ("income-insurance", "I'm 72 years old", "negative"),
        ("income-insurance", "I'm retired", "negative"),
        ("income-insurance", "I'm 38 years old", "partial"),
        ("shift-planning", "there are forty of us", "confirmed"),
        ("shift-planning", "there are three of us", "negative"),
    ],
)
def test_whom_a_product_is_for(dialogues: Dialogues, product: str, line: str, standing: str) -> None:
    turn = told(dialogues, product, line)
    assert turn.fits[product].standing == standing
    assert turn.ledger.of("profile").standing().standing == standing


def test_the_stock_questions_are_asked_until_all_are_answered(dialogues: Dialogues) -> None:
    answers = {
        "profile.age": "thirty-eight",
        "profile.children": "no kids",
        "profile.employment": "I work as a teacher",
    }
    session = Session.start(Setup(product="income-insurance"), dialogues, lambda: NOW)
    session.take(Go("profile"))
    while answers:
        cue = session.turn.cue
        assert cue is not None
        session.take(Hear(answers.pop(cue.question)))
    assert session.turn.fits["income-insurance"].standing == "confirmed"


def test_which_product_suits_them_best_is_known_from_one_line(dialogues: Dialogues) -> None:
    turn = told(dialogues, "income-insurance", "I'm 66 years old and I have two children")
    assert next(iter(turn.fits)) == "education-savings"
    assert turn.status.verdict == "disqualified"
