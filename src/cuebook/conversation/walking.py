"""Random calls through a framework, for its authors: what of it is reached, and whether what always holds does.

A seed names a call: the same dialogues, seed and number of the call give the same moves.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import get_args

from cuebook.conversation import moves
from cuebook.conversation.history import History
from cuebook.conversation.machine import TERMINAL, Way, ways
from cuebook.conversation.moves import DISPOSITIONS, Move
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Depth, Setup
from cuebook.dialogue.completeness import STAGES
from cuebook.dialogue.model import DETOURS, Dialogues
from cuebook.errors import CuebookError, MoveError
from cuebook.qualification.committee import PARTS
from cuebook.qualification.status import SETTLED, STANDINGS, VERDICTS, Verdict

LONGEST = 16
"""Moves of a call, beyond those that settle some criteria before the first question."""

POOL = 500
"""Different lines of a walk: what was read once is not read again, so that ten thousand calls take a minute."""

AFTER = ("", "", "", "2026-12-15", "2027-03-31", "2029-06-30", "next year", "in two weeks")
"""What is said after a line: no day, or one that is near, or years away."""

_NAMES = (None, "Kari Holm", "Per Olsen")
"""Whom the rep marks: the one on the phone, or somebody else."""

_LIKELY: Mapping[type[Move], int] = {
    moves.Hear: 30, moves.Object: 8, moves.Mark: 16, moves.Probe: 2, moves.Next: 12, moves.Back: 4, moves.Go: 16,
    moves.Switch: 1, moves.Undo: 2, moves.Amend: 1, moves.Note: 1, moves.DoNotCall: 1, moves.End: 1,
    moves.Person: 2, moves.Depth: 1,
}  # fmt: skip
"""How often each move is made. A rep hears most of all; the rest is there so that nothing is left out."""


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that always holds did not: in which call (its seed), after which moves, and what."""

    seed: str
    after: tuple[Move, ...]
    what: str


@dataclass(frozen=True, slots=True)
class Walked:
    """What random calls came to. Two of them add up."""

    calls: int = 0
    moves: int = 0
    ways: frozenset[int] = frozenset()
    """Numbers of the ways that were taken, as `ways(flow)` lists them."""
    questions: frozenset[str] = frozenset()
    objections: frozenset[str] = frozenset()
    verdicts: Mapping[Verdict, int] = field(default_factory=dict)
    """How many calls came to each verdict, for the last one that stood."""
    breaches: tuple[Breach, ...] = ()

    def __add__(self, other: Walked) -> Walked:
        return Walked(
            self.calls + other.calls,
            self.moves + other.moves,
            self.ways | other.ways,
            self.questions | other.questions,
            self.objections | other.objections,
            Counter(self.verdicts) + Counter(other.verdicts),
            self.breaches + other.breaches,
        )


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one kind was reached, and what was not."""

    what: str
    of: int
    missed: tuple[str, ...]

    @property
    def reached(self) -> int:
        """How many were reached."""
        return self.of - len(self.missed)


def coverage(dialogues: Dialogues, framework: str, language: str, walked: Walked) -> tuple[Coverage, ...]:
    """What of the framework the calls reached: transitions, cues, objections, verdicts."""
    flow, words = dialogues.flows[framework], dialogues.words[language]
    every = ways(flow)
    asked = [f"{topic}.{q}" for topic in flow.criteria for q in words.criteria[topic].questions]
    traits = {trait for product in dialogues.products.values() for trait in product.profile}
    for stage in STAGES:
        asked += [f"{stage}.{q}" for q in words.stages[stage].questions if stage != "profile" or q in traits]
    return (
        Coverage(
            "transitions", len(every), tuple(map(told, (w for n, w in enumerate(every) if n not in walked.ways)))
        ),
        Coverage("cues", len(asked), tuple(q for q in asked if q not in walked.questions)),
        Coverage(
            "objections", len(dialogues.objections), tuple(sorted(set(dialogues.objections) - walked.objections))
        ),
        Coverage("verdicts", len(VERDICTS), tuple(v for v in VERDICTS if v not in walked.verdicts)),
    )


def told(way: Way) -> str:
    """A way of the machine in a line."""
    return f"{way.source} --{way.event}--> {way.leads_to}" + (f" [{way.when}]" if way.when else "")


def walk(
    dialogues: Dialogues,
    framework: str,
    said: Sequence[str],
    calls: range,
    *,
    seed: int,
    at: datetime,
    language: str,
) -> Walked:
    """Hold the calls of these numbers. `said` are lines of prospects; `at` is when they are held.

    Raises UsageError for a framework or language in which no call can be held.
    """
    products = [name for name in sorted(dialogues.products) if name in dialogues.words[language].products]
    scripts = [
        _with_one_other(
            script_for(Setup(framework=framework, product=product, depth=depth, language=language), dialogues)
        )
        for product in products
        for depth in get_args(Depth)
    ]
    walker = _Walker(scripts, said, at, random.Random(f"{seed}/{framework}"))  # noqa: S311 - as below
    for call in calls:
        walker.hold(f"{seed}/{framework}/{call}")
    return walker.walked()


def _with_one_other(script: Script) -> Script:
    """The script with one framework to switch to: to judge each line under all of them takes half of the time."""
    names = sorted(script.flows)
    other = names[(names.index(script.flow.framework) + 1) % len(names)]
    return replace(script, flows={name: script.flows[name] for name in (script.flow.framework, other)})


class _Walker:
    """The calls that were held so far. Every one begins anew."""

    def __init__(self, scripts: Sequence[Script], said: Sequence[str], at: datetime, dice: random.Random) -> None:
        self._scripts, self._said, self._at = scripts, said, at
        self._numbers = {way: n for n, way in enumerate(ways(scripts[0].flow))}
        known = scripts[0].objections
        self._turning = [
            line
            for objection, words in scripts[0].words.objections.items()
            if known[objection].class_ in ("condition", "information")
            for line in words.they_say
        ] or list(said)
        self._lines = tuple(self._composed(dice) for _ in range(POOL))
        self._calls = self._moves = 0
        self._ways: set[Way] = set()
        self._questions: set[str] = set()
        self._objections: set[str] = set()
        self._verdicts: Counter[Verdict] = Counter()
        self._breaches: list[Breach] = []

    def walked(self) -> Walked:
        """What it all came to."""
        return Walked(
            self._calls,
            self._moves,
            frozenset(self._numbers[way] for way in self._ways if way in self._numbers),
            frozenset(self._questions),
            frozenset(self._objections),
            self._verdicts,
            tuple(self._breaches),
        )

    def hold(self, seed: str) -> None:
        """Hold one call, and note what it reached and what did not hold."""
        dice = random.Random(seed)  # noqa: S311 - played again by its seed; nothing is secret
        script = dice.choice(self._scripts)
        history = History.start(script, self._at)
        taken: list[Move] = []
        scene = self._scene(dice, script)
        for n in range(len(scene) + LONGEST):
            move = scene[n] if n < len(scene) else self._some_move(dice, script, history.turn)
            try:
                after = history.take(move, self._at)
            except MoveError:
                continue
            except CuebookError as error:
                self._breaches.append(Breach(seed, (*taken, move), str(error)))
                break
            taken.append(move)
            what = broken(script, history, move, after)
            if what is not None:
                self._breaches.append(Breach(seed, tuple(taken), what))
            history = after
            self._note(history)
        self._calls += 1
        self._moves += len(taken)
        self._verdicts[history.turn.status.verdict] += 1

    def _note(self, history: History) -> None:
        way, turn = history.call.way, history.turn
        if way is not None:
            self._ways.add(way)
        if turn.cue is not None:
            self._questions.add(turn.cue.question)
        if turn.explanation is not None:
            self._objections.add(turn.explanation.objection)

    def _some_move(self, dice: random.Random, script: Script, turn: Turn) -> Move:
        """A move as it could come next: mostly a line, now and then anything else."""
        (kind,) = dice.choices(tuple(_LIKELY), tuple(_LIKELY.values()))
        criteria = tuple(script.flow.criteria)
        marked = (
            turn.stage if turn.stage in criteria and dice.random() < 0.7 else dice.choice((*criteria, "profile"))
        )
        made: dict[type[Move], Callable[[], Move]] = {
            moves.Hear: lambda: moves.Hear(dice.choice(self._lines)),
            moves.Object: lambda: moves.Object(dice.choice(tuple(script.objections))),
            moves.Mark: lambda: moves.Mark(marked, dice.choice(STANDINGS)),
            moves.Go: lambda: moves.Go(dice.choice((*criteria, *DETOURS, "closing"))),
            moves.Switch: lambda: moves.Switch(dice.choice(tuple(script.flows))),
            moves.Amend: lambda: moves.Amend(dice.randint(1, max(1, turn.n)), dice.choice(self._lines)),
            moves.Note: lambda: moves.Note("sounds tired"),
            moves.Person: lambda: moves.Person(dice.choice(_NAMES), part=dice.choice(PARTS)),
            moves.Depth: lambda: moves.Depth(dice.choice(moves.DEPTHS)),
            moves.End: lambda: moves.End(dice.choice(DISPOSITIONS)),
            moves.Probe: moves.Probe,
            moves.Next: moves.Next,
            moves.Back: moves.Back,
            moves.Undo: moves.Undo,
            moves.DoNotCall: moves.DoNotCall,
        }
        return made[kind]()

    def _composed(self, dice: random.Random) -> str:
        """What the prospect says: one line or two at once, with a day or without."""
        lines = [dice.choice(self._said) for _ in range(dice.choice((1, 1, 2)))]
        if dice.random() < 0.2:
            lines.append(dice.choice(self._turning))
        return " ".join((*lines, dice.choice(AFTER))).strip()

    def _scene(self, dice: random.Random, script: Script) -> list[Move]:
        """How a call begins: so that calls differ in what is left to ask, and in what is known before it is asked.

        Marks settle some criteria; and what is said in a detour is acted on only after it.
        """
        share = dice.choice((0.0, 0.0, 0.3, 0.6, 0.85))
        standing = dice.choice(tuple(sorted(SETTLED)))
        criteria = tuple(script.flow.criteria)
        settled = [name for name in (*criteria, "profile") if dice.random() < share]
        if dice.random() < 0.25:  # all but two, so that one of them is what comes after the other
            left = dice.sample(criteria, min(2, len(criteria)))
            settled = [name for name in (*criteria, "profile") if name not in left]
            scene: list[Move] = [moves.Mark(name, standing) for name in settled]
            return [*scene, moves.Go(left[0])] if dice.random() < 0.6 else scene
        scene = [moves.Mark(name, standing) for name in settled]
        if dice.random() < 0.5:
            scene.append(moves.Go(dice.choice((*DETOURS, "closing"))))
            scene += [moves.Hear(dice.choice(self._lines)) for _ in range(2)]
            scene.append(moves.Back() if dice.random() < 0.4 else moves.Go(dice.choice(criteria)))
        return scene


def broken(script: Script, before: History, move: Move, after: History) -> str | None:
    """What always holds and does not, after a move; None where all is well."""
    was, turn = before.turn, after.turn
    if (turn.cue is None) != (turn.stage in TERMINAL):
        return f"no cue at {turn.stage!r}"
    if isinstance(move, moves.DoNotCall) and turn.stage != "do_not_call":
        return f"do not call led to {turn.stage!r}"
    if isinstance(move, moves.Object) and not script.objections[move.objection].challenges:
        asked = was.cue and was.cue.question
        if turn.stage != "do_not_call" and (
            (turn.cue and turn.cue.question) != asked or turn.status != was.status
        ):
            return f"the objection {move.objection!r} did not return to {asked!r}"

    return None
