"""The SAY box: what matters most is first, and all of it fits the width."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.factories import explained, turn

from cuebook.conversation.record import Cue, Turn
from cuebook.dialogue.model import Dialogues
from cuebook.ui.widgets.cue import cue_rows

CUE = Cue(
    "need.today", "How are you handling copying today?", "To help.", "a problem", ("What works?", "What else?")
)


def drawn(turn: Turn, dialogues: Dialogues, width: int = 60) -> list[str]:
    return [row.plain for row in cue_rows(turn, dialogues.words["en"], width, lambda action: f"<{action}>")]


def test_the_question_its_reason_and_what_helps_to_ask_it(dialogues: Dialogues) -> None:
    assert drawn(replace(turn(0), cue=CUE), dialogues) == [
        "How are you handling copying today?",
        "why     To help.",
        "listen  a problem",
        "probe   What works?",
        "        What else?",
    ]


def test_what_it_brings_stands_before_the_probes(dialogues: Dialogues) -> None:
    closing = replace(CUE, brings=("Nothing jams.", "One sum a month."))
    assert drawn(replace(turn(0), cue=closing), dialogues)[2:5] == [
        "listen  a problem",
        "brings  Nothing jams.",
        "        One sum a month.",
    ]


def test_a_probe_takes_the_place_of_the_question_and_only_later_ones_are_offered(dialogues: Dialogues) -> None:
    probing = replace(CUE, say="What works?", probing=0)
    assert drawn(replace(turn(0), cue=probing), dialogues)[0] == "What works?"
    assert drawn(replace(turn(0), cue=probing), dialogues)[-1] == "probe   What else?"


def test_an_explanation_is_said_first_and_the_same_question_stands_below(dialogues: Dialogues) -> None:
    shown = drawn(replace(turn(1, explanation=explained("why_asking")), cue=CUE), dialogues)
    assert shown[:4] == [
        "Why are you asking? (a question)",
        "I ask so that I don't waste your time.",
        "then, the same question:",
        "How are you handling copying today?",
    ]


def test_what_was_heard_names_the_key_that_corrects_it(dialogues: Dialogues) -> None:
    shown = drawn(turn(1, explanation=explained("why_asking", 2, heard=True)), dialogues, 100)
    assert (
        shown[0] == "Why are you asking? (a question), time 2 - heard in the line; <objection> if it was another"
    )


def test_where_nothing_is_to_be_said_the_stage_is_named(dialogues: Dialogues) -> None:
    assert drawn(turn(1, stage="reroute", question=None), dialogues) == ["Who decides"]


@given(st.text(min_size=1, max_size=200), st.integers(4, 80))
def test_whatever_is_said_fits(dialogues: Dialogues, text: str, width: int) -> None:
    shown = replace(
        turn(1, explanation=explained("why_asking")), cue=replace(CUE, say=text, why=text, probes=(text,))
    )
    assert all(cell_len(row) <= width for row in drawn(shown, dialogues, width))
