"""A page with a list of many things: found by typing, told in full below under the cursor, exported."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from cuebook.errors import CuebookError
from cuebook.ui.actions import Place
from cuebook.ui.keys import Keys
from cuebook.ui.rows import Column, Rows

if TYPE_CHECKING:
    from cuebook.desk import Desk

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """A thing, as the columns show it and as it is looked through: made once, since every key filters them all."""

    id: str
    item: T
    cells: tuple[str, ...]
    sought: str


class FindLine(Input):
    """The line to find by; from it, down goes to the list."""

    BINDINGS = [Binding("down", "screen.to_list", "To the list", show=False)]  # noqa: RUF012 (Textual declares it so)


class ListScreen(Screen[R], Generic[T, R]):
    """The page; what is listed, and what can be done with it, is for the classes below it to say.

    `NAME` heads the page, and `THING` is what one line of it is called.
    """

    PLACE: Place
    NAME: str
    THING: str
    COLUMNS: tuple[Column, ...]
    ABOUT = ""
    DEFAULT_CSS = """
    ListScreen > #list-title { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap;
        text-overflow: ellipsis; background: $panel; }
    ListScreen > Input { margin: 0 1; background: $boost; }
    ListScreen > #list-one { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._keys = Keys.set_to(desk.settings.keys)
        self._all: tuple[Line[T], ...] = ()
        self._shown: tuple[Line[T], ...] = ()

    def compose(self) -> ComposeResult:
        yield Static("", id="list-title", markup=False)
        finds = f"{self._keys.shown(f'{self.PLACE}_find')} finds: type {self.ABOUT}"
        yield FindLine(placeholder=finds, id="list-find", compact=True)
        yield Rows(self.COLUMNS, id="list")
        yield Static("", id="list-one", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self.title_is(f"{self.NAME}: looking them up …")
        self.look()

    # ── what is told of the list ─────────────────────────────────────────────────────────────────────────────

    def lines(self) -> Sequence[Line[T]]:
        """Everything there is to list; asked for in a thread. Raises CuebookError."""
        raise NotImplementedError

    def heading(self, shown: int, of: int, *, finding: bool) -> str:
        """The title of the page where `shown` of `of` are listed; `finding`: something was typed."""
        raise NotImplementedError

    def in_full(self, line: Line[T]) -> str:
        """All that is to be told of the one under the cursor."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What to do where nothing is listed at all."""
        return ""

    # ── the list ─────────────────────────────────────────────────────────────────────────────────────────────

    @work(exclusive=True, group="list")
    async def look(self) -> None:
        """List what there is now, or say why that cannot be told."""
        try:
            self._list(await asyncio.to_thread(self.lines))
        except CuebookError as error:
            self.title_is(f"The {self.THING}s cannot be read")
            self.query_one("#list-one", Static).update(str(error))

    def _list(self, lines: Sequence[Line[T]]) -> None:
        """List these, as far as what is typed finds them, with the cursor on the one that it was on."""
        before = self._line()
        self._all = tuple(lines)
        self._narrow(self.query_one(Input).value)
        if before is not None:
            at = next((at for at, line in enumerate(self._shown) if line.id == before.id), 0)
            self.query_one(Rows).cursor = at

    def title_is(self, title: str) -> None:
        """Head the page with this until something is listed."""
        self.query_one("#list-title", Static).update(title)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self._shown = tuple(line for line in self._all if all(word in line.sought for word in wanted))
        self.title_is(self.heading(len(self._shown), len(self._all), finding=bool(wanted)))
        self.query_one(Rows).show([line.cells for line in self._shown])

    @property
    def chosen(self) -> T | None:
        """The one under the cursor."""
        line = self._line()
        return line.item if line else None

    def _line(self) -> Line[T] | None:
        at = self.query_one(Rows).at if self.is_mounted else -1
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def on_rows_moved(self) -> None:
        line = self._line()
        told = self.in_full(line) if line else "" if self._all else self.nothing()
        self.query_one("#list-one", Static).update(told)
        self.refresh_bindings()

    def on_rows_chosen(self) -> None:
        self.open()

    def open(self) -> None:
        """Look at the one under the cursor."""

    def export(self, question: str, offered: str, write: Callable[[Path], int]) -> None:
        """Ask for a file, `offered` at home, and write everything to it; `write` tells how many that were."""
        from cuebook.ui.ask_path import AskPath

        def to(path: Path | None) -> None:
            if path is not None:
                self._write(path, write)

        self.app.push_screen(AskPath(question, self._desk.home / offered), to)

    @work(exclusive=True, group="export")
    async def _write(self, path: Path, write: Callable[[Path], int]) -> None:
        try:
            number = await asyncio.to_thread(write, path)
        except CuebookError as error:
            self.notify(str(error), title="Not exported", severity="error", markup=False)
        else:
            self.notify(f"{number:,} {self.THING}{'s' * (number != 1)} written to {path}", markup=False)

    # ── finding and leaving ──────────────────────────────────────────────────────────────────────────────────

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        self.open()

    def action_find(self) -> None:
        self.query_one(Input).focus()

    def action_to_list(self) -> None:
        self.query_one(Rows).focus()

    def action_help(self) -> None:
        from cuebook.ui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self._keys.at(self.PLACE, "rows"), self.PLACE))

    def action_leave(self) -> None:
        """From the line to the whole list, from there out."""
        if isinstance(self.focused, Input):
            self.query_one(Input).value = ""
            self.query_one(Rows).focus()
        else:
            self.dismiss(None)
