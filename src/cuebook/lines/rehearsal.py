"""A rehearsal line by line, without a screen (`cuebook rehearse --plain`).

Text is what the rep says to the prospect; an empty line says what is shown; a line that begins with `/` is a move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cuebook.dialogue.naming import stage_name
from cuebook.errors import DialogueError, MoveError
from cuebook.lines.call import (
    COMMANDS,
    Command,
    explain,
    followed,
    move_of,
    status,
    told_cue,
    told_reading,
    told_status,
)
from cuebook.nearest import nearest
from cuebook.practice.room import HELPS, Room, Say

if TYPE_CHECKING:
    from cuebook.dialogue.watching import Watch

_OWN = (
    Command("why", "", "say the reason, then the question that is shown"),
    Command("show", "|".join(HELPS), "how much of the cue is shown"),
    Command("score", "", "the scorecard so far"),
)
_NOT_HERE = ("amend", "summary", "quit")
MOVES = (
    *_OWN,
    *(command for command in COMMANDS if command.name not in _NOT_HERE),
    Command("quit", "", "leave; the scorecard so far is shown"),
)
"""The commands of a rehearsal. There is no /amend: what was said was heard."""

_ASIDE = ("show", "score", "status", "lines", "help")


class RehearsalTalk:
    """A rehearsal in plain lines. `scorecard` gives its score so far in words, `write` shows a line.

    With `watch`, a change of the dialogues is taken over and told before the next line is answered.
    """

    def __init__(
        self,
        room: Room,
        scorecard: Callable[[], list[str]],
        write: Callable[[str], None],
        watch: Watch | None = None,
    ) -> None:
        self._room = room
        self._scorecard = scorecard
        self._write = write
        self._watch = watch

    def hold(self, lines: Iterator[str]) -> None:
        """Take lines until the call is over, the input ends or the rep leaves."""
        self._introduce()
        self._show()
        for line in lines:
            if self._watch and followed(self._watch, self._room.reread, self._write):
                self._show()
            if line.strip() in ("/quit", "/q"):
                return
            self.answer(line.strip())
            if self._room.over:
                return

    def answer(self, line: str) -> None:
        """Take one line and show what it gave. What is not possible is said; nothing has changed then."""
        name, _, rest = line.removeprefix("/").partition(" ")
        trouble = self._room.keeping.trouble
        try:
            if line.startswith("/") and (name in _ASIDE or not name):
                self._tell(name, rest.strip())
            elif not line.startswith("/") or name == "why":
                self._say(line, reason=name == "why" and line.startswith("/"))
            else:
                self._room.take(move_of(line, MOVES, self._room.words, self._room.turn.proposal))
                self._show()
        except (MoveError, DialogueError) as error:
            self._write(f"Not possible: {error.message} {error.hint}".rstrip())
        if self._room.keeping.trouble is not trouble:
            self._write(f"{self._room.keeping.notice} The rehearsal goes on; it is tried again at the end.")

    def _say(self, line: str, *, reason: bool) -> None:
        """Say the line, or where there is none what is shown."""
        text = line
        if reason or not line:
            shown, cue = self._room.cue, self._room.turn.cue
            if shown is None or (reason and cue is None):
                raise MoveError("Nothing is shown to be said.", "Type what you would say, or /show script.")
            text = f"{cue.why} {cue.say}" if reason and cue else shown
            self._write(f"YOU   {text}")
        self._room.take(Say(text))
        last = self._room.last
        if last is not None:
            self._write(f"THEY  {last.reply.text}")
        notice = self._room.notice()
        if notice:
            self._write(f"VOICE {notice}")
        self._show()

    def _introduce(self) -> None:
        room, words = self._room, self._room.rehearsal.cast.words
        who = ", ".join(part for part in (words.name, words.role, words.company) if part)
        self._write(f"CALL  {who}. {words.about}")
        again = f"--persona {room.chosen.persona} --seed {room.chosen.seed}{' --voice' * (room.actor is not None)}"
        self._write(f"      The same call again: {again}")
        if room.actor is not None:
            self._write(f"VOICE {room.actor.introduction}")

    def _show(self) -> None:
        turn = self._room.turn
        for line in (*told_reading(turn), *self._cue(), *told_status(turn)):
            self._write(line)

    def _cue(self) -> Iterator[str]:
        """As much of the cue as is wanted."""
        turn = self._room.turn
        if self._room.help == "script":
            yield from told_cue(turn)
        elif self._room.help == "hints":
            if turn.explanation is not None:
                reply = turn.explanation
                yield f"OBJECTION  {reply.objection} ({reply.class_}), try {reply.attempt}"
            if turn.cue is not None:
                yield f"ASK ABOUT  {stage_name(self._room.words, turn.stage)}"
                yield f"      listen for: {turn.cue.listen_for}"

    def _tell(self, name: str, rest: str) -> None:
        match name:
            case "show":
                if rest not in HELPS:
                    raise MoveError(f"There is no help {rest!r}.", nearest(rest, HELPS))
                self._room.show(rest)
                self._show()
            case "score":
                for line in self._scorecard():
                    self._write(line)
            case "status":
                self._write(status(self._room.turn))
            case "lines":
                for each in self._room.rehearsal.exchanges:
                    self._write(f"{each.n:>3}  you   {each.line.text}\n     they  {each.reply.text}")
            case _:
                for explained in explain(MOVES):
                    self._write(explained)
