"""What the next call is offered with: what the settings say, then what was chosen last, but for the lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cuebook.conversation.setup import Setup
    from cuebook.settings import Settings


class Usual:
    """One for all pages from which a call can be begun: most calls of a day are alike."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._last: Setup | None = None

    @property
    def setup(self) -> Setup:
        """The choices, with nobody to call."""
        if self._last is None:
            from cuebook.setups import usual_setup

            self._last = usual_setup(self._settings)
        return self._last

    def remember(self, chosen: Setup, offered: Setup) -> None:
        """Offer the next call as this one was chosen. Where a number is from is kept only if the rep wrote it."""
        source = self.setup.source if chosen.source == offered.source else chosen.source
        self._last = replace(chosen, lead=type(chosen.lead)(), known=None, source=source)
