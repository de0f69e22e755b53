"""The commands for practising alone."""

from __future__ import annotations

import json

from tests.conftest import Run


def test_the_coach_says_what_a_question_is_and_offers_a_better_one(run: Run) -> None:
    closed = run("coach", "Do you have a budget?")
    assert closed.returncode == 1
    assert closed.stdout.splitlines()[0].startswith("“Do you”  Closed")
    assert "Better: “What would be a sensible amount" in closed.stdout
    asked = run("coach", "What goes wrong most often?", "--json")
    assert asked.returncode == 0
    assert json.loads(asked.stdout)["good"] is True


def test_the_coach_tells_where_it_speaks_no_such_language(run: Run) -> None:
    refused = run("coach", "Hva koster det?", "--language", "xx")
    assert refused.returncode == 2
    assert "xx" in refused.stderr
