"""`cuebook read`: what is understood of a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cuebook.cli.options import parts_of
from cuebook.errors import CuebookError, UsageError

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("text", required=False)
@click.option("--language", metavar="xx", default="en", show_default=True, help="The language of the line.")
@click.option("--jsonl", is_flag=True, help="Read JSON objects from stdin, one a line, and answer each on a line.")
def read(text: str | None, language: str, jsonl: bool) -> None:
    """What is understood of a line: money, times, people, stance, objections, facets.

    Where no objection is and the extra 'semantic' is installed, the two that the line is most like are told on
    stderr, as the guess that they are.

    \b
    Example:  cuebook read "about 50k, by the end of next quarter"
              cuebook read --jsonl < lines.jsonl
    """
    import json

    from cuebook.clock import clock_from_environment
    from cuebook.dialogue.naming import language_name
    from cuebook.harmless import harmless
    from cuebook.understanding.read import read as understand

    today = clock_from_environment()().date()
    if jsonl:
        _read_by_protocol(today)
        return
    if text is None:
        raise UsageError("There is no text to read.", 'For example: cuebook read "about 50k".')
    reading = understand(harmless(text), language, today=today)
    if reading.elsewhere is not None:
        click.echo(f"This looks {language_name(reading.elsewhere)}: try --language {reading.elsewhere}.", err=True)
    click.echo(json.dumps(reading.as_json(), ensure_ascii=False, indent=2))
    if not reading.objections:
        _guess(reading.text, language)


def _guess(text: str, language: str) -> None:
    """Tell on stderr which objections a line is most like, if any, and if there is what it takes to say so."""
    from cuebook.understanding.likeness import UNASKED

    likeness = parts_of(()).likeness
    likely = likeness.likeliest(text, language, UNASKED) if likeness else ()
    if likely:
        click.echo(f"≈ A guess, by likeness alone: {' or '.join(likely)}.", err=True)


def _read_by_protocol(today: date) -> None:
    from cuebook.lines.protocol import read_lines
    from cuebook.understanding.protocol import answer

    for line in read_lines(sys.stdin.buffer):
        given = line.message if isinstance(line, CuebookError) else line.decode("utf-8", errors="replace")
        click.echo(answer(given, today))
