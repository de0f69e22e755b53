"""Random calls through every framework, made of what the dialogues themselves hold; a seed names a call."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.conftest import NOW

from cuebook import paths
from cuebook.conversation.history import History
from cuebook.conversation.moves import DISPOSITIONS, Move, from_json
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import DETOURS, Dialogues
from cuebook.errors import MoveError
from cuebook.qualification.status import STANDINGS

CALLS = 120
MOVES_A_CALL = 16
FRAMEWORKS = sorted(Path(file).stem for file in (paths.shipped() / "frameworks").glob("*.yaml"))

_DATES = ("", "", "2026-12-15", "2029-06-30")
_MOVES = {
    "hear": 30, "object": 10, "mark": 16, "probe": 4, "next": 10, "back": 5, "go": 12, "undo": 5,
    "end": 1, "do_not_call": 1,
}  # fmt: skip


def settled_before(script: Script, dice: random.Random) -> list[Move]:
    """Marks on some criteria before the first question, so that calls differ in what is left to ask."""
    share = dice.choice((0.0, 0.4, 0.8, 1.0))
    standing = dice.choice(("confirmed", "declined", "not_applicable"))
    names = [name for name in (*script.flow.criteria, "profile") if dice.random() < share]
    return [from_json({"move": "mark", "criterion": name, "standing": standing}) for name in names]


def some_move(script: Script, dice: random.Random, lines: tuple[str, ...], stage: str) -> Move:
    kind = dice.choices(tuple(_MOVES), tuple(_MOVES.values()))[0]
    here = [stage] * 8 if stage in script.flow.criteria else []  # a mark on the open criterion leads on
    criteria = (*script.flow.criteria, "profile", *here)
    given: dict[str, dict[str, object]] = {
        "hear": {"text": f"{dice.choice(lines)} {dice.choice(_DATES)}"},
        "object": {"objection": dice.choice(tuple(script.objections))},
        "mark": {"criterion": dice.choice(criteria), "standing": dice.choice(STANDINGS)},
        "go": {"criterion": dice.choice((*script.flow.criteria, *DETOURS, "closing"))},
        "end": {"disposition": dice.choice(DISPOSITIONS)},
    }
    return from_json({"move": kind, **given.get(kind, {})})


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_framework_holds_in_random_calls_and_all_of_it_is_reached(dialogues: Dialogues, framework: str) -> None:
    script = script_for(Setup(framework=framework), dialogues)
    lines = tuple(said for words in script.words.objections.values() for said in words.they_say)
    stages: set[str] = set()
    verdicts: set[str] = set()
    for seed in range(CALLS):
        dice = random.Random(seed)
        history = History.start(script, NOW)
        moves = settled_before(script, dice)
        for number in range(len(moves) + MOVES_A_CALL):
            stage = history.call.stage
            move = moves[number] if number < len(moves) else some_move(script, dice, lines, stage)
            try:
                history = history.take(move, NOW)
            except MoveError:
                continue
            status = history.turn.status
            assert (history.turn.cue is None) == history.call.over
            assert status.decision.decided_by in (None, "profile", *script.flow.criteria)
            if status.verdict == "qualified":
                assert status.confirmed or any(c.standing == "partial" for c in status.criteria.values())
            stages.add(history.turn.stage)
            verdicts.add(status.verdict)
    assert {*script.flow.criteria, *DETOURS, "closing", "closed", "do_not_call"} <= stages
    assert {"incomplete", "qualified", "disqualified", "do_not_call"} <= verdicts
