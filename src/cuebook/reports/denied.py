"""What reps deny most of what was read: where the lexicons are wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cuebook.journal.rows import DenialRow

_HEAD = ("TIMES", "LANGUAGE", "READING", "UNDERSTOOD", "WORDS", "MEANT")
_WIDEST = 40


@dataclass(frozen=True, slots=True)
class Denied:
    """A reading that was denied `times` times: `value` was understood from `words`.

    `signal` is its kind, as in a reading. `instead` is what was meant, the most frequent first; nothing where it
    was only denied. `words` are those of the newest call, whether they were written large or small.
    """

    language: str
    signal: str
    value: str
    words: str
    times: int
    instead: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same for other programs."""
        return asdict(self)


def most_denied(rows: Iterable[DenialRow]) -> tuple[Denied, ...]:
    """The readings that were denied or corrected, the most frequent first. `rows`: the newest first."""
    groups: dict[tuple[str, str, str, str], list[DenialRow]] = {}
    for row in rows:
        key = (row.language, row.signal, row.value, " ".join(row.words.casefold().split()))
        groups.setdefault(key, []).append(row)
    found = [_summed(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: (-one.times, one.language, one.signal, one.value, one.words)))


def _summed(group: Sequence[DenialRow]) -> Denied:
    newest, meant = group[0], Counter(row.instead for row in group if row.instead is not None)
    return Denied(
        language=newest.language,
        signal=newest.signal,
        value=newest.value,
        words=" ".join(newest.words.split()),
        times=len(group),
        instead=tuple(value for value, _ in meant.most_common()),
    )


def lines(denied: Sequence[Denied]) -> Iterator[str]:
    """A head and a line a reading, in columns as wide as they need to be."""
    table = [_HEAD, *(_cells(one) for one in denied)]
    widths = [min(_WIDEST, max(len(row[at]) for row in table)) for at in range(len(_HEAD) - 1)]
    for row in table:
        yield "  ".join(
            [*(f"{_cut(cell):{width}}" for cell, width in zip(row, widths, strict=False)), row[-1]]
        ).rstrip()


def _cells(one: Denied) -> tuple[str, ...]:
    return str(one.times), one.language, one.signal, one.value, one.words, "; ".join(one.instead) or "-"


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…"
