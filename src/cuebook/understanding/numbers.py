"""Numbers, in digits and in words: '1,500.50', '30', '50k', 'two and a half million'."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
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
_FRACTIONS = "½¼¾⅓⅔"
_COUNT = frozenset({"small", "hundred", "scale"})
_LONGEST = 24  # words that one number is made of, at the most


class Number(NamedTuple):
    """A number as said: `value` = `base` x `scale`, where 50k is 50 x 1000.

    `unit` is the word of the scale ('k', 'million'), '' for none. `first` and `stop` are its tokens.
    `bare` is true for a scale that no number came before ('thousand').
    """

    value: float
    base: float
    scale: float
    unit: str
    digits: bool
    bare: bool
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


class _Style(NamedTuple):
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
def _style(language: str) -> _Style:
    lexicon = load(language, "values")["numbers"]
    one, small = (set(map(str, phrases)) for phrases in (lexicon["one"], lexicon["small"].get(1, ())))
    return _Style(
        decimal=str(lexicon["decimal"]),
        touching=frozenset(lexicon.get("touching", ())),
        glued=bool(lexicon.get("glued")),
        articles=frozenset(one & small),
        hundreds_joined=bool(lexicon.get("hundreds_joined")),
        short_thousands=bool(lexicon.get("hundreds_follow_thousands")),
        thousand_left_out=bool(lexicon.get("thousand_left_out")),
        slashed=bool(lexicon.get("slashed")),
    )


@lru_cache(maxsize=8)
def numbers(line: Line) -> tuple[Number, ...]:
    """Find the numbers of the line, in order, none overlapping another."""
    pieces, style = _pieces(line), _style(line.language)
    found: list[Number] = []
    index = 0
    while index < len(pieces):
        sum_ = _Sum(pieces, index, style)
        if sum_.read():
            found.append(sum_.number())
        index = max(sum_.at, index + 1)
    return tuple(found)


# A piece is a word of a number with its place; `first` is its first token.
class _Piece(NamedTuple):
    kind: str
    value: float
    text: str
    start: int
    end: int
    first: int
    stop: int


def _pieces(line: Line) -> list[_Piece]:
    """Cut the line into the words that numbers are made of; anything else is a piece of kind ''."""
    words = _words(line.language)
    style = _style(line.language)
    pieces: list[_Piece] = []
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
            pieces.append(_Piece(*_digits(digits, style.decimal), token.start, digits.end(), index, stop))
        elif symbol is not None:
            text = line.low[symbol.start : symbol.end]
            place = (symbol.start, symbol.end, index, symbol.stop)
            pieces.append(_Piece(symbol.kind, symbol.value, text, *place))
        elif style.glued:
            pieces.extend(_unglued(words, token, index, follows=bool(pieces) and pieces[-1].kind in _COUNT))
        else:
            pieces.append(_other(token, index))
        index = pieces[-1].stop
    return pieces


def _slashed(line: Line, index: int, words: Symbols) -> _Piece | None:
    """Read '2/5' before a scale, where the slash stands for the decimal sign."""
    start = line.tokens[index].start
    found = _SLASHED.match(line.low, start)
    if found is None:
        return None
    stop = _stop(line.tokens, index, found.end())
    scale = words.at(line.tokens, stop) if stop < len(line.tokens) else None
    if scale is None or scale.kind != "scale":
        return None
    return _Piece("digits", float(f"{found[1]}.{found[2]}"), "", start, found.end(), index, stop)


def _other(token: Token, index: int) -> _Piece:
    return _Piece("", 0, token.text, token.start, token.end, index, index + 1)


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


def _unglued(words: Symbols, token: Token, index: int, *, follows: bool) -> list[_Piece]:
    """Take apart number words that are written as one ('tjugofem'): longest first, all or nothing.

    What `follows` a number may begin with 'and'.
    """
    pieces: list[_Piece] = []
    at = 0
    while at < len(token.text) and len(token.text) <= 60:
        for size in range(len(token.text) - at, 0, -1):
            part = token.text[at : at + size]
            kind, value = words.get(part) or ("", 0)
            if kind == "one":  # an article elsewhere: 'tjueen'
                kind, value = "small", 1
            if kind in ("small", "hundred", "join") or (kind == "scale" and size > 2):
                start = token.start + at
                pieces.append(_Piece(kind, value, part, start, start + size, index, index + 1))
                at += size
                break
        else:
            break
    loose = at < len(token.text) or pieces[-1].kind == "join" or (pieces[0].kind == "join" and not follows)
    if loose or _at_odds(pieces):
        return [_other(token, index)]
    return _tens_first(pieces)


def _at_odds(pieces: list[_Piece]) -> bool:
    """Whether small numbers stand side by side that make none together: 'entre' is no 'en' and 'tre'."""
    return any(
        one.kind == other.kind == "small" and not (one.value >= 20 and other.value < 10)
        for one, other in pairwise(pieces)
    )


def _tens_first(pieces: list[_Piece]) -> list[_Piece]:
    """Put 'enogtyve' (one and twenty) as twenty-one."""
    found: list[_Piece] = []
    for piece in pieces:
        joined = len(found) > 1 and found[-1].kind == "join" and found[-2].kind == "small"
        if joined and piece.kind == "small" and found[-2].value < 10 and 20 <= piece.value < 100:
            ones = found[-2]
            found[-2:] = [piece._replace(value=piece.value + ones.value, start=ones.start)]
        else:
            found.append(piece)
    return found


class _Sum:
    """A number being put together, piece by piece, from `pieces[at]` on."""

    def __init__(self, pieces: Sequence[_Piece], at: int, style: _Style) -> None:
        self.pieces, self.first, self.at, self.style = pieces, at, at, style
        self.total = 0.0  # what scales have closed: the 'five thousand' of 5,200
        self.group = 0.0  # what is open below the next scale
        self.place = math.inf  # the next small word must be smaller: after 'twenty' only 1 to 9 fit
        self.scale, self.unit = 1.0, ""
        self.said = self.digits = False

    def kind(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.pieces[at].kind if at < len(self.pieces) else ""

    def piece(self) -> _Piece:
        return self.pieces[self.at]

    def read(self) -> bool:
        """Take all pieces that make one number; False where there is none."""
        if self._article():  # 'a' counts as one before a scale only: 'a hundred', 'a quarter million'
            if self.kind(1) in ("hundred", "scale", "part", "couple"):
                self.at += 1
            elif self.kind() == "one":
                return False
        for _ in range(_LONGEST):
            if not self._step():
                break
        alone = self.at == self.first + 1 and self.pieces[self.first].text in self.style.articles
        return self.said and not alone

    def _article(self, ahead: int = 0) -> bool:
        """Whether an 'a' stands there, be it one in other places too."""
        return self.kind(ahead) == "one" or (
            self.kind(ahead) == "small" and self.pieces[self.at + ahead].text in self.style.articles
        )

    def _step(self) -> bool:
        take = {
            "digits": self._small,
            "small": self._small,
            "couple": self._small,
            "hundred": self._hundred,
            "scale": self._scaled,
            "part": self._part,
            "join": self._joined,
            "point": self._decimals,
        }.get(self.kind())
        return take is not None and take()

    def _small(self) -> bool:
        piece = self.piece()
        if self._shortens(piece):
            self.total, self.scale, self.group, self.place = self.group * 1000, 1000, 0, math.inf
        fits = piece.value < self.place if piece.kind != "digits" else not self.group and self._scale_after(1)
        if self.said and not (fits and (self.total or not self.digits)):
            return False
        value = piece.value
        if piece.text == "lone" and self._scale_after(1):  # 1.500 million: the group of three was decimals
            value /= 1000
        self.group += value
        self.digits = self.digits or piece.kind == "digits"
        self.place = 100 if value >= 100 else 10 if value >= 20 and piece.kind == "small" else 1
        self.said = True
        self.at += 1
        if piece.kind == "couple" and self.kind() == "of" and self._scale_after(1, hundred=True):
            self.at += 1
        return True

    def _shortens(self, piece: _Piece) -> bool:
        """Whether the thousands before a hundred went without their word: 'trzy dwieście' is 3,200."""
        hundreds = piece.kind == "small" and piece.value >= 100
        open_ = self.said and not self.digits and not self.total and 1 < self.group < 100
        return self.style.short_thousands and hundreds and open_

    def _scale_after(self, ahead: int, *, hundred: bool = False) -> bool:
        """Whether a scale follows that may go on with what is said: smaller than the last one."""
        at = self.at + ahead
        if self.kind(ahead) == "hundred":
            return hundred
        if self.kind(ahead) != "scale" or (self.total and self.pieces[at].value >= self.scale):
            return False
        return self.pieces[at].text not in self.style.touching or self.pieces[at - 1].end == self.pieces[at].start

    def _hundred(self) -> bool:
        piece = self.piece()
        if self.group >= 100 or (self.said and not self.group) or self.place < 1:
            return False
        self.group = (self.group or 1) * piece.value
        self.place, self.said = piece.value, True
        self.at += 1
        return True

    def _scaled(self) -> bool:
        piece = self.piece()
        if piece.text in self.style.touching and not (self.said and self.pieces[self.at - 1].end == piece.start):
            return False
        if not self.said and len(piece.text) < 3:  # 'k' alone is a letter
            return False
        if self.said and not self.group:  # 'thousand million'
            self.total *= piece.value
        elif self.total and piece.value >= self.scale:
            self.total, self.group = (self.total + self.group) * piece.value, 0
        else:
            self.total, self.group = self.total + (self.group or 1) * piece.value, 0
        self.scale, self.unit, self.place, self.said = piece.value, piece.text, math.inf, True
        self.at += 1
        return True

    def _part(self) -> bool:
        """Take a half or a quarter: before a scale ('half a million'), or after a number ('2½')."""
        piece = self.piece()
        if self.said:
            if piece.text not in _FRACTIONS or self.total:
                return False
            self.group += piece.value
            self.at += 1
            return True
        ahead = 1
        while (self.kind(ahead) == "of" or self._article(ahead)) and ahead < 3:
            ahead += 1
        if not self._scale_after(ahead) and piece.text not in _FRACTIONS:
            return False
        self.group, self.said = piece.value, True
        self.at += ahead
        return True

    def _joined(self) -> bool:
        """Take 'and', or the hyphen of 'twenty-five', where what follows fits in."""
        if not self.said:
            return False
        ahead = 2 if self._article(1) else 1
        if self.kind(ahead) == "part":  # 'two and a half'; 'a million and a half'
            half = self.pieces[self.at + ahead].value
            if self.group:
                self.group += half
            else:
                self.total += half * self.scale
            self.at += ahead + 1
            return True
        return self._joined_small()

    def _joined_small(self) -> bool:
        in_digits = self.style.hundreds_joined and self.kind(1) == "digits" and self.total  # '3 хил. и 500'
        closed = not self.digits or (self.style.hundreds_joined and self.total)
        if not in_digits and (self.kind(1) != "small" or not closed):
            return False
        following = self.pieces[self.at + 1]
        hyphen = self.piece().text == "-"
        if hyphen and not (self.place == 10 and self.pieces[self.at - 1].end == self.piece().start):
            return False
        # 'Two thousand and fifty' is one number; 'a hundred and two hundred' and 'two thousand and three
        # thousand' are the ends of a range.
        amount = following.value * (100 if self.kind(2) == "hundred" else 1)
        most = 100 if self.total and not self.style.hundreds_joined else math.inf
        if amount >= min(self.place, most, self.scale if in_digits else math.inf) or self.place == 1:
            return False
        ahead = self.pieces[self.at + 2 : self.at + 4]
        if self.total and any(piece.kind == "scale" and piece.value >= self.scale for piece in ahead):
            return False
        self.at += 1
        return not in_digits or self._hundreds(following)

    def _hundreds(self, following: _Piece) -> bool:
        """Take the digits that 'and' joins to thousands."""
        self.group, self.place = following.value, 0
        self.at += 1
        return True

    def _decimals(self) -> bool:
        """Take 'point five': the digits that follow, one word each."""
        digits = ""
        ahead = 1
        while self.kind(ahead) == "small" and self.pieces[self.at + ahead].value < 10 and len(digits) < 9:
            digits += str(int(self.pieces[self.at + ahead].value))
            ahead += 1
        if not digits or not self.group:
            return False
        self.group += float(f"0.{digits}")
        self.place = 0
        self.at += ahead
        return True

    def _thousand_left_out(self) -> bool:
        """Whether 'two million and three hundred' says as many thousand."""
        return (
            self.style.thousand_left_out and self.scale > 1000 and 100 <= self.group < 1000 and not self.group % 10
        )

    def number(self) -> Number:
        first, last = self.pieces[self.first], self.pieces[self.at - 1]
        value = self.total + self.group * (self.scale / 1000 if self._thousand_left_out() else 1)
        return Number(
            value=value,
            base=value / self.scale,
            scale=self.scale,
            unit=self.unit,
            digits=self.digits,
            bare=self.at == self.first + 1 and last.kind in ("scale", "hundred"),
            start=first.start,
            end=last.end,
            first=first.first,
            stop=last.stop,
        )
