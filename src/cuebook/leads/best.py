"""Who the best customers are, by the column that the user names: a yes, a value, or the top of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cuebook.errors import UsageError
from cuebook.harmless import harmless_name
from cuebook.leads.columns import Column, folded
from cuebook.nearest import nearest

TOP = 0.25
"""The best by a number, where no bound is given: the top quarter."""

_MOST_LISTED = 12
_MOST_COMPARED = 2_000
_LONGEST_NAMED = 60


@dataclass(frozen=True, slots=True)
class Best:
    """For each row whether it is one of the best, None where the column does not say; and how that was told.

    `place` and `column` are where it stands in the table and its name; `said` completes 'those whose ...'.
    """

    rows: tuple[bool | None, ...]
    place: int
    column: str
    said: str

    @property
    def count(self) -> int:
        """How many are best."""
        return sum(row is True for row in self.rows)

    @property
    def others(self) -> int:
        """How many are not."""
        return sum(row is False for row in self.rows)

    @property
    def unknown(self) -> int:
        """Of how many it is not known; they are counted nowhere."""
        return sum(row is None for row in self.rows)


def who_is_best(
    columns: Sequence[Column], name: str, *, at_least: float | None = None, value: str | None = None
) -> Best:
    """Tell the best by the column `name`: those with `value`, with `at_least` so much, else a yes or the top.

    Raises UsageError with the nearest name or value where there is none like it, and where the column cannot say.
    """
    if at_least is not None and value is not None:
        raise UsageError("--at-least and --value are two ways to say who is best.", "Choose one of them.")
    place = _place(columns, name)
    column = columns[place]
    if not column.shown:
        raise UsageError(f"The column {column.name!r} is empty.", "Name one that tells who the best are.")
    if value is not None:
        return _by_value(column, place, value)
    if at_least is not None or column.numbers is not None:
        return _by_number(column, place, at_least)
    if column.yes_no:
        return _by_yes(column, place)
    listed = list(column.shown.values())
    some = ", ".join(repr(each) for each in listed[:_MOST_LISTED])
    raise UsageError(
        f"The column {column.name!r} holds neither yes and no nor numbers.",
        f"Say with --value which are the best. It holds {some}{' ...' if len(listed) > _MOST_LISTED else ''}.",
    )


def _place(columns: Sequence[Column], name: str) -> int:
    wanted = folded(name)
    for place, column in enumerate(columns):
        if folded(column.name) == wanted:
            return place
    names = [folded(column.name) for column in columns]
    raise UsageError(f"There is no column {harmless_name(name)!r}.", _near(wanted, names))


def _near(word: str, known: Sequence[str]) -> str:
    """The nearest one, in small letters as both are; or all of them, where they are few enough to read."""
    hint = nearest(word, dict.fromkeys(each[:_LONGEST_NAMED] for each in known[:_MOST_COMPARED]))
    return hint if hint.startswith("Did") or len(known) <= _MOST_LISTED else ""


def _by_value(column: Column, place: int, value: str) -> Best:
    alone = Column("", [value]).keys[0]
    key = next((key for key in (folded(value), alone) if key in column.shown), None)
    if key is None:
        said = f"Nobody has {harmless_name(value)!r} in the column {column.name!r}."
        raise UsageError(said, _near(folded(value), list(column.shown)))
    rows = tuple(None if each is None else each == key for each in column.keys)
    return Best(rows, place, column.name, f"{column.name!r} is {column.shown[key]!r}")


def _by_yes(column: Column, place: int) -> Best:
    if "yes" not in column.shown:
        raise UsageError(f"Nobody has a yes in the column {column.name!r}.", "Say with --value who is best.")
    shown = column.shown["yes"]
    if "no" not in column.shown:  # a cross for the best and nothing for the others, as people do in lists
        return Best(
            tuple(key == "yes" for key in column.keys),
            place,
            column.name,
            f"{column.name!r} is {shown!r}, not blank",
        )
    rows = tuple(None if key is None else key == "yes" for key in column.keys)
    return Best(rows, place, column.name, f"{column.name!r} is {shown!r}")


def _by_number(column: Column, place: int, at_least: float | None) -> Best:
    numbers = column.numbers
    if numbers is None:
        raise UsageError(
            f"The column {column.name!r} holds no numbers, so nothing in it is at least so much.",
            "Leave --at-least out, or say with --value which are the best.",
        )
    bound, said = at_least, f"{at_least:g}" if at_least is not None else ""
    if bound is None:
        bound = _top(sorted((number for number in numbers if number is not None), reverse=True))
        if bound is None:
            raise UsageError(f"All in the column {column.name!r} are the same.", "Name one that tells them apart.")
        said = f"{column.written(bound)} (the top quarter)"
    rows = tuple(None if number is None else number >= bound for number in numbers)
    return Best(rows, place, column.name, f"{column.name!r} is at least {said}")


def _top(downwards: Sequence[float]) -> float | None:
    """The least of the top quarter. Where many share it, the quarter is cut above them rather than far below."""
    bound = downwards[max(1, round(len(downwards) * TOP)) - 1]
    if sum(number >= bound for number in downwards) <= 2 * TOP * len(downwards):
        return bound
    above = [number for number in downwards if number > bound]
    if above:
        return above[-1]
    return bound if bound > downwards[-1] else None
