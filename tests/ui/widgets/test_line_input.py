"""The input line: keys with Alt are commands also where the terminal sends their letter with them."""

from __future__ import annotations

from pathlib import Path

from tests.ui.call_fakes import on_call
from tests.ui.desk_fakes import settled
from textual import events

from cuebook.dialogue.model import Dialogues


async def test_a_key_with_alt_types_nothing_and_does_what_it_stands_for(
    dialogues: Dialogues, tmp_path: Path
) -> None:
    call = on_call(dialogues, tmp_path)
    async with call.app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        call.line.input.post_message(events.Key("alt+w", "w"))  # what comes of ESC w
        await settled(pilot)
        assert call.typed == ""
        assert call.line.picking
        assert "CHAMP" in call.seen
