"""Standings, levels and the verdict, with the criterion and the words that decided it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cuebook import paths
from cuebook.conversation.script import Script
from cuebook.dialogue.model import Dialogues
from cuebook.qualification.judge import judge
from cuebook.qualification.ledger import Evidence, Ledger
from cuebook.qualification.status import Standing, Status
from cuebook.understanding.reading import Person, Time

TODAY = date(2026, 11, 21)
FRAMEWORKS = sorted(file.stem for file in (paths.shipped() / "frameworks").glob("*.yaml"))
StatusOf = Callable[..., Status]
"""From a ledger to its status."""

FACETS = {"need": "need", "authority": "authority", "budget": "money", "timeline": "timing"}


def marked(**standings: Standing) -> Ledger:
    held = Ledger()
    for turn, (criterion, standing) in enumerate(standings.items(), 1):
        held = held.mark(FACETS[criterion], standing, turn)
    return held


def heard(facet: str, proves: Standing, quote: str, on: date | None = None) -> Ledger:
    return Ledger().file([Evidence(facet, proves, quote, 1, on)])


def _under(dialogues: Dialogues, name: str, held: Ledger) -> Status:
    product = dialogues.products["copier-leasing"]
    return judge(dialogues.flows[name], held, product=product, today=TODAY)


@pytest.fixture
def status_of(script: Script) -> StatusOf:
    def of(held: Ledger, *, blocked: bool = False) -> Status:
        return judge(script.flow, held, product=script.product, today=TODAY, blocked=blocked)

    return of


@pytest.mark.parametrize(
    ("standings", "verdict", "decided_by"),
    [
        ({}, "incomplete", None),
        ({"need": "confirmed", "authority": "confirmed"}, "incomplete", None),
        # Ready to buy where at least three of the four hold (Q23).
        ({"need": "confirmed", "authority": "confirmed", "budget": "confirmed"}, "qualified", "budget"),
        ({"budget": "confirmed", "need": "confirmed", "timeline": "confirmed", "authority": "negative"},
         "qualified", "timeline"),
        # Fits, is not ready (Q21).
        ({"need": "confirmed", "budget": "negative", "timeline": "negative"}, "nurture", "timeline"),
        ({"need": "partial", "budget": "declined", "timeline": "negative"}, "nurture", "timeline"),
        # Nothing to solve (Q10).
        ({"need": "negative", "budget": "negative"}, "disqualified", "need"),
        # Refused everything: set aside (Q16).
        ({"need": "declined", "authority": "declined", "budget": "declined", "timeline": "declined"},
         "disqualified", "timeline"),
        # What does not apply is not held against them.
        ({"need": "confirmed", "authority": "confirmed", "budget": "not_applicable", "timeline": "not_applicable"},
         "qualified", "authority"),
    ],
)  # fmt: skip
def test_bant_by_its_own_rule(
    status_of: StatusOf, standings: dict[str, Standing], verdict: str, decided_by: str | None
) -> None:
    status = status_of(marked(**standings))
    assert (status.verdict, status.decision.decided_by) == (verdict, decided_by)


def test_somebody_else_decides_and_we_know_who(status_of: StatusOf) -> None:
    held = heard("authority", "negative", "Per signs").meet([Person("Per", None, True, (0, 3))], "Per signs", 1)
    decision = status_of(held).decision
    assert (decision.verdict, decision.decided_by, decision.because) == ("rerouted", "authority", "Per signs")


def test_not_deciding_without_a_name_reroutes_nobody(status_of: StatusOf) -> None:
    assert status_of(heard("authority", "negative", "not me")).verdict == "incomplete"


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_not_deciding_alone_disqualifies_nobody_under_any_framework(dialogues: Dialogues, name: str) -> None:
    held = heard("authority", "negative", "I don't decide")
    for need in ("unknown", "confirmed"):
        with_need = held if need == "unknown" else held.mark("need", need, 2)
        assert _under(dialogues, name, with_need).verdict == "incomplete"


def test_what_else_is_wrong_counts_though_nobody_who_decides_was_named(dialogues: Dialogues) -> None:
    held = heard("authority", "negative", "I don't decide").mark("need", "negative", 2)
    decision = _under(dialogues, "anum", held).decision
    assert (decision.verdict, decision.decided_by) == ("disqualified", "need")


@pytest.mark.parametrize("name", ["gpct", "gpctba-ci"])
def test_who_cannot_tell_the_goals_fails_the_stakeholder_level_though_the_opportunity_passed(
    dialogues: Dialogues, name: str
) -> None:
    held = heard("goals", "negative", "no idea").mark("need", "confirmed", 2).mark("profile", "confirmed", 0)
    status = _under(dialogues, name, held)
    assert status.levels == {"organisation": "confirmed", "opportunity": "confirmed", "stakeholder": "negative"}
    assert status.verdict != "qualified"


def test_who_cannot_tell_the_goals_is_not_given_up_before_the_need_is_known(dialogues: Dialogues) -> None:
    held = heard("goals", "negative", "no idea")
    assert _under(dialogues, "gpct", held).verdict == "incomplete"
    decision = _under(dialogues, "gpct", held.mark("need", "confirmed", 2)).decision
    assert (decision.verdict, decision.decided_by, decision.because) == ("nurture", "goals", "no idea")
    assert _under(dialogues, "gpct", held.mark("need", "negative", 2)).verdict == "disqualified"


def test_a_running_contract_asks_for_a_call_three_months_before_its_end(status_of: StatusOf) -> None:
    held = Ledger().bind("until the end of June", 1, Time(None, date(2027, 6, 30), "month", (0, 1)))
    decision = status_of(held).decision
    assert (decision.verdict, decision.on, decision.because) == (
        "callback",
        date(2027, 3, 30),
        "until the end of June",
    )


def test_a_contract_that_ends_soon_binds_nobody(status_of: StatusOf) -> None:
    held = Ledger().bind("until January", 1, Time(None, date(2027, 1, 31), "month", (0, 1)))
    assert status_of(held).verdict == "incomplete"


def test_who_buys_next_year_is_lost_with_the_date(status_of: StatusOf) -> None:
    decision = status_of(heard("timing", "negative", "not before next year", date(2027, 1, 1))).decision
    assert (decision.verdict, decision.decided_by, decision.on) == ("lost", "timeline", date(2027, 1, 1))


def test_the_reps_mark_on_timing_overrides_the_lost_queue(status_of: StatusOf) -> None:
    held = heard("timing", "negative", "not before next year", date(2027, 1, 1))
    assert status_of(held.mark("timing", "confirmed", 2)).verdict == "incomplete"


def test_what_stands_in_the_way_comes_before_the_sum(status_of: StatusOf) -> None:
    held = marked(need="confirmed", authority="confirmed", budget="confirmed")
    held = held.bind("leased until 2028", 4, Time(None, date(2028, 12, 31), "year", (0, 1)))
    assert status_of(held).verdict == "callback"


def test_do_not_call_is_the_last_word(status_of: StatusOf) -> None:
    held = marked(need="confirmed", authority="confirmed", budget="confirmed")
    assert status_of(held, blocked=True).verdict == "do_not_call"


def test_a_level_fails_by_one_negative_and_holds_by_one_confirmed(status_of: StatusOf) -> None:
    levels = status_of(marked(need="confirmed", timeline="negative", budget="confirmed")).levels
    assert levels == {"organisation": "unknown", "opportunity": "negative", "stakeholder": "confirmed"}


def test_every_framework_is_called_by_its_title(dialogues: Dialogues) -> None:
    flows, product = dialogues.flows, dialogues.products["copier-leasing"]
    others = [flow for name, flow in flows.items() if name != "gpctba-ci"]
    status = judge(flows["gpctba-ci"], Ledger(), product=product, today=date(2026, 11, 21), others=others)
    assert status.title == "GPCTBA/C&I"
    assert {name: glance.title for name, glance in status.also.items()} == {
        flow.framework: flow.title for flow in others
    }
