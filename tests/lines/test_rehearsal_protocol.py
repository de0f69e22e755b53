"""`cuebook rehearse --jsonl`: the protocol of a call, with what the rep says, the reply and the scorecard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Run
from tests.lines.test_protocol import TURN
from tests.practice.rooms import room

SCORECARD = {"score", "checks", "questions", "talk", "verdict", "truth"}


def answers(run: Run, *lines: dict[str, Any] | str, seed: int = 3) -> list[dict[str, Any]]:
    typed = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    ran = run("rehearse", "--jsonl", "--persona", "hurried", "--seed", str(seed), typed=typed)
    assert ran.returncode == 0
    return [json.loads(line) for line in ran.stdout.splitlines()]


def say(text: str) -> dict[str, str]:
    return {"move": "say", "text": text}


def test_every_answer_is_a_turn_with_reply_and_scorecard(run: Run) -> None:
    first, *rest = answers(
        run, say("Hello, may I ask you a few questions?"), {"move": "next"}, {"move": "end", "disposition": "lost"}
    )
    assert set(first) == TURN | {"reply", "scorecard", "rehearsal"}
    assert {"persona": "hurried", "seed": 3, "framework": "bant", "help": "script"}.items() <= first[
        "rehearsal"
    ].items()
    assert all(set(each) == TURN | {"reply", "scorecard"} for each in rest)
    assert rest[0]["move"] == say("Hello, may I ask you a few questions?")
    assert set(rest[0]["reply"]) == {"line", "text", "kind", "objection", "settled"}
    assert rest[0]["reading"]["text"] == rest[0]["reply"]["text"]
    assert rest[1]["reply"] is None
    assert [each["scorecard"] is None for each in (first, *rest)] == [True, True, True, False]
    assert set(rest[-1]["scorecard"]) == SCORECARD
    assert set(rest[-1]["scorecard"]["checks"][0]) == {"name", "holds", "lines"}


def test_the_rehearsal_is_kept_before_its_scorecard_is_printed(run: Run) -> None:
    assert answers(run, say("Hello?"), {"move": "end", "disposition": "lost"})[-1]["call"] == "1"
    assert "seed 3" in run("rehearse", "--history").stdout


def test_the_end_of_input_gives_the_scorecard_so_far(run: Run) -> None:
    last = answers(run, say("Hello?"))[-1]
    assert last["move"] is None
    assert set(last["scorecard"]) == SCORECARD
    assert last["error"] is None


def test_without_a_word_there_is_a_scorecard_and_nothing_is_kept(run: Run) -> None:
    assert answers(run)[-1]["scorecard"]["score"] >= 0
    assert run("rehearse", "--history").returncode == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"move": "hear", "text": "we love it"}, "prospect answers for themselves"),
        ({"move": "amend", "turn": 1, "text": "we love it"}, "prospect answers for themselves"),
        ({"move": "say"}, "takes 'text'"),
        ({"move": "say", "text": 3}, "takes 'text'"),
        ({"move": "say", "text": "a", "loud": True}, "takes 'text'"),
        ({"move": "say", "text": "  "}, "Say something"),
        ({"move": "fly"}, "no move 'fly'"),
        ("nonsense", "not JSON"),
    ],
)
def test_what_is_not_possible_is_an_error_and_changes_nothing(
    run: Run, line: dict[str, Any] | str, says: str
) -> None:
    first, refused, _ = answers(run, line)
    assert says in refused["error"]["message"]
    assert refused["turn"] == first["turn"] == 0
    assert refused["reply"] is refused["scorecard"] is None


def test_after_the_end_every_move_is_an_error_and_the_scorecard_comes_once(run: Run) -> None:
    found = answers(run, say("Hello?"), {"move": "do_not_call"}, say("Still there?"), {"move": "undo"})
    assert [each["error"] is None for each in found] == [True, True, True, False, False]
    assert sum(each["scorecard"] is not None for each in found) == 1


def test_the_same_seed_and_lines_give_the_same_bytes(run: Run) -> None:
    lines = [say("How do you handle copying today?"), say("Why?"), {"move": "next"}, say("Are you sure?")]
    one, other = (answers(run, *lines) for _ in range(2))
    assert {each.pop("call") for each in one} == {"", "1"}
    assert {each.pop("call") for each in other} == {"", "2"}
    assert one == other


def test_where_the_store_fails_it_goes_on_and_the_error_comes_once_and_at_the_end(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "in-the-way").touch()
    monkeypatch.setenv("CUEBOOK_STORE", f"sqlite:///{tmp_path}/in-the-way/calls.db")
    typed = "".join(json.dumps(say(text)) + "\n" for text in ("Hello?", "How do you copy today?"))
    ran = run("rehearse", "--jsonl", "--persona", "hurried", "--seed", "3", typed=typed)
    first, failed, second, last = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 3
    assert [each["error"] is None for each in (first, failed, second, last)] == [True, False, True, False]
    assert failed["reply"]["line"] == 1
    assert failed["move"] == say("Hello?")
    assert second["reply"]["line"] == 2
    assert set(last["scorecard"]) == SCORECARD


LINES = st.one_of(
    st.text(max_size=60).map(say),
    st.sampled_from(["next", "back", "probe", "undo", "do_not_call"]).map(lambda name: {"move": name}),
    st.sampled_from(["need", "budget", "closing"]).map(lambda name: {"move": "go", "criterion": name}),
)


@given(st.lists(LINES, max_size=8), st.integers(0, 50))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_every_line_is_answered_and_the_last_has_the_score(lines: list[Any], seed: int) -> None:
    import io

    from cuebook.lines.rehearsal_protocol import converse
    from cuebook.rehearsals import row_of
    from cuebook.reports.rehearsal import as_json

    held, out = room(None, seed), io.BytesIO()
    raw = "".join(json.dumps(line) + "\n" for line in lines).encode()
    assert converse(held, lambda: as_json(row_of(held, None)), io.BytesIO(raw), out) == 0
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(found) in (len(lines) + 1, len(lines) + 2)
    assert sum(each["scorecard"] is not None for each in found) == 1
