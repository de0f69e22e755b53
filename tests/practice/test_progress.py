"""What improves from rehearsal to rehearsal and from sparring to sparring, and what to practise next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from cuebook.practice.progress import SPAN, Marks, change, progress, sparred
from cuebook.practice.scorecard import CHECKS, Check, CheckName


def card(**held: bool | None) -> list[Check]:
    return [Check(name, held.get(name)) for name in CHECKS]


def test_a_check_that_was_never_due_has_no_trend() -> None:
    assert progress([card(), card()]).trends == ()
    assert progress([]).next is None


def test_the_newest_five_occasions_are_compared_with_the_five_before() -> None:
    cards = [card(reason_given=True)] * 5 + [card()] * 3 + [card(reason_given=False)] * 9
    trend = progress(cards).trend("reason_given")
    assert trend is not None
    assert (trend.marks.held, trend.marks.of, trend.marks.lately, trend.marks.course) == (5, 10, (5, 5), "better")
    assert progress(cards).trend("no_pressure") is None


def test_what_fails_most_often_comes_first_and_next_weighed_as_in_the_score() -> None:
    found = progress([card(mostly_open=False, reason_given=False, no_pressure=True)] * 3)
    assert [trend.name for trend in found.trends] == ["reason_given", "mostly_open", "no_pressure"]
    assert found.next is found.trends[0]
    assert progress([card(no_pressure=True)]).next is None


def test_what_failed_long_ago_and_holds_now_need_not_be_practised() -> None:
    assert progress([card(no_pressure=True)] * 5 + [card(no_pressure=False)] * 5).next is None


def test_a_check_is_compared_with_its_last_occasion() -> None:
    now = card(reason_given=True, no_pressure=False, decider_found=True, followed_up=None)
    earlier = [card(reason_given=None, no_pressure=True), card(reason_given=False, followed_up=False)]
    found = change(now, earlier)
    assert found.improved == ("reason_given",)
    assert found.slipped == ("no_pressure",)


@dataclass(frozen=True)
class Answer:
    """As much of an answer as is counted."""

    objection: str
    settled: bool = True
    seconds: float = 5.0
    holds: Mapping[str, bool] = field(default_factory=dict)
    help: str = "nothing"


def test_an_objection_has_the_times_of_the_answers_that_settled_it() -> None:
    answers = [
        Answer("no_time", seconds=9.0),
        Answer("no_time", settled=False, seconds=1.0, holds={"acknowledge": True, "ask": False}),
        Answer("no_time", seconds=4.0),
        Answer("no_time", seconds=30.0),
    ]
    (met,) = sparred(answers).met
    assert (met.marks.held, met.marks.of) == (3, 4)
    assert (met.quickest, met.usual, met.lacks) == (4.0, 9.0, "ask")


def test_what_was_never_settled_has_no_time_and_comes_next() -> None:
    found = sparred([Answer("no_time"), Answer("trust", settled=False), Answer("price")])
    assert found.next is not None
    assert (found.next.objection, found.next.quickest, found.next.usual) == ("trust", None, None)


def test_of_several_that_fail_as_often_the_one_not_met_for_longest_comes_next() -> None:
    found = sparred([Answer("no_time", settled=False), Answer("trust", settled=False), Answer("price")])
    assert found.next is not None
    assert found.next.objection == "trust"
    assert sparred([Answer("price")]).next is None


def test_what_is_read_from_the_script_is_told_and_not_counted() -> None:
    found = sparred([Answer("no_time", help="script"), Answer("no_time", settled=False, help="hints")])
    assert found.read_out == 1
    assert (found.met[0].marks.held, found.met[0].marks.of) == (0, 1)


HOLDS = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in CHECKS})


@given(st.lists(HOLDS, max_size=15))
def test_the_figures_always_fit_together(marks: list[dict[CheckName, bool | None]]) -> None:
    found = progress([[Check(name, holds) for name, holds in each.items()] for each in marks])
    for trend in found.trends:
        assert 0 <= trend.marks.held <= trend.marks.of <= SPAN
    failing = {trend.name for trend in found.trends if trend.marks.share < 1}
    assert (found.next is not None and found.next.name in failing) if failing else found.next is None


@given(st.lists(st.booleans(), min_size=1, max_size=SPAN))
def test_whatever_the_marks_lately_is_part_of_them(newest: list[bool]) -> None:
    marks = Marks(tuple(newest))
    held, of = marks.lately
    assert 0 <= held <= of <= marks.of
    assert held <= marks.held
    assert (marks.course == "new") == (marks.of <= 5)


@given(st.lists(st.builds(Answer, st.sampled_from("abc"), st.booleans(), st.floats(0, 100)), max_size=40))
def test_every_objection_that_was_met_is_counted_once(answers: list[Answer]) -> None:
    found = sparred(answers)
    assert sorted(met.objection for met in found.met) == sorted({answer.objection for answer in answers})
    for met in found.met:
        assert (met.quickest is None) == (met.usual is None) == (met.marks.held == 0)
