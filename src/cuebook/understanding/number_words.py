"""What numbers are made of in a line: digits and number words, each as a piece with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from cuebook.understanding.lexicon import load
from cuebook.understanding.line import Line, Token
from cuebook.understanding.plain import ways
from cuebook.understanding.symbols import Symbols

_DIGITS = re.compile(
    r"""(?P<whole> [0-9]{1,3} (?P<mark>[,.' ]) [0-9]{3} (?:(?P=mark)[0-9]{3}){0,4} )
        (?P<cents>[.,][0-9]{1,2})? (?![0-9])
      | (?P<indian>[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}) (?![0-9])
      | (?P<plain>[0-9]{1,15}) (?: [.,] (?P<part>[0-9]{1,9}) )? (?![0-9])
      | (?<!\w) \. (?P<bare>[0-9]{1,9}) (?![0-9])""",
    re.VERBOSE,
)
_SLASHED = re.compile(r"([0-9]{1,4})/([0-9]{1,2})(?![0-9/])")
_COUNT = frozenset({"small", "hundred", "scale"})


class Piece(NamedTuple):
    """A word or the digits of a number; `kind` is '' for anything else. `first` and `stop` are its tokens."""

    kind: str
    value: float
    text: str
    start: int
    end: int
    first: int
    stop: int


@cache
def _words(language: str) -> Symbols:
    """Build the number words of a language as symbols: small, hundred, scale and the like."""
    lexicon: Mapping[str, Any] = load(language, "values")["numbers"]
    entries = [
        (str(phrase), kind, value)
        for kind in ("small", "hundred", "scale", "part", "couple", "join", "point", "of", "one")
        for value, phrases in _pairs(lexicon.get(kind, ()))
        for phrase in phrases
    ]
    return Symbols(entries, ways(language))


def _pairs(entry: Mapping[float, Sequence[str]] | Sequence[str]) -> list[tuple[float, Sequence[str]]]:
    return list(entry.items()) if isinstance(entry, Mapping) else [(0, entry)]


class Style(NamedTuple):
    """How a language writes numbers.

    `touching` are the scales that must touch their number, `glued` tells whether number words are written as one.
    `articles` are 'a' and 1 in one word ('en', 'ett'): alone they count nothing. Where `hundreds_joined`, 'two
    thousand and three hundred' is one number, and not the ends of a range; where `thousand_left_out`, 'two million
    and three hundred' says as many thousand. `slashed` is '2/5 million' for two and a half.
    `short_thousands` tells whether a hundred right after a small number makes thousands of it ('dwa pięćset').
    """

    decimal: str
    touching: frozenset[str]
    glued: bool
    articles: frozenset[str]
    hundreds_joined: bool
    short_thousands: bool
    thousand_left_out: bool
    slashed: bool


@cache
def style_of(language: str) -> Style:
    """Give how a language writes numbers."""
    lexicon = load(language, "values")["numbers"]
    one, small = (set(map(str, phrases)) for phrases in (lexicon["one"], lexicon["small"].get(1, ())))
    return Style(
        decimal=str(lexicon["decimal"]),
        touching=frozenset(lexicon.get("touching", ())),
        glued=bool(lexicon.get("glued")),
        articles=frozenset(one & small),
        hundreds_joined=bool(lexicon.get("hundreds_joined")),
        short_thousands=bool(lexicon.get("hundreds_follow_thousands")),
        thousand_left_out=bool(lexicon.get("thousand_left_out")),
        slashed=bool(lexicon.get("slashed")),
    )


def pieces_of(line: Line) -> list[Piece]:
    """Cut the line into the words that numbers are made of; anything else is a piece of kind ''."""
    words = _words(line.language)
    style = style_of(line.language)
    pieces: list[Piece] = []
    index = 0
    while index < len(line.tokens):
        token = line.tokens[index]
        digits = _DIGITS.match(line.low, token.start) if token.text[0] in ".0123456789" else None
        symbol = None if digits else words.at(line.tokens, index)
        slashed = _slashed(line, index, words) if digits and style.slashed else None
        if slashed is not None:
            pieces.append(slashed)
        elif digits is not None:
            stop = _stop(line.tokens, index, digits.end())
            pieces.append(Piece(*_digits(digits, style.decimal), token.start, digits.end(), index, stop))
        elif symbol is not None:
            text = line.low[symbol.start : symbol.end]
            place = (symbol.start, symbol.end, index, symbol.stop)
            pieces.append(Piece(symbol.kind, symbol.value, text, *place))
        elif style.glued:
            pieces.extend(_unglued(words, token, index, follows=bool(pieces) and pieces[-1].kind in _COUNT))
        else:
            pieces.append(_other(token, index))
        index = pieces[-1].stop
    return pieces


def _slashed(line: Line, index: int, words: Symbols) -> Piece | None:
    """Read '2/5' before a scale, where the slash stands for the decimal sign."""
    start = line.tokens[index].start
    found = _SLASHED.match(line.low, start)
    if found is None:
        return None
    stop = _stop(line.tokens, index, found.end())
    scale = words.at(line.tokens, stop) if stop < len(line.tokens) else None
    if scale is None or scale.kind != "scale":
        return None
    return Piece("digits", float(f"{found[1]}.{found[2]}"), "", start, found.end(), index, stop)


def _other(token: Token, index: int) -> Piece:
    return Piece("", 0, token.text, token.start, token.end, index, index + 1)


def _stop(line: Sequence[Token], index: int, end: int) -> int:
    while index < len(line) and line[index].start < end:
        index += 1
    return index


def _digits(match: re.Match[str], decimal: str) -> tuple[str, float, str]:
    """Read digits in either convention. A lone group of three may be a decimal part: see `_number`."""
    whole, mark, cents = match["whole"], match["mark"], match["cents"]
    if whole:
        lone = mark == decimal and whole.count(mark) == 1 and not cents
        if lone and whole.startswith("0"):
            return "digits", float(whole.replace(mark, ".")), ""
        if cents and cents[0] == mark:  # 1,500,50 is no number of ours; read its first part
            cents = ""
        plain = "".join(letter for letter in whole if letter.isdigit())
        value = float(plain + (cents or "").replace(",", "."))
        return "digits", value, "lone" if lone else ""
    if match["indian"]:
        return "digits", float(match["indian"].replace(",", "")), ""
    return "digits", float(f"{match['plain'] or 0}.{match['part'] or match['bare'] or 0}"), ""


def _unglued(words: Symbols, token: Token, index: int, *, follows: bool) -> list[Piece]:
    """Take apart number words that are written as one ('tjugofem'): longest first, all or nothing.

    What `follows` a number may begin with 'and'.
    """
    pieces: list[Piece] = []
    at = 0
    while at < len(token.text) and len(token.text) <= 60:
        for size in range(len(token.text) - at, 0, -1):
            part = token.text[at : at + size]
            kind, value = words.get(part) or ("", 0)
            if kind == "one":  # an article elsewhere: 'tjueen'
                kind, value = "small", 1
            if kind in ("small", "hundred", "join") or (kind == "scale" and size > 2):
                start = token.start + at
                pieces.append(Piece(kind, value, part, start, start + size, index, index + 1))
                at += size
                break
        else:
            break
    loose = at < len(token.text) or pieces[-1].kind == "join" or (pieces[0].kind == "join" and not follows)
    if loose or _at_odds(pieces):
        return [_other(token, index)]
    return _tens_first(pieces)


def _at_odds(pieces: list[Piece]) -> bool:
    """Whether small numbers stand side by side that make none together: 'entre' is no 'en' and 'tre'."""
    return any(
        one.kind == other.kind == "small" and not (one.value >= 20 and other.value < 10)
        for one, other in pairwise(pieces)
    )


def _tens_first(pieces: list[Piece]) -> list[Piece]:
    """Put 'enogtyve' (one and twenty) as twenty-one."""
    found: list[Piece] = []
    for piece in pieces:
        joined = len(found) > 1 and found[-1].kind == "join" and found[-2].kind == "small"
        if joined and piece.kind == "small" and found[-2].value < 10 and 20 <= piece.value < 100:
            ones = found[-2]
            found[-2:] = [piece._replace(value=piece.value + ones.value, start=ones.start)]
        else:
            found.append(piece)
    return found
