"""The table of actions: every one has keys that can arrive, none twice, and settings can change them."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding
from textual.widgets import Input

from cuebook.errors import UsageError
from cuebook.ui.call_screen import CallScreen
from cuebook.ui.keys import ACTIONS, EDITING, Keys, shown


def test_no_two_actions_share_a_key() -> None:
    counted = Counter(key for action in ACTIONS for key in action.keys)
    assert [key for key, times in counted.items() if times > 1] == []


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
    ],
)
def test_keys_that_cannot_be_are_refused_with_a_hint(given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        Keys().with_overrides(given)
    assert message in str(refused.value)


def test_another_name_of_the_same_key_finds_the_action() -> None:
    assert Keys().action_for("shift+f4", "f16") == "back"


@pytest.mark.parametrize(
    ("key", "expected"),
    [("f2", "F2"), ("ctrl+o", "Ctrl+O"), ("pageup", "PgUp"), ("alt+left", "Alt+←"), ("escape", "Esc")],
)
def test_keys_are_shown_as_people_write_them(key: str, expected: str) -> None:
    assert shown(key) == expected
