"""Writing a call to a file by hand: the way out when the store fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from cuebook.dialogue.model import Words
from cuebook.files import write_whole
from cuebook.session import Session
from cuebook.ui import labels
from cuebook.ui.cells import plain
from cuebook.ui.transcript import Transcript


def suggested(session: Session) -> str:
    """A file name for the call: the day, the time and who was called."""
    started = session.turns[0].at
    lead = session.setup.lead
    who = "".join(char if char.isalnum() else "-" for char in (lead.company or lead.name or "call").casefold())
    return f"cuebook-{started:%Y-%m-%d-%H%M}-{who.strip('-')[:40] or 'call'}.md"


def write_call(path: Path, session: Session, words: Words) -> tuple[Path, Path]:
    """Write the call as Markdown to `path`, and every turn to the same name with .jsonl.

    Raises SurroundingsError where a file cannot be written.
    """
    lines = path.with_suffix(".jsonl")
    if lines == path:
        path = path.with_suffix(".md")
    write_whole(lines, as_jsonl(session))
    write_whole(path, as_markdown(session, words))
    return path, lines


def as_jsonl(session: Session) -> str:
    """Every turn, one a line, as `cuebook call --jsonl` gives it."""
    call = session.call or ""
    return "".join(json.dumps(turn.as_json(call), ensure_ascii=False) + "\n" for turn in list(session.turns))


def as_markdown(session: Session, words: Words) -> str:
    """The call to be read: how it stands, then who said what. Lines taken back are struck."""
    return "\n".join(_markdown(session, words)) + "\n"


def _markdown(session: Session, words: Words) -> Iterator[str]:
    setup, turns = session.setup, list(session.turns)
    status = turns[-1].status
    who = " · ".join(part for part in (setup.lead.name, setup.lead.company) if part) or "nobody named"
    yield f"# Call with {_escaped(who)}"
    yield ""
    yield f"{turns[0].at:%Y-%m-%d %H:%M} · {labels.framework_name(status.framework)} · {setup.product}"
    yield ""
    verdict = _escaped(labels.outcome_name(words, status.verdict))
    yield f"**{verdict}**, {status.confirmed} of {len(status.criteria)}"
    yield ""
    for name, criterion in status.criteria.items():
        quote = f': "{_escaped(criterion.quote)}"' if criterion.quote else ""
        yield f"- {labels.stage_name(words, name)}: {labels.standing_name(words, criterion.standing)}{quote}"
    yield ""
    transcript = Transcript(words, setup.lead.first_name or setup.lead.name)
    lines = transcript.add_all(turns)
    for line in lines:
        text = _escaped(line.text)
        yield f"- {_escaped(line.who)}: {f'~~{text}~~' if line.turn in transcript.taken_back else text}"


def _escaped(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown would read as more than text."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in plain(text))
