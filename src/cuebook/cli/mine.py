"""`cuebook leads mine`: from the list of present customers to what the best have in common, and to drafts (Q7)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cuebook.errors import NothingError, SurroundingsError, UsageError

if TYPE_CHECKING:
    from cuebook.dialogue.model import Topic
    from cuebook.leads.columns import Column
    from cuebook.leads.mining import Mined

_MOST_BYTES = 100_000_000
"""Of a list of customers; a device would never end."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--best", "column", metavar="COLUMN", required=True, help="The column that tells the best customers."
)
@click.option("--value", metavar="X", help="The best are those with this value.")
@click.option("--at-least", metavar="N", type=float, help="The best are those with at least so much.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all that was counted.")
@click.option(
    "--write", "folder", metavar="FOLDER", type=click.Path(path_type=Path), help="Put draft questions there."
)
@click.option("--criterion", metavar="NAME", help="The criterion that the drafts belong to, such as need.")
@click.option("--language", metavar="xx", default="en", show_default=True, help="The language of the drafts.")
@click.option("--force", is_flag=True, help="Let --write replace a file.")
def mine(
    file: Path,
    column: str,
    value: str | None,
    at_least: float | None,
    as_json: bool,
    **drafting: Any,
) -> None:
    """What your best customers have in common and the others have not: ask new leads about that.

    FILE is a list with one customer a row. Without --value or --at-least the best are those with a yes in COLUMN,
    or the top quarter of its numbers. Exit code 1 means that nothing telling was found.

    \b
    Example:  cuebook leads mine customers.csv --best revenue
              cuebook leads mine customers.csv --best tier --value gold --write ours --criterion need
    """
    import json

    from cuebook.leads.best import who_is_best
    from cuebook.leads.mining import mine as mined_of
    from cuebook.leads.telling import as_object, lines

    place = _place(tuple(click.get_current_context().obj or ()), **drafting)
    table, beyond = _table(file, column)
    mined = mined_of(table, who_is_best(table, column, at_least=at_least, value=value))
    if as_json:
        click.echo(json.dumps(as_object(mined), ensure_ascii=False, indent=2))
    else:
        for line in lines(mined):
            click.echo(line)
    if beyond:
        some = ", ".join(map(str, beyond[:5]))
        click.echo(f"Left out: {len(beyond)} with more cells than columns (line {some}).", err=True)
    if not mined.telling:
        raise NothingError("Nothing telling was found.", "More customers or other columns may tell more.")
    if place is not None:
        _write(place, mined)


class _Place(NamedTuple):
    """Where drafts are to go: the file, and the criterion with the words that it has."""

    file: Path
    criterion: str
    topic: Topic
    language: str


def _place(
    folders: tuple[Path, ...], *, folder: Path | None, criterion: str | None, language: str, force: bool
) -> _Place | None:
    """Where drafts are to go, None if nowhere; found out before anything is counted. Raises UsageError."""
    if folder is None and criterion is None:
        return None
    if folder is None or criterion is None:
        raise UsageError(
            "--write and --criterion belong together.", "For example: --write our-dialogues --criterion need."
        )
    place = _Place(
        folder / "words" / language / "criteria.yaml", criterion, _topic(folders, criterion, language), language
    )
    if place.file.exists() and not force:
        raise UsageError(f"{place.file} is there already.", "Name another folder, or replace it with --force.")
    return place


def _table(file: Path, best: str) -> tuple[tuple[Column, ...], list[int]]:
    """The columns of the file, and the lines that are left out: they have more cells than there are columns."""
    from cuebook.leads.columns import columns, folded
    from cuebook.leads.decoding import decode
    from cuebook.leads.separated import rows

    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise SurroundingsError(f"{file} cannot be read: {error.strerror}.", "Name a file that can.") from error
    if len(data) > _MOST_BYTES:
        raise SurroundingsError(
            f"{file} has over {_MOST_BYTES:,} bytes.", "Take a part of it: some thousand rows do."
        )
    text, _ = decode(data)
    table = rows(text, lambda header: folded(header) == folded(best))
    _, header = next(table, (0, []))
    if not header:
        raise NothingError(f"There is nothing in {file}.", "Its first line must name the columns.")
    kept, beyond = [], []
    for line, cells in table:
        if any(cell.strip() for cell in cells[len(header) :]):
            beyond.append(line)
        else:
            kept.append(cells)
    return columns(header, kept), beyond


def _topic(folders: tuple[Path, ...], criterion: str, language: str) -> Topic:
    """The words of the criterion as they are. Raises UsageError with the nearest name where there are none."""
    from cuebook.leads.drafting import languages
    from cuebook.nearest import nearest
    from cuebook.parts import Parts

    words = Parts(folders).dialogues.words
    usable = [each for each in words if each in languages()]
    if language not in usable:
        raise UsageError(f"There are no questions in {language!r}.", nearest(language, usable))
    topics = words[language].criteria
    if criterion not in topics:
        raise UsageError(f"There is no criterion {criterion!r}.", nearest(criterion, topics))
    return topics[criterion]


def _write(place: _Place, mined: Mined) -> None:
    """Write the drafts, and say what is to be done with them. Raises UsageError, SurroundingsError."""
    from cuebook.files import write_whole
    from cuebook.leads.drafting import MOST_QUESTIONS, drafts

    made = drafts(place.criterion, place.topic, mined.telling, place.language)
    if not made.count:
        raise UsageError(
            f"{place.criterion!r} has {MOST_QUESTIONS} questions already, and more it cannot have.",
            "Name another criterion.",
        )
    write_whole(place.file, made.text, make_folder=True)
    count = "1 draft" if made.count == 1 else f"{made.count} drafts"
    click.echo(f"{count} written to {place.file}.", err=True)
    if made.no_room:
        click.echo(f"No room was left for {', '.join(made.no_room)}.", err=True)
    click.echo(f"Fill in the gaps: `cuebook check {place.file.parents[2]}` says where they are.", err=True)
