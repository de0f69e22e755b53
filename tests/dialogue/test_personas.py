"""Personas as they are written: loaded from folders laid over each other, each fault told, and never raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from cuebook import paths
from cuebook.dialogue.personas import AtHome, PersonaWords, Sayings, TalkWords, filled, load_personas

PERSONA = """# yaml-language-server: $schema=../persona.schema.json
persona: hurried
part: user
truth: {need: confirmed}
temper: {patience: 5, openness: 5, trust: 5}
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    up, kind = ("../", "persona") if "personas/" in name else ("../../", f"words-{path.stem}")
    path.write_text(f"# yaml-language-server: $schema={up}{kind}.schema.json\n{text}", encoding="utf-8")
    return path


def test_the_first_folder_wins_for_a_whole_persona_and_entry_by_entry_for_words(tmp_path: Path) -> None:
    written(tmp_path, "personas/hurried.yaml", PERSONA)
    written(
        tmp_path,
        "words/en/personas.yaml",
        'personas:\n  user: {name: Kim Lund, about: "Somebody else."}\nreactions:\n  lost: ["What?"]\n',
    )
    ours, shipped = load_personas([tmp_path, paths.shipped()]), load_personas([paths.shipped()])
    assert ours.faults == ()
    assert ours.personas["hurried"].part == "user"
    assert ours.personas["suspicious"] == shipped.personas["suspicious"]
    assert ours.words["en"].personas["user"].name == "Kim Lund"
    assert ours.words["en"].personas["hurried"] == shipped.words["en"].personas["hurried"]
    assert ours.words["en"].reactions["lost"] == ("What?",)
    assert ours.words["en"].private == shipped.words["en"].private


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("personas/other.yaml", PERSONA, "CUE207"),
        ("personas/hurried.yaml", PERSONA.replace("need", "needs"), "CUE201"),
        ("personas/hurried.yaml", PERSONA.replace("patience: 5", "patience: 90"), "CUE205"),
        ("words/en/personas.yaml", 'reactions: {lost: ["{{ nobody }}?"]}\n', "CUE405"),
        ("words/en/personas.yaml", 'reactions: {lost: ["{% if me %}?{% endif %}"]}\n', "CUE404"),
        ("words/en/practice.yaml", "checks: {charm: {name: Charm}}\n", "CUE202"),
    ],
)
def test_what_has_faults_is_left_out_and_told(tmp_path: Path, file: str, text: str, code: str) -> None:
    path = written(tmp_path, file, text)
    ours, shipped = load_personas([tmp_path, paths.shipped()]), load_personas([paths.shipped()])
    assert {(fault.path, fault.code) for fault in ours.faults} == {(str(path), code)}
    assert (ours.personas, ours.words, ours.checks) == (shipped.personas, shipped.words, shipped.checks)


def test_a_folder_that_is_not_there_is_no_matter_here(tmp_path: Path) -> None:
    assert load_personas([tmp_path / "nowhere"]).personas == {}


def test_answers_are_looked_for_nearest_first() -> None:
    def said(text: str) -> Sayings:
        return Sayings(telling=(text,), short=(text,))

    talk = TalkWords(
        private=("insurance",),
        answers={"need": {"confirmed": said("to all")}},
        at_home={"need": {"confirmed": said("at home")}},
        products={"savings": {"need": {"confirmed": said("about savings")}}},
    )
    own = PersonaWords(name="Kim", about="-", answers={"need": said("my own")})
    assert talk.sayings("savings", "need", "confirmed", own) == said("my own")
    assert talk.sayings("savings", "need", "confirmed") == said("about savings")
    assert talk.sayings("insurance", "need", "confirmed") == said("at home")
    assert talk.sayings("copiers", "need", "confirmed") == said("to all")
    assert talk.sayings("copiers", "need", "negative") is None


def test_at_home_they_are_somebody_else_s_husband_and_nobody_s_manager() -> None:
    words = PersonaWords(
        name="Kim",
        role="manager",
        company="Lund AS",
        about="At work.",
        decider="the board",
        at_home=AtHome(about="At home.", decider="my wife"),
    )
    at_home = words.sold_to_people()
    assert (at_home.role, at_home.company, at_home.about, at_home.decider) == (None, None, "At home.", "my wife")


def test_names_are_filled_in_and_one_that_is_not_known_is_left_out() -> None:
    assert filled("We start in {{ start }}, {{ me }}.", {"start": "May"}) == "We start in May, ."
    known = {"decider": "my boss"}
    assert filled("{{ decider }} decides. {{ decider }} signs.", known) == "My boss decides. My boss signs."
    assert filled("I ask {{ decider }}.", known) == "I ask my boss."


def test_whether_they_fit_the_profile_is_said_once() -> None:
    personas = load_personas([paths.shipped()]).personas
    assert personas["tyre-kicker"].stands("profile") == "negative"
    assert personas["hurried"].stands("profile") == "confirmed"
