"""The one input line: what the prospect said, or what is asked of the program."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from cuebook.harmless import harmless

LONGEST = 4_000
"""Characters that a line takes. What a person says in one breath is far less; a document is no line."""


class LineInput(Input):
    """An input that keeps the screen still while one types, and takes several pasted lines as one."""

    # Input sets this at every key, and as Textual has it each time the whole screen is laid out anew. The line is
    # always one row high and as wide as the screen, whatever is in it.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    class TooLong(Message):
        """More was pasted than a line takes; nothing was put in."""

        def __init__(self, length: int) -> None:
            super().__init__()
            self.length = length

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, compact=True, max_length=LONGEST, select_on_focus=False)

    def put(self, text: str) -> None:
        """Put `text` in the line, the cursor behind it."""
        self.value = text
        self.cursor_position = len(text)

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]  # Textual calls both, this one first
        if event.key.startswith("alt+"):
            event.character = None  # most terminals send the letter with it, and Input would put that in the line

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if len(event.text) + len(self.value) > LONGEST:
            self.post_message(self.TooLong(len(event.text)))
            return
        line = " ".join(part for part in (row.strip() for row in harmless(event.text).split("\n")) if part)
        start, end = sorted(self.selection)
        self.replace(line.replace("\t", " "), start, end)
