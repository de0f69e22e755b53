"""A rehearsal in words: its scorecard with the lines that prove it, what improves, what to practise next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cuebook.dialogue.personas import CheckWords
from cuebook.journal.rows import CheckRow, LineRow, RehearsalRow
from cuebook.practice.progress import Change, Trend, change, progress

QUOTED = 3
"""Lines that are quoted to prove a check."""

HOLDS: Mapping[bool | None, str] = {True: "yes", False: "no", None: "–"}
"""Whether a check holds; the last: there was no occasion."""

Worded = Mapping[str, CheckWords]
"""The words of the checks, by their ids; a check that has none is called by its id."""


def named(check: str, words: Worded) -> str:
    """What a check is called."""
    return words[check].name if check in words else check.replace("_", " ").capitalize()


def meant(check: CheckRow, words: Worded) -> str:
    """What it means that the check holds or does not; nothing where there was no occasion, or no words."""
    if check.holds is None or check.name not in words:
        return ""
    return words[check.name].holds if check.holds else words[check.name].fails


def tip(check: CheckRow, words: Worded) -> str:
    """What to try the next time, where the check fails."""
    return words[check.name].try_this if check.holds is False and check.name in words else ""


def finished(rows: Sequence[RehearsalRow]) -> tuple[RehearsalRow, ...]:
    """Those that came to their end: only they are counted as progress."""
    return tuple(row for row in rows if row.finished)


def since(row: RehearsalRow, earlier: Sequence[RehearsalRow]) -> Change:
    """What is otherwise than the last time; nothing for a rehearsal that was left, which fails for that alone."""
    if not row.finished:
        return Change((), ())
    return change(row.checks, [each.checks for each in finished(earlier)])


def figures(row: RehearsalRow) -> str:
    """The questions by form and the share of talk. They are shown, and weigh little."""
    forms = ", ".join(f"{row.questions.get(form, 0)} {form}" for form in ("open", "short", "closed"))
    return f"{forms} questions; you had {row.talk:.0%} of the talk"


def judged(row: RehearsalRow) -> str:
    """The verdict against the truth."""
    if row.verdict == row.truth:
        return f"{row.verdict}, which is how they really stand"
    return f"{row.verdict}; how they really stand is {row.truth}"


def scorecard(row: RehearsalRow, words: Worded, earlier: Sequence[RehearsalRow] = ()) -> list[str]:
    """The scorecard, line by line. `earlier` are the rehearsals before it, the newest first."""
    left = "" if row.finished else "  (left on the way)"
    out = [
        f"SCORE   {row.score:.0f} of 100{left}",
        f"VERDICT {judged(row)}",
        f"FIGURES {figures(row)}",
        *(line for check in row.checks for line in _check(check, row.lines, words)),
    ]
    changed = since(row, earlier)
    for said, names in (("BETTER ", changed.improved), ("WORSE  ", changed.slipped)):
        if names:
            out.append(f"{said} than the last time: {', '.join(named(name, words) for name in names)}")
    if row.finished:
        out += _next([row, *earlier], words)
    return out


def _check(check: CheckRow, lines: Sequence[LineRow], words: Worded) -> Iterator[str]:
    yield f"  {HOLDS[check.holds]:<3}  {named(check.name, words)}{_numbers(check.lines)}"
    if check.holds is False:
        said = meant(check, words)
        if said:
            yield f"         {said}"
        for line in [line for line in lines if line.n in check.lines][:QUOTED]:
            yield f"         {line.n}  “{line.said}”"
        if tip(check, words):
            yield f"         try this: {tip(check, words)}"


def _numbers(lines: Sequence[int]) -> str:
    return f"  (line{'s' * (len(lines) != 1)} {', '.join(map(str, lines))})" if lines else ""


def _next(rows: Sequence[RehearsalRow], words: Worded) -> Iterator[str]:
    found = progress([each.checks for each in finished(rows)])
    if found.next is not None:
        yield f"NEXT    Practise: {to_practise(found.next, words)}"


def to_practise(trend: Trend, words: Worded) -> str:
    """A check that is to be practised, with how it goes."""
    held, of = trend.marks.lately
    return f"{named(trend.name, words)} ({held} of {of} lately)"


def transcript(row: RehearsalRow) -> Iterator[str]:
    """What was said, line by line, by number."""
    for line in row.lines:
        yield f"{line.n:>3}  you   {line.said}"
        yield "  ".join((f"     they  {line.reply}", *notes(line)))


def notes(line: LineRow) -> Iterator[str]:
    """What was raised by a reply, and what came to rest before it."""
    if line.objection:
        yield f"[objection: {line.objection}]"
    if line.settled:
        yield f"[settled: {line.settled}]"


def as_json(row: RehearsalRow) -> dict[str, Any]:
    """The scorecard for other programs."""
    return {
        "score": row.score,
        "checks": [{"name": check.name, "holds": check.holds, "lines": list(check.lines)} for check in row.checks],
        "questions": dict(row.questions),
        "talk": row.talk,
        "verdict": row.verdict,
        "truth": row.truth,
    }
