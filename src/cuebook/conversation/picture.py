"""A flow as a picture: the criteria in a column, the detours beside it, the ends below. SVG, laid out by hand.

The same drawing gives the same bytes. Every text is escaped, and nothing in the picture is fetched or run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from cuebook.conversation.drawing import ASKING, CALL, Arrow, Drawing, drawing, spoken
from cuebook.dialogue.model import Flow

_ROW = 42
"""The height of a stage's box. All measures are in pixels."""

_GAP = 28
"""The room between two stages of the column."""

_PORT = 30
"""The room between two arrows at the side of a detour."""

_EDGE = 32
"""The room around the picture, and inside the frame of the call."""

_STYLE = """
  svg { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
  .paper { fill: #fcfcfa; } .group { fill: #f1f4f6; stroke: #cfd7de; } .frame { fill: none; stroke: #b9c3cc; }
  .box { fill: #ffffff; stroke: #3c6e91; stroke-width: 1.5; } .detour { stroke: #a8741a; }
  .end { stroke: #6b7480; } .stop { stroke: #b3372f; }
  .name { font-size: 14px; font-weight: 600; fill: #1d2730; text-anchor: middle; }
  .title { font-size: 22px; font-weight: 700; fill: #1d2730; } .note, .label, .heading { fill: #4a5763; }
  .heading { font-size: 12px; letter-spacing: .06em; } .last { text-anchor: end; }
  .arrow { fill: none; stroke: #4a5763; stroke-width: 1.5; marker-end: url(#head); } .head { fill: #4a5763; }
  .back { stroke-dasharray: 5 4; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14191e; } .group { fill: #1d242b; stroke: #39434d; } .frame { stroke: #4a5763; }
    .box { fill: #242d36; stroke: #7fb2d6; } .detour { stroke: #dba74a; } .end { stroke: #98a3ae; }
    .stop { stroke: #e9766d; } .name, .title { fill: #eef2f5; } .note, .label, .heading { fill: #b4bfc9; }
    .arrow { stroke: #b4bfc9; } .head { fill: #b4bfc9; }
  }"""


def svg(flow: Flow) -> str:
    """The flow as an SVG picture."""
    return "\n".join(_svg(_laid_out(drawing(flow))))


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle: where it is, how large, and what it looks like."""

    x: float
    y: float
    width: float
    height: float
    look: str

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def centre(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where everything of a drawing is. `boxes` has every stage, and the two groups."""

    drawn: Drawing
    boxes: dict[str, _Box]
    width: float
    height: float


def _laid_out(drawn: Drawing) -> _Layout:
    """Top down: the column of what is asked, the detours at its right, the closing and the ends below."""
    column = max(150, *(_wide(spoken(stage), 8.2) + 36 for stage in drawn.asking))
    heights = {stage: _PORT * max(2, len(_ports(drawn, stage)) + 1) for stage in drawn.detours}
    beside = sum(heights.values()) + 36 * (len(heights) - 1)
    top = 2 * _EDGE + 88
    gap = max(_GAP, (beside - _ROW * len(drawn.asking)) / (len(drawn.asking) - 1))
    left = 2 * _EDGE + 24
    boxes = {
        stage: _Box(left, top + n * (_ROW + gap), column, _ROW, "box") for n, stage in enumerate(drawn.asking)
    }
    last = boxes[drawn.asking[-1]]
    boxes[ASKING] = _Box(left - 24, top - 38, column + 48, last.bottom - top + 62, "group")

    labels = [_wide(one.label, 6.6) for stage in drawn.detours for one in _ports(drawn, stage)]
    right = boxes[ASKING].right + max((120, *labels)) + 56
    y = top
    for stage in drawn.detours:
        look = "box detour" if _ports(drawn, stage) else "box detour back"  # dashed where only the rep leads
        boxes[stage] = _Box(right, y, 150, heights[stage], look)
        y += heights[stage] + 36
    between = [
        _wide(one.label, 6.6) + 34 + 12 * n
        for n, one in enumerate(one for one in drawn.arrows if one.source in drawn.detours and one.dest != ASKING)
    ]

    boxes["closing"] = _Box(left, max(boxes[ASKING].bottom, y - 36) + 54, column, _ROW, "box")
    bottom = boxes["closing"].bottom + _EDGE
    width = round(right + 150 + max(between, default=0) + 2 * _EDGE)
    boxes[CALL] = _Box(_EDGE, _EDGE + 40, width - 2 * _EDGE, bottom - _EDGE - 40, "frame")
    boxes["closed"] = _Box(left, bottom + 62, column, _ROW, "box end")
    boxes["do_not_call"] = _Box(right, bottom + 62, 150, _ROW, "box stop")
    notes = round(max(_wide(note, 6.6) for note in drawn.notes) + 2 * _EDGE)
    return _Layout(drawn, boxes, max(width, notes), bottom + 62 + _ROW + 40 + 21 * len(drawn.notes) + _EDGE - 14)


def _wide(text: str, each: float) -> float:
    """How wide a text is at the most, in its usual letters."""
    return len(text) * each


def _ports(drawn: Drawing, stage: str) -> list[Arrow]:
    """The arrows at the left of a detour: those that come from what is asked."""
    return [one for one in drawn.arrows if one.dest == stage and one.source not in drawn.detours]


def _svg(laid: _Layout) -> Iterator[str]:
    drawn, boxes = laid.drawn, laid.boxes
    size = f'width="{laid.width:g}" height="{laid.height:g}" viewBox="0 0 {laid.width:g} {laid.height:g}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>'
    yield f"<title>{escape(drawn.title)}: the stages of a call</title>"
    yield f"<style>{_STYLE}\n</style>"
    yield (
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>'
    )
    yield f'<rect class="paper" width="{laid.width:g}" height="{laid.height:g}" rx="10"/>'
    yield _text(_EDGE, _EDGE + 18, drawn.title, "title")
    for group, heading in ((CALL, "DURING THE CALL"), (ASKING, "ASKING")):
        yield _rectangle(boxes[group])
        yield _text(boxes[group].x + 14, boxes[group].y + 22, heading, "heading")
    yield from _arrows(laid)
    for stage, box in boxes.items():
        if stage not in (CALL, ASKING):
            yield _rectangle(box)
            yield _text(box.centre, box.middle + 5, spoken(stage), "name")
    for n, note in enumerate(drawn.notes):
        yield _text(_EDGE, boxes["closed"].bottom + 46 + 21 * n, note, "note")
    yield "</svg>"


def _arrows(laid: _Layout) -> Iterator[str]:
    drawn, boxes = laid.drawn, laid.boxes
    for one in drawn.chain:
        yield _down(boxes[one.source], boxes[one.dest], boxes[one.dest].centre)
    closing = boxes["closing"]
    yield _text(closing.centre - 8, closing.y - 22, drawn.chain[-1].label, "label last")
    for stage in drawn.detours:
        for n, one in enumerate(_ports(drawn, stage)):
            yield from _to_detour(boxes[one.source], boxes[stage], one.label, boxes[stage].y + _PORT * (n + 0.75))
    between = 0
    for one in drawn.arrows:
        source, dest = boxes[one.source], boxes[one.dest]
        if one.dest == ASKING:
            yield _line(f"M{source.x:g} {source.bottom - 12:g}H{dest.right + 2:g}", "arrow back")
            yield _text(source.x - 14, source.bottom + 3, one.label, "label last")
        elif one.dest == "closing":
            yield _down(source, dest, dest.right - 24)
            yield _text(dest.right - 16, dest.y - 22, one.label, "label")
        elif one.source == CALL:
            yield _down(source, dest, dest.centre)
            yield _text(dest.centre + 10, (source.bottom + dest.y) / 2 + 4, one.label, "label")
        elif one.source == "closed":
            yield _line(f"M{source.right:g} {source.middle:g}H{dest.x - 2:g}")
            yield _text(dest.x - 14, source.middle - 7, one.label, "label last")
        elif one.source in drawn.detours:
            yield from _between(source, dest, one.label, between)
            between += 1


def _down(source: _Box, dest: _Box, x: float) -> str:
    return _line(f"M{x:g} {source.bottom:g}V{dest.y - 2:g}")


def _to_detour(source: _Box, dest: _Box, label: str, y: float) -> Iterator[str]:
    """From the column to a detour: straight from the group, in a curve from a single stage."""
    start, bend = f"M{source.right:g} {source.middle:g}", source.right + 40
    if source.look == "group":
        start = f"M{source.right:g} {y:g}"
    else:
        start += f"C{bend:g} {source.middle:g} {bend:g} {y:g} {bend + 40:g} {y:g}"
    yield _line(f"{start}H{dest.x - 2:g}")
    yield _text(dest.x - 14, y - 7, label, "label last")


def _between(source: _Box, dest: _Box, label: str, n: int) -> Iterator[str]:
    """From a detour to another, round the right of them; each such arrow (`n`) further out."""
    leaves, arrives, bend = source.middle + 8, dest.middle - 8, source.right + 34 + 12 * n
    curve = f"C{bend:g} {leaves:g} {bend:g} {arrives:g} {dest.right + 2:g} {arrives:g}"
    yield _line(f"M{source.right:g} {leaves:g}{curve}")
    yield _text(bend, (leaves + arrives) / 2 + 4 + 16 * n, label, "label")


def _line(path: str, look: str = "arrow") -> str:
    return f'<path class="{look}" d="{path}"/>'


def _rectangle(box: _Box) -> str:
    size = f'width="{box.width:g}" height="{box.height:g}"'
    return f'<rect class="{box.look}" x="{box.x:g}" y="{box.y:g}" {size} rx="7"/>'


def _text(x: float, y: float, text: str, look: str) -> str:
    return f'<text class="{look}" x="{x:g}" y="{y:g}">{escape(text)}</text>'
