"""The floor of a start: the least that Textual can show. The text is the first argument."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One Static and nothing else."""

    def compose(self) -> ComposeResult:
        """It alone, with the text as it is given."""
        yield Static(sys.argv[1], markup=False)


Bare().run()
