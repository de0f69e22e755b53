"""Other apps made with Textual, each until its first meaningful text is painted, in turns with our first cue."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .figures import Figure, middle
from .first_cue import CALL, SIZES, first_cue, settle, start
from .terminal import NotPaintedError, Terminal, all_words, environment

LIMIT = 1.0
"""Our first cue is there before theirs."""
_SIZE = SIZES[1]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program by the name of its package, and a text that its first meaningful frame holds.

    `besides` is what must be installed with it for it to run.
    """

    package: str
    command: tuple[str, ...]
    shows: re.Pattern[bytes]
    besides: tuple[str, ...] = ()


_PEERS = (
    Peer("toolong", ("tl", "lines.log"), re.compile(rb"a line to be shown")),
    Peer("elia-chat", ("elia",), re.compile(rb"History")),
    # Textual's extra `syntax`, which posting asks for, takes a tree-sitter that crashes with its grammars.
    Peer("posting", ("posting",), re.compile(rb"Send"), ("tree-sitter>=0.25,<0.26",)),
    Peer("harlequin", ("harlequin",), re.compile(rb"Query Editor|Data Catalog")),
)


def figures(runs: int) -> Iterator[Figure]:
    """Our first cue against the start of each; one that cannot be installed or started is told as such."""
    for peer in _PEERS:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cuebook-bench" / peer.package
        trouble = _install((peer.package, *peer.besides), folder)
        if trouble:
            yield Figure(f"first cue against {peer.package}", None, note=f"it cannot be installed: {trouble}")
        else:
            yield _against(peer, folder, runs)


def _install(packages: tuple[str, ...], folder: Path) -> str:
    """Install into an environment of its own, once; gives the reason where that fails."""
    installed = folder / "installed"
    if installed.exists() and installed.read_text(encoding="utf-8") == repr(packages):
        return ""
    print(f"Installing {packages[0]} into {folder} ...", file=sys.stderr)
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [str(folder / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", *packages],
    ):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            return " ".join(run.stderr.split())[-300:] or f"{command[0]} ended with {run.returncode}"
    installed.write_text(repr(packages), encoding="utf-8")
    return ""


def _against(peer: Peer, folder: Path, runs: int) -> Figure:
    what = f"first cue against {peer.package}"
    words = all_words(first_cue())
    command = (str(folder / "bin" / peer.command[0]), *peer.command[1:])
    with TemporaryDirectory() as named:
        home = Path(named)
        (home / "lines.log").write_text("a line to be shown\n" * 1_000, encoding="utf-8")
        settle(home, _SIZE, words)
        theirs, ours = [], []
        try:
            with Terminal(command, environment(home), _SIZE, home) as terminal:  # it may make its files first
                terminal.painted(peer.shows)
                terminal.idle(5)
            for _ in range(runs):
                theirs.append(start(command, home, _SIZE, peer.shows)[0])
                ours.append(start(CALL, home, _SIZE, words)[0])
        except (NotPaintedError, OSError) as error:
            return Figure(what, None, note=f"it cannot be started: {error}")
    return Figure(what, middle(ours), floor=middle(theirs), limit=LIMIT)
