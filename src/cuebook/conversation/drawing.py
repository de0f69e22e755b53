"""What a picture of a flow shows: its stages and arrows, drawn together from the very ways of its machine.

A flow of four criteria has some two hundred ways; most are the same from everywhere. Ways that leave every stage
of a group become one arrow of that group, ways that stay become notes, and of the ways onward only the next in
asking order is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cuebook.conversation.machine import TERMINAL, Way, stages_of, ways
from cuebook.dialogue.model import DETOURS, Flow
from cuebook.harmless import harmless_name

CALL = "call"
"""The group of all stages in which the prospect is on the phone."""

ASKING = "asking"
"""The group of the stages that ask: the opening and the criteria."""

ON = "on"
"""The label of the ways onward."""

_NOTES: Mapping[str, str] = {
    "answer": "An answer leads on when the stage has nothing more to ask; until then the next question is put.",
    "next": "On: to the next criterion that is not settled. One that was jumped over is asked before the closing.",
    "aside": "What answers nothing leaves the question open; only a detour can follow it.",
    "object": "An objection is answered in place, and the same question is open again.",
    "go": "The rep can go to any stage of the call by hand.",
}
"""What the picture says in words, by event; events that are not here have an arrow each."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a stage or a group to a stage; from a detour back to the group that it left."""

    source: str
    dest: str
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A flow as it is drawn. `chain` leads through `asking` to the closing; `arrows` are all others."""

    title: str
    asking: tuple[str, ...]
    detours: tuple[str, ...]
    chain: tuple[Arrow, ...]
    arrows: tuple[Arrow, ...]
    notes: tuple[str, ...]


def drawing(flow: Flow) -> Drawing:
    """The picture of a flow."""
    stages = stages_of(flow)
    every = ways(flow)
    asking = ("opening", *flow.criteria)
    onward = {way.source: _next_stage(stages, every, way.source) for way in every if _leads_on(flow, way)}
    events = {"go" if way.event.startswith("go_") else way.event for way in every}
    return Drawing(
        title=harmless_name(flow.title),
        asking=asking,
        detours=DETOURS,
        chain=tuple(Arrow(stage, onward[stage], ON) for stage in asking),
        arrows=(
            *_grouped(flow, every),
            *(Arrow(stage, ASKING, ON) for stage in DETOURS if stage in onward),
        ),
        notes=tuple(note for event, note in _NOTES.items() if event in events),
    )


def spoken(name: str) -> str:
    """A name of a stage or guard as a person reads it: `do_not_call` is Do not call."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _leads_on(flow: Flow, way: Way) -> bool:
    """Whether a way is one of asking on: to a criterion that is open, or to the closing when none is."""
    to_closing = way.dest == "closing" and way.holds is None
    return way.event in ("answer", "next") and (way.dest in flow.criteria or to_closing)


def _next_stage(stages: tuple[str, ...], every: tuple[Way, ...], stage: str) -> str:
    """The first stage after `stage` that a `next` can lead to."""
    dests = {way.dest for way in every if way.source == stage and way.event == "next"}
    after = stages[stages.index(stage) + 1 :]
    return next(name for name in after if name in dests)


def _grouped(flow: Flow, every: tuple[Way, ...]) -> Iterator[Arrow]:
    """One arrow between a stage or group and a stage, with all that it is taken by."""
    found: dict[tuple[str, str], list[str]] = {}
    for way in every:
        if way.dest is not None and not way.event.startswith("go_") and not _leads_on(flow, way):
            found.setdefault((way.dest, (way.when or way.event).replace("_", " ")), []).append(way.source)
    labels: dict[tuple[str, str], list[str]] = {}
    for (dest, label), sources in found.items():
        for source in _as_groups(flow, sources):
            if not (dest == "closing" and source in DETOURS):  # part of going on from a detour
                labels.setdefault((source, dest), []).append(label)
    for (source, dest), taken_by in labels.items():
        yield Arrow(source, dest, ", ".join(taken_by))


def _as_groups(flow: Flow, sources: list[str]) -> Iterator[str]:
    """The groups and single stages that make up `sources`."""
    rest = list(dict.fromkeys(sources))
    live = [stage for stage in stages_of(flow) if stage not in TERMINAL]
    for group, members in ((CALL, live), (ASKING, ["opening", *flow.criteria])):
        if set(members) <= set(rest):
            yield group
            rest = [stage for stage in rest if stage not in members]
    yield from rest
