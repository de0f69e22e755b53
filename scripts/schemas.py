"""Writes the JSON schemas of the dialogue files into dialogues/. Run it after a change of their classes."""

from argparse import ArgumentParser

from cuebook.dialogue.schema import schemas
from cuebook.paths import shipped

ArgumentParser(prog="scripts/schemas", description=__doc__).parse_args()
for name, text in schemas().items():
    (shipped() / name).write_text(text, encoding="utf-8")
    print(name)
