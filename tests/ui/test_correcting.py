"""What was read is denied by one key and put right by another, in the call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ui.call_fakes import Call, on_call

from cuebook.conversation import moves
from cuebook.dialogue.model import Dialogues

SIZE = (120, 40)
Make = Callable[[], Call]


@pytest.fixture
def make(dialogues: Dialogues, tmp_path: Path) -> Make:
    return lambda: on_call(dialogues, tmp_path)


def last(call: Call) -> moves.Move | None:
    return call.session.turn.move


def labels(call: Call, line: int) -> tuple[str, ...]:
    return next(shown.labels for shown in call.conversation.lines if shown.line == line)


async def test_the_only_thing_that_was_read_is_denied_by_one_key(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "it jams every week")
        assert labels(call, 1) == ("need",)
        await call.type(pilot, "and then")
        await call.press(pilot, "alt+x")
        assert last(call) == moves.Deny(1, "signs")
        assert labels(call, 1) == ("not: need",)
        assert "not: need" in call.seen
        assert call.typed == "and then"
        await call.press(pilot, "f8")
        assert labels(call, 1) == ("need",)


async def test_of_several_readings_the_number_says_which(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "it jams every week, and we have 50 000 euros")
        await call.press(pilot, "alt+x")
        assert call.line.picking
        assert " 2  money 50\N{NO-BREAK SPACE}000 EUR" in call.seen
        await call.press(pilot, "2")
        assert last(call) == moves.Deny(1, "amounts")
        assert labels(call, 1) == ("not: money 50\N{NO-BREAK SPACE}000 EUR", "need")


async def test_an_earlier_line_is_chosen_first(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "it jams every week")
        await call.hear(pilot, "we have 50 000 euros")
        await call.press(pilot, "up", "up", "alt+x")
        assert last(call) == moves.Deny(1, "signs")
        assert call.conversation.chosen is None
        assert call.line.doing.kind == "hear"


async def test_a_sum_is_put_right_by_typing_it(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "we have 50 000 euros")
        await call.type(pilot, "and")
        await call.press(pilot, "alt+c")
        assert call.typed == "50 000 euros"
        assert "money ›" in call.seen
        call.line.input.put("")
        await call.type(pilot, "60 000 EUR a year", "enter")
        assert last(call) == moves.Correct(1, "amounts", "60 000 EUR a year")
        assert "= 60\N{NO-BREAK SPACE}000 EUR a year" in call.seen
        assert call.typed == "and"
        await call.press(pilot, "f8")
        assert "= 50\N{NO-BREAK SPACE}000 EUR" in call.seen


async def test_what_cannot_be_meant_is_told_and_changes_nothing(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "we have 50 000 euros")
        await call.press(pilot, "alt+c")
        call.line.input.put("")
        await call.type(pilot, "plenty", "enter")
        assert "'plenty' cannot be meant here." in call.seen
        assert call.session.turn.n == 1
        await call.press(pilot, "alt+c", "escape")
        assert call.line.doing.kind == "hear"


async def test_an_objection_is_put_right_by_a_few_letters(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "why are you asking?")
        assert call.session.turn.explanation is not None
        await call.press(pilot, "alt+c")
        await call.type(pilot, "budget", "enter")
        move = last(call)
        assert isinstance(move, moves.Correct)
        assert call.session.turn.explanation is not None
        assert call.session.turn.explanation.objection == move.value != "why_asking"


async def test_whether_somebody_decides_is_one_letter(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "I decide that")
        await call.press(pilot, "alt+c", "2", "n")
        assert last(call) == moves.Correct(1, "people", "does not decide")
        assert labels(call, 1) == ("not: they decide", "they do not decide")


async def test_where_nothing_was_read_there_is_nothing_to_deny(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.press(pilot, "alt+x")
        assert "Nothing was understood of that line." in call.seen
        await call.hear(pilot, "hm")
        await call.press(pilot, "alt+c")
        assert call.session.turn.n == 1


async def test_the_lines_are_the_same_when_the_call_is_shown_anew(make: Make) -> None:
    call = make()
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "it jams every week, and we have 50 000 euros")
        await call.press(pilot, "alt+x", "2")
        await call.hear(pilot, "I decide that")
        anew = type(call.screen._transcript)(call.session.words, "Anna").add_all(call.session.turns)
        assert anew == call.conversation.lines
