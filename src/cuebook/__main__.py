"""`python -m cuebook`: the command line."""

from __future__ import annotations

from cuebook.cli import main

main()
