"""What things are called in the language of the call; the name itself, spelled out, where it has no words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cuebook.dialogue.model import Flow, Words


def stage_name(words: Words, name: str) -> str:
    """A criterion's or another stage's name."""
    topic = words.criteria.get(name) or words.stages.get(name)
    return topic.name if topic else spelled(name)


def objection_name(words: Words, name: str) -> str:
    """An objection's name."""
    found = words.objections.get(name)
    return found.name if found else spelled(name)


def framework_name(flows: Mapping[str, Flow], name: str) -> str:
    """A framework's title, the same in every language; the name itself where that flow is no longer there."""
    return flows[name].title if name in flows else name


def outcome_name(words: Words, name: str) -> str:
    """A verdict's or disposition's name."""
    found = words.labels.outcomes.get(name)
    return found.name if found else spelled(name)


def spelled(name: str) -> str:
    """`not_applicable` as Not applicable."""
    return name.replace("_", " ").capitalize()


def language_name(code: str) -> str:
    """A language in English: `sv` as Swedish."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(code).get_display_name("en"))
    except (UnknownLocaleError, ValueError):
        return code
