"""Writing whole files: for the owner only, in one step, with the reason when it fails."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cuebook.errors import SurroundingsError
from cuebook.files import write_whole


def test_a_file_is_its_owners_only_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "calls" / "one.txt"
    write_whole(file, "first\r\n", make_folder=True)
    write_whole(file, "sécond\n")
    assert file.read_bytes() == "sécond\n".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_in_the_way_is_told_and_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(SurroundingsError, match="taken cannot be written: "):
        write_whole(tmp_path / "taken", "text")
    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(SurroundingsError, match="cannot be written"):
        write_whole(tmp_path / "a", "text")
