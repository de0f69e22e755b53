"""What a column of a table holds: yes or no, numbers, or words; whatever program wrote it, in six languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cuebook.harmless import harmless, harmless_name

_BLANK = frozenset(("", "-", "–", "—", "?", ".", "n/a", "#n/a", "null", "nan", "(blank)"))
"""What programs and people write where there is nothing to write: missing, never a value of its own.

Not `none`, which answers how many children there are, nor `NA`, where North America is.
"""

_YES = frozenset(
    ("yes", "y", "true", "t", "x", "✓", "✔", "1", "ja", "j", "sann", "sant", "tak", "prawda", "да", "вярно", "بله",
     "بلی", "آری", "درست")
)  # fmt: skip
_NO = frozenset(
    ("no", "n", "false", "f", "✗", "✘", "0", "nei", "nej", "usann", "usant", "falskt", "nie", "fałsz", "не",
     "невярно", "خیر", "نه", "نادرست")
)  # fmt: skip

_LONGEST_SHOWN = 60
_MOSTLY = 0.95
"""Of the cells that are filled, so many must be numbers; the few others ('about 20') count as missing then."""

_NUMBER = re.compile(
    r"(?P<before>[^\W\d_]{2,3}\.?\s|)(?P<sign>[-\u2212]?)(?P<body>\d(?:[\d.,'\u2019 \u066b\u066c]*\d)?)\s*"
    r"(?P<times>(?:bn|mn|k|m)\b|)\.?\s*(?P<after>%|[^\W\d_]{1,10}[.23]?|)"
)
_TIMES: Mapping[str, float] = {"": 1.0, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_THREES = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True)
class Column:
    """A column: its name as it can be shown, and its cells as they were written, one a row."""

    name: str
    cells: Sequence[str]

    @cached_property
    def keys(self) -> tuple[str | None, ...]:
        """The cells so that the same value is the same text; None where there is none."""
        keys = {cell: _folded(cell) for cell in set(self.cells)}
        if all(key is None or key in _YES or key in _NO for key in keys.values()):
            keys = {cell: key and ("yes" if key in _YES else "no") for cell, key in keys.items()}
        return tuple(keys[cell] for cell in self.cells)

    @cached_property
    def shown(self) -> Mapping[str, str]:
        """How each key is written most often, harmless and short."""
        written: dict[str, dict[str, int]] = {}
        for (key, cell), count in Counter(zip(self.keys, self.cells, strict=True)).items():
            if key is not None:
                written.setdefault(key, {})[cell] = count
        return {
            key: harmless_name(min(cells, key=lambda cell: (-cells[cell], cell)), _LONGEST_SHOWN)
            for key, cells in written.items()
        }

    @cached_property
    def yes_no(self) -> bool:
        """Whether it says yes or no and nothing else, and at least once."""
        return bool(self.shown) and self.shown.keys() <= {"yes", "no"}

    @cached_property
    def numbers(self) -> tuple[float | None, ...] | None:
        """The cells as numbers, None where there is none; None where the column is not one of numbers."""
        if self.yes_no:
            return None
        parts = self._parts()
        if parts is None:
            return None
        decimal = _decimal_sign([each.body for each in parts.values() if each])
        units = {each.unit for each in parts.values() if each and each.unit}
        if decimal is None or len(units) > 1:
            return None
        known = {cell: each.number(decimal) if each else None for cell, each in parts.items()}
        numbers = tuple(known.get(cell) for cell in self.cells)
        read = len(numbers) - numbers.count(None)
        return numbers if read and read >= _MOSTLY * self._filled else None

    @cached_property
    def _filled(self) -> int:
        return len(self.keys) - self.keys.count(None)

    def _parts(self) -> dict[str, _Parts | None] | None:
        """The filled cells taken apart; None as soon as too many are no numbers, for most columns are words."""
        others = (1 - _MOSTLY) * self._filled
        parts: dict[str, _Parts | None] = {}
        for cell, key in zip(self.cells, self.keys, strict=True):
            if key is not None:
                if cell not in parts:
                    parts[cell] = _parts(cell)
                others -= parts[cell] is None
                if others < 0:
                    return None
        return parts

    def written(self, number: float) -> str:
        """How a number of this column is written in it."""
        return next(
            harmless_name(cell, _LONGEST_SHOWN)
            for cell, each in zip(self.cells, self.numbers or (), strict=True)
            if each == number
        )


def columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of a table; a row that is too short ends in blanks, what is beyond the header is left out."""
    return tuple(
        Column(
            harmless_name(name, _LONGEST_SHOWN) or f"column {place + 1}",
            [row[place] if place < len(row) else "" for row in rows],
        )
        for place, name in enumerate(header)
    )


def folded(text: str) -> str:
    """The text so that the same words are the same text, however they are written."""
    return " ".join(harmless(text).split()).casefold()


def _folded(cell: str) -> str | None:
    key = folded(cell)
    return None if key in _BLANK else key


@dataclass(frozen=True, slots=True)
class _Parts:
    """A number as it is written: its digits and separators, its sign, its factor, its unit."""

    body: str
    factor: float
    unit: str

    def number(self, decimal: str) -> float | None:
        """The number, where `decimal` separates its decimals ('' where nothing does)."""
        whole, _, rest = self.body.partition(decimal) if decimal else (self.body, "", "")
        if not whole.isdecimal() and not _THREES.fullmatch(whole):
            return None
        if rest and not rest.isdecimal():
            return None
        digits = re.sub(r"\D", "", whole)
        if len(digits) > 15 or (
            len(digits) > 1 and digits[0] == "0"
        ):  # a code, such as a number of a bank account
            return None
        return self.factor * float(f"{digits}.{rest or 0}")


def _parts(cell: str) -> _Parts | None:
    if len(cell) > 80:
        return None
    if cell.isascii() and cell.isdecimal():  # most numbers are
        return _Parts(cell, 1.0, "")
    text = unicodedata.normalize("NFKC", cell).casefold().strip().replace("\u2019", "'").removesuffix(",-")
    signs = {sign for sign in text if unicodedata.category(sign) == "Sc"}
    for sign in signs:
        text = text.replace(sign, "")
    text = text.strip().replace("\u066b", ",").replace("\u066c", "'")
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    unit = " ".join(
        part for part in (*sorted(signs), found["before"].strip(" ."), found["after"].rstrip(".")) if part
    )
    body = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in found["body"])
    return _Parts(re.sub(r"\s", " ", body), (-1 if found["sign"] else 1) * _TIMES[found["times"]], unit)


def _decimal_sign(bodies: Sequence[str]) -> str | None:
    """The sign that separates decimals in the whole column; '' for none, None where its cells disagree.

    '1.250' alone can be read in two ways; so the other cells tell: '2.5' or '1.250,00' beside it.
    """
    found = {_surely_decimal(body) for body in bodies} - {""}
    if len(found) > 1:
        return None
    return found.pop() if found else ""


def _surely_decimal(body: str) -> str:
    separators = [sign for sign in body if sign in ".,"]
    if not separators:
        return ""
    last = separators[-1]
    after = len(body) - body.rindex(last) - 1
    mixed = last not in separators[:-1] and len(separators) > 1
    spaced = any(sign in body for sign in " '")
    lone = len(separators) == 1 and (after != 3 or body.startswith("0") or len(body) - after > 4)
    return last if mixed or lone or (spaced and len(separators) == 1) else ""
