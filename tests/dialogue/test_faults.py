"""A fault reads the same everywhere, and its code is in the table."""

from __future__ import annotations

import re
from pathlib import Path

import cuebook
from cuebook.dialogue.faults import CODES, Fault, advice


def test_a_fault_is_file_line_column_code_message() -> None:
    fault = Fault("words/en/criteria.yaml", 7, 12, "CUE401", "This gets a yes or a no.")
    assert str(fault) == "words/en/criteria.yaml:7:12: CUE401 This gets a yes or a no."
    assert fault.as_json() == {
        "path": "words/en/criteria.yaml",
        "line": 7,
        "column": 12,
        "code": "CUE401",
        "message": "This gets a yes or a no.",
    }


def test_the_table_and_the_program_know_the_same_codes() -> None:
    (folder,) = cuebook.__path__
    used: set[str] = set()
    for file in Path(folder).rglob("*.py"):
        if file.name != "faults.py":
            used |= set(re.findall(r"CUE\d{3}", file.read_text()))
    assert used == set(CODES)


def test_the_nearest_name_is_advised_else_all_if_they_are_few() -> None:
    assert advice("mony", ["money", "need"]) == " Did you mean 'money'?"
    assert advice("x", ["money", "need"]) == " One of: money, need."
    assert advice("x", [f"name{number}" for number in range(30)]) == ""
    assert advice("x", []) == ""
