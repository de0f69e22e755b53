"""What improves from rehearsal to rehearsal, and what to practise next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cuebook.practice.progress import RECENT, change, progress
from cuebook.practice.scorecard import CHECKS, Check, CheckName


def card(**held: bool | None) -> list[Check]:
    return [Check(name, held.get(name)) for name in CHECKS]


def test_a_check_that_was_never_due_has_no_trend() -> None:
    assert progress([card(), card()]).trends == ()
    assert progress([]).next is None


def test_the_newest_five_occasions_are_compared_with_the_five_before() -> None:
    cards = [card(reason_given=True)] * 5 + [card()] * 3 + [card(reason_given=False)] * 5
    (trend,) = progress(cards).trends
    assert (trend.held, trend.of, trend.before, trend.course) == (5, 5, 0.0, "better")


def test_what_fails_most_often_comes_next_weighed_as_in_the_score() -> None:
    cards = [card(mostly_open=False, reason_given=False, no_pressure=True)] * 3
    assert progress(cards).next == "reason_given"
    assert progress([card(no_pressure=True)]).next is None


def test_a_check_is_compared_with_its_last_occasion() -> None:
    now = card(reason_given=True, no_pressure=False, decider_found=True, followed_up=None)
    earlier = [card(reason_given=None, no_pressure=True), card(reason_given=False, followed_up=False)]
    found = change(now, earlier)
    assert found.improved == ("reason_given",)
    assert found.slipped == ("no_pressure",)


MARKS = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in CHECKS})


@given(st.lists(MARKS, max_size=15))
def test_the_figures_always_fit_together(marks: list[dict[CheckName, bool | None]]) -> None:
    found = progress([[Check(name, holds) for name, holds in each.items()] for each in marks])
    for trend in found.trends:
        assert 0 <= trend.held <= trend.of <= RECENT
        assert trend.course == "new" or trend.of == RECENT
    failing = {trend.name for trend in found.trends if trend.held < trend.of}
    assert (found.next in failing) if failing else found.next is None
