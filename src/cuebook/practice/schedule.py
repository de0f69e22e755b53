"""When an item is asked again: FSRS by the library `fsrs`, and what is to be asked today.

It is pure: the time is passed in, and nothing is left to chance. The same cards, time and answers give the same
queue.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, cast

from cuebook.cards import Card, CardState, Rating

if TYPE_CHECKING:
    from fsrs import Scheduler

NEW = 10
"""New items a day, where nothing else is set: with what is due, a quarter of an hour. By the rule's author."""

LOAD = 50
"""Who has more than this due, after days without training, gets nothing new on top."""

AGAIN = timedelta(minutes=10)
"""So long after a wrong answer the item is asked again."""

AHEAD = timedelta(minutes=20)
"""Who has nothing else left is asked what comes due within this, rather than sent away to wait."""

SLOW = {True: 30.0, False: 120.0}
"""Seconds after which a right answer was hard: one by a letter, one in the rep's own words."""

LONGEST = 365
"""Days after which everything is asked again, however well it is known."""


class Trained(Protocol):
    """What the schedule needs to know of an item."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def drill(self) -> str:
        """The drill that it belongs to."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rep is with a drill: items in all, due now, never asked, and known for days."""

    items: int = 0
    due: int = 0
    new: int = 0
    learned: int = 0


def rating_of(*, right: bool, seconds: float, chosen: bool, known: bool, tried: bool = False) -> Rating:
    """How an answer is rated; `tried`: it took two. Thinking long is no mistake with an item that is new."""
    if not right:
        return "again"
    return "hard" if tried or (known and seconds > SLOW[chosen]) else "good"


def review(card: Card | None, item: Trained, rating: Rating, at: datetime) -> Card:
    """The card of an item after an answer; `card` is that before it, None where it was never asked."""
    import fsrs

    now = at.astimezone(UTC)
    before = fsrs.Card(card_id=1, due=now)
    if card is not None:
        before = fsrs.Card(
            card_id=1,
            state=fsrs.State[card.state.capitalize()],
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due=card.due.astimezone(UTC),
            last_review=min(card.last_review.astimezone(UTC), now),  # a clock that was set back ages nothing
        )
    after, _ = _scheduler().review_card(before, fsrs.Rating[rating.capitalize()], now)
    return Card(
        item=item.id,
        drill=item.drill,
        state=cast(CardState, after.state.name.lower()),
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        due=after.due.astimezone(at.tzinfo),
        last_review=at,
        first_seen=card.first_seen if card else at,
        answered=(card.answered if card else 0) + 1,
        missed=(card.missed if card else 0) + (rating == "again"),
    )


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    import fsrs

    return fsrs.Scheduler(
        learning_steps=(AGAIN,), relearning_steps=(AGAIN,), maximum_interval=LONGEST, enable_fuzzing=False
    )


def queue(items: Sequence[Trained], cards: Mapping[str, Card], now: datetime, new: int = NEW) -> tuple[str, ...]:
    """What is to be asked now, by id: what is due, the longest due first, then at most `new` new ones a day.

    With more than LOAD due there are no new ones. Of the new ones each drill gives one in turn. Cards of items
    that are gone are passed over.
    """
    waiting = sorted((cards[item.id].due, item.id) for item in items if item.id in cards)
    due = [name for at, name in waiting if is_due(cards[name], now)]
    today = sum(_day(card.first_seen, now) == now.date() for card in _of(items, cards))
    room = max(0, new - today) if len(due) <= LOAD else 0
    fresh = [item for item in _in_turn(items) if item.id not in cards][:room]
    found = (*due, *(item.id for item in fresh))
    return found or tuple(name for at, name in waiting if cards[name].state != "review" and at <= now + AHEAD)


def is_due(card: Card, now: datetime) -> bool:
    """Whether an item is to be asked: what is known for days, from the morning of its day on."""
    return _day(card.due, now) <= now.date() if card.state == "review" else card.due <= now


def progress(items: Sequence[Trained], cards: Mapping[str, Card], now: datetime) -> Progress:
    """How far a rep is with these items."""
    held = _of(items, cards)
    return Progress(
        len(items),
        sum(is_due(card, now) for card in held),
        len(items) - len(held),
        sum(card.state == "review" for card in held),
    )


def streak(days: Collection[date], today: date) -> int:
    """Days in a row on which there was training, up to today; today itself may be still to come."""
    at = today if today in days else today - timedelta(days=1)
    count = 0
    while at in days:
        count += 1
        at -= timedelta(days=1)
    return count


def _of(items: Iterable[Trained], cards: Mapping[str, Card]) -> list[Card]:
    return [cards[item.id] for item in items if item.id in cards]


def _in_turn(items: Sequence[Trained]) -> list[Trained]:
    """One of each drill after another, each drill in its own order."""
    at: dict[str, int] = {}
    placed: list[tuple[int, int, Trained]] = []
    for number, item in enumerate(items):
        placed.append((at.get(item.drill, 0), number, item))
        at[item.drill] = at.get(item.drill, 0) + 1
    return [item for _, _, item in sorted(placed, key=lambda one: one[:2])]


def _day(at: datetime, now: datetime) -> date:
    """The day of a time, in the zone in which the rep is now."""
    return at.astimezone(now.tzinfo).date()
