"""What a call is offered with: the rep's usual choices, those that fit a lead, whom a typed name stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.harmless import harmless
from cuebook.settings import Settings

if TYPE_CHECKING:
    from cuebook.conversation.setup import Depth
    from cuebook.reports.lead_page import LeadPage


def usual_setup(settings: Settings) -> Setup:
    """Give the choices that a new call starts with, as the rep set them."""
    usual = settings.call
    return Setup(
        framework=usual.framework,
        product=usual.product,
        language=usual.language,
        depth=usual.depth,
        rep=someone(settings.rep.name, settings.rep.company),
        source=usual.source,
    )


def next_setup(page: LeadPage, usual: Setup) -> Setup:
    """Give the choices that a call to this lead is offered with: those of the last one, else the best fit."""
    lead = page.lead
    setup = replace(usual, lead=someone(lead.name, lead.company), source=lead.source or usual.source)
    if not page.calls:
        return replace(setup, product=page.worth.product or usual.product)
    last = page.calls[0].call
    return replace(
        setup,
        framework=last.framework,
        product=last.product,
        language=last.language,
        depth=cast("Depth", last.depth),
    )


def someone(name: str | None, company: str | None) -> Someone:
    """Make a person of what was typed: Anna Berg and Berg, Anna are spoken to as Anna, Dr. Berg as that."""
    full = one_line(name) or ""
    last, comma, first = (part.strip() for part in full.partition(","))
    words = (first if comma and first else last).split()
    spoken = words[0] if words else full or None
    if len(words) > 1 and words[0].endswith("."):
        spoken = f"{words[0]} {words[-1]}"
    return Someone(name=full or None, first_name=spoken, company=one_line(company))


def one_line(typed: str | None) -> str | None:
    """Make what was typed harmless and one line of it; None where nothing is left."""
    return " ".join(harmless(typed or "").split()) or None
