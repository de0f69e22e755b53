"""The leads that a few letters find, below the line where they are typed; none is chosen before one goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from cuebook.ui import cells

if TYPE_CHECKING:
    from cuebook.leads.model import Lead


class Found(Widget):
    """A row for each. Hidden while there are none."""

    DEFAULT_CSS = """
    Found { height: auto; padding: 0 1 0 18; text-wrap: nowrap; color: $text-muted; }
    .-narrow Found { padding: 0 1 0 2; }
    """

    class Taken(Message):
        """This lead is the one."""

        def __init__(self, lead: Lead) -> None:
            super().__init__()
            self.lead = lead

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.leads: tuple[Lead, ...] = ()
        self.at = -1
        self.display = False

    def show(self, leads: Sequence[Lead]) -> None:
        self.leads, self.at = tuple(leads), -1
        self.display = bool(leads)
        self.refresh(layout=True)

    def step(self, by: int) -> bool:
        """Choose the next or the one before; False where there is none, which leaves the list."""
        at = self.at + by
        if not self.leads or at < -1 or at >= len(self.leads) or (at == -1 and self.at == -1):
            self.at = -1
            self.refresh()
            return False
        self.at = at
        self.refresh()
        return True

    def take(self) -> bool:
        """Take the chosen one; False where none is."""
        if self.at < 0:
            return False
        self.post_message(self.Taken(self.leads[self.at]))
        return True

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(self.leads)

    def render(self) -> Content:
        width = self.content_size.width
        return Content("\n").join(
            _row(lead, width, chosen=at == self.at, next_=at == self.at + 1) for at, lead in enumerate(self.leads)
        )

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y < len(self.leads):
            self.post_message(self.Taken(self.leads[offset.y]))


def _row(lead: Lead, width: int, *, chosen: bool, next_: bool) -> Content:
    """A lead; the one that the down key goes to says so, or Enter would call somebody new by the letters typed."""
    after = "asked not to be called" if lead.do_not_call_at else f"next on {lead.next_on}" if lead.next_on else ""
    told = " · ".join(part for part in (lead.label, lead.kind, after) if part)
    sign = "▸" if chosen else "↓" if next_ else " "
    text = cells.cut(f"{sign} {told}", max(width, 1))
    return Content.styled(text, "bold" if chosen else "")
