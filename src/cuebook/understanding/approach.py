"""How a rep goes about it in a line: what is asked, about which facet, with what reason, how a push-back is met.

The other readers read the prospect; this one reads the rep, for practice. It tells what is there, and judges
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from cuebook.errors import UsageError
from cuebook.understanding.languages import LEXICONS, languages
from cuebook.understanding.lexicon import load
from cuebook.understanding.line import LIMIT, Line
from cuebook.understanding.phrases import Phrases, listed
from cuebook.understanding.questions import form
from cuebook.understanding.reading import QuestionForm, Span
from cuebook.understanding.words import Words, sentences, words

_KINDS = ("reason", "acknowledges", "presses", "leads", "tags", "next_step", "courtesy", "several", "whether")


@dataclass(frozen=True, slots=True)
class Approach:
    """What a rep's line does.

    `form` and `about` are those of the question that is to be answered (the last); `asks` counts all of them
    (those with a mark, where there are any: 'I'd like to know whether ...' only leads up to one). `about` names
    the facets that it speaks of, the likeliest first, and `beside` those of the whole line. `reason`,
    `acknowledges`, `presses`, `leads`, `next_step` and `courtesy` are the words that show each, None where none
    do. `told` counts the words beside the questions, `asked` those of the last question.
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
    questions: tuple[Span, ...] = ()
    """Where each question stands."""


class _Wording(NamedTuple):
    kinds: Phrases[str]
    facets: Phrases[str]
    order: tuple[str, ...]


def taught() -> tuple[str, ...]:
    """The languages in which a rep's own lines can be read."""
    return tuple(name for name in languages() if (LEXICONS / name / "rep.yaml").exists())


@lru_cache(maxsize=8)
def _wording(language: str) -> _Wording:
    if language not in taught():
        raise UsageError(
            f"What a rep says in {language!r} cannot be read yet.", f"Practice is in: {', '.join(taught())}."
        )
    lexicon = load(language, "rep")
    groups: dict[str, Any] = {**load(language, "talk")["groups"], **lexicon["groups"]}
    kinds = [(phrase, kind) for kind in _KINDS for phrase in listed(lexicon[kind])]
    facets = [(phrase, facet) for facet, text in lexicon["facets"].items() for phrase in listed(text)]
    return _Wording(Phrases(kinds, groups), Phrases(facets, groups), tuple(lexicon["facets"]))


def facets_read(language: str) -> frozenset[str]:
    """The facets that a question can be read to be about. Raises UsageError as `approach`."""
    return frozenset(_wording(language).order)


def approach(text: str, language: str = "en") -> Approach:
    """Read a line that a rep says.

    Any text gives an answer, in bounded time. Raises UsageError for a language in which reps are not read.
    """
    return _approach(text[:LIMIT], language)


@lru_cache(maxsize=1_000)  # a scripted rep says the same cues in thousands of calls
def _approach(text: str, language: str) -> Approach:
    from datetime import date

    wording = _wording(language)
    line = Line(text, language, date.min, None)
    spoken = words(line)
    found: dict[str, Span] = {}
    for one in wording.kinds.find(spoken):
        found.setdefault(one.means, one.span)
    asking = [(at, shape) for at in sentences(spoken) if (shape := _form_of(at, line)) is not None]
    last, shape = asking[-1] if asking else (None, None)
    shape = _meant(shape, last, wording)
    marked = sum(sentence.words[-1] == "?" for sentence, _ in asking)
    everything = sum(_count(sentence) for sentence, _ in asking)
    return Approach(
        text,
        form=shape,
        about=_about(last or spoken, wording),
        beside=_about(spoken, wording) if last else (),
        asks=marked or len(asking),
        asked=_count(last) if last else 0,
        told=max(0, _count(spoken) - everything),
        reason=found.get("reason"),
        acknowledges=found.get("acknowledges"),
        presses=found.get("presses"),
        leads=found.get("leads") or _tagged(text, found.get("tags"), last, shape),
        next_step=found.get("next_step"),
        courtesy=found.get("courtesy"),
        questions=tuple((sentence.spans[0][0], sentence.spans[-1][1]) for sentence, _ in asking),
    )


def _form_of(sentence: Words, line: Line) -> QuestionForm | None:
    start, end = sentence.spans[0][0], sentence.spans[-1][1]
    return form(Line(line.text[start:end], line.language, line.today, None))


def _meant(shape: QuestionForm | None, last: Words | None, wording: _Wording) -> QuestionForm | None:
    """What a rep gets for it: 'who else ...' a story; 'could you tell me whether ...' a yes or no."""
    if shape in ("open", "short") and last is not None:
        kinds = {one.means for one in wording.kinds.find(last)}
        if "whether" in kinds:
            return "closed"
        if "several" in kinds:
            return "open"
    return shape


def _tagged(text: str, tag: Span | None, last: Words | None, shape: QuestionForm | None) -> Span | None:
    """A tag ('..., right?') leads at the end of a question: after a comma, or where that is for yes or no."""
    if tag is None or last is None or tag[0] < last.spans[0][0]:
        return None
    return tag if shape == "closed" or text[: tag[0]].rstrip().endswith(",") else None


def _about(spoken: Words, wording: _Wording) -> tuple[str, ...]:
    """The facets that the words speak of: those with most words for it first, then in the lexicon's order."""
    weight: dict[str, int] = {}
    for one in wording.facets.find(spoken):
        weight[one.means] = weight.get(one.means, 0) + 1 + one.last - one.first
    return tuple(sorted(weight, key=lambda facet: (-weight[facet], wording.order.index(facet))))


def _count(spoken: Words) -> int:
    return sum(word not in {".", "?"} for word in spoken.words)
