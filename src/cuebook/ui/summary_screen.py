"""The summary of a call: text to read, copy or save."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from cuebook.errors import CuebookError
from cuebook.files import write_whole

if TYPE_CHECKING:
    from typing import Any

    from cuebook.desk import Desk
    from cuebook.journal.rows import CallRow


class SummaryScreen(Screen[None]):
    """Shows `text` as it is. `suggestion` is the path that saving offers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", "Save"),
        Binding("c", "copy", "Copy"),
        Binding("escape", "leave", "Back"),
        Binding("q", "leave", "Back", show=False),
    ]
    DEFAULT_CSS = """
    SummaryScreen > #summary-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    SummaryScreen > VerticalScroll { height: 1fr; padding: 0 1; }
    SummaryScreen #summary-text { height: auto; max-width: 100; }
    """

    def __init__(self, text: str, title: str, suggestion: Path | None = None) -> None:
        super().__init__()
        self._text = text
        self._title = title
        self._suggestion = suggestion or Path("call.txt")

    def compose(self) -> ComposeResult:
        yield Static(self._title, id="summary-title", markup=False)
        with VerticalScroll():
            yield Static(Content(self._text), id="summary-text")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self._text)
        self.notify("Copied, if the terminal allows it.", markup=False)

    def action_save(self) -> None:
        from cuebook.ui.ask_path import AskPath

        self.app.push_screen(AskPath("Save the summary as", self._suggestion), self._save)

    def _save(self, path: Path | None) -> None:
        if path is None:
            return
        try:
            write_whole(path, self._text if self._text.endswith("\n") else self._text + "\n")
        except CuebookError as error:
            self.notify(str(error), title="Not saved", severity="error", markup=False)
        else:
            self.notify(f"Saved as {path}", markup=False)

    def action_leave(self) -> None:
        self.dismiss(None)


async def show_summary(screen: Screen[Any], desk: Desk, row: CallRow) -> None:
    """Show the summary of a call from the store, over `screen`; tell where it cannot be had."""
    try:
        text = await asyncio.to_thread(desk.summary, row.id, "text")
    except CuebookError as error:
        screen.notify(str(error), title="No summary", severity="error", markup=False)
        return
    begun = row.started.astimezone(desk.clock().tzinfo)
    title = " · ".join(part for part in (row.lead, row.company, f"{begun:%Y-%m-%d %H:%M}") if part)
    screen.app.push_screen(SummaryScreen(text, title, desk.home / f"call-{row.id}.txt"))
