"""A rehearsal in words: the scorecard with its proof, what improves, the history."""

from __future__ import annotations

from dataclasses import replace

from tests.journal.test_rehearsals import ROW

from cuebook.dialogue.personas import CheckWords
from cuebook.journal.rows import CheckRow
from cuebook.reports.rehearsal import as_json, scorecard, since, transcript

WORDS = {
    "reason_given": CheckWords(
        name="A reason first", holds="You said why.", fails="You did not say why.", try_this="Say why first."
    )
}
GOOD = replace(ROW, checks=(CheckRow("reason_given", True, (2,)), CheckRow("no_pressure", True)))


def test_a_check_that_fails_is_told_with_its_lines_and_what_to_try() -> None:
    told = scorecard(ROW, WORDS)
    at = told.index("  no   A reason first  (lines 2, 3)")
    assert told[at + 1 : at + 4] == [
        "         You did not say why.",
        "         2  “When suits you?”",
        "         try this: Say why first.",
    ]
    assert "  –    Followed up" in told
    assert told[0] == "SCORE   71 of 100"
    assert told[1] == "VERDICT qualified; how they really stand is nurture"


def test_what_is_otherwise_than_last_time_is_told_both_ways() -> None:
    assert "BETTER  than the last time: A reason first" in scorecard(GOOD, WORDS, [ROW])
    assert "WORSE   than the last time: A reason first" in scorecard(ROW, WORDS, [GOOD])


def test_a_rehearsal_that_was_left_neither_improves_nor_slips_nor_counts() -> None:
    left = replace(ROW, finished=False)
    assert since(left, [GOOD]).slipped == ()
    assert since(GOOD, [left]).improved == ()
    assert not any(line.startswith("NEXT") for line in scorecard(left, WORDS, [GOOD]))
    assert scorecard(left, WORDS)[0].endswith("(left on the way)")


def test_the_transcript_tells_what_was_raised_and_what_came_to_rest() -> None:
    told = list(transcript(ROW))
    assert told[1] == "     they  I'm busy.  [objection: no_time]"
    assert told[3] == "     they  Soon.  [settled: no_time]"


def test_the_scorecard_for_programs_has_the_shape_that_is_promised() -> None:
    found = as_json(ROW)
    assert set(found) == {"score", "checks", "questions", "talk", "verdict", "truth"}
    assert found["checks"][0] == {"name": "reason_given", "holds": False, "lines": [2, 3]}
