"""Every error that Cuebook raises, as one tree.

CuebookError              shown to the user: what is wrong, where, what to do
├── UsageError            exit 2: the command was called wrongly
├── NothingError          exit 1: what was asked for is not there
├── DialogueError         exit 1: a dialogue has faults (each with file:line:column)
├── MoveError             a move that is not possible now; the call is unchanged
│   └── BlockedError      the lead asked not to be called
└── SurroundingsError     exit 3: a file, a folder or a terminal failed
    ├── StoreError        the store failed; the call goes on in memory
    └── VoiceError        no words came from the server that voices a persona; the script's stand
"""

from __future__ import annotations


class CuebookError(Exception):
    """Something the user can understand and act on.

    `message` says what is wrong and where; `hint` says what to do (may be empty).
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class UsageError(CuebookError):
    """The command line, a setting or a name given by the user is wrong."""

    exit_code = 2


class NothingError(CuebookError):
    """What was asked for is not there: no such call, nothing that matches."""


class DialogueError(CuebookError):
    """A dialogue cannot be used; the message holds every fault, one a line."""


class MoveError(CuebookError):
    """The move is not possible at this point of the call. Nothing has changed."""


class BlockedError(MoveError):
    """The lead asked not to be called (do_not_call): no call may be opened (contract, rule 2)."""


class SurroundingsError(CuebookError):
    """A file, folder, terminal or other surrounding thing failed."""

    exit_code = 3


class StoreError(SurroundingsError):
    """The store cannot be read or written. What is only in memory is still there."""


class VoiceError(SurroundingsError):
    """The server that voices a persona gave no words. The script's are said."""
