"""What the commands have alike: the option --dialogues, and the parts that it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from cuebook.parts import Parts

Command = TypeVar("Command", bound=Callable[..., Any])


def dialogues_option(command: Command) -> Command:
    """Give a command the option --dialogues."""
    return click.option(
        "--dialogues",
        "given",
        type=click.Path(path_type=Path),
        multiple=True,
        help="A folder laid over the shipped dialogues; the first one given wins.",
    )(command)


def parts_of(given: tuple[Path, ...]) -> Parts:
    """The parts over the folders that the command and the program were given."""
    from cuebook.parts import Parts

    context = click.get_current_context()
    return Parts((*given, *(context.obj or ())))
