"""`cuebook calls`: past calls, listed, shown, exported."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from cuebook.cli.options import dialogues_option, parts_of
from cuebook.errors import NothingError


@click.group()
def calls() -> None:
    """Past calls: list them, show one, export them all, put a next step into the calendar, see what was misread.

    \b
    Example:  cuebook calls show 12 --format markdown
    """


@calls.command("list")
@click.option("--all", "everything", is_flag=True, help="Not only the last fifty.")
def list_calls(everything: bool) -> None:
    """The last calls, the newest first.

    \b
    Example:  cuebook calls list
    """
    from cuebook.reports.listing import lines

    rows = parts_of(()).journal().calls(None if everything else 50)
    if not rows:
        raise NothingError("There are no calls yet.", "`cuebook call` begins one.")
    for line in lines(rows):
        click.echo(line)


@calls.command()
@click.argument("call")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True
)
@dialogues_option
def show(given: tuple[Path, ...], call: str, form: Any) -> None:
    """The summary of a call: verdict and why, standings with quotes, objections, people, next step.

    \b
    Example:  cuebook calls show 12 --format markdown > 12.md
    """
    click.echo(parts_of(given).summary(call, form))


@calls.command()
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """All calls into a file, .csv for a spreadsheet or .jsonl with all that was noted.

    \b
    Example:  cuebook calls export calls.csv
    """
    count = parts_of(()).export(file)
    click.echo(f"{count} calls written to {file}.", err=True)


@calls.command()
@click.argument("call")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def ics(call: str, file: Path | None) -> None:
    """The next step that was agreed on, as a calendar file: into FILE, or on stdout.

    \b
    Example:  cuebook calls ics 12 next.ics
    """
    from cuebook.files import write_whole
    from cuebook.reports.calendar import as_calendar

    text = as_calendar(parts_of(()).journal().detail(call).call)
    if file is None:
        sys.stdout.buffer.write(text.encode("utf-8"))  # line ends as the format wants them, on every system
    else:
        write_whole(file, text)
        click.echo(f"Written to {file}.", err=True)


@calls.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a reading.")
def denied(as_json: bool) -> None:
    """What was read in lines and then denied or corrected by the reps, the most frequent first.

    \b
    Example:  cuebook calls denied
    """
    import json

    from cuebook.reports.denied import lines, most_denied

    found = most_denied(parts_of(()).journal().denials())
    if not found:
        raise NothingError("Nothing that was read was denied yet.", "In a call, Alt+X does that, or /deny.")
    for line in (json.dumps(one.as_json(), ensure_ascii=False) for one in found) if as_json else lines(found):
        click.echo(line)
