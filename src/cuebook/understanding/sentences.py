"""The sentences that objections are likened to, by language, and the digest that tells which a layer learnt from.

Nothing here is needed when a line is read: scripts/likeness learns from them, and a test sees that it has.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import yaml

from cuebook.understanding.languages import LEXICONS, languages

Sentences = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By language and objection; `none` is ordinary talk."""


def sentences() -> Sentences:
    """All sentences, those of every language that has some."""
    return {
        language: {
            name: tuple(lines.splitlines()) for name, lines in yaml.safe_load(path.read_text("utf-8")).items()
        }
        for language in languages()
        if (path := LEXICONS / language / "likeness.yaml").exists()
    }


def digest(said: Sentences) -> str:
    """What tells these sentences from any others."""
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
