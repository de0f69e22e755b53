"""`cuebook check`: every fault of the dialogues; and with --walk, random calls through every framework."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cuebook.cli.options import parts_of

if TYPE_CHECKING:
    from cuebook.walks import Report

_MOST_TOLD = 12
"""Names of what was not reached that are listed; --json has them all."""


@click.command()
@click.argument("given", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a fault, and a framework that was walked.")
@click.option(
    "--walk", "calls", type=click.IntRange(1, 1_000_000), metavar="N", help="Hold N random calls by each."
)
@click.option("--framework", "frameworks", multiple=True, metavar="F", help="Walk this one only.")
@click.option("--seed", default=0, show_default=True, help="Another seed, other calls.")
@click.option("--language", default="en", metavar="xx", show_default=True, help="The language of the walk.")
@click.option("--dialogues", "laid_over", type=click.Path(path_type=Path), multiple=True, help="The same as PATH.")
def check(
    given: tuple[Path, ...],
    laid_over: tuple[Path, ...],
    as_json: bool,
    calls: int | None,
    frameworks: tuple[str, ...],
    seed: int,
    language: str,
) -> int:
    """Every fault of the dialogues, as file:line:column: CODE message.

    PATH is a folder of dialogues that is laid over the shipped ones, as --dialogues does it.

    With --walk, random calls are then held by each framework, on all cores: what of it they never came to, and
    whether what always holds did. A seed and a number name a call. The answer is no where a transition was never
    taken, so give it some thousands.

    \b
    Example:  cuebook check
              cuebook check our-dialogues --json
              cuebook check --walk 10000 --framework bant
    """
    from cuebook.checks import faults_of, notes_of

    folders = parts_of((*given, *laid_over)).folders
    faults = faults_of(folders)
    for fault in faults:
        click.echo(json.dumps(fault.as_json(), ensure_ascii=False) if as_json else str(fault))
    if not as_json:
        for note in notes_of(folders):
            click.echo(str(note), err=True)
        if not faults:
            click.echo("No fault.", err=True)
    if calls is None:
        return 1 if faults else 0
    complete = _walk(folders, frameworks, calls, seed, language, as_json)
    return 0 if complete and not faults else 1


def _walk(
    folders: Sequence[Path], frameworks: Sequence[str], calls: int, seed: int, language: str, as_json: bool
) -> bool:
    from time import monotonic

    from cuebook.walks import walks

    complete, begun, done = True, monotonic(), 0

    def told(more: int) -> None:
        nonlocal done
        done += more
        if not as_json and sys.stderr.isatty():
            click.echo(f"\r{done:,} calls ", err=True, nl=False)

    for report in walks(folders, frameworks, calls, seed=seed, language=language, told=told):
        complete = complete and report.complete
        took, begun = monotonic() - begun, monotonic()
        if done and sys.stderr.isatty():
            click.echo("\r\x1b[K", err=True, nl=False)
        click.echo(json.dumps(_as_json(report), ensure_ascii=False) if as_json else _as_text(report, took))
        done = 0
    return complete


def _as_text(report: Report, seconds: float) -> str:
    walked = report.walked
    out = [f"{report.framework}: {walked.calls:,} calls, {walked.moves:,} moves, {seconds:.0f} s"]
    for covered in report.covered:
        line = f"  {covered.what:<12}{covered.reached:>5} of {covered.of}"
        if covered.missed:
            more = len(covered.missed) - _MOST_TOLD
            line += (
                "   never: " + "; ".join(covered.missed[:_MOST_TOLD]) + (f"; and {more} more" if more > 0 else "")
            )
        out.append(line)
    ended = ", ".join(f"{verdict} {count:,}" for verdict, count in sorted(walked.verdicts.items()))
    out.append(f"  ended as    {ended}")
    out += [
        f"  BROKEN      {breach.what} (call {breach.seed}, move {len(breach.after)})" for breach in walked.breaches
    ]
    return "\n".join(out)


def _as_json(report: Report) -> dict[str, Any]:
    return {
        "framework": report.framework,
        "calls": report.walked.calls,
        "moves": report.walked.moves,
        "covered": {c.what: {"reached": c.reached, "of": c.of, "missed": list(c.missed)} for c in report.covered},
        "verdicts": dict(sorted(report.walked.verdicts.items())),
        "broken": [{"call": b.seed, "move": len(b.after), "what": b.what} for b in report.walked.breaches],
    }
