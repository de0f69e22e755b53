"""Roles, names and ways of deciding, each as one word, so that the phrases about people stay short.

'Per Olsen, our head of IT, signs off' becomes '_name our _title _decides', every word with its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line
from cuebook.understanding.phrases import Alternatives
from cuebook.understanding.reading import Span
from cuebook.understanding.words import Words, known, words

NAME_WORDS = 3
"""A name takes up so many words at the most."""

_ADDRESS = frozenset("@_/\\=")

_Terms = dict[str, tuple[tuple[str, ...], ...]]


class _Roles(NamedTuple):
    """Words for roles, each under its first word, longest first."""

    head: _Terms
    head_of: _Terms
    field: _Terms
    rank: _Terms
    body: _Terms
    kin: _Terms
    links: frozenset[str]
    """Words between a head and its field ('head OF THE it')."""
    units: frozenset[str]
    """What may follow a field ('it DEPARTMENT')."""
    and_: frozenset[str]
    shy: frozenset[str]
    """Words that are a field only where they are written in capitals or follow a link ('IT', not 'it')."""
    follows: bool
    """Whether a field may follow its head with no link between ('dyrektor finansowy')."""
    endings: tuple[str, ...]
    """What a role may end with ('mine', 'ours') in a language that writes it so; '' is always among them."""


class _Wording(NamedTuple):
    roles: _Roles
    ways: tuple[tuple[str, Alternatives], ...]
    no_names: frozenset[str]
    also_names: frozenset[str]
    """Words of the language that are names too, so that they may begin a sentence as one."""
    titles: frozenset[str]
    """'Mr': what follows is a name, and the title belongs to it."""
    given: frozenset[str]
    """Given names, in a script without capitals: there nothing else looks like a name."""


@lru_cache(maxsize=16)
def _wording(language: str) -> _Wording:
    lexicon = load(language, "people")
    groups = {**load(language, "talk")["groups"], **lexicon["groups"]}
    roles = lexicon["roles"]
    head, head_of, field, rank, body, kin = (
        _terms(roles[name]) for name in ("head", "head_of", "field", "rank", "body", "kin")
    )
    links, units, and_, shy = (frozenset(str(roles[name]).split()) for name in ("links", "units", "and", "shy"))
    no_names, also_names, titles, given = (
        frozenset(str(lexicon.get(name, "")).split())
        for name in ("no_names", "also_names", "titles", "given_names")
    )
    endings = ("", *sorted(str(roles.get("endings", "")).split(), key=len))
    ways = tuple((f"_{name}", Alternatives(phrases, groups)) for name, phrases in lexicon["ways"].items())
    return _Wording(
        _Roles(
            head, head_of, field, rank, body, kin, links, units, and_, shy, bool(roles.get("follows")), endings
        ),
        ways,
        no_names,
        also_names,
        titles,
        given,
    )


def joining(language: str) -> frozenset[str]:
    """The words that join two names of a list: 'and'."""
    return _wording(language).roles.and_


def _terms(listing: str) -> _Terms:
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in listing.replace("\n", " ").split("|"):
        term_words = tuple(term.split())
        if term_words:
            found.setdefault(term_words[0], []).append(term_words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def chunks(line: Line) -> Words:
    """The words of `line` with roles, names and ways of deciding as one word each."""
    spoken = words(line)
    wording = _wording(line.language)
    out: list[str] = []
    spans: list[Span] = []
    lower_only = line.text.islower()
    at = 0
    while at < len(spoken.words):
        end, mark = _role(spoken, at, line, wording.roles)
        if not mark:
            end, mark = _name(spoken, at, line, wording, lower_only=lower_only)
        if not mark:
            end, mark = at + 1, spoken.words[at]
        out.append(mark)
        spans.append((spoken.spans[at][0], spoken.spans[end - 1][1]))
        at = end
    return _with_ways(Words(tuple(out), tuple(spans)), wording)


def _with_ways(chunked: Words, wording: _Wording) -> Words:
    for mark, ways in wording.ways:
        out: list[str] = []
        spans: list[Span] = []
        done = 0
        for first, stop in ways.find(chunked):
            out += [*chunked.words[done:first], mark]
            spans += [*chunked.spans[done:first], chunked.at(first, stop - 1)]
            done = stop
        if done:
            chunked = Words((*out, *chunked.words[done:]), (*spans, *chunked.spans[done:]))
    return chunked


# --- roles ---


def _role(spoken: Words, at: int, line: Line, roles: _Roles) -> tuple[int, str]:
    """Where the role that begins at word `at` ends, and its mark; ('', at) where none does."""
    end = _title(spoken, at, line, roles)
    body = _longest(spoken, at, roles, roles.body)
    if body > end and not _shy(spoken, at, body, line, roles):
        return max(body, _field(spoken, at, line, roles)), "_body"  # 'finance', 'the finance people'
    if end > at:
        return end, "_title"
    kin = _longest(spoken, at, roles, roles.kin)
    if kin > at:
        return kin, "_kin"
    field = _field(spoken, at, line, roles)
    return (field, "_field") if field > at else (at, "")


def _title(spoken: Words, at: int, line: Line, roles: _Roles) -> int:
    """Where a title ends: ranks, a head, perhaps its field ('senior project manager', 'head of the it team')."""
    best, begin = at, at
    for _ in range(4):
        head = _longest(spoken, begin, roles, roles.head)
        leading = _longest(spoken, begin, roles, roles.head_of)
        best = head if head > begin else best
        field = leading
        while field > begin and field < len(spoken.words) and spoken.words[field] in roles.links:
            field += 1
        if leading > begin and (field > leading or roles.follows):
            ranked = _longest(spoken, field, roles, roles.rank)
            end = max(_field(spoken, field, line, roles, linked=True), _longest(spoken, field, roles, roles.head))
            if ranked > field:
                end = max(end, _field(spoken, ranked, line, roles, linked=True))
            if end > field:
                best = max(best, end)
        ranked = _longest(spoken, begin, roles, roles.rank)
        if ranked == begin:
            break
        begin = ranked
    return best


def _field(spoken: Words, at: int, line: Line, roles: _Roles, *, linked: bool = False) -> int:
    end = _longest(spoken, at, roles, roles.field)
    if end == at or (not linked and _shy(spoken, at, end, line, roles)):
        return at
    if end < len(spoken.words) and spoken.words[end] in roles.and_:
        more = _longest(spoken, end + 1, roles, roles.field)
        if more > end + 1 and not _shy(spoken, end + 1, more, line, roles):
            end = more
    return end + 1 if end < len(spoken.words) and spoken.words[end] in roles.units else end


def _shy(spoken: Words, at: int, end: int, line: Line, roles: _Roles) -> bool:
    if end != at + 1 or spoken.words[at] not in roles.shy:
        return False
    begin, stop = spoken.spans[at]
    followed = at + 1 < len(spoken.words) and spoken.words[at + 1] in roles.units
    return not (line.text[begin:stop].isupper() or followed)


def _longest(spoken: Words, at: int, roles: _Roles, terms: _Terms) -> int:
    """Where the longest of `terms` that begins at word `at` ends; `at` where none does."""
    best = at
    if at < len(spoken.words):
        for first in _without(spoken.words[at], roles.endings):
            for term in terms.get(first, ()):
                if len(term) > best - at and _stands(term, spoken.words[at : at + len(term)], roles.endings):
                    best = at + len(term)
    return best


def _without(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The word as it is, and without each ending that it has."""
    for ending in endings:
        if word.endswith(ending):
            yield word[: len(word) - len(ending)]


def _stands(term: tuple[str, ...], said: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    """Whether a term is what was said; its last word may have an ending."""
    if len(said) != len(term) or term[:-1] != said[:-1]:
        return False
    return term[-1] in _without(said[-1], endings)


# --- names ---


def _name(spoken: Words, at: int, line: Line, wording: _Wording, *, lower_only: bool) -> tuple[int, str]:
    """Where the name that begins at word `at` ends; in a line without capitals any unknown word may be one."""
    if spoken.words[at] in wording.titles and at + 1 < len(spoken.words):
        end = _name_end(spoken, at + 1, line, wording, lower_only)
        return (end, "_name") if end > at + 1 else (at, "")
    if spoken.words[at] in wording.given:
        return max(at + 1, _name_end(spoken, at + 1, line, wording, lower_only)), "_name"
    if not _cased(line, spoken.spans[at]):
        return at, ""
    begins_sentence = at == 0 or spoken.words[at - 1] in {".", "?"}
    capital_of_sentence = begins_sentence and not lower_only and spoken.words[at] not in wording.also_names
    if capital_of_sentence and known(spoken.words[at], line.language):
        return at, ""
    end = _name_end(spoken, at, line, wording, lower_only)
    return (end, "_name") if end > at else (at, "")


def _name_end(spoken: Words, at: int, line: Line, wording: _Wording, lower_only: bool) -> int:
    end = at
    while end < len(spoken.words) and end - at < NAME_WORDS and _may_name(spoken, end, line, wording, lower_only):
        end += 1
        if "," in line.low[spoken.spans[end - 1][1] : spoken.spans[min(end, len(spoken.words) - 1)][0]]:
            break
    return end


def titled(line: Line, span: Span) -> bool:
    """Whether the name at `span` has its title: 'Mr Novak' is a person wherever it is said."""
    first = re.match(r"\w*", line.low[span[0] : span[1]])
    return first is not None and first.group() in _wording(line.language).titles


def looks_like_a_name(line: Line, span: Span) -> bool:
    """Whether what stands at `span` is a name by its own looks: capital letters, and no ending of other words."""
    typed = line.text[span[0] : span[1]].split()
    endings = tuple(str(load(line.language, "people").get("no_name_endings", "")).split())
    plain = len(typed) == 1 and endings and line.low[span[0] : span[1]].strip().endswith(endings)
    return bool(typed) and not plain and all(word[:1].isupper() for word in typed)


def _may_name(spoken: Words, at: int, line: Line, wording: _Wording, lower_only: bool) -> bool:
    word = spoken.words[at]
    begin, stop = spoken.spans[at]
    typed = line.text[begin:stop]
    if (
        len(word) < 2
        or not typed[:1].isalpha()
        or word in wording.no_names
        or not _whole(line.low[begin:stop], word, line)
    ):
        return False
    if _in_address(line.text, begin, stop):
        return False
    if lower_only:
        return word.isalpha() and not known(word, line.language)
    if not _cased(line, spoken.spans[at]):  # after a title or a given name
        return word.isalpha() and (word in wording.given or not known(word, line.language))
    return typed[0].isupper()


def _cased(line: Line, span: Span) -> bool:
    """Whether the word is of a script that has capitals."""
    first = line.text[span[0] : span[0] + 1]
    return first.lower() != first.upper()


def _in_address(text: str, begin: int, stop: int) -> bool:
    """Whether the word is a piece of an address or a file name, which is nobody's name."""
    before, after = text[max(0, begin - 1) : begin], text[stop : stop + 2]
    return (
        before in _ADDRESS or after[:1] in _ADDRESS or before == "." or (after[:1] == "." and after[1:].isalnum())
    )


def _whole(typed: str, word: str, line: Line) -> bool:
    """Whether the word is the typed one (folded), though it be taken for a slip, and no part of a contraction."""
    slip = typed.isalpha() and not known(typed, line.language)
    return slip or typed == word or word in re.split(r"[^\w]+", typed)
