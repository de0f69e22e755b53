"""The line protocol of a live call (`cuebook call --jsonl`): one move a line in, one turn a line out.

A turn is on disk before its line is written. A line that is no move, or a move that is not possible, is answered
with the turn that stands and an `error`, and changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import IO, NoReturn

from cuebook.conversation.moves import LONGEST_LINE, from_json
from cuebook.errors import CuebookError, DialogueError, MoveError, StoreError
from cuebook.session import Session

LONGEST = 8 * LONGEST_LINE
"""Bytes of an input line: the longest text with every character escaped, and its frame."""


def converse(session: Session, lines: IO[bytes], out: IO[bytes]) -> int:
    """Answer every line until the input ends; the call stays open then.

    Gives the exit code: 0, or 3 where the store failed to take a turn.
    """
    code = 0
    write(out, session.turn.as_json(session.call or ""))
    for line in read_lines(lines):
        given: object = None
        try:
            given = parse(line)
            answer = session.take(from_json(given)).as_json(session.call or "")
        except (MoveError, DialogueError, StoreError) as error:
            code = max(code, error.exit_code if isinstance(error, StoreError) else 0)
            answer = session.turn.as_json(session.call or "", error, given)
        write(out, answer)
    return code


def parse(line: bytes | CuebookError) -> object:
    """The JSON of a line. Raises MoveError that says what is wrong with it."""
    if isinstance(line, CuebookError):
        raise line
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise MoveError("The line is not UTF-8.", "Send one JSON object a line, as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        hint = 'Send one JSON object a line, for example {"move": "next"}.'
        raise MoveError(f"The line is not JSON: {error}.", hint) from error


def read_lines(lines: IO[bytes], *, blank: bool = False) -> Iterator[bytes | MoveError]:
    """The lines of the input; in the place of one that is too long, the error that says so.

    Blank ones are passed over, unless `blank` says that they mean something.
    """
    while line := lines.readline(LONGEST + 1):
        if len(line) > LONGEST and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = lines.readline(LONGEST)
            yield MoveError(f"The line is longer than {LONGEST:,} bytes.", "Send the text in parts.")
        elif blank or line.strip():
            yield line


def typed(lines: IO[bytes], told: Callable[[str], None]) -> Iterator[str]:
    """What is typed, a line at a time; bytes that are not UTF-8 are shown as such, not refused.

    `told` is called with what is wrong with a line that cannot be taken.
    """
    for line in read_lines(lines, blank=True):
        if isinstance(line, CuebookError):
            told(f"Not possible: {line.message} {line.hint}")
        else:
            yield line.decode("utf-8", errors="replace")


def dump(answer: object) -> bytes:
    """JSON on one line; readable, unless it echoes characters that UTF-8 cannot hold."""
    try:
        return json.dumps(answer, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(answer).encode() + b"\n"


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def write(out: IO[bytes], answer: object) -> None:
    """Write an answer on a line of its own, at once."""
    out.write(dump(answer))
    out.flush()
