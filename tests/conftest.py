"""What every test may use: the shipped dialogues, a clock that stands still, a home of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest

from cuebook import paths
from cuebook.cli import main
from cuebook.clock import Clock
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.shelf import load_fast

# No deadline: tests never judge by the clock of a busy machine. Derandomised: the same examples at every run.
hypothesis.settings.register_profile("cuebook", deadline=None, derandomize=True)
hypothesis.settings.load_profile("cuebook")

Run = Callable[..., subprocess.CompletedProcess[str]]
"""A command line, run; `typed` is what it reads."""

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's data, or sees the user's choices."""
    monkeypatch.setenv("CUEBOOK_HOME", str(tmp_path / "home"))
    for name in ("CUEBOOK_STORE", "CUEBOOK_DIALOGUES", "CUEBOOK_NOW", "CUEBOOK_VOICE_KEY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def dialogues() -> Dialogues:
    """The shipped dialogues; they must be free of faults."""
    loaded, faults = load_fast([paths.shipped()], None)
    assert not faults, "\n".join(map(str, faults))
    return loaded


@pytest.fixture(scope="session")
def script(dialogues: Dialogues) -> Script:
    """A discovery call by BANT about copiers, in English."""
    return script_for(Setup(), dialogues)


@pytest.fixture
def clock() -> Clock:
    """Saturday 21 November 2026, ten in the morning."""
    return lambda: NOW


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process; its output as a user would see it."""

    def ran(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        file = tmp_path / "typed"
        file.write_text(typed, encoding="utf-8")
        with file.open(encoding="utf-8") as stdin, monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            capfd.readouterr()
            with pytest.raises(SystemExit) as left:
                main(arguments)
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        assert isinstance(left.value.code, int)
        return subprocess.CompletedProcess(arguments, left.value.code, out, err)

    return ran
