"""A rehearsal: a call in which a simulated prospect answers. What the rep says goes to the prospect, and what the
prospect says is heard by the same call as a live one: cue, evidence and status come of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from cuebook.conversation import moves
from cuebook.conversation.advance import asked_about
from cuebook.conversation.history import History
from cuebook.conversation.moves import Move
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script
from cuebook.errors import MoveError
from cuebook.practice.prospect import Cast, Mood, Reply, mood_of, reply
from cuebook.understanding.approach import Approach, approach


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line of the rep and the reply to it.

    `question` and `stage` are what was open before, `about` the facet that was asked about; `mood` is how the
    prospect was before the line, `turn` the call after the reply.
    """

    n: int
    at: datetime
    line: Approach
    about: str | None
    stage: str
    question: str | None
    reply: Reply
    mood: Mood
    turn: Turn


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A rehearsal as it stands between two lines. Frozen; a line or a move gives a new one."""

    cast: Cast
    history: History
    mood: Mood
    exchanges: tuple[Exchange, ...] = ()

    @classmethod
    def start(cls, cast: Cast, script: Script, at: datetime) -> Rehearsal:
        """The phone has been picked up, and nothing was said yet."""
        return cls(cast, History.start(script, at), mood_of(cast.persona))

    @property
    def turn(self) -> Turn:
        """The call as it stands."""
        return self.history.turn

    @property
    def over(self) -> bool:
        """Whether the call has ended: the rep closed it, or the prospect hung up."""
        return self.history.call.over or self.mood.gone

    @property
    def script(self) -> Script:
        """The script under the framework that is followed now."""
        return self.history.script.follow(self.history.call.framework)

    @property
    def facet_asked(self) -> str | None:
        """What the open question is about."""
        return asked_about(self.script, self.history.call)

    def say(self, text: str, at: datetime) -> Rehearsal:
        """The rep says something, and the prospect replies. Raises MoveError for nothing said, and at the end."""
        if self.over:
            raise MoveError("The call is over.", "See how it went, or begin another rehearsal.")
        if not text.strip():
            raise MoveError("Say something to the prospect.", "Type what you would say on the phone.")
        line = approach(text, self.script.setup.language)
        stage, question = self.history.call.stage, self.history.call.question
        about = self._about(line)
        mood, said = reply(self.cast, self.mood, line, about)
        history = self._led(line, about).take(moves.Hear(said.text), at)
        if mood.gone and not history.call.over:
            history = history.take(moves.End("hung_up"), at)
        exchange = Exchange(
            len(self.exchanges) + 1, at, line, about, stage, question, said, self.mood, history.turn
        )
        return replace(self, history=history, mood=mood, exchanges=(*self.exchanges, exchange))

    def take(self, move: Move, at: datetime) -> Rehearsal:
        """A move of the rep's own: on to the next question, a mark, the end of the call. Nobody hears it.

        Raises MoveError where it is not possible, at the end, and for a line that only the prospect can say. What
        was said cannot be undone: the prospect has heard it.
        """
        if self.over:
            raise MoveError("The call is over.", "See how it went, or begin another rehearsal.")
        if isinstance(move, moves.Hear | moves.Amend):
            raise MoveError("In a rehearsal the prospect answers for themselves.", "Type what you would say.")
        if isinstance(move, moves.Undo) and isinstance(self.history.last.move, moves.Hear):
            raise MoveError("What was said cannot be taken back.", "Only your own marks and steps can be undone.")
        return replace(self, history=self.history.take(move, at))

    def _about(self, line: Approach) -> str | None:
        """The facet that a line asks about: the open question's where it may be, else what it speaks of."""
        if line.form is None and line.next_step is None:
            return None
        facet = self.facet_asked
        if facet is not None and (not line.about or facet in line.about):
            return facet
        return line.about[0] if line.about else facet

    def _led(self, line: Approach, about: str | None) -> History:
        """The call at the question that the rep really asked, where that is another than the open one."""
        if line.form is None or about is None or about == self.facet_asked:
            return self.history
        asked = next((name for name, each in self.script.flow.criteria.items() if each.facet == about), None)
        if asked is None:
            return self.history
        return self.history.take(moves.Go(asked), self.history.turn.at)
