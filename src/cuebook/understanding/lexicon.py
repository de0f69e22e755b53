"""The lexicons: what the words of a language mean, as data; each part is loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from cuebook.errors import SurroundingsError, UsageError
from cuebook.understanding.languages import LEXICONS, languages


class _Loader(yaml.CSafeLoader):
    """The C loader (the pure one takes eight times as long, and the first line waits for it), for words.

    `no`, `yes` and `on` are words here, as in YAML 1.2, not truth values.
    """


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def load(language: str, part: str) -> Mapping[str, Any]:
    """Give the lexicon `part` ('values', 'talk') of `language`. Do not change what it returns: it is shared.

    Raises UsageError for a language without a lexicon, SurroundingsError where the file cannot be read.
    """
    if language not in languages():
        raise UsageError(f"I cannot read the language {language!r}.", f"Known are: {', '.join(languages())}.")
    return _parsed(LEXICONS / language / f"{part}.yaml")


@cache
def common(part: str) -> Mapping[str, Any]:
    """Give what is the same in every language: `currencies` (signs and codes)."""
    return _parsed(LEXICONS / f"{part}.yaml")


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            content = yaml.load(file, Loader=_Loader)  # noqa: S506 - a safe loader with fewer tags
    except (OSError, yaml.YAMLError) as error:
        raise SurroundingsError(
            f"The lexicon {path} cannot be read: {error}.", "Install Cuebook again."
        ) from error
    if not isinstance(content, dict):
        raise SurroundingsError(f"The lexicon {path} holds no words.", "Install Cuebook again.")
    return content
