"""Scripted reps: they play calls against simulated prospects, so that a score and a script can be tried out.

The good one says what the cue says, gives the reason, meets objections with the scripted words and marks what it
understood. The closed one asks for a yes or a no; the pushy one presses. With less help, and with slips, the good
one comes nearer to the others.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cuebook.conversation import moves
from cuebook.conversation.moves import Move
from cuebook.dialogue.personas import filled
from cuebook.practice.prospect import SENSITIVE
from cuebook.practice.rehearsal import Exchange, Rehearsal
from cuebook.qualification.gather import NEXT_STEP, READ
from cuebook.qualification.status import SETTLED, Verdict

Manner = Literal["good", "closed", "pushy"]
Help = Literal["script", "hints", "nothing"]

SLIPS: Mapping[Help, float] = {"script": 0.0, "hints": 0.15, "nothing": 0.35}
"""How often a rep with so much help falls back to a closed question, or forgets the reason or the objection."""

_ENDS: frozenset[Verdict] = frozenset({"disqualified", "callback", "rerouted", "lost", "do_not_call"})
"""Verdicts after which a good rep goes to the closing and asks no more."""

FOLLOW_UPS = {"discovery": 2, "cold": 1}
"""How often a good rep asks on about what was just told (HBR 2018), by depth."""

ENOUGH = 3
"""So many telling answers about one thing, and a good rep goes on, settled or not."""

LONGEST = 60
"""Lines and moves of a call, after which even the pushy one gives up."""


@dataclass(frozen=True, slots=True)
class Rep:
    """A scripted rep. `slips`: how often it errs, beside what the missing help brings with it."""

    manner: Manner = "good"
    help: Help = "script"
    slips: float = 0.0

    def errs(self, dice: random.Random) -> bool:
        """Whether this line goes wrong."""
        return dice.random() < SLIPS[self.help] + self.slips


def play(rehearsal: Rehearsal, rep: Rep, seed: str) -> Rehearsal:
    """The whole call, from the first word to its end."""
    dice = random.Random(f"{seed}/{rep.manner}")  # noqa: S311 - the same seed, the same call
    at = rehearsal.history.turn.at
    for _ in range(LONGEST):
        if rehearsal.over:
            return rehearsal
        does = _next(rehearsal, rep, dice)
        rehearsal = rehearsal.say(does, at) if isinstance(does, str) else rehearsal.take(does, at)
    proposed = rehearsal.turn.proposal
    return rehearsal if rehearsal.over else rehearsal.take(moves.End(proposed.disposition), at)


def _next(rehearsal: Rehearsal, rep: Rep, dice: random.Random) -> str | Move:
    """The rep's next line, or the move that comes before it."""
    last = rehearsal.exchanges[-1] if rehearsal.exchanges else None
    if rep.manner == "good" and not rep.errs(dice):
        understood = _marked(rehearsal, last)
        if understood is not None:
            return understood
    turn = rehearsal.turn
    if rehearsal.mood.leaving and rep.manner != "pushy":
        return moves.End(turn.proposal.disposition, turn.proposal.next_step)
    if last is not None and last.reply.kind == "objects":
        return _meets(rehearsal, rep, dice)
    ends = turn.status.verdict in _ENDS
    if ends and turn.stage != "closing" and rep.manner == "good":
        return moves.Go("closing")
    if turn.stage == "closing" and any(e.about == NEXT_STEP for e in rehearsal.exchanges):
        step = turn.proposal.next_step
        return moves.End(turn.proposal.disposition, step)
    if turn.stage != "closing" and last is not None and last.stage == turn.stage and _leaves(rehearsal, rep, last):
        return moves.Next()
    if rep.manner == "good" and not ends and last is not None and not rep.errs(dice):
        more = _follow_up(rehearsal, rep, last)
        if more is not None:
            return more
    return _asks(rehearsal, rep, dice)


def _leaves(rehearsal: Rehearsal, rep: Rep, last: Exchange) -> bool:
    """Whether the rep goes on to the next point: asked before, not understood, told enough, or greeted in vain."""
    unmoved = last.reply.kind == "reacts" and last.mood.pending is not None and last.reply.settled is None
    if last.reply.because in ("again", "unclear", "unknown") or (unmoved and last.stage == "opening"):
        return True
    facet = rehearsal.facet_asked
    told = sum(e.reply.kind == "tells" and e.reply.facet == facet for e in rehearsal.exchanges)
    return rep.manner == "good" and told >= ENOUGH


def _follow_up(rehearsal: Rehearsal, rep: Rep, last: Exchange) -> str | None:
    """A question that goes on from what was just told; None where there is none, or it was asked often enough."""
    cue, facet = last.cue, last.reply.facet
    if last.reply.kind != "tells" or cue is None or not cue.probes or facet in SENSITIVE or facet == "profile":
        return None
    asked = [e for e in rehearsal.exchanges if e.cue is not None and e.line.text in e.cue.probes]
    before = [e for e in rehearsal.exchanges if e.reply.facet == facet and e.reply.kind == "tells"]
    depth = rehearsal.history.call.depth or rehearsal.script.setup.depth
    if len(before) > 1 or len(asked) >= FOLLOW_UPS[depth] or last.reply.settled is not None:
        return None
    return cue.probes[0] if rep.help == "script" else "Tell me more about that, please."


def _marked(rehearsal: Rehearsal, last: Exchange | None) -> Move | None:
    """What a person would understand of a telling answer, and no reader does: marked by the rep, once."""
    if last is None or last.reply.kind != "tells" or last.reply.facet is None or last.reply.facet in READ:
        return None
    status = rehearsal.turn.status
    facet, truth = last.reply.facet, rehearsal.cast.persona.stands(last.reply.facet)
    for name, criterion in rehearsal.script.flow.criteria.items():
        settled = status.criteria[name].standing in SETTLED
        if criterion.facet == facet and facet != "profile" and not settled and truth in ("confirmed", "negative"):
            return moves.Mark(name, "confirmed" if truth == "confirmed" else "negative")
    return None


def _meets(rehearsal: Rehearsal, rep: Rep, dice: random.Random) -> str:
    """What the rep says to an objection."""
    if rep.manner != "good" or rep.errs(dice):
        return _line(rehearsal, "pushy" if rep.manner == "pushy" else "closed", "meets", dice)
    explained = rehearsal.turn.explanation
    if explained is not None:
        return explained.say
    cue = rehearsal.turn.cue
    return f"I understand. I only ask so that I don't waste your time. {cue.say if cue else ''}".strip()


def _asks(rehearsal: Rehearsal, rep: Rep, dice: random.Random) -> str:
    """The rep's next question, or what this rep takes for one."""
    turn = rehearsal.turn
    facet = rehearsal.facet_asked
    if rep.manner == "pushy" and rehearsal.exchanges:
        roll = dice.random()
        if roll < 0.35:
            return _line(rehearsal, "pushy", "tells", dice)
        if roll < 0.6:
            return _line(rehearsal, "pushy", "asks", dice)
        return _line(rehearsal, "closed", facet or "other", dice)
    if turn.cue is None:
        return _line(rehearsal, "closed", "other", dice)
    scripted = turn.stage not in rehearsal.script.flow.criteria
    if rep.manner == "closed" and turn.stage != "opening":
        return _line(rehearsal, "closed", facet or "other", dice)
    if not scripted and (rep.manner != "good" or rep.errs(dice)):
        return _line(rehearsal, "closed", facet or "other", dice)
    said = turn.cue.say
    if rep.help != "script" and not scripted:
        said = _line(rehearsal, "hints", facet or "other", dice)
    delicate = facet in SENSITIVE and facet not in rehearsal.mood.reasons
    reason = turn.cue.why if delicate and rep.manner == "good" and not rep.errs(dice) else ""
    return f"{reason} {said}".strip()


def _line(rehearsal: Rehearsal, manner: str, purpose: str, dice: random.Random) -> str:
    """One of the lines that are written for such a rep."""
    lines = rehearsal.cast.talk.reps[manner]
    return filled(dice.choice(lines.get(purpose) or lines["other"]), rehearsal.cast.facts)
