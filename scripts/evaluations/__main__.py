"""`scripts/evaluate`: the figures of a scorer beside what is wanted, a simple baseline, other open readers."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tomllib
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from .wanted import AT_MOST, BASELINES, WANTED

PEERS = ("dateparser", "price-parser", "quantulum3", "recognizers")
"""Readers of money and time that are measured on the same rows in the same run; the extra `peers` pins them."""

_HERE = Path(__file__).resolve().parent


def main() -> int:
    """Print the table; 1 where a figure is short of what is wanted."""
    parser = argparse.ArgumentParser(
        prog="scripts/evaluate",
        description="Each figure of the scorer, beside the least wanted and a simple baseline. SCORER is a "
        "program `SCORER DATA -- COMMAND` that starts COMMAND, which reads and writes the lines of `cuebook read "
        "--jsonl`, and prints a JSON object of figures last. Ends with 1 where a figure falls short.",
    )
    parser.add_argument("scorer", type=Path)
    parser.add_argument("data", type=Path, help="the folder with the rows")
    parser.add_argument("--peers", action="store_true", help="install other open readers and measure them too")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    given = parser.parse_args()
    ours = _score(given, [str(Path(sys.executable).with_name("cuebook")), "read", "--jsonl"])
    theirs = {}
    if given.peers:
        python = _environment()
        theirs = {name: _score(given, [python, str(_HERE / "peer.py"), name]) for name in PEERS}
    if given.json:
        print(json.dumps({"cuebook": ours, **theirs}))
    else:
        print("\n".join(table(ours, theirs)))
    return 1 if any(short(name, value) for name, value in ours.items()) else 0


def _score(given: argparse.Namespace, command: Sequence[str]) -> dict[str, float]:
    run = subprocess.run(
        [sys.executable, str(given.scorer), str(given.data), "--", *command],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        sys.exit(f"scripts/evaluate: {command[0]}: {(run.stderr or run.stdout)[-400:].strip()}")
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


def _environment() -> str:
    """The Python of an environment with the peers, made once: they need other versions than Cuebook does."""
    with (_HERE.parents[1] / "pyproject.toml").open("rb") as file:
        packages = tomllib.load(file)["project"]["optional-dependencies"]["peers"]
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cuebook-peers"
    installed = folder / "installed"
    if not (installed.exists() and installed.read_text(encoding="utf-8") == repr(packages)):
        print(f"Installing {', '.join(PEERS)} into {folder} ...", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        pip = [str(folder / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", *packages]
        subprocess.run(pip, check=True)
        installed.write_text(repr(packages), encoding="utf-8")
    return str(folder / "bin" / "python")


def short(name: str, value: float) -> bool:
    """Whether a figure falls short of what is wanted; a rate of false alarms must stay under its limit."""
    if name in AT_MOST:
        return value >= AT_MOST[name]
    return value < WANTED.get(name, 0.0)


def table(ours: Mapping[str, float], theirs: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The figures as a Markdown table, each peer in the rows where it reads anything at all."""
    head = ["figure", "wanted", "baseline", "Cuebook", *theirs]
    rows = [head, ["---"] * len(head)]
    for name, value in ours.items():
        wanted = f"< {AT_MOST[name]:.2f}" if name in AT_MOST else f"{WANTED[name]:.2f}" if name in WANTED else ""
        shown = f"{value:.3f}" + (" (short)" if short(name, value) else "")
        peers = [_theirs(name, found) for found in theirs.values()]
        rows.append([name, wanted, BASELINES.get(name, ""), shown, *peers])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]


def _theirs(name: str, found: Mapping[str, float]) -> str:
    """A peer's figure where it reads such things at all: one that knows no money has none of it right."""
    kind = name.partition(".")[0]
    if kind not in ("money", "time") or not any(v for key, v in found.items() if key.startswith(kind)):
        return ""
    return f"{found[name]:.3f}"


sys.exit(main())
