"""Sparrings in the store: written answer by answer; read for how each objection goes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from cuebook.journal.inserting import inserted
from cuebook.journal.rows import AnswerRow, SparringRow
from cuebook.journal.tables import sparring_answers, sparrings

_PLAIN = ("rep", "persona", "seed", "rounds", "framework", "product", "language", "digest")
_OF_ANSWER = ("n", "objection", "came", "said", "reply", "help", "settled", "pressed", "seconds")
_PARTS = ("acknowledge", "explain", "ask")


def write_sparring(connection: Connection, row: SparringRow) -> int:
    """A sparring as far as it went: the answers that are not kept yet. Gives its number."""
    number = int(row.id) if row.id is not None else inserted(connection, sparrings, _head(row))
    last = select(func.max(sparring_answers.c.n)).where(sparring_answers.c.sparring == number)
    there = connection.execute(last).scalar_one() or 0
    answers = [
        {
            "sparring": number,
            "at": answer.at.isoformat(),
            **{name: getattr(answer, name) for name in _OF_ANSWER},
            **{part: answer.holds.get(part) for part in _PARTS},
        }
        for answer in row.answers
        if answer.n > there
    ]
    if answers:
        connection.execute(insert(sparring_answers), answers)
    return number


def _head(row: SparringRow) -> dict[str, Any]:
    return {"started": row.started.isoformat(), **{name: getattr(row, name) for name in _PLAIN}}


def read_answers(connection: Connection, rep: str | None, limit: int) -> tuple[AnswerRow, ...]:
    """The last answers of a rep (None: of whoever gave no name) in all their sparrings, the newest first."""
    mine = sparrings.c.rep.is_(None) if rep is None else sparrings.c.rep == rep
    wanted = (
        select(sparring_answers)
        .join(sparrings)
        .where(mine)
        .order_by(sparring_answers.c.sparring.desc(), sparring_answers.c.n.desc())
        .limit(limit)
    )
    return tuple(_answer(row) for row in connection.execute(wanted).mappings())


def _answer(row: Any) -> AnswerRow:
    return AnswerRow(
        at=datetime.fromisoformat(row["at"]),
        holds={part: row[part] for part in _PARTS if row[part] is not None},
        **{name: row[name] for name in _OF_ANSWER},
    )
