"""Whom they name when they are asked who else might be glad of a call (Q13): 'Per Olsen at Fjord Shipping'."""

from __future__ import annotations

from cuebook.understanding.chunks import chunks, joining, looks_like_a_name, titled
from cuebook.understanding.line import Line
from cuebook.understanding.reading import Person, Span

_MOST_WORDS = 5
"""Words of a company that are looked at after its name."""


def referred(line: Line) -> tuple[Person, ...]:
    """The people that the line names, each with where they work where it says so.

    The first name of a sentence is somebody, and so is one that is joined to it; a name with one word between
    ('at', 'from') is where that one works. A first name alone is only taken where it is the whole answer.
    """
    spoken = chunks(line)
    joins = joining(line.language)
    found: list[tuple[Span, str | None]] = []
    last: int | None = None
    for at, (word, span) in enumerate(zip(spoken.words, spoken.spans, strict=True)):
        if word != "_name" or not (looks_like_a_name(line, span) or titled(line, span)):
            continue
        between = None if last is None else spoken.words[last + 1 : at]
        last = at
        if between is None or {".", "?"} & set(between) or all(each in joins for each in between):
            found.append((span, None))
        elif len(between) == 1 and found[-1][1] is None:
            found[-1] = (found[-1][0], _company(line, span))
    alone = spoken.words == ("_name",)
    return tuple(
        Person(_text(line, span), None, None, span, company=company)
        for span, company in found
        if alone or company or " " in _text(line, span)
    )


def _company(line: Line, span: Span) -> str:
    """The name with the words after it that belong to it: capitals, and '&' between them."""
    words = [_text(line, span)]
    for word in line.text[span[1] :].split(" ")[1 : _MOST_WORDS + 1] if line.text[span[1] :][:1] == " " else ():
        bare = word.rstrip(".,;:!?")
        if word != "&" and not bare[:1].isupper():
            break
        words.append(bare)
        if bare != word:
            break
    return " ".join(words).removesuffix(" &")


def _text(line: Line, span: Span) -> str:
    return " ".join(line.text[slice(*span)].split())
