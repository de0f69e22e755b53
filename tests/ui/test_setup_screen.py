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

from cuebook.conversation.known import Known
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import Dialogues
from cuebook.errors import BlockedError, CuebookError, NothingError, StoreError, SurroundingsError, UsageError
from cuebook.leads.model import Lead
from cuebook.settings import CallDefaults, Rep, Settings
from cuebook.setups import someone, usual_setup
from cuebook.ui.pick import Pick
from cuebook.ui.setup_screen import SetupScreen
from cuebook.ui.usual import Usual


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


async def test_a_lead_is_found_by_a_few_letters_and_called_by_number_with_what_is_known(fakes: Fakes) -> None:
    fakes.like = [Lead(id="7", name="Anna Berg", company="Nordvik AS", kind="CQL"), Lead(id="8", name="Annika")]
    asked: list[str] = []

    def of_lead(setup: Setup, named: str) -> Setup:
        asked.append(named)
        return replace(setup, known=Known(traits={"employees": 40.0}))

    fakes.of_lead = of_lead
    app = host(fakes)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*"ann")
        await settled(pilot)
        assert "↓ Anna Berg, Nordvik AS · CQL" in seen(app)
        await pilot.press("down", "down", "up")
        assert "▸ Anna Berg, Nordvik AS · CQL" in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert app.given == [], "the first Enter takes the lead, the second calls"
        assert app.screen.query_one("#company", Input).value == "Nordvik AS"
        assert "Annika" not in seen(app)
        await pilot.press("enter")
        await settled(pilot)
    assert asked == ["7"]
    (setup,) = app.given
    assert isinstance(setup, Setup)
    assert setup.lead == Someone(name="Anna Berg", first_name="Anna", company="Nordvik AS")
    assert setup.known is not None


async def test_down_goes_past_the_leads_that_are_found_and_what_was_typed_stays(fakes: Fakes) -> None:
    fakes.like = [Lead(id="7", name="Anna Berg")]
    asked: list[str] = []
    fakes.of_lead = lambda setup, named: asked.append(named) or setup  # type: ignore[func-returns-value]  # None
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"Ann")
        await settled(pilot)
        await pilot.press("down", "down", *"X", "enter")
        await settled(pilot)
    assert asked == ["Ann, X"]


async def test_a_lead_that_was_taken_and_changed_is_somebody_else(fakes: Fakes) -> None:
    asked: list[str] = []
    fakes.of_lead = lambda setup, named: asked.append(named) or setup  # type: ignore[func-returns-value]  # None
    offered = Setup(lead=Someone(name="Anna Berg", first_name="Anna"))
    app = Host(SetupScreen(fakes.desk(), offered, number="7"))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("end", "x", "enter")
        await settled(pilot)
    assert asked == ["Anna Bergx"]


@pytest.mark.parametrize(
    "error",
    [
        BlockedError("Anna asked on 2026-01-02 not to be called again.", "Choose another lead."),
        NothingError("There is no lead '12'.", "Look at the list."),
        UsageError("2 leads are called 'Anna'.", "Give the company too."),
    ],
)
async def test_who_cannot_be_called_is_told_in_place(fakes: Fakes, error: CuebookError) -> None:
    def of_lead(_: Setup, __: str) -> Setup:
        raise error

    fakes.of_lead = of_lead
    app = host(fakes)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"Anna", "enter")
        await settled(pilot)
        assert error.message in seen(app)
        assert error.hint in seen(app)
    assert app.given == []


async def test_what_was_chosen_is_offered_for_the_next_call_but_for_whose_number_it_is(fakes: Fakes) -> None:
    usual = Usual(Settings(call=CallDefaults(source="our site")))
    offered = replace(usual.setup, lead=Someone(name="Anna", first_name="Anna"), source="trade fair")
    app = Host(SetupScreen(fakes.desk(), offered, usual))
    async with app.run_test() as pilot:
        await settled(pilot)
        app.screen.query_one("#framework", Pick).value = "champ"
        await pilot.press("enter")
        await settled(pilot)
    assert usual.setup == Setup(framework="champ", source="our site")


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
