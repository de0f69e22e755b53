"""The STATUS panel: what the call proves so far, and in whose words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cuebook.conversation.moves import Rewriting, Undo
from cuebook.conversation.record import Turn
from cuebook.dialogue import naming
from cuebook.dialogue.model import Words
from cuebook.qualification.fit import Fit
from cuebook.qualification.status import CriterionStatus, Glance, Standing, Status
from cuebook.ui import cells, labels
from cuebook.ui.fits import fit_rows, fits_first, suits_row
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

    def __init__(self, turn: Turn, words: Words, product: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.words = words
        self._product = product
        self._turn = turn
        self._status = turn.status
        self._fits = fits_first(turn, product)
        self._readings: dict[int, Reading] = {}
        self._rewrote: dict[int, tuple[int, Reading]] = {}
        self._remember(turn)

    def show(self, turn: Turn) -> None:
        self._remember(turn)
        self._turn = turn
        self._status = turn.status
        self._fits = fits_first(turn, self._product)
        self._set_title()
        self.refresh()

    def remember_all(self, turns: list[Turn]) -> None:
        """Know what was read in earlier turns, for the values beside the quotes."""
        for turn in turns:
            self._remember(turn)

    def _remember(self, turn: Turn) -> None:
        if isinstance(turn.move, Undo):
            for number in turn.undone:
                if number in self._rewrote:
                    line, before = self._rewrote.pop(number)
                    self._readings[line] = before
        elif turn.reading and isinstance(turn.move, Rewriting):
            self._rewrote[turn.n] = (turn.move.turn, self._readings.get(turn.move.turn, turn.reading))
            self._readings[turn.move.turn] = turn.reading
        elif turn.reading:
            self._readings[turn.n] = turn.reading

    def on_mount(self) -> None:
        self._set_title()

    def _set_title(self) -> None:
        self.border_title = Content(f"STATUS {headline(self._status, self.words)}")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(compact_rows(self._status, self.words, width))

    def render(self) -> Content:
        width, height = self.content_size
        compared = suits_row(self._turn, self.words, width)
        return Content("\n").join(
            status_rows(self._status, self.words, width, height, self._readings, self._fits, compared)
        )


def headline(status: Status, words: Words) -> str:
    """The verdict, how many are confirmed, and the day the verdict names: `Call back 2/4 · 2027-05-01`."""
    day = f" · {status.decision.on}" if status.decision.on else ""
    return f"{naming.outcome_name(words, status.verdict)} {status.confirmed}/{len(status.criteria)}{day}"


def status_rows(
    status: Status,
    words: Words,
    width: int,
    height: int,
    readings: Mapping[int, Reading],
    fits: Sequence[Fit] = (),
    compared: Sequence[Content] = (),
) -> list[Content]:
    """The rows of the panel, at most `height` of them at `width` cells. `fits`: the present product's first;
    `compared`: which of the products leads.

    A criterion without room for its quote has the beginning of it in its own row. Given up in this order when
    there is no room: the frameworks and the products beyond a row each, levels in words, whole quotes (the
    oldest first), other frameworks, the fit, the levels, the reason of the verdict, contradictions; with less
    room than a row for each criterion, they share rows.
    """
    names = list(status.criteria)
    if height < len(names):
        return compact_rows(status, words, width)[:height]
    newest = sorted(names, key=lambda name: -(status.criteria[name].turn or 0))
    quoted = sorted(newest, key=lambda name: name == status.decision.decided_by)  # its words stand under 'because'
    products = fit_rows(fits, words, width)
    wanted: list[tuple[str, list[Content]]] = [
        *((f"not {name}", _contradiction(status.criteria[name], width)) for name in newest),
        ("why", _because(status, words, width)),
        ("levels", _section("levels", _levels(status, words, width), width)),
        ("fit", products[:1]),
        ("fit", [*products[:1], *compared]),
        ("also", _also(status, width, most=1)),
        *((name, _quote(status.criteria[name], width, readings)) for name in quoted),
        ("levels", _section("levels", _levels_in_words(status, words, width), width)),
        ("fit", _section("fit", [*products, *compared], width) if len(products) > 1 else []),
        ("also", _also(status, width, most=2)),
        ("also", _also(status, width)),
    ]
    room, kept = height - len(names), dict[str, list[Content]]()
    for part, rows in wanted:
        more = len(rows) - len(kept.get(part, ()))
        if rows and more <= room:
            room -= more
            kept[part] = rows
    out: list[Content] = []
    for name in names:
        criterion = status.criteria[name]
        short = criterion.quote if name not in kept and not criterion.by_rep else None
        out.append(_criterion(name, criterion, words, width, short))
        out += [*kept.get(name, ()), *kept.get(f"not {name}", ())]
    return [*out, *(row for part in ("why", "levels", "fit", "also") for row in kept.get(part, ()))]


def compact_rows(status: Status, words: Words, width: int) -> list[Content]:
    """The criteria side by side, each with its sign; for screens that have no column to spare."""
    rows: list[Content] = []
    row, used = Content(""), 0
    for name, criterion in status.criteria.items():
        text = cells.cut(f"{labels.SIGNS[criterion.standing]} {naming.stage_name(words, name)}", max(width, 3))
        size = cells.cell_len(text)
        if used and used + 2 + size > width:
            rows.append(row)
            row, used = Content(""), 0
        row = Content.assemble(row, "  " if used else "", (text, _STYLES[criterion.standing]))
        used += size + (2 if used else 0)
    return [*rows, row]


def _criterion(
    name: str, criterion: CriterionStatus, words: Words, width: int, quote: str | None = None
) -> Content:
    """A criterion with its standing in words; with `quote`, the sign tells the standing and the words prove it."""
    style = _STYLES[criterion.standing]
    right = labels.standing_name(words, criterion.standing) + (", you" if criterion.by_rep else "")
    if quote is not None:
        right = f'"{cells.plain(quote)}"'
    left = f"{labels.SIGNS[criterion.standing]} {cells.plain(naming.stage_name(words, name))}"
    place = min(16, width - 14)
    most = max(place - 1, 10) if quote is not None else max(width - cells.cell_len(right) - 1, 10)
    left = cells.cut(left, min(most, width))
    gap = max(place - cells.cell_len(left), 1)
    right = cells.cut(right, max(width - cells.cell_len(left) - gap, 0))
    told = (right, style) if quote is None else (right, "italic")
    return Content.assemble((left, f"bold {style}"), " " * gap if right else "", told)


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
    by = naming.stage_name(words, decision.decided_by) if decision.decided_by else ""
    text = ": ".join(part for part in (by, f'"{decision.because}"' if decision.because else "") if part)
    return [Content.styled(row, "dim") for row in _short(f"because {text}", width, 2)]


def _levels(status: Status, words: Words, width: int) -> list[Content]:
    return [
        Content(row) for row in _flow([_level(level, sign, words) for level, sign in status.levels.items()], width)
    ]


def _levels_in_words(status: Status, words: Words, width: int) -> list[Content]:
    rows = []
    for level, standing in status.levels.items():
        left = cells.cut(_level(level, standing, words), max(width - 12, 10)).ljust(min(15, width - 13))
        rows.append(Content(cells.cut(f"{left} {labels.standing_name(words, standing)}", width)))
    return rows


def _level(level: str, standing: Standing, words: Words) -> str:
    name = words.labels.levels.get(level, level)  # type: ignore[call-overload]  # levels are typed as str in a status
    return f"{labels.SIGNS[standing]} {name}"


def _also(status: Status, width: int, most: int = 20) -> list[Content]:
    """The other frameworks, the most advanced first, in at most so many rows; an ellipsis stands for the rest."""
    parts = [
        f"{glance.title} {labels.VERDICT_SIGNS[glance.verdict]} {glance.confirmed}/{glance.of}"
        for glance in sorted(status.also.values(), key=_distance)
    ]
    lead = "also "
    room = width - len(lead)
    rows = _flow(parts, room)
    if len(rows) > most:
        rows = _flow(parts, room - 2)[:most]
        rows[-1] = cells.cut(f"{rows[-1]} …", room)
    return [
        Content.assemble((lead if nth == 0 else " " * len(lead), "dim"), cells.cut(row, room))
        for nth, row in enumerate(rows)
    ]


def _distance(glance: Glance) -> tuple[int, float]:
    """How far a framework is from qualified: those that say no at the end, the nearest first."""
    sign = labels.VERDICT_SIGNS[glance.verdict]
    rank = 0 if glance.verdict == "qualified" else 2 if sign == labels.SIGNS["negative"] else 1
    return rank, -glance.confirmed / max(glance.of, 1)


def _section(name: str, rows: list[Content], width: int) -> list[Content]:
    if not rows:
        return []
    rule = f"{name} ".ljust(width, "─") if width > len(name) + 1 else name
    return [Content.styled(cells.cut(rule, width), "dim"), *rows]


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
