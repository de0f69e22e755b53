"""Simulated calls on all cores: the same calls however many processes hold them."""

from __future__ import annotations

from cuebook import paths
from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.cores import CALLS
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.personas import load_personas
from cuebook.practice.reps import Rep
from cuebook.practice.simulating import simulate
from cuebook.simulations import simulations
from cuebook.walks import HELD_AT

PRODUCTS = ("copier-leasing", "shift-planning")


def test_the_calls_of_many_processes_are_those_of_one(dialogues: Dialogues) -> None:
    told: list[int] = []
    found = simulations([paths.shipped()], Setup(), PRODUCTS, Rep("closed"), CALLS, seed=4, told=told.append)
    assert [outcome.number for outcome in found] == list(range(CALLS))
    assert told[0] == 0
    assert sum(told) == CALLS
    scripts = [script_for(Setup(product=product), dialogues) for product in PRODUCTS]
    personas = load_personas([paths.shipped()])
    assert found == simulate(scripts, personas, Rep("closed"), range(CALLS), seed=4, at=HELD_AT)
