"""Cards and answers are kept by item and by whose they are, and come back as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from cuebook.cards import Card, Review
from cuebook.errors import StoreError
from cuebook.journal.journal import Journal

AT = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=1)))
CARD = Card(
    item="make-it-open/en/need/copier-leasing/0",
    drill="make-it-open",
    state="review",
    step=None,
    stability=2.3065,
    difficulty=5.112,
    due=AT + timedelta(days=2),
    last_review=AT,
    first_seen=AT,
)
REVIEW = Review(item=CARD.item, drill=CARD.drill, at=AT, rating="good", right=True, seconds=12.5)


def test_a_card_comes_back_as_it_was_kept_and_the_next_takes_its_place(journal: Journal) -> None:
    journal.keep_review("", CARD, REVIEW)
    assert journal.cards("") == {CARD.item: CARD}
    missed = replace(CARD, state="relearning", step=0, answered=2, missed=1)
    journal.keep_review("", missed, replace(REVIEW, rating="again", right=False, at=AT + timedelta(days=2)))
    assert journal.cards("") == {CARD.item: missed}
    assert [(one.rating, one.right) for one in journal.reviews("")] == [("good", True), ("again", False)]
    assert journal.reviews("")[0] == REVIEW


def test_the_days_of_training_are_those_of_the_reps_own_clock(journal: Journal) -> None:
    journal.keep_review("", CARD, REVIEW)
    journal.keep_review("", CARD, replace(REVIEW, at=AT + timedelta(hours=1)))
    assert journal.trained_on("") == {date(2026, 11, 21), date(2026, 11, 22)}


def test_in_a_shared_store_each_rep_has_their_own(journal: Journal) -> None:
    journal.keep_review("Kim", CARD, REVIEW)
    assert journal.cards("Ola") == {}
    assert journal.trained_on("Ola") == frozenset()
    assert journal.cards("Kim")


def test_what_was_kept_is_there_after_opening_again(url: str, file: Path) -> None:
    first = Journal.open(url)
    first.keep_review("", CARD, REVIEW)
    first.close()
    again = Journal.open(url)
    assert again.cards("") == {CARD.item: CARD}
    again.close()
    assert file.exists()


def test_a_closed_store_says_so(journal: Journal) -> None:
    journal.close()
    with pytest.raises(StoreError):
        journal.keep_review("", CARD, REVIEW)
