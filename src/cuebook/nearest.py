"""The hint of an error message that a name is not known: the nearest valid one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest valid word, or all of them where none is near."""
    import difflib

    words = list(known)
    near = difflib.get_close_matches(word, words, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"One of: {', '.join(words) or 'none'}."
