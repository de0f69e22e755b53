"""Asking where a file is to be saved, or which one is to be read."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class AskPath(ModalScreen[Path | None]):
    """A line for a path. Gives the path, or None. Enter on one that exists asks once more."""

    KEYS = "Enter saves, Esc leaves it"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]
    DEFAULT_CSS = """
    AskPath { align: center middle; }
    AskPath > Vertical {
        width: 80%; min-width: 18; max-width: 90; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    AskPath Input { padding: 0; background: $boost; }
    AskPath Static { height: auto; color: $text-muted; }
    AskPath #path-trouble { color: $text; text-style: bold; }
    """

    def __init__(self, question: str, suggestion: Path | str) -> None:
        super().__init__()
        self._question = question
        self._suggestion = suggestion
        self._confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(self._question, markup=False)
            yield Input(str(self._suggestion), id="path", select_on_focus=False, compact=True)
            yield Static("", id="path-trouble", markup=False)
            yield Static(self.KEYS, markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        path = Path(event.value.strip())
        try:
            path = path.expanduser()
            trouble = self._trouble(path)
        except (OSError, ValueError, RuntimeError):  # too long, a NUL in it, the home of somebody unknown
            trouble = "There can be no such file."
        if trouble:
            self.query_one("#path-trouble", Static).update(trouble)
        else:
            self.dismiss(path)

    def _trouble(self, path: Path) -> str:
        if not path.name:
            return "Type where to save it."
        if path.is_dir():
            return "That is a folder: add a file name."
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            return "That file exists. Enter again replaces it."
        return ""

    def action_leave(self) -> None:
        self.dismiss(None)


class AskFile(AskPath):
    """A line for the path of a file that is there, which begins in `folder`. Gives the path, or None."""

    KEYS = "Enter reads it, Esc leaves it"

    def __init__(self, question: str, folder: Path) -> None:
        super().__init__(question, f"{folder}/" if folder.name else f"{folder}")

    def _trouble(self, path: Path) -> str:
        if path.is_dir():
            return "That is a folder: add the name of the file."
        return "" if path.exists() else "There is no such file."
