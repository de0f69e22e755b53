"""The template language: jinja2, cut down to what dialogues need, so that none can do harm or run away.

jinja2's own sandbox stops tricks with attributes, but not work: `'a' * 10**9` takes all memory in it. Here a
template may hold names, attributes, constants, comparisons, and/or/not, `if` and our filters; nothing that
repeats, calls, assigns, calculates or includes. What it may name is what context.py has, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from cuebook.dialogue.context import Context, Sold, Someone
from cuebook.dialogue.faults import advice
from cuebook.dialogue.model import Facet
from cuebook.errors import DialogueError

LONGEST = 4_000
"""Characters of a template, and of what it says."""
LONGEST_VALUE = 400
"""Characters of one value that is said; the rest is cut off."""
DEEPEST = 24
"""Levels of a template's tree: `if` within `if`, `not` within `not`."""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.If,
    nodes.CondExpr,
    nodes.Filter,
)
_FACETS: frozenset[str] = frozenset(get_args(Facet))


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a template: a code of faults.py and a sentence."""

    code: str
    message: str


class _Environment(SandboxedEnvironment):
    """Reads nothing but fields of the context's classes and keys of its mappings."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up one step of a dotted name; what was not heard is None."""
        if isinstance(obj, Mapping):
            return obj.get(attribute)
        kind: type = type(obj)
        if is_dataclass(kind) and attribute in _names(kind):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)


def upper_first(text: str) -> str:
    """Begin with a capital: for a value that opens a sentence."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Begin with a small letter: for a value within a sentence."""
    return text[:1].lower() + text[1:]


FILTERS = {"upper_first": upper_first, "lower_first": lower_first}
"""All filters there are; none takes anything but its value."""


def rendered(source: str, context: Context) -> str:
    """Render a template. Raises DialogueError with what is wrong and the template it is in."""
    complaints, template = _compiled(source)
    if template is None:
        raise _error(source, complaints[0].message)
    known = {name: getattr(context, name) for name in _names(Context)}
    try:
        said = template.render(known)
    except (TemplateError, TypeError, _UnsayableError) as error:
        raise _error(source, str(error)) from error
    if len(said) > LONGEST:
        raise _error(source, f"It says over {LONGEST} characters.")
    return said


def complaints_of(source: str) -> tuple[Complaint, ...]:
    """Check a template without rendering it: what it is made of, and the names that it asks for."""
    return _compiled(source)[0]


def names_of(source: str) -> tuple[str, ...]:
    """Tell the dotted names that a sound template asks for, once each."""
    if "{" not in source or complaints_of(source):
        return ()
    return tuple(dict.fromkeys(".".join(path) for path in _paths(_environment().parse(source))))


@lru_cache(maxsize=4096)
def _compiled(source: str) -> tuple[tuple[Complaint, ...], Template | None]:
    """Parse, check and compile, once for each template."""
    complaints = tuple(_complaints(source))
    return complaints, None if complaints else _environment().from_string(source)


def _complaints(source: str) -> Iterator[Complaint]:
    if len(source) > LONGEST:
        yield Complaint("CUE404", f"A template of over {LONGEST} characters.")
        return
    try:
        tree = _environment().parse(source)
    except TemplateError as error:
        yield Complaint("CUE404", f"The template cannot be read: {_sentence(error.message)}")
        return
    except RecursionError:
        yield Complaint("CUE404", "The template is nested too deeply.")
        return
    forbidden = list(_forbidden(tree))
    yield from forbidden
    if not forbidden:
        for path in dict.fromkeys(_paths(tree)):
            unknown = _unknown(path)
            if unknown:
                yield Complaint("CUE405", unknown)


def _forbidden(tree: nodes.Template) -> Iterator[Complaint]:
    """Find what templates may not do, without recursion: the tree is as deep as its author wished."""
    left: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while left:
        node, depth = left.pop()
        if depth > DEEPEST:
            yield Complaint("CUE404", "The template is nested too deeply.")
            return
        if not isinstance(node, _ALLOWED):
            what = "calculations" if isinstance(node, nodes.BinExpr | nodes.UnaryExpr) else f"`{_kind(node)}`"
            yield Complaint("CUE404", f"Templates know names, comparisons, if and filters, but no {what}.")
        elif isinstance(node, nodes.Filter):
            yield from _filter(node)
        elif isinstance(node, nodes.Getattr) and (node.attr.startswith("_") or not _path(node)):
            yield Complaint("CUE404", f"Templates cannot look up {node.attr!r}: only names as in lead.name.")
        left += [(child, depth + 1) for child in node.iter_child_nodes()]


def _kind(node: nodes.Node) -> str:
    return type(node).__name__.lower()


def _filter(node: nodes.Filter) -> Iterator[Complaint]:
    if node.name not in FILTERS:
        yield Complaint("CUE404", f"There is no filter {node.name!r}.{advice(node.name, FILTERS)}")
    elif node.node is None or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        yield Complaint("CUE404", f"The filter {node.name!r} takes nothing in brackets, and a value before it.")


def _paths(tree: nodes.Template) -> Iterator[tuple[str, ...]]:
    """Yield the dotted names of a tree that holds nothing forbidden."""
    left: list[nodes.Node] = [tree]
    while left:
        node = left.pop(0)
        path = _path(node)
        if path:
            yield path
        else:
            left += node.iter_child_nodes()


def _path(node: nodes.Node) -> tuple[str, ...]:
    steps: list[str] = []
    while isinstance(node, nodes.Getattr):
        steps.append(node.attr)
        node = node.node
    if isinstance(node, nodes.Name):
        return (node.name, *reversed(steps))
    return ()


def _unknown(path: tuple[str, ...]) -> str:
    """Say what is wrong with a dotted name; nothing if it exists."""
    known: Iterable[str] = _names(Context)
    for number, step in enumerate(path):
        if step not in known:
            name, before = ".".join(path[: number + 1]), ".".join(path[:number])
            if not known:
                return f"There is no {name!r}: {before!r} has no parts."
            hint = advice(step, known)
            return f"There is no {name!r} in templates.{hint}"
        known = _PARTS.get(path[: number + 1], ())
    if path in _PARTS:
        return f"{'.'.join(path)!r} has parts; say which: {', '.join(sorted(_PARTS[path]))}."
    return ""


@lru_cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


_PARTS: Mapping[tuple[str, ...], Iterable[str]] = {
    ("heard",): _FACETS,
    **{(name,): _names(hint) for name, hint in get_type_hints(Context).items() if hint in {Sold, Someone}},
}


class _UnsayableError(Exception):
    """A value that nobody can say."""


def _sayable(value: object) -> str:
    """Make a value fit to be said. Raises _UnsayableError for what is not known, or is no word or number."""
    if value is None:
        raise _UnsayableError("It says a value that is not known. Ask for it with `if` first.")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise _UnsayableError("It says something that is neither words nor a number.")
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


@lru_cache
def _environment() -> _Environment:
    # No autoescape: what is said is no HTML; screens take it as plain text.
    environment = _Environment(undefined=StrictUndefined, finalize=_sayable, cache_size=0, autoescape=False)
    environment.filters.clear()
    environment.filters.update(FILTERS)
    environment.tests.clear()
    environment.globals.clear()
    return environment


def _sentence(text: str | None) -> str:
    return f"{(text or 'no reason given').rstrip('.')}."


def _error(source: str, message: str) -> DialogueError:
    shown = source if len(source) <= 80 else source[:79] + "…"
    return DialogueError(
        f"These words cannot be said: {shown!r}. {message}", "`cuebook check` tells the file and the line."
    )
