"""Every line of the personas is read as it is meant, and what an author forgets is told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

from cuebook import paths
from cuebook.dialogue.model import Dialogues, Facet
from cuebook.dialogue.personas import Personas
from cuebook.practice.proofreading import proofread


def test_every_line_of_the_shipped_personas_is_read_as_it_is_meant() -> None:
    assert [str(fault) for fault in proofread([paths.shipped()])] == []


def test_there_are_a_dozen_personas_and_each_part_is_among_them(personas: Personas) -> None:
    assert len(personas.worded("en")) >= 12
    parts = {persona.part for persona in personas.personas.values()}
    assert parts == {"decides", "influences", "saboteur", "user", "gatekeeper"}


def test_what_anybody_tells_can_be_told_in_three_ways_and_cut_short_in_two(
    personas: Personas, dialogues: Dialogues
) -> None:
    talk = personas.words["en"]
    for name, persona in personas.personas.items():
        for product in dialogues.products:
            words = talk.spoken_by(name, product)
            for facet in get_args(Facet):
                sayings = talk.sayings(product, facet, persona.stands(facet), words)
                assert sayings is not None, (name, product, facet)
                assert len(set(sayings.telling)) >= 3, (name, product, facet)
                assert len(set(sayings.short)) >= 2, (name, product, facet)


def test_a_fault_of_a_line_that_many_say_is_told_once(tmp_path: Path) -> None:
    shutil.copytree(paths.shipped() / "personas", tmp_path / "personas")
    words = tmp_path / "words" / "en" / "personas.yaml"
    words.parent.mkdir(parents=True)
    text = (paths.shipped() / "words" / "en" / "personas.yaml").read_text(encoding="utf-8")
    words.write_text(text.replace("Two other suppliers have sent us offers.", "We have no problems."), "utf-8")
    faults = proofread([tmp_path, paths.shipped()])
    assert [fault.code for fault in faults] == ["CUE705"]
    assert "asked about competition: 'We have no problems.'" in faults[0].message
