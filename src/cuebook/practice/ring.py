"""A sparring under way, as the front ends hold it: with a clock, the help that is shown, and its place on disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from cuebook.conversation.setup import Setup
from cuebook.harmless import harmless
from cuebook.practice.keeping import Keeping
from cuebook.practice.room import Chosen, Wish
from cuebook.practice.sparring import Answer, Round, Sparring

if TYPE_CHECKING:
    from cuebook.clock import Clock


class Ring:
    """A sparring under way. Every answer is on disk before it is judged aloud, as far as the store can be used.

    `keep` writes it as it stands and gives its id.
    """

    def __init__(
        self,
        chosen: Chosen,
        setup: Setup,
        sparring: Sparring,
        clock: Clock,
        digest: str,
        keep: Callable[[Ring], str],
    ) -> None:
        self.chosen = chosen
        self.setup = setup
        self.sparring = sparring
        self.digest = digest
        self.help = chosen.help
        self.keeping = Keeping(partial(keep, self))
        self._clock = clock
        self.started: datetime = sparring.since

    @property
    def now(self) -> Round | None:
        """The objection that waits for an answer; None once all were met."""
        return self.sparring.now

    @property
    def waited(self) -> float:
        """The seconds since it came."""
        return (self._clock() - self.sparring.since).total_seconds()

    @property
    def again(self) -> Wish:
        """The same objections once more, with as much help as is shown now."""
        return Wish(
            setup=self.setup,
            persona=self.chosen.persona,
            seed=self.chosen.seed,
            help=self.help,
            rounds=len(self.sparring.rounds),
        )

    def answer(self, text: str) -> Answer:
        """Answer the open objection; nothing typed says the script, where that is shown.

        Raises MoveError for nothing said, and at the end; nothing has changed then.
        """
        said = harmless(text).strip()
        if not said and self.now is not None and self.help == "script":
            said = self.now.script
        self.sparring = self.sparring.answer(said, self._clock(), self.help)
        self.keeping.step()
        return self.sparring.answers[-1]

    def keep(self) -> None:
        """Keep it, over or left, whatever failed on the way. A sparring in which nothing was said is not kept."""
        if self.sparring.answers:
            self.keeping.finish()
