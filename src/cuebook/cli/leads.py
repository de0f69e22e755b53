"""The commands about leads: `cuebook leads import`, `list`, `show`, `export`; `mine` is in its own file."""

from __future__ import annotations

from pathlib import Path

import click

from cuebook.cli.mine import mine
from cuebook.cli.options import parts_of
from cuebook.errors import NothingError

_MOST = 50


@click.group()
def leads() -> None:
    """Who might be called: import lists, see who is worth the next call, look one up.

    \b
    Example:  cuebook leads import fair.csv
    """


leads.add_command(mine)


@leads.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", metavar="TEXT", help="Where they are from, for rows that do not say.")
def import_leads(file: Path, source: str | None) -> int:
    """Leads from a list: separated values (.csv) of any program, or vCards (.vcf).

    Columns are found by their names, in six languages; others are kept with the lead. Who is there already is
    completed, not doubled. Rows that cannot be used are named by their line, and the rest is imported.

    \b
    Example:  cuebook leads import fair.csv --source "trade fair"
    """
    from cuebook.reports.leads import imported, refused

    found, kept = parts_of(()).import_leads(file, source)
    for line in refused(file.name, found):
        click.echo(line, err=True)
    new = sum(one.new for one in kept)
    click.echo(imported(found, new, len(kept) - new))
    return 0 if kept else 1


@leads.command("list")
@click.option(
    "--all", "everything", is_flag=True, help="Also those who are not worth a call now, and all of them."
)
def list_leads(everything: bool) -> None:
    """Leads in the order of who is worth the next call, each with the reasons.

    \b
    Example:  cuebook leads list
    """
    from cuebook.reports.leads import lines

    worth, rest = parts_of(()).ranked()
    if not worth and not rest:
        raise NothingError("There are no leads yet.", "`cuebook leads import FILE.csv` brings some in.")
    shown = (*worth, *rest) if everything else worth[:_MOST]
    if not shown:
        raise NothingError(
            "Nobody is worth a call today.", "`cuebook leads list --all` shows all of them, with why."
        )
    for line in lines(shown):
        click.echo(line)
    more = len(worth) + len(rest) - len(shown)
    if more:
        click.echo(f"{more} more: cuebook leads list --all", err=True)


@leads.command()
@click.argument("lead")
def show(lead: str) -> None:
    """All that is known of a lead, by number, by "Name, Company" or by name: worth, proof, form, kinds, calls.

    \b
    Example:  cuebook leads show "Anna Berg, Nordvik AS"
    """
    from cuebook.reports.lead_page import lines

    for line in lines(parts_of(()).lead_page(lead)):
        click.echo(line)


@leads.command()
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """All leads into a .csv file with the columns that HubSpot and Salesforce import.

    \b
    Example:  cuebook leads export leads.csv
    """
    count = parts_of(()).export_leads(file)
    click.echo(f"{count} leads written to {file}.", err=True)
