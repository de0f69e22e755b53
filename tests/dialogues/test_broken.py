"""Every way in which a dialogue can be broken: an example each, that fails where and with the code that it names.

An example is a folder laid over the shipped dialogues (or checked by itself, if it holds a file ALONE). Its faults
are in comments at the end of its files, `# expect: line:column CODE`; where no comment can be, in a file EXPECT.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cuebook import paths
from cuebook.checks import faults_of, misplayed, question_form
from cuebook.conversation.exploring import explore
from cuebook.dialogue import layout
from cuebook.dialogue.checking import check
from cuebook.dialogue.faults import CODES
from cuebook.dialogue.source import MOST_BYTES
from cuebook.practice.proofreading import proofread

BROKEN = Path(__file__).parent / "broken"
EXAMPLES = sorted(folder.name for folder in BROKEN.iterdir())
EXPECTED = re.compile(rb"^# expect: (\d+):(\d+) (CUE\d+)$", re.MULTILINE)

Expected = set[tuple[str, int, int, str]]


def expected(folder: Path) -> Expected:
    """What the example says of itself."""
    found: Expected = set()
    for file in folder.rglob("*"):
        if file.is_file():
            told = file.parent if file.name == "EXPECT" else file
            for line, column, code in EXPECTED.findall(file.read_bytes()):
                found.add((str(told.relative_to(BROKEN)), int(line), int(column), code.decode()))
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_broken_dialogue_has_exactly_the_faults_that_it_names(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    example = BROKEN / name
    folders = [example] if (example / "ALONE").exists() else [example, paths.shipped()]
    faults = check(folders, question_form, [explore])
    if (example / "calls").exists():
        faults += tuple(misplayed(folders))
    if any(layout.personas(example)):
        faults += proofread(folders)
    assert {(fault.path, fault.line, fault.column, fault.code) for fault in faults} == expected(example)
    assert expected(example), "an example must name its fault"


def test_every_code_has_an_example() -> None:
    shown = {code for name in EXAMPLES for *_, code in expected(BROKEN / name)}
    too_large = {"CUE104"}  # made below: nobody wants a megabyte of nothing in the repository
    assert shown | too_large == set(CODES)


def test_a_file_of_two_megabytes_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "frameworks" / "bant.yaml"
    file.parent.mkdir()
    file.write_bytes(b"#" * 2 * MOST_BYTES)
    faults = check([tmp_path, paths.shipped()], question_form)
    assert [(fault.path, fault.line, fault.column, fault.code) for fault in faults] == [
        (str(file), 1, 1, "CUE104")
    ]


def test_the_shipped_dialogues_have_no_fault() -> None:
    assert [str(fault) for fault in faults_of([paths.shipped()])] == []
