"""When an item comes again: sooner what was missed, later what is known; the same cards give the same queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.cards import Card, Rating
from cuebook.practice.schedule import AGAIN, LOAD, NEW, is_due, progress, queue, rating_of, review, streak

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class One:
    id: str
    drill: str = "a"


def items(count: int, drill: str = "a") -> list[One]:
    return [One(f"{drill}{number:03}", drill) for number in range(count)]


def test_what_is_right_comes_after_days_and_each_time_after_more() -> None:
    card, at, gaps = review(None, One("x"), "good", NOW), NOW, []
    for _ in range(4):
        gaps.append(card.due - at)
        at = card.due
        card = review(card, One("x"), "good", at)
    assert gaps[0] >= DAY
    assert gaps == sorted(gaps)
    assert gaps[-1] > 5 * gaps[0]
    assert (card.state, card.answered, card.missed, card.first_seen) == ("review", 5, 0, NOW)


def test_what_is_wrong_comes_again_today_and_is_then_known_less_long() -> None:
    known = review(None, One("x"), "good", NOW)
    later = known.due
    missed = review(known, One("x"), "again", later)
    assert (missed.state, missed.due, missed.missed) == ("relearning", later + AGAIN, 1)
    again = review(missed, One("x"), "good", missed.due)
    kept = review(known, One("x"), "good", later)
    assert again.due < kept.due


def test_long_thought_makes_known_items_come_sooner_and_new_ones_not() -> None:
    known = review(None, One("x"), "good", NOW)
    assert review(known, One("x"), "hard", known.due).due < review(known, One("x"), "good", known.due).due
    assert rating_of(right=True, seconds=100, chosen=True, known=True) == "hard"
    assert rating_of(right=True, seconds=100, chosen=False, known=True) == "good"
    assert rating_of(right=True, seconds=1000, chosen=True, known=False) == "good"
    assert rating_of(right=False, seconds=1, chosen=True, known=True) == "again"


def test_at_most_so_many_new_ones_a_day_and_of_each_drill_one_in_turn() -> None:
    both = [*items(20), *items(20, "b")]
    first = queue(both, {}, NOW)
    assert first[:4] == ("a000", "b000", "a001", "b001")
    assert len(first) == NEW
    cards: dict[str, Card] = {}
    asked: list[str] = []
    at = NOW
    while waiting := [name for name in queue(both, cards, at) if name not in cards]:
        asked.append(waiting[0])
        cards[waiting[0]] = review(None, One(waiting[0], waiting[0][0]), "good", at)
        at += timedelta(minutes=1)
    assert tuple(asked) == first
    tomorrow = queue(both, cards, NOW + DAY)
    assert len([name for name in tomorrow if name not in cards]) == NEW


def test_what_is_due_comes_before_what_is_new_the_longest_due_first() -> None:
    cards = {
        name: replace(review(None, One(name), "good", NOW), due=NOW - days * DAY)
        for name, days in (("a000", 1), ("a001", 5), ("a002", -5))
    }
    assert queue(items(5), cards, NOW, new=0) == ("a001", "a000")
    assert queue(items(5), cards, NOW, new=9)[:3] == ("a001", "a000", "a003")


def test_what_is_known_for_days_is_due_from_the_morning_of_its_day_in_the_reps_zone() -> None:
    card = replace(review(None, One("x"), "good", NOW), due=datetime(2026, 11, 24, 22, 30, tzinfo=UTC))
    assert is_due(card, datetime(2026, 11, 24, 6, 0, tzinfo=UTC))
    oslo = timezone(timedelta(hours=2))
    assert not is_due(card, datetime(2026, 11, 24, 23, 0, tzinfo=oslo))
    assert is_due(card, datetime(2026, 11, 25, 0, 5, tzinfo=oslo))


def test_who_has_a_heap_due_gets_nothing_new_on_top_until_it_is_smaller() -> None:
    many = items(LOAD + 20)
    cards = {
        each.id: replace(review(None, each, "good", NOW - 3 * DAY), due=NOW - DAY) for each in many[: LOAD + 1]
    }
    assert len(queue(many, cards, NOW)) == LOAD + 1
    del cards["a000"]
    assert len(queue(many, cards, NOW)) == LOAD + NEW


def test_what_was_missed_waits_its_minutes_unless_nothing_else_is_left() -> None:
    cards = {"a000": review(None, One("a000"), "again", NOW)}
    soon = NOW + timedelta(minutes=1)
    assert queue(items(2), cards, soon) == ("a001",)
    assert queue(items(1), cards, soon) == ("a000",)
    assert queue(items(1), {"a000": review(None, One("a000"), "good", NOW)}, soon) == ()


def test_items_that_are_gone_drop_out_of_the_queue() -> None:
    cards = {name: review(None, One(name), "again", NOW) for name in ("a000", "gone")}
    assert queue(items(1), cards, NOW + DAY) == ("a000",)
    assert progress(items(1), cards, NOW + DAY).due == 1


def test_a_clock_that_was_set_back_breaks_nothing() -> None:
    card = review(None, One("x"), "good", NOW)
    assert review(card, One("x"), "good", NOW - 3 * DAY).due > NOW - 3 * DAY


def test_progress_counts_what_is_due_new_and_learned() -> None:
    cards = {
        "a000": review(None, One("a000"), "good", NOW),
        "a001": review(None, One("a001"), "again", NOW),
    }
    found = progress(items(5), cards, NOW + AGAIN)
    assert (found.items, found.due, found.new, found.learned) == (5, 1, 3, 1)


@pytest.mark.parametrize(
    ("days", "expected"),
    [((), 0), ((21,), 1), ((20,), 1), ((19,), 0), ((21, 20, 19), 3), ((21, 19, 18), 1), ((20, 19), 2)],
)
def test_the_streak_is_of_days_in_a_row_and_today_may_be_still_to_come(
    days: tuple[int, ...], expected: int
) -> None:
    assert streak({date(2026, 11, day) for day in days}, date(2026, 11, 21)) == expected


@given(st.lists(st.tuples(st.sampled_from(["again", "hard", "good"]), st.integers(0, 40)), max_size=30))
def test_the_same_cards_clock_and_answers_give_the_same_queue(answers: list[tuple[Rating, int]]) -> None:
    def played() -> tuple[str, ...]:
        cards: dict[str, Card] = {}
        at, out = NOW, []
        for rating, hours in answers:
            waiting = queue(items(12), cards, at)
            out.append("-".join(waiting))
            if waiting:
                name = waiting[0]
                cards[name] = review(cards.get(name), One(name), rating, at)
                assert cards[name].due > at
            at += timedelta(hours=hours)
        return tuple(out)

    assert played() == played()
