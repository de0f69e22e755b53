"""What is chosen before a call: who is called, about what, by which framework, how deep."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cuebook.conversation.known import Known
from cuebook.dialogue.context import Someone

Depth = Literal["cold", "discovery"]
"""How many questions the prospect is asked at the most (Q3); the flow says how many each depth has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The choices a call starts with. They stay as they were chosen; what a call follows now is in its turns.

    `known` is what an earlier call or a form settled: it is evidence from the start, and not asked again (Q2).
    """

    framework: str = "bant"
    product: str = "copier-leasing"
    language: str = "en"
    depth: Depth = "discovery"
    lead: Someone = field(default_factory=Someone)
    rep: Someone = field(default_factory=Someone)
    source: str | None = None
    known: Known | None = None
