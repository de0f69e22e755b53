"""Text from outside made harmless, once, where it comes in: what is stored is what can be shown anywhere."""

from __future__ import annotations

import re
import unicodedata

_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters: a terminal obeys them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls: text shown in an order nobody wrote
    "\ud800-\udfff\ufffe\uffff\ufeff]"  # lone surrogates cannot be stored; non-characters, byte order marks
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def harmless(text: str) -> str:
    """`text` with line breaks as newlines, harmful characters shown as U+FFFD, and NFC throughout.

    The joiners that Persian and emoji need (U+200C, U+200D) stay.
    """
    return unicodedata.normalize("NFC", _HARMFUL.sub(REPLACEMENT, _BREAK.sub("\n", text)))


def harmless_name(text: str, longest: int = 120) -> str:
    """`text` as a name: one line, single spaces, at most `longest` characters (then an ellipsis)."""
    name = " ".join(harmless(text).split())
    return name if len(name) <= longest else name[: longest - 1] + "…"
