"""vCard (.vcf, versions 2.1 to 4) as rows: the few properties that a lead has. Own, because it is so little.

The library for it (vobject) reads 4.0 badly and stops at the first card that is not as it should be; here each
card is imported or reported.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping

_PROPERTY = re.compile(
    r"(?:[\w-]+\.)?(?P<name>[A-Za-z-]+)(?P<given>(?:;(?:\"[^\"]*\"|[^:\";])*)*):(?P<value>.*)", re.DOTALL
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COLUMNS: Mapping[str, str] = {
    "FN": "name", "N": "N", "ORG": "company", "EMAIL": "email", "TEL": "phone", "TITLE": "role", "ROLE": "role",
    "NOTE": "note", "URL": "website",
}  # fmt: skip


def is_vcard(text: str) -> bool:
    """Whether a file is one, whatever its name."""
    return text[:200].lstrip("\ufeff \r\n").upper().startswith("BEGIN:VCARD")


def cards(text: str) -> Iterator[tuple[int, dict[str, str] | None]]:
    """The cards with the line that each begins on; None for one that never ends. The first telephone counts."""
    card: dict[str, str] | None = None
    began = 0
    for number, line in _unfolded(text):
        upper = line.strip().upper()
        if upper == "BEGIN:VCARD":
            if card is not None:
                yield began, None
            card, began = {}, number
        elif upper == "END:VCARD" and card is not None:
            yield began, _named(card)
            card = None
        elif card is not None:
            found = _PROPERTY.fullmatch(line)
            column = _COLUMNS.get(found["name"].upper()) if found else None
            if found and column:
                card.setdefault(column, _value(column, found["given"], found["value"]))
    if card is not None:
        yield began, None


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines as they were before folding, with their first number; a quoted-printable one goes on after `=`."""
    parts: list[str] = []
    began = soft = 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if parts and (soft or line[:1] in (" ", "\t")):
            parts.append(line if soft else line[1:])
        else:
            if parts:
                yield began, "".join(parts)
            parts, began = [line], number
        soft = parts[-1].endswith("=") and "QUOTED-PRINTABLE" in parts[0].upper()
        if soft:
            parts[-1] = parts[-1][:-1]
    yield began, "".join(parts)


def _value(column: str, given: str, value: str) -> str:
    if "QUOTED-PRINTABLE" in given.upper():
        value = quopri.decodestring(value.encode("utf-8")).decode("utf-8", errors="replace")
    if column == "phone":
        value = value.removeprefix("tel:")
    if column == "N":  # family;given;additional;prefix;suffix
        family, first = (*_parts(value), "", "")[:2]
        return f"{first} {family}".strip()
    return _parts(value)[0] if column == "company" else _bare(value)  # a company's departments follow its name


def _parts(value: str) -> list[str]:
    return [_bare(part).strip() for part in re.split(r"(?<!\\);", value)]


def _bare(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _named(card: dict[str, str]) -> dict[str, str]:
    structured = card.pop("N", "")
    return {"name": card.get("name", "").strip() or structured, **{k: v for k, v in card.items() if k != "name"}}
