"""A persona on the phone: the facts in their words, and the verdict of how they really stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.conversation.script import Script
from cuebook.dialogue.personas import NAMES, Personas
from cuebook.errors import UsageError
from cuebook.practice.casting import cast_of, facts_of, on_a_day, truth_of

Scripts = Callable[..., Script]


@pytest.mark.parametrize(
    ("framework", "persona", "verdict"),
    [
        ("bant", "decision-maker", "qualified"),
        ("bant", "influencer", "rerouted"),
        ("bant", "saboteur", "rerouted"),
        ("bant", "gatekeeper", "rerouted"),
        ("bant", "user", "rerouted"),
        ("bant", "under-contract", "callback"),
        ("bant", "not-ready", "nurture"),
        ("bant", "next-year", "lost"),
        ("bant", "tyre-kicker", "disqualified"),
        ("bant", "no-budget-line", "incomplete"),
        ("faint", "no-budget-line", "qualified"),
        ("meddpicc", "perfect-fit", "qualified"),
    ],
)
def test_the_truth_about_a_persona_is_the_verdict_of_all_that_is_so(
    framework: str, persona: str, verdict: str, script: Scripts, personas: Personas, at: datetime
) -> None:
    played = script(framework)
    assert truth_of(played.flow, personas.personas[persona], played.product, at.date()).verdict == verdict


def test_who_does_not_fit_the_product_is_no_prospect_whatever_else_holds(
    script: Scripts, personas: Personas, at: datetime
) -> None:
    outside = replace(personas.personas["perfect-fit"], fits=False)
    assert truth_of(script().flow, outside, script().product, at.date()).verdict == "disqualified"


def test_who_has_the_means_can_spend_more_than_the_price_and_who_has_not_less(
    script: Scripts, personas: Personas, at: datetime
) -> None:
    def spends(name: str) -> str:
        words = personas.words["en"].personas[name]
        return facts_of(personas.personas[name], words, script(), at.date())["sum"]

    assert spends("perfect-fit") == "1,300 euros a month"
    assert spends("tyre-kicker") == "270 euros a month"


def test_every_name_that_words_may_ask_for_is_known(script: Scripts, personas: Personas, at: datetime) -> None:
    for name in personas.worded("en"):
        words = personas.words["en"].personas[name]
        assert set(facts_of(personas.personas[name], words, script(), at.date())) == set(NAMES)


def test_dates_are_counted_from_the_day_of_the_call(script: Scripts, personas: Personas, at: datetime) -> None:
    def fact(name: str, fact: str) -> str:
        words = personas.words["en"].personas[name]
        return facts_of(personas.personas[name], words, script(), at.date())[fact]

    assert fact("under-contract", "ends") == "31 January 2028"  # fourteen months on, and to the end of that month
    assert fact("hurried", "start") == "January 2027"
    assert fact("not-ready", "start") == ""


@given(seed=st.integers(0, 10_000), name=st.sampled_from(["under-contract", "next-year", "perfect-fit", "user"]))
def test_a_day_of_theirs_stays_within_its_bounds_and_they_who_they_are(
    seed: int, name: str, script: Scripts, personas: Personas, at: datetime
) -> None:
    usual, cast = personas.personas[name], cast_of(personas, name, script(), seed, at.date())
    persona, day = cast.persona, usual.day
    assert abs(persona.temper.patience - usual.temper.patience) <= day.patience
    assert abs(persona.temper.trust - usual.temper.trust) <= day.trust
    assert (persona.truth, persona.fits, persona.raises) == (usual.truth, usual.fits, usual.raises)
    for drawn, bounds in (
        (persona.spends, day.spends),
        (persona.starts_months, day.starts_months),
        (persona.contract_months, day.contract_months),
    ):
        assert bounds is None or (drawn is not None and bounds[0] <= drawn <= bounds[1])


@pytest.mark.parametrize("name", ["under-contract", "next-year", "perfect-fit", "not-ready"])
def test_on_no_day_are_they_worth_another_verdict(
    name: str, script: Scripts, personas: Personas, at: datetime
) -> None:
    played = script("meddpicc" if name == "perfect-fit" else "bant")
    usual = truth_of(played.flow, personas.personas[name], played.product, at.date()).verdict
    for share in (0.0, 0.5, 1.0):
        persona = on_a_day(personas.personas[name], 2 * share - 1, (share, share, share))
        assert truth_of(played.flow, persona, played.product, at.date()).verdict == usual


def test_another_seed_is_another_day(script: Scripts, personas: Personas, at: datetime) -> None:
    days = [cast_of(personas, "under-contract", script(), seed, at.date()) for seed in range(20)]
    for fact in ("ends", "sum"):
        assert len({cast.facts[fact] for cast in days}) > 5
    assert len({cast.luck for cast in days}) == len(days)
    assert len({cast.persona.temper.patience for cast in days}) > 5


def test_their_own_words_for_an_objection_take_the_place_of_the_catalogues(
    script: Scripts, personas: Personas, at: datetime
) -> None:
    cast = cast_of(personas, "under-contract", script(), 1, at.date())
    assert (
        cast.they_say["running_contract"]
        == personas.words["en"].personas["under-contract"].objects["running_contract"]
    )
    assert cast.they_say["send_email"] == script().words.objections["send_email"].they_say


def test_a_persona_that_is_not_there_is_told_with_the_nearest(
    script: Scripts, personas: Personas, at: datetime
) -> None:
    with pytest.raises(UsageError, match="no persona 'huried'") as error:
        cast_of(personas, "huried", script(), 1, at.date())
    assert "hurried" in (error.value.hint or "")
