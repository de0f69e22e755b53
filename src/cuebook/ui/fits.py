"""How they fit each product, a row each: the present one first, with the reason in words (Q6, Q19, Q20)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from cuebook.conversation.record import Turn
from cuebook.dialogue.model import Words
from cuebook.qualification.fit import Fit
from cuebook.qualification.telling import trait
from cuebook.ui import cells, labels

CELLS = 4
"""Cells of the bar: filled as far as the buyer profile is known to hold."""

REASON = 10
"""Cells that a reason needs at the least; a name gives way to it."""

YOU = "as you say"


def fits_first(turn: Turn, product: str) -> tuple[Fit, ...]:
    """The fits of a turn, that of the present product first. What the rep marked of its profile holds."""
    present = turn.fits.get(product)
    others = tuple(fit for name, fit in turn.fits.items() if name != product)
    if present is None:
        return others
    marked = turn.ledger.of("profile").standing()
    if marked.by_rep and marked.standing in ("confirmed", "negative") and marked.standing != present.standing:
        present = replace(present, standing=marked.standing, reasons=())
    return (present, *others)


def fit_rows(fits: Sequence[Fit], words: Words, width: int) -> list[Content]:
    """A row for each: name, bar and reason, or that they are not who it is for."""
    names = [_name(fit, words) for fit in fits]
    column = max(min(max(map(cells.cell_len, names), default=0), width - CELLS - REASON - 2), 6)
    return [_row(fit, name, column, width) for fit, name in zip(fits, names, strict=True)]


def suits_row(turn: Turn, words: Words, width: int) -> list[Content]:
    """Which product leads and why, or which are level and what would tell them apart; one row, or none."""
    suits = turn.suits
    if suits.better is not None:
        fit = turn.fits[suits.better]
        return [Content.styled(_led(fit, words, "fits better", width), "bold $text-warning")]
    if suits.leading is not None:
        return [Content(_led(turn.fits[suits.leading], words, "leads", width))]
    if suits.level:
        names = ", ".join(_name(turn.fits[name], words) for name in suits.level)
        asks = f" ({trait(suits.asks, None)})" if suits.asks else ""
        return [Content(f"level: {cells.cut(names, max(width - 7 - cells.cell_len(asks), 6))}{asks}")]
    return []


def _led(fit: Fit, words: Words, how: str, width: int) -> str:
    held = ", ".join(trait(reason.trait, reason.value) for reason in fit.reasons if reason.fits)
    name = cells.cut(_name(fit, words), max(width - cells.cell_len(how) - 1, REASON))
    return cells.cut(f"{name} {how}: {held}" if held else f"{name} {how}", width)


def reason_of(fit: Fit) -> str:
    """What decides: the trait that does not fit, else what still has to be asked, else what does fit."""
    outside = [reason for reason in fit.reasons if reason.fits is False]
    missing = [reason for reason in fit.reasons if reason.fits is None]
    if fit.standing == "not_applicable":
        return "for everybody"
    return ", ".join(trait(r.trait, r.value) for r in outside[:1] or missing or fit.reasons) or YOU


def _row(fit: Fit, name: str, column: int, width: int) -> Content:
    reason = reason_of(fit)
    if fit.standing == "negative":
        sign = labels.SIGNS["negative"]
        name = cells.cut(name, max(width - cells.cell_len(reason) - 4, column - 2))
        return Content.styled(cells.cut(f"{sign} {name}: {reason}", width), "$text-error")
    share = 1.0 if fit.standing == "confirmed" else fit.share
    full = round(share * CELLS)
    name = cells.cut(name, column)
    name += " " * (column - cells.cell_len(name))
    bar, rest = "▇" * full, "░" * (CELLS - full)
    text = cells.cut(f"{name} {bar}{rest} {reason}", width)
    style = "$text-success" if full == CELLS else "dim" if not full else ""
    return Content.styled(text, style)


def _name(fit: Fit, words: Words) -> str:
    product = words.products.get(fit.product)
    return cells.plain(product.name if product else fit.product)
