"""The shelf: fast when nothing changed, fresh when anything did, and never in the way."""

from __future__ import annotations

import os
import pickle
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cuebook import paths
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.shelf import load_fast


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped dialogues that a test may change."""
    copy = tmp_path / "dialogues"
    shutil.copytree(paths.shipped(), copy)
    return copy


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def book(cache: Path) -> Path:
    """The one file on the shelf."""
    (only,) = cache.iterdir()
    return only


def test_what_is_taken_from_the_shelf_is_what_was_loaded(folder: Path, cache: Path, dialogues: Dialogues) -> None:
    fresh = load_fast([folder], cache)
    assert book(cache).exists()
    assert load_fast([folder], cache) == fresh == (dialogues, ())


def test_a_hit_imports_nothing_heavy(folder: Path, cache: Path) -> None:
    load_fast([folder], cache)
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from cuebook.dialogue.shelf import load_fast\n"
        "dialogues, faults = load_fast([Path(sys.argv[1])], Path(sys.argv[2]))\n"
        "heavy = [name for name in ('pydantic', 'yaml', 'jinja2', 'difflib') if name in sys.modules]\n"
        "print(dialogues.flows['bant'].title, heavy)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(cache)], check=True, capture_output=True, text=True
    )
    assert ran.stdout == "BANT []\n"


def test_the_shelf_is_for_its_owner_only(folder: Path, cache: Path) -> None:
    load_fast([folder], cache)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(book(cache).stat().st_mode) == 0o600


def test_a_changed_file_is_seen(folder: Path, cache: Path) -> None:
    load_fast([folder], cache)
    file = folder / "frameworks" / "bant.yaml"
    file.write_text(file.read_text().replace("title: BANT", "title: Ours"))
    assert load_fast([folder], cache)[0].flows["bant"].title == "Ours"
    assert load_fast([folder], cache)[0].flows["bant"].title == "Ours"


def test_a_new_file_and_a_lost_one_are_seen(folder: Path, cache: Path) -> None:
    shipped = set(load_fast([folder], cache)[0].flows)
    bant = folder / "frameworks" / "bant.yaml"
    other = folder / "frameworks" / "own.yaml"
    other.write_text(bant.read_text().replace("framework: bant", "framework: own"))
    assert set(load_fast([folder], cache)[0].flows) == shipped | {"own"}
    bant.unlink()
    assert set(load_fast([folder], cache)[0].flows) == shipped - {"bant"} | {"own"}


def test_faults_are_kept_too(folder: Path, cache: Path) -> None:
    (folder / "frameworks" / "own.yaml").write_text("framework: [\n")
    fresh = load_fast([folder], cache)
    assert fresh[1]
    assert load_fast([folder], cache) == fresh


def test_other_folders_have_other_books(folder: Path, cache: Path, tmp_path: Path) -> None:
    (tmp_path / "over").mkdir()
    load_fast([folder], cache)
    load_fast([tmp_path / "over", folder], cache)
    assert len(list(cache.iterdir())) == 2


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _turn_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-30] ^= 1
    path.write_bytes(content)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _open_to_others(path: Path) -> None:
    path.chmod(0o666)


@pytest.mark.parametrize("spoil", [_cut, _turn_a_bit, _empty, _open_to_others])
def test_a_book_that_is_not_to_be_trusted_is_written_anew(
    spoil: Callable[[Path], None], folder: Path, cache: Path, dialogues: Dialogues
) -> None:
    load_fast([folder], cache)
    whole = book(cache).read_bytes()
    spoil(book(cache))
    assert load_fast([folder], cache) == (dialogues, ())
    assert book(cache).read_bytes() == whole
    assert stat.S_IMODE(book(cache).stat().st_mode) == 0o600


@pytest.mark.parametrize("planted", [os.system, print, subprocess.Popen, [1, 2], (1, 2)])
def test_a_planted_book_builds_nothing_but_dialogues(
    planted: object, folder: Path, cache: Path, dialogues: Dialogues, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pickle.dumps
    with monkeypatch.context() as patched:
        patched.setattr(pickle, "dumps", lambda _fresh, protocol: real(planted, protocol))
        load_fast([folder], cache)
    assert load_fast([folder], cache) == (dialogues, ())


def test_a_shelf_that_cannot_be_written_is_done_without(
    folder: Path, tmp_path: Path, dialogues: Dialogues
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert load_fast([folder], in_the_way / "cache") == (dialogues, ())
    assert load_fast([folder], None) == (dialogues, ())


def test_a_folder_that_is_gone_is_a_fault_and_not_kept(cache: Path, tmp_path: Path) -> None:
    assert [fault.code for fault in load_fast([tmp_path / "none"], cache)[1]] == ["CUE101"]
    assert not cache.exists()
