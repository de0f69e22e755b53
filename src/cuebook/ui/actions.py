"""The one table of actions: what can be done on each page, with its usual keys, and the words that explain it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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

WITH_ROWS: tuple[Place, ...] = ("calls", "leads", "lead", "rehearsals")
"""Pages with rows among them."""
TYPED_IN: tuple[Place, ...] = ("call", "setup", "rehearsal", "train")
"""Pages where every letter is text."""

ENTERED: Mapping[Place, frozenset[str]] = {
    "rows": frozenset({"home", "end", "enter"}),
    "setup": frozenset({"enter"}),
    "rehearse": frozenset({"enter"}),
}
"""Keys that edit the line, where they may be given all the same."""


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
