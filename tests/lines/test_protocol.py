"""`cuebook call --jsonl`, to the letter of the contract."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuebook.clock import Clock
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.lines.protocol import LONGEST, converse
from cuebook.session import Session

TURN = {"call", "turn", "move", "stage", "cue", "explanation", "reading", "status", "error"}
STATUS = {"framework", "verdict", "decided_by", "because", "confirmed", "of", "criteria", "levels", "also"}
READING = {"text", "language", "question", "amounts", "times", "people", "stance", "objections", "facets"}


@pytest.fixture
def say(dialogues: Dialogues, clock: Clock) -> Any:
    """Send raw lines to a new call in memory; give the answers, the first of them turn 0."""

    def said(*lines: bytes | dict[str, Any]) -> list[dict[str, Any]]:
        raw = b"".join((json.dumps(x).encode() if isinstance(x, dict) else x) + b"\n" for x in lines)
        out = io.BytesIO()
        assert converse(Session.start(Setup(), dialogues, clock), io.BytesIO(raw), out) == 0
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return said


def test_every_turn_has_the_shape_of_the_contract(say: Any) -> None:
    answers = say(
        {"move": "hear", "text": "sure"},
        {"move": "object", "objection": "why_asking"},
        {"move": "hear", "text": "we have 50k and I decide"},
        {"move": "end", "disposition": "callback", "next_step": "call", "on": "2027-01-15"},
    )
    for n, answer in enumerate(answers):
        assert set(answer) == TURN
        assert answer["turn"] == n
        assert answer["error"] is None
        assert set(answer["status"]) == STATUS
        for criterion in answer["status"]["criteria"].values():
            assert set(criterion) == {"standing", "quote", "turn"}
        assert set(answer["status"]["levels"]) == {"organisation", "opportunity", "stakeholder"}
    assert answers[0]["move"] is None
    assert set(answers[0]["cue"]) == {"question", "say", "why", "listen_for", "probes"}
    assert set(answers[1]["reading"]) == READING
    assert set(answers[2]["explanation"]) == {"objection", "class", "say", "attempt"}
    assert answers[4]["move"] == {
        "move": "end",
        "disposition": "callback",
        "next_step": "call",
        "on": "2027-01-15",
    }
    assert answers[4]["cue"] is None
    for amount in answers[3]["reading"]["amounts"]:
        assert set(amount) == {"low", "high", "currency", "per", "span"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"hello", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[1, 2]", "JSON object"),
        (b"{}", "no move"),
        (b'{"move": "fly"}', "no move 'fly'"),
        (b'{"move": "go", "criterion": NaN}', "NaN"),
        (b"[" * 100_000, "not JSON"),
        (b'{"move": "note", "text": "' + b"x" * LONGEST + b'"}', "longer than"),
        (b'{"move": "back"}', "first question"),
        (b'{"move": "mark", "criterion": "nede", "standing": "confirmed"}', "no criterion 'nede'"),
    ],
)
def test_what_is_no_move_is_answered_with_an_error_and_changes_nothing(say: Any, line: bytes, says: str) -> None:
    before, refused, after = say(line, {"move": "note", "text": "still here"})
    assert says in refused["error"]["message"]
    assert refused["error"]["hint"]
    assert refused["turn"] == 0
    assert {**refused, "error": None, "move": None} == before
    assert (after["turn"], after["error"]) == (1, None)


def test_the_answers_to_person_and_depth_tell_what_they_changed(say: Any) -> None:
    _, placed, deepened, refused = say(
        {"move": "person", "name": "Kari Holm", "part": "decides"},
        {"move": "depth", "depth": "cold"},
        {"move": "person", "name": "Per Olsen"},
    )
    assert set(placed) == {*TURN, "people"}
    assert placed["people"] == [
        {"name": "Kari Holm", "role": None, "prospect": False, "decides": True, "part": "decides", "quote": None}
    ]
    assert (deepened["depth"], deepened["asked"], deepened["left"]) == ("cold", 0, 3)
    assert set(refused) == TURN
    assert "Per Olsen has no mark" in refused["error"]["message"]


def test_an_echoed_lone_surrogate_is_still_valid_output(say: Any) -> None:
    assert say(b'{"move": "\\ud800"}')[1]["error"] is not None


def test_hostile_text_comes_back_harmless(say: Any) -> None:
    answer = say({"move": "hear", "text": "a\x00b\x1b[2J\u202e[red]{{ 7*7 }}\ud800"})[1]
    text = answer["reading"]["text"]
    assert "[red]{{ 7*7 }}" in text
    assert not set(text) & set("\x00\x1b\u202e\ud800")


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_bytes_get_an_answer_a_line(say: Any, lines: list[bytes]) -> None:
    assert len(say(*lines)) == 1 + sum(bool(line.strip()) for line in lines)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cuebook", *arguments]


def lines_of(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize("after", [1, 4, 9])
def test_a_killed_call_has_every_turn_that_was_shown(tmp_path: Path, after: int) -> None:
    """Kill -9 in the middle of a run of moves: what was printed is there, and the last turn is shown again."""
    env = {**os.environ, "CUEBOOK_HOME": str(tmp_path)}
    with subprocess.Popen(command("call", "--jsonl"), stdin=-1, stdout=-1, env=env) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        moves = b"".join(b'{"move": "hear", "text": "it jams, and costs us %d hours"}\n' % n for n in range(400))
        running.stdin.write(moves)
        running.stdin.flush()
        shown = [running.stdout.readline() for _ in range(after + 1)]
        running.send_signal(signal.SIGKILL)
        shown += [line for line in running.stdout if line.endswith(b"\n")]
    last = json.loads(shown[-1])
    resumed = subprocess.run(command("call", "--resume", last["call"], "--jsonl"), input=b"", env=env,
                             capture_output=True, check=True)  # fmt: skip
    again = lines_of(resumed.stdout)[0]
    assert again["turn"] >= last["turn"]
    if again["turn"] == last["turn"]:
        assert again == last


def test_two_processes_share_one_store(tmp_path: Path) -> None:
    env = {**os.environ, "CUEBOOK_HOME": str(tmp_path)}
    many = b'{"move": "hear", "text": "we print a lot"}\n' * 60
    with (
        subprocess.Popen(command("call", "--jsonl"), stdin=-1, stdout=-1, env=env) as one,
        subprocess.Popen(command("call", "--jsonl"), stdin=-1, stdout=-1, env=env) as other,
    ):
        assert one.stdin is not None
        assert other.stdin is not None
        one.stdin.write(many)
        other.stdin.write(many)
        outputs = [lines_of(running.communicate()[0]) for running in (one, other)]
    assert outputs[0][0]["call"] != outputs[1][0]["call"]
    for output in outputs:
        assert [answer["turn"] for answer in output] == list(range(61))
        assert not any(answer["error"] for answer in output)


def test_a_store_that_cannot_be_used_is_said_before_any_turn(tmp_path: Path) -> None:
    env = {**os.environ, "CUEBOOK_HOME": str(tmp_path), "CUEBOOK_STORE": f"sqlite:///{tmp_path}"}
    run = subprocess.run(command("call", "--jsonl"), input=b"", env=env, capture_output=True, check=False)
    assert run.returncode == 3
    assert run.stdout == b""
    assert b"Traceback" not in run.stderr
    assert str(tmp_path).encode() in run.stderr


def test_what_was_read_is_denied_and_put_right(say: Any) -> None:
    answers = say(
        {"move": "hear", "text": "we have 50 000 EUR"},
        {"move": "correct", "turn": 1, "signal": "amounts", "value": "60 000 EUR"},
        {"move": "deny", "turn": 1, "signal": "amounts", "index": 0},
        {"move": "deny", "turn": 1, "signal": "amounts"},
        {"move": "deny", "turn": 1, "signal": "sums"},
        {"move": "correct", "turn": 1, "signal": "amounts"},
        {"move": "deny", "turn": 1, "signal": "amounts", "index": "0"},
    )
    assert [[amount["low"] for amount in answer["reading"]["amounts"]] for answer in answers[1:4]] == [
        [50_000],
        [60_000],
        [],
    ]
    assert [answer["turn"] for answer in answers] == [0, 1, 2, 3, 3, 3, 3, 3]
    assert [answer["error"]["message"] for answer in answers[4:]] == [
        "Line 1 has no amounts number 0.",
        "There is no signal 'sums'.",
        "The move 'correct' needs 'value'.",
        "The move 'deny' needs a whole number as 'index'.",
    ]
