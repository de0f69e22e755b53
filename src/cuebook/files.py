"""Writing a file for its owner only, so that there is the old one or the whole new one, never half of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cuebook.errors import SurroundingsError


def write_whole(path: Path, text: str, *, make_folder: bool = False) -> None:
    """Put `text` at `path` as UTF-8, readable by the owner only. A symbolic link keeps pointing where it did.

    `make_folder`: make its folder where there is none; a folder that the user mistyped is never made.

    Raises SurroundingsError that names the path when the folder or the disk refuses.
    """
    with writing_whole(path, make_folder=make_folder) as file:
        file.write(text)


@contextmanager
def writing_whole(path: Path, *, make_folder: bool = False) -> Iterator[TextIO]:
    """Give a file to write bit by bit; it takes its place at `path` at the end, or not at all.

    Raises SurroundingsError that names the path when the folder or the disk refuses.
    """
    import tempfile  # not at start-up: settings are read then, and seldom written

    try:
        target = path.resolve()
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        # In the same folder, because only there is the replacement one step. mkstemp makes it 0600.
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        draft = Path(name)
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: symbolic links in a circle
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SurroundingsError(
            f"{path} cannot be written: {reason}.", "Choose another place, or make room there."
        ) from error
