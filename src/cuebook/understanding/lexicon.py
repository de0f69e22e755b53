"""The lexicons: what the words of a language mean, as data; each part is loaded once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

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
    return _parsed(LEXICONS / language / f"{part}.yaml", language)


class _Letters(NamedTuple):
    """What `letters.yaml` says: letters that are typed plain, and words that are read as they are typed."""

    plain: Mapping[int, str]
    kept: re.Pattern[str] | None


@cache
def letters(language: str) -> Mapping[str, Any]:
    """Give what `letters.yaml` of `language` says of how letters are typed; empty where it has none."""
    path = LEXICONS / language / "letters.yaml"
    return _parsed(path) if language in languages() and path.exists() else {}


@cache
def _letters(language: str) -> _Letters:
    content = letters(language)
    kept = "|".join(re.escape(str(word)) for word in content.get("kept", ()))
    return _Letters(str.maketrans(content.get("plain", {})), re.compile(rf"\b(?:{kept})\b") if kept else None)


def alike(text: str, language: str) -> str:
    """Return lower-case `text` with the letters that hasty fingers type plain ('zl' for 'zł') all in that form.

    It is exactly as long. Lexicons and lines go through it, so that with or without the marks they are the same;
    which letters those are, and which words would become others by it, is the language's own (`letters.yaml`).
    """
    typed = _letters(language)
    if not typed.plain or text.isascii():
        return text
    plain = text.translate(typed.plain)
    if typed.kept is not None:
        for match in typed.kept.finditer(text):
            plain = plain[: match.start()] + match.group() + plain[match.end() :]
    return plain


@cache
def common(part: str) -> Mapping[str, Any]:
    """Give what is the same in every language: `currencies` (signs and codes)."""
    return _parsed(LEXICONS / f"{part}.yaml")


def _parsed(path: Path, language: str = "") -> Mapping[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        content = yaml.load(alike(text, language), Loader=_Loader)  # noqa: S506 - a safe loader with fewer tags
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SurroundingsError(
            f"The lexicon {path} cannot be read: {error}.", "Install Cuebook again."
        ) from error
    if not isinstance(content, dict):
        raise SurroundingsError(f"The lexicon {path} holds no words.", "Install Cuebook again.")
    return content
