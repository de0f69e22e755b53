"""The lexicons: what the words of a language mean, as data; each part is loaded once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from cuebook.errors import SurroundingsError, UsageError
from cuebook.understanding.languages import LEXICONS, languages
from cuebook.understanding.notation import parsed


@cache
def load(language: str, part: str) -> Mapping[str, Any]:
    """Give the lexicon `part` ('values', 'talk') of `language`. Do not change what it returns: it is shared.

    Raises UsageError for a language without a lexicon, SurroundingsError where the file cannot be read.
    """
    if language not in languages():
        raise UsageError(f"I cannot read the language {language!r}.", f"Known are: {', '.join(languages())}.")
    return _read(LEXICONS / language / f"{part}.yaml", language)


class _Letters(NamedTuple):
    """What `letters.yaml` says: letters that are typed plain, and words that are read as they are typed."""

    plain: tuple[tuple[str, str], ...]
    kept: tuple[str, ...]


@cache
def letters(language: str) -> Mapping[str, Any]:
    """Give what `letters.yaml` of `language` says of how letters are typed; empty where it has none."""
    path = LEXICONS / language / "letters.yaml"
    return _read(path) if language in languages() and path.exists() else {}


@cache
def _letters(language: str) -> _Letters:
    content = letters(language)
    return _Letters(tuple(content.get("plain", {}).items()), tuple(map(str, content.get("kept", ()))))


def alike(text: str, language: str) -> str:
    """Return lower-case `text` with the letters that hasty fingers type plain ('zl' for 'zł') all in that form.

    It is exactly as long. Lexicons and lines go through it, so that with or without the marks they are the same;
    which letters those are, and which words would become others by it, is the language's own (`letters.yaml`).
    """
    typed = _letters(language)
    if not typed.plain or text.isascii():
        return text
    plain = text
    for letter, instead in typed.plain:  # a lexicon is long: `translate` looks at each letter of it by itself
        plain = plain.replace(letter, instead)
    kept = sorted(place for word in typed.kept for place in _places(word, text))
    if not kept:
        return plain
    pieces, done = [], 0
    for start, end in kept:
        pieces += [plain[done:start], text[start:end]]
        done = end
    return "".join([*pieces, plain[done:]])


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `word` stands in `text` as a whole word."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _in_word(text[max(0, start - 1) : start]) and not _in_word(text[end : end + 1]):
            yield start, end
        start = text.find(word, end)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def common(part: str) -> Mapping[str, Any]:
    """Give what is the same in every language: `currencies` (signs and codes)."""
    return _read(LEXICONS / f"{part}.yaml")


def _read(path: Path, language: str = "") -> Mapping[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        content = parsed(alike(text, language))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SurroundingsError(
            f"The lexicon {path} cannot be read: {error}.", "Install Cuebook again."
        ) from error
    if not isinstance(content, dict):
        raise SurroundingsError(f"The lexicon {path} holds no words.", "Install Cuebook again.")
    return content
