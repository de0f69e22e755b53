"""The keys that hold now: those of the table of actions, with those of the settings laid over them.

The key bar, the help screen, the palette and the other pages' bindings ask here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from textual.binding import Binding, BindingType

from cuebook.errors import UsageError
from cuebook.nearest import nearest
from cuebook.ui.actions import ACTIONS, ELSEWHERE, ENTERED, TYPED_IN, WITH_ROWS, Action, Place

# fmt: off
EDITING = frozenset((
    "left", "right", "home", "end", "backspace", "delete", "enter", "tab", "shift+tab",
    "ctrl+left", "ctrl+right", "shift+left", "shift+right", "shift+home", "shift+end",
    "ctrl+a", "ctrl+c", "ctrl+d", "ctrl+e", "ctrl+f", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+k", "ctrl+m",
    "ctrl+u", "ctrl+v", "ctrl+w", "ctrl+x", "ctrl+backspace", "alt+backspace",
    "alt+b", "alt+f",  # arrive as ctrl+left and ctrl+right
))
# fmt: on
"""Keys that edit the line; an action may not take them."""

_MODIFIED = re.compile(r"(?:(?:ctrl|alt|shift|super|hyper|meta)\+)*([a-z0-9_]+|[^\s,\w])", re.IGNORECASE)
_NAMED = re.compile(
    r"f([1-9]|1\d|2[0-4])|up|down|left|right|home|end|pageup|pagedown|insert|delete|escape|space|tab|enter|backspace"
    r"|slash|question_mark"
)
_SIGNS = {"/": "slash", "?": "question_mark"}
_SHOWN = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓", "left": "←", "right": "→",
          "ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "slash": "/", "question_mark": "?"}  # fmt: skip


def shown(key: str) -> str:
    """A key as people write it: `ctrl+o` is Ctrl+O, `f2` is F2; a letter alone stays small, as it is typed."""
    if len(key) == 1:
        return key
    parts = key.split("+")
    return "+".join(_SHOWN.get(part, part.upper() if len(part) <= 3 else part.capitalize()) for part in parts)


def bindings(place: Place) -> list[BindingType]:
    """The usual keys of a page as Textual wants them; by the ids, the app lays those of the settings over them."""
    return [
        Binding(",".join(item.keys), item.method, item.label.capitalize(), show=item.bar > 0, id=item.id)
        for item in ELSEWHERE
        if item.place == place
    ]


@dataclass(frozen=True, slots=True)
class Keys:
    """Actions, those of the call if nothing else is said, with the keys that hold now."""

    actions: tuple[Action, ...] = ACTIONS

    @classmethod
    def set_to(cls, mapping: Mapping[str, str]) -> Keys:
        """The keys of all pages, with those that the settings give. Raises UsageError as `with_overrides`."""
        return cls((*ACTIONS, *ELSEWHERE)).with_overrides(mapping)

    def at(self, *places: Place) -> Keys:
        """Those of these places alone."""
        return Keys(tuple(action for action in self.actions if action.place in places))

    def without(self, *ids: str) -> Keys:
        """All but these actions."""
        return Keys(tuple(action for action in self.actions if action.id not in ids))

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(action.id for action in self.actions)

    @property
    def keymap(self) -> dict[str, str]:
        """The keys by the ids of their actions, as `App.set_keymap` wants them."""
        return {action.id: ",".join(action.keys) for action in self.actions}

    def __getitem__(self, action: str) -> Action:
        return next(item for item in self.actions if item.id == action)

    def shown(self, action: str) -> str:
        """The first key of an action, as people write it."""
        return shown(self[action].keys[0])

    def action_for(self, *keys: str) -> str | None:
        """The action that one of these names of the same key stands for."""
        for action in self.actions:
            if any(key in action.keys for key in keys):
                return action.id
        return None

    def with_overrides(self, mapping: Mapping[str, str]) -> Keys:
        """These keys with those of some actions replaced (`{"next": "f4,ctrl+n"}`).

        Raises UsageError for an action or key that does not exist, a key that edits or types text, and a key
        that would stand for two actions of one page.
        """
        given: dict[str, tuple[str, ...]] = {}
        for name, keys in mapping.items():
            if name not in self.ids:
                raise UsageError(f"There is no action {name!r} to give keys to.", nearest(name, self.ids))
            parts = (part.strip().lower() for part in keys.split(",") if part.strip())
            given[name] = tuple(_checked(self[name], part) for part in parts)
            if not given[name]:
                raise UsageError(f"The action {name!r} has no key.", 'Name one, as in "f4,ctrl+n".')
        changed = tuple(replace(item, keys=given.get(item.id, item.keys)) for item in self.actions)
        return Keys(tuple(_without_lost(changed, given)))


def _without_lost(changed: tuple[Action, ...], given: Mapping[str, tuple[str, ...]]) -> Iterable[Action]:
    """The actions, without the keys that were given to others. Raises UsageError where one is left with none."""
    new = [item for item in changed if item.id in given]
    for one, other in combinations(new, 2):
        for key in one.keys:
            if key in other.keys and _meet(one.place, other.place):
                raise UsageError(f"The key {key!r} is given to both {one.id!r} and {other.id!r}.", "Change one.")
    for item in changed:
        if item.id in given:
            yield item
            continue
        owners = {key: one.id for one in new if _meet(one.place, item.place) for key in one.keys}
        keys = tuple(key for key in item.keys if key not in owners)
        if not keys:
            lost = item.keys[0]
            raise UsageError(
                f"The key {lost!r}, given to {owners[lost]!r}, leaves {item.id!r} without any.",
                f"Give {item.id!r} a key of its own too.",
            )
        yield replace(item, keys=keys)


def _meet(one: Place, other: Place) -> bool:
    """Whether actions of two places can be done on one page."""
    if {one, other} == {"call", "rehearsal"}:
        return True
    return one == other or ("rows" in (one, other) and bool({one, other} & set(WITH_ROWS)))


def _checked(action: Action, key: str) -> str:
    """The key, when it can arrive and does not type or edit. Raises UsageError."""
    key = _SIGNS.get(key, key)
    found = _MODIFIED.fullmatch(key)
    bare = found[1] if found else ""
    if not found or (len(bare) > 1 and not _NAMED.fullmatch(bare)):
        raise UsageError(f"{action.id!r}: {key!r} is no key.", "Write it as f4, ctrl+n or alt+left.")
    letter = len(bare) == 1 or bare in ("space", *_SIGNS.values())
    types = letter and key.removeprefix("shift+") == bare
    if types and action.place in TYPED_IN:
        raise UsageError(
            f"{action.id!r}: the key {key!r} types text.", "Choose one with ctrl or alt, or an F-key."
        )
    if key in EDITING - ENTERED.get(action.place, frozenset()):
        raise UsageError(f"{action.id!r}: the key {key!r} edits the line.", "Choose another.")
    return key
