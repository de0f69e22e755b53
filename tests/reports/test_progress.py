"""What rehearsals and sparrings come to, in words and for other programs."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.journal.test_rehearsals import ROW
from tests.journal.test_sparrings import FIRST, SECOND
from tests.reports.test_rehearsal import GOOD, WORDS

from cuebook.journal.rows import AnswerRow, RehearsalRow
from cuebook.practice.progress import progress, sparred
from cuebook.reports.progress import LookBack, Wording, history, history_as_json, rehearsal_as_json
from cuebook.reports.rehearsal import finished

WORDING = Wording(WORDS, None)


def look_back(rows: list[RehearsalRow], answers: list[AnswerRow]) -> LookBack:
    return LookBack(tuple(rows), progress([row.checks for row in finished(rows)]), sparred(answers))


def test_the_history_lists_them_and_tells_how_each_check_goes() -> None:
    told = list(history(look_back([replace(ROW, id="2"), replace(GOOD, id="1")], []), WORDING))
    assert told[0].startswith("   2  2026-11-21 10:00   71  hurried, bant, copier-leasing, discovery, hints, seed")
    assert told[2].startswith("CHECKS ")
    assert "  ·  1 of 2   A reason first" in told
    assert told[-1] == "NEXT    Practise: A reason first (1 of 2 lately). Say why first."


def test_where_it_goes_is_told_by_a_sign_and_a_word() -> None:
    rows = [replace(ROW, id="2")] * 5 + [replace(GOOD, id="1")] * 5
    assert "  ↓  5 of 10  A reason first, worse" in list(history(look_back(rows, []), WORDING))
    assert "  ↑  5 of 10  A reason first, better" in list(history(look_back(rows[::-1], []), WORDING))


def test_objections_of_sparrings_are_told_apart_with_their_times_and_what_is_missing() -> None:
    missed = replace(FIRST, settled=False, holds={"acknowledge": True, "ask": False})
    told = list(history(look_back([], [FIRST, missed, SECOND, replace(FIRST, help="script")]), WORDING))
    assert told[0].startswith("SPARRING ")
    assert "  ·  1 of 2   No time; quickest 8 s, usually 8 s; lacks most: ask" in told
    assert "  ·  0 of 1   Opt out" in told
    assert "  not counted: 1 answered with the script shown" in told
    assert told[-1] == "NEXT    Practise: the objection “Opt out” (0 of 1 lately)"


def test_for_programs_it_is_one_object_with_the_same_figures() -> None:
    found = history_as_json(look_back([replace(ROW, id="2"), replace(GOOD, id="1")], [FIRST]))
    assert set(found) == {"rehearsals", "checks", "objections", "read_out", "next"}
    assert [row["id"] for row in found["rehearsals"]] == ["2", "1"]
    assert found["checks"][0] == {
        "name": "reason_given",
        "held": 1,
        "of": 2,
        "lately": {"held": 1, "of": 2},
        "course": "new",
    }
    assert found["objections"][0]["quickest"] == 8.5
    assert found["next"] == {"check": "reason_given", "objection": None}
    assert json.loads(json.dumps(found)) == found


def test_a_rehearsal_for_programs_has_its_scorecard_and_every_line() -> None:
    found = rehearsal_as_json(replace(ROW, id="2"))
    assert found["scorecard"]["checks"][0] == {"name": "reason_given", "holds": False, "lines": [2, 3]}
    assert [(line["said"], line["reply"]) for line in found["lines"]] == [
        ("Hello?", "I'm busy."),
        ("When suits you?", "Soon."),
    ]
    assert json.loads(json.dumps(found)) == found


def test_with_nothing_practised_there_is_nothing_to_look_back_on() -> None:
    assert look_back([], []).empty
    assert not look_back([], [replace(FIRST, help="script")]).empty
