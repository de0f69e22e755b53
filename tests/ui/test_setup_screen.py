"""The choices before a call."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.desk_fakes import Fakes, Host, seen, settled
from tests.ui.desk_fakes import dialogues as made
from textual.widgets import Input

from cuebook.conversation.setup import Setup
from cuebook.desk import someone, usual_setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import Dialogues
from cuebook.errors import StoreError, SurroundingsError
from cuebook.settings import CallDefaults, Rep, Settings
from cuebook.ui.pick import Pick
from cuebook.ui.setup_screen import SetupScreen


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    return Fakes(home=tmp_path)


def host(fakes: Fakes, usual: Setup | None = None) -> Host:
    return Host(SetupScreen(fakes.desk(), usual or usual_setup(fakes.settings)))


async def test_everything_can_be_chosen_with_the_keyboard(fakes: Fakes) -> None:
    fakes.dialogues = made(products=("copier-leasing", "solar"))
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"Al", "space", "B", "tab", *"No", "down", "right", "down", "right")
        await pilot.press("down", "c", "down", "n", "down", "f", "down", "K", "down", "L")
        await pilot.press("enter")
        await settled(pilot)
    assert app.given == [
        Setup(
            framework="champ",
            product="solar",
            depth="cold",
            language="nb",
            lead=Someone(name="Al B", first_name="Al", company="No"),
            rep=Someone(name="K", first_name="K", company="L"),
            source="f",
        )
    ]


async def test_escape_chooses_nothing(fakes: Fakes) -> None:
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await pilot.pause()
    assert app.given == [None]


async def test_enter_before_the_dialogues_are_there_starts_as_soon_as_they_are(fakes: Fakes) -> None:
    there = threading.Event()

    def slowly() -> Dialogues:
        assert there.wait(10)
        return made()

    app = Host(SetupScreen(replace(fakes.desk(), dialogues=slowly), Setup()))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "One moment" in seen(app)
        there.set()
        await settled(pilot)
    assert app.given == [Setup()]


async def test_what_cannot_be_used_is_told_and_something_else_chosen(fakes: Fakes) -> None:
    fakes.settings = Settings(call=CallDefaults(framework="meddic", language="sv"))
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "The language 'sv' cannot be used now; 'en' is chosen instead." in seen(app)
        assert "The framework 'meddic' cannot be used now; 'bant' is chosen instead." in seen(app)
        await pilot.press("enter")
        await settled(pilot)
    assert app.given == [Setup()]


async def test_only_what_has_words_in_the_language_is_offered(fakes: Fakes) -> None:
    known = made(frameworks=("bant", "champ"), products=("copier-leasing", "solar"))
    english = replace(known.words["en"], products={"solar": known.words["en"].products["solar"]})
    fakes.dialogues = replace(known, words={**known.words, "en": english})
    app = host(fakes, Setup(language="nb"))
    async with app.run_test() as pilot:
        await settled(pilot)
        product = app.screen.query_one("#product", Pick)
        assert product.value == "copier-leasing"
        app.screen.query_one("#language", Pick).value = "en"
        await pilot.pause()
        assert product.value == "solar"


@pytest.mark.parametrize(("framework", "product"), [("spiced", "education-savings"), ("gpct", "shift-planning")])
async def test_any_shipped_product_goes_with_any_shipped_framework(
    fakes: Fakes, dialogues: Dialogues, framework: str, product: str
) -> None:
    fakes.dialogues = dialogues
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.screen.query_one("#framework", Pick).value = framework
        app.screen.query_one("#product", Pick).value = product
        await pilot.pause()
        await pilot.press("enter")
        await settled(pilot)
    assert app.given == [Setup(framework=framework, product=product)]


async def test_without_any_usable_dialogue_no_call_is_begun(fakes: Fakes) -> None:
    fakes.dialogues = made(frameworks=())
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "None of the dialogues can be used" in seen(app)
    assert app.given == []


async def test_dialogues_that_cannot_be_read_are_told(fakes: Fakes) -> None:
    fakes.dialogues = SurroundingsError("The folder [/x] cannot be read.", "Look there.")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "The folder [/x] cannot be read." in seen(app)
    assert app.given == []


# ── who may be called ─────────────────────────────────────────────────────────────────────────────────────


def stops(lead: Someone) -> str | None:
    return "Per Dahl asked not to be called." if (lead.name, lead.company) == ("Per Dahl", "Dahl") else None


async def test_a_lead_who_asked_not_to_be_called_is_told_at_once_and_refused(fakes: Fakes) -> None:
    fakes.blocked = stops
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.screen.query_one("#lead", Input).value = "Per Dahl"
        await pilot.press("tab", *"Dahl")
        await settled(pilot)
        assert "Per Dahl asked not to be called." in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert app.given == []
        await pilot.press("backspace")
        await settled(pilot)
        assert "asked not to be called" not in seen(app)
        await pilot.press("enter")
        await settled(pilot)
    assert len(app.given) == 1


async def test_a_store_that_fails_does_not_keep_anybody_from_calling(fakes: Fakes) -> None:
    def fails(_: Someone) -> str | None:
        raise StoreError("gone")

    fakes.blocked = fails
    app = host(fakes, Setup(lead=Someone(name="Anna")))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
    assert len(app.given) == 1


async def test_a_store_that_does_not_answer_does_not_hold_a_call_up(
    fakes: Fakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuebook.ui.setup_screen.PATIENCE", 0.05)
    answers = threading.Event()

    def slow(_: Someone) -> str | None:
        answers.wait(10)
        return None

    fakes.blocked = slow
    app = host(fakes, Setup(lead=Someone(name="Anna", first_name="Anna")))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        while not app.given:
            await pilot.pause(0.01)
        answers.set()
    assert app.given == [Setup(lead=Someone(name="Anna", first_name="Anna"))]


# ── who is calling ────────────────────────────────────────────────────────────────────────────────────────


async def test_who_the_rep_is_is_remembered_the_first_time(fakes: Fakes) -> None:
    fakes.settings = Settings(rep=Rep(company="Copy Co"))
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.screen.query_one("#rep").focus()
        await pilot.press(*"Kari", "enter")
        await settled(pilot)
    assert fakes.remembered == [("rep", "name", "Kari")]


async def test_a_rep_who_is_known_is_not_remembered_anew(fakes: Fakes) -> None:
    fakes.settings = Settings(rep=Rep(name="Kari"))
    app = host(fakes, replace(usual_setup(fakes.settings), rep=Someone(name="Ola")))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
    assert fakes.remembered == []


async def test_a_name_that_cannot_be_remembered_is_told_and_the_call_begun(fakes: Fakes) -> None:
    fakes.remembering = SurroundingsError("settings.toml cannot be written: [disk full].")
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        app.screen.query_one("#rep").focus()
        await pilot.press(*"Kari", "enter")
        await settled(pilot)
        assert [note.message.split("\n")[0] for note in app._notifications] == [
            "settings.toml cannot be written: [disk full]."
        ]
    assert len(app.given) == 1


@pytest.mark.parametrize(
    ("typed", "name", "spoken"),
    [
        ("Anna Berg", "Anna Berg", "Anna"),
        ("  anna ", "anna", "anna"),
        ("Berg, Anna Maria", "Berg, Anna Maria", "Anna"),
        ("Dr. Anna Berg", "Dr. Anna Berg", "Dr. Berg"),
        ("Berg,", "Berg,", "Berg"),
        ("Dr.", "Dr.", "Dr."),
        ("", None, None),
        (None, None, None),
        ("An\x1b[31mna", "An\ufffd[31mna", "An\ufffd[31mna"),
    ],
)
def test_people_are_spoken_to_as_they_are_called(typed: str | None, name: str | None, spoken: str | None) -> None:
    assert someone(typed, None) == Someone(name=name, first_name=spoken)


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_is_typed_makes_a_person(name: str, company: str) -> None:
    made = someone(name, company)
    assert (
        (made.name is None) == (made.first_name is None) or made.name in {",", ", ,"} or "," in (made.name or "")
    )
    assert someone(made.name, made.company) == made
