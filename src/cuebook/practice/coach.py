"""The coach: what a rep's question is, which words show it, and a better wording.

It reads what `understanding/approach.py` tells, holds it against what makes a good question (Q5, Q14), and offers
the dialogue's own most telling question. It is pure: the same question, the same advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from cuebook.conversation.script import Script
from cuebook.dialogue import asking
from cuebook.dialogue.coaching import CoachWords, FindingName
from cuebook.dialogue.context import Context
from cuebook.dialogue.personas import filled
from cuebook.dialogue.wording import render
from cuebook.practice.prospect import SENSITIVE
from cuebook.understanding.approach import Approach, approach
from cuebook.understanding.line import Line
from cuebook.understanding.questions import shown_by
from cuebook.understanding.reading import QuestionForm, Span

FAULTS: frozenset[FindingName] = frozenset({"closed", "no_question", "leading", "doubled", "pressing", "long"})
"""Findings that make a question a bad one. The others are told, and are no mistakes."""

_NEAR: tuple[frozenset[str], ...] = (
    frozenset({"need", "situation", "impact", "consequences", "interest", "use"}),
    frozenset({"need", "metrics"}),
    frozenset({"impact", "money", "metrics", "implications"}),
    frozenset({"authority", "decision_process", "paper_process", "decision_criteria", "champion"}),
    frozenset({"timing", "critical_event", "plans", "decision_process", "need"}),
    frozenset({"competition", "decision_criteria", "situation", "authority"}),
    frozenset({"goals", "plans", "metrics", "implications"}),
    frozenset({"consequences", "critical_event", "goals"}),
    frozenset({"profile", "use", "situation"}),
)
"""Facets that are asked about in much the same words; by the author of the rule."""

_TAIL = " ,;:-\u2013\u2014?.!"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a question is: by which words, where words show it; `facet` for what it is about."""

    name: FindingName
    span: Span | None = None
    facet: str | None = None

    @property
    def bad(self) -> bool:
        """Whether it is a mistake."""
        return self.name in FAULTS


@dataclass(frozen=True, slots=True)
class Coached:
    """A question as the coach sees it.

    `form` is that of its last question, None where nothing is asked; `about` are the facets it speaks of, the
    likeliest first; `reason` tells whether one is given; `words` counts those of its longest question. `own` is
    the part of it that stands by itself, where it asks too much or leads; `better` the dialogue's own question.
    """

    text: str
    form: QuestionForm | None
    about: tuple[str, ...]
    reason: bool
    words: int
    findings: tuple[Finding, ...]
    own: str | None = None
    better: str | None = None

    @property
    def good(self) -> bool:
        """Whether it is an open question with no mistake in it."""
        return self.form == "open" and not any(finding.bad for finding in self.findings)


def coach(text: str, language: str = "en", best: Mapping[str, str] | None = None) -> Coached:
    """Look at a question. `best` are the questions to offer, by facet (`best_questions`).

    Any text gives an answer, in bounded time. Raises UsageError for a language in which reps are not read.
    """
    line = _led(approach(text, language), language)
    text = line.text
    about = line.about if line.form is not None else ()
    words = max((asking.count_words(text[slice(*span)]) for span in line.questions), default=0)
    findings = tuple(_findings(line, about, words, language))
    needed = any(finding.bad for finding in findings) or line.form == "short"
    own = _own(line, findings, language) if needed else None
    better = (best or {}).get(about[0]) if needed and about else None
    return Coached(
        text,
        line.form,
        about,
        line.reason is not None,
        words,
        findings,
        own,
        better if better is not None and _plain(better) not in (_plain(text), _plain(own or "")) else None,
    )


def _led(line: Approach, language: str) -> Approach:
    """The line; a question that opens with its own answer ('wouldn't you say ...') is for yes or no."""
    if line.form != "open" or line.leads is None:
        return line
    shown = _shown(line, language)
    inside = shown is not None and line.leads[0] <= shown[0] and shown[1] <= line.leads[1]
    return replace(line, form="closed") if inside else line


def _findings(line: Approach, about: tuple[str, ...], words: int, language: str) -> Iterator[Finding]:
    """Everything that there is to say, what matters most first."""
    if line.form is None:
        yield Finding("no_question")
    else:
        yield Finding(line.form, _shown(line, language))
        yield Finding("about", facet=about[0]) if about else Finding("unclear")
    if line.leads is not None and line.form is not None:
        yield Finding("leading", line.leads)
    second = _second(line, language)
    if second is not None:
        yield Finding("doubled", second)
    if line.presses is not None:
        yield Finding("pressing", line.presses)
    if words > asking.MOST_WORDS:
        yield Finding("long")
    if line.form is not None and line.reason is not None:
        yield Finding("reason", line.reason)
    elif about and about[0] in SENSITIVE:
        yield Finding("no_reason")


def _shown(line: Approach, language: str) -> Span | None:
    """The words that show the form of the question that is answered, which is the last."""
    from datetime import date

    start, end = line.questions[-1]
    shown = shown_by(Line(line.text[start:end], language, date.min, None))
    return (start + shown[0], start + shown[1]) if shown is not None else None


def _second(line: Approach, language: str) -> Span | None:
    """Where a second question begins: another sentence, or what an 'and' joins to the first."""
    if len(line.questions) > 1:
        return line.questions[-1]
    for start, end in line.questions:
        joined = asking.doubled(_asked(line.text, start, end), language)
        at = line.text.find(joined.rstrip("?؟"), start) if joined is not None else -1
        if joined is not None and at >= 0:
            return at, at + len(joined.rstrip("?؟"))
    return None


def _asked(text: str, start: int, end: int) -> str:
    """A question with its mark, which in fast notes is left out."""
    asked = text[start:end].rstrip(_TAIL + "؟")
    return f"{asked}?"


def _own(line: Approach, findings: tuple[Finding, ...], language: str) -> str | None:
    """The first or the neutral part of a question that asks too much or leads, where that stands by itself."""
    for part in _parts(line, findings):
        whole = f"{_SPACES.sub(' ', part).strip(_TAIL)}?"
        again = approach(whole, language)
        alone = again.form == "open" and again.asks == 1 and again.leads is None and again.presses is None
        if alone and again.about and asking.doubled(whole, language) is None:
            return whole[:1].upper() + whole[1:]
    return None


def _parts(line: Approach, findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        if finding.span is None:
            continue
        start, end = finding.span
        if finding.name == "doubled" and len(line.questions) > 1:
            yield line.text[slice(*line.questions[0])]
        elif finding.name == "doubled":
            yield line.text[line.questions[-1][0] : start]
        elif finding.name == "leading":
            yield line.text[line.questions[-1][0] : start]
            rest = line.text[end : line.questions[-1][1]]
            yield rest.rpartition(",")[2]
            yield rest


def best_questions(script: Script) -> Mapping[str, str]:
    """The most telling question about each facet, in the words of the call, for its product.

    The framework that is followed comes first; what it does not ask is taken from the others.
    """
    found: dict[str, str] = {}
    context = Context(product=script.sold)
    for flow in (script.flow, *script.flows.values()):
        for name, criterion in flow.criteria.items():
            if criterion.facet not in found:
                first = next(iter(script.words.criteria[name].questions.values()))
                found[criterion.facet] = render(first.say, context)
    return found


def told(coached: Coached, words: CoachWords) -> tuple[str, ...]:
    """What the coach says, a line each; the words that show a thing stand before it."""
    lines = [remark(finding, coached, words) for finding in coached.findings]
    if coached.own is not None:
        lines.append(filled(words.says.get("first_part", "{{ question }}"), {"question": coached.own}))
    if coached.better is not None:
        lines.append(filled(words.says.get("better", "{{ question }}"), {"question": coached.better}))
    return tuple(lines)


def as_json(coached: Coached, words: CoachWords) -> Mapping[str, Any]:
    """The same for other programs; spans are [start, end) in characters of the text."""
    return {
        "text": coached.text,
        "good": coached.good,
        "form": coached.form,
        "about": list(coached.about),
        "reason": coached.reason,
        "words": coached.words,
        "findings": [
            {
                "finding": finding.name,
                "bad": finding.bad,
                "span": list(finding.span) if finding.span else None,
                "says": _said(finding, coached, words),
            }
            for finding in coached.findings
        ],
        "own": coached.own,
        "better": coached.better,
    }


def remark(finding: Finding, coached: Coached, words: CoachWords) -> str:
    """What is said of one finding, with the words before it that show it."""
    said = _said(finding, coached, words)
    if finding.span is None:
        return said
    shown = _SPACES.sub(" ", coached.text[slice(*finding.span)]).strip()
    return f"“{shown}”  {said}"


def _said(finding: Finding, coached: Coached, words: CoachWords) -> str:
    known = {
        "facet": facet_name(finding.facet, words) if finding.facet else "",
        "words": str(coached.words),
        "most": str(asking.MOST_WORDS),
    }
    entry = words.findings.get(finding.name)
    return filled(entry.says, known) if entry is not None else finding.name


def near(facet: str, other: str) -> bool:
    """Whether two facets are asked about in much the same words."""
    return any(facet in group and other in group for group in _NEAR)


def facet_name(facet: str, words: CoachWords) -> str:
    """What a facet is called in words that a newcomer understands."""
    return cast(Mapping[str, str], words.facets).get(facet, facet.replace("_", " "))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
