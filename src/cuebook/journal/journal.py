"""The journal: what is written here is on disk when the call returns, and is there again after a crash."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import Connection

from cuebook.cards import Card, Review
from cuebook.conversation.known import Known
from cuebook.conversation.record import Turn
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.errors import BlockedError, NothingError
from cuebook.journal.leads import refused_since, row_of
from cuebook.journal.listing import Put, cases, find, kinds_of, known_to, like, named_by, put
from cuebook.journal.opening import READING, Place, connect, place_of
from cuebook.journal.reading import read_denials, read_details, read_list, read_one, read_recorded
from cuebook.journal.rehearsing import list_rehearsals, read_rehearsal, read_rehearsals, write_rehearsal
from cuebook.journal.rows import AnswerRow, CallDetail, CallRow, DenialRow, Recorded, RehearsalRow, SparringRow
from cuebook.journal.sparring import read_answers, write_sparring
from cuebook.journal.training import read_cards, read_days, read_reviews, write_review
from cuebook.journal.troubles import explained
from cuebook.journal.writing import write_call, write_turns
from cuebook.leads.model import Case, KindChange, Lead

_AT_ONCE = 200
"""Calls that an export holds in memory at a time."""


class Journal:
    """A store of calls, on one connection. Any thread may use it; they wait for each other.

    Every method raises StoreError when the store fails; what was being written is then not there at all.
    """

    def __init__(self, connection: Connection, place: Place) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self.place = place.name

    @classmethod
    def open(cls, url: str) -> Journal:
        """Open the store at an SQLAlchemy URL; make it, or bring its tables up to date, where that is needed.

        Raises UsageError for what is no URL of a store, StoreError where the store cannot be used.
        """
        place = place_of(url)
        return cls(connect(place), place)

    def begin(self, setup: Setup, turn: Turn, digest: str) -> str:
        """Write a new call with its turn 0, and give its id.

        Raises BlockedError where the lead asked not to be called.
        """
        with self._writing() as connection:
            since = refused_since(connection, setup.lead)
            if since is not None:
                raise BlockedError(
                    f"{setup.lead.name} asked on {since[:10]} not to be called again.",
                    "Choose another lead; if this is somebody else of the same name, give the company too.",
                )
            lead = row_of(connection, setup.lead, setup.source)
            return str(write_call(connection, setup, turn, digest, lead))

    def append(self, call: str, turns: Sequence[Turn]) -> None:
        """Write the next turns of a call: all of them, or, when StoreError is raised, none."""
        if not turns:
            return
        number = self._number(call)
        with self._writing() as connection:
            write_turns(connection, number, turns)

    def read(self, call: str) -> Recorded:
        """A call, to be taken up again. Raises NothingError where there is none of that id."""
        number = self._number(call)
        with self._reading() as connection:
            found = read_recorded(connection, number)
        if found is None:
            raise self._unknown(call)
        return found

    def calls(self, limit: int | None = 50) -> tuple[CallRow, ...]:
        """The last calls, the newest first; all of them without a limit."""
        with self._reading() as connection:
            return read_list(connection, limit)

    def detail(self, call: str) -> CallDetail:
        """All that is kept of a call. Raises NothingError where there is none of that id."""
        number = self._number(call)
        with self._reading() as connection:
            row = read_one(connection, number)
            if row is None:
                raise self._unknown(call)
            return read_details(connection, [row])[0]

    def details(self) -> Iterator[CallDetail]:
        """All that is kept of every call, the newest first, however many there are."""
        before = None
        while True:
            with self._reading() as connection:
                rows = read_list(connection, _AT_ONCE, before)
                found = read_details(connection, rows)
            yield from found
            if len(rows) < _AT_ONCE:
                return
            before = int(rows[-1].id)

    def denials(self) -> tuple[DenialRow, ...]:
        """Every reading that a rep denied or corrected, and did not undo; the newest first."""
        with self._reading() as connection:
            return read_denials(connection)

    def is_blocked(self, lead: Someone) -> bool:
        """Whether the lead asked not to be called."""
        with self._reading() as connection:
            return refused_since(connection, lead) is not None

    def put_leads(self, found: Iterable[tuple[Lead, str]], at: datetime) -> tuple[Put, ...]:
        """Keep leads, each with the reason for its kind; one that is there already is completed.

        All of them are kept or, when StoreError is raised, none. Gives them in their order.
        """
        with self._writing() as connection:
            return put(connection, found, at)

    def lead(self, named: str) -> Lead:
        """The lead of an id (`12`), of a name and company (`Anna Berg, Nordvik AS`), or of a name alone.

        Raises NothingError where there is none, UsageError where a name alone is that of several.
        """
        with self._reading() as connection:
            return find(connection, named)

    def leads(self) -> tuple[Case, ...]:
        """Every lead with what its calls came to, in the order in which they came."""
        with self._reading() as connection:
            return cases(connection)

    def case(self, lead: str) -> Case:
        """A lead, named as for `lead`, with what its calls came to. Raises NothingError, UsageError as there."""
        with self._reading() as connection:
            number = int(find(connection, lead).id or 0)
            return cases(connection, number)[0]

    def leads_like(self, typed: str, most: int) -> tuple[Lead, ...]:
        """At most so many leads whose name and company hold what was typed, the likeliest first."""
        with self._reading() as connection:
            return like(connection, typed, most)

    def named_by(self, lead: str) -> tuple[Lead, ...]:
        """Those whom a lead named as the ones to speak to, the first one first."""
        with self._reading() as connection:
            return named_by(connection, int(lead))

    def kinds(self, lead: str) -> tuple[KindChange, ...]:
        """The kinds that a lead was of, the first one first."""
        with self._reading() as connection:
            return kinds_of(connection, int(lead))

    def calls_of(self, lead: str) -> tuple[CallDetail, ...]:
        """All that is kept of the calls to a lead, the newest first."""
        with self._reading() as connection:
            return read_details(connection, read_list(connection, None, lead=int(lead)))

    def known(self, lead: str) -> Known | None:
        """What the last call to a lead left known, or, before the first, what the colleague said who named them.

        None where there is nothing.
        """
        with self._reading() as connection:
            return known_to(connection, int(lead))

    def keep_rehearsal(self, row: RehearsalRow) -> str:
        """Write a rehearsal as it stands, over what was kept of it before if it has an id, and give its id."""
        with self._writing() as connection:
            return str(write_rehearsal(connection, row))

    def rehearsals(self, rep: str | None, limit: int = 100) -> tuple[RehearsalRow, ...]:
        """The last rehearsals of a rep with their checks, the newest first."""
        with self._reading() as connection:
            return read_rehearsals(connection, rep, limit)

    def listed_rehearsals(self, rep: str | None, limit: int) -> tuple[RehearsalRow, ...]:
        """The last rehearsals of a rep without their checks, which take far longer to read, the newest first."""
        with self._reading() as connection:
            return list_rehearsals(connection, rep, limit)

    def rehearsal(self, number: str) -> RehearsalRow:
        """A rehearsal with its lines. Raises NothingError where there is none of that id."""
        unknown = NothingError(
            f"There is no rehearsal {number!r}.", "`cuebook rehearse --history` shows those that there are."
        )
        if not _is_id(number):
            raise unknown
        with self._reading() as connection:
            found = read_rehearsal(connection, int(number))
        if found is None:
            raise unknown
        return found

    def keep_sparring(self, row: SparringRow) -> str:
        """Write a sparring as far as it went, over what was kept of it before if it has an id, and give its id."""
        with self._writing() as connection:
            return str(write_sparring(connection, row))

    def answers(self, rep: str | None, limit: int = 1000) -> tuple[AnswerRow, ...]:
        """The last answers of a rep in all their sparrings, the newest first."""
        with self._reading() as connection:
            return read_answers(connection, rep, limit)

    def cards(self, whose: str) -> Mapping[str, Card]:
        """How well a rep knows the items of the drills, by item."""
        with self._reading() as connection:
            return read_cards(connection, whose)

    def trained_on(self, whose: str) -> frozenset[date]:
        """The days on which a rep trained."""
        with self._reading() as connection:
            return read_days(connection, whose)

    def reviews(self, whose: str) -> tuple[Review, ...]:
        """Every answer that a rep gave in the drills, the first one first."""
        with self._reading() as connection:
            return read_reviews(connection, whose)

    def keep_review(self, whose: str, card: Card, review: Review) -> None:
        """Keep an answer, and the card as it stands after it: both or, when StoreError is raised, neither."""
        with self._writing() as connection:
            write_review(connection, whose, card, review)

    def close(self) -> None:
        """Give the store back. What is done with the journal after that raises StoreError."""
        with self._lock, explained(self.place):
            self._connection.close()
            self._connection.engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._lock, explained(self.place), self._connection.begin():
            yield self._connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lock, explained(self.place):
            info = self._connection.info
            info[READING] = True
            try:
                with self._connection.begin():
                    yield self._connection
            finally:
                info[READING] = False

    @staticmethod
    def _unknown(call: str) -> NothingError:
        return NothingError(f"There is no call {call!r}.", "`cuebook calls list` shows those that there are.")

    def _number(self, call: str) -> int:
        if not _is_id(call):
            raise self._unknown(call)
        return int(call)


def _is_id(given: str) -> bool:
    return given.isascii() and given.isdecimal() and len(given) <= 18
