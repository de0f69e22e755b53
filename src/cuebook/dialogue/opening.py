"""Files of dialogues, opened: what nothing reads, what has faults, what is called otherwise; one way for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from cuebook.dialogue import layout
from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.shapes import shaped
from cuebook.dialogue.source import Source, read

T = TypeVar("T")


def opened(file: layout.File) -> tuple[Source | None, tuple[Fault, ...]]:
    """Read a file. None where nothing in it can be looked at any further; then the faults say why."""
    if file.kind is None:
        return None, (_unread(file),)
    source = read(file.path)
    faults = (*source.faults, *_first_line(file, source))
    return (None if source.value is None and source.faults else source), faults


def laid(
    folders: Sequence[Path], files: Callable[[Path], Iterable[layout.File]], faults: list[Fault]
) -> Iterator[tuple[layout.File, Source]]:
    """Yield the files that can be looked at, those of the last folder first; what is wrong goes into `faults`.

    A folder that cannot be listed is passed over: the check of the dialogues tells it.
    """
    for folder in reversed(folders):
        try:
            found = files(folder)
        except OSError:
            continue
        for file in found:
            source, wrong = opened(file)
            faults += wrong
            if source is not None:
                yield file, source


def sound(kind: type[T], source: Source, faults: list[Fault], also: Iterable[Fault] = ()) -> T | None:
    """Build a file of one piece; None where anything is wrong with it, by its shape or by what was found `also`.

    What was not told yet goes into `faults`.
    """
    value: T | None
    value, wrong = shaped(kind, source, source.value)
    found = (*wrong, *also)
    faults += untold(found, source.faults)
    return None if found or source.faults else value


def untold(faults: Iterable[Fault], told: Iterable[Fault]) -> Iterator[Fault]:
    """Give the faults at places of which nothing is told yet: what cannot be read is wrong in one way only."""
    places = {(fault.path, fault.line, fault.column) for fault in told}
    return (fault for fault in faults if (fault.path, fault.line, fault.column) not in places)


def misnamed(source: Source, key: str, file: layout.File) -> Iterator[Fault]:
    """Find whether what is written under `key` is not what the file is called."""
    name = source.value.get(key) if isinstance(source.value, dict) else None
    if isinstance(name, str) and name != file.name:
        said = f"This is {name!r} in a file called {file.path.name}. Call both the same."
        yield source.fault((key,), "CUE207", said)


def _first_line(file: layout.File, source: Source) -> list[Fault]:
    """Find whether editors are told the schema, so that they complete and check while one writes."""
    if file.kind is None or not source.values:
        return []
    begin, name = "# yaml-language-server: $schema=", layout.schema(file.kind)
    told = source.first_line.removeprefix(begin)
    if told != source.first_line and told.rsplit("/", 1)[-1].strip() == name:
        return []
    up = "../" * (2 if file.language else int(file.kind != "objections"))
    return [Fault(source.path, 1, 1, "CUE208", f"Begin the file with this line: {begin}{up}{name}")]


def _unread(file: layout.File) -> Fault:
    if file.path.parent.name == "calls":
        hint = f" A model call is called {file.name}{layout.CALL}."
    elif file.path.suffix != ".yaml":
        hint = f" Call it {file.name}.yaml."
    elif file.language is not None:
        hint = advice(file.name, layout.WORDS) if file.name not in layout.WORDS else ""
        hint = hint or f" {file.language!r} is no language code, such as en or nb."
    else:
        hint = " Frameworks are in frameworks/, products in products/, wording in words/<language>/."
    return Fault(str(file.path), 1, 1, "CUE209", f"Nothing reads {file.path.name!r} here.{hint}")
