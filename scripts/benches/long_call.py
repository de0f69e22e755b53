"""A call of any length, with the mix of moves that a call has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from cuebook.conversation.moves import Back, Go, Hear, Move, Next, Note, Object, Probe
from cuebook.conversation.setup import Setup
from cuebook.dialogue.shelf import load_fast
from cuebook.errors import MoveError
from cuebook.journal.journal import Journal
from cuebook.paths import shipped
from cuebook.session import Session

PERIOD = 20
"""The moves come again in this order, so that windows of a multiple of it hold the same mix."""

_MOVES: tuple[Move, ...] = (
    Hear("Our two machines jam most mornings and nobody has time for it"),
    Hear("that would be somewhere around 40 000 kroner a year"),
    Probe(),
    Hear("Marit Dahl in finance signs for such things"),
    Object("why_asking"),
    Hear("hopefully before the end of next quarter"),
    Note("sounded in a hurry"),
    Hear("why do you want to know that?"),
    Go("need"),
    Hear("hm, let me think"),
    Hear("we had 12 breakdowns since March, it costs us 3 hours a week"),
    Next(),
    Hear("not before summer, there is no money left this year"),
    Hear("my colleague Jon looks after the printers"),
    Back(),
    Hear("we are under contract until May 2028"),
    Go("budget"),
    Hear("can you send me something by email"),
    Note("ask for Jon next time"),
    Hear("yes, that is right"),
)


def moves() -> Iterator[Move]:
    """Moves without an end, none of which ends the call."""
    return cycle(_MOVES)


def new_session() -> Session:
    """A call at turn 0, on a clock that goes on by seven seconds a look."""
    ticks = count()
    began = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
    return Session.start(
        Setup(), load_fast([shipped()], None)[0], lambda: began + timedelta(seconds=7 * next(ticks))
    )


def take_one(session: Session, move: Move) -> None:
    """Take the move, or a note in its place where it is not possible here."""
    try:
        session.take(move)
    except MoveError:
        session.take(Note("not possible here"))


def make_store(home: Path, turns: int) -> str:
    """A store in CUEBOOK_HOME `home` with one open call of so many turns; gives the call's id."""
    session = new_session()
    for _, move in zip(range(turns), moves(), strict=False):
        take_one(session, move)
    journal = Journal.open(f"sqlite:///{home / 'cuebook.db'}")
    session.attach(journal)
    journal.close()
    assert session.call is not None  # noqa: S101  attached, so it has its id
    return session.call
