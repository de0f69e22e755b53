"""Sparring: only objections, one after another, each met in a line and judged at once.

Whether an objection rests is decided by the prospect of a rehearsal (prospect.py), part by part; nothing is judged
otherwise here. The seconds are those of the rep's own clock: they are shown, and count for nothing.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, get_args

from cuebook.conversation import moves
from cuebook.conversation.history import History
from cuebook.conversation.script import Script
from cuebook.dialogue.model import ObjectionClass
from cuebook.dialogue.personas import Raises, Settles, filled
from cuebook.errors import DialogueError, MoveError
from cuebook.practice.casting import Cast
from cuebook.practice.mood import mood_of
from cuebook.practice.prospect import Reply, reply
from cuebook.practice.reps import Help
from cuebook.understanding.approach import Approach, approach

ROUNDS = 8
"""Objections of a sparring, where nothing else is said."""

PARTS: tuple[Settles, ...] = get_args(Settles)
"""What a reply to an objection holds: it is taken seriously, explained, and followed by a question."""

OWN = 0.5
"""What comes in fewer calls than this share is not what a persona is known for: it comes with the catalogue."""

_OBEYED: frozenset[ObjectionClass] = frozenset({"opt-out", "hostile"})
"""Classes that no question is asked after: whoever wants no more calls is let go."""


@dataclass(frozen=True, slots=True)
class Round:
    """One objection: as it is said, what has to be in the reply, and what the script would say to it."""

    n: int
    raises: Raises
    class_: ObjectionClass
    said: str
    script: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rep said to an objection. `holds`: which parts were there, of those that it takes.

    `reply` is what the prospect says then, `seconds` how long the rep took, `help` what was shown meanwhile.
    """

    round: Round
    text: str
    holds: Mapping[Settles, bool]
    pressed: bool
    settled: bool
    reply: str
    seconds: float
    at: datetime
    help: Help


@dataclass(frozen=True, slots=True)
class Sparring:
    """A sparring as it stands. Frozen; an answer gives a new one. `since` is when the open round was shown."""

    cast: Cast
    language: str
    rounds: tuple[Round, ...]
    since: datetime
    answers: tuple[Answer, ...] = ()

    @classmethod
    def start(cls, cast: Cast, script: Script, rounds: int, at: datetime) -> Sparring:
        """So many rounds: first what the persona objects themselves, then the rest of the catalogue.

        The seed of the cast decides which and how. What is through comes again, until there are enough.
        """
        dice = random.Random(f"{cast.seed}/sparring")  # noqa: S311 - the same seed, the same sparring
        own = {raises.objection: raises for raises in cast.persona.raises if raises.chance >= OWN}
        rest = [name for name in cast.catalogue if name not in own]
        order = [*dice.sample(sorted(own), len(own)), *dice.sample(rest, len(rest))]
        speakable = [name for name in order if cast.they_say.get(name)]
        if not speakable:
            raise DialogueError(
                "Nobody has an objection in these dialogues.", "`cuebook check` shows what is wrong."
            )
        shown = History.start(script, at)
        found = [
            _round(n + 1, own.get(name) or Raises(objection=name, when="greeting"), cast, shown, at, dice)
            for n, name in enumerate(speakable[n % len(speakable)] for n in range(rounds))
        ]
        even = replace(cast, luck=None)  # whether an answer holds what it takes is judged, not their day
        return cls(even, script.setup.language, tuple(found), at)

    @property
    def now(self) -> Round | None:
        """The objection that waits for an answer; None once all were met."""
        return self.rounds[len(self.answers)] if len(self.answers) < len(self.rounds) else None

    @property
    def last(self) -> Answer | None:
        """The last answer, if there was one."""
        return self.answers[-1] if self.answers else None

    def answer(self, text: str, at: datetime, help_: Help = "nothing") -> Sparring:
        """The rep answers, with so much help. Raises MoveError for nothing said, and at the end."""
        asked = self.now
        if asked is None:
            raise MoveError("All objections were met.", "Look at the summary, or begin again.")
        if not text.strip():
            raise MoveError("Say something to that.", "Type what you would say on the phone.")
        line = _as_scripted(approach(text, self.language), asked.script)
        said = self._met(asked, line, asked.raises.settled_by)
        obeys = asked.class_ in _OBEYED
        answer = Answer(
            round=asked,
            text=text,
            holds={} if obeys else {part: self._rests(asked, line, (part,)) for part in asked.raises.settled_by},
            pressed=line.presses is not None,
            settled=said.settled is not None,
            reply=said.text if said.kind not in {"tells", "short"} else self._leave(asked),
            seconds=max(0.0, (at - self.since).total_seconds()),
            at=at,
            help=help_,
        )
        return replace(self, answers=(*self.answers, answer), since=at)

    def _leave(self, asked: Round) -> str:
        """Leave to go on, in the place of an answer: nothing was asked before the objection."""
        dice = random.Random(f"{self.cast.seed}/{asked.n}")  # noqa: S311 - the same seed, the same sparring
        return filled(dice.choice(self.cast.talk.reactions.get("go_on", ("...",))), self.cast.facts)

    def _rests(self, asked: Round, line: Approach, parts: tuple[Settles, ...]) -> bool:
        """Whether the objection would rest if it took these parts alone, pressure apart."""
        return self._met(asked, replace(line, presses=None), parts).settled is not None

    def _met(self, asked: Round, line: Approach, parts: tuple[Settles, ...]) -> Reply:
        """The prospect's reply, fresh in every round: what went wrong before is not held against the rep."""
        mood = replace(mood_of(self.cast.persona), lines=asked.n, pending=replace(asked.raises, settled_by=parts))
        return reply(self.cast, mood, line, None)[1]


def _as_scripted(line: Approach, script: str) -> Approach:
    """The line; the script's own words acknowledge and explain, however a company has put them."""
    at = line.text.find(script) if script else -1
    span = (at, at + len(script))
    return line if at < 0 else replace(line, acknowledges=line.acknowledges or span, reason=line.reason or span)


def _round(n: int, raises: Raises, cast: Cast, shown: History, at: datetime, dice: random.Random) -> Round:
    said = filled(dice.choice(cast.they_say[raises.objection]), cast.facts)
    explained = shown.take(moves.Object(raises.objection), at).turn.explanation
    script = explained.say if explained else ""
    return Round(n, raises, cast.catalogue[raises.objection].class_, said, script)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a sparring came to: so many of the `rounds` settled; of each part how often it was there, and how often
    it was due; how many answers pressed; the seconds of an answer, the middle one; the objections not settled.
    """

    rounds: int
    settled: int
    parts: Mapping[Settles, tuple[int, int]]
    pressed: int
    seconds: float
    missed: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The same for other programs."""
        return {
            "rounds": self.rounds,
            "settled": self.settled,
            "parts": {part: {"held": held, "of": of} for part, (held, of) in self.parts.items()},
            "pressed": self.pressed,
            "seconds": round(self.seconds, 1),
            "missed": list(self.missed),
        }


def summary(answers: Sequence[Answer]) -> Summary:
    """Add the answers up."""
    due = {part: [answer.holds[part] for answer in answers if part in answer.holds] for part in PARTS}
    taken = sorted(answer.seconds for answer in answers)
    middle = (taken[(len(taken) - 1) // 2] + taken[len(taken) // 2]) / 2 if taken else 0.0
    return Summary(
        rounds=len(answers),
        settled=sum(answer.settled for answer in answers),
        parts={part: (sum(held), len(held)) for part, held in due.items()},
        pressed=sum(answer.pressed for answer in answers),
        seconds=middle,
        missed=tuple(dict.fromkeys(answer.round.raises.objection for answer in answers if not answer.settled)),
    )
