"""The languages that can be read: those that have a folder of lexicons. Nothing of them is loaded here."""

from __future__ import annotations

from pathlib import Path

LEXICONS = Path(__file__).parent / "lexicons"


def languages() -> tuple[str, ...]:
    """The languages that can be read, by code."""
    return tuple(sorted(folder.name for folder in LEXICONS.iterdir() if folder.is_dir()))
