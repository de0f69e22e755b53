"""What is imported when: start-up pays for nothing that it does not use.

The contracts in pyproject.toml hold the order of imports; these tests look at what is really loaded, in a fresh
interpreter, because a deferred import is only deferred until something calls it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = frozenset((
    "textual", "sqlalchemy", "alembic", "pydantic", "jinja2", "transitions", "babel", "rapidfuzz", "yaml", "fsrs",
    "openai", "httpx2",
))  # fmt: skip

OPENING = """
from cuebook.conversation.setup import Setup
from cuebook.parts import Parts
cue = Parts().new_call(Setup()).turn.cue
assert cue is not None and cue.question == "opening.leave"
"""


def loaded(program: str, home: Path) -> frozenset[str]:
    """The top-level modules that an interpreter has loaded after `program`."""
    told = "import sys\nprint('loaded:', *{name.partition('.')[0] for name in sys.modules})"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CUEBOOK_")}
    run = subprocess.run(
        [sys.executable, "-c", f"{program}\n{told}"],
        env=clean | {"CUEBOOK_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    last = run.stdout.splitlines()[-1].split()
    assert last[0] == "loaded:"
    return frozenset(last[1:])


def printing(*arguments: str) -> str:
    """The program that runs `cuebook` with arguments that only print."""
    run = f"try:\n    main({list(arguments)})\nexcept SystemExit as done:\n    assert not done.code"
    return f"from cuebook.cli import main\n{run}"


@pytest.mark.parametrize(
    "program",
    ["import cuebook.cli", printing("--help"), printing("--version"), printing("call", "--help")],
    ids=["import", "--help", "--version", "call --help"],
)
def test_the_command_line_loads_nothing_heavy_before_a_command_needs_it(program: str, tmp_path: Path) -> None:
    assert loaded(program, tmp_path) & HEAVY == set()


@pytest.mark.parametrize(
    "module",
    [
        *("session", "parts", "desk", "lines.call", "lines.protocol"),
        *("conversation.turn", "dialogue.shelf", "settings"),
    ],
)
def test_what_the_opening_cue_needs_imports_nothing_heavy(module: str, tmp_path: Path) -> None:
    assert loaded(f"import cuebook.{module}", tmp_path) & HEAVY == set()


def test_the_opening_cue_of_dialogues_on_the_shelf_costs_only_the_templates(tmp_path: Path) -> None:
    first = loaded(OPENING, tmp_path)
    again = loaded(OPENING, tmp_path)
    assert {"pydantic", "yaml"} <= first  # nothing was on the shelf: the files were read and validated
    assert again & HEAVY == {"jinja2"}


def test_drawing_a_flow_does_not_build_its_machine(tmp_path: Path) -> None:
    assert "transitions" not in loaded(printing("graph", "bant"), tmp_path)
