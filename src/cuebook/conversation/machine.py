"""The machine: where a call is and where it may go. The only file that knows transitions.

One flat machine a flow, shared by all calls: nothing is attached to our objects, guards only read, and a
cursor is all that an event moves. Events: `answer` (the open question was answered), `aside` (something else was
said; only a detour can follow), `next` (the rep goes on), `object`, `go_<stage>`, `do_not_call`, `end`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from cuebook.conversation.guards import GUARDS, Facts
from cuebook.dialogue.model import DETOURS, Flow, FlowMove
from cuebook.errors import MoveError

if TYPE_CHECKING:
    from transitions import EventData, Machine

TERMINAL = ("closed", "do_not_call")
ASKING_DETOURS = ("profile", "reroute", "contract")
"""Detours that ask for something, and so on until they know it. A review is offered once."""


@dataclass(slots=True)
class _Cursor:
    """What the machine moves: the stage, with the facts that its guards read, and the way that it took."""

    stage: str
    facts: Facts
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way of the machine: by `event` from a stage to another (None: stays) when the named guard holds."""

    event: str
    source: str
    dest: str | None
    when: str = ""
    holds: Callable[[Facts], bool] | None = None

    @property
    def leads_to(self) -> str:
        """The stage that it comes to."""
        return self.dest or self.source


def advance(flow: Flow, stage: str, event: str, facts: Facts) -> Way:
    """The way that `event` takes from `stage`. Raises MoveError where the event leads nowhere from here."""
    from transitions import MachineError

    machine = machine_of(flow)
    cursor = _Cursor(stage, facts)
    try:
        moved = event in machine.events and machine.events[event].trigger(cursor)
    except MachineError:
        moved = False
    if not moved or cursor.way is None:
        raise dead_end(stage, event)
    return cursor.way


def dead_end(stage: str, event: str) -> MoveError:
    """The error for an event that leads nowhere from a stage: why, and what is possible."""
    match stage:
        case "do_not_call":
            return MoveError(
                "The prospect asked not to be called again; this call is over.", "A note can still be added."
            )
        case "closed":
            return MoveError("The call is closed.", "Undo reopens it; a note can still be added.")
        case "closing":
            return MoveError("There is nothing after the closing.", "End the call, or go to a criterion.")
        case _:
            return MoveError(f"{event!r} leads nowhere from {stage!r}.", "Go to a criterion, or end the call.")


def machine_of(flow: Flow) -> Machine:
    """The machine of a flow; the same one for every call."""
    return _build(tuple(flow.criteria), flow.moves)


def stages_of(flow: Flow) -> tuple[str, ...]:
    """The stages of a flow, from the opening to the ends."""
    return ("opening", *flow.criteria, *DETOURS, "closing", *TERMINAL)


@lru_cache(maxsize=64)
def _build(criteria: tuple[str, ...], moves: tuple[FlowMove, ...]) -> Machine:
    from transitions import Machine

    machine = Machine(
        model=None,
        states=["opening", *criteria, *DETOURS, "closing", *TERMINAL],
        initial="opening",
        auto_transitions=False,
        send_event=True,
        model_attribute="stage",
    )
    for way in _ways(criteria, moves):
        machine.add_transition(
            way.event,
            way.source,
            way.dest,
            conditions=_condition(way.holds) if way.holds else None,
            before=_takes(way),
        )
    return machine


def ways(flow: Flow) -> tuple[Way, ...]:
    """Every way of a flow, in the order in which the machine tries them; the same objects that it takes."""
    return _ways(tuple(flow.criteria), flow.moves)


@lru_cache(maxsize=64)
def _ways(criteria: tuple[str, ...], moves: tuple[FlowMove, ...]) -> tuple[Way, ...]:
    return tuple(_made(criteria, moves))


def _takes(way: Way) -> Callable[[EventData], None]:
    def takes(event: EventData) -> None:
        cast(_Cursor, event.model).way = way

    return takes


def _condition(holds: Callable[[Facts], bool]) -> Callable[[EventData], bool]:
    def condition(event: EventData) -> bool:
        return holds(cast(_Cursor, event.model).facts)  # the stubs leave the model's type open

    return condition


def _made(criteria: tuple[str, ...], moves: tuple[FlowMove, ...]) -> Iterator[Way]:
    live = ("opening", *criteria, *DETOURS, "closing")
    for stage in live:
        asks = Way("answer", stage, None, "has another question", lambda facts: facts.stays)
        stays = [asks] if stage in (*criteria, *ASKING_DETOURS) else []
        if stage in DETOURS:  # a detour is finished before another is taken
            yield from stays
            yield from _detours(stage, criteria, moves)
        elif stage != "closing":  # a criterion is left at once when a detour is due
            yield from _detours(stage, criteria, moves)
            yield from stays
        if stage == "closing":
            yield Way("answer", stage, None)
            yield Way("next", stage, None, "has another question", lambda facts: facts.stays)
        else:
            yield from (replace(way, event="aside") for way in _detours(stage, criteria, moves))
            yield from _onward("answer", stage, criteria)
            yield from _onward("next", stage, criteria)
        yield Way("aside", stage, None)
        yield Way("object", stage, "do_not_call", "opts out", lambda facts: facts.opts_out)
        yield Way("object", stage, None)
        for target in live:
            if stage != "opening" or target != "opening":  # only going back leads there
                yield Way(f"go_{target}", stage, target)
        yield Way("end", stage, "closed")
        yield Way("do_not_call", stage, "do_not_call")
    yield Way("do_not_call", "closed", "do_not_call")


def _detours(stage: str, criteria: tuple[str, ...], moves: tuple[FlowMove, ...]) -> Iterator[Way]:
    """The flow's own ways, taken once a call. From `any` means from every criterion and the opening.

    An account review is only offered where the product comes with one.
    """
    for move in moves:
        anywhere = move.from_ == "any" and (stage in criteria or stage == "opening")
        if (anywhere or move.from_ == stage) and move.to != stage:
            yield Way("answer", stage, move.to, move.when, _once(move))


def _once(move: FlowMove) -> Callable[[Facts], bool]:
    guard = GUARDS[move.when]
    offered = GUARDS["offers_review"] if move.to == "review" else guard
    return lambda facts: move.to not in facts.visited and guard(facts) and offered(facts)


def _onward(event: str, stage: str, criteria: tuple[str, ...]) -> Iterator[Way]:
    """To the next criterion that is open: the ones behind first, then those before that were never visited.

    Whoever is locked into a contract is not asked on: note the end, and move on (Q17). A rep who goes back from
    the closing to ask more is left to it.
    """
    if event == "answer":
        yield Way(event, stage, "closing", "locked_in", lambda f: f.locked_in and "closing" not in f.visited)
    here = criteria.index(stage) if stage in criteria else -1
    for name in criteria[here + 1 :]:
        yield Way(event, stage, name, f"{name} is open", _is_open(name, again=True))
    for name in criteria[: max(here, 0)]:
        yield Way(event, stage, name, f"{name} was not asked", _is_open(name, again=False))
    yield Way(event, stage, "closing")


def _is_open(name: str, *, again: bool) -> Callable[[Facts], bool]:
    return lambda facts: name in facts.open and (again or name not in facts.visited)
