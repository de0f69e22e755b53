"""The key bar and the heading: the first and the last row of the screen, as much of each as fits."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from cuebook.ui import cells
from cuebook.ui.actions import Action
from cuebook.ui.keys import Keys, shown


class KeyBar(Widget):
    """The keys that are used most; with little room the least used are left out."""

    def __init__(self, keys: Keys, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._keys = keys

    def render(self) -> Content:
        parts: list[str | tuple[str, str]] = []
        for action in fitting(self._keys, self.content_size.width):
            parts += [" " if parts else "", (shown(action.keys[0]), "bold"), f" {action.label}"]
        return Content.assemble(*parts)


def fitting(keys: Keys, width: int) -> list[Action]:
    """The actions that fit in `width` cells, the most used chosen first, in the order of the table's keys."""
    wanted = sorted((action for action in keys.actions if action.bar), key=lambda action: action.bar)
    chosen: list[Action] = []
    used = -1
    for action in wanted:
        size = 2 + cells.cell_len(shown(action.keys[0])) + cells.cell_len(action.label)
        if used + size <= width:
            used += size
            chosen.append(action)
    return sorted(chosen, key=_place)


def _place(action: Action) -> tuple[int, str]:
    key = action.keys[0]
    return (int(key[1:]), "") if key[1:].isdigit() else (99, key)


class Heading(Widget):
    """Who is called about what, by which framework, how far, and for how long."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._who: tuple[str, ...] = ()
        self._where: tuple[str, ...] = ()
        self._time = "00:00"

    def show(self, who: tuple[str, ...], where: tuple[str, ...]) -> None:
        self._who, self._where = who, where
        self.refresh()

    def show_time(self, seconds: int) -> None:
        time = timer(seconds)
        if time != self._time:
            self._time = time
            self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        left, right = heading(self._who, self._where, self._time, width)
        gap = max(width - cells.cell_len(left) - cells.cell_len(right), 0)
        return Content.assemble((left, "bold"), " " * gap, right)


def heading(who: tuple[str, ...], where: tuple[str, ...], time: str, width: int) -> tuple[str, str]:
    """Both sides of the heading: what comes first in `who` and `where` stays longest when it is tight."""
    names, places = [cells.plain(part) for part in who], [cells.plain(part) for part in where]
    while True:
        left, right = " · ".join(names), " · ".join([*places, time])
        if cells.cell_len(left) + 2 + cells.cell_len(right) <= width:
            return left, right
        if len(names) > 2:
            names.pop()
        elif len(places) > 1:
            places.pop()
        elif len(names) > 1:
            names.pop()
        elif places:
            places.pop()
        else:
            return cells.cut(left, max(width - len(time) - 1, 0)), time


def timer(seconds: int) -> str:
    """Seconds as mm:ss, with hours when there are any."""
    minutes, rest = divmod(max(seconds, 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
