"""Which files a folder of dialogues may hold, and what each is; no file is opened here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal[
    "framework",
    "objections",
    "product",
    "words-criteria",
    "words-stages",
    "words-objections",
    "words-products",
    "words-labels",
    "persona",
    "words-personas",
    "words-coach",
    "words-practice",
]

WORDS: dict[str, Kind] = {
    "criteria": "words-criteria",
    "stages": "words-stages",
    "objections": "words-objections",
    "products": "words-products",
    "labels": "words-labels",
}
"""The files of a language folder, by name without ending."""

PRACTICE: dict[str, Kind] = {"personas": "words-personas", "practice": "words-practice"}
"""The files of a language folder with words for practice, by name without ending; loaded apart (personas.py)."""

COACH = "coach.yaml"
"""The file of a language folder with what the coach and the drills say; loaded apart too (coaching.py)."""

CALL = ".call"
"""How the name of a model call ends."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class File:
    """A file that was found. `kind` is None where nothing reads it; `language` only for words."""

    path: Path
    kind: Kind | None
    language: str | None = None

    @property
    def name(self) -> str:
        """The file's name without its ending: the framework, product or part of the wording that it holds."""
        return self.path.stem


def files(folder: Path) -> list[File]:
    """List the files of a folder of dialogues in a settled order, without the model calls that can be played.

    Raises OSError if that fails.
    """
    os.scandir(folder).close()  # the folder itself must be there; those within need not
    found = [File(path, "objections" if path.name == "objections.yaml" else None) for path in _yaml(folder)]
    found += [File(path, "framework" if _proper(path) else None) for path in _yaml(folder / "frameworks")]
    found += [File(path, "product" if _proper(path) else None) for path in _yaml(folder / "products")]
    found += [File(path, None) for path in _listed(folder / "calls") if path.suffix != CALL]
    for language in _folders(folder / "words"):
        usable = _LANGUAGE.fullmatch(language.name) is not None
        found += [
            File(path, WORDS.get(path.stem) if usable and _proper(path) else None, language.name)
            for path in _yaml(language)
            if path.name != COACH and not _practised(path)
        ]
    return found


def personas(folder: Path) -> list[File]:
    """List the personas of a folder of dialogues and the files with words for practice.

    Raises OSError if that fails.
    """
    found = [File(path, "persona" if _proper(path) else None) for path in _yaml(folder / "personas")]
    for language in _folders(folder / "words"):
        found += [File(path, PRACTICE[path.stem], language.name) for path in _yaml(language) if _practised(path)]
    return found


def coaching(folder: Path) -> list[File]:
    """List the files with the words of the coach in a folder of dialogues. Raises OSError if that fails."""
    return [
        File(path, "words-coach", language.name)
        for language in _folders(folder / "words")
        for path in _yaml(language)
        if path.name == COACH
    ]


def calls(folder: Path) -> list[Path]:
    """List the model calls of a folder of dialogues. Raises OSError if that fails."""
    return [path for path in _listed(folder / "calls") if path.suffix == CALL]


def listing(folder: Path) -> list[Path]:
    """List every file of a folder of dialogues that is looked at. Raises OSError if that fails."""
    return [*(file.path for file in (*files(folder), *personas(folder), *coaching(folder))), *calls(folder)]


def near(path: Path) -> Path:
    """Give a path relative to the current folder if it is inside: shorter messages, and links in editors."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def schema(kind: Kind) -> str:
    """Name the JSON schema that describes such a file; it lies beside objections.yaml."""
    return f"{kind}.schema.json"


def _practised(path: Path) -> bool:
    return path.stem in PRACTICE and _proper(path)


def _proper(path: Path) -> bool:
    return path.suffix == ".yaml"


def _yaml(folder: Path) -> list[Path]:
    return [path for path in _listed(folder) if path.suffix in {".yaml", ".yml"}]


def _folders(folder: Path) -> list[Path]:
    return [path for path in _listed(folder) if path.is_dir()]


def _listed(folder: Path) -> Iterator[Path]:
    """List what lies in the folder, sorted, without hidden files; nothing where there is no such folder."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - five times as fast, and start-up waits for it
    except FileNotFoundError:
        return
    for name in names:
        if not name.startswith("."):
            yield folder / name
