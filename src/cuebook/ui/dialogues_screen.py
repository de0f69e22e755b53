"""The dialogues: every file of them, with its faults."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from cuebook.errors import CuebookError

if TYPE_CHECKING:
    from cuebook.desk import Desk
    from cuebook.dialogue.faults import Fault


class DialoguesScreen(Screen[None]):
    """What `cuebook check` says, kept up to date with F5."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,r", "look", "Check again"),
        Binding("c", "copy", "Copy the line"),
        Binding("escape", "leave", "Back"),
        Binding("q", "leave", "Back", show=False),
    ]
    DEFAULT_CSS = """
    DialoguesScreen > #dialogues-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    DialoguesScreen > OptionList { height: 1fr; border: none; padding: 0 1; }
    DialoguesScreen > OptionList:focus { border: none; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static("Dialogues", id="dialogues-title", markup=False)
        yield OptionList(id="dialogues")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self.action_look()

    @work(exclusive=True, group="check")
    async def action_look(self) -> None:
        """Check every file anew, in a thread."""
        title = self.query_one("#dialogues-title", Static)
        title.update("Dialogues: looking at every file …")
        try:
            files, faults = await asyncio.to_thread(lambda: (self._desk.files(), self._desk.faults()))
        except CuebookError as error:
            title.update("The dialogues cannot be checked")
            self._show(str(error).split("\n"))
            return
        title.update(f"Dialogues: {found(files, faults)}")
        self._show(lines(files, faults))

    def _show(self, shown: Sequence[str]) -> None:
        self._lines = tuple(shown)
        view = self.query_one(OptionList)
        at = view.highlighted or 0
        view.clear_options()
        view.add_options([Option(Content(line)) for line in self._lines])
        view.highlighted = min(at, len(self._lines) - 1) if self._lines else None

    def action_copy(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.app.copy_to_clipboard(self._lines[at].strip())
            self.notify("Copied, if the terminal allows it.", markup=False)

    def action_leave(self) -> None:
        self.dismiss(None)


def found(files: Sequence[str], faults: Sequence[Fault]) -> str:
    """How it stands with the dialogues, in a few words."""
    number = f"{len(faults) or 'no'} fault{'s' * (len(faults) != 1)}"
    faulty = len({fault.path for fault in faults})
    return f"{number} in {f'{faulty} of ' * bool(faults)}{len(files)} file{'s' * (len(files) != 1)}"


def lines(files: Sequence[str], faults: Sequence[Fault]) -> list[str]:
    """The lines of the list: the files with faults first, each with its faults under it, then those without."""
    shown: list[str] = []
    for path, group in groupby(sorted(faults), key=lambda fault: fault.path):
        under = list(group)
        shown.append(f"✗ {path}: {len(under)} fault{'s' * (len(under) != 1)}")
        shown += [f"  {fault}" for fault in under]
    faulty = {fault.path for fault in faults}
    return shown + [f"● {path}" for path in files if path not in faulty]
