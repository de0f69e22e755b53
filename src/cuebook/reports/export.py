"""Past calls as files for other programs: CSV for a spreadsheet, JSONL with all that was noted."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from cuebook.conversation.moves import as_json
from cuebook.errors import UsageError
from cuebook.files import writing_whole
from cuebook.journal.journal import Journal
from cuebook.journal.rows import CallDetail, TurnRow
from cuebook.qualification.committee import in_words, rank
from cuebook.reports.lines import standing_lines

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, and would run."""


def export(journal: Journal, path: Path) -> int:
    """Write all calls, the newest first, into `path`, by its ending .csv or .jsonl; give how many they are.

    The file is there as a whole or not at all. Raises UsageError for another ending, SurroundingsError where the
    file cannot be written, StoreError where the calls cannot be read.
    """
    writer = _WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise UsageError(
            f"{path.name} does not say what kind of file it is to be.",
            "End its name in .csv for a spreadsheet, or in .jsonl for one JSON object a line.",
        )
    with writing_whole(path) as file:
        return writer(journal.details(), file)


def _as_csv(calls: Iterable[CallDetail], file: TextIO) -> int:
    file.write("\ufeff")  # so that a spreadsheet reads the letters of all languages right
    table = csv.writer(file)
    table.writerow(_COLUMNS)
    count = 0
    for count, detail in enumerate(calls, 1):  # noqa: B007  the last one is how many there were
        table.writerow([cell(value(detail)) for value in _COLUMNS.values()])
    return count


def cell(value: object) -> object:
    """The value for a spreadsheet: numbers stay numbers, text is never a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value.isoformat() if isinstance(value, date) else value


def _as_jsonl(calls: Iterable[CallDetail], file: TextIO) -> int:
    count = 0
    for count, detail in enumerate(calls, 1):  # noqa: B007  the last one is how many there were
        file.write(json.dumps(as_object(detail), default=_iso, ensure_ascii=False) + "\n")
    return count


def as_object(detail: CallDetail) -> Mapping[str, Any]:
    """A call as a JSON object: what the list shows of it, then its standings, objections, people and turns."""
    call = asdict(detail.call)
    return {
        "call": call.pop("id"),
        **call,
        "open": detail.call.open,
        "standings": [asdict(row) for row in detail.standings],
        "objections": [asdict(row) for row in detail.objections],
        "people": [asdict(row) for row in detail.people],
        "turns": [_turn(row) for row in detail.turns],
    }


def _turn(row: TurnRow) -> Mapping[str, Any]:
    return {
        "n": row.n,
        "at": row.at,
        "move": as_json(row.move) if row.move else None,
        "stage": row.stage,
        "question": row.question,
        "verdict": row.verdict,
        "undone_by": row.undone_by,
    }


def _iso(value: date) -> str:
    return value.isoformat()


def _seconds(detail: CallDetail) -> int:
    """First turn to last, as the summary counts it."""
    return max(0, round((detail.turns[-1].at - detail.turns[0].at).total_seconds()))


def _said(detail: CallDetail, kind: str) -> str:
    out = {row.n for row in detail.turns if row.undone_by is not None}
    lines = standing_lines(((row.n, row.at, row.move) for row in detail.turns), out)
    return "\n".join(line.text for line in lines if line.kind == kind)


def _standings(detail: CallDetail) -> str:
    return "; ".join(f"{row.criterion} {row.standing}" for row in detail.standings)


def _people(detail: CallDetail) -> str:
    """Name, role and part of each, those who decide first: `Kari Holm, CFO (decides)`."""
    found = []
    for row in sorted(detail.people, key=lambda one: rank(one.part, one.decides)):
        who = ", ".join(part for part in (row.name, row.role) if part)
        told = in_words(row.part, row.decides)
        found.append(f"{who} ({told})".strip() if told else who)
    return "; ".join(found)


def _moment(at: datetime | None) -> str | None:
    """A time as spreadsheets know it, in the zone of the call."""
    return f"{at:%Y-%m-%d %H:%M:%S}" if at else None


_COLUMNS: Mapping[str, Callable[[CallDetail], object]] = {
    "call": lambda detail: int(detail.call.id),
    "started": lambda detail: _moment(detail.call.started),
    "ended": lambda detail: _moment(detail.call.ended),
    "seconds": _seconds,
    "lead": lambda detail: detail.call.lead,
    "company": lambda detail: detail.call.company,
    "rep": lambda detail: detail.call.rep,
    "source": lambda detail: detail.call.source,
    "product": lambda detail: detail.call.product,
    "framework": lambda detail: detail.call.framework,
    "depth": lambda detail: detail.call.depth,
    "language": lambda detail: detail.call.language,
    "verdict": lambda detail: detail.call.verdict,
    "decided_by": lambda detail: detail.call.decided_by,
    "because": lambda detail: detail.call.because,
    "disposition": lambda detail: detail.call.disposition,
    "next_step": lambda detail: detail.call.next_step,
    "next_on": lambda detail: detail.call.next_on,
    "questions": lambda detail: detail.call.asked,
    "turns": lambda detail: detail.call.turns,
    "standings": _standings,
    "objections": lambda detail: "; ".join(row.objection for row in detail.objections),
    "people": _people,
    "contract_ends": lambda detail: detail.call.contract_ends,
    "notes": lambda detail: _said(detail, "note"),
}

_WRITERS: Mapping[str, Callable[[Iterable[CallDetail], TextIO], int]] = {".csv": _as_csv, ".jsonl": _as_jsonl}
