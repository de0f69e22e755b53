"""What every test of practice begins with: the shipped personas, scripts, and calls held with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from cuebook import paths
from cuebook.conversation.script import Script, script_for
from cuebook.conversation.setup import Depth, Setup
from cuebook.dialogue.loading import load
from cuebook.dialogue.model import Dialogues
from cuebook.dialogue.personas import Personas, load_personas
from cuebook.practice.casting import cast_of
from cuebook.practice.rehearsal import Rehearsal

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)


@cache
def _dialogues() -> Dialogues:
    return load([paths.shipped()]).dialogues


@cache
def _personas() -> Personas:
    return load_personas([paths.shipped()])


@cache
def _script(framework: str, product: str, depth: Depth) -> Script:
    script = script_for(Setup(framework=framework, product=product, depth=depth), _dialogues())
    return replace(script, flows={framework: script.flow})  # the others at a glance are not looked at


@pytest.fixture(scope="session")
def at() -> datetime:
    """When all of it happens: a Monday morning."""
    return AT


@pytest.fixture(scope="session")
def dialogues() -> Dialogues:
    """The shipped dialogues."""
    return _dialogues()


@pytest.fixture(scope="session")
def personas() -> Personas:
    """The shipped personas."""
    return _personas()


@pytest.fixture(scope="session")
def script() -> Callable[..., Script]:
    """The script of a call, by framework, product and depth."""

    def made(framework: str = "bant", product: str = "copier-leasing", depth: Depth = "discovery") -> Script:
        return _script(framework, product, depth)

    return made


@pytest.fixture(scope="session")
def on_the_phone() -> Callable[..., Rehearsal]:
    """A rehearsal with a persona on an even day, before the first word."""

    def rung(
        name: str,
        framework: str = "bant",
        product: str = "copier-leasing",
        *,
        seed: int | str = 1,
        depth: Depth = "discovery",
    ) -> Rehearsal:
        called = _script(framework, product, depth)
        cast = cast_of(_personas(), name, called, seed, AT.date())
        return Rehearsal.start(replace(cast, luck=None, interrupted=None), called, AT)

    return rung
