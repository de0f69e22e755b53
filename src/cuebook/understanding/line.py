"""The line being read: the text, and the folded form and tokens that every signal reads from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cuebook.understanding.lexicon import alike
from cuebook.understanding.transliterated import figures, of_values

LIMIT = 4_000
"""Characters that are read. A spoken line is far shorter; a pasted page must not stop the call."""

# Quotes, dashes and blanks of every shape, and what the Persian and Arabic keyboards write apart.
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        # Blanks, and the marks that turn the direction of writing.
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\ufeff", " "),
        **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", " "),
        "،": ",",
        "؛": ";",
        "؟": "?",
        "٪": "%",
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        "\u066c": ",",
        "\u066b": ".",
    }
)
SILENT = "\u064b-\u0655\u0670"
"""What Arabic script writes over letters that changes no word, as a range for expressions."""

HALF_SPACE = "\u200c"
"""Keeps the parts of a Persian word apart and yet together; in haste a space is typed, or nothing."""

MADE_ONE = frozenset([sign for sign in map(chr, _SAME) if sign.isalpha()] + ["\u0640"])
"""Letters that are written as others, or left out; a word without any is its own token, in lower case."""

_LETTERS = rf"[^\W\d_]+(?:[{SILENT}]+[^\W\d_]*)*"
_TOKEN = re.compile(rf"[0-9]+|{_LETTERS}(?:'{_LETTERS})*|[^\s{HALF_SPACE}]")
_STRETCHED = re.compile(f"[\u0640{SILENT}]")


class Token(NamedTuple):
    """A word, a run of digits or a single sign, folded, with its place in the text; no `SILENT` marks."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text` in lower case, with quotes, dashes, blanks and digits in one form, and exactly as long.

    Equal length is what lets a span found in the folded text be a span of the text itself.
    """
    low = text.lower()
    if len(low) != len(text):  # a few letters, such as İ, become two
        low = "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
    return low.translate(_SAME)


def tokens(text: str) -> tuple[Token, ...]:
    """Cut `text` into words, runs of digits and single signs, folded, in order."""
    return _cut(fold(text))


def _cut(low: str) -> tuple[Token, ...]:
    return tuple(Token(word, *match.span()) for match in _TOKEN.finditer(low) if (word := spoken(match[0])))


def spoken(word: str) -> str:
    """Return `word` without what only stretches it or marks its vowels (`SILENT`)."""
    return word if word.isascii() else _STRETCHED.sub("", word)


@dataclass(frozen=True)
class Line:
    """One line of talk, with what is known when it is said.

    `expecting` is the facet that the open question asks about, None where it asks for none.
    """

    text: str
    language: str
    today: date
    expecting: str | None = None

    @cached_property
    def low(self) -> str:
        """Give the folded text, as far as it is read (`LIMIT`); same places as in `text`.

        Letters that the language lets be typed plain are plain in it, as in its lexicons.
        """
        low = alike(fold(self.text[:LIMIT]), self.language)
        written = figures(self.language)
        return low if written is None else written[0].sub(lambda digit: written[1][digit[0]], low)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Give words, numbers and signs of what is read, in order; words as the lexicon of values writes them."""
        found = _cut(self.low)
        letters = of_values(self.language)
        if letters is None:
            return found
        return tuple(
            token._replace(text=meant)
            if token.text.isalpha() and (meant := letters.meant(token.text)) is not None
            else token
            for token in found
        )
