"""How a simulated prospect feels, from line to line, and what hangs on it: what they put up with, say, and accept.

All figures are by the author of the rules, set so that calls differ as those of one working day do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cuebook.dialogue.personas import Persona, Raises

LIMIT = 10.0
"""Trust above this is not to be had, nor patience above its start."""

TRUSTED = 5.0
"""From here on sensitive questions are answered without a reason."""

LOST = 1.5
"""Below this, whoever was not convinced twice hangs up."""


@dataclass(frozen=True, slots=True)
class Mood:
    """How the prospect is, between two lines.

    `told` counts the telling answers by facet, `checked` are facets that a yes or no was asked about, `said`
    phrases used up, `reasons` the facets that a reason was given for, `raised` the objections so far. `pending`
    is the objection that waits for a reply, `tries` how often it was met in vain, `asked` the facet that was
    asked about when it came up. `closed` counts closed questions in a row. `leaving`: they have to go, and have
    named another day.
    """

    patience: float
    trust: float
    lines: int = 0
    told: Mapping[str, int] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()
    pending: Raises | None = None
    tries: int = 0
    asked: str | None = None
    closed: int = 0
    agreed: bool = False
    leaving: bool = False
    gone: bool = False

    def felt(self, persona: Persona, trust: float, patience: float) -> Mood:
        """The mood after so much more, or less, of both."""
        return replace(
            self,
            trust=min(LIMIT, max(0.0, self.trust + trust)),
            patience=min(float(persona.temper.patience), self.patience + patience),
        )


def mood_of(persona: Persona) -> Mood:
    """How the prospect is when they pick up the phone."""
    return Mood(float(persona.temper.patience), float(persona.temper.trust))


def comes_up(raises: Raises, trust: float, roll: float) -> bool:
    """Whether an objection that could come now does: the less they trust, the likelier. `roll` is of 1."""
    return raises.chance >= 1 or roll < raises.chance * (1 + (TRUSTED - trust) / LIMIT)


def willing(mood: Mood, luck: float, share: float = 1.0) -> float:
    """How likely, of 1, they let themselves be won over: by an answer to what they object, or for a next step.

    `share` of what they need was there. All of it is nearly always enough; a part of it is for somebody who has
    come to trust the rep, on a good day (`luck`, from -1 to 1). The second try counts for more.
    """
    return 0.52 - 1.0 * (1 - share) + 0.05 * (mood.trust - TRUSTED) + 0.2 * luck + 0.15 * mood.tries
