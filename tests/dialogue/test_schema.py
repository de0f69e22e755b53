"""The schemas that editors use are those of the classes, and the shipped files keep to them."""

from __future__ import annotations

import json

import jsonschema
import pytest

from cuebook import paths
from cuebook.dialogue import layout
from cuebook.dialogue.schema import schemas
from cuebook.dialogue.source import read

FILES = [file for file in layout.files(paths.shipped()) if file.kind]


def test_the_schemas_in_the_repository_are_those_of_the_classes() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in paths.shipped().glob("*.schema.json")}
    assert written == schemas(), "run scripts/schemas"


@pytest.mark.parametrize("text", schemas().values(), ids=schemas())
def test_each_is_a_json_schema(text: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.path.relative_to(paths.shipped())))
def test_a_shipped_file_names_its_schema_and_keeps_to_it(file: layout.File) -> None:
    assert file.kind is not None
    source = read(file.path)
    named = source.first_line.removeprefix("# yaml-language-server: $schema=")
    schema = (file.path.parent / named).resolve()
    assert schema == (paths.shipped() / layout.schema(file.kind)).resolve()
    jsonschema.validate(source.value, json.loads(schema.read_text()), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("product", {"product": "a", "price": {"amount": 1, "currency": "EUR"}, "horizon_months": 0}),
        ("objections", {"objections": {"Bad Name": {"class": "reflex"}}}),
        ("words-labels", {"outcomes": {"lost": {"nme": "Lost"}}}),
        ("words-labels", {"levels": {"planet": "Planet"}}),
    ],
)
def test_a_schema_refuses_what_the_loader_refuses(kind: layout.Kind, value: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, json.loads(schemas()[layout.schema(kind)]), jsonschema.Draft202012Validator)
