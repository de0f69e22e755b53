"""A lexicon's YAML read as words, numbers, lists and mappings, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cuebook.understanding.languages import LEXICONS
from cuebook.understanding.notation import parsed


def test_words_stay_words_and_numbers_are_numbers() -> None:
    text = "a: [yes, no, 5, 1.5, '5', null, ~, nu, 12-3]\nb:\nc: |\n  one\n  two\n-1 year: x"
    assert parsed(text) == {
        "a": ["yes", "no", 5, 1.5, "5", None, None, "nu", "12-3"],
        "b": None,
        "c": "one\ntwo\n",
        "-1 year": "x",
    }


@pytest.mark.parametrize(
    "file", sorted(LEXICONS.rglob("*.yaml")), ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_every_lexicon_is_read_as_yaml_reads_it_but_for_yes_and_no(file: Path) -> None:
    class Words(yaml.SafeLoader):
        pass

    Words.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    text = file.read_text(encoding="utf-8")
    assert repr(parsed(text)) == repr(yaml.load(text, Loader=Words))  # noqa: S506 - a safe loader with fewer tags


@pytest.mark.parametrize("text", ["", "a: [", "a: *b", "a: !!str 5", "[a]: b", "--- a\n--- b", "a: b\n]"])
def test_what_is_no_lexicon_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        parsed(text)
