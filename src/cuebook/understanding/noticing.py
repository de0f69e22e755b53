"""Whether a line is in another language than the call: told to the rep, for then nothing in it was understood."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from cuebook.understanding.lexicon import common
from cuebook.understanding.line import Line

LEAST = 2
"""So many words of another language, beyond those of the call's own, before a line is taken for it."""

LOOKED_AT = 400
"""Characters that are looked at; a line shows its language sooner than that."""

_WORD = re.compile(r"[^\W\d_]+")


class _Known(NamedTuple):
    words: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, tuple[str, ...]]
    scripts: Mapping[str, str]


@cache
def _known() -> _Known:
    found = common("languages")
    words: dict[str, tuple[str, ...]] = {}
    for language, listed in found["words"].items():
        for word in str(listed).split():
            words[word] = (*words.get(word, ()), language)
    letters: dict[str, tuple[str, ...]] = {}
    for language, listed in found["letters"].items():
        for letter in str(listed).split():
            letters[letter] = (*letters.get(letter, ()), language)
    return _Known(words, letters, {script: language for language, script in found["scripts"].items()})


def noticed(line: Line) -> str | None:
    """The language that `line` seems to be in, where that is plainly another than the one it is read in."""
    known = _known()
    text = line.low[:LOOKED_AT]
    script = _script(text)
    if script is not None and script in known.scripts:
        language = known.scripts[script]
        return language if language != line.language else None
    votes: Counter[str] = Counter()
    for word in _WORD.findall(text):
        votes.update(known.words.get(word, ()))
        votes.update({language for letter in word for language in known.letters.get(letter, ())})
    if not votes:
        return None
    language, most = _most(votes)
    others = max((count for name, count in votes.items() if name != language), default=0)
    own = votes[line.language]
    return language if language != line.language and most - own >= LEAST and most > others else None


def _script(text: str) -> str | None:
    """The writing that most letters of `text` are of, where it is not the Latin one."""
    counts = Counter(_script_of(letter) for letter in text if letter.isalpha())
    if not counts:
        return None
    script, most = _most(counts)
    return script if 2 * most > counts.total() and most >= 2 * LEAST else None


@lru_cache(maxsize=1_000)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, " ").partition(" ")[0].lower()


def _most(counts: Counter[str]) -> tuple[str, int]:
    """The first of what is counted most; `most_common` would load a module for it while the first line waits."""
    return max(counts.items(), key=itemgetter(1))
