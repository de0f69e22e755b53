"""Every way in which a template can turn out is tried."""

from __future__ import annotations

from cuebook.dialogue.context import Sold
from cuebook.dialogue.trial import trial


def test_plain_words_say_themselves() -> None:
    assert trial("How is it?").said == ("How is it?",)


def test_each_thing_is_tried_known_and_not_known() -> None:
    tried = trial("{% if decider %}With {{ decider }}{% else %}Alone{% endif %}{% if source %}, hm{% endif %}?")
    assert tried.complaints == ()
    assert sorted(tried.said) == ["Alone, hm?", "Alone?", "With Per Dahl, hm?", "With Per Dahl?"]


def test_a_value_that_is_unknown_in_one_case_only_is_found() -> None:
    tried = trial("{% if decider and source %}{{ lead.name }}{% else %}x{% endif %}")
    assert [complaint.code for complaint in tried.complaints] == ["CUE406"]
    assert "lead.name is not known" in tried.complaints[0].message


def test_every_product_is_tried() -> None:
    products = [
        Sold(name="a", topic=topic, purpose="b", price="c", fact="d") for topic in ("copying", "staying dry")
    ]
    assert trial("How is {{ product.topic }}?", products).said == ("How is copying?", "How is staying dry?")


def test_few_and_many_questions_left_are_tried() -> None:
    assert trial("{% if left > 1 %}{{ left }}{% elif left == 1 %}one{% else %}none{% endif %}").said == (
        "3",
        "one",
        "none",
    )


def test_many_names_are_tried_alone() -> None:
    facets = ("need", "money", "authority", "timing", "interest", "competition", "goals", "plans", "metrics")
    template = "x" + "".join(f"{{% if heard.{facet} %}}, {{{{ heard.{facet} }}}}{{% endif %}}" for facet in facets)
    assert trial(template).complaints == ()
    broken = template + "{% if heard.plans and not heard.need %}{{ heard.need }}{% endif %}"
    assert [complaint.code for complaint in trial(broken).complaints] == ["CUE406"]
