"""The walk on all cores: the same calls however many processes hold them, and one report a framework."""

from __future__ import annotations

import pytest

from cuebook import paths
from cuebook.conversation.walking import walk
from cuebook.cores import CALLS
from cuebook.dialogue.model import Dialogues
from cuebook.errors import UsageError
from cuebook.walks import HELD_AT, lines, walks


def test_the_calls_of_many_processes_are_those_of_one(dialogues: Dialogues) -> None:
    calls = CALLS + 5
    told: list[int] = []
    (report,) = walks([paths.shipped()], ["three-levels"], calls, seed=3, told=told.append)
    assert sorted(told) == [5, CALLS]
    said = lines([paths.shipped()], dialogues, "en")
    alone = walk(dialogues, "three-levels", said, range(calls), seed=3, at=HELD_AT, language="en")
    assert (report.walked.ways, report.walked.moves) == (alone.ways, alone.moves)
    assert report.framework == "three-levels"
    assert not report.complete, "so few calls do not take every way"


def test_an_unknown_framework_or_language_is_told_with_what_there_is() -> None:
    with pytest.raises(UsageError, match="no framework 'bnat'"):
        next(walks([paths.shipped()], ["bnat"], 1))
    with pytest.raises(UsageError, match="No call can be held in 'xx'"):
        next(walks([paths.shipped()], [], 1, language="xx"))


def test_lines_are_those_of_objections_and_of_model_calls(dialogues: Dialogues) -> None:
    said = lines([paths.shipped()], dialogues, "en")
    assert len(set(said)) == len(said) > 200
    assert "Why are you asking?" in said
