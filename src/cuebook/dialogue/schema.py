"""JSON schemas of the dialogue files, made from the classes of model.py, for editors to complete and check with.

`scripts/schemas` writes them into dialogues/; a test fails when they have drifted from the classes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter

from cuebook.dialogue import layout
from cuebook.dialogue.coaching import CoachWords
from cuebook.dialogue.model import NAME_PATTERN, Catalogue, Flow, Labels, Product, Words
from cuebook.dialogue.personas import Persona, PracticeWords, TalkWords

_SHAPES: Mapping[layout.Kind, Any] = {
    "framework": Flow,
    "objections": Catalogue,
    "product": Product,
    **{kind: get_type_hints(Words)[part] for part, kind in layout.WORDS.items() if part != "labels"},
    "words-labels": Labels,
    "persona": Persona,
    "words-personas": TalkWords,
    "words-coach": CoachWords,
    "words-practice": PracticeWords,
}


def schemas() -> dict[str, str]:
    """Give the text of each schema, by file name."""
    return {layout.schema(kind): _schema(kind) for kind in get_args(layout.Kind)}


def _schema(kind: layout.Kind) -> str:
    schema = _tended(TypeAdapter(_SHAPES[kind]).json_schema(by_alias=True))
    if kind == "words-labels":
        del schema["required"]  # laid over another folder, a file may have only those labels that it changes
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Cuebook: {kind}"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def _tended(schema: Any, *, named: bool = False) -> Any:
    """Take out the titles that only repeat the names, and hold keys to what a name may be.

    `named`: the keys of this mapping are names of fields, not words of the schema language.
    """
    if isinstance(schema, list):
        return [_tended(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    tended = {
        key: _tended(value, named=key in {"properties", "$defs"} and not named)
        for key, value in schema.items()
        if named or key != "title"
    }
    if not named and isinstance(schema.get("additionalProperties"), dict):
        tended.setdefault("propertyNames", {"pattern": f"^{NAME_PATTERN}$"})
    return tended
