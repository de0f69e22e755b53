"""The one table of actions: what can be done on each page, with which keys, and the words that explain it.

The key bar, the help screen, the palette, the other pages' bindings and the settings file all read this table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from textual.binding import Binding, BindingType

from cuebook.errors import UsageError
from cuebook.nearest import nearest

Group = Literal["The call", "The line", "The screen", "This page", "The list"]
GROUPS: tuple[Group, ...] = ("The call", "The line", "The screen", "This page", "The list")

Place = Literal[
    "call",
    "start",
    "setup",
    "calls",
    "leads",
    "lead",
    "rows",
    "rehearse",
    "rehearsal",
    "rehearsals",
    "scorecard",
    "sparring",
    "train",
]
"""Where an action can be done. `rows` is a list of many rows, which is part of other pages.
`rehearsal` is what a rehearsal has beside the call; `rehearse` are the choices before it, `rehearsals` the past
ones."""

_WITH_ROWS: tuple[Place, ...] = ("calls", "leads", "lead", "rehearsals")
_TYPED_IN: tuple[Place, ...] = ("call", "setup", "rehearsal", "train")
"""Pages where every letter is text."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key does.

    `id` is its name in settings.toml, which begins with its place but for those of the call; the screen has a
    method `action_<method>`. `keys` as Textual names them, the one to show first. `bar`: its place on the key bar
    (lower stays longer when there is little room), 0 for none.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    bar: int = 0
    place: Place = "call"

    @property
    def method(self) -> str:
        """What the screen calls it."""
        return self.id if self.place == "call" else self.id.removeprefix(f"{self.place}_")


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
    Action(
        "people",
        ("alt+m",),
        "people",
        "Mark somebody's part: who, then d decides, i influences, s saboteur, u user, g gatekeeper.",
        "The call",
    ),
    Action(
        "depth",
        ("alt+l",),
        "depth",
        "Ask two or three questions (cold) or as many as it takes (discovery), from here on.",
        "The call",
    ),
    Action("note", ("f5", "ctrl+t"), "note", "Keep the line as your own note; it proves nothing.", "The call", 6),
    Action(
        "deny",
        ("alt+x",),
        "not so",
        "What was read in the last line, or the chosen one, is wrong.",
        "The call",
    ),
    Action(
        "correct",
        ("alt+c",),
        "put right",
        "Say what was meant by what was read in the last line, or the chosen one.",
        "The call",
    ),
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
    Action("dialogues", ("alt+e",), "dialogues", "Every file of the dialogues, with its faults.", "The screen"),
    Action("export", ("ctrl+s",), "write to a file", "Write the call, as it is, to a file now.", "The screen"),
    Action("save", ("ctrl+y",), "save again", "Try again to save what is only in memory.", "The screen"),
    Action("help", ("f1", "alt+h"), "help", "This page.", "The screen", 1),
    Action(
        "quit",
        ("ctrl+q",),
        "leave",
        "Leave. A call stays open and can be resumed; a rehearsal shows its scorecard so far.",
        "The screen",
    ),
)


def _on(place: Place, name: str, keys: str, label: str, help_: str, *, bar: bool = True) -> Action:
    """An action of a page other than the call."""
    group: Group = "The list" if place == "rows" else "The call" if place == "rehearsal" else "This page"
    return Action(f"{place}_{name}", tuple(keys.split()), label, help_, group, int(bar), place)


ELSEWHERE: tuple[Action, ...] = (
    _on("start", "new_call", "n", "new call", "Choose who is called, about what and how; then call."),
    _on("start", "resume", "r", "resume", "Go on with the newest call that was not ended."),
    _on("start", "leads", "l", "leads", "Who is worth the next call, and why; lists in and out."),
    _on("start", "rehearse", "e", "rehearse", "A call with somebody who is not real, and a scorecard."),
    _on(
        "start",
        "rehearsals",
        "y",
        "your rehearsals",
        "How your practice goes, what to practise next, past rehearsals.",
    ),
    _on("start", "train", "t", "train", "Drills: what is due today, and some that are new."),
    _on("start", "calls", "p", "past calls", "Every call: find, read, resume, export."),
    _on("start", "dialogues", "d", "dialogues", "The files of the dialogues, with their faults."),
    _on("start", "help", "question_mark h f1", "help", "This page."),
    _on("start", "quit", "q ctrl+q", "quit", "Leave the program."),
    _on(
        "setup",
        "start",
        "enter",
        "start the call",
        "Call with these choices. Takes up a lead that is chosen first.",
    ),
    _on("setup", "up", "up", "up", "To the choice above, or up among the leads that are found.", bar=False),
    _on("setup", "down", "down", "move", "To the choice below, or down among the leads that are found."),
    _on("setup", "leave", "escape", "back", "Leave without a call."),
    _on("setup", "help", "f1 alt+h", "help", "This page."),
    _on("calls", "find", "slash", "find", "Type part of a name, a company, an outcome, a date."),
    _on("calls", "resume", "r", "resume", "Go on with this call, where it was not ended."),
    _on("calls", "export", "e", "export all", "Write every call to a .csv or .jsonl file."),
    _on("calls", "leave", "escape q", "back", "From the line to the whole list, from there out."),
    _on("calls", "help", "f1 question_mark", "help", "This page."),
    _on("leads", "call", "c", "call", "Choose how this lead is called; then call."),
    _on("leads", "find", "slash", "find", "Type part of a name or a company."),
    _on(
        "leads",
        "import",
        "i",
        "import",
        "Take up a list (.csv) or vCards (.vcf); what was refused is told by its line.",
    ),
    _on("leads", "export", "e", "export all", "Write every lead to a .csv file that CRMs import."),
    _on("leads", "leave", "escape q", "back", "From the line to the whole list, from there out."),
    _on("leads", "help", "f1 question_mark", "help", "This page."),
    _on("lead", "call", "c", "call", "Choose how they are called; what is known of them is chosen already."),
    _on("lead", "resume", "r", "resume", "Go on with the call under the cursor, where it was not ended."),
    _on("lead", "leave", "escape q", "back", "To the page before."),
    _on("lead", "help", "f1 question_mark", "help", "This page."),
    _on("rehearse", "start", "enter", "start", "Rehearse with these choices."),
    _on("rehearse", "up", "up", "up", "To the choice above.", bar=False),
    _on("rehearse", "down", "down", "move", "To the choice below."),
    _on("rehearse", "leave", "escape", "back", "Leave without a rehearsal."),
    _on("rehearse", "help", "f1 question_mark", "help", "This page."),
    _on("rehearsal", "help_level", "alt+v", "show", "Show the script, hints only, or nothing of the cue."),
    _on("rehearsals", "again", "a", "same again", "The same call once more: the same prospect, the same seed."),
    _on("rehearsals", "find", "slash", "find", "Type part of a name, a product, a verdict, a date."),
    _on("rehearsals", "leave", "escape q", "back", "From the line to the whole list, from there out."),
    _on("rehearsals", "help", "f1 question_mark", "help", "This page."),
    _on("scorecard", "again", "a", "same again", "The same call once more: the same prospect, the same seed."),
    _on("scorecard", "another", "o", "another", "The same choices with somebody else on the phone."),
    _on("scorecard", "transcript", "t", "all lines", "All that was said, to read, copy or save."),
    _on("scorecard", "leave", "escape q", "back", "Leave the scorecard."),
    _on("scorecard", "help", "f1 question_mark", "help", "This page."),
    _on("train", "show", "f2 ctrl+o", "show", "Show the right answer; the item comes again soon."),
    _on("train", "later", "f4 ctrl+n", "later", "Leave this item for the end."),
    _on("train", "drill", "f7 ctrl+g", "drill", "Turn to the next drill; after the last one, to all of them."),
    _on("train", "up", "pageup", "up", "Further up, where there is more than fits.", bar=False),
    _on("train", "down", "pagedown", "down", "Further down.", bar=False),
    _on("train", "leave", "escape", "back", "Leave; what was answered is kept."),
    _on("train", "help", "f1 alt+h", "help", "This page."),
    _on("sparring", "help_level", "alt+v", "show", "Show the script, hints only, or nothing."),
    _on("sparring", "again", "a", "same again", "The same objections once more, when all are met."),
    _on("sparring", "another", "o", "others", "Other objections, when all are met."),
    _on("sparring", "leave", "escape", "back", "Leave the sparring."),
    _on("sparring", "help", "f1", "help", "This page."),
    _on("rows", "open", "enter", "open", "Look at the row under the cursor."),
    _on("rows", "up", "up", "up", "The row above.", bar=False),
    _on("rows", "down", "down", "down", "The row below.", bar=False),
    _on("rows", "page_up", "pageup", "page up", "A page up.", bar=False),
    _on("rows", "page_down", "pagedown", "page down", "A page down.", bar=False),
    _on("rows", "first", "home ctrl+home", "first", "The first row.", bar=False),
    _on("rows", "last", "end ctrl+end", "last", "The last row.", bar=False),
)
"""The actions of the other pages: as there, a key stands for one thing on a page."""

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
    return one == other or ("rows" in (one, other) and bool({one, other} & set(_WITH_ROWS)))


def _checked(action: Action, key: str) -> str:
    """The key, when it can arrive and does not type or edit. Raises UsageError."""
    key = _SIGNS.get(key, key)
    found = _MODIFIED.fullmatch(key)
    bare = found[1] if found else ""
    if not found or (len(bare) > 1 and not _NAMED.fullmatch(bare)):
        raise UsageError(f"{action.id!r}: {key!r} is no key.", "Write it as f4, ctrl+n or alt+left.")
    letter = len(bare) == 1 or bare in ("space", *_SIGNS.values())
    types = letter and key.removeprefix("shift+") == bare
    if types and action.place in _TYPED_IN:
        raise UsageError(
            f"{action.id!r}: the key {key!r} types text.", "Choose one with ctrl or alt, or an F-key."
        )
    if key in EDITING - _OF_ROWS.get(action.place, frozenset()):
        raise UsageError(f"{action.id!r}: the key {key!r} edits the line.", "Choose another.")
    return key


_OF_ROWS: Mapping[Place, frozenset[str]] = {
    "rows": frozenset({"home", "end", "enter"}),
    "setup": frozenset({"enter"}),
    "rehearse": frozenset({"enter"}),
}
"""Keys that edit the line, where they may be given all the same."""
