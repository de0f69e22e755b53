"""A flow as Mermaid text, for documents and wikis that draw it. The picture is in picture.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from cuebook.conversation.drawing import ASKING, CALL, Arrow, Drawing, drawing, spoken
from cuebook.conversation.machine import TERMINAL
from cuebook.conversation.picture import svg
from cuebook.dialogue.model import FIXED_STAGES, Flow

__all__ = ["mermaid", "svg"]


def mermaid(flow: Flow) -> str:
    """The flow as a Mermaid state diagram."""
    return "\n".join(_lines(drawing(flow)))


def _lines(drawn: Drawing) -> Iterator[str]:
    """The text, line by line. An arrow between the inside and the outside of a group is laid out badly by
    Mermaid, so that all begin and end at the groups themselves.
    """
    ids = {stage: _id(n, stage) for n, stage in enumerate(drawn.asking)}
    during = [_from_group(drawn, one) for one in drawn.arrows if one.dest not in TERMINAL]
    after = [one for one in drawn.arrows if one.dest in TERMINAL]

    def state(name: str) -> str:
        return f'state "{spoken(name)}" as {ids.get(name, name)}'

    def arrow(one: Arrow) -> str:
        return f"{ids.get(one.source, one.source)} --> {ids.get(one.dest, one.dest)} : {one.label}"

    yield from ("---", f"title: {json.dumps(drawn.title, ensure_ascii=False)}", "---", "stateDiagram-v2")
    yield f'    state "During the call" as {CALL} {{'
    yield f'        state "Asking" as {ASKING} {{'
    yield from (f"            {state(stage)}" for stage in drawn.asking)
    yield f"            [*] --> {ids['opening']}"
    yield from (f"            {ids[one.source]} --> {ids[one.dest]}" for one in drawn.chain[:-1])
    yield "        }"
    yield from (f"        {state(stage)}" for stage in (*drawn.detours, "closing"))
    yield f"        {arrow(replace(drawn.chain[-1], source=ASKING))}"
    yield from (f"        {arrow(one)}" for one in during)
    yield "    }"
    yield from (f"    {state(stage)}" for stage in TERMINAL)
    yield from (f"    {arrow(one)}" for one in after)
    yield f"    note right of {CALL}"
    yield from (f"        {note}" for note in drawn.notes)
    yield "    end note"


def _from_group(drawn: Drawing, one: Arrow) -> Arrow:
    """An arrow of a single criterion, as one of its group that says whose it is."""
    if one.source not in drawn.asking:
        return one
    return Arrow(ASKING, one.dest, f"{spoken(one.source)}, {one.label}")


def _id(n: int, stage: str) -> str:
    """A name that Mermaid takes: no dash, and no word of its own such as `end` or `state`."""
    return stage if stage in FIXED_STAGES else f"c{n}_{stage.replace('-', '_')}"
