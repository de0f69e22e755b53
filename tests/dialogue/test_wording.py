"""What is known, put into words: safe, tidy, and an error that can be understood where it fails."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook.dialogue.context import Context, Sold, Someone
from cuebook.dialogue.wording import render
from cuebook.errors import DialogueError

SOLD = Sold(
    name="Copier leasing", topic="copying", purpose="we lease copiers", price="899 euros", fact="It is so."
)
ANNA = Context(product=SOLD, lead=Someone(name="Anna Berg", first_name="Anna"), left=2, heard={"need": "it jams"})


def test_names_are_put_into_the_words() -> None:
    assert render("How is {{ product.topic }}, {{ lead.first_name }}?", ANNA) == "How is copying, Anna?"


def test_what_is_not_known_is_asked_for_with_if() -> None:
    greeting = "Hello{% if rep.name %}, this is {{ rep.name }}{% endif %}."
    assert render(greeting, ANNA) == "Hello."


def test_what_was_heard_is_there_by_facet() -> None:
    recap = (
        "{% if heard.need %}You said {{ heard.need }}.{% endif %}{% if heard.money %}{{ heard.money }}{% endif %}"
    )
    assert render(recap, ANNA) == "You said it jams."


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ left }} more", "2 more"),
        ("{% if left == 1 %}one{% elif left > 1 and not decider %}some{% else %}none{% endif %}", "some"),
        ("{{ lead.company if lead.company else 'your company' }}", "your company"),
        ("{{ product.topic | upper_first }} first", "Copying first"),
        ("{{ lead.first_name | lower_first }}", "anna"),
        ("a {# a remark #} b", "a b"),
        ("{% raw %}{{ left }}{% endraw %}", "{{ left }}"),
    ],
)
def test_what_templates_know(template: str, said: str) -> None:
    assert render(template, ANNA) == said


@pytest.mark.parametrize("template", ["  How   is\tit? ", "{% if left %}  How   is it?  {% endif %}"])
def test_blanks_are_tidied_with_and_without_a_template(template: str) -> None:
    assert render(template, ANNA) == "How is it?"


def test_paragraphs_stay() -> None:
    assert render("One. \n\nTwo.", ANNA) == "One.\n\nTwo."


@given(st.text(max_size=80))
def test_a_value_is_never_read_as_a_template(name: str) -> None:
    context = Context(product=SOLD, lead=Someone(name=f"x{{{{ left }}}}{name}x"))
    assert " ".join(render("{{ lead.name }}", context).split()) == " ".join(f"x{{{{ left }}}}{name}x".split())


def test_a_long_value_is_cut() -> None:
    said = render("{{ lead.name }}.", Context(product=SOLD, lead=Someone(name="A" * 10_000)))
    assert len(said) == 401
    assert said.endswith("….")


WRONG = {
    "a name that is not there": ("{{ lead.nam }}", "Did you mean 'name'?"),
    "a name that is not known": ("{{ lead.company }}", "Ask for it with `if` first."),
    "a facet that is not there": ("{{ heard.items }}", "There is no 'heard.items'"),
    "a whole person": ("{{ lead }}", "say which: company"),
    "a part of a text": ("{{ lead.name.upper }}", "'lead.name' has no parts"),
    "a truth": ("{{ left > 1 }}", "neither words nor a number"),
    "an unknown compared": ("{% if decider > 3 %}x{% endif %}", "not supported between"),
    "an open brace": ("Hello {{ lead.name", "cannot be read"),
    "a filter of jinja2": ("{{ lead.name | center(1000000000) }}", "There is no filter 'center'"),
    "a filter with brackets": ("{{ lead.name | upper_first(3) }}", "takes nothing in brackets"),
    "a private name": ("{{ lead.__class__ }}", "cannot look up '__class__'"),
    "an attribute of a text": ("{{ 'x'.format }}", "cannot look up 'format'"),
    "work": ("{{ 'a' * 1000000000 }}", "no calculations"),
    "formatting": ("{{ '%1000000000d' % 1 }}", "no calculations"),
    "a call": ("{{ product.topic.upper() }}", "no `call`"),
    "a loop": ("{% for x in heard %}{{ x }}{% endfor %}", "no `for`"),
    "a macro": ("{% macro a() %}{% endmacro %}", "no `macro`"),
    "an inclusion": ("{% include '/etc/passwd' %}", "no `include`"),
    "an import": ("{% import 'os' as os %}", "no `import`"),
    "an assignment": ("{% set a = 1 %}", "no `assign`"),
    "a subscript": ("{{ heard['need'] }}", "no `getitem`"),
    "a list": ("{{ [1, 2] }}", "no `list`"),
    "joining": ("{{ 'a' ~ 'b' }}", "no `concat`"),
    "a test": ("{{ left is defined }}", "no `test`"),
    "a global of jinja2": ("{{ lipsum }}", "There is no 'lipsum'"),
    "brackets in brackets": ("{{ " + "(" * 1900 + "left" + ")" * 1900 + " }}", "nested too deeply"),
    "not not not": ("{{ " + "not " * 900 + "left }}", "nested too deeply"),
    "names without end": ("{{ lead" + ".name" * 700 + " }}", "nested too deeply"),
    "if in if": ("{% if left %}" * 120 + "x" + "{% endif %}" * 120, "nested too deeply"),
    "a novel": ("{{ left }}" * 1_000, "over 4000 characters"),
}


@pytest.mark.parametrize(("template", "reason"), WRONG.values(), ids=WRONG)
def test_what_templates_may_not_is_refused_soon_and_said(template: str, reason: str) -> None:
    start = time.perf_counter()
    with pytest.raises(DialogueError) as caught:
        render(template, ANNA)
    assert time.perf_counter() - start < 1
    assert reason in caught.value.message
    assert caught.value.hint


@given(st.text(alphabet="{}%# leadif.n_ho()|*+'\"0x[]~-", max_size=60))
def test_no_soup_of_template_signs_raises_anything_else(template: str) -> None:
    with suppress(DialogueError):
        assert isinstance(render(template, ANNA), str)


def test_words_without_a_template_need_no_jinja2() -> None:
    program = (
        "import sys\n"
        "from cuebook.dialogue.context import Context, Sold\n"
        "from cuebook.dialogue.wording import render\n"
        f"sold = Sold({', '.join(f'{field.name}={field.name!r}' for field in fields(Sold))})\n"
        "print(render('How is it?', Context(product=sold)), 'jinja2' in sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ran.stdout == "How is it? False\n"
