"""`cuebook graph`: the machine of a framework, drawn."""

from __future__ import annotations

from pathlib import Path

import click

from cuebook.cli.options import dialogues_option, parts_of
from cuebook.errors import UsageError


@click.command()
@click.argument("framework")
@click.option("--format", "form", type=click.Choice(["mermaid", "svg"]), default="mermaid", show_default=True)
@dialogues_option
def graph(given: tuple[Path, ...], framework: str, form: str) -> None:
    """The machine of a framework, drawn: as Mermaid text or as a picture.

    \b
    Example:  cuebook graph bant --format svg > bant.svg
    """
    from cuebook.conversation.graph import mermaid, svg
    from cuebook.nearest import nearest

    flows = parts_of(given).dialogues.flows
    if framework not in flows:
        raise UsageError(f"There is no framework {framework!r}.", nearest(framework, flows))
    click.echo((mermaid if form == "mermaid" else svg)(flows[framework]))
