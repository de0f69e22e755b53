"""A sitting of training: what is asked next, what an answer was worth, when it comes again, how far one is.

It is what the screen and the plain lines talk to. It holds no words and does no I/O of its own: what is to be kept
goes to `keep`, and where that fails the sitting goes on, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from cuebook.cards import Card, Review
from cuebook.dialogue.coaching import CoachWords
from cuebook.errors import StoreError
from cuebook.practice.items import Item, Judgement
from cuebook.practice.schedule import NEW, Progress, progress, queue, rating_of, review, streak

if TYPE_CHECKING:
    from cuebook.clock import Clock

Keep = Callable[[Card, Review], None]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with what it was worth and when the item is asked next.

    `left` is what is still to be done before it counts: to try once `more`, or to `compare` it with the model.
    """

    item: Item
    answer: str
    judgement: Judgement
    due: datetime | None = None
    left: Literal["more", "compare"] | None = None


class Sitting:
    """The items of all drills, and what the rep knows of them. `drill` is the one that is trained, None for all.

    `keep` takes each answer to the store, and may raise StoreError; None keeps nothing. `trouble` is why the last
    one was not kept.
    """

    def __init__(
        self,
        items: Sequence[Item],
        words: CoachWords,
        clock: Clock,
        cards: Mapping[str, Card] | None = None,
        days: Collection[date] = (),
        keep: Keep | None = None,
        new: int = NEW,
        drill: str | None = None,
    ) -> None:
        self.items = tuple(items)
        self.drill = drill
        self.words = words
        self.clock = clock
        self.trouble: StoreError | None = None
        self.right = self.wrong = 0
        self._by_id = {item.id: item for item in self.items}
        self._cards = dict(cards or {})
        self._days = set(days)
        self._keep = keep
        self._new = new
        self._put_off: set[str] = set()
        self._tried: set[str] = set()
        self._shown: tuple[str, datetime] | None = None

    @property
    def waiting(self) -> tuple[str, ...]:
        """What is still to be asked, by id; what was put off comes last."""
        found = queue(self._asked, self._cards, self.clock(), self._new)
        return tuple(sorted(found, key=lambda name: name in self._put_off))

    def next(self) -> Item | None:
        """The item to ask; None where all is done for today."""
        waiting = self.waiting
        if not waiting:
            self._shown = None
            return None
        if self._shown is None or self._shown[0] != waiting[0]:
            self._shown = waiting[0], self.clock()
        return self._by_id[waiting[0]]

    def put_off(self, item: Item) -> None:
        """Leave an item for the end of the sitting."""
        self._put_off.add(item.id)

    def answer(self, item: Item, text: str) -> Answered:
        """Take an answer and judge it. A wrong one in own words may be tried once more before it counts."""
        judgement = item.judge(text)
        if judgement.compare:
            return Answered(item, text, judgement, left="compare")
        if not judgement.right and text.strip() and not item.choices and item.id not in self._tried:
            self._tried.add(item.id)
            return Answered(item, text, judgement, left="more")
        return self._counted(item, text, judgement)

    def settle(self, answered: Answered, *, holds: bool) -> Answered:
        """The rep has compared an answer with the model, and tells whether it holds."""
        return self._counted(answered.item, answered.answer, replace(answered.judgement, right=holds, compare=""))

    def _counted(self, item: Item, text: str, judgement: Judgement) -> Answered:
        """Rate an answer and keep it."""
        now = self.clock()
        began = self._shown[1] if self._shown and self._shown[0] == item.id else now
        seconds = max(0.0, (now - began).total_seconds())
        before = self._cards.get(item.id)
        rating = rating_of(
            right=judgement.right,
            seconds=seconds,
            chosen=bool(item.choices),
            known=before is not None and before.state == "review",
            tried=item.id in self._tried,
        )
        card = review(before, item, rating, now)
        self._cards[item.id] = card
        self._days.add(now.date())
        self._put_off.discard(item.id)
        self._tried.discard(item.id)
        self._shown = None
        self.right += judgement.right
        self.wrong += not judgement.right
        self._save(
            card,
            Review(
                item=item.id,
                drill=item.drill,
                at=now,
                rating=rating,
                right=judgement.right,
                seconds=round(seconds, 1),
            ),
        )
        return Answered(item, text, judgement, card.due)

    def _save(self, card: Card, given: Review) -> None:
        if self._keep is None:
            return
        try:
            self._keep(card, given)
        except StoreError as error:
            self.trouble = error
        else:
            self.trouble = None

    @property
    def streak(self) -> int:
        """Days in a row with training."""
        return streak(self._days, self.clock().date())

    @property
    def due(self) -> int:
        """Items that are due: not the new ones."""
        return progress(self._asked, self._cards, self.clock()).due

    @property
    def new(self) -> int:
        """Items that are still to be asked for the first time today."""
        return sum(name not in self._cards for name in self.waiting)

    @property
    def tomorrow(self) -> tuple[int, int]:
        """What the next day brings, if nothing more is answered: how many are due, and how many are new."""
        day = self.clock() + timedelta(days=1)
        waiting = queue(self._asked, self._cards, day, self._new)
        new = sum(name not in self._cards for name in waiting)
        return len(waiting) - new, new

    @property
    def _asked(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if self.drill in (None, item.drill))

    def drills(self) -> Mapping[str, Progress]:
        """How far the rep is with each drill."""
        now = self.clock()
        by_drill: dict[str, list[Item]] = {}
        for item in self.items:
            by_drill.setdefault(item.drill, []).append(item)
        return {name: progress(items, self._cards, now) for name, items in by_drill.items()}
