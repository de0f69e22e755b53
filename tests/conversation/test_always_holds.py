"""What always holds (CONTRACT.md), over thousands of random calls by every framework, with switches between them.

A framework and a seed name a call: it can be played again.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator

import pytest
from tests.conftest import NOW

from cuebook import paths
from cuebook.conversation import moves
from cuebook.conversation.history import History
from cuebook.conversation.machine import stages_of
from cuebook.conversation.moves import DISPOSITIONS, Move, from_json
from cuebook.conversation.record import Turn
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import DETOURS, FIXED_STAGES, Dialogues
from cuebook.errors import MoveError
from cuebook.qualification.committee import PARTS
from cuebook.qualification.status import STANDINGS, Status
from cuebook.understanding.correcting import SIGNALS, items

FRAMEWORKS = sorted(file.stem for file in (paths.shipped() / "frameworks").glob("*.yaml"))

CALLS = 50
"""Random calls for each rule and framework; some 15 moves each."""

LINES = (
    "sure, go ahead", "yeah", "no", "I would rather not say", "we lose a day a week to jams", "it works fine",
    "no problems at all", "I decide that", "my boss Per Olsen signs everything", "I don't decide, purchasing does",
    "around 50k", "we have 900 a month set aside", "under 200 EUR a month", "no budget for that",
    "by the end of March",
    "not before next year", "as soon as possible", "in three years or so", "we are locked in with a supplier",
    "our contract ends in June 2028", "why are you asking?", "not interested", "take me off your list",
    "what does it cost?", "send me an email", "I can't tell you that", "maybe", "we print a lot, two floors",
    "[/red] {{ why }} \N{RIGHT-TO-LEFT MARK}", "ok ok ok",
    "there are forty of us", "we are three people", "we want to grow by a fifth by the end of next year",
    "the head of finance, her name is Kari Holm", "we are not talking to anybody else",
)  # fmt: skip

MEANT = ("60 000 EUR a year", "2027-03-01", "CFO decides", "does not decide", "no", "declined", "no_budget",
         "why_asking", "need", "no need", "competition", "12", "nonsense")  # fmt: skip
"""What the rep puts in the place of what was read; seldom what fits there."""

PEOPLE: tuple[dict[str, str], ...] = (
    {}, {"name": "Kari Holm"}, {"name": "Kari", "role": "CFO"}, {"role": "boss"}, {"name": "Per Olsen"},
)  # fmt: skip
"""Whom the rep marks: the one on the phone, and others who were heard of or were not."""


@pytest.fixture(params=FRAMEWORKS)
def script(request: pytest.FixtureRequest, dialogues: Dialogues) -> Script:
    """A discovery call about copiers, by each of the frameworks."""
    return script_for(Setup(framework=request.param), dialogues)


def some_move(dice: random.Random, script: Script, turn: Turn) -> Move:
    kind = dice.choices(
        ("hear", "object", "mark", "probe", "next", "back", "go", "note", "amend", "undo", "switch", "person",
         "depth", "end", "do_not_call", "deny", "correct"),
        (40, 12, 6, 6, 8, 5, 6, 2, 5, 6, 4, 5, 2, 2, 1, 6, 6),
    )[0]  # fmt: skip
    criterion = dice.choice((*script.follow(turn.status.framework).flow.criteria, "no_such_thing"))
    signals = [signal for signal in SIGNALS if turn.reading and items(turn.reading, signal)] or ["amounts"]
    which: dict[str, object] = {"turn": dice.randint(max(turn.n - 1, 0), turn.n), "signal": dice.choice(signals)}
    given: dict[str, dict[str, object]] = {
        "deny": which,
        "correct": {**which, "value": dice.choice(MEANT)},
        "hear": {"text": dice.choice(LINES)},
        "object": {"objection": dice.choice((*script.objections, "no_such_thing"))},
        "mark": {"criterion": criterion, "standing": dice.choice(STANDINGS)},
        "go": {"criterion": dice.choice((criterion, "profile", "reroute", "contract", "review", "closing"))},
        "note": {"text": "sounds tired"},
        "amend": {"turn": dice.randint(0, turn.n + 1), "text": dice.choice(LINES)},
        "switch": {"framework": dice.choice((*FRAMEWORKS, "no_such_thing"))},
        "person": {**dice.choice(PEOPLE), "part": dice.choice((*PARTS, None))},
        "depth": {"depth": dice.choice(("cold", "discovery"))},
        "end": {"disposition": dice.choice(DISPOSITIONS), "next_step": "call again", "on": "2027-01-15"},
    }
    return from_json({"move": kind, **given.get(kind, {})})


def calls(rule: int, script: Script) -> range:
    """The seeds of a rule's calls by the framework of the script."""
    first = 10_000 * rule + CALLS * FRAMEWORKS.index(script.flow.framework)
    return range(first, first + CALLS)


def play(script: Script, seed: int, length: int = 15) -> Iterator[tuple[History, Move, History]]:
    """A random call: each possible move with the history before and after it."""
    dice = random.Random(seed)
    history = History.start(script, NOW)
    for _ in range(length):
        move = some_move(dice, script, history.turn)
        before = history
        try:
            history = history.take(move, NOW)
        except MoveError:
            continue
        yield before, move, history


def view(turn: Turn) -> tuple[object, ...]:
    """All of a turn that the rep sees standing; not the move itself, nor its number."""
    return turn.stage, turn.cue, turn.status, turn.ledger, turn.asked, turn.left, turn.depth


def test_rule_1_an_objection_leaves_question_and_standings_as_they_were(script: Script) -> None:
    seen = 0
    for call in calls(1, script):
        for before, move, after in play(script, call):
            if not isinstance(move, moves.Object):
                continue
            known = script.objections[move.objection]
            criteria = script.follow(before.call.framework).flow.criteria
            question = before.turn.cue and before.turn.cue.question
            if known.class_ == "opt-out":
                assert after.turn.stage == "do_not_call"
            elif known.challenges and question in before.call.challenged and before.turn.stage in criteria:
                assert after.turn.status.criteria[before.turn.stage].standing == "declined"
                assert after.turn.stage != before.turn.stage
            else:
                seen += 1
                assert after.turn.explanation is not None
                assert after.turn.cue == before.turn.cue
                assert after.turn.status == before.turn.status
    assert seen > CALLS / 2


def test_rule_2_do_not_call_is_one_move_away_and_nothing_leads_back(script: Script) -> None:
    for call in calls(2, script):
        for _, _, after in play(script, call):
            if after.turn.stage != "do_not_call":
                blocked = after.take(moves.DoNotCall(), NOW)
                assert (blocked.turn.stage, blocked.turn.status.verdict) == ("do_not_call", "do_not_call")
        dice = random.Random(call)
        for _ in range(10):
            try:
                blocked = blocked.take(some_move(dice, script, blocked.turn), NOW)
            except MoveError:
                continue
            assert blocked.turn.stage == "do_not_call"


def test_rule_3_undo_gives_the_call_without_its_last_move(script: Script) -> None:
    for call in calls(3, script):
        for before, move, after in play(script, call):
            if after.turn.stage != "do_not_call" and not isinstance(move, moves.Undo):
                assert view(after.take(moves.Undo(), NOW).turn) == view(before.turn)


def test_rule_3_amend_gives_the_status_of_a_fresh_call_with_the_amended_line(script: Script) -> None:
    compared = 0
    for call in calls(3, script):
        fresh_moves: list[Move] = []
        history = History.start(script, NOW)
        for _, move, _ in play(script, call):
            if isinstance(move, moves.Undo | moves.Rewriting | moves.DoNotCall):
                continue
            if move == moves.Object("do_not_call"):
                continue
            try:
                history = history.take(move, NOW)
            except MoveError:
                continue
            fresh_moves.append(move)
        lines = [at for at, move in enumerate(fresh_moves) if isinstance(move, moves.Hear)]
        if not lines:
            continue
        at = random.Random(call).choice(lines)
        amended = history.take(moves.Amend(at + 1, "we have 40k for it and I decide"), NOW)
        fresh_moves[at] = moves.Hear("we have 40k for it and I decide")
        fresh = History.start(script, NOW)
        for n, move in enumerate(fresh_moves, 1):
            try:
                fresh = fresh.take(move, NOW, n)
            except MoveError:
                fresh = fresh.pass_over(move, NOW, n)
        assert view(amended.turn) == view(fresh.turn)
        assert view(amended.take(moves.Undo(), NOW).turn) == view(history.turn)
        compared += 1
    assert compared > CALLS / 2


def test_rule_4_from_every_stage_a_verdict_and_an_end_are_reachable(script: Script) -> None:
    reached = {framework: set[str]() for framework in FRAMEWORKS}
    for call in calls(4, script):
        for _, _, after in play(script, call):
            flow = script.follow(after.call.framework).flow
            reached[flow.framework].add(after.turn.stage)
            if after.call.over:
                continue
            assert after.take(moves.End("incomplete"), NOW).turn.stage == "closed"
            marked = after
            for criterion in flow.criteria:
                marked = marked.take(moves.Mark(criterion, "declined"), NOW)
            assert marked.turn.status.verdict != "incomplete"
    assert reached[script.flow.framework] >= {*DETOURS, *FIXED_STAGES}
    assert all(reached[name] <= set(stages_of(flow)) for name, flow in script.flows.items())


def test_rule_4_whoever_only_goes_on_comes_by_every_criterion_to_the_closing(script: Script) -> None:
    history = History.start(script, NOW)
    stages = [history.turn.stage]
    while history.turn.stage != "closing":
        history = history.take(moves.Next(), NOW)
        stages.append(history.turn.stage)
    assert stages == ["opening", *script.flow.criteria, "closing"]


def test_rule_5_the_same_moves_give_the_same_turns(script: Script) -> None:
    for call in calls(5, script):
        first = [after.turn for _, _, after in play(script, call)]
        second = [after.turn for _, _, after in play(script, call)]
        assert first == second


def test_rule_6_also_is_what_switching_would_show(script: Script) -> None:
    for call in calls(6, script):
        for _, _, after in play(script, call):
            if after.call.over:
                continue
            assert {after.call.framework, *after.turn.status.also} == set(FRAMEWORKS)
            for framework, glance in after.turn.status.also.items():
                status: Status = after.take(moves.Switch(framework), NOW).turn.status
                assert (status.verdict, status.confirmed, len(status.criteria)) == (
                    glance.verdict, glance.confirmed, glance.of,
                )  # fmt: skip


def test_every_quote_stands_in_the_line_of_its_turn(script: Script) -> None:
    for call in calls(7, script):
        said: dict[int, set[str]] = defaultdict(set)  # an amended line has been both
        for _, move, after in play(script, call):
            if isinstance(move, moves.Hear):
                said[after.turn.n].add(move.text)
            if isinstance(move, moves.Amend):
                said[move.turn].add(move.text)
            for criterion in after.turn.status.criteria.values():
                if criterion.quote is not None and criterion.turn is not None:
                    assert any(criterion.quote in line for line in said[criterion.turn])
