"""How a rep goes about it in a line: what is asked, about which facet, with what reason, how a push-back is met.

The other readers read the prospect; this one reads the rep, for practice. It tells what is there, and judges
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from cuebook.errors import UsageError
from cuebook.understanding.languages import OF_REPS, taught
from cuebook.understanding.lexicon import load
from cuebook.understanding.line import LIMIT, Line
from cuebook.understanding.phrases import Phrases, listed
from cuebook.understanding.questions import clause_asked, form
from cuebook.understanding.reading import QuestionForm, Span
from cuebook.understanding.words import Words, sentences, words

_KINDS = (
    "reason", "acknowledges", "presses", "leads", "tags", "next_step", "courtesy",
    "mirrors", "sums_up", "small_talk", "farewell", "day",
)  # fmt: skip


ECHO = 4
"""Words of what only repeats something, at the most."""

JOINED = 3
"""Words of a sentence before which 'and how ...' begins the question, and adds none."""

_REQUESTS = ("story", "open", "short", "marked")

_GETS = ("several", "whether")
"""What shows that a question gets another kind of answer than its first word says."""


@dataclass(frozen=True, slots=True)
class Approach:
    """What a rep's line does.

    `form` and `about` are those of the question that is to be answered (the last); `asks` counts all of them
    (those with a mark, where there are any: 'I'd like to know whether ...' only leads up to one). `about` names
    the facets that it speaks of, the likeliest first, and `beside` those of the whole line. `reason`,
    `acknowledges`, `presses`, `leads`, `next_step`, `courtesy`, `mirrors` (says what they feel or mean),
    `sums_up`, `small_talk`, `farewell` and `day` (a day that is named) are the words that show each, None where
    none do. `told` counts the
    words beside the questions, `asked` those of the last question.
    """

    text: str
    form: QuestionForm | None = None
    about: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    asks: int = 0
    asked: int = 0
    told: int = 0
    reason: Span | None = None
    acknowledges: Span | None = None
    presses: Span | None = None
    leads: Span | None = None
    next_step: Span | None = None
    courtesy: Span | None = None
    mirrors: Span | None = None
    sums_up: Span | None = None
    small_talk: Span | None = None
    farewell: Span | None = None
    day: Span | None = None
    trait: str | None = None
    """The one trait of a buyer profile that is asked for: 'age', 'work', 'children' or 'people'."""
    questions: tuple[Span, ...] = ()
    """Where each question stands."""


class _Wording(NamedTuple):
    kinds: Phrases[str]
    facets: Phrases[str]
    hints: Phrases[str]
    """Words that may be about a facet, where nothing is that surely is."""
    order: tuple[str, ...]
    requests: Phrases[str]
    """What asks in the words of a request or a hint: for a 'story', else with the form that its answer has."""
    traits: Phrases[str]
    gets: Phrases[str]
    joins: Phrases[str]
    """What begins a second question in the same breath."""
    aside: frozenset[str]
    """What comes after these words counts for less: 'who has to agree before you could start?'"""
    idle: Phrases[str]
    """Sayings that are about nothing, whatever words are in them: 'hear me out, and then you decide'."""
    tells: frozenset[str]
    """With these a sentence begins that tells first, and asks in its last clause."""


@lru_cache(maxsize=8)
def _wording(language: str) -> _Wording:
    if language not in taught():
        raise UsageError(
            f"What a rep says in {language!r} cannot be read yet.", f"Practice is in: {', '.join(taught())}."
        )
    lexicon = load(language, OF_REPS)
    asking = load(language, "questions")["groups"]
    groups: dict[str, Any] = {**load(language, "talk")["groups"], **asking, **lexicon["groups"]}
    kinds = [(phrase, kind) for kind in _KINDS for phrase in listed(lexicon[kind])]
    facets = [(phrase, facet) for facet, text in lexicon["facets"].items() for phrase in listed(text)]
    requests = [(phrase, shape) for shape in _REQUESTS for phrase in listed(lexicon[f"asks_{shape}"])]
    return _Wording(
        Phrases(kinds, groups),
        Phrases(facets, groups),
        Phrases([(phrase, facet) for facet, text in lexicon["hints"].items() for phrase in listed(text)], groups),
        tuple(lexicon["facets"]),
        Phrases(requests, groups),
        Phrases([(phrase, trait) for trait, text in lexicon["traits"].items() for phrase in listed(text)], groups),
        Phrases([(phrase, gets) for gets in _GETS for phrase in listed(lexicon[gets])], groups),
        Phrases([(phrase, "joins") for phrase in listed(lexicon["joins"])], groups),
        frozenset(str(lexicon["aside"]).split()),
        Phrases([(phrase, "idle") for phrase in listed(lexicon["idle"])], groups),
        frozenset(str(lexicon["tells"]).split()),
    )


def approach(text: str, language: str = "en", called: tuple[str, ...] = (), *, facets: bool = True) -> Approach:
    """Read a line that a rep says; `called` are the names by which the rep may address the other.

    Without `facets`, what it is about is left out, which takes as long as all else. Any text gives an answer, in
    bounded time. Raises UsageError for a language in which reps are not read.
    """
    return _approach(text[:LIMIT], _without(called, text[:LIMIT]), language, facets)


@lru_cache(maxsize=4_000)  # a scripted rep says the same cues in thousands of calls
def _approach(text: str, unaddressed: str, language: str, facets: bool) -> Approach:
    """What is read of a line and of the same without names, which most lines have none of."""
    from datetime import date

    wording = _wording(language)
    line = Line(unaddressed, language, date.min, None)
    spoken = words(line)
    asking = [(at, shape) for at in sentences(spoken) if (shape := _form_of(at, line, wording)) is not None]
    found: dict[str, Span] = {}
    for one in wording.kinds.find(spoken):
        if one.means != "acknowledges" or not any(_within(one.span, sentence) for sentence, _ in asking):
            found.setdefault(one.means, one.span)
    last, shape = asking[-1] if asking else (None, None)
    shape = _meant(shape, last, wording)
    marked = sum(sentence.words[-1] == "?" and not _echo(sentence, shaped, last) for sentence, shaped in asking)
    joined = sum(any(one.first >= JOINED for one in wording.joins.find(sentence)) for sentence, _ in asking)
    everything = sum(_count(sentence) for sentence, _ in asking)
    day = _in(last, found.get("day")) if shape == "closed" else None
    beside = about = _about(spoken, wording) if facets or day else ()
    if last and (facets or day):
        about = _asked_about(last, line, wording, spoken, beside)
    tag = None if found.keys() & {"sums_up", "small_talk"} else found.get("tags")
    return Approach(
        text,
        form=shape,
        about=about if facets else (),
        beside=beside if last and facets else (),
        asks=(marked or len(asking)) + joined,
        asked=_count(last) if last else 0,
        told=max(0, _count(spoken) - everything),
        reason=found.get("reason"),
        acknowledges=found.get("acknowledges"),
        presses=found.get("presses"),
        leads=found.get("leads") or _tagged(text, tag, last, shape, found.get("courtesy")),
        next_step=found.get("next_step") or (day if not about else None),
        courtesy=found.get("courtesy"),
        mirrors=found.get("mirrors"),
        sums_up=found.get("sums_up"),
        small_talk=found.get("small_talk"),
        farewell=found.get("farewell"),
        day=found.get("day"),
        trait=_trait(last, wording) if last and "profile" in about else None,
        questions=tuple((sentence.spans[0][0], sentence.spans[-1][1]) for sentence, _ in asking),
    )


def _in(question: Words | None, day: Span | None) -> Span | None:
    """The day, where the question names it: 'would Friday be mad?' proposes it, however it goes on."""
    return day if question is not None and day is not None and day[0] >= question.spans[0][0] else None


def _within(span: Span, question: Words) -> bool:
    """Whether words stand inside a question: 'are you sure?' agrees with nothing, 'sure, who does?' does."""
    return question.spans[0][0] < span[0] < question.spans[-1][1]


def _without(called: tuple[str, ...], text: str) -> str:
    """The text without the names of who is spoken to, each place where it was: 'so      , how is it?'"""
    for name in called:
        text = re.sub(rf"\b{re.escape(name)}\b", lambda found: " " * len(found[0]), text, flags=re.IGNORECASE)
    return text


def _form_of(sentence: Words, line: Line, wording: _Wording) -> QuestionForm | None:
    """The form of the question that a sentence asks, be it in words of a request: 'I'd love to hear ...'"""
    start, end = sentence.spans[0][0], sentence.spans[-1][1]
    shape = form(Line(line.text[start:end], line.language, line.today, None))
    requested = {one.means for one in wording.requests.find(sentence)}
    if shape == "open" or "story" in requested:
        return "open"
    if shape == "short" or "short" in requested:
        return "short"
    marked = "marked" in requested and sentence.words[-1] == "?"
    return "open" if marked or "open" in requested else shape


def _meant(shape: QuestionForm | None, last: Words | None, wording: _Wording) -> QuestionForm | None:
    """What a rep gets for it: 'who else ...' a story; 'could you tell me whether ...' a yes or no."""
    if shape in ("open", "short") and last is not None:
        gets = {one.means for one in wording.gets.find(last)}
        if "whether" in gets:
            return "closed"
        if "several" in gets:
            return "open"
    return shape


def _echo(sentence: Words, shape: QuestionForm, last: Words | None) -> bool:
    """Whether it only repeats something before what is really asked: 'Every week? How do you cope?'"""
    return sentence is not last and shape == "closed" and _count(sentence) <= ECHO


def _tagged(
    text: str, tag: Span | None, last: Words | None, shape: QuestionForm | None, courtesy: Span | None
) -> Span | None:
    """A tag ('..., right?') leads at the end of a question: after a comma, or where that is for yes or no.

    One that is part of asking leave ('is now all right?') does not.
    """
    if tag is None or last is None or tag[0] < last.spans[0][0]:
        return None
    if courtesy is not None and courtesy[0] <= tag[0] < courtesy[1]:
        return None
    return tag if shape == "closed" or text[: tag[0]].rstrip().endswith(",") else None


def _asked_about(
    question: Words, line: Line, wording: _Wording, spoken: Words, beside: tuple[str, ...]
) -> tuple[str, ...]:
    """The facets that a question is about: what is only told before it counts where it names none itself.

    `beside` are those of all that is spoken.
    """
    clause = clause_asked(question, line) if question.words[0] in wording.tells else question
    if len(clause.words) < len(question.words) and (asked := _about(clause, wording)):
        return asked
    return beside if len(question.words) == len(spoken.words) else _about(question, wording)


def _trait(question: Words, wording: _Wording) -> str | None:
    """The one trait that a question is about; None where it is about none, or several."""
    traits = {one.means for one in wording.traits.find(question)}
    return traits.pop() if len(traits) == 1 else None


def _about(spoken: Words, wording: _Wording) -> tuple[str, ...]:
    """The facets that the words speak of: those with most words for it first, then in the lexicon's order."""
    idle = {at for one in wording.idle.find(spoken) for at in range(one.first, one.last + 1)}
    said: dict[str, set[int]] = {}
    for phrases in (wording.facets, wording.hints):
        for one in phrases.find(spoken):
            places = set(range(one.first, one.last + 1))
            if idle.isdisjoint(places):
                said.setdefault(one.means, set()).update(places)
        if said:
            break
    aside = next((at for at, word in enumerate(spoken.words) if at and word in wording.aside), len(spoken.words))
    weight = {facet: sum(1 if at < aside else 0.5 for at in places) for facet, places in said.items()}
    return tuple(sorted(weight, key=lambda facet: (-weight[facet], wording.order.index(facet))))


def _count(spoken: Words) -> int:
    return sum(word not in {".", "?"} for word in spoken.words)
