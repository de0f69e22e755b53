"""Bytes as text: which of the encodings that spreadsheets write a list is in."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ("cp1252", "cp1250", "cp1251", "cp1256", "latin-1")
"""One byte a letter: West, Polish, Bulgarian, Persian. latin-1 reads every byte, and is the last resort."""
_SAMPLE = 100_000
_WORD = re.compile(r"[^\W\d_]+|[^\x00-\x7f]")


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and its encoding. Any bytes give text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    wide = _wide(data)
    if wide:
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = min(_OLD, key=lambda name: _oddity(data[:_SAMPLE], name))
        return data.decode(encoding, errors="replace"), encoding


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or sample.count(0) < len(sample) // 4:
        return None
    return "utf-16-le" if sample[1::2].count(0) >= sample[0::2].count(0) else "utf-16-be"


def _oddity(sample: bytes, encoding: str) -> int:
    """How much of the text looks like no language: letters of two scripts in a word, signs, capitals inside."""
    text = sample.decode(encoding, errors="replace")
    odd = sum(10 for c in text if c == "\ufffd" or "\x80" <= c < "\xa0")
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        foreign = [c for c in word if not c.isascii()]
        scripts = {unicodedata.name(c, "?").split()[0] for c in word if c.isalpha()}
        odd += 2 * sum(not c.isalpha() for c in foreign)
        odd += 5 * (len(scripts) > 1)
        odd += 3 * (not (word.islower() or word.isupper() or word.istitle()) and scripts != {"ARABIC"})
        odd += 4 * (scripts == {"LATIN"} and len(word) > 2 and len(foreign) * 2 > len(word))
    return odd
