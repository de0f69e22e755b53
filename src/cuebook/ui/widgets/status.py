"""The STATUS panel: what the call proves so far, and in whose words."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cuebook.conversation.record import Turn
from cuebook.dialogue.model import Words
from cuebook.qualification.status import CriterionStatus, Standing, Status
from cuebook.ui import cells, labels
from cuebook.understanding.reading import Reading

_STYLES: Mapping[Standing, str] = {
    "unknown": "dim",
    "partial": "$text-warning",
    "confirmed": "$text-success",
    "negative": "$text-error",
    "declined": "$text-error",
    "not_applicable": "dim",
}


class StatusPanel(Widget):
    """Shows the status of a turn: a row for every criterion first, and what else there is room for."""

    def __init__(self, turn: Turn, words: Words, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._words = words
        self._status = turn.status
        self._readings: dict[int, Reading] = {}
        self._remember(turn)

    def show(self, turn: Turn) -> None:
        self._remember(turn)
        self._status = turn.status
        self._set_title()
        self.refresh()

    def remember_all(self, turns: list[Turn]) -> None:
        """Know what was read in earlier turns, for the values beside the quotes."""
        for turn in turns:
            self._remember(turn)

    def _remember(self, turn: Turn) -> None:
        if turn.reading and (turn.reading.amounts or turn.reading.times):
            self._readings[turn.n] = turn.reading

    def on_mount(self) -> None:
        self._set_title()

    def _set_title(self) -> None:
        self.border_title = Content(f"STATUS {headline(self._status, self._words)}")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(compact_rows(self._status, self._words, width))

    def render(self) -> Content:
        width, height = self.content_size
        return Content("\n").join(status_rows(self._status, self._words, width, height, self._readings))


def headline(status: Status, words: Words) -> str:
    """The verdict, how many are confirmed, and the day the verdict names: `Call back 2/4 · 2027-05-01`."""
    day = f" · {status.decision.on}" if status.decision.on else ""
    return f"{labels.outcome_name(words, status.verdict)} {status.confirmed}/{len(status.criteria)}{day}"


def status_rows(
    status: Status, words: Words, width: int, height: int, readings: Mapping[int, Reading]
) -> list[Content]:
    """The rows of the panel, at most `height` of them at `width` cells.

    Given up in this order when there is no room: other frameworks, quotes (the oldest first), the levels, the
    reason of the verdict, contradictions; with less room than a row for each criterion, they share rows.
    """
    names = list(status.criteria)
    if height < len(names):
        return compact_rows(status, words, width)[:height]
    room = height - len(names)
    contradictions = {name: _contradiction(status.criteria[name], width) for name in names}
    quotes = {name: _quote(status.criteria[name], width, readings) for name in names}
    why = _because(status, words, width)
    levels = _levels(status, words, width)
    also = _also(status, width)
    newest = sorted(names, key=lambda name: -(status.criteria[name].turn or 0))
    wanted = [("contradiction", name, contradictions[name]) for name in newest]
    wanted += [("why", "", why), ("levels", "", levels)]
    wanted += [("quote", name, quotes[name]) for name in newest]
    wanted.append(("also", "", also))
    kept: set[tuple[str, str]] = set()
    for kind, name, rows in wanted:
        if rows and len(rows) <= room:
            room -= len(rows)
            kept.add((kind, name))
    out: list[Content] = []
    for name in names:
        out.append(_criterion(name, status.criteria[name], words, width))
        out += quotes[name] if ("quote", name) in kept else []
        out += contradictions[name] if ("contradiction", name) in kept else []
    for kind, rows in (("why", why), ("levels", levels), ("also", also)):
        out += rows if (kind, "") in kept else []
    return out


def compact_rows(status: Status, words: Words, width: int) -> list[Content]:
    """The criteria side by side, each with its sign; for screens that have no column to spare."""
    rows: list[Content] = []
    row, used = Content(""), 0
    for name, criterion in status.criteria.items():
        text = cells.cut(f"{labels.SIGNS[criterion.standing]} {labels.stage_name(words, name)}", max(width, 3))
        size = cells.cell_len(text)
        if used and used + 2 + size > width:
            rows.append(row)
            row, used = Content(""), 0
        row = Content.assemble(row, "  " if used else "", (text, _STYLES[criterion.standing]))
        used += size + (2 if used else 0)
    return [*rows, row]


def _criterion(name: str, criterion: CriterionStatus, words: Words, width: int) -> Content:
    style = _STYLES[criterion.standing]
    standing = labels.standing_name(words, criterion.standing) + (", you" if criterion.by_rep else "")
    left = f"{labels.SIGNS[criterion.standing]} {cells.plain(labels.stage_name(words, name))}"
    left = cells.cut(left, min(max(width - cells.cell_len(standing) - 1, 10), width))
    gap = max(min(16, width - 14) - cells.cell_len(left), 1)
    right = cells.cut(standing, max(width - cells.cell_len(left) - gap, 0))
    return Content.assemble((left, f"bold {style}"), " " * gap if right else "", (right, style))


def _quote(criterion: CriterionStatus, width: int, readings: Mapping[int, Reading]) -> list[Content]:
    if not criterion.quote:
        return []
    reading = readings.get(criterion.turn) if criterion.turn is not None else None
    value = labels.value_in(reading, criterion.quote) if reading else None
    rows = [Content.styled(f"  {row}", "italic") for row in _short(f'"{criterion.quote}"', width - 2, 2)]
    if value:
        rows.append(Content.styled(cells.cut(f"  = {value}", width), ""))
    return rows


def _contradiction(criterion: CriterionStatus, width: int) -> list[Content]:
    if not criterion.contradicts:
        return []
    return [
        Content.styled(f"  {row}", "$text-warning")
        for row in _short(f'earlier: "{criterion.contradicts}"', width - 2, 2)
    ]


def _because(status: Status, words: Words, width: int) -> list[Content]:
    decision = status.decision
    if not decision.decided_by and not decision.because:
        return []
    by = labels.stage_name(words, decision.decided_by) if decision.decided_by else ""
    text = ": ".join(part for part in (by, f'"{decision.because}"' if decision.because else "") if part)
    return [Content.styled(row, "dim") for row in _short(f"because {text}", width, 2)]


def _levels(status: Status, words: Words, width: int) -> list[Content]:
    parts = [
        f"{labels.SIGNS[standing]} {words.labels.levels.get(level, level)}"  # type: ignore[call-overload]  # levels are typed as str in a status
        for level, standing in status.levels.items()
    ]
    return _section("levels", _flow(parts, width), width)


def _also(status: Status, width: int) -> list[Content]:
    parts = [
        f"{labels.framework_name(name)} {glance.confirmed}/{glance.of}" for name, glance in status.also.items()
    ]
    return _section("also", _flow(parts, width), width)


def _section(name: str, rows: list[str], width: int) -> list[Content]:
    if not rows:
        return []
    rule = f"{name} ".ljust(width, "─") if width > len(name) + 1 else name
    return [Content.styled(rule, "dim"), *(Content(row) for row in rows)]


def _flow(parts: list[str], width: int) -> list[str]:
    """`parts` side by side, as many a row as fit."""
    rows: list[str] = []
    for part in parts:
        if rows and cells.cell_len(rows[-1]) + 2 + cells.cell_len(part) <= width:
            rows[-1] += f"  {part}"
        else:
            rows.append(cells.cut(part, width))
    return rows


def _short(text: str, width: int, most: int) -> list[str]:
    rows = cells.rows(text, width)
    if len(rows) > most:
        rows = [*rows[: most - 1], cells.cut(f"{rows[most - 1]} {rows[most]}", width)]
    return rows
