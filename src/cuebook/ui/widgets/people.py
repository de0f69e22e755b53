"""The PEOPLE panel: who has a part in the decision, as far as they were heard of."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cuebook.conversation.record import Turn
from cuebook.qualification import committee
from cuebook.qualification.committee import Member
from cuebook.qualification.ledger import Ledger
from cuebook.ui import cells

_LEAST = 6
"""Cells of a name that are kept beside the part."""


class PeoplePanel(Widget):
    """Shows the people of a turn's ledger; it takes no room while there are none."""

    def __init__(self, turn: Turn, prospect: str | None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._prospect = prospect
        self._people = people(turn.ledger, prospect)
        self.display = bool(self._people)

    def on_mount(self) -> None:
        self.border_title = "PEOPLE"

    def show(self, turn: Turn) -> None:
        found = people(turn.ledger, self._prospect)
        if found != self._people:
            self._people = found
            self.display = bool(found)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(self._people)

    def render(self) -> Content:
        width, height = self.content_size
        shown = self._people[:height]
        if len(self._people) > height > 0:
            shown = [*shown[:-1], f"and {len(self._people) - height + 1} more"]
        return Content("\n".join(fitted(row, width) for row in shown))


def fitted(row: str, width: int) -> str:
    """A row in `width` cells: the name gives way to the part, as long as some of it is left."""
    who, colon, part = row.rpartition(": ")
    room = width - cells.cell_len(colon + part)
    if not colon or cells.cell_len(row) <= width or room < _LEAST:
        return cells.cut(row, width)
    return cells.cut(who, room) + colon + part


def people(ledger: Ledger, prospect: str | None) -> list[str]:
    """A row for each person, those who decide first; what is the rep's own word is told as that."""
    return [_row(member, key, prospect) for key, member in committee.in_order(ledger.people)]


def _row(member: Member, key: str, prospect: str | None) -> str:
    person = member.person
    name = person.name or (prospect or "the prospect" if key == committee.PROSPECT else None)
    known = ", ".join(part for part in (name, person.role) if part)
    told = member.tells
    return f"{known}: {told}{', you' if member.part and member.marked_at else ''}" if told else known
