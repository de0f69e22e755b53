"""What is known of a buyer in a word or two, for people."""

from __future__ import annotations

from collections.abc import Mapping

_CALLED: Mapping[str, str] = {"employees": "people", "employment": "work"}
_TOLD: Mapping[tuple[str, str], str] = {
    ("children", "yes"): "children",
    ("children", "none"): "no children",
    ("children", "planned"): "children planned",
    ("home", "owns"): "owns a home",
    ("home", "rents"): "rents",
}


def trait(name: str, value: str | float | None) -> str:
    """A trait of the buyer in a word or two: `40 people`, `no children`; `age?` where it is not known."""
    called = _CALLED.get(name, name.replace("_", " "))
    if value is None:
        return f"{called}?"
    if isinstance(value, str):
        return _TOLD.get((name, value.casefold()), value)
    return f"{called} {number(value)}" if name == "age" else f"{number(value)} {called}"


def number(value: float) -> str:
    """A number as people write it, with a space between the thousands."""
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return text.replace(",", "\N{NO-BREAK SPACE}")
