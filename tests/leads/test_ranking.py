"""The list of leads is in the order of who is worth the next call, and says why."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.leads.fitting import Fitting
from cuebook.leads.model import KINDS, Case, Kind, Lead
from cuebook.leads.ranking import rank

TODAY = date(2026, 11, 21)
ASKED = datetime(2026, 1, 1, tzinfo=UTC)


def case(name: str, *, kind: Kind = "unqualified", next_on: date | None = None, **held: object) -> Case:
    lead = Lead(id=name, name=name, phone="22334455", kind=kind, next_on=next_on)
    return Case(lead=lead, **held)  # type: ignore[arg-type]  # fields of Case, by name


def fitting(share: float) -> Fitting:
    return Fitting("copier-leasing", share, "fits Copier leasing: 40 people")


def order(*cases: Case, fits: dict[str, Fitting] | None = None) -> list[str]:
    return [one.case.lead.name for one in rank(cases, TODAY, fits)[0]]


def test_an_agreement_that_is_due_comes_first_then_who_asked_for_a_call_then_who_is_ready() -> None:
    cold, ready, asked = case("cold"), case("ready", kind="SQL"), case("asked", kind="CQL")
    due = case("due", next_on=TODAY, calls=1, disposition="callback")
    late = case("late", next_on=TODAY - timedelta(days=5), calls=1, disposition="callback")
    assert order(cold, ready, due, asked, late) == ["late", "due", "asked", "ready", "cold"]


def test_what_was_confirmed_and_what_fits_count() -> None:
    assert order(case("one", confirmed=1, of=4), case("three", confirmed=3, of=4)) == ["three", "one"]
    misfit = Fitting(None, 0.0, "not for Copier leasing: 2 people")
    assert order(case("small"), case("unknown"), fits={"small": misfit}) == ["unknown", "small"]
    assert order(case("half"), case("whole"), fits={"half": fitting(0.5), "whole": fitting(1.0)}) == [
        "whole",
        "half",
    ]


def test_each_says_why() -> None:
    (best,), _ = rank(
        [case("x", kind="MQL", next_on=TODAY - timedelta(days=3), confirmed=3, of=4, calls=2)], TODAY
    )
    assert best.reasons == ("due since 2026-11-18", "3 of 4 confirmed", "fits, was not ready")
    (suits,), _ = rank([case("x")], TODAY, {"x": fitting(1.0)})
    assert suits.reasons == ("fits Copier leasing: 40 people", "never called")
    (fresh,), _ = rank([Case(lead=Lead(name="y"))], TODAY)
    assert fresh.reasons == ("never called", "no telephone number")


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (Case(lead=Lead(name="x", kind="CQL", do_not_call_at=ASKED)), "asked not to be called"),
        (case("x", kind="SQL", disposition="do_not_call"), "asked not to be called"),
        (case("x", next_on=TODAY + timedelta(days=1)), "not before 2026-11-22"),
        (case("x", disposition="disqualified"), "not a fit"),
        (case("x", disposition="rerouted"), "somebody else decides"),
        (case("x", disposition="no_answer", called_on=TODAY), "called on 2026-11-21"),
    ],
)
def test_who_is_not_worth_a_call_is_told_apart_with_the_reason(one: Case, why: str) -> None:
    worth, rest = rank([one], TODAY)
    assert worth == ()
    assert [(kept.score, kept.reasons) for kept in rest] == [(None, (why,))]


def test_outside_the_buyer_profile_is_not_worth_a_call() -> None:
    assert order(case("x", kind="CQL"), fits={"x": Fitting(None, 0.0, "outside", outside=True)}) == []  # Q20


def test_an_open_call_is_taken_up_at_once() -> None:
    assert order(case("x", calls=1, called_on=TODAY, open=True)) == ["x"]


@given(
    st.lists(
        st.builds(
            Case,
            lead=st.builds(
                Lead,
                name=st.text(min_size=1),
                kind=st.sampled_from(KINDS),
                next_on=st.none() | st.dates(),
                do_not_call_at=st.none() | st.just(ASKED),
            ),
            confirmed=st.integers(0, 4),
            of=st.just(4),
            called_on=st.none() | st.dates(),
            disposition=st.sampled_from([None, "callback", "do_not_call", "qualified", "set_aside"]),
            open=st.booleans(),
        )
    )
)
def test_everybody_is_listed_once_with_a_reason_and_nobody_who_asked_is_worth_a_call(cases: list[Case]) -> None:
    worth, rest = rank(cases, TODAY)
    assert sorted(id(one.case) for one in (*worth, *rest)) == sorted(map(id, cases))
    assert all(one.reasons for one in (*worth, *rest) if one.case.calls == 0 or one.score is None)
    assert not any(one.case.lead.do_not_call_at for one in worth)
    assert [one.score for one in worth] == sorted((one.score for one in worth), reverse=True, key=lambda s: s or 0)
