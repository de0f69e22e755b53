"""What the check learns of a template without rendering it."""

from __future__ import annotations

from cuebook.dialogue.templates import complaints_of, names_of


def test_names_are_told_once_and_dotted() -> None:
    template = "{% if lead.name and left > 1 %}{{ lead.name }}{% endif %} {{ product.topic | upper_first }}"
    assert sorted(names_of(template)) == ["lead.name", "left", "product.topic"]


def test_plain_words_ask_for_nothing() -> None:
    assert names_of("How is it?") == ()
    assert complaints_of("How is it?") == ()


def test_all_unknown_names_are_told_at_once() -> None:
    complaints = complaints_of("{{ lead.nam }} {{ heard.mony }} {{ lead.nam }}")
    assert [complaint.code for complaint in complaints] == ["CUE405", "CUE405"]


def test_forbidden_parts_are_told_before_names() -> None:
    assert {complaint.code for complaint in complaints_of("{{ a + b }}")} == {"CUE404"}
