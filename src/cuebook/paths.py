"""Where things are: the dialogues, the user's data, the cache. Nothing is created here."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from cuebook.errors import SurroundingsError, UsageError


def shipped() -> Path:
    """Find the dialogues that come with Cuebook: in the package (a wheel), else beside src (a checkout).

    Raises SurroundingsError where they are in neither place.
    """
    package = Path(__file__).parent
    for folder in (package / "dialogues", package.parent.parent / "dialogues"):
        if folder.is_dir():
            return folder
    raise SurroundingsError(
        f"The dialogues that come with Cuebook are not in {package}.", "Install Cuebook again."
    )


def dialogues(given: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Tell the folders to lay over each other, of which the first wins: given, CUEBOOK_DIALOGUES, shipped.

    Raises UsageError for one that does not exist.
    """
    named = [Path(part).expanduser() for part in os.environ.get("CUEBOOK_DIALOGUES", "").split(":") if part]
    folders = [*given, *named]
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(
                f"There is no folder of dialogues at {folder}.", "Look at --dialogues and CUEBOOK_DIALOGUES."
            )
    once = {folder.resolve(): folder for folder in folders}  # named twice, its first place counts
    return (*once.values(), shipped())


def home() -> Path:
    """Tell the folder of the user's data: CUEBOOK_HOME, else where the system keeps such things."""
    named = os.environ.get("CUEBOOK_HOME")
    if named:
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_data_path("cuebook", appauthor=False)


def store() -> str:
    """Tell the SQLAlchemy URL of the store: CUEBOOK_STORE, else an SQLite file at home."""
    return os.environ.get("CUEBOOK_STORE") or f"sqlite:///{home() / 'cuebook.db'}"


def cache() -> Path:
    """Tell the folder for what can be made again. With CUEBOOK_HOME it is inside that."""
    named = os.environ.get("CUEBOOK_HOME")
    if named:
        return Path(named).expanduser() / "cache"
    import platformdirs

    return platformdirs.user_cache_path("cuebook", appauthor=False)
