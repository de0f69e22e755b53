"""A sitting asks, judges, keeps, and goes on where the store does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cuebook.cards import Card, Review
from cuebook.dialogue.coaching import CoachWords, DrillName
from cuebook.errors import StoreError
from cuebook.practice.items import Choice, Item, Judgement
from cuebook.practice.sitting import Sitting

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def one(name: str, drill: DrillName = "make-it-open", choices: tuple[Choice, ...] = ()) -> Item:
    return Item(
        name,
        drill,
        f"What of {name}?",
        choices,
        "yes",
        True,
        lambda said: Judgement(said == "yes", ("So it is.",)),
    )


class Clock:
    """A clock that is moved on by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


def test_everything_is_asked_once_and_what_was_missed_again() -> None:
    clock = Clock()
    sitting = Sitting([one("a"), one("b"), one("c")], CoachWords(), clock)
    asked = []
    answers = {"a": ["no", "no", "yes"], "b": ["yes"], "c": ["yes"]}
    while (item := sitting.next()) is not None:
        asked.append(item.id)
        sitting.answer(item, answers[item.id].pop(0))
        clock.wait(seconds=30)
    assert asked == ["a", "a", "b", "c", "a"]
    assert (sitting.right, sitting.wrong, sitting.streak, sitting.due) == (3, 1, 1, 0)


def test_what_is_put_off_comes_last() -> None:
    sitting = Sitting([one("a"), one("b")], CoachWords(), Clock())
    first = sitting.next()
    assert first is not None
    sitting.put_off(first)
    again = sitting.next()
    assert again is not None
    assert (first.id, again.id) == ("a", "b")
    sitting.answer(again, "yes")
    last = sitting.next()
    assert last is not None
    assert last.id == "a"


def test_each_answer_is_kept_with_how_long_it_took() -> None:
    clock, kept = Clock(), list[tuple[Card, Review]]()
    sitting = Sitting([one("a")], CoachWords(), clock, keep=lambda card, review: kept.append((card, review)))
    item = sitting.next()
    assert item is not None
    clock.wait(seconds=12)
    answered = sitting.answer(item, "yes")
    ((card, review),) = kept
    assert (review.item, review.right, review.rating, review.seconds, review.at) == (
        "a",
        True,
        "good",
        12,
        clock(),
    )
    assert card.due == answered.due
    assert card.due > NOW


def test_a_store_that_fails_is_told_and_the_sitting_goes_on() -> None:
    def failing(_card: Card, _review: Review) -> None:
        raise StoreError("The disk is full.", "Make room.")

    sitting = Sitting([one("a"), one("b")], CoachWords(), Clock(), keep=failing)
    item = sitting.next()
    assert item is not None
    assert sitting.answer(item, "yes").judgement.right
    assert sitting.trouble is not None
    after = sitting.next()
    assert after is not None
    assert after.id == "b"


def test_the_day_after_goes_on_from_what_is_known() -> None:
    clock, cards, days = Clock(), dict[str, Card](), set[object]()
    items = [one(f"{number}") for number in range(30)]

    def keep(card: Card, review: Review) -> None:
        cards[card.item] = card
        days.add(review.at.date())

    sitting = Sitting(items, CoachWords(), clock, keep=keep)
    while (item := sitting.next()) is not None:
        sitting.answer(item, "yes")
    assert len(cards) == 10
    clock.wait(days=1)
    again = Sitting(items, CoachWords(), clock, cards, {NOW.date()}, keep)
    assert again.streak == 1
    assert len(again.waiting) == 10
    assert not set(again.waiting) & set(cards)
    (progress,) = again.drills().values()
    assert (progress.new, progress.learned) == (20, 10)


def test_own_words_are_tried_once_more_before_they_count_and_then_were_hard() -> None:
    kept = list[tuple[Card, Review]]()
    sitting = Sitting([one("a")], CoachWords(), Clock(), keep=lambda card, review: kept.append((card, review)))
    item = sitting.next()
    assert item is not None
    first = sitting.answer(item, "no")
    assert (first.left, first.due, kept) == ("more", None, [])
    assert sitting.next() == item
    second = sitting.answer(item, "yes")
    assert (second.left, kept[0][1].right, kept[0][1].rating) == (None, True, "hard")
    assert (sitting.right, sitting.wrong) == (1, 0)


def test_the_next_day_is_told_before_it_comes() -> None:
    clock = Clock()
    sitting = Sitting([one(name) for name in "abcd"], CoachWords(), clock, new=2)
    for said in ("yes", ""):
        item = sitting.next()
        assert item is not None
        sitting.answer(item, said)
    told = sitting.tomorrow
    clock.wait(days=1)
    assert told == (sitting.due, sitting.new) == (1, 2)


def test_who_gives_up_or_chooses_has_one_try() -> None:
    chosen = one("b", choices=(Choice("yes", "yes"), Choice("no", "no")))
    sitting = Sitting([one("a"), chosen], CoachWords(), Clock())
    for item, said in ((one("a"), ""), (chosen, "no")):
        assert sitting.answer(item, said).left is None
    assert sitting.wrong == 2


@pytest.mark.parametrize("holds", [True, False])
def test_what_the_rep_compared_counts_as_they_say(holds: bool) -> None:
    item = replace(one("a"), judged=lambda _said: Judgement(True, ("Open.",), "The same?"))
    sitting = Sitting([item], CoachWords(), Clock())
    answered = sitting.answer(item, "what else")
    assert (answered.left, sitting.right + sitting.wrong) == ("compare", 0)
    settled = sitting.settle(answered, holds=holds)
    assert (settled.left, settled.judgement.right, sitting.right, sitting.wrong) == (
        None,
        holds,
        int(holds),
        int(not holds),
    )
