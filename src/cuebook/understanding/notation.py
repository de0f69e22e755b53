"""A lexicon's YAML as plain values, made straight from the parser's events.

A language holds thousands of words, and the first line waits for them: without yaml's tree of nodes in between,
each with its two marks, they are there in half the time.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)


class _Words(yaml.CSafeLoader):
    """The C loader, for words: `no`, `yes` and `on` are words here, as in YAML 1.2, not truth values."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_WORD = "tag:yaml.org,2002:str"
_NOT_ONLY_WORDS = frozenset(first for first, resolvers in _Words.yaml_implicit_resolvers.items() if resolvers)
"""What may begin a plain scalar that is no word: digits, signs, '~' and the 'n' of null; '' is null."""


def parsed(text: str) -> Any:
    """Give what `text` says in YAML, without aliases and tags, which no lexicon has.

    Raises yaml.YAMLError where it is none, or has some of those.
    """
    parser = _Words(text)
    try:
        _expect(parser, StreamStartEvent)
        _expect(parser, DocumentStartEvent)
        value = _value(parser, parser.get_event())
        _expect(parser, DocumentEndEvent)
        _expect(parser, StreamEndEvent)
    finally:
        parser.dispose()
    return value


def _expect(parser: _Words, kind: type[Event]) -> None:
    event = parser.get_event()
    if type(event) is not kind:
        raise _refused("not one document of words", event)


def _value(parser: _Words, event: Event | None) -> Any:
    if isinstance(event, ScalarEvent):
        return _scalar(parser, event)
    if isinstance(event, MappingStartEvent) and event.tag is None:
        mapping: dict[Any, Any] = {}
        while not isinstance(key := parser.get_event(), MappingEndEvent):
            if not isinstance(key, ScalarEvent):
                raise _refused("a key that is no word", key)
            mapping[_scalar(parser, key)] = _value(parser, parser.get_event())
        return mapping
    if isinstance(event, SequenceStartEvent) and event.tag is None:
        items: list[Any] = []
        while not isinstance(inner := parser.get_event(), SequenceEndEvent):
            items.append(_scalar(parser, inner) if isinstance(inner, ScalarEvent) else _value(parser, inner))
        return items
    raise _refused("aliases and tags are not read", event)


def _scalar(parser: _Words, event: ScalarEvent) -> Any:
    text: str = event.value
    if event.tag is not None:
        raise _refused("tags are not read", event)
    if not event.implicit[0] or text[:1] not in _NOT_ONLY_WORDS:
        return text
    tag = parser.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # of yaml's stubs
    return text if tag == _WORD else parser.construct_object(yaml.ScalarNode(tag, text))


def _refused(why: str, event: Event | None) -> yaml.YAMLError:
    mark = None if event is None else event.start_mark
    return yaml.constructor.ConstructorError(None, None, f"{why} in a lexicon", mark)  # type: ignore[arg-type]
