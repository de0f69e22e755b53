"""The languages that can be read: those that have a folder of lexicons. Nothing of them is loaded here."""

from __future__ import annotations

from pathlib import Path

LEXICONS = Path(__file__).parent / "lexicons"

OF_REPS = "rep"
"""The lexicon's part with what reps say, in the languages that have one."""


def languages() -> tuple[str, ...]:
    """The languages that can be read, by code."""
    return tuple(sorted(folder.name for folder in LEXICONS.iterdir() if folder.is_dir()))


def taught() -> tuple[str, ...]:
    """The languages in which a rep's own lines can be read."""
    return tuple(name for name in languages() if (LEXICONS / name / f"{OF_REPS}.yaml").exists())
