"""The command line: what `cuebook` and its commands take. Each command is thin; the work is elsewhere.

Results go to stdout, all else to stderr. Exit codes: 0 done; 1 the answer is no; 2 wrong use; 3 the
surroundings failed. Heavy imports wait until a command needs them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

import cuebook
from cuebook.cli.app import open_app
from cuebook.cli.call import call
from cuebook.cli.calls import calls
from cuebook.cli.check import check
from cuebook.cli.graph import graph
from cuebook.cli.leads import leads
from cuebook.cli.options import dialogues_option, parts_of
from cuebook.cli.read import read
from cuebook.cli.rehearse import rehearse
from cuebook.cli.simulate import simulate
from cuebook.cli.train import coach, train
from cuebook.errors import CuebookError, UsageError


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `cuebook`, and turn every known failure into a message and an exit code."""
    try:
        code = cli.main(
            args=list(arguments) if arguments is not None else None, prog_name="cuebook", standalone_mode=False
        )
        sys.stdout.flush()
    except CuebookError as error:
        click.echo(f"cuebook: {error}", err=True)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("cuebook: stopped.", err=True)
        code = 130
    except BrokenPipeError:  # the reader of a pipe has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        click.echo(f"cuebook: {error.filename or 'output'}: {error.strerror}.", err=True)
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


@click.group(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(cuebook.__version__, prog_name="cuebook")
@dialogues_option
@click.option("--watch", is_flag=True, help="In the app, follow every change of the dialogues' files.")
@click.pass_context
def cli(context: click.Context, given: tuple[Path, ...], watch: bool) -> None:
    """What to ask on a sales call, why, and what the answers prove.

    Without a command, the app opens at its start screen.

    \b
    Example:  cuebook call --lead "Anna Berg, Nordvik AS"
    """
    context.obj = given
    if context.invoked_subcommand is None:
        open_app(parts_of(()), None, watch=watch)
    elif watch:
        raise UsageError("--watch stands after the command.", "Write it as: cuebook call --watch")


for command in (call, calls, check, coach, graph, leads, read, rehearse, simulate, train):
    cli.add_command(command)
