"""The shelf: checked dialogues kept in the user's cache, as Python keeps its .pyc files.

On a hit a call starts without importing pydantic, yaml or jinja2. The shelf is never needed: whatever is wrong
with it, the dialogues are loaded from their files and put there anew.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import cuebook
from cuebook.dialogue import layout
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import Dialogues

_FORM = b"cuebook dialogues 1\n"


def load_fast(folders: Sequence[Path], cache: Path | None) -> tuple[Dialogues, tuple[Fault, ...]]:
    """Give the dialogues of the folders (the first wins) and their faults, from the shelf if nothing changed.

    `cache` is the folder of the shelf; None does without one. Never raises for what is in the files.
    """
    key = _key(folders) if cache is not None else None
    if cache is None or key is None:
        return _loaded(folders)
    book = cache / f"dialogues-{zlib.crc32(repr([str(folder) for folder in folders]).encode()):08x}.bin"
    kept = _taken(book, key)
    if kept is not None:
        return kept
    fresh = _loaded(folders)
    _put(book, key, fresh)
    return fresh


def _loaded(folders: Sequence[Path]) -> tuple[Dialogues, tuple[Fault, ...]]:
    from cuebook.dialogue.loading import load

    loaded = load(folders)
    return loaded.dialogues, loaded.faults


def _key(folders: Sequence[Path]) -> bytes | None:
    """Say what the dialogues depend on: this program and every file. None if a folder cannot be listed."""
    parts: list[object] = [cuebook.__version__, sys.version]
    try:
        with os.scandir(Path(__file__).parent) as program:
            parts += sorted(_stamp(entry.path) for entry in program if entry.name.endswith(".py"))
        for folder in folders:
            parts.append(str(folder))
            parts += [_stamp(str(file.path)) for file in layout.files(folder)]
    except OSError:
        return None
    return repr(parts).encode()


def _stamp(path: str) -> tuple[str, int, int]:
    stat = os.stat(path)  # noqa: PTH116 - a Path for each file costs more than the look itself
    return path, stat.st_size, stat.st_mtime_ns


def _taken(book: Path, key: bytes) -> tuple[Dialogues, tuple[Fault, ...]] | None:
    """Take the dialogues from the shelf; None if they are not there, not for this key, or not to be trusted."""
    try:
        with book.open("rb") as file:
            owner = os.fstat(file.fileno())
            if owner.st_uid != os.getuid() or owner.st_mode & 0o022:
                return None
            content = file.read()
        head = _FORM + key + b"\n"
        if not content.startswith(head):
            return None
        start = len(head) + 4
        if zlib.crc32(content[start:]) != int.from_bytes(content[len(head) : start], "big"):
            return None
        kept = _Reader(io.BytesIO(content[start:])).load()
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError):
        return None
    match kept:
        case (Dialogues() as dialogues, tuple() as faults):
            return dialogues, faults
    return None


def _put(book: Path, key: bytes, fresh: tuple[Dialogues, tuple[Fault, ...]]) -> None:
    """Put the dialogues on the shelf, whole or not at all. If that fails the next start is slower, no more."""
    content = pickle.dumps(fresh, protocol=pickle.HIGHEST_PROTOCOL)
    sheet = book.with_name(f".{book.name}.{os.getpid()}")
    with suppress(OSError):
        book.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(sheet, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(_FORM + key + b"\n" + zlib.crc32(content).to_bytes(4, "big") + content)
            sheet.replace(book)
        finally:
            sheet.unlink(missing_ok=True)


class _Reader(pickle.Unpickler):
    """Reads what `_put` wrote, and refuses to build anything but the classes of the dialogues."""

    def find_class(self, module: str, name: str) -> Any:
        """Look up a class of ours. Raises UnpicklingError for any other thing."""
        if module in {"cuebook.dialogue.model", "cuebook.dialogue.faults"} and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not kept on the shelf")
