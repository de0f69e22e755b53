"""The floor of a key: an Input under Textual's defaults, and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input


class Bare(App[None]):
    """One Input."""

    def compose(self) -> ComposeResult:
        """It alone."""
        yield Input()


Bare().run()
