"""Folders of dialogues laid over each other: read, validated, and what is sound of them put together.

The first folder wins: for frameworks and products the whole file, for objections and words entry by entry.
Whatever fails is left out and told; what it would have covered stays in force, and all else is usable.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

from cuebook.dialogue import layout
from cuebook.dialogue.completeness import complete, missing_labels, missing_stages
from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.model import (
    DETOURS,
    FIXED_STAGES,
    Catalogue,
    Dialogues,
    Flow,
    Labels,
    Product,
    Rule,
    Words,
)
from cuebook.dialogue.opening import misnamed, opened, untold
from cuebook.dialogue.shapes import salvaged, shaped
from cuebook.dialogue.source import Source, Steps

Entry = tuple[str, ...]
"""What is laid over as one piece: ('frameworks', 'bant'), ('words', 'en', 'criteria', 'need'), ..."""

RESERVED = (*FIXED_STAGES, *DETOURS, "any")
"""Names that a criterion may not take, because a stage or `from: any` has them."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything that is in force was written, and what was seen, sound or not."""

    entries: Mapping[Entry, tuple[Source, Steps]]
    seen: frozenset[Entry]

    def fault(self, entry: Entry, steps: Steps, code: str, message: str, *, key: bool = False) -> Fault:
        """Make a fault of the value (or its key) at `steps` inside an entry that is in force."""
        source, at = self.entries[entry]
        return source.fault((*at, *steps), code, message, key=key)

    def absent(self, part: Entry, code: str, message: str) -> Fault:
        """Make a fault of what is not there, where the rest of `part` is, or of its language."""
        near = next((entry for entry in self.entries if entry[: len(part)] == part), None)
        if near is None:
            near = next(entry for entry in self.entries if entry[:2] == part[:2])
            return self.entries[near][0].fault((), code, f"{'/'.join(part)}: {message}")
        source, at = self.entries[near]
        return source.fault(at[:-1], code, message, key=True)


@dataclass(frozen=True, slots=True)
class Unsound:
    """What could be read of wording that has faults, by language. No call uses it; it is checked all the same."""

    words: Mapping[str, Words]
    places: Places


@dataclass(frozen=True, slots=True)
class Loaded:
    """The dialogues that are in force, the faults of all files in order, and the places of it all.

    `words` has every language, `dialogues.words` only those that a call can be held in (completeness.py).
    `idle` are the files that say nothing but what stands so beneath them already.
    """

    dialogues: Dialogues
    faults: tuple[Fault, ...]
    places: Places
    words: Mapping[str, Words]
    unsound: Unsound
    idle: tuple[str, ...] = ()


def load(folders: Sequence[Path]) -> Loaded:
    """Read the folders, of which the first wins. Never raises for what is in them."""
    table = _Table()
    for folder in reversed(folders):
        try:
            found = layout.files(folder)
        except OSError as error:
            said = f"This folder cannot be read: {error.strerror}."
            table.faults.append(Fault(str(folder), 1, 1, "CUE101", said))
            continue
        if not found and not layout.calls(folder) and not layout.personas(folder):
            said = "Nothing here is a dialogue. Frameworks are in frameworks/, wording is in words/<language>/."
            table.faults.append(Fault(str(folder), 1, 1, "CUE605", said))
        for file in found:
            table.lay(file)
    return table.result()


@dataclass(slots=True)
class _Pieces:
    """Entries by name, with the place of each."""

    values: dict[Entry, Any] = field(default_factory=dict)
    places: dict[Entry, tuple[Source, Steps]] = field(default_factory=dict)

    def put(self, entry: Entry, value: Any, source: Source, at: Steps) -> None:
        """Put an entry over that of the same name."""
        self.values[entry], self.places[entry] = value, (source, at)

    def words(self) -> dict[str, Words]:
        """All wording, by language."""
        languages = dict.fromkeys(entry[1] for entry in self.values if entry[0] == "words")
        return {language: self._words(language) for language in languages}

    def _words(self, language: str) -> Words:
        labels = Labels(
            outcomes=self.under("words", language, "labels", "outcomes"),
            standings=self.under("words", language, "labels", "standings"),
            levels=self.under("words", language, "labels", "levels"),
            classes=self.under("words", language, "labels", "classes"),
        )
        parts = {part: self.under("words", language, part) for part in layout.WORDS if part != "labels"}
        return Words(**parts, labels=labels)

    def under(self, *prefix: str) -> dict[Any, Any]:
        """What is of a kind, by the last part of its name."""
        length = len(prefix)
        return {
            entry[length]: value
            for entry, value in self.values.items()
            if entry[:length] == prefix and len(entry) == length + 1
        }


@dataclass(slots=True)
class _Table:
    """What has been laid down so far, the lowest folder first."""

    sound: _Pieces = field(default_factory=_Pieces)
    unsound: _Pieces = field(default_factory=_Pieces)
    raw: dict[Entry, Any] = field(default_factory=dict)
    seen: set[Entry] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)

    def lay(self, file: layout.File) -> None:
        """Read a file and put its sound entries over those of the same name."""
        source, wrong = opened(file)
        self.faults += wrong
        if source is None:
            return
        criteria = source.value.get("criteria") if isinstance(source.value, dict) else None
        if file.kind == "framework" and isinstance(criteria, dict):
            self.seen.update(("criteria", name) for name in criteria)
        same = []
        for entry, at, value, raw, faults in _entries(file, source):
            self.seen.add(entry)
            same.append(entry in self.raw and self.raw[entry] == raw)
            self.faults += untold(faults, source.faults)
            if not faults and not source.faults:
                self.sound.put(entry, value, source, at)
                self.unsound.values.pop(entry, None)
                self.raw[entry] = raw
            elif value is not None:
                self.unsound.put(entry, value, source, at)
        if same and all(same):
            self.idle.append(source.path)

    def result(self) -> Loaded:
        """Put the dialogues together."""
        seen = frozenset(self.seen)
        places = Places(self.sound.places, seen)
        words = self.sound.words()
        for language, each in words.items():
            self.faults += _lacking(language, each, places)
        dialogues = Dialogues(
            flows=self.sound.under("frameworks"),
            objections=self.sound.under("objections"),
            products=self.sound.under("products"),
            words={language: each for language, each in words.items() if complete(each)},
            digest=sha256(json.dumps([*self.raw.items()]).encode()).hexdigest()[:16],
        )
        unsound = Unsound(self.unsound.words(), Places(self.unsound.places, seen))
        return Loaded(dialogues, tuple(sorted(set(self.faults))), places, words, unsound, tuple(self.idle))


_LABELS: Mapping[str, Any] = get_type_hints(Labels)
_TOPS: Mapping[str, Any] = get_type_hints(Words)
_OBJECTIONS = get_type_hints(Catalogue)["objections"]

_Found = tuple[Entry, Steps, Any, Any, tuple[Fault, ...]]
"""An entry: name, place, value (where it has faults, what could be read of it), what was written, its faults."""


def _entries(file: layout.File, source: Source) -> Iterator[_Found]:
    """Yield each entry of a file."""
    value = source.value
    if file.kind in {"framework", "product"}:
        yield _whole(file, source)
    elif not isinstance(value, dict):
        fault = source.fault((), "CUE203", "This file must be a mapping of names to values.")
        yield ("file", str(file.path)), (), None, None, (fault,)
    elif file.kind == "objections":
        yield from _part(("objections",), _OBJECTIONS, source, ("objections",))
        yield from _strangers(source, ["objections"])
    elif file.kind == "words-labels":
        for group, kind in _LABELS.items():
            if group in value:
                yield from _part(("words", str(file.language), "labels", group), kind, source, (group,))
        yield from _strangers(source, _LABELS)
    else:
        yield from _part(("words", str(file.language), file.name), _TOPS[file.name], source, ())


def _part(prefix: Entry, kind: Any, source: Source, at: Steps) -> Iterator[_Found]:
    """Yield the entries of the mapping at `at`, each validated by itself: none can spoil another."""
    mapping = source.value
    for step in at:
        mapping = mapping.get(step) if isinstance(mapping, dict) else None
    if not isinstance(mapping, dict):
        code, said = ("CUE203", "This must be a mapping of names to values.")
        if at and at[-1] not in source.value:
            code, said = ("CUE202", f"{at[-1]!r} is missing.")
        yield (*prefix, ""), at, None, None, (source.fault(at, code, said),)
        return
    for name, raw in mapping.items():
        value, faults = shaped(kind, source, {name: raw}, at)
        known = salvaged(kind, {name: raw}) if faults else value
        yield (*prefix, name), (*at, name), known[name], raw, faults


def _strangers(source: Source, known: Mapping[str, Any] | Sequence[str]) -> Iterator[_Found]:
    for key in source.value:
        if key not in known:
            hint = advice(key, known)
            fault = source.fault((key,), "CUE201", f"{key!r} does not exist here.{hint}", key=True)
            yield ("file", source.path, key), (), None, None, (fault,)


def _whole(file: layout.File, source: Source) -> _Found:
    """Validate a framework or a product: one entry a file, called as the file is."""
    kind, part, key = (
        (Flow, "frameworks", "framework") if file.kind == "framework" else (Product, "products", "product")
    )
    value, faults = shaped(kind, source, source.value)
    faults += tuple(misnamed(source, key, file))
    if kind is Flow and isinstance(source.value, dict):
        flow = value or salvaged(Flow, source.value)
        faults += tuple(untold(_breaking(flow, source), faults))
    return (part, file.name), (), value, source.value, faults


def _breaking(flow: Flow, source: Source) -> Iterator[Fault]:
    """Find what would break the machine built from the flow, of which some parts may be empty (see `salvaged`)."""
    if not flow.criteria:
        return
    for name in flow.criteria:
        if name in RESERVED:
            said = f"No criterion may be called {name!r}: a stage has that name."
            yield source.fault(("criteria", name), "CUE206", said, key=True)
    for number, gate in enumerate(flow.gates):
        if gate not in flow.criteria:
            said = f"The gate {gate!r} is no criterion of {flow.framework}.{advice(gate, flow.criteria)}"
            yield source.fault(("gates", number), "CUE302", said)
    stages = [*flow.criteria, *DETOURS, "opening", "closing", "any"]
    taken: set[tuple[str, str]] = set()
    for number, move in enumerate(flow.moves):
        if move.from_ not in stages:
            said = f"{flow.framework} has no stage {move.from_!r}.{advice(move.from_, stages)}"
            yield source.fault(("moves", number, "from"), "CUE303", said)
        if move.when and {(move.from_, move.when), ("any", move.when)} & taken:
            said = "An earlier move has the same stage and condition, so this one is never taken."
            yield source.fault(("moves", number), "CUE310", said)
        taken.add((move.from_, move.when))
    if not shaped(Rule, source, source.value.get("qualified"))[1]:
        yield from _unmeetable(flow, source)


def _unmeetable(flow: Flow, source: Source) -> Iterator[Fault]:
    """Find a rule that says nothing, says two things, or can never be met."""
    rule = flow.qualified
    given = [key for key in ("confirmed", "first", "every", "points") if getattr(rule, key) is not None]
    if len(given) != 1:
        said = "Give one rule: confirmed, first, every or points." + (f" Here are {len(given)}." if given else "")
        yield source.fault(("qualified",), "CUE311", said, key=True)
    for key in ("confirmed", "first"):
        wanted = getattr(rule, key)
        if wanted is not None and wanted > len(flow.criteria):
            said = f"{wanted} must be confirmed, and there are only {len(flow.criteria)} criteria."
            yield source.fault(("qualified", key), "CUE304", said)
    for name in rule.every or ():
        if name not in flow.criteria:
            said = f"{flow.framework} has no criterion {name!r}.{advice(name, flow.criteria)}"
            yield source.fault(("qualified", "every", name), "CUE312", said, key=True)
    if rule.points is not None and rule.points.at_least > (most := rule.points.confirmed * len(flow.criteria)):
        said = f"{rule.points.at_least} points are asked for, and all criteria together are worth {most}."
        yield source.fault(("qualified", "points", "at_least"), "CUE304", said)


def _lacking(language: str, words: Words, places: Places) -> Iterator[Fault]:
    """Find the stages and labels that keep a call from being held in the language."""
    for stage in missing_stages(words):
        if ("words", language, "stages", stage) not in places.seen:
            yield places.absent(("words", language, "stages"), "CUE308", f"The stage {stage!r} has no words.")
    for group, name in missing_labels(words):
        if ("words", language, "labels", group, name) not in places.seen:
            said = f"{group} has no {name!r}."
            yield places.absent(("words", language, "labels", group), "CUE309", said)
