"""What the first frame of a call costs: nothing that the cue does not need is imported for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LATER = ("sqlalchemy", "alembic", "pydantic", "transitions", "babel", "rapidfuzz", "yaml", "click",
         "textual.widgets._data_table", "textual.widgets._footer",
         "cuebook.ui.end_screen", "cuebook.ui.help_screen", "cuebook.ui.export", "cuebook.journal.journal",
         "cuebook.understanding.read")  # fmt: skip

PROGRAM = """
import asyncio, sys
from dataclasses import replace
from cuebook.conversation.setup import Setup
from cuebook.errors import StoreError
from cuebook.parts import Parts
from cuebook.ui.app import CuebookApp

def no_store():
    raise StoreError("no store", "")

async def first_frame():
    session = parts.new_call(Setup())
    session.prepare = lambda: None  # what is loaded while the cue is read out comes after this
    app = CuebookApp(replace(parts.desk(), open_journal=no_store), session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

parts = Parts()
asyncio.run(first_frame())
print("loaded:", *sys.modules)
"""


@pytest.fixture
def loaded(tmp_path: Path) -> frozenset[str]:
    run = [sys.executable, "-c", PROGRAM]
    told = ""
    for _ in range(2):  # the first run puts the dialogues on the shelf
        home = os.environ | {"CUEBOOK_HOME": str(tmp_path)}
        told = subprocess.run(run, env=home, capture_output=True, text=True, check=True).stdout
    return frozenset(told.split())


def test_the_first_frame_of_a_call_loads_nothing_that_comes_later(loaded: frozenset[str]) -> None:
    assert "cuebook.ui.call_screen" in loaded
    assert loaded & set(LATER) == set()
