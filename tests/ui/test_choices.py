"""What is offered before a call: only what a call can be held with."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.desk_fakes import dialogues as made

from cuebook.dialogue.model import Criterion, Depths, Dialogues
from cuebook.ui import choices


def test_everything_usable_is_offered_by_its_name() -> None:
    known = made()
    assert choices.languages(known) == (("en", "English"), ("nb", "Norsk bokmål"))
    assert choices.frameworks(known, "en") == (("bant", "BANT"), ("champ", "CHAMP/C&I"))
    assert choices.products(known, "nb") == (("copier-leasing", "copier-leasing (nb)"),)


def test_every_shipped_framework_and_product_can_be_chosen_in_english(dialogues: Dialogues) -> None:
    assert [name for name, _ in choices.frameworks(dialogues, "en")] == list(dialogues.flows)
    assert [name for name, _ in choices.products(dialogues, "en")] == list(dialogues.products)


def test_a_language_without_a_name_is_shown_by_its_code() -> None:
    assert choices.languages(made(languages=("et",))) == (("et", "et"),)


def test_a_framework_that_lacks_words_in_a_language_is_not_offered_in_it() -> None:
    known = made()
    longer = replace(known.flows["champ"], criteria={"money": Criterion(facet="money", level="stakeholder")})
    known = replace(known, flows={**known.flows, "champ": longer})
    assert choices.frameworks(known, "en") == (("bant", "BANT"),)


def test_a_language_with_nothing_to_sell_or_to_ask_is_not_offered() -> None:
    assert choices.languages(made(products=())) == ()
    assert choices.languages(made(frameworks=())) == ()
    assert choices.frameworks(made(), "xx") == ()
    assert choices.products(made(), "xx") == ()


def test_the_depths_tell_how_many_questions_there_are() -> None:
    known = made(frameworks=("bant",))
    short = replace(known.flows["bant"], depths=Depths(cold=1, discovery=9))
    assert choices.depths(replace(known, flows={"bant": short}), "bant") == (
        ("discovery", "Discovery: up to 9 questions"),
        ("cold", "Cold: up to 1 question"),
    )
    assert choices.depths(known, None) == ()
