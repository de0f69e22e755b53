"""What a model call expects of a turn, written after a `=`, and whether it is so."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cuebook.conversation.machine import stages_of
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script
from cuebook.dialogue.faults import advice
from cuebook.dialogue.model import LEVELS
from cuebook.qualification.status import STANDINGS, VERDICTS

NONE = "none"
"""No question is open, or no objection is answered."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with an expectation: a code of faults.py and a sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Expected:
    """`about` (verdict, stage, ... or a criterion) is `value`; `of` is the level or framework that is meant.

    `by`, `on` and `attempt` are compared where they are given: who decided a verdict, its day, an objection's try.
    """

    about: str
    value: str
    of: str = ""
    by: str | None = None
    on: str | None = None
    attempt: str | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind is written: its parts, an example, and what `value` and `of` may be as far as is known."""

    pattern: re.Pattern[str]
    like: str
    values: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


_VALUE = r"(?P<value>\S+)"
_FORMS: Mapping[str, _Form] = {
    "verdict": _Form(
        re.compile(rf"{_VALUE}(?: by (?P<by>\S+))?(?: on (?P<on>\d{{4}}-\d\d-\d\d))?"),
        "verdict callback by timeline on 2027-01-15",
        VERDICTS,
    ),
    "stage": _Form(re.compile(_VALUE), "stage reroute"),
    "question": _Form(re.compile(_VALUE), "question need.today"),
    "explanation": _Form(re.compile(rf"{_VALUE}(?: (?P<attempt>\d+))?"), "explanation why_asking 1"),
    "level": _Form(re.compile(rf"(?P<of>\S+) {_VALUE}"), "level stakeholder confirmed", STANDINGS, LEVELS),
    "also": _Form(re.compile(rf"(?P<of>\S+) {_VALUE}"), "also champ incomplete", VERDICTS),
}
_CRITERION = _Form(re.compile(_VALUE), "need confirmed", STANDINGS)


def expectation(text: str) -> Expected | Complaint:
    """What `text` (without the `=`) expects, or why it cannot be read."""
    about, _, rest = text.strip().partition(" ")
    form = _FORMS.get(about, _CRITERION)
    found = form.pattern.fullmatch(rest.strip())
    if found is None:
        return Complaint("CUE505", f"This cannot be read. Write it like this: = {form.like}")
    expected = Expected(about, **found.groupdict())
    if form.values and expected.value not in form.values:
        return _unknown("verdict" if form.values == VERDICTS else "standing", expected.value, form.values)
    if form.of and expected.of not in form.of:
        return _unknown("level", expected.of, form.of)
    return expected


def complaint(  # noqa: PLR0911  one case for each kind, so that all are seen in one place
    expected: Expected, script: Script, turn: Turn
) -> Complaint | None:
    """What was expected and what is, where they differ, or the name that is not there; None if it is so.

    `script` is the one under the framework that is followed.
    """
    status = turn.status
    match expected.about:
        case "verdict":
            return _verdict(expected, turn)
        case "stage":
            return _compared(expected, turn.stage, stages_of(script.flow))
        case "question":
            return _compared(expected, turn.cue.question if turn.cue else NONE, _questions(script))
        case "explanation":
            given = turn.explanation
            if given and given.objection == expected.value and expected.attempt not in (None, str(given.attempt)):
                return _failed(f"{expected.value} {expected.attempt}", f"{given.objection} {given.attempt}")
            return _compared(expected, given.objection if given else NONE, (*script.objections, NONE))
        case "level":
            return _compared(expected, status.levels[expected.of])
        case "also":
            if expected.of not in status.also:
                return _unknown("other framework", expected.of, status.also)
            return _compared(expected, status.also[expected.of].verdict)
        case criterion if criterion in status.criteria:
            return _compared(expected, status.criteria[criterion].standing, said=status.criteria[criterion].quote)
        case about:
            return _unknown("criterion", about, (*status.criteria, *_FORMS))


def _verdict(expected: Expected, turn: Turn) -> Complaint | None:
    decision = turn.status.decision
    on = str(decision.on) if decision.on else None
    if (
        expected.value == decision.verdict
        and expected.by in (None, decision.decided_by)
        and expected.on in (None, on)
    ):
        return None
    return _failed(
        _sentence(expected.value, expected.by, expected.on),
        _sentence(decision.verdict, decision.decided_by, on),
        decision.because,
    )


def _sentence(verdict: str, by: str | None, on: str | None) -> str:
    return verdict + (f" by {by}" if by else "") + (f" on {on}" if on else "")


def _questions(script: Script) -> tuple[str, ...]:
    topics = {**script.words.criteria, **script.words.stages}
    return (*(f"{stage}.{name}" for stage, topic in topics.items() for name in topic.questions), NONE)


def _compared(
    expected: Expected, now: str, known: Collection[str] | None = None, said: str | None = None
) -> Complaint | None:
    if known is not None and expected.value not in known:
        return _unknown(expected.about, expected.value, known)
    about = " ".join(part for part in (expected.about, expected.of) if part)
    return None if expected.value == now else _failed(f"{about} {expected.value}", now, said)


def _unknown(what: str, name: str, known: Collection[str]) -> Complaint:
    return Complaint("CUE505", f"There is no {what} {name!r}.{advice(name, known)}")


def _failed(wanted: str, now: str, said: str | None = None) -> Complaint:
    return Complaint("CUE506", f"Expected {wanted}, and it is {now}" + (f": {said!r}" if said else "."))
