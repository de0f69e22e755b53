"""Numbers, in digits and in words: '1,500.50', '30', '50k', 'two and a half million'."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cuebook.understanding.line import Line
from cuebook.understanding.number_words import Piece, Style, pieces_of, style_of

_FRACTIONS = "½¼¾⅓⅔"
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


@lru_cache(maxsize=8)
def numbers(line: Line) -> tuple[Number, ...]:
    """Find the numbers of the line, in order, none overlapping another."""
    pieces, style = pieces_of(line), style_of(line.language)
    found: list[Number] = []
    index = 0
    while index < len(pieces):
        sum_ = _Sum(pieces, index, style)
        if sum_.read():
            found.append(sum_.number())
        index = max(sum_.at, index + 1)
    return tuple(found)


class _Sum:
    """A number being put together, piece by piece, from `pieces[at]` on."""

    def __init__(self, pieces: Sequence[Piece], at: int, style: Style) -> None:
        self.pieces, self.first, self.at, self.style = pieces, at, at, style
        self.total = 0.0  # what scales have closed: the 'five thousand' of 5,200
        self.group = 0.0  # what is open below the next scale
        self.place = math.inf  # the next small word must be smaller: after 'twenty' only 1 to 9 fit
        self.scale, self.unit = 1.0, ""
        self.said = self.digits = False

    def kind(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.pieces[at].kind if at < len(self.pieces) else ""

    def piece(self) -> Piece:
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

    def _shortens(self, piece: Piece) -> bool:
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

    def _hundreds(self, following: Piece) -> bool:
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
