"""The training page: an item, the answer by a letter or in words, what it was worth, and on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.ui.desk_fakes import NOW, Fakes, Host, seen, settled
from textual.events import Paste
from textual.widgets import Input, OptionList

from cuebook.cards import Card, Review
from cuebook.dialogue.coaching import CoachWords, DrillName, DrillWords, load_coaching
from cuebook.errors import DialogueError, StoreError
from cuebook.paths import shipped
from cuebook.practice.items import Choice, Item, Judgement
from cuebook.practice.sitting import Keep, Sitting
from cuebook.ui.app import CuebookApp
from cuebook.ui.help_screen import HelpScreen
from cuebook.ui.start_screen import StartScreen
from cuebook.ui.train_screen import TrainScreen

WORDS = CoachWords(
    drills={
        "which-criterion": DrillWords(name="Which criterion?", about="-", asks="-"),
        "make-it-open": DrillWords(name="Make it open", about="-", asks="-"),
    },
    says=load_coaching([shipped()]).words["en"].says,
)
CHOICES = (Choice("need", "Need"), Choice("money", "Budget"))


def chosen(name: str = "one") -> Item:
    drill: DrillName = "which-criterion"
    return Item(
        name, drill, "They say: [b]it jams[/b]", CHOICES, "Need", True,
        lambda said: Judgement(said.casefold() in ("a", "need"), ("It belongs to Need.",)),
    )  # fmt: skip


def written(name: str = "two") -> Item:
    return Item(
        name, "make-it-open", "Ask it openly.", (), "What goes wrong?", True,
        lambda said: Judgement(said.startswith("What"), ("“Do you”  Closed.",)),
    )  # fmt: skip


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def sitting(*items: Item, keep: Keep | None = None) -> Sitting:
    return Sitting(items, WORDS, Clock(), keep=keep)


def host(fakes: Fakes, of: Sitting) -> Host:
    fakes.sitting = of
    desk = fakes.desk()
    return Host(TrainScreen(desk, desk.train))


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    return Fakes(home=tmp_path)


async def test_a_letter_answers_at_once_and_the_right_one_is_marked(fakes: Fakes) -> None:
    app = host(fakes, sitting(chosen()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "1 to do · 0 due, 1 new · days in a row: 0" in seen(app)
        assert "They say: [b]it jams[/b]" in seen(app)
        assert "  a  Need" in seen(app)
        await pilot.press("b")
        await settled(pilot)
        shown = seen(app)
        assert "✓ a  Need" in shown
        assert "✗ b  Budget" in shown
        assert "✗ Not yet." in shown
        assert "It belongs to Need." in shown
        assert "Again today, from 10:10." in shown
        assert app.screen.query_one(Input).value == ""


async def test_words_are_answered_with_enter_and_enter_goes_on(fakes: Fakes) -> None:
    app = host(fakes, sitting(written(), chosen()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*"Do you", "enter")
        await settled(pilot)
        shown = seen(app)
        assert "“Do you”  Closed." in shown
        assert "Once more, before it counts" in shown
        assert "What goes wrong?" not in shown
        assert app.screen.query_one(Input).value == "Do you"  # to be changed, and not typed again
        await pilot.press("x", "enter")
        await settled(pilot)
        shown = seen(app)
        assert "You: Do youx" in shown
        assert "Model: What goes wrong?" in shown
        await pilot.press("x")
        await settled(pilot)
        assert app.screen.query_one(Input).value == ""
        await pilot.press("enter")
        await settled(pilot)
        assert "WHICH CRITERION?" in seen(app)
        assert "0 right of 1 · days in a row: 1" in seen(app)


@pytest.mark.parametrize(("letter", "right"), [("a", 1), ("b", 0)])
async def test_what_only_the_rep_can_tell_they_tell_by_a_letter_beside_the_model(
    fakes: Fakes, letter: str, right: int
) -> None:
    unsure = replace(written(), judged=lambda _said: Judgement(True, ("Open.",), "Is it the same?"))
    of = sitting(unsure)
    app = host(fakes, of)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*"How", "enter")
        await settled(pilot)
        shown = seen(app)
        assert "Model: What goes wrong?" in shown
        assert "Is it the same?" in shown
        assert "a  Yes" in shown
        await pilot.press("x", "enter")
        await settled(pilot)
        assert of.right + of.wrong == 0
        await pilot.press(letter)
        await settled(pilot)
        assert (of.right, of.wrong) == (right, 1 - right)
        assert "Is it the same?" not in seen(app)


async def test_an_empty_line_is_no_answer(fakes: Fakes) -> None:
    of = sitting(written())
    app = host(fakes, of)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "space", "enter")
        await settled(pilot)
        assert of.right + of.wrong == 0


async def test_what_is_none_of_the_choices_is_no_answer_either(fakes: Fakes) -> None:
    of = sitting(chosen())
    app = host(fakes, of)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"zzz", "enter")
        await settled(pilot)
        assert of.right + of.wrong == 0
        assert app.screen.query_one(Input).value == ""


async def test_what_is_right_is_done_for_today_and_then_enter_leaves(fakes: Fakes) -> None:
    kept: list[tuple[Card, Review]] = []
    app = host(fakes, sitting(chosen(), keep=lambda card, review: kept.append((card, review))))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        assert "✓ Right." in seen(app)
        assert "Again in 2 days" in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "Nothing more today." in seen(app)
        assert "which-criterion" in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert app.given == [None]
        assert [review.rating for _, review in kept] == ["good"]


async def test_the_answer_can_be_shown_and_an_item_put_off(fakes: Fakes) -> None:
    of = sitting(written(), chosen())
    app = host(fakes, of)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert "WHICH CRITERION?" in seen(app)
        await pilot.press("f2")
        await settled(pilot)
        assert "✓ a  Need" in seen(app)
        assert of.wrong == 1


async def test_one_key_turns_from_drill_to_drill(fakes: Fakes) -> None:
    app = host(fakes, sitting(written(), chosen()))
    async with app.run_test() as pilot:
        await settled(pilot)
        told = []
        for _ in range(3):
            await pilot.press("f7")
            await settled(pilot)
            told.append(seen(app).split("·")[0].strip())
        assert told == ["Make it open", "Which criterion?", "Training"]


async def test_what_cannot_be_made_and_what_is_not_kept_is_told(fakes: Fakes) -> None:
    fakes.sitting = DialogueError("There is no coach.", "Write one.")
    desk = fakes.desk()
    app = Host(TrainScreen(desk, desk.train))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "There is no coach." in seen(app)
        await pilot.press("enter", "f2", "f4", "f7")
        await settled(pilot)

    def failing(_card: Card, _review: Review) -> None:
        raise StoreError("The disk is full.", "Make room.")

    app = host(fakes, sitting(chosen(), keep=failing))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        assert "NOT SAVED: The disk is full." in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (40, 10)])
async def test_it_fits_every_terminal_and_needs_no_colour(
    fakes: Fakes, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = host(fakes, sitting(chosen()))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("b")
        await settled(pilot)
        assert "✗ Not yet." in seen(app)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert app.given == [None]


async def test_the_start_page_counts_what_is_due_and_opens_it_with_one_key(fakes: Fakes) -> None:
    fakes.due, fakes.sitting = 12, sitting(chosen())
    app = Host(StartScreen(fakes.desk()))
    async with app.run_test() as pilot:
        await settled(pilot)
        labels = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        assert "t  Train  12 due" in labels
        await pilot.press("t")
        await settled(pilot)
        assert isinstance(app.screen, TrainScreen)


async def test_a_store_that_is_down_does_not_keep_the_start_page_from_its_check(fakes: Fakes) -> None:
    fakes.due = StoreError("The store is down.", "Mend it.")
    app = Host(StartScreen(fakes.desk()))
    async with app.run_test() as pilot:
        await settled(pilot)
        labels = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        assert "t  Train" in labels
        assert "d  Dialogues" in labels


async def test_the_app_can_open_on_it_and_ends_with_it(fakes: Fakes) -> None:
    app = CuebookApp(fakes.desk(), sitting(chosen()))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(app.screen, TrainScreen)
        await pilot.press("escape")
        await pilot.pause(timedelta(milliseconds=50).total_seconds())
    assert app.return_code == 0


async def test_more_than_a_line_takes_is_told_and_not_swallowed(fakes: Fakes) -> None:
    app = host(fakes, sitting(written()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.query_one(Input).post_message(Paste("What " * 2_000))
        await settled(pilot)
        assert app.screen.query_one(Input).value == ""
        assert [note.message for note in app._notifications] == [
            "That is 10,000 characters; a line takes 4,000. Paste a part of it."
        ]
