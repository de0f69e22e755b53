"""Rehearsing in the app: the choices, the conversation with its three levels of help, the scorecard."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import pytest
from tests.conftest import NOW
from tests.ui.desk_fakes import Fakes, Host, seen, settled
from textual.pilot import Pilot

from cuebook import paths
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.errors import StoreError
from cuebook.journal.rows import AnswerRow, RehearsalRow, SparringRow
from cuebook.parts import Parts
from cuebook.practice.actor import Voice
from cuebook.practice.room import Room, Wish
from cuebook.rehearsals import Rehearsals
from cuebook.ui.app import CuebookApp
from cuebook.ui.rehearsal_screen import RehearsalScreen
from cuebook.ui.rehearsal_setup_screen import RehearsalSetupScreen
from cuebook.ui.scorecard_screen import ScorecardScreen
from cuebook.ui.sparring_screen import SparringScreen
from cuebook.ui.start_screen import StartScreen
from cuebook.ui.widgets.call_line import CallLine
from cuebook.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from cuebook.journal.journal import Journal


Row = TypeVar("Row", RehearsalRow, SparringRow)


@dataclass
class FakeStore:
    """A journal that keeps rehearsals and sparrings in lists, or fails."""

    fails: StoreError | None = None
    kept: list[RehearsalRow] = field(default_factory=list)
    sparrings: list[SparringRow] = field(default_factory=list)

    def open(self) -> Journal:
        if self.fails:
            raise self.fails
        return cast("Journal", self)

    def keep_rehearsal(self, row: RehearsalRow) -> str:
        return _over(self.kept, row)

    def keep_sparring(self, row: SparringRow) -> str:
        return _over(self.sparrings, row)

    def rehearsals(self, _rep: str | None) -> Sequence[RehearsalRow]:
        return tuple(reversed(self.kept))

    def listed_rehearsals(self, _rep: str | None, limit: int) -> Sequence[RehearsalRow]:
        return tuple(replace(row, checks=(), lines=()) for row in reversed(self.kept))[:limit]

    def rehearsal(self, number: str) -> RehearsalRow:
        return self.kept[int(number) - 1]

    def answers(self, _rep: str | None) -> Sequence[AnswerRow]:
        return tuple(answer for row in reversed(self.sparrings) for answer in reversed(row.answers))


def _over(kept: list[Row], row: Row) -> str:
    """Keep a row in the place of its id, or with a new one."""
    number = len(kept) + 1 if row.id is None else int(row.id)
    kept[number - 1 : number] = [replace(row, id=str(number))]
    return str(number)


@dataclass
class Rehearsing:
    """The app with real rehearsals and a store that is not."""

    app: CuebookApp
    store: FakeStore
    rehearsals: Rehearsals

    @property
    def seen(self) -> str:
        return seen(self.app)

    @property
    def room(self) -> Room:
        return next(screen for screen in self.app.screen_stack[::-1] if isinstance(screen, RehearsalScreen)).room

    async def say(self, pilot: Pilot[None], text: str) -> None:
        self.app.screen.query_one(CallLine).input.put(text)
        await pilot.press("enter")
        await settled(pilot)

    async def press(self, pilot: Pilot[None], *keys: str) -> None:
        await pilot.press(*keys)
        await settled(pilot)


@pytest.fixture
def made(dialogues: Dialogues, tmp_path: Path) -> Rehearsing:
    return rehearsing(dialogues, tmp_path, FakeStore())


def rehearsing(
    dialogues: Dialogues,
    home: Path,
    store: FakeStore,
    wish: Wish | None = None,
    voice: Callable[[], Voice] | None = None,
) -> Rehearsing:
    rehearsals = Rehearsals([paths.shipped()], lambda _: dialogues, lambda: NOW, "Kim", store.open, voice)
    desk = Fakes(home=home, dialogues=dialogues, rehearsals=rehearsals).desk()
    desk = replace(desk, clock=lambda: NOW, open_journal=store.open)
    return Rehearsing(CuebookApp(desk, wish), store, rehearsals)


HURRIED = Wish(setup=Setup(), persona="hurried", seed=3)


async def test_from_the_start_page_one_chooses_and_rehearses(made: Rehearsing) -> None:
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.press(pilot, "e")
        assert isinstance(made.app.screen, RehearsalSetupScreen)
        assert "Anybody: a surprise" in made.seen
        await made.press(pilot, "m")  # Martin Voss, by his first letter
        assert "In between two meetings." in made.seen
        await made.press(pilot, "down", "down", "down", "right", "down", "down", "right")
        assert "Hints: what to ask about" in made.seen
        await made.press(pilot, "enter")
        assert isinstance(made.app.screen, RehearsalScreen)
        assert made.room.chosen.persona == "hurried"
        assert made.room.help == "hints"
        assert made.room.setup.depth == "cold"


async def test_what_is_typed_is_said_and_the_reply_stands_below_it(dialogues: Dialogues, tmp_path: Path) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.say(pilot, "Hello, can you spare two minutes?")
        assert made.room.last is not None
        rows = made.seen.splitlines()
        said = next(at for at, row in enumerate(rows) if "you      Hello, can you spare two minutes?" in row)
        assert made.room.last.reply.text in rows[said + 1]
        assert rows[said + 1].startswith(" Martin")
        assert "REHEARSAL" in made.seen


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_one_key_hides_the_cue_in_three_levels(
    dialogues: Dialogues, tmp_path: Path, size: tuple[int, int]
) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=size) as pilot:
        await settled(pilot)
        await made.say(pilot, "Hello, can you spare two minutes?")
        await made.press(pilot, "f4")
        assert made.room.turn.cue is not None
        first = made.room.turn.cue.say.split()[:5]
        wording = " ".join(first)
        assert "SAY" in made.seen
        assert wording in made.seen
        await made.press(pilot, "alt+v")
        assert "ASK ABOUT" in made.seen
        assert "listen" in made.seen
        assert wording not in made.seen
        await made.press(pilot, "alt+v")
        assert "ON YOUR OWN" in made.seen
        assert "listen" not in made.seen.split("REHEARSAL")[0]
        await made.press(pilot, "alt+v")
        assert wording in made.seen


async def test_enter_alone_says_what_is_shown_and_nothing_where_nothing_is(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = made.room.cue
        await made.press(pilot, "enter")
        assert [each.line.text for each in made.room.rehearsal.exchanges] == [shown]
        await made.press(pilot, "alt+v", "enter")
        assert "Nothing is shown to be said." in made.seen
        assert len(made.room.rehearsal.exchanges) == 1


async def test_a_line_that_was_said_cannot_be_changed(dialogues: Dialogues, tmp_path: Path) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.say(pilot, "Hello?")
        await made.press(pilot, "f8")
        assert "cannot be taken back" in made.seen
        await made.press(pilot, "up", "enter", "x", "enter")
        assert "prospect answers for themselves" in made.seen
        assert len(made.room.rehearsal.exchanges) == 1


async def test_who_hangs_up_is_heard_to_do_so_and_the_scorecard_follows(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        for _ in range(12):
            if not made.room.over:
                await made.say(pilot, "You must buy today, it is the last chance. Do you have a budget?")
        assert made.room.over
        assert made.room.last is not None
        assert made.room.last.reply.text in made.seen
        assert "The call is over. F10 shows its scorecard." in made.seen
        await made.press(pilot, "f10")
        assert isinstance(made.app.screen, ScorecardScreen)
        assert made.store.kept[0].finished


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (60, 20)])
async def test_the_scorecard_shows_for_each_check_the_lines_that_prove_it(
    dialogues: Dialogues, tmp_path: Path, size: tuple[int, int]
) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=size) as pilot:
        await settled(pilot)
        await made.say(pilot, "Hello?")
        await made.press(pilot, "f4")
        await made.say(pilot, "You must decide today. Do you have a budget?")
        await made.press(pilot, "ctrl+q")
        assert isinstance(made.app.screen, ScorecardScreen)
        assert "seed 3" in made.seen
        assert "left on the way" in made.seen
        assert "how they really stand" in made.seen
        names = [check.name for check in made.app.screen._checks]
        await made.press(pilot, *["down"] * names.index("no_pressure"))
        assert ": no" in made.seen
        assert "You must decide today." in made.seen
        assert not made.store.kept[0].finished


async def test_the_same_call_is_had_again_and_then_another_prospect(dialogues: Dialogues, tmp_path: Path) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.press(pilot, "enter")
        first = made.room.rehearsal.exchanges
        await made.press(pilot, "ctrl+q")
        await made.press(pilot, "a")
        assert (made.room.chosen.persona, made.room.chosen.seed) == ("hurried", 3)
        await made.press(pilot, "enter")
        assert [each.reply for each in made.room.rehearsal.exchanges] == [each.reply for each in first]
        await made.press(pilot, "ctrl+q")
        await made.press(pilot, "o")
        assert made.room.chosen.persona != "hurried"


async def test_what_improved_and_what_to_practise_next_stand_above_the_checks(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 30)) as pilot:
        await settled(pilot)
        for pressing in ("You must decide today.", "Fine, thank you."):
            await made.say(pilot, pressing)
            await made.press(pilot, "f10", "enter")
            assert isinstance(made.app.screen, ScorecardScreen)
            if pressing.startswith("You"):
                await made.press(pilot, "a")
        assert "Better than last time:" in made.seen
        assert "Practise next:" in made.seen


async def test_where_the_store_fails_the_scorecard_says_so(dialogues: Dialogues, tmp_path: Path) -> None:
    store = FakeStore(fails=StoreError("The disk is full.", "Make room."))
    made = rehearsing(dialogues, tmp_path, store, HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.press(pilot, "enter")
        await made.press(pilot, "ctrl+q")
        assert "NOT KEPT: The disk is full. Make room." in made.seen


async def test_left_without_a_word_there_is_nothing_to_score(made: Rehearsing) -> None:
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.press(pilot, "e")
        await made.press(pilot, "enter")
        assert isinstance(made.app.screen, RehearsalScreen)
        await made.press(pilot, "ctrl+q")
        assert isinstance(made.app.screen, StartScreen)
        assert made.store.kept == []


async def test_markup_and_control_characters_are_only_text(dialogues: Dialogues, tmp_path: Path) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), HURRIED)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.say(pilot, "[bold red]you must[/] sign [link=x]today[/link]?")
        assert "[bold red]you must[/]" in made.seen
        await made.press(pilot, "ctrl+q")
        names = [check.name for check in made.app.screen._checks]  # type: ignore[attr-defined]  # the scorecard's
        await made.press(pilot, *["down"] * names.index("no_pressure"))
        assert "[bold red]you must[/]" in made.seen


async def test_in_a_language_without_personas_the_choices_say_why(tmp_path: Path, dialogues: Dialogues) -> None:
    rehearsals = Rehearsals([tmp_path], lambda _: dialogues, lambda: NOW, "Kim", FakeStore().open)
    fakes = Fakes(home=tmp_path, dialogues=dialogues, rehearsals=rehearsals)
    host = Host(RehearsalSetupScreen(fakes.desk(), Setup()))
    async with host.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Nobody speaks 'en' to rehearse with." in seen(host)
        await pilot.press("enter")
        await pilot.press("escape")
        await settled(pilot)
        assert host.given == [None]


async def test_objections_alone_are_chosen_and_met_one_after_another(made: Rehearsing) -> None:
    async with made.app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        await made.press(pilot, "e")
        await made.press(pilot, "m", "down", "down", "down", "down", "right")
        assert "Nothing: as on the phone" in made.seen
        await made.press(pilot, "enter")
        screen = ring(made)
        assert "Sparring · Martin Voss · 1 of 8" in made.seen
        asked = screen.ring.sparring.now
        assert asked is not None
        assert asked.said in made.seen
        await answer(made, pilot, "I understand. Which would you prefer?")
        assert "rests: acknowledge yes, ask yes · 0 s" in made.seen
        await answer(made, pilot, "You must buy today.")
        assert "does not rest" in made.seen
        assert "for example:" in made.seen
        await answer(made, pilot, "")
        assert "! Say something to that." in made.seen
        assert len(screen.ring.sparring.answers) == 2


async def test_the_sum_stands_at_the_end_and_the_same_or_others_come_by_one_key(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    made = rehearsing(dialogues, tmp_path, FakeStore(), replace(HURRIED, rounds=2, help="script"))
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = ring(made)
        await made.press(pilot, "a")
        assert made.app.screen is screen
        assert screen.query_one(LineInput).value == "a"
        screen.query_one(LineInput).put("")
        await made.press(pilot, "enter")  # the script says it
        await made.press(pilot, "alt+v", "alt+v")
        await answer(made, pilot, "[b]Why?[/b]")
        assert "[b]Why?[/b]" in made.seen
        assert "SETTLED" in made.seen
        await made.press(pilot, "a")
        again = ring(made)
        assert again is not screen
        assert again.ring.sparring.rounds == screen.ring.sparring.rounds
        for _ in range(2):
            await answer(made, pilot, "I see. How so?")
        await made.press(pilot, "o")
        other = ring(made)
        assert other.ring.sparring.rounds != screen.ring.sparring.rounds
        assert made.store.kept == []
        assert [[answer.help for answer in row.answers] for row in made.store.sparrings] == [
            ["script", "nothing"],
            ["nothing", "nothing"],
        ]


async def test_where_the_store_fails_a_sparring_says_so_and_goes_on(dialogues: Dialogues, tmp_path: Path) -> None:
    store = FakeStore(fails=StoreError("The disk is full.", "Make room."))
    made = rehearsing(dialogues, tmp_path, store, replace(HURRIED, rounds=2, help="nothing"))
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await answer(made, pilot, "I see. How so?")
        assert "NOT KEPT: The disk is full. Make room." in made.seen
        store.fails = None
        await answer(made, pilot, "I see. How so?")
        assert "NOT KEPT" not in made.seen
        assert len(store.sparrings[0].answers) == 2


async def test_a_sparring_is_left_at_any_time(made: Rehearsing) -> None:
    async with made.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await made.press(pilot, "e")
        await made.press(pilot, "down", "down", "down", "down", "right")
        await made.press(pilot, "enter")
        ring(made)
        await made.press(pilot, "escape")
        assert isinstance(made.app.screen, StartScreen)


async def answer(made: Rehearsing, pilot: Pilot[None], text: str) -> None:
    made.app.screen.query_one(LineInput).put(text)
    await made.press(pilot, "enter")


def ring(made: Rehearsing) -> SparringScreen:
    """The sparring that is shown."""
    screen = made.app.screen
    assert isinstance(screen, SparringScreen)
    return screen


async def test_a_watched_rehearsal_shows_the_words_that_are_written(tmp_path: Path) -> None:
    criteria = tmp_path / "ours" / "words" / "en" / "criteria.yaml"
    criteria.parent.mkdir(parents=True)
    shutil.copy(paths.shipped() / "words" / "en" / "criteria.yaml", criteria)
    parts = Parts([tmp_path / "ours"])
    app = CuebookApp(parts.desk(watched=True), replace(HURRIED, persona="talkative"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "How are you handling" in seen(app)
        criteria.write_text(criteria.read_text().replace("How are you handling", "How do you cope with"))
        for _ in range(100):
            await settled(pilot)
            if "How do you cope with" in seen(app):
                break
            await asyncio.sleep(0.1)
        assert "How do you cope with" in seen(app)
        assert "you      Hello Rosie." in seen(app)
        assert "The dialogues have changed." in seen(app)
