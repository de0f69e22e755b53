"""Rehearsals in the store: written over as they grow, line by line; read for a rep's progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from cuebook.journal.inserting import inserted
from cuebook.journal.rows import CheckRow, LineRow, RehearsalRow
from cuebook.journal.tables import rehearsal_checks, rehearsal_lines, rehearsals
from cuebook.journal.upserting import upserting

_PLAIN = (
    *("finished", "rep", "persona", "seed", "framework", "product", "language", "depth", "help", "digest"),
    *("score", "verdict", "truth", "talk"),
)
_FORMS = ("open", "short", "closed")
_OF_LINE = ("n", "said", "reply", "kind", "stage", "about", "objection", "settled")


def write_rehearsal(connection: Connection, row: RehearsalRow) -> int:
    """A rehearsal as it stands, over what was kept of it before. Gives its number.

    What was said stays said, so that only the lines are written that are not there yet.
    """
    number = _write_head(connection, row)
    checks = [
        {
            "rehearsal": number,
            "name": check.name,
            "position": position,
            "holds": check.holds,
            "lines": " ".join(map(str, check.lines)),
        }
        for position, check in enumerate(row.checks)
    ]
    if checks:
        connection.execute(upserting(connection.dialect.name, rehearsal_checks), checks)
    last = select(func.max(rehearsal_lines.c.n)).where(rehearsal_lines.c.rehearsal == number)
    there = connection.execute(last).scalar_one() or 0
    lines = [
        {"rehearsal": number, "at": line.at.isoformat(), **{name: getattr(line, name) for name in _OF_LINE}}
        for line in row.lines
        if line.n > there
    ]
    if lines:
        connection.execute(insert(rehearsal_lines), lines)
    return number


def _write_head(connection: Connection, row: RehearsalRow) -> int:
    values = {
        "started": row.started.isoformat(),
        "ended": row.ended.isoformat(),
        **{name: getattr(row, name) for name in _PLAIN},
        **{form: row.questions.get(form, 0) for form in _FORMS},
    }
    if row.id is not None:
        connection.execute(update(rehearsals).where(rehearsals.c.id == int(row.id)), values)
        return int(row.id)
    return inserted(connection, rehearsals, values)


def read_rehearsals(connection: Connection, rep: str | None, limit: int) -> tuple[RehearsalRow, ...]:
    """The last rehearsals of a rep (None: of whoever gave no name) with their checks, the newest first."""
    rows = connection.execute(_last(rep, limit)).mappings().all()
    checks = _checks(connection, [row["id"] for row in rows])
    return tuple(_row(row, checks[row["id"]]) for row in rows)


def list_rehearsals(connection: Connection, rep: str | None, limit: int) -> tuple[RehearsalRow, ...]:
    """The last rehearsals of a rep, the newest first, as a list shows them: without checks and lines."""
    return tuple(_row(row) for row in connection.execute(_last(rep, limit)).mappings())


def _last(rep: str | None, limit: int) -> Select[Any]:
    mine = rehearsals.c.rep.is_(None) if rep is None else rehearsals.c.rep == rep
    return select(rehearsals).where(mine).order_by(rehearsals.c.id.desc()).limit(limit)


def read_rehearsal(connection: Connection, number: int) -> RehearsalRow | None:
    """One rehearsal with its checks and lines; None where there is none of that number."""
    row = connection.execute(select(rehearsals).where(rehearsals.c.id == number)).mappings().one_or_none()
    if row is None:
        return None
    wanted = select(rehearsal_lines).where(rehearsal_lines.c.rehearsal == number).order_by(rehearsal_lines.c.n)
    lines = tuple(
        LineRow(at=datetime.fromisoformat(line["at"]), **{name: line[name] for name in _OF_LINE})
        for line in connection.execute(wanted).mappings()
    )
    return _row(row, _checks(connection, [number])[number], lines)


def _checks(connection: Connection, numbers: Sequence[int]) -> Mapping[int, list[CheckRow]]:
    found: dict[int, list[CheckRow]] = {number: [] for number in numbers}
    wanted = (
        select(rehearsal_checks)
        .where(rehearsal_checks.c.rehearsal.in_(numbers))
        .order_by(rehearsal_checks.c.rehearsal, rehearsal_checks.c.position)
    )
    for row in connection.execute(wanted).mappings():
        lines = tuple(int(number) for number in row["lines"].split())
        found[row["rehearsal"]].append(CheckRow(row["name"], row["holds"], lines))
    return found


def _row(row: Any, checks: Sequence[CheckRow] = (), lines: tuple[LineRow, ...] = ()) -> RehearsalRow:
    return RehearsalRow(
        id=str(row["id"]),
        started=datetime.fromisoformat(row["started"]),
        ended=datetime.fromisoformat(row["ended"]),
        questions={form: row[form] for form in _FORMS},
        checks=tuple(checks),
        lines=lines,
        **{name: row[name] for name in _PLAIN},
    )
