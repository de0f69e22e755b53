"""What is offered before a call: only what a call can be held with."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.desk_fakes import dialogues

from cuebook.dialogue.model import Criterion, Depths
from cuebook.ui import choices


def test_everything_usable_is_offered_by_its_name() -> None:
    known = dialogues()
    assert choices.languages(known) == (("en", "English"), ("nb", "Norsk bokmål"))
    assert choices.frameworks(known, "en") == (("bant", "BANT"), ("champ", "CHAMP"))
    assert choices.products(known, "nb") == (("copier-leasing", "copier-leasing (nb)"),)


def test_a_language_without_a_name_is_shown_by_its_code() -> None:
    assert choices.languages(dialogues(languages=("et",))) == (("et", "et"),)


def test_a_framework_that_lacks_words_in_a_language_is_not_offered_in_it() -> None:
    known = dialogues()
    longer = replace(known.flows["champ"], criteria={"money": Criterion(facet="money", level="stakeholder")})
    known = replace(known, flows={**known.flows, "champ": longer})
    assert choices.frameworks(known, "en") == (("bant", "BANT"),)


def test_a_language_with_nothing_to_sell_or_to_ask_is_not_offered() -> None:
    assert choices.languages(dialogues(products=())) == ()
    assert choices.languages(dialogues(frameworks=())) == ()
    assert choices.frameworks(dialogues(), "xx") == ()
    assert choices.products(dialogues(), "xx") == ()


def test_the_depths_tell_how_many_questions_there_are() -> None:
    known = dialogues(frameworks=("bant",))
    short = replace(known.flows["bant"], depths=Depths(cold=1, discovery=9))
    assert choices.depths(replace(known, flows={"bant": short}), "bant") == (
        ("discovery", "Discovery: up to 9 questions"),
        ("cold", "Cold: up to 1 question"),
    )
    assert choices.depths(known, None) == ()
