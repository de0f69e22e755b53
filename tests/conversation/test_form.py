"""What a lead wrote in a form is the first evidence (Q22)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import NOW

from cuebook.conversation.form import from_form
from cuebook.conversation.history import History
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script
from cuebook.dialogue.model import Condition

TODAY = NOW.date()


def opened(script: Script, *answers: tuple[str | None, str], **traits: str) -> Turn:
    known = from_form(script, answers, traits, TODAY)
    return History.start(replace(script, setup=replace(script.setup, known=known)), NOW).turn


@pytest.mark.parametrize(
    ("facet", "answer", "criterion", "standing"),
    [
        ("money", "2000 EUR a month", "budget", "confirmed"),
        ("money", "that depends on head office and on the quarter", "budget", "partial"),
        ("timing", "by the end of January", "timeline", "confirmed"),
        ("need", "our copiers jam every week", "need", "confirmed"),
        ("need", "two grey boxes in the hall, one of them from 2009", "need", "partial"),
        ("authority", "I decide that", "authority", "confirmed"),
        (None, "our copiers jam every week", "need", "confirmed"),
    ],
)
def test_an_answer_is_filed_as_if_it_had_been_said(
    script: Script, facet: str | None, answer: str, criterion: str, standing: str
) -> None:
    found = opened(script, (facet, answer)).status.criteria[criterion]
    assert (found.standing, found.quote, found.turn) == (standing, answer, 0)


def test_the_end_of_a_contract_is_not_asked_for_again(script: Script) -> None:
    turn = opened(script, ("contract", "it runs until the end of June 2027"))
    assert turn.status.verdict == "callback"
    assert turn.ledger.contract is not None


def test_a_column_of_the_list_is_held_against_the_buyer_profile(script: Script) -> None:
    product = replace(script.product, profile={"employees": Condition(least=20)})
    profiled = replace(script, product=product)
    assert opened(profiled, employees="1 200").ledger.of("profile").standing().standing == "confirmed"
    outside = opened(profiled, employees="3")
    assert outside.status.verdict == "disqualified"
    assert outside.ledger.of("profile").standing().quote == "employees: 3"
    assert opened(profiled, employees="a few").ledger.traits == {}  # nobody guesses
    assert opened(profiled, colour="blue").ledger.traits == {}


def test_answers_in_a_language_that_cannot_be_read_prove_nothing(script: Script) -> None:
    foreign = replace(script, setup=replace(script.setup, language="xx"))
    assert from_form(foreign, [("money", "50k")], {}, TODAY).told == {}
