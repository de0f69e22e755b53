"""Rehearsals put together: who is on the phone, by which dialogues, and how one is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cuebook.clock import Clock
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Setup
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.personas import CheckWords, Personas, PersonaWords, load_personas
from cuebook.errors import DialogueError, UsageError
from cuebook.journal.rows import AnswerRow, CheckRow, LineRow, RehearsalRow, SparringRow
from cuebook.practice.actor import Actor, Voice
from cuebook.practice.casting import Cast, cast_of
from cuebook.practice.progress import progress, sparred
from cuebook.practice.rehearsal import Rehearsal
from cuebook.practice.ring import Ring
from cuebook.practice.room import SEEDS, Chosen, Room, Wish, drawn
from cuebook.practice.sparring import ROUNDS, Sparring
from cuebook.reports.progress import LookBack, Wording
from cuebook.reports.rehearsal import finished
from cuebook.setups import someone

if TYPE_CHECKING:
    from cuebook.conversation.setup import Depth
    from cuebook.journal.journal import Journal
    from cuebook.practice.reps import Help


@dataclass(frozen=True, slots=True)
class OnThePhone:
    """A persona as a rep knows them beforehand: who they are, and a line about them."""

    title: str
    about: str


class Rehearsals:
    """What it takes to rehearse. `rep` is whose progress it is; `journal` opens the store when it is needed.

    `voice` gives who finds the words, for one call; it raises UsageError that tells what is missing for it.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        usable: Callable[[Setup], Dialogues],
        clock: Clock,
        rep: str | None,
        journal: Callable[[], Journal],
        voice: Callable[[], Voice] | None = None,
    ) -> None:
        self._folders = tuple(folders)
        self._usable = usable
        self._clock = clock
        self._rep = rep
        self._journal = journal
        self._voice = voice or _nobody

    def voice(self) -> Voice | None:
        """Who could find a persona's words; None where nobody can."""
        try:
            return self._voice()
        except UsageError:
            return None

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

        Raises UsageError for what is not there, also for a voice; DialogueError where it has faults.
        """
        chosen, cast, script, digest = self._cast(wish)
        actor = Actor(self._voice()) if wish.voiced else None
        setup = replace(wish.setup, lead=someone(cast.words.name, cast.words.company))
        rehearsal = Rehearsal.start(cast, replace(script, setup=setup), self._clock())
        return Room(chosen, rehearsal, self._clock, digest, self._keep, actor)

    def spar(self, wish: Wish) -> Ring:
        """So many objections as `wish.rounds` says, one after another, of the persona and then of the catalogue.

        Raises as `begin`.
        """
        chosen, cast, script, digest = self._cast(wish)
        sparring = Sparring.start(cast, script, wish.rounds or ROUNDS, self._clock())
        return Ring(chosen, wish.setup, sparring, self._clock, digest, self._keep_sparring)

    def _cast(self, wish: Wish) -> tuple[Chosen, Cast, Script, str]:
        """Who is on the phone in a call by which script, and the digest of the dialogues."""
        setup, seed = wish.setup, int(self._clock().timestamp()) % SEEDS if wish.seed is None else wish.seed
        personas = self._personas(setup.language)
        names = personas.worded(setup.language)
        name = wish.persona or drawn([each for each in names if each != wish.apart_from] or names, seed)
        dialogues = self._usable(setup)
        script = script_for(setup, dialogues)
        cast = cast_of(personas, name, script, seed, self._clock().date())
        return Chosen(persona=name, seed=seed, help=wish.help), cast, script, dialogues.digest

    def row(self, room: Room) -> RehearsalRow:
        """The rehearsal as it would be kept now."""
        return row_of(room, self._rep)

    def _keep(self, room: Room) -> str:
        return self._journal().keep_rehearsal(self.row(room))

    def _keep_sparring(self, ring: Ring) -> str:
        return self._journal().keep_sparring(sparring_row(ring, self._rep))

    def past(self) -> tuple[RehearsalRow, ...]:
        """The rep's last rehearsals with their checks, the newest first. Raises StoreError."""
        return self._journal().rehearsals(self._rep)

    def before(self, row: RehearsalRow) -> tuple[RehearsalRow, ...]:
        """Those of the last that were begun before this one; all, if it was not kept. Raises StoreError."""
        return tuple(each for each in self.past() if row.id is None or int(each.id or 0) < int(row.id))

    def listed(self, most: int) -> tuple[RehearsalRow, ...]:
        """The rep's last rehearsals without their checks, at most so many, newest first. Raises StoreError."""
        return self._journal().listed_rehearsals(self._rep, most)

    def look_back(self) -> LookBack:
        """What the rep's rehearsals and sparrings come to. Raises StoreError."""
        rows, answers = self.past(), self._journal().answers(self._rep)
        return LookBack(rows, progress([row.checks for row in finished(rows)]), sparred(answers))

    def titles(self, rows: Sequence[RehearsalRow]) -> tuple[str, ...]:
        """Who was on the phone in each; the name of the persona where nobody speaks so any more."""
        words = load_personas(self._folders).words

        def title(language: str, persona: str, product: str) -> str:
            talk = words.get(language)
            if talk is None or persona not in talk.personas:
                return persona
            return on_the_phone(talk.spoken_by(persona, product)).title

        keys = [(row.language, row.persona, row.product) for row in rows]
        found = {key: title(*key) for key in set(keys)}
        return tuple(found[key] for key in keys)

    def kept(self, number: str) -> RehearsalRow:
        """A rehearsal with its lines. Raises NothingError where there is none of that id, StoreError."""
        return self._journal().rehearsal(number)

    def check_words(self, language: str) -> Mapping[str, CheckWords]:
        """The checks of the scorecard in words, by name; none where a language has none."""
        return load_personas(self._folders).checks.get(language, {})

    def wording(self, dialogues: Dialogues, usual: str) -> Wording:
        """The words to look back in: those of the rep's usual language, as far as one can rehearse in it."""
        language = self.language(usual)
        return Wording(self.check_words(language), dialogues.words.get(language))

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


def _nobody() -> Voice:
    raise UsageError("Nobody finds words for a persona here.", "Rehearse without a voice.")


def on_the_phone(words: PersonaWords) -> OnThePhone:
    """Who a persona is, in a line each."""
    return OnThePhone(", ".join(part for part in (words.name, words.role) if part), words.about)


def again_of(row: RehearsalRow, usual: Setup) -> Wish:
    """The same call once more, of one that was kept; what it does not tell (the rep's name) is the usual."""
    setup = replace(
        usual,
        framework=row.framework,
        product=row.product,
        language=row.language,
        depth=cast("Depth", row.depth),
    )
    return Wish(setup=setup, persona=row.persona, seed=row.seed, help=cast("Help", row.help))


def row_of(room: Room, rep: str | None) -> RehearsalRow:
    """The rehearsal as it is kept."""
    card, setup = room.scorecard(), room.setup
    return RehearsalRow(
        id=room.keeping.number,
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


def sparring_row(ring: Ring, rep: str | None) -> SparringRow:
    """The sparring as it is kept."""
    return SparringRow(
        id=ring.keeping.number,
        started=ring.started,
        rep=rep,
        persona=ring.chosen.persona,
        seed=ring.chosen.seed,
        rounds=len(ring.sparring.rounds),
        framework=ring.setup.framework,
        product=ring.setup.product,
        language=ring.setup.language,
        digest=ring.digest,
        answers=tuple(
            AnswerRow(
                n=each.round.n,
                at=each.at,
                objection=each.round.raises.objection,
                came=each.round.said,
                said=each.text,
                reply=each.reply,
                help=each.help,
                settled=each.settled,
                holds={str(part): held for part, held in each.holds.items()},
                pressed=each.pressed,
                seconds=each.seconds,
            )
            for each in ring.sparring.answers
        ),
    )
