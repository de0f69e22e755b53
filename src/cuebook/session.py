"""The seam: the one object that the command line, the screens and practice talk to.

A session takes moves and gives turns. It adds the journal to the walk of `conversation/turn.py`: a turn is on
disk before it is handed out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from cuebook.clock import Clock
from cuebook.conversation.history import History
from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.conversation.replaying import replay
from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues, Objection, Words
from cuebook.errors import StoreError

if TYPE_CHECKING:
    from cuebook.journal.journal import Journal


class Session:
    """A call under way.

    `turn` is the turn that stands, `turns` all of them in order. `call` is its id in the store, None until the
    store has taken it. `trouble` is why the store did not take the last turns, and `unsaved` counts those.
    `changed`: the dialogues are not the ones that the call was begun with (after `resume`).
    """

    def __init__(self, setup: Setup, history: History, clock: Clock, digest: str) -> None:
        self.setup = setup
        self.call: str | None = None
        self.turns: list[Turn] = [history.turn]
        self.trouble: StoreError | None = None
        self.changed = False
        self._history = history
        self._clock = clock
        self._digest = digest
        self._journal: Journal | None = None
        self._saved = 0

    @classmethod
    def start(cls, setup: Setup, dialogues: Dialogues, clock: Clock) -> Session:
        """A new call at turn 0, in memory only until `attach`. Raises UsageError for an unknown choice."""
        history = History.start(script_for(setup, dialogues), clock())
        return cls(setup, history, clock, dialogues.digest)

    @classmethod
    def resume(cls, call: str, dialogues: Dialogues, clock: Clock, journal: Journal) -> Session:
        """A call from the store, at the turn that it had: the same moves at the same times.

        Raises NothingError where there is no such call, UsageError where its dialogues are gone. A move that
        today's dialogues no longer allow is passed over, and `changed` says that they are others.
        """
        recorded = journal.read(call)
        history = History.start(script_for(recorded.setup, dialogues), recorded.started)
        session = cls(recorded.setup, history, clock, dialogues.digest)
        session.changed = recorded.digest != dialogues.digest
        session.changed |= bool(session._replay(history, recorded.moves))
        session.call, session._journal, session._saved = call, journal, len(session.turns)
        return session

    def reread(self, dialogues: Dialogues) -> int | None:
        """Take the call anew over other dialogues: the same moves, at the same times, with the same numbers.

        Gives how many moves these dialogues do not allow, which are passed over; None where they are the ones in
        use. Raises UsageError where what the call needs is gone, DialogueError where a sentence cannot be said;
        nothing has changed then.
        """
        if dialogues.digest == self._digest:
            return None
        history = History.start(script_for(self.setup, dialogues), self.turns[0].at)
        passed_over = self._replay(history, [(turn.n, turn.at, turn.move) for turn in self.turns if turn.move])
        self._digest = dialogues.digest
        return passed_over

    def _replay(self, history: History, recorded: Iterable[tuple[int, datetime, Move]]) -> int:
        """Take moves that were made before, from `history` at turn 0. Gives how many are not possible any more."""
        self.turns, self._history, passed_over = replay(history, recorded)
        return passed_over

    @property
    def words(self) -> Words:
        """The wording of the call's language that is in use."""
        return self._history.script.words

    def heard(self, line: int | None = None) -> Turn | None:
        """The turn of a line that the prospect said, with what it counts for now; of the last line by default."""
        return self._history.heard(line)

    @property
    def objections(self) -> Mapping[str, Objection]:
        """The catalogue of objections that is in use."""
        return self._history.script.objections

    @property
    def turn(self) -> Turn:
        """The turn that stands."""
        return self.turns[-1]

    @property
    def unsaved(self) -> int:
        """How many turns are only in memory."""
        return len(self.turns) - self._saved

    def prepare(self) -> None:
        """Load what the first answer needs, lexicons and machine, while the first cue is being read out."""
        from cuebook.conversation.machine import machine_of
        from cuebook.understanding import read

        read.prepare(self.setup.language)
        machine_of(self._history.script.flow)

    def attach(self, journal: Journal) -> None:
        """Write what has happened so far, and from now on every turn.

        Raises BlockedError where the lead asked not to be called, StoreError where the store fails.
        """
        self._journal = journal
        self._save()

    def take(self, move: Move, *, must_save: bool = True) -> Turn:
        """Take a move: MoveError changes nothing; with `must_save`, neither does StoreError.

        Without `must_save` the call goes on in memory when the store fails, and `trouble` says why; every later
        move tries again to write all that is missing.
        """
        history = self._history.take(move, self._clock())
        self.turns.append(history.turn)
        try:
            self._save()
        except StoreError as error:
            self.trouble = error
            if must_save:
                self.turns.pop()
                raise
        self._history = history
        return history.turn

    def _save(self) -> None:
        if self._journal is None:
            return
        if self.call is None:
            self.call = self._journal.begin(self.setup, self.turns[0], self._digest)
            self._saved = 1
        if self.unsaved:
            self._journal.append(self.call, self.turns[self._saved :])
            self._saved = len(self.turns)
        self.trouble = None
