"""The actor: a voice over a whole call, held to what is decided, and left to rest where it fails.

It never decides and never stops a call: what it may not say, or cannot, is said in the script's words, and the rep
is told so once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from cuebook.errors import SurroundingsError
from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.voicing import Decided, Message, ask, ask_again, same_outcome, tidied, unfit

TRIES = 2
"""How often the voice is asked for one line."""

FAILURES = 2
"""Lines in a row without an answer, after which the voice rests for the rest of the call."""

ASTRAY = 3
"""Lines in a row that it did not keep to, after which it rests too: waiting for it is no practice."""


class Voice(Protocol):
    """Who finds the words."""

    @property
    def model(self) -> str:
        """What it is called."""

    @property
    def host(self) -> str:
        """Where it is."""

    @property
    def local(self) -> bool:
        """Whether that is this machine; if not, what is typed leaves it."""

    @property
    def encrypted(self) -> bool:
        """Whether nobody on the way can read it."""

    def prepare(self) -> None:
        """Load what the first answer needs. Raises SurroundingsError."""

    def say(self, messages: Sequence[Message]) -> str:
        """An answer to these messages. Raises SurroundingsError where there is none."""

    def leave(self) -> None:
        """Give up what is asked now: the call is left."""


class Actor:
    """A persona in words of its own. `resting`: not in this call any more."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.resting = False
        self._failures = 0
        self._astray = 0
        self._told: set[str] = set()
        self._notice = ""

    def prepare(self) -> None:
        """Load what the first line needs; if that fails, the first line tells."""
        try:
            self.voice.prepare()
        except SurroundingsError as error:
            self._failed(error)

    def leave(self) -> None:
        """Wait for no words any more: the rep leaves."""
        self.resting = True
        self.voice.leave()

    def notice(self) -> str:
        """What the rep is to be told of the voice, once; mostly nothing."""
        notice, self._notice = self._notice, ""
        return notice

    @property
    def introduction(self) -> str:
        """Who finds the words, and whether what is typed leaves this machine."""
        voice = self.voice
        if voice.local:
            return f"{voice.model} finds the words; what they say and the score are decided here."
        secret = "" if voice.encrypted else ", unencrypted"
        return f"What you type is sent to {voice.host}{secret}: {voice.model} finds the words there."

    def follow(self, said: Rehearsal, decided: Rehearsal) -> Rehearsal:
        """`said`, the call as it is heard, after the last exchange of `decided`, in words that prove the same.

        Raises DialogueError where what comes next cannot be worded.
        """
        voiced = None if self.resting else self._voiced(said, decided)
        if voiced is not None:
            return voiced
        plain = said.follow(decided, None)
        if same_outcome(plain.turn, decided.turn):
            return plain
        # Words of earlier lines read otherwise along with these: from here on the call is the script's own.
        return replace(decided, exchanges=(*said.exchanges, decided.exchanges[-1]))

    def _voiced(self, said: Rehearsal, decided: Rehearsal) -> Rehearsal | None:
        """The same in words of the voice; None where it finds none that can be said."""
        last = decided.exchanges[-1]
        setup = said.script.setup
        wanted = Decided(last.reply.text, setup.language, last.at.date(), last.about or said.facet_asked)
        if not any(letter.isalpha() for letter in wanted.text):
            return None
        asked = ask(said.cast, said.exchanges, last.line.text, wanted.text)
        for _ in range(TRIES):
            try:
                answer = self.voice.say(asked)
            except SurroundingsError as error:
                self._failed(error)
                return None
            self._failures = 0
            words = tidied(answer, said.cast.words.name)
            wrong = unfit(wanted, words)
            if wrong is None:
                heard = said.follow(decided, words)
                if same_outcome(heard.turn, decided.turn):
                    self._astray = 0
                    return heard
                wrong = "it would be taken for something else than the line"
            asked = ask_again(asked, wanted.text, answer, wrong)
        self._went_astray(said)
        return None

    def _failed(self, error: SurroundingsError) -> None:
        if self.resting:
            return  # the rep has left
        self._failures += 1
        if self._failures >= FAILURES:
            self._rest(f"{error.message} {error.hint}".rstrip())
        else:
            self._tell("failed", f"{error.message} {error.hint} That line was said in the script's words.")

    def _went_astray(self, said: Rehearsal) -> None:
        self._astray += 1
        name = said.cast.words.name
        if self._astray >= ASTRAY:
            self._rest(f"{self.voice.model} does not keep to what {name} says.")
        else:
            self._tell(
                "astray", f"{self.voice.model} did not keep to what {name} says: the script's words were used."
            )

    def _rest(self, why: str) -> None:
        self.resting = True
        self._tell("rests", f"{why} The rest of the call is said in the script's words.")

    def _tell(self, what: str, notice: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self._notice = " ".join(notice.split())
