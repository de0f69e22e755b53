"""Model calls: a call as it should go, written down with what is expected of it. Test, rehearsal and documentation
at once.

A `.call` file is plain text. It begins with what the call is about, a line each: `framework:`, `product:` and
`today:`, and if one likes `lead:` and `rep:` (`Anna Berg, Nordvik AS`), `language:` and `depth:`. After an empty
line follows the call, a line each:

    Anna: we lose a day a week    what the prospect said, by whatever name; lines of the rep only tell the story
    /object why_asking            a move, written as in a call line by line; objections by their whole name
    = need confirmed              how a criterion stands now
    = verdict callback by timeline on 2027-01-15
    = stage reroute
    = question need.today
    = explanation why_asking 1    the objection that is answered now, and at which try
    = level stakeholder negative
    = also champ incomplete       the verdict under another framework
    # a remark
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import get_args

from cuebook.conversation.expected import Complaint, Expected, complaint, expectation
from cuebook.conversation.history import History
from cuebook.conversation.moves import Hear
from cuebook.conversation.record import Proposal
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Depth, Setup
from cuebook.conversation.written import written
from cuebook.dialogue.completeness import flows_in
from cuebook.dialogue.context import Someone
from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.source import hidden_in
from cuebook.errors import CuebookError, MoveError

NEEDED = ("framework", "product", "today")
OPTIONAL = ("lead", "rep", "language", "depth")

_HEADER = re.compile(r"(?P<key>[^:]*?)\s*:\s*(?P<value>.*)")
_SAID = re.compile(r"(?P<who>[^:]{1,60}?)\s*:\s*(?P<text>\S.*)")
_NOON = time(12, tzinfo=UTC)

Spot = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the call: what was said, a move as it is written (`next`), or what is expected."""

    spot: Spot
    does: Hear | str | Expected


@dataclass(frozen=True, slots=True)
class ModelCall:
    """A model call as it was read. One with faults is not played.

    `headers` tells where each value of the header stands.
    """

    path: str
    setup: Setup
    today: date
    headers: Mapping[str, Spot]
    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]


def parse(text: str, path: str) -> ModelCall:
    """Read a model call; `path` is only told. Never raises for what is in the text."""
    return _Reader(path, [line.rstrip() for line in text.split("\n")]).call()


def play(call: ModelCall, dialogues: Dialogues) -> tuple[Fault, ...]:
    """Play the call, and tell each expectation that does not hold and each move that is not possible."""
    if call.faults:
        return call.faults
    chosen: Mapping[str, tuple[str, Collection[str]]] = {
        "language": (call.setup.language, dialogues.words),
        "product": (call.setup.product, dialogues.products),
        "framework": (call.setup.framework, flows_in(dialogues, call.setup.language)),
    }
    for key, (value, there) in chosen.items():
        if value not in there:
            said = f"There is no {key} {value!r}.{advice(value, there)}"
            return (Fault(call.path, *call.headers.get(key, (1, 1)), "CUE502", said),)
    try:
        script = script_for(call.setup, dialogues)
        history = History.start(script, datetime.combine(call.today, _NOON))
    except CuebookError as error:  # the words have faults of their own
        return (Fault(call.path, *call.headers["product"], "CUE502", _told(error)),)
    return tuple(_played(call, script, history))


def _played(call: ModelCall, script: Script, history: History) -> Iterator[Fault]:
    for step in call.steps:
        if isinstance(step.does, Expected):
            wrong = complaint(step.does, script.follow(history.call.framework), history.turn)
            if wrong is not None:
                yield Fault(call.path, *step.spot, wrong.code, wrong.message)
            continue
        try:
            proposal = history.turn.proposal
            move = step.does if isinstance(step.does, Hear) else written(*_command(step.does), proposal)
            history = history.take(move, history.turn.at)
        except CuebookError as error:
            yield Fault(call.path, *step.spot, "CUE504", _told(error))


def _told(error: CuebookError) -> str:
    return f"{error.message} {error.hint}".rstrip()


def _command(text: str) -> tuple[str, str]:
    name, _, rest = text.partition(" ")
    return name, rest.strip()


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Reader:
    """The reading of one text, line by line."""

    path: str
    lines: list[str]
    values: dict[str, str] = field(default_factory=dict)
    headers: dict[str, Spot] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def call(self) -> ModelCall:
        """Read it all: remarks, the header, an empty line, the call."""
        self.faults += hidden_in(self.path, "\n".join(self.lines))
        count = len(self.lines)
        first = next((n for n, line in enumerate(self.lines) if line and not line.startswith("#")), count)
        end = next((n for n in range(first, count) if not self.lines[n]), count)
        for n in range(first, end):
            self._header(n)
        missing = [key for key in NEEDED if key not in self.values]
        if missing:
            said = f"The header lacks {' and '.join(missing)}. It begins like this: framework: bant"
            self._fault((min(first, count - 1) + 1, 1), "CUE501", said)
        today, setup = self._today(), self._setup()
        telling = {name for name in (setup.rep.name, setup.rep.first_name) if name}
        for n in range(end, count):
            self._line(n, telling)
        if not any(isinstance(step.does, Expected) for step in self.steps):
            said = (
                "Nothing is expected of this call, so it proves nothing. Say what comes of it: = verdict qualified"
            )
            self._fault((1, 1), "CUE507", said)
        return ModelCall(self.path, setup, today, self.headers, tuple(self.steps), tuple(sorted(self.faults)))

    def _header(self, n: int) -> None:
        line = self.lines[n]
        if line.startswith("#"):
            return
        keys = (*NEEDED, *OPTIONAL)
        header = _HEADER.fullmatch(line)
        key = header["key"] if header else line
        if header is None or key not in keys:
            said = f"The header has no {key!r}.{advice(key, keys)} An empty line ends it."
            self._fault((n + 1, 1), "CUE502", said)
        elif key in self.values:
            self._fault((n + 1, 1), "CUE502", f"{key!r} is already there. Keep one.")
        else:
            self.values[key] = header["value"]
            self.headers[key] = (n + 1, header.start("value") + 1)

    def _setup(self) -> Setup:
        given = self.values.get("depth", "discovery")
        depth: Depth = "cold" if given == "cold" else "discovery"
        if given != depth:
            said = f"There is no depth {given!r}.{advice(given, get_args(Depth))}"
            self._fault(self.headers["depth"], "CUE502", said)
        return Setup(
            framework=self.values.get("framework", ""),
            product=self.values.get("product", ""),
            language=self.values.get("language", "en"),
            depth=depth,
            lead=_someone(self.values.get("lead", "")),
            rep=_someone(self.values.get("rep", "")),
        )

    def _today(self) -> date:
        given = self.values.get("today")
        try:
            return date.fromisoformat(given or "")
        except ValueError:
            if given is not None:
                said = f"{given!r} is no date. Write it as 2026-11-21."
                self._fault(self.headers["today"], "CUE502", said)
            return date.min

    def _line(self, n: int, telling: Collection[str]) -> None:
        text = self.lines[n].lstrip()
        spot = (n + 1, len(self.lines[n]) - len(text) + 1)
        if not text or text.startswith("#"):
            return
        said = _SAID.fullmatch(text)
        if text.startswith("="):
            self._expected(spot, expectation(text[1:]))
        elif text.startswith("/"):
            self._move(spot, text[1:])
        elif said is None:
            told = "Write who says it (Anna: go ahead), a move (/next) or what is expected (= need confirmed)."
            self._fault(spot, "CUE503", told)
        elif said["who"] not in telling:
            self.steps.append(Step(spot, Hear(said["text"])))

    def _move(self, spot: Spot, text: str) -> None:
        try:
            written(*_command(text), Proposal("incomplete"))
        except MoveError as error:
            self._fault(spot, "CUE504", _told(error))
        else:
            self.steps.append(Step(spot, text))

    def _expected(self, spot: Spot, expected: Expected | Complaint) -> None:
        if isinstance(expected, Complaint):
            self._fault(spot, expected.code, expected.message)
        else:
            self.steps.append(Step(spot, expected))

    def _fault(self, spot: Spot, code: str, message: str) -> None:
        self.faults.append(Fault(self.path, *spot, code, message))


def _someone(given: str) -> Someone:
    """A person as `Anna Berg, Nordvik AS`; what is not given is not known."""
    name, _, company = (part.strip() for part in given.partition(","))
    return Someone(name=name or None, first_name=name.partition(" ")[0] or None, company=company or None)
