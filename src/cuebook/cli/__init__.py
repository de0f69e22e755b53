"""The command line: a module a command."""

from cuebook.cli.commands import main as main
