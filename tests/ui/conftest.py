"""What the tests of the screens share: a call that is about to be shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.call_fakes import Call, Make, on_call

from cuebook.dialogue.model import Dialogues


@pytest.fixture
def make(dialogues: Dialogues, tmp_path: Path) -> Make:
    def call(**given: object) -> Call:
        return on_call(dialogues, tmp_path, **given)  # type: ignore[arg-type]  # checked where it is called

    return call
