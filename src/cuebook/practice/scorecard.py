"""The scorecard of a rehearsal: yes or no to each check, with the lines that prove it. No halves, no opinion.

The same transcript gives the same score. Figures that the field only has as correlation are shown, and weigh
little or nothing (Gong's calls; that open or closed decides success, SPIN's own research did not find).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from cuebook.dialogue.personas import CheckWords, Personas
from cuebook.errors import UsageError
from cuebook.practice.coach import near
from cuebook.practice.prospect import BESIDE, PITCH, SENSITIVE
from cuebook.practice.rehearsal import Exchange, Rehearsal
from cuebook.qualification.gather import CONTRACT, NEXT_STEP
from cuebook.qualification.status import SETTLED, Verdict

CheckName = Literal[
    "criteria_covered",
    "followed_up",
    "reason_given",
    "objections_met",
    "question_resumed",
    "mostly_open",
    "one_at_a_time",
    "well_spread",
    "let_them_talk",
    "not_asked_twice",
    "no_pressure",
    "decider_found",
    "next_step_dated",
    "stayed_to_the_end",
    "verdict_right",
]
CHECKS: tuple[CheckName, ...] = get_args(CheckName)

WEIGHTS: Mapping[CheckName, float] = {"mostly_open": 0.5, "let_them_talk": 0.5, "verdict_right": 2.0}
"""What a check counts, where not one: the form of questions and the share of talk little, the verdict double."""

MOST_TALK = 0.75
"""The rep's share of all words, at the most. On the phone 43 to 57 per cent is best and 65 hurts; here prospects
answer in a line, so that more is left to the rep."""

ENDING: frozenset[Verdict] = frozenset({"disqualified", "rerouted", "callback", "lost", "do_not_call"})
"""Verdicts after which asking on is no use: the call may be short."""

SHORTEST = 6
"""Lines below which the share of talk says nothing."""

TWICE = 2
"""So many telling answers about one thing, and it was asked about well enough."""

DISCOVERY, COLD = (11, 16), (2, 5)
"""Questions of a call that came to no verdict earlier: 11 to 14 in discovery, in a cold call two or three (Q3);
and room for two that follow up."""


TAKE_A_CALL: frozenset[CheckName] = frozenset(
    {"criteria_covered", "followed_up", "well_spread", "decider_found", "verdict_right"}
)
"""Checks that say nothing against a call that the prospect put off to another day."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: whether it holds (None: there was no occasion), and the numbers of the lines that show it."""

    name: CheckName
    holds: bool | None
    lines: tuple[int, ...] = ()

    @property
    def weight(self) -> float:
        """What it counts."""
        return WEIGHTS.get(self.name, 1.0)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How a rehearsal went. `score` is of 100; `truth` is the verdict that it should have come to.

    `questions` counts by form; `talk` is the rep's share of all words, of 1.
    """

    checks: tuple[Check, ...]
    questions: Mapping[str, int]
    talk: float
    verdict: Verdict
    truth: Verdict
    score: float

    def check(self, name: CheckName) -> Check:
        """One check by its name."""
        return next(check for check in self.checks if check.name == name)


def score(rehearsal: Rehearsal, truth: Verdict) -> Scorecard:
    """Score a rehearsal, as far as it went. `truth` is the verdict of how the prospect really stands."""
    checks = tuple(Check(name, *_found(name, rehearsal, truth)) for name in CHECKS)
    counted = [check for check in checks if check.holds is not None]
    most = sum(check.weight for check in counted)
    reached = sum(check.weight for check in counted if check.holds)
    forms = [each.line.form for each in rehearsal.exchanges if each.line.form is not None]
    return Scorecard(
        checks,
        {form: forms.count(form) for form in ("open", "short", "closed")},
        _talk(rehearsal.exchanges),
        rehearsal.turn.status.verdict,
        truth,
        round(100 * reached / most, 1) if most else 0.0,
    )


def worded(personas: Personas, language: str) -> Mapping[str, CheckWords]:
    """The checks in words, by name: what each means where it holds and where it fails, and what to try.

    Raises UsageError for a language that the scorecard is not written in.
    """
    words = personas.checks.get(language, {})
    if any(name not in words for name in CHECKS):
        known = ", ".join(sorted(personas.checks)) or "no language"
        raise UsageError(f"The scorecard has no words in {language!r}.", f"It is written in: {known}.")
    return words


_ASKS_NOTHING = BESIDE | {"next step", "small talk"}

_Found = tuple[bool | None, tuple[int, ...]]


def _found(name: CheckName, rehearsal: Rehearsal, truth: Verdict) -> _Found:
    """What a check finds. Who had to go left no occasion for what takes a whole call."""
    holds, lines = _CHECKED[name](rehearsal, truth)
    return (None, ()) if holds is False and rehearsal.mood.leaving and name in TAKE_A_CALL else (holds, lines)


def _all(occasions: Iterable[Exchange], fails: Callable[[Exchange], bool]) -> _Found:
    """Holds where none of the occasions fails; the lines are those that fail, else those that show it."""
    found = list(occasions)
    if not found:
        return None, ()
    bad = tuple(each.n for each in found if fails(each))
    return not bad, bad or tuple(each.n for each in found)


def _asking(rehearsal: Rehearsal) -> list[Exchange]:
    """The lines that ask about something: not the greeting, not the next step, no summary and no small talk."""
    asked = [e for e in rehearsal.exchanges if e.line.form is not None and e.about != NEXT_STEP]
    return [e for e in asked if e.stage != "opening" and e.reply.because not in _ASKS_NOTHING]


def _probing(rehearsal: Rehearsal) -> list[Exchange]:
    """Of those, the ones that ask about a criterion: no detour, no reply to an objection."""
    facets = {criterion.facet for criterion in rehearsal.script.flow.criteria.values()} - {"profile"}
    return [e for e in _asking(rehearsal) if e.about in facets and e.mood.pending is None]


def _criteria_covered(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """Every criterion was spoken of, unless a verdict made the rest needless, or a cold call had no more room."""
    status = rehearsal.turn.status
    lines = tuple(dict.fromkeys(e.n for e in _asking(rehearsal)))
    known = all(criterion.standing != "unknown" for criterion in status.criteria.values()) or _used_up(rehearsal)
    covered = known or status.verdict in ENDING or status.verdict == "qualified"
    return covered, lines if covered else ()  # what was asked does not show what was not


def _followed_up(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """Some question goes on from what was just told, not to the next point (HBR 2018: the kind that matters).

    'What does that cost you?' goes on from what goes wrong, though it is about something else.
    """
    criteria = rehearsal.script.flow.criteria
    pairs = zip(rehearsal.exchanges, rehearsal.exchanges[1:], strict=False)
    skipped = SENSITIVE | {"profile", CONTRACT}
    told = [(before, after) for before, after in pairs if before.reply.kind == "tells"]
    told = [(before, after) for before, after in told if before.reply.facet not in skipped]
    if not told or (len(told) == 1 and rehearsal.turn.status.verdict in ENDING):
        return None, ()
    lines = []
    for before, after in told:
        facet, about = before.reply.facet or "", after.about or ""
        next_point = after.stage in criteria and about == criteria[after.stage].facet
        if after.line.form is not None and (about == facet or (near(facet, about) and not next_point)):
            lines.append(after.n)
    return bool(lines), tuple(lines)


def _reason_given(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """A reason comes with every delicate question, or when it is challenged (Q14)."""
    delicate = [e for e in _asking(rehearsal) if e.about in SENSITIVE and e.reply.settled is None]
    first = {e.about: e for e in reversed(delicate)}.values()  # once a reason was given, it need not come again
    given = {e.n for e in rehearsal.exchanges if e.line.reason is not None}
    return _all(sorted(first, key=lambda e: e.n), lambda e: not given & {e.n, e.n + 1})


def _objections_met(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """Every objection came to rest: taken seriously, explained, and asked on."""
    raised = [e for e in rehearsal.exchanges if e.reply.kind == "objects"]
    settled = {e.reply.settled: e.n for e in rehearsal.exchanges if e.reply.settled}
    return _all(raised, lambda e: settled.get(e.reply.objection or "", 0) <= e.n)


def _question_resumed(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """After an objection the same question is asked again, and nothing is lost."""
    following = {e.n: e for e in rehearsal.exchanges}
    rested = [
        e for e in rehearsal.exchanges if e.reply.settled and e.reply.kind != "hangs_up" and e.question is not None
    ]

    def left_open(e: Exchange) -> bool:
        after = following.get(e.n + 1)
        return e.line.form is None and (after is None or after.line.form is None)

    return _all(rested, left_open)


def _mostly_open(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """At least half of the questions are open."""
    asked = _probing(rehearsal)
    if not asked:
        return None, ()
    shut = tuple(e.n for e in asked if e.line.form != "open")
    return 2 * len(shut) <= len(asked), shut or tuple(e.n for e in asked)


def _one_at_a_time(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """No line asks two things at once."""
    return _all(_asking(rehearsal), lambda e: e.line.asks > 1)


def _well_spread(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """As many questions as the depth is for, or fewer where a verdict came or nothing was left to ask."""
    asked = _probing(rehearsal)
    if not asked and not rehearsal.turn.status.settled:
        return False, ()
    least, most = COLD if _cold(rehearsal) else DISCOVERY
    enough = len(asked) >= least or rehearsal.turn.status.settled or _nothing_left(rehearsal)
    return enough and len(asked) <= most, tuple(e.n for e in asked)


def _cold(rehearsal: Rehearsal) -> bool:
    return (rehearsal.history.call.depth or rehearsal.script.setup.depth) == "cold"


def _used_up(rehearsal: Rehearsal) -> bool:
    """Whether a cold call has used the few questions that it has."""
    return _cold(rehearsal) and not rehearsal.turn.left


def _nothing_left(rehearsal: Rehearsal) -> bool:
    """Whether all that is still open was told of twice: asking on would not settle it."""
    status = rehearsal.turn.status
    told = [e.reply.facet for e in rehearsal.exchanges if e.reply.kind == "tells"]
    return all(
        status.criteria[name].standing in SETTLED or told.count(each.facet) >= TWICE
        for name, each in rehearsal.script.flow.criteria.items()
    )


def _let_them_talk(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """No lecture, and not too much of the talk."""
    lectures = tuple(e.n for e in rehearsal.exchanges if e.line.form is None and e.line.told > PITCH)
    if len(rehearsal.exchanges) < SHORTEST:
        return None if not lectures else False, lectures
    return not lectures and _talk(rehearsal.exchanges) <= MOST_TALK, lectures


def _not_asked_twice(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """Nobody has to say the same again (Q2)."""
    return _all(_asking(rehearsal), lambda e: e.reply.because == "again")


def _no_pressure(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """Nothing presses, and no question holds its own answer."""
    return _all(rehearsal.exchanges, lambda e: e.line.presses is not None or e.line.leads is not None)


def _decider_found(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """Who decides is known: this person, or somebody who was named (Q9)."""
    if all(criterion.facet != "authority" for criterion in rehearsal.script.flow.criteria.values()):
        return None, ()
    authority = rehearsal.turn.ledger.of("authority").standing()
    known = authority.standing == "confirmed" or rehearsal.turn.ledger.decider is not None
    lines = tuple(e.n for e in _asking(rehearsal) if e.about == "authority")
    return known or rehearsal.turn.status.verdict in ENDING, lines


def _next_step_dated(rehearsal: Rehearsal, truth: Verdict) -> _Found:
    """A next step is agreed with a day, where there is to be one."""
    if truth in ("disqualified", "lost"):
        return None, ()
    lines = tuple(e.n for e in rehearsal.exchanges if e.reply.because == "next step")
    return rehearsal.mood.agreed, lines


def _stayed(rehearsal: Rehearsal, _truth: Verdict) -> _Found:
    """The prospect did not hang up, unless they asked to be left alone and were."""
    last = rehearsal.exchanges[-1] if rehearsal.exchanges else None
    if last is None:
        return False, ()
    return last.reply.kind != "hangs_up" or last.reply.settled is not None, (last.n,)


def _verdict_right(rehearsal: Rehearsal, truth: Verdict) -> _Found:
    """The call came to the verdict of how the prospect really stands; a cold call may end before any."""
    verdict = rehearsal.turn.status.verdict
    if verdict != truth and verdict == "incomplete" and _used_up(rehearsal):
        return None, ()
    return verdict == truth, ()


_CHECKED: Mapping[CheckName, Callable[[Rehearsal, Verdict], _Found]] = {
    "criteria_covered": _criteria_covered,
    "followed_up": _followed_up,
    "reason_given": _reason_given,
    "objections_met": _objections_met,
    "question_resumed": _question_resumed,
    "mostly_open": _mostly_open,
    "one_at_a_time": _one_at_a_time,
    "well_spread": _well_spread,
    "let_them_talk": _let_them_talk,
    "not_asked_twice": _not_asked_twice,
    "no_pressure": _no_pressure,
    "decider_found": _decider_found,
    "next_step_dated": _next_step_dated,
    "stayed_to_the_end": _stayed,
    "verdict_right": _verdict_right,
}


def _talk(exchanges: Sequence[Exchange]) -> float:
    """The rep's share of all words between the greeting and the closing; of the whole call where that was all."""
    said = replied = 0
    for each in [each for each in exchanges if each.stage not in ("opening", "closing")] or exchanges:
        said += len(each.line.text.split())
        replied += len(each.reply.text.split())
    return round(said / (said + replied), 3) if said + replied else 0.0
