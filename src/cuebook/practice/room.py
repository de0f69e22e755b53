"""A rehearsal under way, as the front ends hold it: with a clock, the help that is shown, and the score so far."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, get_args

from cuebook.conversation.history import History
from cuebook.conversation.moves import LONGEST_LINE, Move
from cuebook.conversation.record import Turn
from cuebook.conversation.replaying import replay
from cuebook.conversation.script import script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues, Objection, Words
from cuebook.errors import MoveError
from cuebook.harmless import harmless
from cuebook.practice.casting import truth_of
from cuebook.practice.keeping import Keeping
from cuebook.practice.rehearsal import Exchange, Rehearsal
from cuebook.practice.reps import Help
from cuebook.practice.scorecard import Scorecard, score

if TYPE_CHECKING:
    from cuebook.clock import Clock
    from cuebook.practice.actor import Actor

HELPS: tuple[Help, ...] = get_args(Help)
"""The levels of help, the most first."""

SEEDS = 1_000_000
"""A seed that is drawn is below this: short enough to be typed again."""


@dataclass(frozen=True, slots=True)
class Say:
    """What the rep says to the prospect. The one move that a rehearsal has and a live call has not.

    Making one raises MoveError for a blank line and for one that is too long.
    """

    kind: ClassVar[str] = "say"
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise MoveError("Say something to the prospect.", "Type what you would say on the phone.")
        if len(self.text) > LONGEST_LINE:
            raise MoveError(
                f"The line has {len(self.text):,} characters; at most {LONGEST_LINE:,} are taken.",
                "Say it shorter.",
            )
        object.__setattr__(self, "text", harmless(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a rehearsal begins with, besides the setup of the call: the same gives the same prospect."""

    persona: str
    seed: int
    help: Help = "script"


def drawn(names: Sequence[str], seed: int) -> str:
    """The persona that a seed draws, where none is named."""
    return random.Random(f"{seed}/persona").choice(sorted(names))  # noqa: S311 - the same seed, the same persona


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A rehearsal that is wished for; without a persona the seed draws one, without a seed the clock does.

    `apart_from` is not drawn, where there is anybody else. `rounds`: so many objections instead of a whole call;
    0 for a call. `voiced`: in a call, a voice finds the words of what the prospect says.
    """

    setup: Setup
    persona: str | None = None
    seed: int | None = None
    help: Help = "script"
    rounds: int = 0
    apart_from: str | None = None
    voiced: bool = False

    def another(self) -> Wish:
        """The same choices with somebody else on the phone, who says other things."""
        seed = ((self.seed or 0) + 1) % SEEDS
        return replace(self, persona=None, seed=seed, apart_from=self.persona)


@dataclass(frozen=True, slots=True)
class Course:
    """A rehearsal and the turns that it gave: how a call went."""

    rehearsal: Rehearsal
    turns: list[Turn]

    def after(self, taken: Rehearsal) -> Course:
        """The same, one move or line on."""
        return Course(taken, [*self.turns, *_new(taken.history, self.turns[-1].n)])

    def anew(self, history: History) -> tuple[Course, int]:
        """The same moves, taken again from `history`; and how many of them are not possible there."""
        made = [(turn.n, turn.at, turn.move) for turn in self.turns if turn.move]
        turns, history, passed_over = replay(history, made)
        return Course(replace(self.rehearsal, history=history), turns), passed_over


class Room:
    """A rehearsal under way.

    `rehearsal` is as it stands, `turns` what was shown so far, `help` how much of the cue is shown. Like a call it
    is on disk before a reply is shown; but a store that fails stops nobody: see `keeping`. `keep` writes it as it
    stands and gives its id.

    With an `actor` the prospect has words of their own. The call is then held twice: in the script's words, which
    decides and is scored, and in those that were said, which is shown and kept.
    """

    def __init__(
        self,
        chosen: Chosen,
        rehearsal: Rehearsal,
        clock: Clock,
        digest: str,
        keep: Callable[[Room], str],
        actor: Actor | None = None,
    ) -> None:
        self.chosen = chosen
        self.digest = digest
        self.keeping = Keeping(partial(keep, self))
        self.actor = actor
        self._said = self._decided = Course(rehearsal, [rehearsal.turn])
        self._clock = clock
        self._help = self._most = chosen.help

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rehearsal(self) -> Rehearsal:
        """The rehearsal as it stands, in the words that were said."""
        return self._said.rehearsal

    @property
    def turns(self) -> list[Turn]:
        """All turns in order."""
        return self._said.turns

    @property
    def setup(self) -> Setup:
        """The choices of the call."""
        return self.rehearsal.history.script.setup

    @property
    def turn(self) -> Turn:
        """The turn that stands."""
        return self.turns[-1]

    @property
    def last(self) -> Exchange | None:
        """The last line and the reply to it; None before the first."""
        return self.rehearsal.exchanges[-1] if self.rehearsal.exchanges else None

    @property
    def again(self) -> Wish:
        """The same call once more, with as much help as is shown now."""
        chosen, voiced = self.chosen, self.actor is not None
        return Wish(setup=self.setup, persona=chosen.persona, seed=chosen.seed, help=self.help, voiced=voiced)

    @property
    def over(self) -> bool:
        """Whether the rep closed the call, or the prospect hung up."""
        return self.rehearsal.over

    @property
    def started(self) -> datetime:
        """When the phone was picked up."""
        return self.turns[0].at

    @property
    def words(self) -> Words:
        """The wording of the call's language."""
        return self.rehearsal.history.script.words

    @property
    def objections(self) -> Mapping[str, Objection]:
        """The catalogue of objections."""
        return self.rehearsal.history.script.objections

    def heard(self, line: int | None = None) -> Turn | None:
        """The turn of something that the prospect said, with what it counts for now; the last by default."""
        return self.rehearsal.history.heard(line)

    @property
    def cue(self) -> str | None:
        """The words that are shown to be said now: the explanation, else the question. None where none are."""
        turn = self.turn
        if self._help != "script":
            return None
        return turn.explanation.say if turn.explanation else turn.cue.say if turn.cue else None

    @property
    def help(self) -> Help:
        """How much of the cue is shown now."""
        return self._help

    @property
    def most_help(self) -> Help:
        """The most that was shown so far."""
        return self._most

    def show(self, help_: Help) -> None:
        """Show more of the cue, or less."""
        self._help = help_
        self._most = min(self._most, help_, key=HELPS.index)

    # ── what is done ─────────────────────────────────────────────────────────────────────────────────────────

    def take(self, move: Move | Say) -> Turn:
        """Say something, or take a move of a live call. Gives the turn that stands then.

        Raises MoveError for what is not possible, DialogueError where what comes next cannot be worded; nothing
        has changed then.
        """
        at, actor = self._clock(), self.actor
        said, decided = self._said, self._decided
        if isinstance(move, Say):
            decided = decided.after(decided.rehearsal.say(move.text, at))
            said = said.after(actor.follow(said.rehearsal, decided.rehearsal)) if actor else decided
        else:
            decided = decided.after(decided.rehearsal.take(move, at))
            said = said.after(said.rehearsal.take(move, at)) if actor else decided
        self._said, self._decided = said, decided
        if said.rehearsal.exchanges:
            self.keeping.step()
        return said.rehearsal.turn

    def keep(self) -> None:
        """Keep it, over or left, whatever failed on the way. A call in which nothing was said is not kept."""
        if self.rehearsal.exchanges:
            self.keeping.finish()

    def prepare(self) -> None:
        """Load what the first answer needs, while the first cue is being read out."""
        from cuebook.conversation.machine import machine_of
        from cuebook.understanding import approach, read

        read.prepare(self.setup.language)
        approach.approach("", self.setup.language)
        machine_of(self.rehearsal.script.flow)
        if self.actor is not None:
            self.actor.prepare()

    def leave(self) -> None:
        """The rep leaves: nobody is waited for any more."""
        if self.actor is not None:
            self.actor.leave()

    def notice(self) -> str:
        """What the rep is to be told of the voice, once; mostly nothing, and without one nothing at all."""
        return self.actor.notice() if self.actor is not None else ""

    def reread(self, dialogues: Dialogues) -> int | None:
        """Take the call anew over other dialogues; what was said stays said, and the prospect who they are.

        Gives how many moves these dialogues do not allow, which are passed over; None where they are the ones in
        use. Raises UsageError where what the call needs is gone, DialogueError where a sentence cannot be said;
        nothing has changed then.
        """
        if dialogues.digest == self.digest:
            return None
        history = History.start(script_for(self.setup, dialogues), self.started)
        said, passed_over = self._said.anew(history)
        decided = said if self.actor is None else self._decided.anew(history)[0]
        self._said, self._decided = said, decided
        self.digest = dialogues.digest
        return passed_over

    # ── how it went ──────────────────────────────────────────────────────────────────────────────────────────

    def scorecard(self) -> Scorecard:
        """The score, as far as it went."""
        decided = self._decided.rehearsal
        script, persona = decided.script, decided.cast.persona
        truth = truth_of(script.flow, persona, script.product, self.started.date())
        return score(decided, truth.verdict)


def _new(history: History, after: int) -> list[Turn]:
    """The turns with a number above `after`: a line may also lead to its question, and end the call."""
    found, entry = [history.turn], history.last.before
    while entry is not None and entry.turn.n > after:
        found.append(entry.turn)
        entry = entry.before
    return found[::-1]
