"""What people and programs are told about the best customers."""

from __future__ import annotations

import json

from tests.leads.customers import Table, counted, customers

from cuebook.leads.best import who_is_best
from cuebook.leads.columns import columns
from cuebook.leads.mining import Mined, mine
from cuebook.leads.telling import as_object, lines


def mined(table: Table) -> Mined:
    made = columns(*table)
    return mine(made, who_is_best(made, "best"))


def told(table: Table) -> str:
    return "\n".join(lines(mined(table)))


def test_a_trait_is_told_in_plain_words_with_its_interval() -> None:
    text = told(counted([("own", 19), ("rent", 5)], [("own", 51), ("rent", 89)]))
    assert "24 customers, and 140 others" in text
    assert "1. trait: own\n" in text
    sentence = "Of 24 best customers 19 (79 %); of 140 others 51 (36 %). 2.2 times as common (1.6 to 2.9)."
    assert sentence in text


def test_a_trait_that_none_of_the_others_have_is_at_least_so_common() -> None:
    text = told(counted([("boat", 10), ("car", 10)], [("car", 80)]))
    assert "of 80 others none (0 %). At least 5.0 times as common." in text


def test_a_trait_that_none_of_the_best_have_is_at_most_so_common() -> None:
    text = told(counted([("a", 20), ("b", 20)], [("c", 60), ("a", 30), ("b", 30)]))
    assert "trait: c\n     Of 40 best customers none (0 %); of 120 others 60 (50 %). At most 0.39 times" in text


def test_what_was_not_looked_at_and_what_may_be_chance_is_named() -> None:
    text = told(customers(5))
    assert "Not looked at: number (numbered through); name (nearly everybody has another value)." in text
    assert "May be chance: " in text
    assert "and " in text.rpartition("May be chance")[2]


def test_of_too_few_nothing_more_is_told() -> None:
    text = told(counted([("own", 3)], [("rent", 40)]))
    assert text.endswith("Too few to tell: it takes 8 best customers and 8 others.")


def test_those_of_whom_nothing_is_known_are_told() -> None:
    header, rows = counted([("own", 19), ("rent", 5)], [("own", 51), ("rent", 89)])
    assert "\n3 more are not counted" in told((header, [*rows, ["", "own"], ["", "own"], ["?", "own"]]))


def test_programs_get_all_that_was_counted() -> None:
    found = json.loads(json.dumps(as_object(mined(counted([("boat", 10), ("car", 10)], [("car", 80)])))))
    assert found["best"] == {"column": "best", "said": "'best' is 'yes'", "best": 20, "others": 80, "unknown": 0}
    (trait,) = found["traits"]
    assert (trait["column"], trait["kind"], trait["value"], trait["finding"]) == ("trait", "is", "boat", "telling")
    assert (trait["best_with"], trait["best_of"], trait["rest_with"], trait["rest_of"]) == (10, 20, 0, 80)
    assert (trait["best_share"], trait["rest_share"], trait["lift"]) == (0.5, 0, None)
    assert trait["lift_interval"][0] > 1
    assert trait["difference_interval"][0] > 0
    assert 0 < trait["chance"] <= trait["false_discovery_rate"] < 0.05


def test_nothing_that_is_told_can_do_harm() -> None:
    evil = "\x1b[2J[bold red]\u202e\n=cmd|' /C calc'!A0\x00"
    header, rows = counted([(evil, 19), ("rent", 5)], [(evil, 51), ("rent", 89)])
    found = mined((["best", evil * 100], rows))
    text = "\n".join(lines(found))
    assert found.telling
    assert all(line.isprintable() for line in text.split("\n"))
    assert max(map(len, text.split("\n"))) < 200
    assert header == ["best", "trait"]
