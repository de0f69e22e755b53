"""One YAML file, read with the place of every key and value, and within bounds that no file can break.

Scalars are those of YAML 1.2, so that `no`, `on`, `yes`, `12:30` and `01234` stay the words they are. A file
is data of somebody else: whatever is in it, reading gives a value or faults, never an exception, and soon.
"""

from __future__ import annotations

import math
import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cuebook.dialogue.faults import Fault

MOST_BYTES = 1_000_000
MOST_VALUES = 50_000
"""Keys and values of a file, each alias counted for all that it stands for."""
MOST_DEPTH = 20
MOST_FAULTS = 100
"""Faults that are told of one file; who has more has another problem."""

Steps = tuple[str | int, ...]
"""The way to a value from the top of its file: keys, and numbers in lists."""

Spot = tuple[int, int]
"""Line and column, from 1."""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})?(\.[0-9]{0,18})?([eE][-+]?[0-9]{1,3})?")
_CONSTANTS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

# All that does not show: controls, the signs that turn the writing direction, and what is no character.
# The zero-width joiners stay, for Persian is written with them.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
_RETURN = re.compile("\r")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read. `keys` and `values` tell where each is written; both know the top, `()`."""

    path: str
    value: Any
    first_line: str
    keys: Mapping[Steps, Spot]
    values: Mapping[Steps, Spot]
    faults: tuple[Fault, ...]

    def fault(self, steps: Steps, code: str, message: str, *, key: bool = False) -> Fault:
        """Make a fault of the value at `steps` (of its key, if `key`), or of the nearest thing above."""
        places = self.keys if key else self.values
        while steps and steps not in places:
            steps = steps[:-1]
        return Fault(self.path, *places.get(steps, (1, 1)), code, message)


def read(path: Path) -> Source:
    """Read one file. With faults, `value` is what could be read all the same (None if nothing)."""
    found = text_of(path)
    return _unread(str(path), found) if isinstance(found, tuple) else parse(str(path), found)


def text_of(path: Path) -> str | tuple[Fault, ...]:
    """Read the text of one file, or tell why it cannot be read."""
    shown = str(path)
    try:
        # A pipe or a device would be waited for, or never end.
        if not stat.S_ISREG(path.stat().st_mode):
            return (Fault(shown, 1, 1, "CUE101", "This is not a file."),)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        return (Fault(shown, 1, 1, "CUE101", f"This cannot be opened: {error.strerror}."),)
    if len(content) > MOST_BYTES:
        return (Fault(shown, 1, 1, "CUE104", f"Over {MOST_BYTES:,} bytes. Is it another file?"),)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        return (Fault(shown, *_spot(before, len(before)), "CUE102", "Not UTF-8. Save the file as UTF-8."),)


def parse(path: str, text: str) -> Source:
    """Do the same for text that is at hand; `path` is only told."""
    hidden = hidden_in(path, text)
    if hidden:
        return _unread(path, hidden)
    walk = _Walk(path, yaml.CSafeLoader(text))
    try:
        value = walk.document()
    except yaml.MarkedYAMLError as error:
        # A bracket or quote that was never closed is noticed far below; the author has to look where it opened.
        opened = error.context is not None and ("flow" in error.context or "quoted" in error.context)
        mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
        spot = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = " ".join(part for part in (error.context, error.problem) if part)
        return _failed(path, spot, "CUE105", f"Not YAML: {said}.")
    except yaml.YAMLError as error:
        return _failed(path, (1, 1), "CUE105", f"Not YAML: {error}.")
    except _TooMuchError as error:
        return _failed(path, error.spot, "CUE107", str(error))
    first_line = text.split("\n", 1)[0].rstrip("\r")
    return Source(path, value, first_line, walk.keys, walk.values, tuple(walk.faults))


def hidden_in(path: str, text: str) -> tuple[Fault, ...]:
    """Find the characters that do not show."""
    return tuple(
        Fault(path, *_spot(text, match.start()), "CUE103", _hidden(match[0]))
        for match, _ in zip(_HIDDEN.finditer(text), range(MOST_FAULTS), strict=False)
    )


class _TooMuchError(Exception):
    """The walk passed a bound at `spot`."""

    def __init__(self, message: str, spot: Spot) -> None:
        super().__init__(message)
        self.spot = spot


@dataclass(slots=True)
class _Walk:
    """Turns the parser's events into a value and remembers where each part was.

    Events, not nodes: the C composer calls itself for each level, and enough brackets crash the interpreter.
    """

    path: str
    parser: yaml.CSafeLoader
    keys: dict[Steps, Spot] = field(default_factory=dict)
    values: dict[Steps, Spot] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    count: int = 0

    def document(self) -> Any:
        """Read the one document of the file; None where there is none."""
        self._next()  # the stream's start
        if isinstance(self.parser.peek_event(), yaml.StreamEndEvent):
            self._fault((1, 1), "CUE105", "There is nothing in this file.")
            return None
        self._next()
        value = self._value(self._next(), ())
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._fault(_start(after), "CUE105", "A second document. One file holds one.")
        return value

    def _next(self) -> Any:
        """Take the next event; the stubs leave out what each kind has, hence Any."""
        return self.parser.get_event()

    def _value(self, event: Any, steps: Steps) -> Any:
        """Build what begins with `event`. Raises _TooMuchError past a bound: no alias can run away."""
        spot = _start(event)
        self._counted(1, spot)
        if len(steps) > MOST_DEPTH:
            raise _TooMuchError(f"Nested over {MOST_DEPTH} deep.", spot)
        self.values[steps] = spot
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, spot)
        before = self.count
        value = self._content(event, steps, spot)
        if event.anchor:
            self.anchors[event.anchor] = value, self.count - before
        return value

    def _content(self, event: Any, steps: Steps, spot: Spot) -> Any:
        if event.tag is not None:
            self._fault(spot, "CUE108", f"The tag {_short(event.tag)} is not for dialogues. Leave it out.")
        if isinstance(event, yaml.ScalarEvent):
            # (True, False) is YAML's mark of a plain scalar; quotes and blocks make text of anything.
            return self._plain(event.value, spot) if event.implicit[0] else self._words(event.value, spot)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(steps)
        items: list[Any] = []
        while not isinstance(item := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(item, (*steps, len(items))))
        return items

    def _mapping(self, steps: Steps) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            spot = _start(event)
            if not isinstance(event, yaml.ScalarEvent) or event.tag is not None:
                self._fault(spot, "CUE108", "A key must be a word, nothing else.")
                self._skip(event, steps)
                continue
            key = self._words(event.value, spot)
            here = (*steps, key)
            if key in result:
                line, column = self.keys[here]
                self._fault(spot, "CUE106", f"{key!r} is already there, at {line}:{column}. Keep one.")
                self._skip(None, here)
                continue
            self.keys[here] = spot
            result[key] = self._value(self._next(), here)
        return result

    def _skip(self, key: Any, steps: Steps) -> None:
        """Pass over a key (if it is still open) and its value, within the same bounds, and keep no place."""
        beside = _Walk(self.path, self.parser, anchors=self.anchors, count=self.count)
        if key is not None:
            beside._value(key, (*steps, ""))
        beside._value(self._next(), (*steps, ""))
        self.count = beside.count

    def _alias(self, event: yaml.AliasEvent, spot: Spot) -> Any:
        if event.anchor not in self.anchors:
            self._fault(spot, "CUE105", f"There is no &{event.anchor} above for *{event.anchor}.")
            return None
        value, count = self.anchors[event.anchor]
        self._counted(count, spot)
        return value

    def _counted(self, more: int, spot: Spot) -> None:
        self.count += more
        if self.count > MOST_VALUES:
            raise _TooMuchError(f"Over {MOST_VALUES:,} values, aliases counted in full.", spot)

    def _plain(self, text: str, spot: Spot) -> str | int | float | bool | None:
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if text[0] in "+-.0123456789" and _DECIMAL.fullmatch(text) and any(sign.isdigit() for sign in text):
            number = float(text)
            return number if math.isfinite(number) else text
        return self._words(text, spot)

    def _words(self, text: str, spot: Spot) -> str:
        # Those written as an escape, "\r"; all others were found before the file was parsed.
        hidden = _HIDDEN.search(text) or _RETURN.search(text)
        if hidden:
            self._fault(spot, "CUE103", _hidden(hidden[0]))
        return unicodedata.normalize("NFC", text).strip()

    def _fault(self, spot: Spot, code: str, message: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.path, *spot, code, message))


def _start(event: Any) -> Spot:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _hidden(sign: str) -> str:
    if sign == "\t":
        return "A tab. Indent and separate with spaces."
    return f"The hidden character U+{ord(sign):04X}. Delete it."


def _spot(text: str, place: int) -> Spot:
    start = text.rfind("\n", 0, place) + 1
    return text.count("\n", 0, place) + 1, place - start + 1


def _failed(path: str, spot: Spot, code: str, message: str) -> Source:
    return _unread(path, (Fault(path, *spot, code, message),))


def _unread(path: str, faults: tuple[Fault, ...]) -> Source:
    return Source(path, None, "", {}, {}, faults)
