"""The shape of what was read: values against the classes of model.py, each mismatch as a fault."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from cuebook.dialogue.faults import Fault, advice
from cuebook.dialogue.source import MOST_FAULTS, Source, Steps

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of names to values",
    "dataclass_type": "a mapping of names to values",
}
_BOUNDS = {
    "greater_than": "It must be more than {gt:g}.",
    "greater_than_equal": "It must be at least {ge}.",
    "less_than_equal": "It must be at most {le}.",
    "string_too_short": "At least {min_length} characters, please.",
    "string_too_long": "At most {max_length} characters, please.",
    "too_short": "At least {min_length}, please; here are {actual_length}.",
    "too_long": "At most {max_length}, please; here are {actual_length}.",
}


def shaped(kind: Any, source: Source, value: Any, at: Steps = ()) -> tuple[Any, tuple[Fault, ...]]:
    """Build `kind` (a class or a type of model.py) from `value`, which lies at `at` in the source.

    The result is None where there are faults. Scalars are taken strictly: `confirmed: "3"` is a fault.
    """
    try:
        # As JSON, because only there pydantic can be strict about scalars and lenient about lists for tuples.
        return _adapter(kind).validate_json(json.dumps(value), strict=True), ()
    except ValidationError as error:
        found = error.errors(include_url=False)[:MOST_FAULTS]
        return None, tuple(_fault(kind, source, value, at, each) for each in found)


def salvaged(kind: Any, value: Any) -> Any:
    """Build what can be built of `kind` from a value with faults, so that the rest of it can be checked as well.

    A text that is missing or something else is empty, a choice or a number None; lists keep their places.
    """
    if value is None and type(None) in get_args(kind):
        return None
    kind = _plain(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        given = value if isinstance(value, dict) else {}
        wanted = {field.name.rstrip("_"): field for field in fields(kind)}
        parts = {
            field.name: salvaged(_hints(kind)[name], given.get(name))
            for name, field in wanted.items()
            if name in given or (field.default is MISSING and field.default_factory is MISSING)
        }
        return kind(**parts)
    if get_origin(kind) is tuple:
        return tuple(salvaged(get_args(kind)[0], each) for each in value) if isinstance(value, list) else ()
    if get_origin(kind) is Mapping:
        inside = get_args(kind)[1]
        return {name: salvaged(inside, each) for name, each in value.items()} if isinstance(value, dict) else {}
    if kind is str:
        return value if isinstance(value, str) else ""
    if get_origin(kind) is Literal:
        return value if value in _choices(kind) else None
    return value if type(value) is kind else None


def _fault(kind: Any, source: Source, value: Any, at: Steps, error: Mapping[str, Any]) -> Fault:
    """Say one error of pydantic in the words of the dialogue language, with its place in the file."""
    loc: Steps = error["loc"]
    what, context = error["type"], error.get("ctx", {})
    if loc and loc[-1] == "[key]":
        steps = (*at, *loc[:-1])
        name = str(loc[-2])
        if what == "literal_error":
            hint = advice(name, _keys_at(kind, loc[:-2]))
            return source.fault(steps, "CUE201", f"{name!r} does not exist here.{hint}", key=True)
        return source.fault(steps, "CUE206", name_fault(name), key=True)
    steps = (*at, *loc)
    given = error["input"]
    if what == "missing":
        above = f" of {loc[-2]!r}" if len(loc) > 1 else ""
        return source.fault(steps[:-1], "CUE202", f"{loc[-1]!r}{above} is missing.", key=True)
    if what == "unexpected_keyword_argument":
        absent = [key for key in _keys_at(kind, loc[:-1]) if key not in _at(value, loc[:-1])]
        hint = advice(str(loc[-1]), absent)
        return source.fault(steps, "CUE201", f"{loc[-1]!r} does not exist here.{hint}", key=True)
    if what == "literal_error":
        return source.fault(steps, "CUE204", f"{_shown(given)} is not possible here.{_choice(kind, loc, given)}")
    if what == "predicate_failed":
        return source.fault(steps, "CUE206", name_fault(str(given)))
    if what in _BOUNDS:
        said = "This is empty." if given == "" else _BOUNDS[what].format(**context)
        return source.fault(steps, "CUE205", said)
    wanted = _KINDS.get(what, "something else")
    return source.fault(steps, "CUE203", f"This must be {wanted}, not {_shown(given)}.{_quotes(what, given)}")


def name_fault(name: str) -> str:
    """Say why `name` is no name."""
    return f"{name!r} is no name: a small letter first, then small letters, digits, - and _, 40 at the most."


def _choice(kind: Any, loc: Steps, given: Any) -> str:
    choices = [str(choice) for choice in _choices(_type_at(kind, loc))]
    if isinstance(given, bool) and str(given).lower() in choices:
        return f' Write it in quotes: "{str(given).lower()}".'
    return advice(str(given), choices)


def _quotes(what: str, given: Any) -> str:
    return " Write it in quotes." if what == "string_type" and isinstance(given, (bool, int, float)) else ""


def _shown(given: Any) -> str:
    if given is None:
        return "empty"
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, (dict, list)):
        return "a mapping" if isinstance(given, dict) else "a list"
    return repr(given if not isinstance(given, str) or len(given) <= 40 else given[:39] + "…")


def _at(value: Any, loc: Steps) -> Any:
    for step in loc:
        value = value[step]
    return value


# ── what the classes allow at a place ────────────────────────────────────────────────────────────────────────


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name.rstrip("_"): hints[field.name] for field in fields(kind)}


def _keys_at(kind: Any, loc: Steps) -> Sequence[str]:
    """Tell the keys that exist in the mapping at `loc`: fields of a class, or the choices of a Literal key."""
    here = _type_at(kind, loc)
    if is_dataclass(here) and isinstance(here, type):
        return tuple(_hints(here))
    keys = get_args(here)[0] if get_origin(here) is not None and get_args(here) else None
    return [str(choice) for choice in _choices(_plain(keys))]


def _type_at(kind: Any, loc: Steps) -> Any:
    kind = _plain(kind)
    for step in loc:
        if is_dataclass(kind) and isinstance(kind, type):
            kind = _plain(_hints(kind)[str(step)])
        else:  # Mapping[K, V] or tuple[T, ...]
            kind = _plain(get_args(kind)[0 if isinstance(step, int) else 1])
    return kind


def _plain(kind: Any) -> Any:
    """Strip Annotated and '| None'."""
    while get_origin(kind) in {Annotated, Union, UnionType}:
        kind = next(part for part in get_args(kind) if part is not type(None))
    return kind


def _choices(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) is Literal else ()
