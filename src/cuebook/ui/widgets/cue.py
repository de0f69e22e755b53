"""The SAY box: what to say now, why, what to listen for, and how to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cuebook.conversation.record import Cue, Explanation, Turn
from cuebook.dialogue import naming
from cuebook.dialogue.model import Words
from cuebook.ui import cells

if TYPE_CHECKING:
    from cuebook.practice.reps import Help

_TITLES: Mapping[Help, str] = {"script": "SAY", "hints": "ASK ABOUT", "nothing": "ON YOUR OWN"}

NAME = 8
"""Cells for `why`, `listen`, `brings`, `probe`."""


class CueBox(Widget):
    """Shows the cue of a turn. What matters most comes first, so that a small screen cuts the least of it."""

    def __init__(self, turn: Turn, words: Words, *, key_for: Callable[[str], str], id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._turn = turn
        self.words = words
        self._key_for = key_for
        self._help: Help = "script"
        self._drawn: tuple[int, list[Content]] | None = None

    def show_only(self, help_: Help) -> None:
        """Show so much of the cue from now on: all of it, what it is about, or nothing."""
        self._help = help_
        self.border_title = _TITLES[help_]
        self._drawn = None
        self.refresh(layout=True)

    def show(self, turn: Turn) -> None:
        self._turn = turn
        self._drawn = None
        self.refresh(layout=True)

    def on_mount(self) -> None:
        self.border_title = _TITLES[self._help]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(self._rows(width))

    def render(self) -> Content:
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        if self._drawn is None or self._drawn[0] != width:
            rows = (
                cue_rows(self._turn, self.words, width, self._key_for)
                if self._help == "script"
                else hint_rows(self._turn, self.words, width, self._key_for("objection"))
                if self._help == "hints"
                else [Content.styled(cells.cut("Nothing is shown: it is yours.", width), "dim")]
            )
            self._drawn = (width, rows)
        return self._drawn[1]


def cue_rows(turn: Turn, words: Words, width: int, key_for: Callable[[str], str]) -> list[Content]:
    """The rows of the box at `width` cells: the explanation, the question, and what helps to ask it."""
    rows: list[Content] = []
    if turn.explanation:
        rows += _explanation_rows(turn.explanation, words, width, key_for("objection"))
    if turn.cue:
        if turn.explanation:
            rows.append(Content.styled(cells.cut("then, the same question:", width), "dim"))
        rows += _cue_rows(turn.cue, width, explained=turn.explanation is not None)
    if not rows:
        rows.append(Content.styled(naming.stage_name(words, turn.stage), "bold"))
    return rows


def hint_rows(turn: Turn, words: Words, width: int, key: str) -> list[Content]:
    """What it is about, without the words for it: the objection, the criterion, what to listen for."""
    rows: list[Content] = []
    if turn.explanation:
        rows += _objection_rows(turn.explanation, words, width, key)
    if turn.cue:
        rows += [Content.styled(row, "bold") for row in cells.rows(naming.stage_name(words, turn.stage), width)]
        rows += _named("listen", turn.cue.listen_for, width)
    return rows or [Content.styled(naming.stage_name(words, turn.stage), "bold")]


def _explanation_rows(explanation: Explanation, words: Words, width: int, key: str) -> list[Content]:
    return _objection_rows(explanation, words, width, key) + [
        Content.styled(row, "bold") for row in cells.rows(explanation.say, width)
    ]


def _objection_rows(explanation: Explanation, words: Words, width: int, key: str) -> list[Content]:
    class_ = words.labels.classes.get(explanation.class_, explanation.class_)
    head = f"{naming.objection_name(words, explanation.objection)} ({class_})"
    if explanation.attempt > 1:
        head += f", time {explanation.attempt}"
    if explanation.heard:
        head += f" - heard in the line; {key} if it was another"
    return [Content.styled(row, "$text-warning") for row in cells.rows(head, width)]


def _cue_rows(cue: Cue, width: int, *, explained: bool) -> list[Content]:
    rows = [Content.styled(row, "" if explained else "bold") for row in cells.rows(cue.say, width)]
    rows += _named("why", cue.why, width)
    rows += _named("listen", cue.listen_for, width)
    for number, point in enumerate(cue.brings):
        rows += _named("brings" if number == 0 else "", point, width)
    shown = 0 if cue.probing is None else cue.probing
    for number, probe in enumerate(cue.probes):
        if cue.probing is None or number > shown:
            rows += _named("probe" if number == (0 if cue.probing is None else shown + 1) else "", probe, width)
    return rows


def _named(name: str, text: str, width: int) -> list[Content]:
    """`text` with its name in front, and the rows below it under the first."""
    if not text:
        return []
    indent = NAME if width >= 36 else 0
    rows = cells.rows(text if indent or not name else f"{name}: {text}", width - indent)
    head = name if indent else ""
    style = "" if name else "dim"
    return [
        Content.assemble(((head if nth == 0 else "").ljust(indent), "$text-accent"), (row, style))
        for nth, row in enumerate(rows)
    ]
