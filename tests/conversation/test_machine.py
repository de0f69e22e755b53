"""The machine: shared between calls, no dead end, do-not-call one step from everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.conversation.guards import GUARDS, Facts
from cuebook.conversation.machine import TERMINAL, advance, machine_of, stages_of, ways
from cuebook.conversation.script import Script
from cuebook.dialogue.model import DETOURS, Flow
from cuebook.errors import MoveError


def all_facts(flow: Flow) -> st.SearchStrategy[Facts]:
    some = st.frozensets(st.sampled_from(tuple(flow.criteria)))
    yes_or_no = st.booleans()
    return st.builds(
        Facts,
        open=some,
        visited=st.frozensets(st.sampled_from(stages_of(flow))),
        stays=yes_or_no,
        **dict.fromkeys(GUARDS, yes_or_no),
    )


def live(flow: Flow) -> Iterable[str]:
    return [stage for stage in stages_of(flow) if stage not in TERMINAL]


def with_guard(guard: str) -> Facts:
    holds: dict[str, Any] = {guard: True}
    return Facts(**holds)


def test_one_machine_serves_all_calls_and_holds_none(script: Script) -> None:
    assert machine_of(script.flow) is machine_of(script.flow)
    advance(script.flow, "opening", "next", Facts(open=frozenset(script.flow.criteria)))
    assert machine_of(script.flow).models == []


def test_do_not_call_is_one_step_from_every_stage_and_nothing_leads_back(script: Script) -> None:
    for stage in stages_of(script.flow):
        if stage != "do_not_call":
            assert advance(script.flow, stage, "do_not_call", Facts()).leads_to == "do_not_call"
    assert not [way for way in ways(script.flow) if way.source == "do_not_call"]


@given(data=st.data())
def test_no_stage_is_a_dead_end_whatever_is_known(script: Script, data: st.DataObject) -> None:
    flow = script.flow
    facts = data.draw(all_facts(flow))
    for stage in live(flow):
        assert advance(flow, stage, "end", facts).leads_to == "closed"
        assert advance(flow, stage, "answer", facts).leads_to in stages_of(flow)
        assert advance(flow, stage, "aside", facts).leads_to in stages_of(flow)
        for target in set(live(flow)) - ({"opening"} if stage == "opening" else set()):
            assert advance(flow, stage, f"go_{target}", facts).leads_to == target


@given(data=st.data())
def test_next_always_comes_to_the_closing(script: Script, data: st.DataObject) -> None:
    """From anywhere, going on long enough ends in the closing: no circle holds the rep."""
    flow = script.flow
    facts = data.draw(all_facts(flow))
    stage = data.draw(st.sampled_from(tuple(live(flow))))
    seen: set[str] = set(facts.visited)
    for _ in range(2 * len(stages_of(flow))):
        if stage == "closing":
            return
        seen.add(stage)
        stage = advance(flow, stage, "next", Facts(open=facts.open, visited=frozenset(seen))).leads_to
    pytest.fail(f"still at {stage}")


def test_next_goes_through_the_criteria_in_asking_order(script: Script) -> None:
    every = frozenset(script.flow.criteria)
    path, stage, seen = [], "opening", {"opening"}
    while stage != "closing":
        stage = advance(script.flow, stage, "next", Facts(open=every, visited=frozenset(seen))).leads_to
        path.append(stage)
        seen.add(stage)
    assert path == [*script.flow.criteria, "closing"]


def test_a_settled_criterion_is_passed_over(script: Script) -> None:
    assert advance(script.flow, "need", "next", Facts(open=frozenset({"budget"}))).leads_to == "budget"


def test_a_criterion_that_was_jumped_over_is_still_asked(script: Script) -> None:
    facts = Facts(open=frozenset({"need"}), visited=frozenset({"opening", "timeline"}))
    assert advance(script.flow, "timeline", "answer", facts).leads_to == "need"


@pytest.mark.parametrize(
    ("facts", "stage"),
    [
        (Facts(not_the_decider=True), "reroute"),
        (Facts(running_contract=True), "contract"),
        (Facts(locked_in=True, offers_review=True), "review"),
        (Facts(locked_in=True, offers_review=False), "closing"),
    ],
)
def test_a_detour_is_taken_as_soon_as_it_is_due(script: Script, facts: Facts, stage: str) -> None:
    assert advance(script.flow, "need", "answer", facts).leads_to == stage


def test_a_detour_is_taken_once(script: Script) -> None:
    facts = Facts(not_the_decider=True, visited=frozenset({"reroute"}), open=frozenset({"budget"}))
    assert advance(script.flow, "need", "answer", facts).leads_to == "budget"


def test_an_objection_moves_nothing_unless_it_is_an_opt_out(script: Script) -> None:
    for stage, guard in product(live(script.flow), GUARDS):
        assert advance(script.flow, stage, "object", with_guard(guard)).leads_to == stage
        assert advance(script.flow, stage, "object", Facts(opts_out=True)).leads_to == "do_not_call"


def test_after_the_closing_comes_nothing(script: Script) -> None:
    with pytest.raises(MoveError, match="nothing after the closing"):
        advance(script.flow, "closing", "next", Facts())


def test_every_detour_can_be_reached_and_left(script: Script) -> None:
    known = list(ways(script.flow))
    for detour in DETOURS:
        assert any(way.dest == detour and way.event in ("answer", f"go_{detour}") for way in known)
        assert any(way.source == detour and way.event == "next" for way in known)
