"""`scripts/bench`: which figures are wanted, and whether every limit is met."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version

from . import first_cue, keys, peers, reading, simulated, turns
from .figures import Figure, as_json, table

PARTS = ("start", "keys", "turns", "reading", "simulated")


def main() -> int:
    """Print the figures; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description="What Cuebook costs, each figure beside a floor of the same run. Read the ratios, not the "
        "milliseconds. Ends with 1 where a limit is missed.",
    )
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"only some of: {', '.join(PARTS)} (default: all)"
    )
    parser.add_argument("--peers", action="store_true", help="install other Textual apps and time their start too")
    parser.add_argument("--runs", type=int, default=15, help="starts of each program (default 15, at least 11)")
    parser.add_argument(
        "--blocks", type=int, default=15, help="words of 40 letters typed at each program (default 15)"
    )
    parser.add_argument("--json", action="store_true", help="for a program to read")
    given = parser.parse_args()
    unknown = set(given.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    found = []
    for figure in _figures(set(given.parts or PARTS), given):
        found.append(figure)
        print(f"  {figure.what} ...", file=sys.stderr)
    if given.json:
        print(as_json(found))
    else:
        print(
            f"Python {platform.python_version()}, Textual {version('textual')}, {os.cpu_count()} processors, "
            f"load {os.getloadavg()[0]:.1f}\n"
        )
        print(table(found))
    return 1 if any(figure.met is False for figure in found) else 0


def _figures(parts: set[str], given: argparse.Namespace) -> Iterator[Figure]:
    runs = max(given.runs, 11)
    if "start" in parts:
        yield from first_cue.figures(runs)
    if given.peers:
        yield from peers.figures(runs)
    if "turns" in parts:
        yield from turns.figures()
    if "reading" in parts:
        yield from reading.figures()
    if "simulated" in parts:
        yield from simulated.figures()
    if "keys" in parts:
        yield from keys.figures(max(given.blocks, 1))


sys.exit(main())
