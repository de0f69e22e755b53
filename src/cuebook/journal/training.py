"""What is kept of training: a card for each item that was answered, and every answer's review.

A store may be shared by a team, so that cards and reviews are kept by whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from cuebook.cards import Card, Review
from cuebook.journal.tables import cards, reviews
from cuebook.journal.upserting import upserting


def read_cards(connection: Connection, whose: str) -> Mapping[str, Card]:
    """All cards of a rep, by item."""
    rows = connection.execute(select(cards).where(cards.c.whose == whose)).mappings()
    return {row["item"]: _card(row) for row in rows}


def read_days(connection: Connection, whose: str) -> frozenset[date]:
    """The days on which a rep answered anything, as their own clock had it."""
    day = func.substr(reviews.c.at, 1, 10)
    rows = connection.execute(select(day).where(reviews.c.whose == whose).distinct())
    return frozenset(date.fromisoformat(row[0]) for row in rows)


def read_reviews(connection: Connection, whose: str) -> tuple[Review, ...]:
    """Every answer of a rep, the first one first."""
    rows = connection.execute(select(reviews).where(reviews.c.whose == whose).order_by(reviews.c.id)).mappings()
    return tuple(
        Review(
            item=row["item"],
            drill=row["drill"],
            at=datetime.fromisoformat(row["at"]),
            rating=row["rating"],
            right=row["correct"],
            seconds=row["seconds"],
        )
        for row in rows
    )


def write_review(connection: Connection, whose: str, card: Card, review: Review) -> None:
    """One answer: the card as it stands after it, and the review."""
    connection.execute(
        upserting(connection.dialect.name, cards),
        {
            "whose": whose,
            "item": card.item,
            "drill": card.drill,
            "state": card.state,
            "step": card.step,
            "stability": card.stability,
            "difficulty": card.difficulty,
            "due": card.due.isoformat(),
            "last_review": card.last_review.isoformat(),
            "first_seen": card.first_seen.isoformat(),
            "answered": card.answered,
            "missed": card.missed,
        },
    )
    connection.execute(
        insert(reviews),
        {
            "whose": whose,
            "item": review.item,
            "drill": review.drill,
            "at": review.at.isoformat(),
            "rating": review.rating,
            "correct": review.right,
            "seconds": review.seconds,
        },
    )


def _card(row: Any) -> Card:
    return Card(
        item=row["item"],
        drill=row["drill"],
        state=row["state"],
        step=row["step"],
        stability=row["stability"],
        difficulty=row["difficulty"],
        due=datetime.fromisoformat(row["due"]),
        last_review=datetime.fromisoformat(row["last_review"]),
        first_seen=datetime.fromisoformat(row["first_seen"]),
        answered=row["answered"],
        missed=row["missed"],
    )
