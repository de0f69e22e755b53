"""What can be chosen before a call, as (value, label), from what is usable of the dialogues. Pure."""

from __future__ import annotations

from cuebook.dialogue.model import Dialogues

Choices = tuple[tuple[str, str], ...]

LANGUAGES = {
    "en": "English",
    "nb": "Norsk bokmål",
    "bg": "Български",
    "sv": "Svenska",
    "pl": "Polski",
    "fa": "فارسی",
}
"""What the languages call themselves; one that is not here is shown by its code."""


def languages(dialogues: Dialogues) -> Choices:
    """The languages that a whole call can be held in."""
    usable = (code for code in dialogues.words if frameworks(dialogues, code) and products(dialogues, code))
    return tuple((code, LANGUAGES.get(code, code)) for code in usable)


def frameworks(dialogues: Dialogues, language: str) -> Choices:
    """The frameworks of which every criterion has words in this language."""
    words = dialogues.words.get(language)
    if words is None:
        return ()
    usable = (name for name, flow in dialogues.flows.items() if set(flow.criteria) <= set(words.criteria))
    return tuple((name, dialogues.flows[name].title) for name in usable)


def products(dialogues: Dialogues, language: str) -> Choices:
    """The products that have words in this language, by their names in it."""
    words = dialogues.words.get(language)
    if words is None:
        return ()
    return tuple((name, words.products[name].name) for name in dialogues.products if name in words.products)


def depths(dialogues: Dialogues, framework: str | None) -> Choices:
    """How deep to ask, with the number of questions that the framework allows at the most."""
    flow = dialogues.flows.get(framework or "")
    if flow is None:
        return ()
    return (
        ("discovery", f"Discovery: up to {_questions(flow.depths.discovery)}"),
        ("cold", f"Cold: up to {_questions(flow.depths.cold)}"),
    )


def _questions(number: int) -> str:
    return "1 question" if number == 1 else f"{number} questions"
