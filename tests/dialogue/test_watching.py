"""Watching the dialogues: a change is told once it is whole, and a broken file takes nothing out of a call."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cuebook import paths
from cuebook.dialogue.checking import check
from cuebook.dialogue.loading import load
from cuebook.dialogue.watching import Seen, Watch

SAY = "How are you handling {{ product.topic }} today?"


class Author:
    """Somebody who writes dialogues in a folder laid over the shipped ones, and the watch that looks at it."""

    def __init__(self, folder: Path) -> None:
        self.criteria = folder / "words" / "en" / "criteria.yaml"
        self.criteria.parent.mkdir(parents=True)
        shutil.copy(paths.shipped() / "words" / "en" / "criteria.yaml", self.criteria)
        self.sound = self.criteria.read_text()
        folders = [folder, paths.shipped()]
        self.watch = Watch(folders, lambda: (load(folders).dialogues, check(folders, lambda *_: None)))
        self.first = self.watch.look()

    def seen(self) -> Seen | None:
        """What is told within three looks."""
        return self.watch.look() or self.watch.look() or self.watch.look()

    def says(self, seen: Seen | None) -> str:
        assert seen is not None
        assert seen.dialogues is not None
        return seen.dialogues.words["en"].criteria["need"].questions["today"].say


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path / "ours")


def test_the_first_look_tells_what_there_is_and_the_next_ones_nothing(author: Author) -> None:
    assert author.first is not None
    assert author.first.faults == ()
    assert author.says(author.first) == SAY
    assert author.seen() is None
    assert not author.watch.stirring


def test_a_change_is_told_once_two_looks_agree(author: Author) -> None:
    author.criteria.write_text(author.sound[:2000])
    assert author.watch.look() is None
    assert author.watch.stirring
    author.criteria.write_text(author.sound.replace(SAY, "How do you do it now?"))
    assert author.watch.look() is None
    assert author.says(author.watch.look()) == "How do you do it now?"
    assert author.watch.look() is None


def test_an_editor_may_write_beside_the_file_and_rename(author: Author) -> None:
    beside = author.criteria.with_suffix(".tmp")
    beside.write_text(author.sound.replace(SAY, "How do you do it now?"))
    beside.replace(author.criteria)
    assert author.says(author.seen()) == "How do you do it now?"


def test_a_file_that_is_removed_gives_way_to_what_it_covered(author: Author) -> None:
    author.criteria.write_text(author.sound.replace(SAY, "How do you do it now?"))
    author.seen()
    author.criteria.unlink()
    assert author.says(author.seen()) == SAY


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (lambda text: text[:3000], "CUE105"),
        (lambda text: text.replace("product.topic", "prodct.topic", 1), "CUE405"),
        (lambda text: text.replace("listen_for", "listen", 1), "CUE202"),
    ],
    ids=["half a file", "a template", "a key"],
)
def test_a_file_in_use_that_breaks_leaves_all_as_it_was_until_it_is_mended(
    author: Author, broken: object, code: str
) -> None:
    assert callable(broken)
    author.criteria.write_text(broken(author.sound))
    seen = author.seen()
    assert seen is not None
    assert seen.dialogues is None
    assert seen.faults[0].code == code
    assert seen.faults[0].path == str(author.criteria)
    author.criteria.write_text(author.sound)
    assert author.says(author.seen()) == SAY


def test_a_new_file_that_is_not_finished_keeps_nothing_back(author: Author) -> None:
    german = author.criteria.parent.parent / "de"
    german.mkdir()
    (german / "criteria.yaml").write_text("need: {name: Bedarf")
    author.criteria.write_text(author.sound.replace(SAY, "How do you do it now?"))
    seen = author.seen()
    assert author.says(seen) == "How do you do it now?"
    assert seen is not None
    assert {Path(fault.path).parent.name for fault in seen.faults} == {"de"}


def test_a_folder_that_goes_and_comes_is_told_both_times(author: Author) -> None:
    ours = author.criteria.parent.parent.parent
    aside = ours.with_name("aside")
    ours.rename(aside)
    gone = author.seen()
    assert gone is not None
    assert [fault.code for fault in gone.faults] == ["CUE101"]
    aside.rename(ours)
    back = author.seen()
    assert back is not None
    assert back.faults == ()
