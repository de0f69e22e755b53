"""Rehearsals to test with: the hurried persona on the phone, everything real, at a clock that stands still."""

from __future__ import annotations

from tests.conftest import NOW

from cuebook import paths
from cuebook.conversation.setup import Setup
from cuebook.parts import Parts
from cuebook.practice.room import Room, Say, Wish
from cuebook.rehearsals import Rehearsals


def rehearsals() -> Rehearsals:
    """What it takes to rehearse with what is shipped; kept in the test's own store."""
    parts = Parts()
    return Rehearsals([paths.shipped()], parts.usable, lambda: NOW, "Kim Lund", parts.journal)


def room(persona: str | None = "hurried", seed: int | None = 1) -> Room:
    """A rehearsal of a discovery call by BANT about copiers."""
    return rehearsals().begin(Wish(setup=Setup(), persona=persona, seed=seed))


def say_what_is_shown(held: Room, lines: int) -> Room:
    """The rep says so many times what the cue shows."""
    for _ in range(lines):
        if held.cue is not None and not held.over:
            held.take(Say(held.cue))
    return held
