"""A program in a real terminal (a pty), timed from outside: from its start, or from a key, to what is painted."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

VENV = Path(sys.executable).parent
HERE = Path(__file__).parent
BARE_STATIC = (str(VENV / "python"), str(HERE / "bare_static.py"))
BARE_INPUT = (str(VENV / "python"), str(HERE / "bare_input.py"))
CUEBOOK = str(VENV / "cuebook")

_LONGEST = 60.0
"""Seconds after which nothing more is expected of a program."""
_CODES = re.compile(rb"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[()#].|.)")


class NotPaintedError(Exception):
    """The program never painted what was waited for; the message holds what it did paint last."""


def environment(home: Path) -> dict[str, str]:
    """What a program sees: the same for all, nothing of the user's choices, its data in a folder of its own."""
    unwanted = (
        "CUEBOOK_",
        "TEXTUAL",
        "PYTHON",
        "VIRTUAL_ENV",
        "XDG_",
        "NO_COLOR",
        "COLUMNS",
        "LINES",
        "COLORFGBG",
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    return kept | {
        "HOME": str(home),
        "CUEBOOK_HOME": str(home / "cuebook"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


class Terminal:
    """A program under way in a pty of `size` (columns, rows)."""

    def __init__(
        self,
        arguments: Sequence[str],
        environ: Mapping[str, str],
        size: tuple[int, int],
        folder: Path | None = None,
    ) -> None:
        self._ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.set_blocking(self._ours, False)
        self.seen = bytearray()
        self.began = time.perf_counter()
        self._program = subprocess.Popen(
            arguments,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=dict(environ),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the program and whatever it started."""
        if self._program.poll() is None:
            os.killpg(self._program.pid, signal.SIGKILL)
        self._program.wait()
        os.close(self._ours)

    def painted(self, pattern: re.Pattern[bytes], longest: float = _LONGEST) -> float:
        """Read until `pattern` is in what was painted since the last `forget`; gives when that was read.

        Raises NotPaintedError.
        """
        until = time.perf_counter() + longest
        while (wait := until - time.perf_counter()) > 0:
            at = self._read(wait)
            if at is None:
                break
            if pattern.search(self.seen):
                return at
        code = self._program.poll()
        ended = "" if code is None else f" (it ended with {code})"
        shown = _CODES.sub(b" ", bytes(self.seen[-4_000:])).decode(errors="replace")
        raise NotPaintedError(f"{pattern.pattern!r} was not painted{ended}, but: {' '.join(shown.split())[-300:]}")

    def type(self, text: str) -> float:
        """Send keys; gives when."""
        at = time.perf_counter()
        os.write(self._ours, text.encode())
        return at

    def forget(self) -> None:
        """Whatever was painted so far is of no more interest."""
        self.seen.clear()

    def idle(self, seconds: float) -> None:
        """Read for so long."""
        until = time.perf_counter() + seconds
        while (wait := until - time.perf_counter()) > 0:
            self._read(wait)

    def resident(self) -> float:
        """The memory that the program holds now, in MiB."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self._program.pid)], capture_output=True, text=True, check=True
        )
        return int(told.stdout) / 1024

    def processor(self) -> float:
        """The processor time that the program has taken, in ms; it is stopped for that."""
        if self._program.poll() is None:
            os.killpg(self._program.pid, signal.SIGKILL)
        _, _, used = os.wait4(self._program.pid, 0)
        self._program.returncode = -signal.SIGKILL
        return (used.ru_utime + used.ru_stime) * 1000

    def _read(self, longest: float) -> float | None:
        """Read what comes next; gives when it came, None where nothing did."""
        if not select.select([self._ours], [], [], longest)[0]:
            return None
        try:
            chunk = os.read(self._ours, 1 << 16)
        except OSError:  # the program has gone
            return None
        at = time.perf_counter()
        self.seen += chunk
        return at if chunk else None


def all_words(text: str) -> re.Pattern[bytes]:
    """A pattern for the whole of a text, wrapped and styled as it may be, with other things beside it."""
    return re.compile(b".*?".join(re.escape(word.encode()) for word in text.split()), re.DOTALL)
