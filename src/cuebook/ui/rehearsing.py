"""A rehearsal that is over, kept and looked at: what the scorecard's page is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cuebook.errors import CuebookError
from cuebook.ui.scorecard_screen import Judged

if TYPE_CHECKING:
    from cuebook.practice.room import Room
    from cuebook.rehearsals import Rehearsals


def judge(rehearsals: Rehearsals, room: Room) -> Judged:
    """Keep the rehearsal and compare it with those before it. Where the store fails, the notice says so."""
    try:
        earlier = rehearsals.past()
        rehearsals.keep(room)
        notice = ""
    except CuebookError as error:
        earlier, notice = (), f"NOT KEPT: {error.message} {error.hint}"
    return Judged(
        row=rehearsals.row(room),
        who=room.rehearsal.cast.words.name,
        framework=room.rehearsal.history.turn.status.title,
        words=rehearsals.check_words(room.setup.language),
        earlier=earlier,
        notice=notice,
    )
