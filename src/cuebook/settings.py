"""What a rep sets once: settings.toml, read, checked and (one value at a time) remembered.

    [rep]     name, company                                   who is calling
    [call]    framework, product, language, depth, source     what a new call starts with
              semantic = false                                no guesses, though the extra is installed
    [rehearse] voice, model, voice_timeout                    who words what a simulated prospect says (--voice)
    [keys]    <action> = "f4,ctrl+n"                          other keys for an action
    [screen]  theme = "auto" | "light" | "dark"

No pydantic here: the settings are read before anything is on the screen.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from cuebook.errors import SurroundingsError, UsageError
from cuebook.files import write_whole
from cuebook.harmless import harmless
from cuebook.nearest import nearest

Theme = Literal["auto", "light", "dark"]
DepthSetting = Literal["cold", "discovery"]

LONGEST = 200
"""Characters that a value may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rep:
    """Who is calling; None until they have said so."""

    name: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDefaults:
    """What a new call starts with. `source`: where the numbers that are called come from.

    `semantic`: whether to guess which objection a line is like, where that extra is installed.
    """

    framework: str = "bant"
    product: str = "copier-leasing"
    language: str = "en"
    depth: DepthSetting = "discovery"
    source: str | None = None
    semantic: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsing:
    """Where a persona gets words of its own from, once that is wished for: a server and one of its models.

    `voice` is the server's address, a local one by default; without a `model` nobody is asked. `voice_timeout` is
    how many seconds a line waits for its words. The key of a server is never here.
    """

    voice: str = "http://127.0.0.1:11434/v1"
    model: str | None = None
    voice_timeout: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How it looks. `auto` leaves light or dark to what the terminal says of itself."""

    theme: Theme = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that settings.toml can say; each part has defaults, so that no file is needed.

    `keys` holds keys as Textual names them, comma-separated, by the action they are for.
    """

    rep: Rep = field(default_factory=Rep)
    call: CallDefaults = field(default_factory=CallDefaults)
    rehearse: Rehearsing = field(default_factory=Rehearsing)
    keys: Mapping[str, str] = field(default_factory=dict)
    screen: Screen = field(default_factory=Screen)


_KNOWN: Mapping[str, tuple[str, ...]] = {
    "rep": ("name", "company"),
    "call": ("framework", "product", "language", "depth", "source", "semantic"),
    "rehearse": ("voice", "model", "voice_timeout"),
    "screen": ("theme",),
}
_SECTIONS = ("rep", "call", "rehearse", "keys", "screen")
_CHOICES: Mapping[str, tuple[str, ...]] = {"depth": ("cold", "discovery"), "theme": ("auto", "light", "dark")}
_SWITCHES = ("semantic",)
_NUMBERS: Mapping[str, tuple[int, int]] = {"voice_timeout": (1, 600)}
"""Whole numbers, with the least and the most that each may be."""
_EXAMPLES = {
    "name": "Kari Nordmann",
    "company": "Nordlys AS",
    "framework": "bant",
    "product": "copier-leasing",
    "language": "en",
    "source": "your company's website",
    "voice": "http://127.0.0.1:11434/v1",
    "model": "llama3.2",
}
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_KEY = re.compile(r"((ctrl|shift|alt|super|hyper|meta)\+)*([a-z0-9_]+|[^\s,\w])", re.IGNORECASE)


def read(path: Path, actions: Collection[str] = ()) -> Settings:
    """Read the settings in `path`, or give the defaults where there is no such file.

    `actions` are the names that [keys] may use; none given: any. Raises UsageError with all faults, each as
    `settings.toml:line: ...`, and SurroundingsError when the file cannot be read.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SurroundingsError(
            f"{path} cannot be read: {error.strerror}.",
            "Make it readable, or move it away to start with defaults.",
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: this is not UTF-8.", "Save the file as UTF-8.") from error
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(*_syntax(path, text, str(error))) from error
    faults = list(_faults(document, actions))
    if faults:
        lines = [f"{path}:{_line(text, where)}: {message}" for where, message in faults]
        raise UsageError("\n".join(lines), f"Correct {'it' if len(lines) == 1 else 'them'} in the file.")
    return _settings(document)


def _settings(document: Mapping[str, object]) -> Settings:
    """Turn the checked document into Settings; an empty text is the same as none."""
    parts: dict[str, dict[str, str]] = {
        section: {key: clean for key, value in _table(document, section).items() if (clean := _clean(value))}
        for section in _SECTIONS
    }
    call, rehearse = parts["call"], parts["rehearse"]
    defaults, voiced = CallDefaults(), Rehearsing()
    return Settings(
        rep=Rep(name=parts["rep"].get("name"), company=parts["rep"].get("company")),
        call=CallDefaults(
            framework=call.get("framework", defaults.framework),
            product=call.get("product", defaults.product),
            language=call.get("language", defaults.language),
            depth=cast(DepthSetting, call.get("depth", defaults.depth)),
            source=call.get("source"),
            semantic=_table(document, "call").get("semantic") is not False,
        ),
        rehearse=Rehearsing(
            voice=rehearse.get("voice", voiced.voice).rstrip("/"),
            model=rehearse.get("model"),
            voice_timeout=int(rehearse.get("voice_timeout", voiced.voice_timeout)),
        ),
        keys=parts["keys"],
        screen=Screen(theme=cast(Theme, parts["screen"].get("theme", "auto"))),
    )


def _table(document: Mapping[str, object], section: str) -> dict[str, object]:
    return cast(dict[str, object], document.get(section, {}))


def _clean(value: object) -> str:
    """Make a value fit to be shown and said: harmless, on one line."""
    return " ".join(harmless(str(value)).split())


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────

_Where = tuple[str, str | None]
"""A section, and a key in it (None: the section itself)."""


def _faults(document: Mapping[str, object], actions: Collection[str]) -> Iterator[tuple[_Where, str]]:
    for section, table in document.items():
        if section not in _SECTIONS:
            yield (section, None), _unknown_section(section)
        elif not isinstance(table, dict):
            yield (section, None), f"{section!r} is a section: write [{section}] on a line of its own."
        elif section == "keys":
            yield from _key_faults(table, actions)
        else:
            for key, value in table.items():
                message = _fault(section, key, value)
                if message:
                    yield (section, key), message


def _unknown_section(section: str) -> str:
    for home, keys in _KNOWN.items():
        if section in keys:
            return f"{section!r} belongs under [{home}]."
    return f"There is no section [{section}]. {nearest(section, _SECTIONS)}"


def _fault(section: str, key: str, value: object) -> str | None:
    if key not in _KNOWN[section]:
        for home, keys in _KNOWN.items():
            if key in keys:
                return f"{key!r} belongs under [{home}], not [{section}]."
        return f"[{section}] has no setting {key!r}. {nearest(key, _KNOWN[section])}"
    if key in _SWITCHES:
        return None if isinstance(value, bool) else f"{key!r} takes true or false, without quotes."
    if key in _NUMBERS:
        least, most = _NUMBERS[key]
        right = type(value) is int and least <= value <= most
        return None if right else f"{key!r} takes a whole number from {least} to {most}, without quotes."
    if not isinstance(value, str):
        return f'{key!r} takes text: write it in quotes, as in {key} = "{_example(key)}".'
    return _value_fault(key, value)


def _value_fault(key: str, value: str) -> str | None:
    if len(value) > LONGEST:
        return f"{key!r} has {len(value):,} characters; at most {LONGEST} are taken."
    if key in _CHOICES and value not in _CHOICES[key]:
        return f"{key!r} cannot be {value!r}. {nearest(value, _CHOICES[key])}"
    if key in {"framework", "product"} and value and not _NAME.fullmatch(value):
        return f"{key!r} cannot be {value!r}: a name has lower-case letters, digits, - and _."
    if key == "language" and value and not _LANGUAGE.fullmatch(value):
        return f"{key!r} cannot be {value!r}: write the language's code, as in 'en' or 'nb'."
    if key == "voice" and value:
        return _address_fault(value)
    return None


def _address_fault(value: str) -> str | None:
    """Why `value` is no address of a server; one with a password in it would be shown, and so is refused."""
    try:
        parts = urlsplit(value)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port, or the address between brackets
        known = False
    if not known or not (value.isascii() and value.isprintable()) or " " in value:
        return f"'voice' is no address of a server: write it as in voice = \"{_EXAMPLES['voice']}\"."
    if parts.username is not None or parts.query or parts.fragment:
        return "'voice' is the address alone; a key goes into the environment variable CUEBOOK_VOICE_KEY."
    return None


def _key_faults(table: Mapping[str, object], actions: Collection[str]) -> Iterator[tuple[_Where, str]]:
    for action, value in table.items():
        where = ("keys", action)
        if actions and action not in actions:
            yield where, f"There is no action {action!r}. {nearest(action, actions)}"
            continue
        if not isinstance(value, str) or not value.strip():
            yield where, f'{action!r} takes keys in quotes, as in {action} = "f4,ctrl+n".'
            continue
        for key in (part.strip() for part in value.split(",")):
            if not _KEY.fullmatch(key):
                yield where, f"{action!r}: {key!r} is no key. Write it as f4 or ctrl+n, with commas between."


def _example(key: str) -> str:
    return _CHOICES[key][-1] if key in _CHOICES else _EXAMPLES[key]


def _syntax(path: Path, text: str, message: str) -> tuple[str, str]:
    """Give tomllib's message with its place in front, as everywhere else."""
    found = re.search(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    what = message[: found.start()] if found else message
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    return f"{path}:{line}: {what}.", 'A setting is written as name = "value", one a line.'


_HEADER = re.compile(r"\s*\[\s*([\w\"'-]+)\s*\]")
_SETTING = re.compile(r"\s*([\w.\"' -]+?)\s*=")


def _line(text: str, where: _Where) -> int:
    """Find the line (from 1) of a section or a key: tomllib tells no places."""
    section, key = where
    current, of_section = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            current = header[1].strip("\"'")
            if current == section and not of_section:
                of_section = number
        elif setting := _SETTING.match(line):
            names = [part.strip(" \"'") for part in f"{current}.{setting[1]}".lstrip(".").split(".")]
            if names[0] == section and not of_section:
                of_section = number
            if key is not None and names[:2] == [section, key]:
                return number
    return of_section or 1


# ── remembering ─────────────────────────────────────────────────────────────────────────────────────────────


def remember(path: Path, section: str, key: str, value: str) -> None:
    """Write one value into settings.toml, leaving every other line as it is. The file is the owner's only.

    Raises UsageError when the file has faults or the value cannot be, SurroundingsError when writing fails.
    """
    import json

    read(path)
    value = _clean(value)
    message = _fault(section, key, value)
    if message:
        raise UsageError(message)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        text = ""
    wanted = tomllib.loads(text)
    wanted.setdefault(section, {})[key] = value
    edited = _edited(text, section, key, f"{key} = {json.dumps(value, ensure_ascii=False)}")
    try:
        same = tomllib.loads(edited) == wanted
    except tomllib.TOMLDecodeError:
        same = False
    if not same:  # a table that cannot be changed by the line: better not at all than wrongly
        raise UsageError(
            f"{path}: [{section}] is written in a way that cannot be changed here.",
            f'Write {key} = "..." under [{section}] yourself.',
        )
    write_whole(path, edited, make_folder=True)


def _edited(text: str, section: str, key: str, setting: str) -> str:
    """Replace the line of the key, or put it at the top of its section, or both at the end of `text`."""
    lines = text.split("\n")
    header, current = None, ""
    for number, line in enumerate(lines):
        if found := _HEADER.match(line):
            current = found[1].strip("\"'")
            header = number if current == section and header is None else header
        elif current == section and (named := _SETTING.match(line)) and named[1].strip("\"'") == key:
            lines[number] = setting + ("\r" if line.endswith("\r") else "")
            return "\n".join(lines)
    if header is not None:
        lines.insert(header + 1, setting + ("\r" if lines[header].endswith("\r") else ""))
        return "\n".join(lines)
    before = text.rstrip()
    return f"{before}\n\n[{section}]\n{setting}\n" if before else f"[{section}]\n{setting}\n"
