"""Bounds of values, as annotated_types has them, which is imported when a file is read anew and not before.

Its dataclasses alone would take a thirtieth of the start of a call that comes from the shelf. pydantic takes
whatever follows the protocol of its grouped metadata: something marked as such that gives bounds when asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal


class _Bound:
    """One bound of annotated_types by the name of its class, or several."""

    __is_annotated_types_grouped_metadata__: Literal[True] = True

    def __init__(self, **bounds: object) -> None:
        self._bounds = bounds

    def __iter__(self) -> Iterator[object]:
        """Give the bounds themselves."""
        import annotated_types

        for name, value in self._bounds.items():
            yield getattr(annotated_types, name)(value)


def number(*, least: float | None = None, most: float | None = None, above: float | None = None) -> _Bound:
    """Say that a number is at least `least`, at most `most`, more than `above`."""
    return _Bound(**_given(Ge=least, Le=most, Gt=above))


def length(least: int | None = None, most: int | None = None) -> _Bound:
    """Say how many characters or entries there are, at least and at most."""
    return _Bound(**_given(MinLen=least, MaxLen=most))


def such(test: Callable[[str], bool]) -> _Bound:
    """Say that a text passes a test."""
    return _Bound(Predicate=test)


def _given(**bounds: float | None) -> dict[str, object]:
    return {name: bound for name, bound in bounds.items() if bound is not None}
