"""What rehearsals and sparrings come to, in words: how each check and objection goes, what to practise next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cuebook.dialogue import naming
from cuebook.dialogue.model import Words
from cuebook.journal.rows import RehearsalRow
from cuebook.practice.progress import SPAN, Course, Marks, Met, Progress, Sparred
from cuebook.reports.rehearsal import Worded, as_json, named, to_practise
from cuebook.reports.sparring import taken

GOES: Mapping[Course, tuple[str, str]] = {
    "better": ("↑", "better"),
    "worse": ("↓", "worse"),
    "same": ("=", ""),
    "new": ("·", ""),
}
"""Where something goes: its sign, and the word for it."""


@dataclass(frozen=True, slots=True)
class LookBack:
    """What a rep can look back on. `rows` are the last rehearsals of whole calls, the newest first."""

    rows: tuple[RehearsalRow, ...]
    progress: Progress
    sparred: Sparred

    @property
    def empty(self) -> bool:
        """Whether nothing was practised yet."""
        return not (self.rows or self.sparred.met or self.sparred.read_out)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that it is told in: those of the checks, and those of the objections (None: they have none)."""

    checks: Worded
    dialogue: Words | None

    def objection(self, name: str) -> str:
        """What an objection is called."""
        return naming.objection_name(self.dialogue, name) if self.dialogue else naming.spelled(name)


def history(found: LookBack, wording: Wording) -> Iterator[str]:
    """The rehearsals, the newest first, then how all goes, and what to practise next."""
    for row in found.rows:
        left = "" if row.finished else "  left on the way"
        yield (
            f"{row.id:>4}  {row.started:%Y-%m-%d %H:%M}  {row.score:>3.0f}  {row.persona}, {row.framework}, "
            f"{row.product}, {row.depth}, {row.help}, seed {row.seed}{left}"
        )
    yield from checks(found, wording)
    yield from objections(found, wording)
    for line in to_practise_next(found, wording):
        yield f"NEXT    Practise: {line}"


def checks(found: LookBack, wording: Wording) -> Iterator[str]:
    """How every check of whole calls goes, a line each under a heading; nothing where there were no calls."""
    if found.progress.trends:
        yield f"CHECKS  held in the last {SPAN} whole calls with an occasion"
    for trend in found.progress.trends:
        yield f"  {_goes(trend.marks, named(trend.name, wording.checks))}"


def objections(found: LookBack, wording: Wording) -> Iterator[str]:
    """How every objection of sparrings goes, a line each under a heading; nothing where there were none."""
    sparred = found.sparred
    if sparred.met:
        yield f"SPARRING  settled the last {SPAN} times it came; apart from the calls"
    for met in sparred.met:
        yield f"  {_goes(met.marks, wording.objection(met.objection))}{_how(met)}"
    if sparred.read_out:
        yield f"  not counted: {sparred.read_out} answered with the script shown"


def to_practise_next(found: LookBack, wording: Wording) -> Iterator[str]:
    """The check and the objection to practise next, a line each with what to try; nothing where nothing fails."""
    check, met = found.progress.next, found.sparred.next
    if check is not None:
        words = wording.checks.get(check.name)
        yield f"{to_practise(check, wording.checks)}{f'. {words.try_this}' if words else ''}"
    if met is not None:
        settled, of = met.marks.lately
        yield f"the objection “{wording.objection(met.objection)}” ({settled} of {of} lately)"


def _goes(marks: Marks, name: str) -> str:
    sign, word = GOES[marks.course]
    return f"{sign} {marks.held:>2} of {marks.of:<2}  {name}{f', {word}' if word else ''}"


def _how(met: Met) -> str:
    times = "" if met.quickest is None else f"; quickest {taken(met.quickest)}, usually {taken(met.usual or 0)}"
    return f"{times}{f'; lacks most: {met.lacks}' if met.lacks else ''}"


# ── for other programs ───────────────────────────────────────────────────────────────────────────────────────────


def history_as_json(found: LookBack) -> dict[str, Any]:
    """The same as `history`, as one object."""
    progress, sparred = found.progress, found.sparred
    return {
        "rehearsals": [_row_as_json(row) for row in found.rows],
        "checks": [{"name": trend.name} | _marks_as_json(trend.marks) for trend in progress.trends],
        "objections": [
            {"objection": met.objection}
            | _marks_as_json(met.marks)
            | {"quickest": met.quickest, "usual": met.usual, "lacks": met.lacks}
            for met in sparred.met
        ],
        "read_out": sparred.read_out,
        "next": {
            "check": progress.next.name if progress.next else None,
            "objection": sparred.next.objection if sparred.next else None,
        },
    }


def rehearsal_as_json(row: RehearsalRow) -> dict[str, Any]:
    """A rehearsal with its scorecard and all that was said, as one object."""
    lines = [
        {
            "line": line.n,
            "at": line.at.isoformat(),
            "said": line.said,
            "reply": line.reply,
            "kind": line.kind,
            "stage": line.stage,
            "about": line.about,
            "objection": line.objection,
            "settled": line.settled,
        }
        for line in row.lines
    ]
    return _row_as_json(row) | {"scorecard": as_json(row), "lines": lines}


def _row_as_json(row: RehearsalRow) -> dict[str, Any]:
    plain = ("id", "finished", "persona", "seed", "framework", "product", "language", "depth", "help")
    return {
        **{name: getattr(row, name) for name in plain},
        "started": row.started.isoformat(),
        "ended": row.ended.isoformat(),
        "score": row.score,
        "verdict": row.verdict,
        "truth": row.truth,
    }


def _marks_as_json(marks: Marks) -> dict[str, Any]:
    """`held` of the last `of` occasions; `course` is new, better, same or worse."""
    held, of = marks.lately
    return {"held": marks.held, "of": marks.of, "lately": {"held": held, "of": of}, "course": marks.course}
