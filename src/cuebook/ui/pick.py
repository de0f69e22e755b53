"""One of a few things, on one line: ← and → change it, a letter goes to the next that starts with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Pick(Widget, can_focus=True):
    """A choice. `value` is what is chosen, None while there is nothing to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "The one before", show=False),
        Binding("right,space", "turn(1)", "The next one", show=False),
    ]
    DEFAULT_CSS = """
    Pick { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; background: $surface; }
    Pick:focus { background: $primary; color: $text; text-style: bold; }
    """

    value: reactive[str | None] = reactive(None)

    class Changed(Message):
        """Something else is chosen now."""

        def __init__(self, pick: Pick) -> None:
            super().__init__()
            self.pick = pick

        @property
        def control(self) -> Pick:
            return self.pick

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._choices: tuple[tuple[str, str], ...] = ()

    def offer(self, choices: Sequence[tuple[str, str]], value: str | None) -> None:
        """Offer these (value, label); choose `value`, or the first where it is not among them."""
        self._choices = tuple(choices)
        values = [known for known, _ in self._choices]
        self.value = value if value in values else (values[0] if values else None)
        self.refresh()

    def render(self) -> Content:
        label = next((label for value, label in self._choices if value == self.value), "–")
        several = len(self._choices) > 1
        return Content(f"‹ {label} ›" if several and self.has_focus else f"  {label}")

    def watch_value(self) -> None:
        self.post_message(self.Changed(self))

    def action_turn(self, by: int) -> None:
        values = [value for value, _ in self._choices]
        if self.value is not None:
            self.value = values[(values.index(self.value) + by) % len(values)]

    def on_key(self, event: events.Key) -> None:
        letter = event.character if event.is_printable else None
        if letter is None or letter == " " or self.value is None:
            return
        values = [value for value, _ in self._choices]
        at = values.index(self.value) + 1
        for value, label in self._choices[at:] + self._choices[:at]:
            if label.casefold().startswith(letter.casefold()):
                self.value = value
                event.stop()
                return

    def on_click(self) -> None:
        self.action_turn(1)
