"""What somebody says in their own manner is read as without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.reps import Rep, play


@pytest.mark.parametrize("product", ["copier-leasing", "education-savings"])
@pytest.mark.parametrize("name", ["gatekeeper", "influencer", "saboteur", "suspicious", "talkative", "user"])
def test_a_manner_of_speaking_changes_nothing_of_what_is_proved(
    name: str, product: str, on_the_phone: Callable[..., Rehearsal]
) -> None:
    for seed in range(4):
        played = play(on_the_phone(name, "gpctba-ci", product, seed=seed), Rep(), str(seed))
        truth = played.cast.persona
        for criterion in played.script.flow.criteria.values():
            facet = criterion.facet
            standing = played.turn.ledger.of(facet).standing().standing
            assert standing not in {"confirmed", "negative"} or standing == truth.stands(facet), (facet, seed)
