"""What goes wrong with a store, said so that the rep can act on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, ResourceClosedError

from cuebook.errors import StoreError

_BY_NAME = {
    "SQLITE_FULL": ("The disk is full: nothing more can be written to {place}.", "Make room, then go on."),
    "SQLITE_READONLY": (
        "{place} may not be written to.",
        "Give yourself the right to write the file and its folder, or set CUEBOOK_STORE to another place.",
    ),
    "SQLITE_BUSY": (
        "Another program has held {place} locked for more than five seconds.",
        "Close the program that has it open, then try again.",
    ),
    "SQLITE_CANTOPEN": (
        "{place} cannot be opened.",
        "Check that its folder exists and that you may write there, or set CUEBOOK_STORE to another place.",
    ),
    "SQLITE_PERM": ("{place} may not be opened.", "Give yourself the right to read and write it."),
    "SQLITE_NOTADB": (
        "{place} is not a store of calls: it is another kind of file.",
        "Move it away, or set CUEBOOK_STORE to another place.",
    ),
    "SQLITE_CORRUPT": (
        "{place} is damaged.",
        "Move it away and put back a copy; `sqlite3 FILE .recover` gets out what can still be read.",
    ),
    "SQLITE_IOERR": (
        "{place} could not be read or written: the disk refused.",
        "Check the disk: it may be full, have a quota, or be gone.",
    ),
}
_BY_NAME["SQLITE_LOCKED"] = _BY_NAME["SQLITE_BUSY"]


def trouble(error: BaseException, place: str) -> StoreError:
    """The StoreError for what the database's driver raised; never holds a password or what was said."""
    name = getattr(error, "sqlite_errorname", "")
    for known, (message, hint) in _BY_NAME.items():
        if name == known or name.startswith(f"{known}_"):
            return StoreError(message.format(place=place), hint)
    first = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return StoreError(f"{place} failed: {first}", "Run `cuebook doctor` to see what is wrong with it.")


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what the database raises into StoreError, with the original chained."""
    try:
        yield
    except DBAPIError as error:
        raise trouble(error.orig or error, place) from error
    except ResourceClosedError as error:
        raise StoreError(f"{place} was closed before this was written.", "Open Cuebook again.") from error
    except OSError as error:
        raise StoreError(
            f"{place} cannot be opened: {error.strerror or error}.",
            "Check the path and your rights to it, or set CUEBOOK_STORE to another place.",
        ) from error
