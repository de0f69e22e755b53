"""The guess at a line in which no objection was read: it orders the list of them, and does nothing else."""

from __future__ import annotations

import threading

from tests.ui.call_fakes import SIZE, Make, last
from tests.ui.desk_fakes import settled

from cuebook.conversation.moves import Hear, Object
from cuebook.errors import SurroundingsError
from cuebook.ui.palette import GUESS

ODD = "our purse looks empty, you see"


class Guesses:
    """Always the same two, and a record of the lines that were asked about."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def __call__(self, text: str, language: str) -> tuple[str, ...]:
        """Guess."""
        self.asked.append((text, language))
        return ("no_budget", "trust")


async def test_the_list_opens_with_the_guess_on_top_and_enter_takes_it(make: Make) -> None:
    call = make(guess=Guesses())
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, ODD)
        await call.press(pilot, "f2")
        assert [entry.gives for entry in call.line.choices.found[:2]] == [Object("no_budget"), Object("trust")]
        assert GUESS in call.seen
        await call.press(pilot, "enter")
        assert last(call) == Object("no_budget")


async def test_nothing_comes_of_a_guess_that_nobody_asks_for(make: Make) -> None:
    guesses = Guesses()
    with_it, without = make(guess=guesses), make()
    for call in (with_it, without):
        async with call.app.run_test(size=SIZE) as pilot:
            await call.hear(pilot, ODD)
            assert "guess" not in call.seen
    assert guesses.asked == [(ODD, "en")]
    assert with_it.session.turns == without.session.turns
    assert with_it.session.turn.explanation is None
    assert with_it.session.turn.move == Hear(ODD)


async def test_a_line_in_which_an_objection_was_read_is_not_guessed_at(make: Make) -> None:
    guesses = Guesses()
    call = make(guess=guesses)
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, "Just send me an email.")
        await call.press(pilot, "f2")
        assert call.line.choices.found[0].gives == Object("send_email")
        assert "guess" not in call.seen
    assert guesses.asked == []


async def test_after_another_move_the_guess_is_gone(make: Make) -> None:
    call = make(guess=Guesses())
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, ODD)
        await call.press(pilot, "f4", "f2")
        assert "guess" not in call.seen


async def test_the_list_does_not_wait_for_a_guess_that_takes_its_time(make: Make) -> None:
    gate = threading.Event()

    def slow(_: str, __: str) -> tuple[str, ...]:
        assert gate.wait(10)
        return ("trust",)

    call = make(guess=slow)
    async with call.app.run_test(size=SIZE) as pilot:
        call.line.input.put(ODD)
        await pilot.press("enter", "f2")
        assert call.line.picking
        assert "guess" not in call.seen
        gate.set()
        await settled(pilot)
        assert "guess" not in call.seen  # a list that is open keeps its order
        await call.press(pilot, "escape", "f2")
        assert call.line.choices.found[0].gives == Object("trust")


async def test_a_model_that_cannot_be_used_is_told_of_once_and_the_call_goes_on(make: Make) -> None:
    asked: list[str] = []

    def broken(text: str, _: str) -> tuple[str, ...]:
        asked.append(text)
        raise SurroundingsError("The extra is broken.", "Install it again.")

    call = make(guess=broken)
    async with call.app.run_test(size=SIZE) as pilot:
        await call.hear(pilot, ODD)
        assert "The extra is broken." in call.seen
        await call.hear(pilot, "and so on and so forth")
        assert "The extra is broken." not in call.seen
    assert asked == [ODD]
    assert len(call.session.turns) == 3
