"""A line's words as the phrases see them: lower-case, fillers gone, contractions written out, slips mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from cuebook.understanding.languages import OF_REPS, taught
from cuebook.understanding.lexicon import letters, load
from cuebook.understanding.line import SILENT, Line, spoken
from cuebook.understanding.plain import Marked
from cuebook.understanding.reading import Span
from cuebook.understanding.transliterated import Transliterated

READ_AT_MOST = 2_000
"""Characters of a line that are looked at; nobody says more in one go, and the work stays bounded."""

PARTS = ("talk", "objections", "objections_more", "questions", "signs", "people")
"""The lexicon's parts that are written in phrases."""

_RUN = rf"[^\W_]+(?:[{SILENT}]+[^\W_]*)*"
_WORD = re.compile(
    rf"{_RUN}(?:['\u2010\u2011-]{_RUN})*'?"
    r"|(?<!\.)\.(?![\w.])"  # the end of a sentence: not in a number or an address, not 'well...'
    r"|[!?;\n\u061b\u061f%&]|:(?!\w)|(?<=\s)[-\u2013\u2014]+(?=\s)"
)
_LETTERS = re.compile(r"[^\W_]+\*?")  # with the star of a stem
_ENDS = frozenset(".!;\n\u061b:-\u2013\u2014")
_MENDED_FROM = 6
"""Shorter words are never mended to: too many words are one letter from them."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words in order, with where each was typed; a sentence ends with the word '.' or '?'.

    One typed word may stand as several ("don't" as 'do not'); each has the place of the typed one.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def at(self, first: int, last: int) -> Span:
        """The place in the text of the words from `first` to `last`."""
        return self.spans[first][0], self.spans[last][1]


def words(line: Line) -> Words:
    """The words of `line`; the same object for the same line, since five readers ask for it."""
    return _words(line.low[:READ_AT_MOST], line.language)


@lru_cache(maxsize=64)
def _words(low: str, language: str) -> Words:
    spelling = _spelling(language)
    out: list[str] = []
    spans: list[Span] = []
    for typed, span in spelling.put_together(_typed(low)):
        mark = _mark(typed)
        if mark == "." and typed == "." and out and spelling.abbreviates(out[-1]):
            continue
        if not mark:
            for word in spelling.words(typed):
                _say(word, span, out, spans)
        elif out and not (out[-1] == mark or (out[-1] == "?" and mark == ".")):
            if out[-1] == ".":  # 'really!?' asks
                del out[-1], spans[-1]
            out.append(mark)
            spans.append(span)
    if out and out[-1] not in {".", "?"}:
        out.append(".")
        spans.append((spans[-1][1], spans[-1][1]))
    return Words(tuple(out), tuple(spans))


def _mark(typed: str) -> str:
    """'?' or '.' where `typed` ends a sentence, else nothing."""
    if typed in {"?", "\u061f"}:
        return "?"
    return "." if typed in _ENDS or typed[0] in "-\u2013\u2014" else ""


def _say(word: str, span: Span, out: list[str], spans: list[Span]) -> None:
    """Add a word, unless it is only said again ('I, I think', 'do you, do you')."""
    if out[-1:] == [word]:
        return
    out.append(word)
    spans.append(span)
    if len(out) >= 4 and out[-4:-2] == out[-2:]:
        del out[-2:], spans[-2:]


def sentences(spoken: Words) -> list[Words]:
    """The sentences of `spoken`, each with its end mark ('.' or '?') as the last word."""
    found, begin = [], 0
    for at, word in enumerate(spoken.words):
        if word in {".", "?"}:
            if at > begin:
                found.append(Words(spoken.words[begin : at + 1], spoken.spans[begin : at + 1]))
            begin = at + 1
    return found


def _typed(low: str) -> Iterator[tuple[str, Span]]:
    for match in _WORD.finditer(low):
        yield spoken(match.group()), match.span()


class _Spelling:
    """How one language's typed words become the words that its lexicon uses."""

    def __init__(self, language: str) -> None:
        also = (OF_REPS,) if language in taught() else ()  # what reps say is no slip for anything else
        parts = [load(language, part) for part in (*PARTS, *also)]
        talk = parts[0]
        self._written: dict[str, tuple[str, ...]] = {
            str(typed): tuple(str(written or "").split()) for typed, written in talk.get("written", {}).items()
        }
        self._fillers = frozenset(str(talk.get("fillers", "")).split())
        self._abbreviations = frozenset(str(talk.get("abbreviations", "")).split())
        used = _used(parts)
        stems = {word[:-1] for word in used if word[-1] == "*"}
        self._known = {word for word in used if word[-1] != "*"} | stems | self._fillers | self._written.keys()
        self._marked = Marked(language, self._known, stems)
        data = letters(language).get("transliterated")
        self._letters = Transliterated(data, self._known, stems) if data else None
        self._by_shape: dict[tuple[str, int], dict[str, str | None]] = {}
        self._prefixes = tuple(str(talk.get("prefixes", "")).split())  # 'jättedyrt': very, and expensive
        self._inflected = bool(talk.get("inflected"))
        self._stems = frozenset(stems) if self._inflected else frozenset[str]()
        self._beginnings, self._endings = (
            frozenset(str(talk.get(part, "")).split()) for part in ("beginnings", "endings")
        )

    def put_together(self, typed: Iterable[tuple[str, Span]]) -> Iterable[tuple[str, Span]]:
        """Put beginnings and endings that are written apart ('می خواهم') to their word, as in the lexicon."""
        return self._put_together(typed) if self._beginnings or self._endings else typed

    def _put_together(self, typed: Iterable[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
        held: tuple[str, Span] | None = None
        for word, span in typed:
            apart = held is None or _mark(held[0]) or _mark(word)
            if held is not None and not apart and (held[0] in self._beginnings or word in self._endings):
                held = held[0] + word, (held[1][0], span[1])
                continue
            if held is not None:
                yield held
            held = word, span
        if held is not None:
            yield held

    def words(self, typed: str) -> tuple[str, ...]:
        """What `typed` stands for: nothing (a filler), itself, or several words."""
        written = self._written.get(typed)
        if written is not None:
            return written
        if typed in self._fillers:
            return ()
        if typed in self._known:
            return (typed,)
        typed = typed.rstrip("'")
        if "'" in typed or "-" in typed or "\u2010" in typed or "\u2011" in typed:
            if typed.endswith("'s"):
                return (*self.words(typed[:-2]), "'s")
            return tuple(word for piece in re.split(r"['\u2010\u2011-]+", typed) for word in self.words(piece))
        marked = self._marked.restored(typed)
        if marked is not None:
            return self._written.get(marked, () if marked in self._fillers else (marked,))
        return self._unknown(typed)

    def _unknown(self, typed: str) -> tuple[str, ...]:
        for prefix in self._prefixes:
            if typed.startswith(prefix) and typed[len(prefix) :] in self._known:
                return prefix, typed[len(prefix) :]
        if self._letters is not None:
            return self._transliterated(typed, self._letters)
        return (self._mended(typed),)

    def _transliterated(self, typed: str, script: Transliterated) -> tuple[str, ...]:
        """The words that are meant by one in other letters; one that nothing is like stays as it was typed."""
        meant = script.meant(typed)
        if meant is not None:
            return self.words(meant) if meant in self._known else (meant,)
        plain = script.rewritten(typed)
        mended = self._mended(plain)
        return (mended if mended in self._known or plain == typed else typed,)

    def knows(self, word: str) -> bool:
        """Whether some phrase uses `word`."""
        return word in self._known

    def abbreviates(self, word: str) -> bool:
        """Whether a full stop after `word` only shortens it."""
        return word in self._abbreviations

    @cached_property
    def _mendable(self) -> dict[tuple[str, int], list[str]]:
        """The words that are mended to, by first letter and length: a slip leaves both near."""
        found: dict[tuple[str, int], list[str]] = {}
        for word in self._known:
            if len(word) >= _MENDED_FROM and word.isalpha():
                found.setdefault((word[0], len(word)), []).append(word)
        return found

    def _near(self, letter: str, length: int) -> dict[str, str | None]:
        """Such words by what each is with a letter less; None where that is two words."""
        near = self._by_shape.get((letter, length))
        if near is None:
            near = self._by_shape[letter, length] = {}
            for word in self._mendable.get((letter, length), ()):
                for short in _shorter(word):
                    near[short] = None if short in near else word
        return near

    def _mended(self, typed: str) -> str:
        """The lexicon's word that `typed` is one slip away from, where there is just one; else `typed`.

        Where words are inflected in their last letters, what differs there only is another form, and no slip.
        """
        plain = re.sub(r"(.)\1{2,}", r"\1", typed) if len(typed) < 40 else typed
        if plain in self._known:
            return plain
        if not _MENDED_FROM - 1 <= len(plain) <= 20:
            return plain if plain != typed and len(plain) <= 4 else typed
        if self._inflected and any(plain[:end] in self._stems for end in range(4, len(plain))):
            return plain  # a phrase finds it by how it begins
        known = self._near(plain[0], len(plain))
        near = {self._near(plain[0], len(plain) + 1).get(plain)}
        for short in _shorter(plain):
            near.add(short if short in self._known else known.get(short))
        best = [word for word in near if word and one_slip(word, plain)]
        if self._inflected:
            best = [word for word in best if not _same_but_last(word, plain)]
        left_out = [
            word for word in best if len(word) > len(plain)
        ]  # the commonest slip, so it goes before others
        best = left_out or best
        return best[0] if len(best) == 1 else typed


def _same_but_last(one: str, other: str) -> bool:
    """Whether two words are alike but for their last letter, which one of them may not have."""
    return min(one, other, key=len)[: max(len(one), len(other)) - 1] == max(one, other, key=len)[:-1]


def known(word: str, language: str) -> bool:
    """Whether the lexicon of `language` uses `word`, so that it is no slip for another."""
    return _spelling(language).knows(word)


@lru_cache(maxsize=16)
def _spelling(language: str) -> _Spelling:
    return _Spelling(language)


def _texts(value: Any) -> list[str]:
    """All that is written in a lexicon's part."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for key, inner in value.items() for text in (str(key), *_texts(inner))]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, Iterable) else []


def _used(parts: Iterable[Any]) -> set[str]:
    """The words in a lexicon's parts, stems with their star. Most stand between blanks once brackets are gone."""
    text = " ".join(_texts(parts))
    for sign in "()|":
        text = text.replace(sign, " ")
    used = set(text.split())
    others = [word for word in used if not word.isalnum()]
    used.difference_update(others)
    used.update(_LETTERS.findall(" ".join(others)))
    return used


def _shorter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(1, len(word))}


def one_slip(word: str, typed: str) -> bool:
    """Whether `typed` is `word` with one letter missing, too many or wrong, or two neighbours swapped."""
    if word == typed or not word or not typed or word[0] != typed[0]:
        return False
    if len(word) != len(typed):
        long, short = (word, typed) if len(word) > len(typed) else (typed, word)
        return len(long) - len(short) == 1 and short in _shorter(long)
    differ = [at for at, (a, b) in enumerate(zip(word, typed, strict=True)) if a != b]
    if len(differ) == 1:
        return True
    swapped = word[differ[0]] == typed[differ[-1]] and word[differ[-1]] == typed[differ[0]]
    return len(differ) == 2 and differ[1] - differ[0] == 1 and swapped
