"""A page of choices, one under another: Enter takes them all. What there is to choose say the classes below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from cuebook.ui import choices
from cuebook.ui.actions import Place
from cuebook.ui.keys import Keys
from cuebook.ui.pick import Pick

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.desk import Desk
    from cuebook.dialogue.model import Dialogues

R = TypeVar("R")


class ChoicesScreen(Screen[R], Generic[R]):
    """The page, with the choices of `offered` in it. Gives what was chosen, or None.

    `NAME` heads the page; `STARTS` says what its first key does. `_dialogues` are None until they are read.
    """

    PLACE: Place
    NAME: str
    STARTS: str
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (44, "-wide")]  # noqa: RUF012 (Textual declares it so)
    DEFAULT_CSS = """
    ChoicesScreen > #choices-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    ChoicesScreen > VerticalScroll { height: 1fr; max-width: 90; padding: 0 1; }
    ChoicesScreen .field { height: auto; }
    ChoicesScreen .field > Static { width: 16; height: 1; color: $text-muted; text-wrap: nowrap; }
    ChoicesScreen .field:focus-within { background: $boost; }
    ChoicesScreen .field:focus-within > Static { color: $foreground; text-style: bold; }
    ChoicesScreen .gap { margin-top: 1; }
    ChoicesScreen.-narrow .field { layout: vertical; }
    ChoicesScreen.-narrow .gap { margin-top: 0; }
    ChoicesScreen > #choices-keys { height: 1; padding: 0 1; color: $text-muted; background: $panel;
        text-wrap: nowrap; text-overflow: ellipsis; }
    ChoicesScreen > #choices-trouble { height: auto; max-height: 5; padding: 0 1; text-style: bold; }
    """

    def __init__(self, desk: Desk, offered: Setup) -> None:
        super().__init__()
        self._desk = desk
        self._keys = Keys.set_to(desk.settings.keys).at(self.PLACE)
        self._offered = offered
        self._dialogues: Dialogues | None = None

    def compose(self) -> ComposeResult:
        yield Static(self.NAME, id="choices-title", markup=False)
        with VerticalScroll(can_focus=False):
            yield from self.fields()
        yield Static("", id="choices-trouble", markup=False)
        yield Static(self._told_keys(), id="choices-keys", markup=False)

    def fields(self) -> Iterable[Widget]:
        """The choices, from the top; each in a `field`."""
        raise NotImplementedError

    def _offer_depths(self) -> None:
        if self._dialogues is not None:
            depth, framework = self.query_one("#depth", Pick), self._picked("framework")
            depth.offer(choices.depths(self._dialogues, framework), depth.value or self._offered.depth)

    def _picked(self, name: str) -> str:
        return self.query_one(f"#{name}", Pick).value or ""

    def _say(self, trouble: str) -> None:
        self.query_one("#choices-trouble", Static).update(Content(trouble))

    def _told_keys(self) -> str:
        start, up, down, leave, help_ = (
            self._keys.shown(f"{self.PLACE}_{name}") for name in ("start", "up", "down", "leave", "help")
        )
        return f"{start} {self.STARTS} · {up}{down} move · ←→ change · {leave} goes back · {help_} help"

    def action_up(self) -> None:
        self.focus_previous()

    def action_down(self) -> None:
        self.focus_next()

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys, self.PLACE))

    def action_leave(self) -> None:
        self.dismiss(None)


def field(label: str, widget: Widget, *, gap: bool = False) -> Horizontal:
    """Put a label beside what is chosen or typed."""
    return Horizontal(Static(label, markup=False), widget, classes="field gap" if gap else "field")
