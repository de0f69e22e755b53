"""What a rep can look back on: how checks and objections go, what to practise next, and the past rehearsals."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cuebook.dialogue.naming import framework_name, outcome_name, spelled
from cuebook.errors import CuebookError
from cuebook.ui.keys import bindings
from cuebook.ui.list_screen import Line, ListScreen
from cuebook.ui.rows import Column
from cuebook.ui.wanted import RehearsalWanted

if TYPE_CHECKING:
    from datetime import tzinfo

    from cuebook.desk import Desk
    from cuebook.dialogue.model import Dialogues
    from cuebook.journal.rows import RehearsalRow
    from cuebook.reports.progress import LookBack, Wording

LISTED = 1000
"""Rehearsals, the newest, that are listed: ten thousand would take a second from the keys."""

COLUMNS = (
    Column("Date", 10, 10),
    Column("Time", 5, 5, rank=4),
    Column("With", 12, 36),
    Column("Product", 9, 24, rank=3),
    Column("Score", 7, 8),
    Column("Verdict", 12, 16, rank=1),
    Column("In truth", 10, 16, rank=1),
    Column("Help", 7, 7, rank=2),
    Column("Framework", 9, 12, rank=5),
)


class RehearsalsScreen(ListScreen["RehearsalRow", None]):
    """The last rehearsals of the rep, newest first, below what they and the sparrings come to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rehearsals")
    PLACE = "rehearsals"
    NAME = "Your rehearsals"
    THING = "rehearsal"
    COLUMNS = COLUMNS
    ABOUT = "part of a name, a product, a verdict, a date"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (130, "-wide")]  # noqa: RUF012 (Textual declares it so)
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (18, "-high")]  # noqa: RUF012 (the same)
    DEFAULT_CSS = """
    RehearsalsScreen > #next { height: auto; max-height: 5; padding: 0 1; text-style: bold; }
    RehearsalsScreen > #goes { height: 1fr; border-top: solid $primary; padding: 0 1; }
    RehearsalsScreen .-empty { display: none; }
    RehearsalsScreen > #goes:focus { background: $boost; }
    RehearsalsScreen #goes > Static { height: auto; max-width: 110; }
    RehearsalsScreen.-wide > #goes { layout: horizontal; }
    RehearsalsScreen.-wide #goes > Static { width: 1fr; }
    RehearsalsScreen.-short > #goes { display: none; }
    RehearsalsScreen.-tiny > #goes { display: none; }
    RehearsalsScreen.-tiny > #next { display: none; }
    RehearsalsScreen.-short > #next { max-height: 1; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: tuple[LookBack, Wording] | None = None

    def compose(self) -> ComposeResult:
        title, *the_list = super().compose()
        yield title
        yield Static("", id="next", markup=False)
        with VerticalScroll(id="goes"):
            yield Static("", id="checks", markup=False)
            yield Static("", id="objections", markup=False)
        yield from the_list

    def on_mount(self) -> None:
        self.query_one("#goes").border_title = "HOW IT GOES · Tab, then ↑↓"
        self._tell()
        super().on_mount()

    def on_screen_resume(self) -> None:
        """Look again after a rehearsal."""
        if self._found is not None:
            self.look()

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────

    def lines(self) -> tuple[Line[RehearsalRow], ...]:
        rehearsals, dialogues, zone = self._desk.rehearsals(), self._desk.dialogues(), self._desk.clock().tzinfo
        rows = rehearsals.listed(LISTED)
        titled = zip(rows, rehearsals.titles(rows), strict=True)
        lines = ((row, cells(row, title, dialogues, zone)) for row, title in titled)
        self._found = rehearsals.look_back(), rehearsals.wording(dialogues, self._desk.settings.call.language)
        return tuple(Line(row.id or "", row, shown, " ".join(shown).casefold()) for row, shown in lines)

    def _list(self, lines: Sequence[Line[RehearsalRow]]) -> None:
        self._tell()
        super()._list(lines)

    def _tell(self) -> None:
        """Tell what all of it comes to; nothing where nothing is known."""
        from cuebook.reports import progress

        told: dict[str, list[str]] = {"next": [], "checks": [], "objections": []}
        if self._found is not None:
            told["next"] = [f"Practise next: {line}" for line in progress.to_practise_next(*self._found)]
            told["checks"] = list(progress.checks(*self._found))
            told["objections"] = list(progress.objections(*self._found))
        for name, lines in told.items():
            part = self.query_one(f"#{name}", Static)
            part.update(Content("\n".join(lines)))
            part.set_class(not lines, "-empty")
        self.query_one("#goes").set_class(not (told["checks"] or told["objections"]), "-empty")

    def heading(self, shown: int, of: int, *, finding: bool) -> str:
        if not of:
            return "No rehearsals of whole calls yet"
        last = "the last " if of == LISTED else ""
        return f"Your rehearsals: {shown:,} of {last}{of:,}" if finding else f"Your rehearsals: {last}{of:,}"

    def in_full(self, line: Line[RehearsalRow]) -> str:
        return "\n".join(in_full(line))

    def nothing(self) -> str:
        leave, begin = self._keys.shown("rehearsals_leave"), self._keys.shown("start_rehearse")
        return (
            f"{leave} goes back; there {begin} begins one. Somebody answers what you type, and a scorecard tells "
            "how it went. You find it here afterwards."
        )

    # ── what is done ─────────────────────────────────────────────────────────────────────────────────────────

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's)
        if action == "again":
            return True if self.chosen else None
        return True

    def action_again(self) -> None:
        from cuebook.rehearsals import again_of
        from cuebook.setups import usual_setup

        if self.chosen is not None:
            self.post_message(RehearsalWanted(again_of(self.chosen, usual_setup(self._desk.settings))))

    def open(self) -> None:
        """Show the conversation of the rehearsal under the cursor, with its scorecard."""
        if self.chosen is not None and self.chosen.id is not None:
            self._open(self.chosen.id)

    @work(exclusive=True, group="open")
    async def _open(self, number: str) -> None:
        from cuebook.setups import usual_setup
        from cuebook.ui.rehearsing import look_at
        from cuebook.ui.scorecard_screen import ScorecardScreen

        rehearsals, usual = self._desk.rehearsals(), usual_setup(self._desk.settings)
        try:
            flows = (await asyncio.to_thread(self._desk.dialogues)).flows
            judged = await asyncio.to_thread(look_at, rehearsals, flows, number, usual)
        except CuebookError as error:
            self.notify(error.hint, title=error.message, severity="error", markup=False)
        else:
            self.app.push_screen(ScorecardScreen(judged, self._keys))


def cells(row: RehearsalRow, title: str, dialogues: Dialogues, zone: tzinfo | None) -> tuple[str, ...]:
    """A rehearsal as the columns show it, its time as it was in `zone`; `title` is who was on the phone."""
    words, started = dialogues.words.get(row.language), row.started.astimezone(zone)
    product = words.products.get(row.product) if words else None
    verdict, truth = (outcome_name(words, name) if words else spelled(name) for name in (row.verdict, row.truth))
    return (
        f"{started:%Y-%m-%d}",
        f"{started:%H:%M}",
        title,
        product.name if product else row.product,
        f"{row.score:.0f}{'' if row.finished else ' left'}",
        verdict,
        truth if row.verdict != row.truth else "the same",
        row.help,
        framework_name(dialogues.flows, row.framework),
    )


def in_full(line: Line[RehearsalRow]) -> Iterator[str]:
    """A rehearsal with everything that the columns may have had no room for."""
    row = line.item
    date, time, title, product, _, verdict, truth, help_, framework = line.cells
    left = "" if row.finished else " · left on the way"
    yield f"Rehearsal {row.id} · {date} {time} · {title} · {product} · {framework}, {row.depth}"
    yield f"{row.score:.0f} of 100 · {verdict}, in truth {truth} · shown: {help_} · seed {row.seed}{left}"
