"""The help: every action of the page that it is opened from, with its keys, made from the one table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cuebook.ui import cells
from cuebook.ui.actions import GROUPS, Place
from cuebook.ui.keys import Keys, shown

_SIGNS = "○ unknown  ◐ partly  ● confirmed  ✗ no  – would not say  · does not apply"
_ABOUT: Mapping[Place, str] = {
    "call": (
        "Type what the prospect says and press Enter. What was understood is underlined and named at the end of "
        "the line; the panel shows what it proves. Type / for every move by name: two or three letters find it."
        "\n\n"
    )
    + _SIGNS,
    "start": "↑ and ↓ choose, Enter opens. 1 to 5 resume the open call of that number.",
    "setup": (
        "Who is called, about what, by which framework, how deep. A few letters of a name find the leads that are "
        "known: ↓ goes to them, Enter takes one. A lead's number will do, and so will a name that is not known. "
        "← and → change a choice, or type its first letter."
    ),
    "rehearse": (
        "Who answers, about what, by which framework, how deep, and how much of the cue is shown. ← and → change "
        "a choice, or type its first letter."
    ),
    "rehearsal": (
        "Type what you would say on the phone and press Enter: the prospect answers, and what they say is read as "
        "in a call. Open questions are answered openly, a reason helps, and who has had enough hangs up. The "
        "scorecard comes at the end. Type / for every move by name."
        "\n\n"
    )
    + _SIGNS,
    "sparring": (
        "Only objections, fast: answer each in a line. It rests when it is taken seriously, explained and "
        "followed by a question, and nothing presses; whoever wants no more calls is let go. The seconds are "
        "shown, and count for nothing."
    ),
    "scorecard": (
        "Yes or no to each check; what failed comes first. ↑ and ↓ choose a check: the lines that prove it stand "
        "beside it, with something to try. Above the checks is all that was said. Tab goes "
        "between the checks and the lines."
    ),
    "rehearsals": (
        "On top what to practise next; then how every check of whole calls goes, and every objection of "
        "sparrings, which are not added up. ↑ better than before, ↓ worse, = the same, · too few to say. Tab goes "
        "between that and the list. A rehearsal that was left on the way is listed, and counts for nothing."
    ),
    "calls": "Every call, the newest first. What has no room in the columns is told below the list.",
    "leads": (
        "Everybody who may be called, in the order of who is worth the next call: what was agreed and is due, how "
        "ready they are, what is confirmed, who a product is for. Below, the reasons in words. Whoever asked not "
        "to be called is marked so, and cannot be."
    ),
    "train": (
        "Type the letter of your answer, or what you would say and Enter; Enter again goes on. What you know "
        "comes back after days, and each time after more of them; what you missed comes back today."
    ),
    "lead": "All that is known of a lead. Tab goes between the text and the calls.",
}
_SETTINGS = 'Other keys: in settings.toml under [keys], as in  next = "f4,ctrl+n"  (the names are in brackets).'
_KEYS = 26


class HelpScreen(ModalScreen[None]):
    """The actions as a page to read; any of the usual keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,f1", "leave", "Back"),
        Binding("down,j", "down", "Down", show=False),
        Binding("up,k", "up", "Up", show=False),
        Binding("pagedown,space", "page_down", "Further", show=False),
        Binding("pageup", "page_up", "Back up", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 100%; max-width: 104; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    HelpScreen Static { height: auto; }
    """

    def __init__(self, keys: Keys, place: Place = "call") -> None:
        super().__init__()
        self._keys = keys
        self._place = place

    def compose(self) -> ComposeResult:
        with VerticalScroll() as page:
            page.border_title = "HELP"
            page.border_subtitle = "Esc leaves"
            yield Static(help_text(self._keys, self._place))

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_down(self) -> None:
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_up(self) -> None:
        self.query_one(VerticalScroll).scroll_up(animate=False)

    def action_page_down(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.query_one(VerticalScroll).scroll_page_up(animate=False)


def help_text(keys: Keys, place: Place = "call") -> Content:
    """The page: how it works there, then each group of actions."""
    parts: list[str | tuple[str, str]] = [_ABOUT[place]]
    for group in GROUPS:
        actions = [action for action in keys.actions if action.group == group]
        if actions:
            parts.append((f"\n\n{group}", "bold"))
        for action in actions:  # f16 is what older terminals send for shift+f4: nobody has such a key
            names = cells.cut(", ".join(shown(key) for key in action.keys if key != "f16"), _KEYS - 1)
            pad = " " * (_KEYS - cells.cell_len(names))
            parts += ["\n", (names, "bold"), pad, action.help, (f" [{action.id}]", "dim")]
    parts.append(f"\n\n{_SETTINGS}")
    return Content.assemble(*parts)
