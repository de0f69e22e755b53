"""Whom the rep's mark of a person means, and what it makes of the map of the buying committee."""

from __future__ import annotations

from cuebook.conversation.moves import Person as Marked
from cuebook.dialogue.context import Someone
from cuebook.errors import MoveError
from cuebook.qualification.committee import find, folded
from cuebook.qualification.ledger import Ledger
from cuebook.understanding.reading import Person


def place(ledger: Ledger, move: Marked, lead: Someone, n: int) -> Ledger:
    """The ledger with the mark, or without the one that is taken away.

    Raises MoveError where there is none to take away.
    """
    whom = _meant(ledger, move, lead)
    if move.part is not None:
        return ledger.place(whom, move.part, n)
    without = ledger.unplace(whom, n)
    if without is None:
        who = move.name or move.role or lead.name or "The one on the phone"
        raise MoveError(f"{who} has no mark to take away.", "Say which part they have, for example 'decides'.")
    return without


def _meant(ledger: Ledger, move: Marked, lead: Someone) -> Person:
    """Nobody named is the one on the phone, and so is the lead's name; a first name, where no other has it."""
    named = Person(move.name, move.role, None, (0, 0))
    prospect = Person(None, move.role if move.name else None, None, (0, 0), speaker=True)
    if move.name is None:
        return prospect if move.role is None else named
    said = folded(move.name)
    if lead.name and said == folded(lead.name):
        return prospect
    first = lead.first_name and said == folded(lead.first_name) and find(ledger.people, named) is None
    return prospect if first else named
