"""The whole call line by line, without a screen: for screen readers, pipes and tests (`--plain`).

Text is what the prospect said; a line that begins with `/` is a move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from cuebook.conversation import moves
from cuebook.conversation.moves import Move, from_json
from cuebook.conversation.record import Proposal, Turn
from cuebook.conversation.written import written
from cuebook.dialogue.model import Dialogues, Words
from cuebook.dialogue.naming import language_name
from cuebook.errors import BlockedError, DialogueError, MoveError, SurroundingsError, UsageError
from cuebook.finding import find, objections
from cuebook.nearest import nearest
from cuebook.qualification.committee import in_order
from cuebook.qualification.telling import trait
from cuebook.session import Session

if TYPE_CHECKING:
    from cuebook.dialogue.watching import Seen, Watch


@dataclass(frozen=True, slots=True)
class Command:
    """A line that begins with `/`: its name, what it takes, what it does."""

    name: str
    takes: str
    help: str


COMMANDS: tuple[Command, ...] = (
    Command("object", "LETTERS", "an objection, by some letters of it: /object why"),
    Command("probe", "", "the next follow-up to the question"),
    Command("next", "", "leave this question"),
    Command("back", "", "the question before this one"),
    Command("go", "CRITERION", "to a criterion: /go budget"),
    Command("mark", "CRITERION STANDING", "say how a criterion stands: /mark need confirmed"),
    Command("note", "TEXT", "a note of your own"),
    Command("amend", "TURN TEXT", "correct an earlier line: /amend 2 we print very little"),
    Command("deny", "TURN READING", "that was not meant: /deny 2 money; /deny 2 money:2 is the second sum"),
    Command("correct", "TURN READING VALUE", "this was meant: /correct 2 money 60 000 EUR a year"),
    Command("undo", "", "take the last move back"),
    Command("switch", "FRAMEWORK", "follow another framework"),
    Command("person", "PART [NAME, ROLE]", "their part in the decision: /person decides Kari Holm, CFO"),
    Command("depth", "cold|discovery", "how much is still asked"),
    Command("dnc", "", "they asked not to be called again: final"),
    Command("end", "[DISPOSITION] [DATE] [NEXT STEP]", "end the call: /end callback 2027-01-15 call Per"),
    Command("status", "", "how the call stands"),
    Command("lines", "", "the lines so far, with their numbers"),
    Command("summary", "[FILE]", "the summary so far, shown or written to a file"),
    Command("help", "", "this list"),
    Command("quit", "", "leave; the call stays open and can be resumed"),
)

_LOOKS = 10
"""How often files that are being written are looked at within a second."""

_ASIDE = ("status", "lines", "summary", "help")


class Talk:
    """A call in plain lines. `summarise` gives the summary as text, `write` shows a line.

    With `watch`, a change of the dialogues is taken over and told before the next line is answered; an empty line
    is enough. With `guess`, `/object` alone tells which objections the last line is most like, where none was read
    in it.
    """

    def __init__(
        self,
        session: Session,
        words: Words,
        summarise: Callable[[], str],
        write: Callable[[str], None],
        watch: Watch | None = None,
        guess: Callable[[str, str], tuple[str, ...]] | None = None,
    ) -> None:
        self._session = session
        self._words = words
        self._summarise = summarise
        self._write = write
        self._told: StoreTold = StoreTold()
        self._watch = watch
        self._guess = guess

    def hold(self, lines: Iterator[str]) -> None:
        """Take lines until the input ends, the call is over or the rep quits."""
        self._show(self._session.turn)
        self._look()
        for line in lines:
            self._look()
            if line.strip() in ("/quit", "/q"):
                break
            if line.strip():
                self.answer(line.rstrip("\r\n"))
            if self._session.turn.stage in ("closed", "do_not_call"):
                self._write(self._summarise())
                return
        self._write(_farewell(self._session))

    def answer(self, line: str) -> None:
        """Take one line and show what it gave. What is not possible is said; nothing has changed then."""
        try:
            name = line.strip()[1:].split(maxsplit=1)[0] if line.strip()[1:] else "help"
            if line.lstrip().startswith("/") and name in _ASIDE:
                self._tell(name, line)
                return
            self._show(self._session.take(self.move(line), must_save=False))
        except (MoveError, DialogueError) as error:
            if isinstance(error, BlockedError):
                raise
            self._write(f"Not possible: {error.message} {error.hint}".rstrip())

    def _look(self) -> None:
        """Take over dialogues that were changed, and tell what is wrong with them."""
        if self._watch and followed(self._watch, self._session.reread, self._write):
            self._words = self._session.words
            self._show(self._session.turn)

    def move(self, line: str) -> Move:
        """The move that a line means. Raises MoveError that says how to write it."""
        if not line.lstrip().startswith("/"):
            return from_json({"move": "hear", "text": line})
        if named(line, COMMANDS) == ("object", ""):
            raise MoveError("Which objection?", f"{self._guessed()}{_every(self._words)}")
        return move_of(line, COMMANDS, self._words, self._session.turn.proposal)

    def _guessed(self) -> str:
        """What the last line may be, where no objection was read in it, marked as the guess that it is."""
        reading = self._session.turn.reading
        if self._guess is None or reading is None or reading.objections:
            return ""
        try:
            guessed = self._guess(reading.text, reading.language)
        except SurroundingsError as error:
            return f"{error.message} {error.hint} "
        likely = [name for name in guessed if name in self._words.objections]
        asked = " or ".join(f"{self._words.objections[name].name} (/object {name})" for name in likely)
        return f"≈ A guess, by the last line: {asked}. " if likely else ""

    def _tell(self, name: str, line: str) -> None:
        match name:
            case "status":
                self._write(status(self._session.turn))
            case "lines":
                for turn in self._session.turns:
                    if isinstance(turn.move, moves.Hear | moves.Note):
                        self._write(f"{turn.n}  {turn.move.text}")
            case "summary":
                self._summary(line.strip().partition(" ")[2])
            case _:
                for explained in explain(COMMANDS):
                    self._write(explained)

    def _summary(self, file: str) -> None:
        if not file:
            self._write(self._summarise())
            return
        try:
            Path(file).expanduser().write_text(self._summarise(), encoding="utf-8")
        except OSError as error:
            self._write(f"{file} cannot be written: {error.strerror}. Name another file.")
        else:
            self._write(f"Written to {file}.")

    def _show(self, turn: Turn) -> None:
        for line in _lines(turn):
            self._write(line)
        for line in self._told.news(self._session):
            self._write(line)


def move_of(line: str, commands: Sequence[Command], words: Words, proposal: Proposal) -> Move:
    """The move of a line that begins with `/`; a command may be shortened. Raises MoveError."""
    name, rest = named(line, commands)
    return _object(rest, words) if name == "object" else written(name, rest, proposal)


def named(line: str, commands: Sequence[Command]) -> tuple[str, str]:
    """The name in full of the command in a line that begins with `/`, and what follows it. Raises MoveError."""
    name, *parts = line.strip()[1:].split(maxsplit=1)
    rest = parts[0] if parts else ""
    names = [command.name for command in commands]
    if name not in names:
        short = [known for known in names if known.startswith(name)]
        if len(short) != 1:
            raise MoveError(f"There is no /{name}.", nearest(name, names))
        name = short[0]
    return name, rest


def _object(letters: str, words: Words) -> Move:
    found = find(letters, objections(words.objections))
    if not letters or not found:
        raise MoveError(f"Which objection? Nothing is found by {letters!r}.", _every(words))
    return moves.Object(found[0].id)


def _every(words: Words) -> str:
    return f"There are: {', '.join(sorted(words.objections))}."


def explain(commands: Sequence[Command]) -> Iterator[str]:
    """A line for each command: how it is written, what it does."""
    width = max(len(f"/{command.name} {command.takes}") for command in commands)
    for command in commands:
        yield f"{f'/{command.name} {command.takes}':{width}}  {command.help}"


def followed(watch: Watch, reread: Callable[[Dialogues], int | None], write: Callable[[str], None]) -> bool:
    """Take over what the watch has seen, tell what is wrong with it; whether the call is by other words now."""
    seen = settled(watch)
    if seen is None:
        return False
    for fault in seen.faults[:1]:
        write(f"FAULT  {fault}")
    if len(seen.faults) > 1:
        write(f"FAULT  and {len(seen.faults) - 1} more; `cuebook check` shows all.")
    if seen.dialogues is None:
        write("The call goes on with the words that it had.")
        return False
    try:
        passed_over = reread(seen.dialogues)
    except (UsageError, DialogueError) as error:
        write(f"FAULT  {error}\nThe call goes on with the words that it had.")
        return False
    if passed_over is None:
        return False
    gone = f" Moves that do not apply any more: {passed_over}." if passed_over else ""
    write(f"The dialogues have changed.{gone}")
    return True


def settled(watch: Watch) -> Seen | None:
    """What the watch has seen; where somebody is just writing, wait for it, a second at the most."""
    seen = watch.look()
    for _ in range(_LOOKS):
        if seen is not None or not watch.stirring:
            break
        sleep(1 / _LOOKS)
        seen = watch.look()
    return seen


def _farewell(session: Session) -> str:
    """What becomes of a call that is left open."""
    if session.call is None:
        return "The call was not saved."
    lost = f" The last {session.unsaved} of its turns were not saved." if session.unsaved else ""
    return f"The call stays open. Resume it with --resume {session.call}.{lost}"


class StoreTold:
    """Says once when the store stops taking turns, and once when it takes them again."""

    def __init__(self) -> None:
        self._broken = False

    def news(self, session: Session) -> Iterator[str]:
        """What the rep has to know now."""
        trouble = session.trouble
        if trouble is not None and not self._broken:
            yield f"NOT SAVED: {trouble.message} {trouble.hint}"
            yield "The call goes on; /summary FILE writes it to a file."
        if trouble is None and self._broken:
            yield "All turns are saved again."
        self._broken = trouble is not None


def _lines(turn: Turn) -> Iterator[str]:
    """A turn in words: what was understood, what to say to an objection, the question, the status."""
    yield from told_reading(turn)
    yield from told_cue(turn)
    yield from told_status(turn)


def told_reading(turn: Turn) -> Iterator[str]:
    """What was understood of the line, in a line."""
    if turn.reading is not None:
        understood = list(_understood(turn))
        yield f"{turn.n}  understood: {'; '.join(understood)}" if understood else f"{turn.n}  kept as said"


def told_cue(turn: Turn) -> Iterator[str]:
    """What to say: the reply to an objection, the question, the reason for it."""
    if turn.explanation is not None:
        sounds = "sounds like " if turn.explanation.heard else ""
        reply = turn.explanation
        yield f"OBJECTION  {sounds}{reply.objection} ({reply.class_}), try {reply.attempt}"
        yield f"SAY   {reply.say}"
    if turn.cue is not None:
        yield f"{'ASK' if turn.explanation else 'SAY'}   {turn.cue.say}"
        if turn.explanation is None:
            yield f"      why: {turn.cue.why}"
            yield f"      listen for: {turn.cue.listen_for}"
            yield from (f"      it brings: {point}" for point in turn.cue.brings)


def told_status(turn: Turn) -> Iterator[str]:
    """What the move brought about, and the verdict."""
    if isinstance(turn.move, moves.Person):
        yield from (f"PEOPLE  {who}" for who in _people(turn))
    if isinstance(turn.move, moves.Depth):
        yield f"DEPTH  {turn.depth}; {turn.asked} asked, {turn.left} left"
    if turn.suits.better is not None:
        yield _better(turn)
    yield f"STATUS  {_verdict(turn)}"


def _better(turn: Turn) -> str:
    """That another product fits clearly better, and why: a proposal, nothing more."""
    name = turn.suits.better or ""
    held = ", ".join(trait(reason.trait, reason.value) for reason in turn.fits[name].reasons if reason.fits)
    return f"FIT  {name} fits better: {held}"


def _people(turn: Turn) -> Iterator[str]:
    """Who takes part in the decision, those who decide first."""
    for _, member in in_order(turn.ledger.people):
        who = ", ".join(part for part in (member.person.name, member.person.role) if part) or "the prospect"
        yield f"{who}: {member.tells}" if member.tells else who


def _understood(turn: Turn) -> Iterator[str]:
    reading = turn.reading
    if reading is None:
        return
    for amount in reading.amounts:
        yield f"money {reading.text[slice(*amount.span)]!r}"
    for time in reading.times:
        ends = [day.isoformat() if day else "open" for day in (time.start, time.end)]
        yield f"time {reading.text[slice(*time.span)]!r} ({ends[0]} to {ends[1]})"
    for person in reading.people:
        decides = {True: " decides", False: " does not decide", None: ""}[person.decides]
        yield f"person {person.name or person.role or 'the prospect'}{decides}"
    for sign in reading.signs:
        yield f"{'for' if sign.holds else 'against'} {sign.facet} {reading.text[slice(*sign.span)]!r}"
    if reading.stance is not None:
        yield f"answer {reading.stance}"
    if reading.elsewhere is not None:
        yield f"it looks {language_name(reading.elsewhere)}, and the call is in {language_name(reading.language)}"


def _verdict(turn: Turn) -> str:
    decision = turn.status.decision
    why = f", by {decision.decided_by}" if decision.decided_by else ""
    said = f': "{decision.because}"' if decision.because else ""
    return f"{decision.verdict}{why}{said}; {turn.status.confirmed} of {len(turn.status.criteria)} confirmed"


def status(turn: Turn) -> str:
    """How the call stands, in full."""
    lines = [f"STATUS  {_verdict(turn)}"]
    for name, criterion in turn.status.criteria.items():
        quote = f'  "{criterion.quote}"' if criterion.quote else ""
        earlier = f'  earlier: "{criterion.contradicts}"' if criterion.contradicts else ""
        mark = " (your mark)" if criterion.by_rep else ""
        lines.append(f"  {name}: {criterion.standing}{mark}{quote}{earlier}")
    lines += [f"  fit {name}: {fit.standing}" for name, fit in turn.fits.items()]
    if turn.suits.asks is not None:
        lines.append(f"  {' and '.join(turn.suits.level)} fit about equally; {trait(turn.suits.asks, None)} tells")
    lines.append(f"DEPTH  {turn.depth}; {turn.asked} asked, {turn.left} left")
    lines += [f"PEOPLE  {who}" for who in _people(turn)]
    return "\n".join(lines)
