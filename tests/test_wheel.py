"""What is installed is whole: the wheel has all that a call needs, and nothing of the checkout it was built in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.xdist_group("wheel")  # built once, also where tests run in parallel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT), cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel is installed in. What it depends on is already here."""
    target = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", "--target", str(target), str(wheel), cwd=target)
    return target


def run(*arguments: str, cwd: Path, stdin: str = "", **environment: str) -> str:
    """What a program prints that ends well."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("CUEBOOK_", "PYTHON"))}
    done = subprocess.run(
        arguments, cwd=cwd, env=clean | environment, input=stdin, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def cuebook(installed: Path, elsewhere: Path, *arguments: str, stdin: str = "") -> str:
    """What the installed program prints, run in another folder by somebody who has never used it."""
    home = str(elsewhere / "home")
    script = str(installed / "bin" / "cuebook")
    return run(script, *arguments, cwd=elsewhere, stdin=stdin, CUEBOOK_HOME=home, PYTHONPATH=str(installed))


def carried(folder: Path, prefix: str) -> set[str]:
    """The files below a folder of the checkout, as they are called in the wheel."""
    return {
        str(PurePosixPath(prefix, file.relative_to(folder).as_posix()))
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_has_every_file_of_the_package_and_the_dialogues_and_no_other(wheel: Path) -> None:
    with ZipFile(wheel) as opened:
        held = {name for name in opened.namelist() if ".dist-info/" not in name}
    assert held == carried(ROOT / "src" / "cuebook", "cuebook") | carried(ROOT / "dialogues", "cuebook/dialogues")


def test_nothing_in_the_wheel_tells_where_it_was_built(wheel: Path) -> None:
    with ZipFile(wheel) as opened:
        telling = [name for name in opened.namelist() if str(ROOT).encode() in opened.read(name)]
    assert not telling


def test_the_installed_dialogues_are_the_ones_that_are_used(installed: Path, tmp_path: Path) -> None:
    told = "from cuebook import paths; print(paths.dialogues())"
    shipped = run(sys.executable, "-c", told, cwd=tmp_path, PYTHONPATH=str(installed))
    assert shipped.strip() == str((installed / "cuebook" / "dialogues",))


def test_the_installed_dialogues_have_no_fault(installed: Path, tmp_path: Path) -> None:
    cuebook(installed, tmp_path, "check")


def test_a_call_is_held_with_what_is_installed(installed: Path, tmp_path: Path) -> None:
    moves = '{"move": "hear", "text": "Yes, go on."}\n{"move": "object", "objection": "why_asking"}\n'
    printed = cuebook(installed, tmp_path, "call", "--jsonl", stdin=moves)
    turns = [json.loads(line) for line in printed.splitlines()]
    assert [turn["turn"] for turn in turns] == [0, 1, 2]
    assert [turn["error"] for turn in turns] == [None, None, None]
    assert turns[1]["cue"]["question"] == turns[2]["cue"]["question"] == "need.today"
    assert turns[2]["explanation"]["say"]
    assert (tmp_path / "home" / "cuebook.db").is_file()
