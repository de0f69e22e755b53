"""Writing a call to a file by hand: the way out when the store fails."""

from __future__ import annotations

import json
from pathlib import Path

from cuebook.dialogue.model import Words
from cuebook.files import write_whole
from cuebook.ui.held import Held


def suggested(session: Held) -> str:
    """A file name for the call: the day, the time and who was called."""
    started = session.turns[0].at
    lead = session.setup.lead
    who = "".join(char if char.isalnum() else "-" for char in (lead.company or lead.name or "call").casefold())
    return f"cuebook-{started:%Y-%m-%d-%H%M}-{who.strip('-')[:40] or 'call'}.md"


def write_call(path: Path, session: Held, words: Words) -> tuple[Path, Path]:
    """Write the call as Markdown to `path`, and every turn to the same name with .jsonl.

    Raises SurroundingsError where a file cannot be written.
    """
    lines = path.with_suffix(".jsonl")
    if lines == path:
        path = path.with_suffix(".md")
    write_whole(lines, as_jsonl(session))
    write_whole(path, as_markdown(session, words))
    return path, lines


def as_jsonl(session: Held) -> str:
    """Every turn, one a line, as `cuebook call --jsonl` gives it."""
    call = session.call or ""
    return "".join(json.dumps(turn.as_json(call), ensure_ascii=False) + "\n" for turn in list(session.turns))


def as_markdown(session: Held, words: Words) -> str:
    """The summary of the call with who said what, as a manager reads it."""
    from cuebook.reports.summary import render, summarise

    return render(summarise(session.setup, list(session.turns), words, session.call), "markdown", transcript=True)
