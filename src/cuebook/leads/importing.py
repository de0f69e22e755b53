"""A file of leads as leads: each row is imported, joined to one that it repeats, or reported with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cuebook.harmless import harmless, harmless_name
from cuebook.leads import kinds, vcards
from cuebook.leads.decoding import decode
from cuebook.leads.headers import Column, asks, column_of, says_yes
from cuebook.leads.matching import Known, address, digits
from cuebook.leads.model import Lead
from cuebook.leads.separated import rows

_LONGEST = 2000
"""Characters kept of a cell; a call shows less, and a page of text is no answer to a question."""
_FORMULA = ("=", "+", "-", "@")
_KEPT: frozenset[Column] = frozenset({"email", "phone", "mobile", "kind"})
"""Columns of which a cell that says nothing of the sort is kept as a trait, as it was written."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that was not imported: its line, from 1, and why."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Found:
    """A lead as a row told it, with the line and the reason for its kind."""

    line: int
    lead: Lead
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file held. Every one of its `rows` is in `found`, in `repeated` or in `faults`.

    `repeated` are rows that repeat a lead of an earlier line, as (line, earlier line): what they add is in it.
    """

    rows: int
    encoding: str
    found: tuple[Found, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    faults: tuple[Fault, ...] = ()


def read_leads(data: bytes, at: datetime, source: str | None = None) -> Imported:
    """The leads in a file of separated values or vCards, as bytes. `at`: now, for those not to be called.

    `source` is where they are from, for rows that do not say. Any bytes give an answer.
    """
    text, encoding = decode(data)
    table = _from_cards(text) if vcards.is_vcard(text) else _from_values(text)
    count, faults, found, repeated = 0, [], {}, []
    known = Known()
    for line, told in table:
        count += 1
        if isinstance(told, Fault):
            faults.append(told)
            continue
        read = _lead(line, told, at, source)
        if isinstance(read, Fault):
            faults.append(read)
            continue
        earlier = known.find(read.lead)
        if earlier is None:
            lead = replace(read.lead, id=str(line))  # while reading, the line tells them apart
            known.add(lead)
            found[line] = replace(read, lead=lead)
        else:
            first = int(earlier.id or 0)
            repeated.append((line, first))
            found[first] = replace(found[first], lead=joined(found[first].lead, read.lead))
    return Imported(
        rows=count,
        encoding=encoding,
        found=tuple(replace(one, lead=replace(one.lead, id=None)) for one in found.values()),
        repeated=tuple(repeated),
        faults=tuple(faults),
    )


def joined(known: Lead, new: Lead) -> Lead:
    """`known` with what `new` adds: nothing that is known is overwritten, but for newer answers and traits.

    Who asked once not to be called has asked.
    """
    return replace(
        known,
        company=known.company or new.company,
        email=known.email or new.email,
        phone=known.phone or new.phone,
        source=known.source or new.source,
        owner=known.owner or new.owner,
        kind=new.kind if known.kind == "unqualified" else known.kind,
        traits={**known.traits, **new.traits},
        answers={**known.answers, **new.answers},
        do_not_call_at=known.do_not_call_at or new.do_not_call_at,
    )


Told = Mapping[str, str]
"""A row: its cells by the header that they stand under."""


def _from_cards(text: str) -> Iterator[tuple[int, Told | Fault]]:
    for line, card in vcards.cards(text):
        yield line, Fault(line, "the card has no END:VCARD") if card is None else card


def _from_values(text: str) -> Iterator[tuple[int, Told | Fault]]:
    table = rows(text, lambda header: column_of(header) is not None)
    line, headers = next(table, (1, []))
    named = [_clean(header) for header in headers]
    if not any(_WHO & {column_of(header)} for header in named):
        if headers:
            message = (
                "the first line must name the columns; here none is a name, a company, an e-mail or a telephone"
            )
            yield line, Fault(line, message)
            for line, _ in table:
                yield line, Fault(line, "not read: nothing says what its columns are")
        return
    for line, cells in table:
        beyond = [cell for cell in cells[len(named) :] if cell.strip()]
        if beyond:
            yield line, Fault(line, f"{len(cells)} cells under {len(named)} headers: is a quote missing?")
        else:
            yield line, _row(named, cells)


_WHO: frozenset[Column | None] = frozenset(
    {"name", "first_name", "last_name", "company", "email", "phone", "mobile"}
)


def _row(headers: Sequence[str], cells: Iterable[str]) -> Told:
    """The filled cells by header; of two columns of one name, both with a number to tell them apart."""
    row: dict[str, str] = {}
    for number, (header, cell) in enumerate(zip(headers, cells, strict=False), 1):
        said = _clean(cell)
        if said:
            name = header or f"column {number}"
            row[name if name not in row else f"{name} ({number})"] = said
    return row


def _clean(cell: str) -> str:
    """A cell, harmless and bounded; without the ' that keeps a spreadsheet from taking it for a formula."""
    said = harmless(cell[: _LONGEST * 2]).strip()[:_LONGEST].strip()
    return said[1:] if said[:1] == "'" and said[1:2] in _FORMULA and said[1:2] else said


def _as_spoken(name: str | None) -> str | None:
    """The name as it is said: 'Berg, Anna' is Anna Berg, 'van Dijk, Jan' Jan van Dijk; 'Anna Berg, CFO' stays."""
    last, _, first = (part.strip() for part in (name or "").partition(","))
    surname = last and all(part.islower() for part in last.split()[:-1])
    given = first and "," not in first and (first.isupper() == last.isupper())
    return f"{first} {last}" if surname and given else name


def _lead(line: int, row: Told, at: datetime, source: str | None) -> Found | Fault:
    told, traits, answers = _sorted_out(row)
    name, last = _as_spoken(told.get("name")) or told.get("first_name"), told.get("last_name")
    if last and last.casefold() not in (name or "").casefold():  # 'Name' and 'Surname' are two halves
        name = f"{name} {last}" if name else last
    company = told.get("company")
    email = address(told["email"]) if "email" in told else None
    phone = told.get("phone") or told.get("mobile")
    who = name or company or email or phone
    if not who or not any(c.isalnum() for c in who):
        return Fault(line, "it has neither a name, a company, an e-mail nor a telephone")
    from_ = told.get("source") or source
    kind, reason = kinds.at_capture(
        source=from_,
        answered=bool(answers),
        asked_for_call=says_yes(told.get("wants_call", "")),
        on_trial=says_yes(told.get("trial", "")),
    )
    named = kinds.named(told.get("kind", ""))
    if named is not None:
        kind, reason = named, "so it came in the list"
    lead = Lead(
        name=harmless_name(who),
        person=bool(name),
        company=harmless_name(company) if company else None,
        email=email,
        phone=harmless_name(phone) if phone else None,
        source=harmless_name(from_) if from_ else None,
        owner=harmless_name(told["owner"]) if "owner" in told else None,
        kind=kind,
        traits=traits,
        answers=answers,
        do_not_call_at=at if says_yes(told.get("do_not_call", "")) else None,
    )
    return Found(line, lead, reason)


def _sorted_out(row: Told) -> tuple[dict[Column, str], dict[str, str], dict[str, str]]:
    """The cells by what they are: of the columns that are known, traits, answers to a form's questions."""
    told: dict[Column, str] = {}
    traits: dict[str, str] = {}
    answers: dict[str, str] = {}
    for header, cell in row.items():
        column = column_of(header)
        if column is not None and column not in told and (column not in _KEPT or _is(column, cell)):
            told[column] = cell
        elif column is None and asks(header):
            answers[header] = cell
        else:
            traits[header] = cell
    return told, traits, answers


def _is(column: Column, cell: str) -> bool:
    """Whether a cell holds what its column says: '4,722E+10' is no telephone."""
    if column == "email":
        return address(cell) is not None
    if column == "kind":
        return kinds.named(cell) is not None
    return bool(digits(cell)) and sum(c.isalpha() for c in cell) <= len("extension") and "E+" not in cell.upper()
