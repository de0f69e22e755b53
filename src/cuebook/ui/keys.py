"""The one table of actions: what can be done in a call, with which keys, and the words that explain it.

The key bar, the help screen, the palette and the settings file all read this table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from cuebook.errors import UsageError
from cuebook.nearest import nearest

Group = Literal["The call", "The line", "The screen"]
GROUPS: tuple[Group, ...] = ("The call", "The line", "The screen")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key does.

    `id` is its name in settings.toml; the screen has a method `action_<id>`. `keys` as Textual names them, the one
    to show first. `bar`: its place on the key bar (lower stays longer when there is little room), 0 for none.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    bar: int = 0


ACTIONS: tuple[Action, ...] = (
    Action(
        "objection",
        ("f2", "ctrl+o"),
        "objection",
        "They push back: find it by two or three letters, Enter explains.",
        "The call",
        2,
    ),
    Action("probe", ("f3", "ctrl+p"), "probe", "Show a follow-up to the question.", "The call", 5),
    Action("next", ("f4", "ctrl+n"), "next", "Leave this question and go to the next one.", "The call", 4),
    Action(
        "back",
        ("ctrl+b", "shift+f4", "f16", "alt+left"),
        "back",
        "Return to the question before this one.",
        "The call",
    ),
    Action("go", ("f7", "ctrl+g"), "go to", "Jump to any question.", "The call", 10),
    Action(
        "mark",
        ("f6", "ctrl+r"),
        "mark",
        "Say yourself how a criterion stands: its letter, then the standing's.",
        "The call",
        9,
    ),
    Action("note", ("f5", "ctrl+t"), "note", "Keep the line as your own note; it proves nothing.", "The call", 6),
    Action("undo", ("f8", "ctrl+z"), "undo", "Take the last move back.", "The call", 7),
    Action("switch", ("alt+w",), "framework", "Follow another framework; everything heard stays.", "The call"),
    Action(
        "do_not_call",
        ("f9", "alt+d"),
        "do not call",
        "They want no more calls. Asks once; it cannot be undone.",
        "The call",
        8,
    ),
    Action("end", ("f10", "ctrl+l"), "end", "Close the call: how it went, and what is next.", "The call", 3),
    Action(
        "palette",
        ("alt+p",),
        "all moves",
        "Every move by name. Typing / on an empty line does the same.",
        "The line",
    ),
    Action(
        "line_up", ("up",), "earlier line", "Choose an earlier line; Enter takes it up to be changed.", "The line"
    ),
    Action("line_down", ("down",), "later line", "Choose a later line.", "The line"),
    Action("cancel", ("escape",), "leave", "Leave what is being done; the line comes back as it was.", "The line"),
    Action("page_up", ("pageup",), "look up", "Look further up in the call.", "The screen"),
    Action(
        "page_down",
        ("pagedown",),
        "look down",
        "Look further down; at the end, the call is followed again.",
        "The screen",
    ),
    Action(
        "theme", ("f12", "alt+t"), "light or dark", "Change between the light and the dark screen.", "The screen"
    ),
    Action("export", ("ctrl+s",), "write to a file", "Write the call, as it is, to a file now.", "The screen"),
    Action("save", ("ctrl+y",), "save again", "Try again to save what is only in memory.", "The screen"),
    Action("help", ("f1", "alt+h"), "help", "This page.", "The screen", 1),
    Action(
        "quit", ("ctrl+q",), "leave", "Leave the program. The call stays open and can be resumed.", "The screen"
    ),
)

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
)
_SHOWN = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓", "left": "←", "right": "→",
          "ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}  # fmt: skip


def shown(key: str) -> str:
    """A key as people write it: `ctrl+o` is Ctrl+O, `f2` is F2."""
    parts = key.split("+")
    return "+".join(_SHOWN.get(part, part.upper() if len(part) <= 3 else part.capitalize()) for part in parts)


@dataclass(frozen=True, slots=True)
class Keys:
    """The actions with the keys that hold now."""

    actions: tuple[Action, ...] = ACTIONS

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(action.id for action in self.actions)

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
        that would stand for two actions.
        """
        given: dict[str, tuple[str, ...]] = {}
        for name, keys in mapping.items():
            if name not in self.ids:
                raise UsageError(f"There is no action {name!r} to give keys to.", nearest(name, self.ids))
            given[name] = tuple(_checked(name, part.strip().lower()) for part in keys.split(",") if part.strip())
            if not given[name]:
                raise UsageError(f"The action {name!r} has no key.", 'Name one, as in "f4,ctrl+n".')
        changed = [replace(item, keys=given.get(item.id, item.keys)) for item in self.actions]
        owners = {key: name for name, keys in given.items() for key in keys}
        for name, own in given.items():
            for key in own:
                if owners[key] != name:
                    raise UsageError(
                        f"The key {key!r} is given to both {name!r} and {owners[key]!r}.", "Change one."
                    )
        kept = [
            item if item.id in given else replace(item, keys=tuple(key for key in item.keys if key not in owners))
            for item in changed
        ]
        for item in kept:
            if not item.keys:
                lost = self[item.id].keys[0]
                raise UsageError(
                    f"The key {lost!r}, given to {owners[lost]!r}, leaves {item.id!r} without any.",
                    f"Give {item.id!r} a key of its own too.",
                )
        return Keys(tuple(kept))


def _checked(action: str, key: str) -> str:
    """The key, when it can arrive and does not type or edit. Raises UsageError."""
    found = _MODIFIED.fullmatch(key)
    bare = found[1] if found else ""
    if not found or (len(bare) > 1 and not _NAMED.fullmatch(bare)):
        raise UsageError(f"{action!r}: {key!r} is no key.", "Write it as f4, ctrl+n or alt+left.")
    if key.removeprefix("shift+") == bare and (len(bare) == 1 or bare == "space"):
        raise UsageError(f"{action!r}: the key {key!r} types text.", "Choose one with ctrl or alt, or an F-key.")
    if key in EDITING:
        raise UsageError(f"{action!r}: the key {key!r} edits the line.", "Choose another.")
    return key
