"""What the journal gives back: calls as they were recorded, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from cuebook.conversation.moves import Move
from cuebook.conversation.setup import Setup


@dataclass(frozen=True, slots=True)
class Recorded:
    """A call as it was lived: what it was started with and every move, from which it can be taken up again.

    `digest` is that of the dialogues it was held with; `moves` are (turn, time, move), turn 0 left out.
    """

    call: str
    setup: Setup
    digest: str
    started: datetime
    moves: tuple[tuple[int, datetime, Move], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """A call in a list. `turns` counts moves; `next_on` is the day that was agreed on."""

    id: str
    started: datetime
    ended: datetime | None
    lead: str | None
    company: str | None
    rep: str | None
    source: str | None
    framework: str
    product: str
    language: str
    depth: str
    stage: str
    verdict: str
    decided_by: str | None
    because: str | None
    asked: int
    turns: int
    contract: str | None
    contract_ends: date | None
    disposition: str | None
    next_step: str | None
    next_on: date | None

    @property
    def open(self) -> bool:
        """Not ended: it can be resumed."""
        return self.ended is None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """How a criterion stood in the end. `contradicts`: the earlier words that the quote overruled."""

    criterion: str
    standing: str
    quote: str | None
    turn: int | None
    contradicts: str | None
    by_rep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRow:
    """An objection that was met. `heard`: found in the prospect's words; else the rep picked it."""

    turn: int
    objection: str
    attempt: int
    heard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialRow:
    """A reading that a rep denied: the `value` that was understood from `words`, and what was meant, if anything.

    `signal` is its kind, as in a reading: amounts, times, ...
    """

    call: str
    line: int
    language: str
    signal: str
    value: str
    words: str
    instead: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody who takes part in the decision. `prospect`: the one on the phone.

    `decides` is as it was heard, `part` as the rep marked it.
    """

    name: str | None
    role: str | None
    decides: bool | None
    part: str | None
    quote: str
    turn: int
    prospect: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """A turn. `undone_by` is the undo that took it back, or the amend that dropped it."""

    n: int
    at: datetime
    move: Move | None
    stage: str
    question: str | None
    verdict: str
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class CallDetail:
    """All that is kept of a call."""

    call: CallRow
    standings: tuple[StandingRow, ...]
    objections: tuple[ObjectionRow, ...]
    people: tuple[PersonRow, ...]
    turns: tuple[TurnRow, ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check of a scorecard: whether it held (None: there was no occasion), and the lines that show it."""

    name: str
    holds: bool | None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of a rehearsal and the reply to it. `stage` was open before, `about` is the facet asked about."""

    n: int
    at: datetime
    said: str
    reply: str
    kind: str
    stage: str
    about: str | None
    objection: str | None
    settled: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalRow:
    """A rehearsal that was kept. It is no call: nobody was called, and no report counts it as one.

    `id` is None until it is kept. `finished`: it came to its end; else it was left on the way, or is under way.
    `help` is the most that was shown in it. `score` is of 100, `talk` the rep's share of all words, of 1;
    `questions` counts by form. `lines` are empty in a list of rehearsals.
    """

    id: str | None = None
    started: datetime
    ended: datetime
    finished: bool
    rep: str | None
    persona: str
    seed: int
    framework: str
    product: str
    language: str
    depth: str
    help: str
    digest: str
    score: float
    verdict: str
    truth: str
    questions: Mapping[str, int]
    talk: float
    checks: tuple[CheckRow, ...]
    lines: tuple[LineRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """An answer of a sparring. `came` are the words of the objection, `said` the rep's, `reply` what they got.

    `holds`: which parts of an answer were there, of those that the objection takes. `help` is what was shown then,
    `seconds` how long the rep took by their own clock.
    """

    n: int
    at: datetime
    objection: str
    came: str
    said: str
    reply: str
    help: str
    settled: bool
    holds: Mapping[str, bool]
    pressed: bool
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SparringRow:
    """A sparring that was kept, as far as it went. `id` is None until then; `rounds` were to come."""

    id: str | None = None
    started: datetime
    rep: str | None
    persona: str
    seed: int
    rounds: int
    framework: str
    product: str
    language: str
    digest: str
    answers: tuple[AnswerRow, ...]
