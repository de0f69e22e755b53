"""Pieces of work on all cores: everything comes back, and what goes wrong in another process is told here."""

from __future__ import annotations

import os
import signal

import pytest

from cuebook.cores import on_all_cores
from cuebook.errors import SurroundingsError, UsageError


def _doubled(piece: int) -> int:
    return 2 * piece


def _refused(piece: int) -> int:
    raise UsageError(f"There is no piece {piece}.", "Try another.")


def _killed(_piece: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _interrupted(_piece: int) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    return 0


def test_every_piece_comes_back_once() -> None:
    assert sorted(on_all_cores(_doubled, range(50))) == list(range(0, 100, 2))
    assert not list(on_all_cores(_doubled, ()))


def test_whoever_wants_no_more_leaves_the_rest_undone() -> None:
    results = on_all_cores(_doubled, range(1_000))
    assert next(results) % 2 == 0
    del results


def test_an_error_of_a_piece_is_raised_as_it_was() -> None:
    with pytest.raises(UsageError, match="There is no piece 7") as raised:
        list(on_all_cores(_refused, [7]))
    assert raised.value.hint == "Try another."


def test_a_process_that_somebody_ends_is_told() -> None:
    with pytest.raises(SurroundingsError, match="ended from outside"):
        list(on_all_cores(_killed, [1, 2]))


def test_a_process_that_is_interrupted_ends_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SurroundingsError):
        list(on_all_cores(_interrupted, [1, 2]))
    assert capfd.readouterr().err == ""
