"""What the scorecard's page is given: a rehearsal that is just over, or one that was kept long ago."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from cuebook.dialogue.naming import framework_name
from cuebook.errors import CuebookError
from cuebook.rehearsals import again_of
from cuebook.ui.scorecard_screen import Judged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cuebook.conversation.setup import Setup
    from cuebook.dialogue.model import Flow
    from cuebook.journal.rows import RehearsalRow
    from cuebook.practice.room import Room
    from cuebook.rehearsals import Rehearsals


def judge(rehearsals: Rehearsals, room: Room) -> Judged:
    """Keep the rehearsal and compare it with those before it. Where the store fails, the notice says so."""
    room.keep()
    row = rehearsals.row(room)
    earlier: Sequence[RehearsalRow] = ()
    with suppress(CuebookError):  # a store that fails is told of by the notice
        earlier = rehearsals.before(row)
    return Judged(
        row=row,
        who=room.rehearsal.cast.words.name,
        framework=room.rehearsal.history.turn.status.title,
        words=rehearsals.check_words(room.setup.language),
        earlier=earlier,
        notice=room.keeping.notice,
        again=room.again,
    )


def look_at(rehearsals: Rehearsals, flows: Mapping[str, Flow], number: str, usual: Setup) -> Judged:
    """A rehearsal that was kept, compared with those before it. Raises NothingError, StoreError."""
    row = rehearsals.kept(number)
    return Judged(
        row=row,
        who=rehearsals.titles([row])[0],
        framework=framework_name(flows, row.framework),
        words=rehearsals.check_words(row.language),
        earlier=rehearsals.before(row),
        notice="",
        again=again_of(row, usual),
        past=True,
    )
