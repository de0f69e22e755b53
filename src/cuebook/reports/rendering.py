"""The templates of the reports, and what makes a value harmless in each form. Values are data, never format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cuebook.harmless import harmless

_LONGEST_QUOTE = 160
_BREAKS = re.compile(r"\s*[\n\t]\s*")
_FORMATS = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_FORMATS_AT_START = re.compile(r"^(\s*)(?:(\d+)([.)])|([-+=]))")


def as_text(value: object) -> str:
    """The value on one line, without anything that a terminal would obey."""
    return _BREAKS.sub(" ", harmless(str(value)))


def as_markdown(value: object) -> str:
    """The value on one line, shown by Markdown as it is: no character of it formats."""
    escaped = _FORMATS.sub(r"\\\1", as_text(value).strip())
    return _FORMATS_AT_START.sub(lambda m: f"{m[2]}\\{m[3]}" if m[2] else f"\\{m[4]}", escaped)


def rendered(form: Literal["text", "markdown"], values: Mapping[str, object]) -> str:
    """The template `summary` of that form, with the values in it."""
    return _environment(form).get_template(f"summary.{form}.j2").render(values).rstrip("\n")


@cache
def _environment(form: Literal["text", "markdown"]) -> Environment:
    finalize: Callable[[object], str] = as_text if form == "text" else as_markdown
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # noqa: S701  no HTML is made here; `finalize` escapes every value for its form
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"quoted": _quoted, "minute": _minute, "lasting": _lasting}
    return environment


def _quoted(said: str) -> str:
    """Somebody's words, cut where they are long: the whole of them is in the JSON."""
    said = " ".join(said.split())
    return f"“{said if len(said) <= _LONGEST_QUOTE else said[: _LONGEST_QUOTE - 1] + '…'}”"


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def _lasting(seconds: int) -> str:
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds % 60} s" if minutes else f"{seconds} s"
