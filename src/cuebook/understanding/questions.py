"""What form a question has: open, short (asks for one fact) or closed (yes or no); None where nothing is asked.

Where a line asks several things the last counts, since that is the one that is answered.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.phrases import Phrases, listed
from cuebook.understanding.reading import QuestionForm, Span
from cuebook.understanding.words import Words, sentences, words

VOCATIVE = 3
"""So many words before a comma may be an address: 'Panie Janie, jak ...'."""

_ORDER: tuple[QuestionForm, ...] = ("short", "open", "closed")


class _Shape(NamedTuple):
    form: QuestionForm
    begins: bool
    """Whether it is how the question begins, which tells more than what comes later."""


class _Wording(NamedTuple):
    shapes: Phrases[_Shape]
    asking: Phrases[bool]
    """True for what asks even without a question mark, False for what only begins like a question."""
    of_you: tuple[str, ...]
    """Endings of verbs that ask yes or no of the other, whatever follows: 'wiesz, kto ...' ('you know who')."""


@lru_cache(maxsize=16)
def _wording(language: str) -> _Wording:
    lexicon = load(language, "questions")
    groups = {**load(language, "talk")["groups"], **lexicon["groups"]}
    shapes = [(text, _Shape(form, text.startswith("^"))) for form in _ORDER for text in listed(lexicon[form])]
    asking = [(text, True) for text in listed(lexicon["inverted"])]
    asking += [(text, False) for text in listed(lexicon["statement"])]
    of_you = tuple(str(lexicon.get("of_you", "")).split())
    return _Wording(Phrases(shapes, groups), Phrases(asking, groups), of_you)


def form(line: Line) -> QuestionForm | None:
    """The form of the last question in `line`."""
    wording = _wording(line.language)
    for sentence in reversed(sentences(words(line))):
        if sentence.words[-1] == "?":
            clause = _last_clause(sentence, line)
            if clause and _depends(clause, sentence, wording):
                return _form(sentence, wording)
            if clause and all(found.means for found in wording.asking.find(clause)):
                last = _form(clause, wording)
                return last if last != "closed" else _form(sentence, wording)
            return _form(sentence, wording)
        if _asks(sentence, wording):
            return _form(sentence, wording)
    return None


def shown_by(line: Line) -> Span | None:
    """The words that show the form of the last question in `line`: how it begins, or the tag that closes it."""
    wording = _wording(line.language)
    for sentence in reversed(sentences(words(line))):
        if sentence.words[-1] == "?" or _asks(sentence, wording):
            told, last = form(line), _last_clause(sentence, line) or sentence
            for part in (last, sentence):
                shown = [one.span for one in wording.shapes.find(part) if one.means.form == told]
                if shown:
                    return shown[0]
            return last.at(0, min(2, len(last.words) - 1) - 1)
    return None


def clause_asked(sentence: Words, line: Line) -> Words:
    """The clause of a question that asks: what follows its last comma, where that is worded as a question."""
    clause = _last_clause(sentence, line)
    return clause if clause is not None and _asks(clause, _wording(line.language)) else sentence


def _last_clause(sentence: Words, line: Line) -> Words | None:
    """What follows the last comma, where it asks: 'Anna, how is it?', 'You met Per, what does he say?'"""
    for at in range(len(sentence.words) - 1, 0, -1):
        if "," in line.low[sentence.spans[at - 1][1] : sentence.spans[at][0]]:
            return Words(sentence.words[at:], sentence.spans[at:])
    return None


def _depends(clause: Words, sentence: Words, wording: _Wording) -> bool:
    """Whether the last clause only tells what is asked about: 'czy pan wie, kto decyduje?' is for yes or no."""
    if not wording.of_you:
        return False
    before = Words(sentence.words[: -len(clause.words)], sentence.spans[: -len(clause.words)])
    closed = any(found.means.form == "closed" for found in wording.shapes.find(sentence))
    return closed or len(before.words) > VOCATIVE or _of_you(before, wording)


def _of_you(words: Words, wording: _Wording) -> bool:
    return bool(wording.of_you) and any(word.endswith(wording.of_you) for word in words.words[:VOCATIVE])


def _asks(sentence: Words, wording: _Wording) -> bool:
    """Whether a sentence is worded as a question; in fast notes the mark is often left out."""
    signs = [found.means for found in wording.asking.find(sentence)]
    return bool(signs) and all(signs)


def _form(sentence: Words, wording: _Wording) -> QuestionForm:
    shapes = {found.means for found in wording.shapes.find(sentence)}
    for shape in (form for begins in (True, False) for form in _ranked(begins)):
        if shape in shapes:
            return shape.form if shape.begins or not _of_you(sentence, wording) else "closed"
    return "closed"


def _ranked(begins: bool) -> tuple[_Shape, ...]:
    """At the beginning the narrowest form counts; later a tag ('..., right?') makes any sentence closed."""
    order = _ORDER if begins else ("closed", "short", "open")
    return tuple(_Shape(form, begins) for form in order)
