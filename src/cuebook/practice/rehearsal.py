"""A rehearsal: a call in which a simulated prospect answers. What the rep says goes to the prospect, and what the
prospect says is heard by the same call as a live one: cue, evidence and status come of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from cuebook.conversation import moves
from cuebook.conversation.advance import asked_about
from cuebook.conversation.history import History
from cuebook.conversation.moves import Move
from cuebook.conversation.record import Cue, Turn
from cuebook.conversation.script import Script
from cuebook.errors import MoveError
from cuebook.practice.casting import Cast
from cuebook.practice.mood import Mood, mood_of
from cuebook.practice.prospect import BESIDE, Reply, reply
from cuebook.qualification.gather import CONTRACT
from cuebook.qualification.status import SETTLED
from cuebook.understanding.approach import Approach, approach

HEEDS = 3
"""Words of a scripted answer's first sentence from which it is taken to acknowledge, however it is put."""

ECHO = 5
"""Words of a question, at the most, that only repeats what was said: 'Every week?'"""

_STATED = ("profile", CONTRACT)
"""Facts: nobody goes on from them without naming what they ask."""

_TALKED_IN = ("opening", "closing")
"""Stages in which any reply is an answer: to whether one may go on, and to what comes next."""

_SENTENCE_END = re.compile(r"[.!?]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line of the rep and the reply to it.

    `question`, `stage` and `cue` are what was open before, `about` the facet that was asked about; `mood` is how
    the prospect was before the line, `turn` the call after the reply. `heard` is the turn that the reply was heard
    in: that of the line before, where it only said more about the same.
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
    cue: Cue | None = None
    heard: int = 0


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
        line = self._as_scripted(self._read(text))
        stage, question, cue = self.history.call.stage, self.history.call.question, self.turn.cue
        about = self._about(line)
        mood, said = reply(self.cast, self.mood, line, about)
        n = len(self.exchanges) + 1
        decided = Exchange(n, at, line, about, stage, question, said, self.mood, self.turn, cue)
        return self._after(decided, mood)

    def follow(self, decided: Rehearsal, words: str | None) -> Rehearsal:
        """This rehearsal after the last exchange of `decided`, the reply said in `words` (None: in the script's).

        Nothing is decided here: whatever was said, it is the same reply, for the same reason.
        """
        last = decided.exchanges[-1]
        said = last.reply if words is None else replace(last.reply, text=words, voiced=True)
        return self._after(replace(last, reply=said, cue=self.turn.cue), decided.mood)

    def _after(self, decided: Exchange, mood: Mood) -> Rehearsal:
        """The rehearsal after an exchange, once its reply was heard by the call."""
        said, line, about, at = decided.reply, decided.line, decided.about, decided.at
        if mood.agreed and not decided.mood.agreed:
            history = self._adjourned(said, at)
            heard = history.turn.n
        else:
            history, heard = self._hears(said, line, about, mood.gone, at)
        exchange = replace(decided, turn=history.turn, heard=heard)
        return replace(self, history=history, mood=mood, exchanges=(*self.exchanges, exchange))

    def _hears(
        self, said: Reply, line: Approach, about: str | None, gone: bool, at: datetime
    ) -> tuple[History, int]:
        """The call after the reply, and the turn that it was heard in.

        What answers nothing is noted: last words, 'go on', more about what is settled. More about what is not is
        put to the answer that it goes on from.
        """
        before = self._followed_up(about) if said.kind in ("tells", "short") else None
        noted = moves.Note(said.text)
        if gone:
            history = self.history.take(noted, at).take(moves.End("hung_up"), at)
        elif before is not None and about is not None and self._settled(about):
            return self.history.take(noted, at), before
        elif before is not None:
            told = " ".join(each.reply.text for each in self.exchanges if each.heard == before)
            return self.history.take(moves.Amend(before, f"{told} {said.text}"), at), before
        elif said.kind == "reacts" and (said.because in BESIDE or self.history.call.stage not in _TALKED_IN):
            history = self.history.take(noted, at)
        else:
            greets = said.because == "greeting"  # 'is that the right person?' leads nowhere yet
            led = self.history if greets else self._led(line, about)
            history = led.take(moves.Hear(said.text), at)
            heard = history.turn.n
            if led is not self.history and self.history.call.stage == "profile":
                history = _back_to_profile(history, at)
            return history, heard
        return history, history.turn.n

    def _adjourned(self, said: Reply, at: datetime) -> History:
        """The call at its closing, where a day was agreed: the one that they name is that of the next step."""
        history = self.history
        if self.history.call.stage != "closing":
            history = history.take(moves.Go("closing"), at)
        return history.take(moves.Hear(said.text), at)

    def take(self, move: Move, at: datetime) -> Rehearsal:
        """A move of the rep's own: on to the next question, a mark, the end of the call. Nobody hears it.

        Raises MoveError where it is not possible, at the end, and for a line that only the prospect can say. What
        was said cannot be undone: the prospect has heard it.
        """
        if self.over:
            raise MoveError("The call is over.", "See how it went, or begin another rehearsal.")
        if isinstance(move, moves.Hear | moves.Amend):
            raise MoveError("In a rehearsal the prospect answers for themselves.", "Type what you would say.")
        said = self.exchanges[-1].turn.n if self.exchanges else 0
        if isinstance(move, moves.Undo) and 0 < self.history.last.turn.n <= said:
            raise MoveError("What was said cannot be taken back.", "Only your own marks and steps can be undone.")
        return replace(self, history=self.history.take(move, at))

    def _read(self, text: str) -> Approach:
        """What a line does; what is sold tells nothing of it ('planning shifts' or 'the planning' is no plan)."""
        language, topic = self.script.setup.language, self.script.sold.topic
        called = _called(self.cast.words.name)
        unknown = not _of_cue(self.turn.cue, text)  # of what is shown it is known what it is about
        bare = _unnamed(text, topic)
        line = approach(text, language, called, facets=unknown and bare == text)
        if unknown and bare != text:
            named = approach(bare, language, called)
            line = replace(line, about=named.about, beside=named.beside)
        return self._asking_on(line)

    def _asking_on(self, line: Approach) -> Approach:
        """The line; what only puts into words, or repeats, what they just told asks openly for more of it."""
        if self._told() is None or line.sums_up is not None:
            return line
        told = self.exchanges[-1].reply.text
        echoes = line.form == "closed" and line.asked <= ECHO and _repeats(_last_question(line), told)
        if echoes or (line.form is None and line.mirrors is not None):
            return replace(line, form="open", asks=1, about=(), beside=(), asked=min(line.asked or ECHO, ECHO))
        return line

    def _as_scripted(self, line: Approach) -> Approach:
        """The line, with what is in it because the script says so, in whatever words it is written.

        The reason shown with a question is one; a scripted answer to an objection explains, and acknowledges if it
        has a sentence for that.
        """
        cue, explanation = self.turn.cue, self.turn.explanation
        if line.next_step is not None and self.history.call.stage != "closing" and self._shown(line):
            line = replace(line, next_step=None)
        if explanation is not None and (span := _said(explanation.say, line.text)):
            heeds = span if len(_SENTENCE_END.split(explanation.say)[0].split()) >= HEEDS else None
            line = replace(line, acknowledges=line.acknowledges or heeds, reason=line.reason or span)
        if cue is not None and line.reason is None:
            line = replace(line, reason=_said(cue.why, line.text))
        return line

    def _shown(self, line: Approach) -> bool:
        """Whether a line says what is shown, or was a line ago."""
        before = self._last.cue if self._last is not None else None
        return _of_cue(self.turn.cue, line.text) or _of_cue(before, line.text)

    def _about(self, line: Approach) -> str | None:
        """The facet that a line asks about.

        What is shown, said as it stands, is about what it was written for: the cue, a follow-up to the answer
        before, or the reply to an objection, which leads back to what was asked.
        """
        if line.form is None and line.next_step is None:
            return None
        if _of_cue(self.turn.cue, line.text):
            return self.facet_asked
        if _small(line):
            return None
        last, told, explanation = self._last, self._told(), self.turn.explanation
        if last is not None and told is not None and _of_cue(last.cue, line.text):
            return told
        if self.mood.asked is not None and explanation is not None and _said(explanation.say, line.text):
            return self.mood.asked
        return self._spoken_of(line, told)

    @property
    def _last(self) -> Exchange | None:
        return self.exchanges[-1] if self.exchanges else None

    def _told(self) -> str | None:
        """The facet that was just told of."""
        last = self._last
        return last.reply.facet if last is not None and last.reply.kind == "tells" else None

    def _spoken_of(self, line: Approach, told: str | None) -> str | None:
        """What words of the rep's own are about: the open question where they may be, else what they speak of.

        What names nothing is about the objection that waits, or goes on from what was just told. Who asks for a
        story and names nothing asks how things are, not how many they are.
        """
        facet = self.facet_asked
        if facet is not None and facet in line.about:
            return facet
        if told is not None and told in line.about:
            return told
        if line.about:
            return line.about[0]
        if self.mood.pending is not None and self.mood.asked is not None:
            return self.mood.asked
        if line.form == "closed" and (facet is None or self.mood.pending is not None):
            return None  # it asks for leave
        if facet is not None and facet in line.beside:
            return facet
        if line.beside:
            return line.beside[0]
        known = told if told not in _STATED else None
        open_ = facet if facet != "profile" or line.form == "short" else None
        return known or open_ or self._first_of_all()

    def _first_of_all(self) -> str | None:
        """What one asks first about how things are: the situation where the framework has it, else the need."""
        asked = [criterion.facet for criterion in self.script.flow.criteria.values()]
        return next((facet for facet in ("situation", "need") if facet in asked), None)

    def _followed_up(self, about: str | None) -> int | None:
        """The turn that a line goes on from, where the call has moved on from it: what is said belongs there."""
        last = self._last
        if last is None or about is None or about == self.facet_asked or last.reply.kind != "tells":
            return None
        return last.heard if last.reply.facet == about else None

    def _settled(self, facet: str) -> bool:
        return self.history.call.ledger.of(facet).standing().standing in SETTLED

    def _led(self, line: Approach, about: str | None) -> History:
        """The call at the question that the rep really asked, where that is another than the open one."""
        if line.form is None or about is None or about == self.facet_asked:
            return self.history
        asked = next((name for name, each in self.script.flow.criteria.items() if each.facet == about), None)
        if asked is None:
            return self.history
        return self.history.take(moves.Go(asked), self.history.turn.at)


def _back_to_profile(history: History, at: datetime) -> History:
    """The call at the question about the buyer profile, which was open and not asked yet, if it still matters."""
    known = history.call.ledger.of("profile").standing().standing != "unknown"
    elsewhere = history.turn.stage not in history.script.follow(history.call.framework).flow.criteria
    return history if known or elsewhere else history.take(moves.Go("profile"), at)


def _unnamed(text: str, topic: str) -> str:
    """A line without the name of what is sold, and without the first word of it after 'the' and the like."""
    first = re.escape(topic.partition(" ")[0])
    bare = text.replace(topic, "it")
    return re.sub(rf"\b(the|your|this|that|of|with|about) {first}\b", r"\1 it", bare, flags=re.IGNORECASE)


def _called(name: str) -> tuple[str, ...]:
    """The names by which somebody may be addressed."""
    return tuple(name.split())


def _small(line: Approach) -> bool:
    """Whether all that a line asks is how they are, and how the weather is."""
    if line.small_talk is None or not line.questions or line.next_step is not None:
        return False
    begin, end = line.questions[-1]
    return begin <= line.small_talk[0] < end or (line.asks > 1 and not line.about)


def _last_question(line: Approach) -> str:
    return line.text[slice(*line.questions[-1])] if line.questions else ""


def _repeats(text: str, told: str) -> bool:
    """Whether a line says words of what was told, and little else."""
    said, before = (set(_WORD.findall(words.lower())) for words in (text, told))
    return bool(said) and 2 * len(said & before) >= len(said)


def _of_cue(cue: Cue | None, text: str) -> bool:
    """Whether a line says the question of a cue, or one of its follow-ups."""
    return cue is not None and any(_said(shown, text) for shown in (cue.say, *cue.probes))


def _said(shown: str, text: str) -> tuple[int, int] | None:
    """Where the shown words stand in a line; None where they do not, or nothing is shown."""
    at = text.find(shown) if shown else -1
    return (at, at + len(shown)) if at >= 0 else None
