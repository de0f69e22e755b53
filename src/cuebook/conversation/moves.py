"""The moves: everything that a rep can do in a call, as data. A call is a list of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from typing import Any, ClassVar, get_args

from cuebook.conversation import setup
from cuebook.dialogue.model import Disposition
from cuebook.errors import MoveError
from cuebook.harmless import harmless
from cuebook.nearest import nearest
from cuebook.qualification.committee import PARTS, Part
from cuebook.qualification.status import STANDINGS, Standing
from cuebook.understanding.correcting import SIGNALS, Signal

DISPOSITIONS: tuple[str, ...] = get_args(Disposition)
LONGEST_LINE = 1_000_000
"""Characters that a line may have; what is longer is refused rather than cut."""

LONGEST_NAME = 200
"""Characters that a person's name or role may have."""

DEPTHS: tuple[setup.Depth, ...] = get_args(setup.Depth)


class _Said:
    """A move that holds a line of text: never empty, never harmful, whoever makes the move.

    Making one raises MoveError for a blank line and for one that is too long.
    """

    __slots__ = ()
    kind: ClassVar[str]
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise MoveError(f"The move {self.kind!r} needs some text.", "An empty line is not a move.")
        object.__setattr__(self, "text", _bounded("text", self.text))


def _bounded(key: str, text: str) -> str:
    if len(text) > LONGEST_LINE:
        raise MoveError(
            f"The {key} has {len(text):,} characters; at most {LONGEST_LINE:,} are taken.", "Paste it in parts."
        )
    return harmless(text)


def _called(key: str, text: str | None) -> str | None:
    """A name or a role, on one line."""
    if text is None:
        return None
    one_line = " ".join(harmless(text[: LONGEST_NAME + 1]).split())
    if not one_line:
        raise MoveError(f"The {key} of the person is blank.", "Leave it out for the one on the phone.")
    if len(text) > LONGEST_NAME:
        raise MoveError(
            f"The {key} has {len(text):,} characters; at most {LONGEST_NAME} are taken.", "Shorten it."
        )
    return one_line


@dataclass(frozen=True, slots=True)
class Hear(_Said):
    """The prospect said this."""

    kind: ClassVar[str] = "hear"
    text: str


@dataclass(frozen=True, slots=True)
class Object:
    """The prospect raised this objection of the catalogue."""

    kind: ClassVar[str] = "object"
    objection: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The rep says how a criterion stands. It wins over every reading, also over later ones.

    `profile` can be marked in every framework: whether they fit the product's buyer profile.
    """

    kind: ClassVar[str] = "mark"
    criterion: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Probe:
    """Show the next follow-up to the open question."""

    kind: ClassVar[str] = "probe"


@dataclass(frozen=True, slots=True)
class Next:
    """Leave this stage for the next one that is open."""

    kind: ClassVar[str] = "next"


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the question before this one."""

    kind: ClassVar[str] = "back"


@dataclass(frozen=True, slots=True)
class Go:
    """Jump to a criterion (or to a detour or the closing, by the stage's name)."""

    kind: ClassVar[str] = "go"
    criterion: str


@dataclass(frozen=True, slots=True)
class Note(_Said):
    """The rep's own note; kept with the call, proves nothing."""

    kind: ClassVar[str] = "note"
    text: str


@dataclass(frozen=True, slots=True)
class Amend(_Said):
    """Line `turn` should have read `text`; all after it is computed anew."""

    kind: ClassVar[str] = "amend"
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class Deny:
    """What was read in line `turn` was not meant: number `index` (from 0) of that signal, as it stands now."""

    kind: ClassVar[str] = "deny"
    turn: int
    signal: Signal
    index: int = 0


@dataclass(frozen=True, slots=True)
class Correct:
    """In line `turn`, `value` was meant in the place of what was read; see `understanding.correcting.meant`."""

    kind: ClassVar[str] = "correct"
    turn: int
    signal: Signal
    value: str
    index: int = 0

    def __post_init__(self) -> None:
        if not self.value.strip():
            raise MoveError("The move 'correct' needs a value.", "Where nothing was meant, deny it.")
        if len(self.value) > LONGEST_NAME:
            raise MoveError(
                f"The value has {len(self.value):,} characters; at most {LONGEST_NAME} are taken.", "Shorten it."
            )
        object.__setattr__(self, "value", " ".join(harmless(self.value).split()))


Rewriting = Amend | Deny | Correct
"""The moves that change what line `turn` counts for; all after it is computed anew."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last move back."""

    kind: ClassVar[str] = "undo"


@dataclass(frozen=True, slots=True)
class Switch:
    """Follow another framework from here; the evidence stays."""

    kind: ClassVar[str] = "switch"
    framework: str


@dataclass(frozen=True, slots=True)
class Person:
    """The rep says which part somebody has in the decision: a mark on the map of the buying committee.

    Who decides (Q9), who can persuade the others (Q10), a saboteur who can talk them out of it (Q11), who will use
    it, and a gatekeeper, who only lets calls through. The person goes by name, by role, or by neither: then it is
    the one on the phone. Without a part the mark is taken away. It wins over every reading of who decides.
    """

    kind: ClassVar[str] = "person"
    name: str | None = None
    role: str | None = None
    part: Part | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", _called("name", self.name))
        object.__setattr__(self, "role", _called("role", self.role))


@dataclass(frozen=True, slots=True)
class Depth:
    """Ask so much from here on: two or three questions, or a whole discovery (Q3)."""

    kind: ClassVar[str] = "depth"
    depth: setup.Depth


@dataclass(frozen=True, slots=True)
class DoNotCall:
    """The prospect wants no more calls. Terminal; the lead is refused from now on."""

    kind: ClassVar[str] = "do_not_call"


@dataclass(frozen=True, slots=True)
class End:
    """The call is over: how it went, and what is next, on which day."""

    kind: ClassVar[str] = "end"
    disposition: str
    next_step: str | None = None
    on: date | None = None

    def __post_init__(self) -> None:
        if self.next_step is not None:
            object.__setattr__(self, "next_step", _bounded("next_step", self.next_step))


Move = (
    Hear
    | Object
    | Mark
    | Probe
    | Next
    | Back
    | Go
    | Note
    | Amend
    | Deny
    | Correct
    | Undo
    | Switch
    | Person
    | Depth
    | DoNotCall
    | End
)
KINDS: Mapping[str, type[Move]] = {kind.kind: kind for kind in get_args(Move)}


def as_json(move: Move) -> dict[str, Any]:
    """The move in the contract's shape; fields that are None are left out."""
    out: dict[str, Any] = {"move": move.kind}
    for item in fields(move):
        value = getattr(move, item.name)
        if value is not None:
            out[item.name] = value.isoformat() if isinstance(value, date) else value
    return out


def from_json(given: object) -> Move:
    """Read a move in the contract's shape.

    Raises MoveError that says which part is wrong and what would be right.
    """
    if not isinstance(given, Mapping):
        raise MoveError("A move is a JSON object.", 'For example {"move": "hear", "text": "we print a lot"}.')
    name = given.get("move")
    if not isinstance(name, str) or name not in KINDS:
        raise MoveError(f"There is no move {name!r}.", nearest(str(name), KINDS))
    kind = KINDS[name]
    wanted = {item.name: item for item in fields(kind)}
    for key in given:
        if key not in wanted and key != "move":
            raise MoveError(
                f"The move {name!r} has no field {key!r}.", f"It takes: {', '.join(wanted) or 'nothing'}."
            )
    values: dict[str, Any] = {}
    for key, item in wanted.items():
        value = given.get(key)
        if value is None:
            if "None" not in str(item.type) and item.default is MISSING:
                raise MoveError(f"The move {name!r} needs {key!r}.", f"For example {_EXAMPLES[name]}.")
            continue
        values[key] = _value(name, key, value)
    return kind(**values)


_EXAMPLES = {
    "hear": '{"move": "hear", "text": "we print a lot"}',
    "object": '{"move": "object", "objection": "why_asking"}',
    "mark": '{"move": "mark", "criterion": "need", "standing": "confirmed"}',
    "go": '{"move": "go", "criterion": "budget"}',
    "note": '{"move": "note", "text": "sounds tired"}',
    "amend": '{"move": "amend", "turn": 2, "text": "we print very little"}',
    "deny": '{"move": "deny", "turn": 2, "signal": "amounts"}',
    "correct": '{"move": "correct", "turn": 2, "signal": "amounts", "value": "500 EUR a month"}',
    "person": '{"move": "person", "name": "Kari Holm", "part": "decides"}',
    "depth": '{"move": "depth", "depth": "cold"}',
    "switch": '{"move": "switch", "framework": "bant"}',
    "end": '{"move": "end", "disposition": "callback", "next_step": "call again", "on": "2027-01-15"}',
}


_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "signal": SIGNALS,
    "standing": STANDINGS,
    "part": PARTS,
    "depth": DEPTHS,
    "disposition": DISPOSITIONS,
}


def _value(move: str, key: str, value: object) -> object:
    if key in ("turn", "index"):
        if isinstance(value, bool) or not isinstance(value, int):
            hint = "It is the number of the turn." if key == "turn" else "It counts from 0."
            raise MoveError(f"The move {move!r} needs a whole number as {key!r}.", hint)
        return value
    if not isinstance(value, str):
        raise MoveError(f"The move {move!r} needs text as {key!r}.", f"Got {type(value).__name__}.")
    if key == "on":
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise MoveError(f"{value!r} is not a date.", "Write it as 2027-01-15.") from error
    allowed = _ALLOWED.get(key)
    if allowed is not None and value not in allowed:
        raise MoveError(f"There is no {key} {value!r}.", nearest(value, allowed))
    return _bounded(key, value)
