"""Rehearsing in the app with a persona in words of its own: while they think, the keys stay free."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tests.ui.desk_fakes import settled
from tests.ui.test_rehearsal_screens import HURRIED, FakeStore, Rehearsing, rehearsing
from tests.voices import Model, serving

from cuebook.dialogue.model import Dialogues
from cuebook.errors import UsageError
from cuebook.ui.rehearsal_setup_screen import RehearsalSetupScreen
from cuebook.ui.scorecard_screen import ScorecardScreen
from cuebook.ui.widgets.call_line import CallLine
from cuebook.voice import Server, server

TALKATIVE = replace(HURRIED, persona="talkative", voiced=True)

Answering = Callable[..., Rehearsing]


@pytest.fixture
def answering(dialogues: Dialogues, tmp_path: Path) -> Iterator[Answering]:
    """The app on a rehearsal with a model that gives these answers; None never comes."""
    with ExitStack() as stack:

        def made(*answers: str | None) -> Rehearsing:
            voice = partial(Server, stack.enter_context(serving(Model(*answers))).url, "small", timeout=20)
            return rehearsing(dialogues, tmp_path, FakeStore(), TALKATIVE, voice)

        yield made


async def test_what_is_said_in_their_words_stands_in_the_call_and_in_the_history(answering: Answering) -> None:
    made = answering("Honestly, {}")
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "the score are decided here" in made.seen
        await made.say(pilot, "Hello, may I ask you a few questions?")
        assert made.room.last is not None
        assert made.room.last.reply.text.startswith("Honestly, ")
        assert made.room.last.reply.text in made.seen
    assert made.store.kept[-1].lines[0].reply.startswith("Honestly, ")


async def test_where_it_does_not_keep_to_what_they_say_the_rep_is_told_once(answering: Answering) -> None:
    made = answering("Our budget is 9 million.")
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.say(pilot, "Hello, may I ask you a few questions?")
        assert "small did not keep to what Rosie Bell says" in made.seen
        await made.say(pilot, "How are you handling copying today?")
        assert "did not keep" not in made.seen


async def test_while_they_think_one_types_on_and_leaves_at_once(answering: Answering) -> None:
    made = answering(None)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        line = made.app.screen.query_one(CallLine).input
        line.put("Hello, may I ask you a few questions?")
        await pilot.press("enter", "S", "o")
        await asyncio.sleep(0.2)
        await pilot.pause()
        assert "Rosie …" in made.seen
        assert line.value == "So"
        began = time.monotonic()
        await made.press(pilot, "ctrl+q")
        assert isinstance(made.app.screen, ScorecardScreen)
        assert time.monotonic() - began < 10
        assert len(made.store.kept[-1].lines) == 1


async def test_that_what_is_typed_leaves_the_machine_stands_on_the_first_page_however_small(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    elsewhere = partial(Server, "http://voice.invalid/v1", "small", timeout=20)
    made = rehearsing(dialogues, tmp_path, FakeStore(), TALKATIVE, elsewhere)
    async with made.app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        assert "What you type is sent to voice.invalid, unencrypted:" in made.seen


async def test_nobody_rehearses_with_a_voice_that_is_not_there(dialogues: Dialogues, tmp_path: Path) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore())
    with pytest.raises(UsageError, match="Nobody finds words"):
        made.rehearsals.begin(TALKATIVE)


@pytest.mark.parametrize(("model", "offered"), [("small", True), (None, False)])
async def test_a_voice_is_offered_where_one_is_set_up(
    dialogues: Dialogues, tmp_path: Path, model: str | None, offered: bool
) -> None:
    voice = partial(server, "http://127.0.0.1:9/v1", model, 20)
    made = rehearsing(dialogues, tmp_path, FakeStore(), voice=voice)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.press(pilot, "e")
        assert isinstance(made.app.screen, RehearsalSetupScreen)
        assert ("Their words" in made.seen) is offered
        await made.press(pilot, *["down"] * 6, "right", "enter")
        assert (made.room.actor is not None) is offered
