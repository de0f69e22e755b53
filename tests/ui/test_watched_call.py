"""A watched call: who writes dialogues sees the cue change in it, and what is wrong with them."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import NOW
from tests.ui.call_fakes import ANNA, Call, FakeStore, with_store
from tests.ui.desk_fakes import Fakes, settled
from textual.pilot import Pilot

from cuebook import paths
from cuebook.conversation.setup import Setup
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import Dialogues
from cuebook.errors import UsageError
from cuebook.parts import Parts
from cuebook.session import Session
from cuebook.ui.app import CuebookApp
from cuebook.ui.dialogues_screen import DialoguesScreen
from cuebook.ui.widgets.faults_strip import FaultsStrip, strip

SAY = "How are you handling {{ product.topic }} today?"


class Watched(Call):
    """A call whose dialogues somebody writes at the same time."""

    criteria: Path

    @property
    def strip(self) -> FaultsStrip:
        return self.screen.query_one(FaultsStrip)

    def write(self, old: str, new: str) -> None:
        self.criteria.write_text(self.criteria.read_text().replace(old, new))

    def go_on_with(self, dialogues: Dialogues) -> None:
        """Take over dialogues that no file holds."""
        self.screen._taking.reread(dialogues)
        self.screen._run_taking()

    async def until(self, pilot: Pilot[None], done: Callable[[], bool]) -> None:
        """Wait until the watch has looked and the screen shows it."""
        for _ in range(100):
            await settled(pilot)
            if done():
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"never shown:\n{self.seen}")


@pytest.fixture
def call(tmp_path: Path) -> Watched:
    folder = tmp_path / "ours"
    criteria = folder / "words" / "en" / "criteria.yaml"
    criteria.parent.mkdir(parents=True)
    shutil.copy(paths.shipped() / "words" / "en" / "criteria.yaml", criteria)
    parts, store = Parts([folder]), FakeStore()
    session = Session.start(Setup(lead=ANNA), parts.dialogues, lambda: NOW)
    desk = with_store(Fakes(home=tmp_path).desk(), store)
    watched = Watched(CuebookApp(replace(desk, watch=parts.watch), session), session, store)
    watched.criteria = criteria
    return watched


async def test_a_question_that_is_edited_changes_in_the_cue_and_the_line_stays(call: Watched) -> None:
    async with call.app.run_test(size=(120, 40)) as pilot:
        await call.type(pilot, "sure", "enter")
        await pilot.press(*"we waste", "left", "left")
        call.write(SAY, "How do you cope with it these days?")
        await call.until(pilot, lambda: "How do you cope with it these days?" in call.seen)
        assert "How are you handling" not in call.seen
        assert (call.typed, call.line.input.cursor_position) == ("we waste", len("we waste") - 2)
        assert "The dialogues have changed." in call.seen
        await call.press(pilot, "enter")
        assert [line.text for line in call.conversation.lines if line.kind == "heard"] == ["sure", "we waste"]
        assert [turn.n for turn in call.store.kept] == [0, 1, 2]


async def test_a_fault_is_shown_in_place_and_gone_when_it_is_mended(call: Watched) -> None:
    async with call.app.run_test(size=(120, 40)) as pilot:
        await call.type(pilot, "sure", "enter")
        assert not call.strip.display
        call.write(SAY, "How is {{ prodct.topic }}?")
        await call.until(pilot, lambda: call.strip.display)
        assert "1 fault, Alt+E shows it." in call.seen
        assert "CUE405 There is no 'prodct'" in str(call.strip.render())
        assert "How are you handling" in call.seen
        await call.type(pilot, "it jams", "enter")
        assert call.session.turn.n == 2
        call.write("How is {{ prodct.topic }}?", SAY)
        await call.until(pilot, lambda: not call.strip.display)


async def test_the_strip_opens_the_list_of_all_faults(call: Watched) -> None:
    async with call.app.run_test(size=(120, 40)) as pilot:
        await call.press(pilot, "alt+e")
        assert isinstance(call.app.screen, DialoguesScreen)
        await call.press(pilot, "escape")
        assert call.app.screen_stack[-1] is call.screen


async def test_an_objection_taken_out_of_the_catalogue_is_struck_out_in_the_call(call: Watched) -> None:
    async with call.app.run_test(size=(120, 40)) as pilot:
        await call.press(pilot, "f2", *"trust", "enter")
        assert call.session.turn.explanation is not None
        raised = call.session.turn.explanation.objection
        fewer = {name: one for name, one in call.session.objections.items() if name != raised}
        call.go_on_with(replace(Parts([]).dialogues, objections=fewer, digest="fewer"))
        await call.until(pilot, lambda: "Moves that do not apply any more: 1." in call.seen)
        assert call.screen._transcript.taken_back == {1}
        assert call.session.turn.explanation is None


async def test_a_framework_that_is_gone_leaves_the_call_as_it_was_and_says_so(call: Watched) -> None:
    async with call.app.run_test(size=(120, 40)) as pilot:
        await call.type(pilot, "sure", "enter")
        dialogues = Parts([]).dialogues
        other = replace(dialogues, flows={"champ": dialogues.flows["champ"]}, digest="champ")
        call.go_on_with(other)
        await call.until(pilot, lambda: call.strip.display)
        assert "There is no framework 'bant'." in call.seen
        assert "How are you handling" in call.seen


async def test_a_call_that_is_not_watched_looks_at_no_file(tmp_path: Path) -> None:
    parts, store = Parts(), FakeStore()
    session = Session.start(Setup(lead=ANNA), parts.dialogues, lambda: NOW)
    call = Call(CuebookApp(with_store(Fakes(home=tmp_path).desk(), store), session), session, store)
    async with call.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert not call.screen.query(FaultsStrip)


def test_the_strip_says_the_first_fault_and_how_many_there_are() -> None:
    faults = [Fault("words/en/criteria.yaml", 3, 5, "CUE105", "Not YAML."), Fault("b.yaml", 1, 1, "CUE209", "No.")]
    assert strip([], "Alt+E") == ""
    assert strip(faults, "Alt+E") == (
        "✗ 1 of 2 faults, Alt+E shows all. words/en/criteria.yaml:3:5: CUE105 Not YAML."
    )
    assert strip(faults[1:], "Alt+E", stays=True) == (
        "✗ 1 fault, Alt+E shows it. The call goes on with the words that it had. b.yaml:1:1: CUE209 No."
    )
    assert "There is no framework" in strip([], "Alt+E", UsageError("There is no framework 'bant'."))
