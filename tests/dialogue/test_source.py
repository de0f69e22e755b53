"""One YAML file: read as YAML 1.2, with places, and within bounds that no file can break."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.dialogue.source import MOST_FAULTS, parse, read


def codes(text: str) -> list[str]:
    return [fault.code for fault in parse("x.yaml", text).faults]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *[
            (word, word)
            for word in ("no", "NO", "on", "yes", "off", "y", "12:30", "01234", "1_000", "0x1f", ".inf")
        ],
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("1.10", 1.1),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("2026-11-21", "2026-11-21"),
        ("<<", "<<"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(written: str, meant: object) -> None:
    value = parse("x.yaml", f"a: {written}").value["a"]
    assert value == meant
    assert type(value) is type(meant)


def test_every_key_and_value_has_its_place() -> None:
    source = parse("x.yaml", "# first\nneed:\n  say: How?\n  probes: [one, 'two']\n")
    assert source.first_line == "# first"
    assert source.keys[("need", "probes")] == (4, 3)
    assert source.values[("need", "say")] == (3, 8)
    assert source.values[("need", "probes", 1)] == (4, 17)


def test_a_fault_of_what_is_not_there_is_told_at_what_holds_it() -> None:
    source = parse("x.yaml", "need:\n  say: How?\n")
    assert str(source.fault(("need", "why"), "CUE202", "'why' is missing.", key=True)) == (
        "x.yaml:1:1: CUE202 'why' is missing."
    )


def test_text_is_composed_and_has_no_blanks_around() -> None:
    assert parse("x.yaml", 'a: " cafe\u0301 "').value == {"a": "caf\u00e9"}


def test_persian_joiners_stay() -> None:
    want = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"  # mi-khaham, 'I want'
    assert parse("x.yaml", f"a: {want}").value == {"a": want}


def test_an_alias_is_what_it_stands_for() -> None:
    assert parse("x.yaml", "a: &x [1, {b: c}]\nd: *x").value == {"a": [1, {"b": "c"}], "d": [1, {"b": "c"}]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "CUE105"),
        ("# only a comment", "CUE105"),
        ("a: 1\n--- \nb: 2", "CUE105"),
        ("a: 'open", "CUE105"),
        ("&a [*a]", "CUE105"),
        ("a: 1\na: 2", "CUE106"),
        ("? [a]\n: b", "CUE108"),
        ("a: !!int 3", "CUE108"),
        ('a: "\\u202e"', "CUE103"),
        ('a: "\\r"', "CUE103"),
        ('a: "\\0"', "CUE103"),
        ("a:\tb", "CUE103"),
        ("a: \x00", "CUE103"),
        ("a: \u2067b", "CUE103"),
    ],
)
def test_what_dialogues_do_not_use_is_told(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_all_hidden_signs_of_a_file_are_told_with_their_places() -> None:
    faults = parse("x.yaml", "a:\tb\nc: d\u202e\n").faults
    assert [(fault.line, fault.column) for fault in faults] == [(1, 3), (2, 5)]


def test_a_bracket_that_is_never_closed_is_told_where_it_opened() -> None:
    fault = parse("x.yaml", "a: 1\nb: [c,\nd: e\nf: g\n").faults[0]
    assert (fault.line, fault.column) == (2, 4)


BOMBS = {
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "mappings": "a: {" * 100_000,
    "lists": "- " * 100_000,
    "keys": "? " * 100_000,
    "lines": "x\n" * 400_000,
    "values": "[" + "a, " * 300_000 + "]",
    "same keys": "a: b\n" * 190_000,
    "hidden signs": "\u202e" * 300_000,
    "quotes": "'" * 900_001,
    "comment": "#" * 900_000,
    "anchors": "&a " * 100_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_soon(text: str) -> None:
    start = time.perf_counter()
    source = parse("x.yaml", text)
    assert time.perf_counter() - start < 2
    assert len(source.faults) <= MOST_FAULTS
    assert source.faults or isinstance(source.value, str)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    source = parse("x.yaml", text)
    assert source.faults or source.values


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%#@`\\ \n~.1", max_size=60))
def test_no_soup_of_yaml_signs_raises(text: str) -> None:
    source = parse("x.yaml", text)
    assert source.faults or source.values
    lines = text.split("\n")
    for fault in source.faults:
        assert 1 <= fault.line <= len(lines) + 1
        assert fault.column >= 1


@given(st.binary(max_size=100))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(content)
    source = read(file)
    assert source.faults or source.values


def test_bytes_that_are_no_text_are_told_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("a: b\nc: \u00e9".encode("latin-1"))
    assert [str(fault) for fault in read(file).faults] == [
        f"{file}:2:4: CUE102 Not UTF-8. Save the file as UTF-8."
    ]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: b")
    assert read(file).value == {"a": "b"}


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path, make: object) -> None:
    path = tmp_path / "a.yaml"
    assert callable(make)
    make(path)
    assert [fault.code for fault in read(path).faults] == ["CUE101"]
