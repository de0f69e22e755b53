"""Writing a call to a file by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cuebook.clock import Clock
from cuebook.conversation import moves
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.dialogue.model import Dialogues
from cuebook.errors import SurroundingsError
from cuebook.session import Session
from cuebook.ui.export import as_markdown, suggested, write_call


@pytest.fixture
def session(dialogues: Dialogues, clock: Clock) -> Session:
    begun = Session.start(Setup(lead=Someone(name="Anna Berg", company="Nordvik/AS")), dialogues, clock)
    begun.take(moves.Hear("yes"))
    begun.take(moves.Hear("# we [print](x)"))
    begun.take(moves.Undo())
    return begun


def test_the_name_says_when_and_who_and_is_safe(session: Session) -> None:
    assert suggested(session) == "cuebook-2026-11-21-1000-nordvik-as.md"


def test_the_text_is_the_summary_with_what_was_said_and_still_counts(
    session: Session, dialogues: Dialogues
) -> None:
    text = as_markdown(session, dialogues.words["en"])
    assert text.startswith("# Not finished: Anna Berg, Nordvik/AS\n")
    assert text.endswith("- yes")
    assert "we" not in text.partition("## What was said")[2]  # taken back


def test_the_turns_are_as_the_protocol_has_them(session: Session, dialogues: Dialogues, tmp_path: Path) -> None:
    text, turns = write_call(tmp_path / "call.md", session, dialogues.words["en"])
    assert (text.name, turns.name) == ("call.md", "call.jsonl")
    lines = turns.read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [turn.as_json("") for turn in session.turns]


def test_a_name_that_ends_in_jsonl_still_gives_two_files(
    session: Session, dialogues: Dialogues, tmp_path: Path
) -> None:
    text, turns = write_call(tmp_path / "call.jsonl", session, dialogues.words["en"])
    assert (text.name, turns.name) == ("call.md", "call.jsonl")


def test_a_place_that_refuses_is_said(session: Session, dialogues: Dialogues, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SurroundingsError, match="cannot be written"):
        write_call(tmp_path / "file" / "call.md", session, dialogues.words["en"])
