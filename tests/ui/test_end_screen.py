"""Closing a call: the proposal stands there, another is an arrow away, and a day may be written in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import turn
from tests.ui.desk_fakes import Host, seen, settled
from textual.pilot import Pilot

from cuebook.conversation.moves import End
from cuebook.conversation.record import Proposal
from cuebook.dialogue.model import Dialogues
from cuebook.ui.end_screen import EndScreen, read_day
from cuebook.ui.widgets.line_input import LineInput

TODAY = date(2026, 11, 21)
PROPOSED = Proposal("callback", "Call back as agreed.", "2027-01-15")


def host(dialogues: Dialogues) -> Host:
    return Host(EndScreen(replace(turn(3), proposal=PROPOSED), dialogues.words["en"], TODAY, "en"))


async def put_day(app: Host, pilot: Pilot[None], text: str) -> None:
    app.screen.query_one("#end-day", LineInput).put(text)
    await pilot.pause()


async def test_enter_accepts_the_proposal(dialogues: Dialogues) -> None:
    app = host(dialogues)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "▸ Call back" in seen(app)
        assert "Friday 2027-01-15, 55 days from now" in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert app.given == [End("callback", "Call back as agreed.", date(2027, 1, 15))]


async def test_another_disposition_brings_its_own_next_step(dialogues: Dialogues) -> None:
    app = host(dialogues)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("up")
        assert "▸ Keep in touch" in seen(app)
        assert "2027-02-19" in seen(app)
        await pilot.press("down")
        assert "Call back as agreed." in seen(app)


async def test_what_the_rep_wrote_is_not_overwritten(dialogues: Dialogues) -> None:
    app = host(dialogues)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("!", "up", "enter")
        await settled(pilot)
        assert app.given == [End("nurture", "Call back as agreed.!", date(2027, 1, 15))]


async def test_no_step_and_no_day_are_fine(dialogues: Dialogues) -> None:
    app = host(dialogues)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+u", "tab", "ctrl+u", "enter")
        await settled(pilot)
        assert app.given == [End("callback", None, None)]


async def test_a_day_in_words_is_shown_as_it_was_read(dialogues: Dialogues) -> None:
    app = host(dialogues)
    async with app.run_test(size=(80, 24)) as pilot:
        await put_day(app, pilot, "in 3 months")
        assert "2027-02-21" in seen(app)


async def test_a_day_that_cannot_be_read_is_asked_for_again(dialogues: Dialogues) -> None:
    app = host(dialogues)
    async with app.run_test(size=(80, 24)) as pilot:
        await put_day(app, pilot, "when the cows come home")
        await pilot.press("enter")
        await settled(pilot)
        assert app.given == []
        assert "No day can be read there." in seen(app)


async def test_escape_goes_back_to_the_call(dialogues: Dialogues) -> None:
    app = host(dialogues)
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("escape")
        await settled(pilot)
        assert app.given == [None]


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2027-01-15", date(2027, 1, 15)), (" 2027-01-15 ", date(2027, 1, 15)), ("", None), ("2027-02-30", None)],
)
def test_days(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY, "en") == day
