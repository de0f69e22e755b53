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
from cuebook.practice.casting import Cast, cast_of, truth_of
from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.reps import Rep, play
from cuebook.practice.scorecard import CheckName, score
from cuebook.qualification.status import Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one simulated call came to.

    `lines` are the rep's, `questions` those about criteria until the verdict that stood at the end first stood.
    `broken_off`: the prospect hung up, at the stage `ended`; `put_off`: they had to go, and another day was
    agreed. `met` of the `objections` were laid to rest. `failed` are the checks that did not hold.
    """

    number: int
    persona: str
    product: str
    truth: Verdict
    verdict: Verdict
    lines: int
    questions: int
    broken_off: bool
    put_off: bool
    ended: str
    objections: tuple[str, ...]
    met: tuple[str, ...]
    failed: tuple[CheckName, ...]
    score: float

    @property
    def finished(self) -> bool:
        """Whether the call came to its end: neither broken off nor put off to another day."""
        return not (self.broken_off or self.put_off)

    @property
    def right(self) -> bool:
        """Whether the verdict is that of how the prospect really stands."""
        return self.verdict == self.truth


def simulate(
    scripts: Sequence[Script], personas: Personas, rep: Rep, calls: Iterable[int], *, seed: int, at: datetime
) -> tuple[Outcome, ...]:
    """Hold the calls of these numbers, each with the persona and about the product whose turn it is (`in_turn`).

    `scripts` are of one framework, one for each product. The same numbers and seed give the same calls. Raises
    UsageError where nobody speaks the language of the call.
    """
    alone = [_alone(script) for script in scripts]
    names = personas.worded(scripts[0].setup.language)
    outcomes = []
    for number in calls:
        name, product = in_turn(number, max(1, len(names)), len(alone))
        script = alone[product]
        cast = _plain(cast_of(personas, names[name] if names else "", script, f"{seed}/{number}", at.date()))
        played = play(Rehearsal.start(cast, script, at), rep, f"{seed}/{number}")
        truth = truth_of(script.flow, cast.persona, script.product, at.date()).verdict
        outcomes.append(_outcome(number, played, truth))
    return tuple(outcomes)


def in_turn(number: int, personas: int, products: int) -> tuple[int, int]:
    """Which persona is called, and about which product: product by product, persona by persona, over and over."""
    called, product = divmod(number, products)
    return called % personas, product


def _alone(script: Script) -> Script:
    """The script without the other frameworks and products: nobody looks at those, thousands of times."""
    return replace(
        script,
        flows={script.flow.framework: script.flow},
        products={script.product.product: script.product},
    )


def _plain(cast: Cast) -> Cast:
    """The same without a manner of speaking, which tells nothing (CUE706) and makes each line another to read."""
    return replace(cast, words=replace(cast.words, before=(), after=()))


def _outcome(number: int, played: Rehearsal, truth: Verdict) -> Outcome:
    verdict = played.turn.status.verdict
    stood = [each.turn.status.verdict for each in played.exchanges]
    until = len(stood)
    while until > 1 and stood[until - 2] == verdict:
        until -= 1
    card = score(played, truth)
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
        put_off=played.mood.leaving and not played.mood.gone,
        ended=played.exchanges[-1].stage if played.exchanges else "opening",
        objections=tuple(sorted(played.mood.raised)),
        met=tuple(sorted({each.reply.settled for each in played.exchanges if each.reply.settled})),
        failed=tuple(check.name for check in card.checks if check.holds is False),
        score=card.score,
    )


@dataclass(frozen=True, slots=True)
class Group:
    """What some calls came to: those with one persona, or all of them.

    `right` is of the calls that came to their end; `score` is the mean.
    """

    calls: int
    broken_off: int
    put_off: int
    right: int
    score: float

    @property
    def finished(self) -> int:
        """The calls that came to their end."""
        return self.calls - self.broken_off - self.put_off

    @property
    def accuracy(self) -> float:
        """The share of right verdicts, of 1, among the calls that came to their end."""
        return self.right / self.finished if self.finished else 0.0

    def as_json(self) -> dict[str, float]:
        """The same for other programs."""
        return {
            "calls": self.calls,
            "broken_off": self.broken_off,
            "put_off": self.put_off,
            "accuracy": round(self.accuracy, 4),
            "score": round(self.score, 2),
        }


@dataclass(frozen=True, slots=True)
class Summary:
    """What simulated calls came to, all together.

    `confusion` counts calls by (truth, verdict), `ended` the broken off ones by stage, `objections` and `met`
    calls by objection, `failed` calls by the check of the scorecard that did not hold.
    """

    all: Group
    personas: Mapping[str, Group]
    confusion: Mapping[tuple[Verdict, Verdict], int]
    lines: float
    questions: float
    ended: Mapping[str, int]
    objections: Mapping[str, int]
    met: Mapping[str, int]
    failed: Mapping[CheckName, int]

    def as_json(self) -> dict[str, Any]:
        """The same for other programs."""
        verdicts: dict[str, dict[str, int]] = {}
        for (truth, verdict), count in sorted(self.confusion.items()):
            verdicts.setdefault(truth, {})[verdict] = count
        raised = sorted(self.objections.items())
        return {
            **self.all.as_json(),
            "lines": round(self.lines, 2),
            "questions": round(self.questions, 2),
            "verdicts": verdicts,
            "broken_off_at": dict(sorted(self.ended.items())),
            "objections": {name: {"raised": count, "met": self.met.get(name, 0)} for name, count in raised},
            "failed": dict(sorted(self.failed.items())),
            "personas": {name: group.as_json() for name, group in self.personas.items()},
        }


def summary(outcomes: Iterable[Outcome]) -> Summary:
    """Add up what calls came to."""
    known = tuple(outcomes)
    count = len(known) or 1
    held: dict[str, list[Outcome]] = {}
    for each in known:
        held.setdefault(each.persona, []).append(each)
    return Summary(
        all=_group(known),
        personas={name: _group(calls) for name, calls in sorted(held.items())},
        confusion=Counter((each.truth, each.verdict) for each in known),
        lines=sum(each.lines for each in known) / count,
        questions=sum(each.questions for each in known) / count,
        ended=Counter(each.ended for each in known if each.broken_off),
        objections=Counter(name for each in known for name in each.objections),
        met=Counter(name for each in known for name in each.met),
        failed=Counter(name for each in known for name in each.failed),
    )


def _group(calls: Sequence[Outcome]) -> Group:
    return Group(
        calls=len(calls),
        broken_off=sum(each.broken_off for each in calls),
        put_off=sum(each.put_off for each in calls),
        right=sum(each.right for each in calls if each.finished),
        score=sum(each.score for each in calls) / (len(calls) or 1),
    )


@dataclass(frozen=True, slots=True)
class Split:
    """How often the second of two versions did better in the same call, and how often worse.

    `chance` is how likely so uneven a split is if neither is better (the exact sign test on those pairs,
    two-sided).
    """

    better: int
    worse: int
    chance: float

    def as_json(self) -> dict[str, float]:
        """The same for other programs."""
        return {"better": self.better, "worse": self.worse, "chance": round(self.chance, 6)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a dialogue over the same calls: how many came right only with one of them, and the score.

    A call that was broken off did not come right; one that was put off to another day is neither.
    """

    calls: int
    right: Split
    score: Split


def compare(first: Iterable[Outcome], second: Iterable[Outcome]) -> Comparison:
    """Compare call by call: each number was held with both versions."""
    before = {each.number: each for each in first}
    both = [(before[after.number], after) for after in second if after.number in before]
    settled = [(old, new) for old, new in both if not (old.put_off or new.put_off)]
    return Comparison(
        len(both),
        right=_split((old.right and not old.broken_off, new.right and not new.broken_off) for old, new in settled),
        score=_split((old.score, new.score) for old, new in both),
    )


def _split(pairs: Iterable[tuple[float, float]]) -> Split:
    known = tuple(pairs)
    better, worse = sum(new > old for old, new in known), sum(new < old for old, new in known)
    return Split(better, worse, _sign_test(better, worse))


def _sign_test(better: int, worse: int) -> float:
    """How likely a split at least so uneven is, were both as good."""
    tossed, fewer = better + worse, min(better, worse)
    tail = sum(comb(tossed, k) for k in range(fewer + 1))
    return min(1.0, float(2 * tail / 2**tossed))
