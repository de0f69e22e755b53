"""Rehearsals put together: who is on the phone, by which dialogues, and how one is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cuebook.clock import Clock
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.desk import someone
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.personas import CheckWords, Personas, PersonaWords, load_personas
from cuebook.errors import DialogueError, UsageError
from cuebook.journal.rows import CheckRow, LineRow, RehearsalRow
from cuebook.practice.casting import cast_of
from cuebook.practice.prospect import Cast
from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.room import Chosen, Room, Wish, drawn
from cuebook.practice.sparring import ROUNDS, Sparring

if TYPE_CHECKING:
    from cuebook.journal.journal import Journal

SEEDS = 1_000_000
"""A seed that is drawn is below this: short enough to be typed again."""


@dataclass(frozen=True, slots=True)
class OnThePhone:
    """A persona as a rep knows them beforehand: who they are, and a line about them."""

    title: str
    about: str


class Rehearsals:
    """What it takes to rehearse. `rep` is whose progress it is; `journal` opens the store when it is needed."""

    def __init__(
        self,
        folders: Sequence[Path],
        usable: Callable[[Setup], Dialogues],
        clock: Clock,
        rep: str | None,
        journal: Callable[[], Journal],
    ) -> None:
        self._folders = tuple(folders)
        self._usable = usable
        self._clock = clock
        self._rep = rep
        self._journal = journal

    def language(self, wished: str) -> str:
        """The language to rehearse in: the one that is wished for where it can be, else English."""
        from cuebook.understanding.languages import taught

        return wished if wished in taught() and load_personas(self._folders).worded(wished) else "en"

    def people(self, language: str, product: str) -> tuple[tuple[str, OnThePhone], ...]:
        """The personas that can be rehearsed with about a product, by name.

        Raises UsageError for a language in which nobody can rehearse, DialogueError where faults are why.
        """
        personas = self._personas(language)
        talk = personas.words[language]
        return tuple((name, on_the_phone(talk.spoken_by(name, product))) for name in personas.worded(language))

    def begin(self, wish: Wish) -> Room:
        """The phone is picked up: by this persona, or by one that the seed draws; the seed by the clock.

        Raises UsageError for what is not there, DialogueError where it has faults.
        """
        chosen, cast, script, digest = self._cast(wish)
        setup = replace(wish.setup, lead=someone(cast.words.name, cast.words.company))
        rehearsal = Rehearsal.start(cast, replace(script, setup=setup), self._clock())
        return Room(chosen, rehearsal, self._clock, digest)

    def spar(self, wish: Wish) -> tuple[Chosen, Sparring]:
        """So many objections as `wish.rounds` says, one after another, of the persona and then of the catalogue.

        Raises as `begin`.
        """
        chosen, cast, script, _ = self._cast(wish)
        return chosen, Sparring.start(cast, script, wish.rounds or ROUNDS, self._clock())

    def _cast(self, wish: Wish) -> tuple[Chosen, Cast, Script, str]:
        """Who is on the phone in a call by which script, and the digest of the dialogues."""
        setup, seed = wish.setup, int(self._clock().timestamp()) % SEEDS if wish.seed is None else wish.seed
        personas = self._personas(setup.language)
        name = wish.persona or drawn(personas.worded(setup.language), seed)
        dialogues = self._usable(setup)
        script = script_for(setup, dialogues)
        cast = cast_of(personas, name, script, seed, self._clock().date())
        return Chosen(persona=name, seed=seed, help=wish.help), cast, script, dialogues.digest

    def again(self, room: Room) -> Wish:
        """The same call once more."""
        return Wish(setup=room.setup, persona=room.chosen.persona, seed=room.chosen.seed, help=room.help)

    def another(self, room: Room) -> Wish:
        """The same choices with somebody else on the phone."""
        seed = (room.chosen.seed + 1) % SEEDS
        names = self._personas(room.setup.language).worded(room.setup.language)
        others = [name for name in names if name != room.chosen.persona] or names
        return Wish(setup=room.setup, persona=drawn(others, seed), seed=seed, help=room.help)

    def row(self, room: Room) -> RehearsalRow:
        """The rehearsal as it would be kept now."""
        return row_of(room, self._rep)

    def keep(self, room: Room) -> str | None:
        """Keep a rehearsal that is over, or was left as far as it went; None where nothing was said in it.

        One that was left is kept with its scorecard so far, but is not counted as progress: it fails checks only
        because it was left. Raises StoreError.
        """
        if not room.rehearsal.exchanges:
            return None
        return self._journal().keep_rehearsal(self.row(room))

    def past(self) -> tuple[RehearsalRow, ...]:
        """The rep's last rehearsals, the newest first. Raises StoreError."""
        return self._journal().rehearsals(self._rep)

    def kept(self, number: str) -> RehearsalRow:
        """A rehearsal with its lines. Raises NothingError where there is none of that id, StoreError."""
        return self._journal().rehearsal(number)

    def check_words(self, language: str) -> Mapping[str, CheckWords]:
        """The checks of the scorecard in words, by name; none where a language has none."""
        return load_personas(self._folders).checks.get(language, {})

    def _personas(self, language: str) -> Personas:
        """Raises UsageError for a language in which nobody can rehearse, DialogueError where faults are why."""
        from cuebook.understanding.languages import taught

        if language not in taught():
            raise UsageError(
                f"Nobody can rehearse in {language!r} yet.", f"Practice is in: {', '.join(taught())}."
            )
        personas = load_personas(self._folders)
        if not personas.worded(language):
            listed = "\n".join(str(fault) for fault in personas.faults[:20])
            raise DialogueError(
                f"Nobody speaks {language!r} to rehearse with.\n{listed}".rstrip(), "`cuebook check` shows all."
            )
        return personas


def on_the_phone(words: PersonaWords) -> OnThePhone:
    """Who a persona is, in a line each."""
    return OnThePhone(", ".join(part for part in (words.name, words.role) if part), words.about)


def row_of(room: Room, rep: str | None) -> RehearsalRow:
    """The rehearsal as it is kept."""
    card, setup = room.scorecard(), room.setup
    return RehearsalRow(
        started=room.started,
        ended=room.turn.at,
        finished=room.over,
        rep=rep,
        persona=room.chosen.persona,
        seed=room.chosen.seed,
        framework=room.rehearsal.history.call.framework,
        product=setup.product,
        language=setup.language,
        depth=room.turn.depth,
        help=room.most_help,
        digest=room.digest,
        score=card.score,
        verdict=card.verdict,
        truth=card.truth,
        questions=card.questions,
        talk=card.talk,
        checks=tuple(CheckRow(check.name, check.holds, check.lines) for check in card.checks),
        lines=tuple(
            LineRow(
                n=each.n,
                at=each.at,
                said=each.line.text,
                reply=each.reply.text,
                kind=each.reply.kind,
                stage=each.stage,
                about=each.about,
                objection=each.reply.objection,
                settled=each.reply.settled,
            )
            for each in room.rehearsal.exchanges
        ),
    )
