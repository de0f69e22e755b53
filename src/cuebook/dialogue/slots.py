"""Words that take names alone, `{{ decider }}`: those of personas and of the coach are no templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.source import Source, Steps

SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


def unfilled(source: Source, value: Any, names: Sequence[str], whose: str, at: Steps = ()) -> Iterator[Fault]:
    """Find what the words at `at` ask for and nothing fills; `whose` tells in the message whose words they are."""
    if isinstance(value, str):
        for slot in SLOT.findall(value):
            if slot not in names:
                yield source.fault(at, "CUE405", f"The {whose} knows no {slot!r}.{advice(slot, names)}")
        if "{" in SLOT.sub("", value):
            said = f"The words of the {whose} take names alone: {{{{ {names[0]} }}}}."
            yield source.fault(at, "CUE404", said)
        return
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        yield from unfilled(source, each, names, whose, (*at, step))
