"""Opening the app from the command line, on the page that is asked for."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from cuebook.errors import UsageError

if TYPE_CHECKING:
    from cuebook.parts import Parts
    from cuebook.practice.room import Wish
    from cuebook.practice.sitting import Sitting
    from cuebook.session import Session


def open_app(parts: Parts, begin: Callable[[], Session | Wish | Sitting] | None, *, watch: bool = False) -> None:
    """Open the app: on the start page, or on what is begun. Raises UsageError in a pipe."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The app needs a terminal.",
            "Use --plain in a pipe or with a screen reader, as in `cuebook call --plain`.",
        )
    gc.disable()  # a tenth of the start; the app settles and enables it once the first frame stands
    os.environ.setdefault("TEXTUAL_FPS", "240")  # a key waits for the next frame; read when textual is imported
    held = begin() if begin else None
    from cuebook.session import Session
    from cuebook.ui.app import CuebookApp

    CuebookApp(parts.desk(watched=watch), held).run()
    if not isinstance(held, Session) or held.call is None:
        return
    if not held.turn.stage.startswith(("closed", "do_not")):
        click.echo(f"The call stays open. Resume it with: cuebook call --resume {held.call}", err=True)
