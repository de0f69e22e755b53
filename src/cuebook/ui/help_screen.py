"""The help: every action with its keys, made from the one table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cuebook.ui import cells
from cuebook.ui.keys import GROUPS, Keys, shown

_START = (
    "Type what the prospect says and press Enter. What was understood is underlined and named at the end of the "
    "line; the panel shows what it proves. Type / for every move by name: two or three letters find it."
)
_SIGNS = "○ unknown  ◐ partly  ● confirmed  ✗ no  – would not say  · does not apply"
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

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll() as page:
            page.border_title = "HELP"
            page.border_subtitle = "Esc leaves"
            yield Static(help_text(self._keys))

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


def help_text(keys: Keys) -> Content:
    """The page: how the line works, then each group of actions."""
    parts: list[str | tuple[str, str]] = [_START, "\n\n", _SIGNS]
    for group in GROUPS:
        parts.append((f"\n\n{group}", "bold"))
        for action in keys.actions:
            if action.group == group:  # f16 is what older terminals send for shift+f4: nobody has such a key
                names = cells.cut(", ".join(shown(key) for key in action.keys if key != "f16"), _KEYS - 1)
                pad = " " * (_KEYS - cells.cell_len(names))
                parts += ["\n", (names, "bold"), pad, action.help, (f" [{action.id}]", "dim")]
    parts.append(f"\n\n{_SETTINGS}")
    return Content.assemble(*parts)
