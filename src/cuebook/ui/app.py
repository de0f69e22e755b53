"""The terminal app: which screen is first, and which comes after it."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.screen import ModalScreen

from cuebook.errors import CuebookError
from cuebook.ui.keys import Keys

if TYPE_CHECKING:
    from textual.screen import Screen

    from cuebook.desk import Desk
    from cuebook.practice.room import Room, Wish
    from cuebook.practice.sitting import Sitting
    from cuebook.session import Session
    from cuebook.ui.call_screen import CallScreen
    from cuebook.ui.rehearsal_screen import RehearsalScreen
    from cuebook.ui.wanted import CallWanted, RehearsalWanted, ResumeWanted

SETTLED_AFTER = 3
"""Seconds after the first frame: by then the store has come up and the reader is ready."""

THEMES = {"dark": "textual-dark", "light": "textual-light"}


class CuebookApp(App[None]):
    """Cuebook in the terminal. With a `first` call, rehearsal or training it opens on that and ends with it,
    else on the start screen.

    Raises UsageError for key settings that cannot be.
    """

    TITLE = "Cuebook"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"

    def __init__(self, desk: Desk, first: Session | Wish | Sitting | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._first = first
        self.keys = Keys.set_to(desk.settings.keys)
        wanted = desk.settings.screen.theme
        self.theme = THEMES[terminal_theme() if wanted == "auto" else wanted]

    def get_default_screen(self) -> Screen[None]:
        """The call or the start screen; nothing stands in the first frame that is not meant to."""
        if self._first:
            return self._screen_of(self._first)
        from cuebook.ui.start_screen import StartScreen

        return StartScreen(self._desk)

    def on_load(self) -> None:
        """Lay the keys of the settings over the usual ones of every page."""
        self.set_keymap(self.keys.keymap)

    def on_ready(self) -> None:
        """Once the first frame stands, and the store had time to come up, make room for quick keys."""
        if not self.is_headless:
            self.set_timer(SETTLED_AFTER, settle)

    # ── calls ────────────────────────────────────────────────────────────────────────────────────────────────

    def _screen_of(self, held: Session | Wish | Sitting) -> Screen[None]:
        from cuebook.session import Session

        if isinstance(held, Session):  # first, for a call waits for nothing that practice needs
            return self._call_screen(held)
        from cuebook.practice.sitting import Sitting

        if isinstance(held, Sitting):
            from cuebook.ui.train_screen import TrainScreen

            return TrainScreen(self._desk, lambda: held)
        return self._rehearsal_for(held)

    def _call_screen(self, session: Session) -> CallScreen:
        from cuebook.ui.call_screen import CallScreen

        return CallScreen(
            session,
            open_store=self._desk.open_journal,
            clock=self._desk.clock,
            keys=self.keys.at("call"),
            home=self._desk.home,
            watch=self._desk.watch(session.setup.language) if self._desk.watch else None,
            guess=self._desk.guess,
        )

    def on_call_wanted(self, event: CallWanted) -> None:
        self._open(lambda: self._desk.new_call(event.setup))

    def on_resume_wanted(self, event: ResumeWanted) -> None:
        self._open(lambda: self._desk.resume(event.call))

    @work(group="open", exclusive=True)
    async def _open(self, begin: Callable[[], Session]) -> None:
        try:
            session = await asyncio.to_thread(begin)
        except CuebookError as error:
            self.notify(error.hint, title=error.message, severity="error", markup=False)
        else:
            self.push_screen(self._call_screen(session))

    def _show(self, screen: Screen[None], *, instead: bool) -> None:
        """Show a page over the one that is there, or in its place; the first page of all stays below."""
        if instead and len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def on_call_screen_closed(self, event: CallScreen.Closed) -> None:
        """Show the summary of a call that is over; behind it is what was there before the call."""
        from cuebook.reports.summary import render, summarise
        from cuebook.ui.summary_screen import SummaryScreen

        session = event.session
        text = render(summarise(session.setup, session.turns, session.words, session.call), "text")
        name = f"call-{session.call}.txt" if session.call else "call.txt"
        self.push_screen(SummaryScreen(text, "The call", self._desk.home / name), self._after_call)

    def on_call_screen_dialogues_wanted(self) -> None:
        from cuebook.ui.dialogues_screen import DialoguesScreen

        self.push_screen(DialoguesScreen(self._desk))

    def _after_call(self, _: None) -> None:
        if self._first:
            self.exit()
        else:
            self.pop_screen()

    # ── rehearsals ───────────────────────────────────────────────────────────────────────────────────────────

    def _rehearsal_screen(self, room: Room) -> Screen[None]:
        from cuebook.ui.rehearsal_screen import RehearsalScreen

        watch = self._desk.watch(room.setup.language) if self._desk.watch else None
        return RehearsalScreen(
            room,
            open_store=self._desk.open_journal,
            clock=self._desk.clock,
            keys=self.keys,
            watch=watch,
        )

    def on_rehearsal_wanted(self, event: RehearsalWanted) -> None:
        self._rehearse(event.wish, instead=event.instead)

    @work(group="open", exclusive=True)
    async def _rehearse(self, wish: Wish, *, instead: bool) -> None:
        try:
            screen = await asyncio.to_thread(self._rehearsal_for, wish)
        except CuebookError as error:
            self.notify(error.hint, title=error.message, severity="error", markup=False)
        else:
            self._show(screen, instead=instead)

    def _rehearsal_for(self, wish: Wish) -> Screen[None]:
        """The page of a rehearsal or a sparring. Raises CuebookError."""
        rehearsals = self._desk.rehearsals()
        if not wish.rounds:
            return self._rehearsal_screen(rehearsals.begin(wish))
        from cuebook.ui.sparring_screen import SparringScreen

        words = self._desk.dialogues().words[wish.setup.language]
        return SparringScreen(rehearsals.spar(wish), words=words, keys=self.keys)

    def on_rehearsal_screen_over(self, event: RehearsalScreen.Over) -> None:
        if event.room.rehearsal.exchanges:
            self._score(event.room)
        else:
            self._leave()

    @work(group="score", exclusive=True)
    async def _score(self, room: Room) -> None:
        """Keep the rehearsal and show its scorecard in its place."""
        from cuebook.ui.rehearsing import judge
        from cuebook.ui.scorecard_screen import ScorecardScreen

        judged = await asyncio.to_thread(judge, self._desk.rehearsals(), room)
        self._show(ScorecardScreen(judged, self.keys), instead=True)

    def on_scorecard_screen_left(self) -> None:
        self._leave()

    on_sparring_screen_left = on_scorecard_screen_left

    def _leave(self) -> None:
        """To the page before, or out where there is none."""
        if self._first:
            self.exit()
        else:
            self.pop_screen()

    # ── leaving ──────────────────────────────────────────────────────────────────────────────────────────────

    async def action_quit(self) -> None:
        """Leave; a call under way may first have something to save."""
        from cuebook.ui.call_screen import CallScreen
        from cuebook.ui.scorecard_screen import ScorecardScreen

        stack = self.screen_stack[::-1]
        call = next((screen for screen in stack if isinstance(screen, CallScreen)), None)
        if call is None or isinstance(self.screen, ScorecardScreen):
            self.exit()
            return
        if isinstance(self.screen, ModalScreen):
            self.pop_screen()  # what the call has to say must be seen
        call.action_quit()


def settle() -> None:
    """Put what start-up made out of the collector's way: it would look through all of it between key and paint.

    Whoever starts the app may have switched the collector off until now, which makes the start quicker. Nothing is
    collected here: that would hold up a key by a tenth of a second, for a megabyte or two.
    """
    gc.freeze()
    gc.enable()


def terminal_theme() -> str:
    """Light or dark as the terminal says of itself (COLORFGBG, whose last part is the background), else dark."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in ("7", "15") else "dark"
