"""The simulated prospect: plain code over a persona's data, that can be read in one sitting.

A line of the rep comes in as an Approach; out come a reply and the prospect's new mood. What is asked openly is
answered tellingly, what is asked closed with a word; the same again annoys; a reason first lowers suspicion; an
objection rests once it is met, and comes back if it is not. Who has no patience left hangs up. How they feel, and
what hangs on it, is in mood.py. The same persona, seed and lines give the same call.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from cuebook.dialogue.personas import Provoked, Raises, Reaction, Sayings, filled
from cuebook.practice.casting import Cast
from cuebook.practice.mood import LIMIT, LOST, TRUSTED, Mood, comes_up, willing
from cuebook.qualification.gather import CONTRACT, NEXT_STEP
from cuebook.understanding.approach import Approach

Kind = Literal["tells", "short", "reacts", "objects", "hangs_up"]

SENSITIVE = frozenset({"money", "authority", "competition", "decision_process", "paper_process"})
"""Facets that somebody who does not trust the rep, and was given no reason, says little about (Q14)."""

TALKATIVE = 8
"""Who is that open tells something unasked along with an answer."""

OPEN = 5
"""Who is that open tells more than the fact that was asked for."""

PITCH = 40
"""Words told without a question, after which it is a lecture: some fifteen seconds."""

BESIDE = frozenset({"summed up", "goodbye"})
"""Why somebody replies who was asked nothing new."""

EXPLAINED = 8
"""Words told that are an explanation, or an answer."""

GATE = "gatekeeper"
"""The objection of who picks up for somebody else: 'What is it about?'"""

THEN_TELLS = {"running_contract": CONTRACT, "gatekeeper": "authority"}
"""What somebody tells once an objection of theirs is met: when the contract ends, who decides."""

_FACETS: tuple[Provoked, ...] = ("need", "money", "authority", "timing", "interest", "competition")
"""Facets that an objection may hang on by itself."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the prospect says, and what it is: `facet` was told of, `objection` raised, `settled` laid to rest.

    `because` says in a word what in the rep's line brought it about: 'reason', 'closed', 'again', ...
    `voiced`: a voice found these words for what the script has them say.
    """

    text: str
    kind: Kind
    facet: str | None = None
    objection: str | None = None
    settled: str | None = None
    because: str = ""
    voiced: bool = False


def reply(cast: Cast, mood: Mood, line: Approach, about: str | None) -> tuple[Mood, Reply]:
    """The prospect's reply to a line of the rep; `about` is the facet that a question in it is about."""
    turn = _Turn(cast, mood, line, about)
    said = turn.reply()
    if turn.mood.patience <= 0 and not turn.mood.gone:
        said = turn.hang_up(said.because or "patience")
    return replace(turn.mood, lines=mood.lines + 1), said


class _Turn:
    """One line and the reply to it; `mood` changes on the way."""

    def __init__(self, cast: Cast, mood: Mood, line: Approach, about: str | None) -> None:
        self.cast, self.line = cast, line
        self.mood = replace(mood, patience=mood.patience - 1)
        self.about = about if line.form is not None else None
        self._dice = random.Random(f"{cast.seed}/{mood.lines}")  # noqa: S311 - the same seed, the same call

    def reply(self) -> Reply:
        """What is said. First comes an objection that waits, then one that the line provokes, then the answer."""
        line = self.line
        if line.presses is not None:
            self._feel(trust=-2, patience=-2)
        if line.leads is not None:
            self._feel(trust=-1)
        if line.reason is not None and self.about is not None and self.about not in self.mood.reasons:
            self._feel(trust=+0.5)
            self.mood = replace(self.mood, reasons=self.mood.reasons | {self.about})
        if self.mood.leaving:
            return self._leave()
        if self.mood.pending is not None:
            return self._met(self.mood.pending)
        provoked = self._provoked()
        if provoked is not None:
            return self._object(*provoked)
        return self._answer()

    def hang_up(self, because: str) -> Reply:
        """Enough of it."""
        self.mood = replace(self.mood, gone=True, pending=None)
        return Reply(self._react("hangs_up"), "hangs_up", because=because)

    # ── objections ───────────────────────────────────────────────────────────────────────────────────────────

    def _provoked(self) -> tuple[Raises, str] | None:
        """The objection that this line brings up, if any is left that it could."""
        moments = self._moments()
        for raises in self.cast.persona.raises:
            if raises.when in moments and raises.objection not in self.mood.raised and self._comes_up(raises):
                return raises, raises.when
        return None

    def _comes_up(self, raises: Raises) -> bool:
        """Whether it comes up on this day: drawn once a call, so that it waits until they trust too little."""
        if self.cast.luck is None:
            return comes_up(raises, self.mood.trust, 0.5)
        day = random.Random(f"{self.cast.seed}/{raises.objection}")  # noqa: S311 - the same seed, the same call
        return comes_up(raises, self.mood.trust, day.random())

    def _moments(self) -> set[Provoked]:
        """What there is in the line, and in the mood, that could bring an objection up."""
        line, mood = self.line, self.mood
        moments: set[Provoked] = set()
        if mood.lines == 0:
            return {"greeting"}
        if mood.lines == self.cast.interrupted:
            moments.add("interrupted")
        if self._guarded():
            moments.add("no_reason")
        if line.form == "closed" and mood.closed >= 1:
            moments.add("closed")
        if self.about is not None and self._exhausted(self.about):
            moments.add("repeat")
        if line.form is None and line.told > PITCH:
            moments.add("pitch")
        if line.presses is not None:
            moments.add("pressure")
        if mood.patience <= self.cast.persona.temper.patience / 2:
            moments.add("tired")
        if line.next_step is not None or self.about == NEXT_STEP:
            moments.add("closing")
        moments.update(facet for facet in _FACETS if facet == self.about)
        return moments

    def _object(self, raises: Raises, because: str) -> Reply:
        objection = raises.objection
        said = self._pick(self.cast.they_say.get(objection, ()))
        self.mood = replace(
            self.mood, raised=self.mood.raised | {objection}, pending=raises, tries=0, asked=self.about
        )
        return Reply(said, "objects", objection=objection, because=because)

    def _met(self, raises: Raises) -> Reply:
        """The reply to a reply: an objection that was met rests, and the question is answered."""
        class_ = self.cast.catalogue[raises.objection].class_
        if class_ in ("opt-out", "hostile"):
            self.mood = replace(self.mood, gone=True, pending=None)
            obeyed = self.line.form is None and self.line.presses is None
            said = self._react("goodbye" if obeyed else "hangs_up")
            return Reply(said, "hangs_up", settled=raises.objection if obeyed else None, because=class_)
        if self._takes_leave():
            return self._goodbye()
        missing = [part for part in raises.settled_by if not self._holds(part, raises)]
        pressed = self.line.presses is not None
        if not pressed and self._won_over(1 - len(missing) / max(1, len(raises.settled_by))):
            return self._settle(raises)
        ill = pressed or bool(missing)  # else it was well said, and not enough for them today
        if ill:
            self._feel(trust=-1.5, patience=-2)
        self.mood = replace(self.mood, tries=self.mood.tries + 1)
        because = "pressed" if pressed else f"no {missing[0]}" if missing else "not convinced"
        if self.mood.tries >= 2:  # they give up saying it, not thinking it
            self._feel(trust=-2 if ill else -1, patience=-2 if ill else -1)
            self.mood = replace(self.mood, pending=None, tries=0)
            if self.mood.trust < LOST or raises.when == "interrupted":
                return self.hang_up(because)
            return Reply(self._react("still"), "reacts", because=because)
        said = self._pick(self.cast.they_say.get(raises.objection, ()))
        return Reply(said, "objects", objection=raises.objection, because=because)

    def _won_over(self, share: float) -> bool:
        """Whether so much of what they need is enough for them; on an even day, all of it and nothing less."""
        luck = self.cast.luck
        return share == 1 if luck is None else share > 0 and self._dice.random() < willing(self.mood, luck, share)

    def _settle(self, raises: Raises) -> Reply:
        """An objection that was met: it rests, and what was asked before or is asked now gets its answer."""
        self._feel(trust=+2, patience=+2)
        wants_later = raises.when == "interrupted" and not self._stays()
        if wants_later or (self.line.next_step is not None and self._rather_later(raises)):
            return replace(self._another_day(), settled=raises.objection)
        later = self.mood.asked == NEXT_STEP or self.line.next_step is not None
        about = NEXT_STEP if later else self.about or self.mood.asked
        openly = self._invites() or self.line.form is None
        if raises.objection in THEN_TELLS and self.line.form != "closed":
            about, openly = THEN_TELLS[raises.objection], True
        self.mood = replace(self.mood, pending=None, tries=0, asked=None)
        if about is None or self._sayings(about) is None:
            met = self._next_step() if about == NEXT_STEP else Reply(self._react("go_on"), "reacts")
        else:
            met = self._tell(about, openly=openly)
        return replace(met, settled=raises.objection, because="met" if about != NEXT_STEP else met.because)

    def _stays(self) -> bool:
        """Whether who has to go makes a minute after all: not if another day was offered, and on a whim else."""
        return self.line.next_step is None and 2 * self._dice.random() < self.mood.trust / LIMIT

    def _another_day(self) -> Reply:
        """They have to go, and say when they have time."""
        self.mood = replace(self.mood, pending=None, tries=0, asked=None, agreed=True, leaving=True)
        return Reply(self._agreed(), "reacts", because="next step")

    def _rather_later(self, raises: Raises) -> bool:
        """Whether who objects before anything was told is glad of another day: a bad moment, and no refusal."""
        later = self.cast.catalogue[raises.objection].proposes == "callback"
        return later and self.cast.welcomes and not self.mood.told

    def _agreed(self) -> str:
        """Yes to a next step: to the day that the rep proposes, else with one of theirs."""
        day = self.line.day
        if day is None:
            return self._react("agrees")
        return self._react("agrees_to", day=self.line.text[slice(*day)])

    def _takes_leave(self) -> bool:
        """Whether the rep says goodbye, and nothing that is to be answered."""
        return self.line.farewell is not None and self.line.form is None and self.line.next_step is None

    def _leave(self) -> Reply:
        """Goodbye to whoever lets them go; whoever asks on talks to nobody."""
        line = self.line
        if line.form is not None and line.next_step is None:
            return self.hang_up("kept on")
        return self._goodbye()

    def _goodbye(self) -> Reply:
        return Reply(self._react("until_then" if self.mood.agreed else "goodbye"), "reacts", because="goodbye")

    def _explains(self) -> bool:
        return self.line.reason is not None or self.line.told >= EXPLAINED

    def _asks(self, raises: Raises) -> bool:
        """Whether what they object is a question: whoever answers it has taken it seriously."""
        return raises.objection == GATE or self.cast.catalogue[raises.objection].class_ == "question"

    def _holds(self, part: str, raises: Raises) -> bool:
        match part:
            case "acknowledge":
                heard = self.line.acknowledges is not None or self.line.mirrors is not None
                return heard or (self._asks(raises) and self._explains())
            case "explain":
                return self._explains()
            case _:
                return self.line.form is not None

    # ── answers ──────────────────────────────────────────────────────────────────────────────────────────────

    def _answer(self) -> Reply:
        line = self.line
        if line.next_step is not None or self.about == NEXT_STEP:
            return self._next_step()
        beside = self._beside_it()
        if beside is not None:
            return beside
        if line.form is None:
            if line.told > PITCH:
                self._feel(patience=-2, trust=-1)
            return Reply(self._react("listening"), "reacts", because="pitch" if line.told > PITCH else "statement")
        if line.asks > 1:
            self._feel(patience=-0.5)
        if line.form == "closed":
            return self._closed()
        self.mood = replace(self.mood, closed=0)
        if self.about is None:
            return Reply(self._react("lost"), "reacts", because="unclear")
        if self._exhausted(self.about):
            self._feel(patience=-2)
            return Reply(self._react("again"), "reacts", facet=self.about, because="again")
        if line.form == "open":
            self._feel(trust=+0.5, patience=+0.5)
        guarded = self._guarded()
        openly = self._invites() and not guarded and line.leads is None
        return self._tell(self.about, openly=openly, because="guarded" if guarded else line.form)

    def _beside_it(self) -> Reply | None:
        """The reply to what wants no answer about anything: a goodbye, a summary, the weather, a greeting."""
        line = self.line
        if self._takes_leave():
            return self._goodbye()
        if line.sums_up is not None and line.form in (None, "closed") and self.mood.told:
            self._feel(trust=+0.5)
            return Reply(self._react("confirms"), "reacts", because="summed up")
        if line.small_talk is not None and self.about is None and line.form is not None:
            return Reply(self._react("small_talk"), "reacts", because="small talk")
        if self.mood.lines == 0 and (self.about is None or line.form == "closed"):
            return Reply(self._react("go_on"), "reacts", because="greeting")
        return None

    def _closed(self) -> Reply:
        """A yes or a no, and nothing more: whoever asks so learns little."""
        self.mood = replace(self.mood, closed=self.mood.closed + 1)
        if self.mood.closed > 2:
            self._feel(patience=-1, trust=-0.5)
        if self.about is None:
            return Reply(
                self._react("go_on" if self.mood.trust >= TRUSTED else "listening"), "reacts", because="closed"
            )
        if self._exhausted(self.about) or self.about in self.mood.checked:
            self._feel(patience=-2)
            return Reply(self._react("again"), "reacts", facet=self.about, because="again")
        self.mood = replace(self.mood, checked=self.mood.checked | {self.about})
        return self._tell(self.about, openly=False, because="closed")

    def _tell(self, facet: str, *, openly: bool, because: str = "") -> Reply:
        if facet == CONTRACT and openly and self.cast.persona.contract_months is not None:
            self._count(facet)
            return Reply(self._react("bound"), "tells", facet=facet, because=because)
        sayings = self._sayings(facet)
        if sayings is None:
            return Reply(self._react("lost"), "reacts", facet=facet, because="unknown")
        one = self._trait(sayings)
        said = self._pick((one,) if one else sayings.telling if openly else sayings.short)
        if one:
            openly = True
            self.mood = replace(self.mood, told={**self.mood.told, facet: max(1, self.mood.told.get(facet, 0))})
        elif openly:
            self._count(facet)
            if self.cast.persona.temper.openness >= TALKATIVE:
                said = f"{said} {self._aside()}".strip()
        return Reply(self._in_manner(said), "tells" if openly else "short", facet=facet, because=because)

    def _trait(self, sayings: Sayings) -> str | None:
        """What they say of the one trait that they are asked for, where they have not said it yet."""
        said = next((text for trait, text in sayings.traits.items() if trait == self.line.trait), None)
        return said if self.line.form != "closed" and said not in self.mood.said else None

    def _count(self, facet: str) -> None:
        self.mood = replace(self.mood, told={**self.mood.told, facet: self.mood.told.get(facet, 0) + 1})

    def _aside(self) -> str:
        """What a talkative person adds: something of what they know best, that nobody asked."""
        sayings = self._sayings("situation")
        return self._pick(sayings.telling) if sayings and self._dice.random() < 0.5 else ""

    def _next_step(self) -> Reply:
        """Whether they agree to meet again: when it suits them as they stand, and the rep has not lost them.

        They must have told something that makes it worth their while: two things, or the one that ends the talk.
        """
        told = self.mood.told
        ends = CONTRACT in told or ("authority" in told and self.cast.persona.stands("authority") == "negative")
        enough = ends or sum(told.values()) >= 2
        agrees = self.cast.welcomes and enough and self.mood.trust >= TRUSTED - 2 and self._won_over(1)
        self.mood = replace(self.mood, agreed=self.mood.agreed or agrees)
        if not agrees:
            self._feel(patience=-2)
            self.mood = replace(self.mood, tries=self.mood.tries + 1)
        return Reply(self._agreed() if agrees else self._react("puts_off"), "reacts", because="next step")

    def _invites(self) -> bool:
        """Whether the question makes them tell.

        An open one does; one for a fact does with who is open enough or trusts the rep by now, about what kind of
        buyer they are, and about who decides where it is somebody else.
        """
        if self.line.form != "short":
            return self.line.form == "open"
        someone_else = self.about == "authority" and self.cast.persona.stands("authority") == "negative"
        free = self.cast.persona.temper.openness >= OPEN or self.mood.trust >= TRUSTED + 2
        return free or someone_else or self.about == "profile"

    def _guarded(self) -> bool:
        """Whether they would rather not say: a delicate matter, no reason given for it, and no trust yet."""
        return self.about in SENSITIVE and self.about not in self.mood.reasons and self.mood.trust < TRUSTED

    def _exhausted(self, facet: str) -> bool:
        """Whether all that there is to tell about a facet has been told."""
        sayings = self._sayings(facet)
        return sayings is not None and self.mood.told.get(facet, 0) >= len(sayings.telling)

    def _sayings(self, facet: str) -> Sayings | None:
        facet = "competition" if facet == CONTRACT else facet
        truth = self.cast.persona.stands(facet)
        return self.cast.talk.sayings(self.cast.product, facet, truth, self.cast.words)

    # ── words and feelings ───────────────────────────────────────────────────────────────────────────────────

    def _feel(self, trust: float = 0, patience: float = 0) -> None:
        self.mood = self.mood.felt(self.cast.persona, trust, patience)

    def _react(self, reaction: Reaction, **more: str) -> str:
        return self._pick(self.cast.talk.reactions.get(reaction, ("...",)), more)

    def _pick(self, phrases: tuple[str, ...], more: Mapping[str, str] | None = None) -> str:
        """A phrase that was not said in this call; when all were, any of them."""
        if not phrases:
            return "..."
        fresh = [phrase for phrase in phrases if phrase not in self.mood.said] or list(phrases)
        chosen = self._dice.choice(fresh)
        self.mood = replace(self.mood, said=self.mood.said | {chosen})
        return filled(chosen, {**self.cast.facts, **(more or {})})

    def _in_manner(self, said: str) -> str:
        """The same in this person's way of speaking."""
        words = self.cast.words
        before = self._pick(words.before) if words.before and self._dice.random() < 0.3 else ""
        after = self._pick(words.after) if words.after and self._dice.random() < 0.2 else ""
        if before.endswith(",") and not said.startswith(("I ", "I'")):
            said = said[0].lower() + said[1:]
        return " ".join(part for part in (before, said, after) if part)
