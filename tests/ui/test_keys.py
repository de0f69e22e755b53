"""The table of actions: every one has keys that can arrive, none twice, and settings can change them."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding
from textual.widgets import Input

from cuebook.errors import UsageError
from cuebook.ui.actions import ACTIONS, ELSEWHERE, Place
from cuebook.ui.call_screen import CallScreen
from cuebook.ui.calls_screen import CallsScreen
from cuebook.ui.help_screen import help_text
from cuebook.ui.keys import EDITING, Keys, shown
from cuebook.ui.lead_screen import LeadScreen
from cuebook.ui.leads_screen import LeadsScreen
from cuebook.ui.rehearsal_screen import RehearsalScreen
from cuebook.ui.rehearsal_setup_screen import RehearsalSetupScreen
from cuebook.ui.rows import Rows
from cuebook.ui.scorecard_screen import ScorecardScreen
from cuebook.ui.setup_screen import SetupScreen
from cuebook.ui.sparring_screen import SparringScreen
from cuebook.ui.start_screen import StartScreen
from cuebook.ui.train_screen import TrainScreen

PAGES: dict[Place, type] = {
    "start": StartScreen,
    "setup": SetupScreen,
    "calls": CallsScreen,
    "leads": LeadsScreen,
    "lead": LeadScreen,
    "rows": Rows,
    "rehearse": RehearsalSetupScreen,
    "rehearsal": RehearsalScreen,
    "scorecard": ScorecardScreen,
    "train": TrainScreen,
    "sparring": SparringScreen,
}


@pytest.mark.parametrize(
    "places",
    [
        ("call",),
        ("call", "rehearsal"),
        ("start",),
        ("setup",),
        ("rehearse",),
        ("scorecard",),
        ("train",),
        ("sparring",),
        ("calls", "rows"),
        ("leads", "rows"),
        ("lead", "rows"),
    ],
)
def test_no_two_actions_of_a_page_share_a_key(places: tuple[Place, ...]) -> None:
    counted = Counter(key for action in Keys.set_to({}).at(*places).actions for key in action.keys)
    assert [key for key, times in counted.items() if times > 1] == []


def test_no_two_actions_have_the_same_name() -> None:
    names = Keys.set_to({}).ids
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("place", PAGES)
def test_every_page_can_do_its_actions_and_its_help_tells_them(place: Place) -> None:
    actions = [action for action in ELSEWHERE if action.place == place]
    assert actions
    assert [action.id for action in actions if not hasattr(PAGES[place], f"action_{action.method}")] == []
    told = help_text(Keys(tuple(actions)), place if place != "rows" else "calls").plain
    assert [action.id for action in actions if f"{action.help} [{action.id}]" not in told] == []


def test_a_letter_is_a_key_where_no_text_is_typed() -> None:
    keys = Keys.set_to({"calls_find": "g", "start_help": "?"})
    assert keys.at("calls").action_for("g") == "calls_find"
    assert keys.at("start").action_for("question_mark") == "start_help"


def test_a_key_may_stand_for_one_thing_on_each_page() -> None:
    keys = Keys.set_to({"calls_find": "f3", "setup_start": "f3"})
    assert [keys.at(place).action_for("f3") for place in ("call", "calls", "setup")] == [
        "probe", "calls_find", "setup_start",
    ]  # fmt: skip


def test_no_action_takes_a_key_that_edits_the_line() -> None:
    bindings = [binding for binding in Input.BINDINGS if isinstance(binding, Binding)]
    editing = {key for binding in bindings for key in binding.key.split(",")}
    selecting = {key for key in editing if key.startswith(("shift+", "ctrl+shift+", "super+"))}
    assert editing - selecting <= EDITING
    assert {key for action in ACTIONS for key in action.keys} & (editing | EDITING) == set()


def test_every_action_that_has_an_f_key_has_another_one_too() -> None:
    alone = [item.id for item in ACTIONS if all(key.split("+")[-1][1:].isdigit() for key in item.keys)]
    assert alone == []


def test_the_call_screen_can_do_every_action() -> None:
    assert [action.id for action in ACTIONS if not hasattr(CallScreen, f"action_{action.id}")] == []


def test_other_keys_take_the_place_of_the_usual_ones() -> None:
    keys = Keys().with_overrides({"next": "f4, alt+n", "probe": "ALT+Q"})
    assert keys.action_for("alt+n") == "next"
    assert keys.action_for("ctrl+n") is None
    assert keys["probe"].keys == ("alt+q",)
    assert keys.shown("probe") == "Alt+Q"


def test_keys_can_be_swapped() -> None:
    keys = Keys().with_overrides({"next": "f3", "probe": "f4"})
    assert (keys.action_for("f3"), keys.action_for("f4")) == ("next", "probe")


def test_a_key_given_to_one_action_is_taken_from_another_that_has_more() -> None:
    keys = Keys().with_overrides({"next": "f3"})
    assert keys.action_for("f3") == "next"
    assert keys["probe"].keys == ("ctrl+p",)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"nxt": "f4"}, "Did you mean 'next'?"),
        ({"next": "f4x"}, "'f4x' is no key"),
        ({"next": "n"}, "types text"),
        ({"next": "shift+n"}, "types text"),
        ({"next": "ctrl+a"}, "edits the line"),
        ({"next": "alt+f"}, "edits the line"),
        ({"next": ""}, "has no key"),
        ({"next": "alt+n", "probe": "alt+n"}, "to both"),
        ({"next": "alt+w"}, "leaves 'switch' without any"),
        ({"setup_leave": "q"}, "types text"),
        ({"calls_leave": "down"}, "leaves 'rows_down' without any"),
        ({"calls_leave": "f3", "rows_open": "f3"}, "to both"),
    ],
)
def test_keys_that_cannot_be_are_refused_with_a_hint(given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        Keys.set_to(given)
    assert message in str(refused.value)


def test_another_name_of_the_same_key_finds_the_action() -> None:
    assert Keys().action_for("shift+f4", "f16") == "back"


@pytest.mark.parametrize(
    ("key", "expected"),
    [("f2", "F2"), ("ctrl+o", "Ctrl+O"), ("pageup", "PgUp"), ("alt+left", "Alt+←"), ("escape", "Esc")],
)
def test_keys_are_shown_as_people_write_them(key: str, expected: str) -> None:
    assert shown(key) == expected
