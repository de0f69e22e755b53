"""Simulated calls by the thousand: a scripted rep against every persona, and what it all came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import comb
from typing import Any

from cuebook.conversation.script import Script
from cuebook.dialogue.personas import Personas
from cuebook.practice.casting import cast_of, truth_of
from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.reps import Rep, play
from cuebook.practice.scorecard import score
from cuebook.qualification.status import Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one simulated call came to.

    `lines` are the rep's, `questions` those about criteria until the verdict that stood at the end first stood.
    `broken_off`: the prospect hung up, at the stage `ended`. `met` of the `objections` were laid to rest.
    """

    number: int
    persona: str
    product: str
    truth: Verdict
    verdict: Verdict
    lines: int
    questions: int
    broken_off: bool
    ended: str
    objections: tuple[str, ...]
    met: tuple[str, ...]
    score: float

    @property
    def right(self) -> bool:
        """Whether the verdict is that of how the prospect really stands."""
        return self.verdict == self.truth


def simulate(
    scripts: Sequence[Script], personas: Personas, rep: Rep, calls: range, *, seed: int, at: datetime
) -> tuple[Outcome, ...]:
    """Hold the calls of these numbers: product by product, persona by persona, over and over.

    `scripts` are of one framework, one for each product. The same numbers and seed give the same calls. Raises
    UsageError where nobody speaks the language of the call.
    """
    alone = [_alone(script) for script in scripts]
    names = personas.worded(scripts[0].setup.language)
    outcomes = []
    for number in calls:
        script = alone[number % len(alone)]
        name = names[number // len(alone) % len(names)] if names else ""
        cast = cast_of(personas, name, script, f"{seed}/{number}", at.date())
        played = play(Rehearsal.start(cast, script, at), rep, f"{seed}/{number}")
        truth = truth_of(script.flow, cast.persona, script.product, at.date()).verdict
        outcomes.append(_outcome(number, played, truth))
    return tuple(outcomes)


def _alone(script: Script) -> Script:
    """The script without the other frameworks and products: nobody looks at those, thousands of times."""
    return replace(
        script,
        flows={script.flow.framework: script.flow},
        products={script.product.product: script.product},
    )


def _outcome(number: int, played: Rehearsal, truth: Verdict) -> Outcome:
    verdict = played.turn.status.verdict
    stood = [each.turn.status.verdict for each in played.exchanges]
    until = len(stood)
    while until > 1 and stood[until - 2] == verdict:
        until -= 1
    asked = [each.line.form is not None and each.stage not in ("opening", "closing") for each in played.exchanges]
    return Outcome(
        number=number,
        persona=played.cast.persona.persona,
        product=played.cast.product,
        truth=truth,
        verdict=verdict,
        lines=len(played.exchanges),
        questions=sum(asked[:until]),
        broken_off=played.mood.gone,
        ended=played.exchanges[-1].stage if played.exchanges else "opening",
        objections=tuple(sorted(played.mood.raised)),
        met=tuple(sorted({each.reply.settled for each in played.exchanges if each.reply.settled})),
        score=score(played, truth).score,
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """What simulated calls came to, all together.

    `confusion` counts calls by (truth, verdict). `right` is of the calls that the prospect did not break off.
    """

    calls: int
    broken_off: int
    right: int
    confusion: Mapping[tuple[Verdict, Verdict], int]
    lines: float
    questions: float
    score: float
    ended: Mapping[str, int]
    objections: Mapping[str, int]
    met: Mapping[str, int]

    @property
    def accuracy(self) -> float:
        """The share of right verdicts, of 1, among the calls that came to their end."""
        kept = self.calls - self.broken_off
        return self.right / kept if kept else 0.0

    def as_json(self) -> dict[str, Any]:
        """The same for other programs."""
        verdicts: dict[str, dict[str, int]] = {}
        for (truth, verdict), count in sorted(self.confusion.items()):
            verdicts.setdefault(truth, {})[verdict] = count
        raised = sorted(self.objections.items())
        return {
            "calls": self.calls,
            "broken_off": self.broken_off,
            "accuracy": round(self.accuracy, 4),
            "lines": round(self.lines, 2),
            "questions": round(self.questions, 2),
            "score": round(self.score, 2),
            "verdicts": verdicts,
            "broken_off_at": dict(sorted(self.ended.items())),
            "objections": {name: {"raised": count, "met": self.met.get(name, 0)} for name, count in raised},
        }


def summary(outcomes: Iterable[Outcome]) -> Summary:
    """Add up what calls came to."""
    known = tuple(outcomes)
    count = len(known) or 1
    broken = [each for each in known if each.broken_off]
    return Summary(
        calls=len(known),
        broken_off=len(broken),
        right=sum(each.right for each in known if not each.broken_off),
        confusion=Counter((each.truth, each.verdict) for each in known),
        lines=sum(each.lines for each in known) / count,
        questions=sum(each.questions for each in known) / count,
        score=sum(each.score for each in known) / count,
        ended=Counter(each.ended for each in broken),
        objections=Counter(name for each in known for name in each.objections),
        met=Counter(name for each in known for name in each.met),
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a dialogue over the same calls.

    `better` calls came right only with the second, `worse` only with the first; `chance` is how likely so uneven a
    split is if neither is better (the exact sign test on those pairs, two-sided).
    """

    calls: int
    better: int
    worse: int
    chance: float


def compare(first: Iterable[Outcome], second: Iterable[Outcome]) -> Comparison:
    """Compare call by call: each number was held with both versions."""
    before = {each.number: each.right and not each.broken_off for each in first}
    after = {each.number: each.right and not each.broken_off for each in second}
    both = before.keys() & after.keys()
    better = sum(after[n] and not before[n] for n in both)
    worse = sum(before[n] and not after[n] for n in both)
    return Comparison(len(both), better, worse, _sign_test(better, worse))


def _sign_test(better: int, worse: int) -> float:
    """How likely a split at least so uneven is, were both as good."""
    tossed, fewer = better + worse, min(better, worse)
    tail = sum(comb(tossed, k) for k in range(fewer + 1))
    return min(1.0, float(2 * tail / 2**tossed))
