"""Where things are, and that the environment can say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from cuebook import paths
from cuebook.errors import SurroundingsError, UsageError


def test_the_shipped_dialogues_are_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (paths.shipped() / "frameworks" / "bant.yaml").is_file()


def test_in_a_wheel_they_are_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "cuebook" / "paths.py"))
    with pytest.raises(SurroundingsError):
        paths.shipped()
    (tmp_path / "cuebook" / "dialogues").mkdir(parents=True)
    assert paths.shipped() == tmp_path / "cuebook" / "dialogues"


def test_given_folders_come_before_those_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (tmp_path / name for name in "abc")
    for folder in (first, second, third):
        folder.mkdir()
    monkeypatch.setenv("CUEBOOK_DIALOGUES", f"{second}::{third}")
    assert paths.dialogues([first]) == (first, second, third, paths.shipped())


def test_a_folder_that_is_named_twice_is_laid_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    monkeypatch.setenv("CUEBOOK_DIALOGUES", f"{first}:{second}")
    assert paths.dialogues([first])[:-1] == (first, second)


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEBOOK_DIALOGUES", str(tmp_path / "none"))
    with pytest.raises(UsageError, match="none"):
        paths.dialogues()


def test_home_holds_store_and_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEBOOK_HOME", str(tmp_path))
    assert paths.home() == tmp_path
    assert paths.store() == f"sqlite:///{tmp_path}/cuebook.db"
    assert paths.cache() == tmp_path / "cache"


def test_the_store_can_be_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEBOOK_STORE", "postgresql://db/calls")
    assert paths.store() == "postgresql://db/calls"


def test_without_a_home_the_system_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CUEBOOK_HOME")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert paths.home().name == "cuebook"
    assert paths.home().is_relative_to(tmp_path)
    assert paths.cache().is_relative_to(tmp_path)
