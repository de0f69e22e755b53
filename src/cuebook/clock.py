"""The clock that is passed in, so that the core reads none and a demonstration can show any day."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

from cuebook.errors import UsageError

Clock = Callable[[], datetime]
"""Gives the time now, with its zone."""


def system_clock() -> datetime:
    """Now, in the zone of the machine."""
    return datetime.now().astimezone()


def clock_from_environment() -> Clock:
    """The clock that CUEBOOK_NOW sets (an ISO time that stands still), or the system's.

    Raises UsageError when CUEBOOK_NOW is no ISO time.
    """
    given = os.environ.get("CUEBOOK_NOW")
    if not given:
        return system_clock
    try:
        fixed = datetime.fromisoformat(given)
    except ValueError as error:
        raise UsageError(
            f"CUEBOOK_NOW is {given!r}, which is no ISO time.", "Write it as 2026-11-21T10:00:00, or unset it."
        ) from error
    still = fixed if fixed.tzinfo else fixed.astimezone()
    return lambda: still
