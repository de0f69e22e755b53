"""Watching folders of dialogues: what is to be said differently since the last look, and what is wrong with it.

The files are looked at, not waited for: names, sizes and times of sixty files take about a millisecond. So editors
that write in place and those that write beside and rename are seen alike, on every system and on a network drive,
and no library has to be loaded for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuebook.dialogue import layout
from cuebook.dialogue.faults import Fault
from cuebook.dialogue.model import Dialogues

HARMLESS: frozenset[str] = frozenset({"CUE208", "CUE209"})
"""Faults of reading and of shape that leave nothing out."""
UNUSABLE: frozenset[str] = frozenset(
    {"CUE302", "CUE303", "CUE304", "CUE310", "CUE311", "CUE312", "CUE404", "CUE405", "CUE406"}
)
"""Other faults for which a framework is left out, or a sentence cannot be said in a call."""

Stamps = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at changed files gave.

    `dialogues` to go on with; None where a file that was in use is broken now, and what is in use must stay.
    `faults` are all that were found, those first for which something stays as it was.
    """

    dialogues: Dialogues | None
    faults: tuple[Fault, ...]


class Watch:
    """Looks at folders of dialogues again and again; `read` gives the dialogues and their faults.

    One look at a time. A file that was broken from the start, or is new and not finished, keeps nothing back: what
    is sound is used, as always.
    """

    def __init__(self, folders: Sequence[Path], read: Callable[[], tuple[Dialogues, tuple[Fault, ...]]]) -> None:
        self._folders = tuple(folders)
        self._read = read
        self._taken: Stamps | None = None
        self._last: Stamps | None = None
        self._sound: frozenset[str] = frozenset()

    @property
    def stirring(self) -> bool:
        """Whether the files are others than those that were read; the next look may tell."""
        return self._last != self._taken

    def look(self) -> Seen | None:
        """What has changed; None where nothing has, or where the files are still being written.

        The first look always gives what there is. Afterwards a change is told once two looks agree.
        """
        now = _stamps(self._folders)
        before, self._last = self._last, now
        if now == self._taken or (self._taken is not None and now != before):
            return None
        self._taken = now
        dialogues, faults = self._read()
        broken = {fault.path for fault in faults if _breaks(fault)}
        ordered = tuple(sorted(faults, key=lambda fault: fault.path not in self._sound & broken))
        if self._sound & broken:
            return Seen(None, ordered)
        self._sound = frozenset(path for path, *_ in now) - broken
        return Seen(dialogues, ordered)


def _breaks(fault: Fault) -> bool:
    """Whether something that the file says cannot be used."""
    return fault.code in UNUSABLE or (fault.code[3] in "12" and fault.code not in HARMLESS)


def _stamps(folders: Sequence[Path]) -> Stamps:
    """What tells one state of the files from another. A folder or file that has just gone is one as well."""
    stamps: list[tuple[str, int, int, int]] = []
    for folder in folders:
        try:
            found = layout.files(folder)
        except OSError as error:
            stamps.append((str(folder), -1, error.errno or 0, 0))
            continue
        for file in found:
            path = str(file.path)
            try:
                stat = os.stat(path)  # noqa: PTH116 - a Path for each file costs more than the look itself
            except OSError as error:
                stamps.append((path, -1, error.errno or 0, 0))
            else:
                stamps.append((path, stat.st_size, stat.st_mtime_ns, stat.st_ino))
    return tuple(stamps)
