"""Takes the picture of the call screen: a real call with the shipped dialogues, with its own clock and store."""

from __future__ import annotations

import argparse
import asyncio
import os
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot
from textual.widgets import Input

from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.parts import Parts
from cuebook.ui.app import CuebookApp

SHOWN = Path(__file__).parents[1] / ".github" / "call-screen.svg"
SIZE = (110, 34)
CALLED = Setup(
    lead=Someone(name="Anna Berg", first_name="Anna", company="Nordvik AS"),
    rep=Someone(name="Kim Lund", first_name="Kim", company="Copy Co"),
)
HEARD = (
    (9, "Sure, go ahead."),
    (31, "We waste hours every week on paper jams"),
    (24, "I sign for it myself"),
    (28, "about 50 000 kr a year"),
    (12, "why are you asking?"),
)
"""How many seconds later the prospect says what."""


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 10, 0, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        """The time that it was last told."""
        return self.now


async def picture() -> str:
    """The call screen after all was heard, as SVG."""
    clock, parts = Clock(), Parts()
    parts.__dict__["clock"] = clock
    app = CuebookApp(replace(parts.desk(), clock=clock), parts.new_call(CALLED))
    async with app.run_test(size=SIZE) as pilot:
        for later, text in HEARD:
            clock.now += timedelta(seconds=later)
            line = app.screen.query_one(Input)
            line.cursor_blink = False
            line.value = text
            await pilot.press("enter")
            await settled(pilot)
        return app.export_screenshot(title="cuebook")


async def settled(pilot: Pilot[None]) -> None:
    """Wait until everything is taken and shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(1.1)  # the clock in the heading is a second behind at the most


def without_fonts(svg: str) -> str:
    """The picture with the reader's own fonts: a picture fetches nothing."""
    return re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="scripts/screenshot", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=SHOWN, help="default: the one in the README")
    target = parser.parse_args().file
    with TemporaryDirectory() as home:
        os.environ["CUEBOOK_HOME"] = home
        taken = without_fonts(asyncio.run(picture()))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(taken + "\n", encoding="utf-8")
    print(target)
