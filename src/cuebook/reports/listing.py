"""Past calls as lines of a list, for `cuebook calls list`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cuebook.journal.rows import CallRow

_HEAD = ("CALL", "DATE", "LEAD", "FRAMEWORK", "VERDICT", "CLOSED AS", "NEXT")
_WIDEST = 28


def lines(rows: Sequence[CallRow]) -> Iterator[str]:
    """A head and a line a call, in columns as wide as they need to be."""
    table = [_HEAD, *(_cells(row) for row in rows)]
    widths = [min(_WIDEST, max(len(row[at]) for row in table)) for at in range(len(_HEAD) - 1)]
    for row in table:
        cells = [f"{_cut(cell):{width}}" for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def _cells(row: CallRow) -> tuple[str, ...]:
    lead = ", ".join(part for part in (row.lead, row.company) if part)
    next_step = " ".join(part for part in (row.next_on.isoformat() if row.next_on else "", row.next_step) if part)
    return (
        row.id,
        f"{row.started:%Y-%m-%d %H:%M}",
        " ".join(lead.split()) or "-",
        row.framework,
        row.verdict,
        row.disposition or ("open" if row.open else row.stage),
        " ".join(next_step.split()) or "-",
    )


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…"
