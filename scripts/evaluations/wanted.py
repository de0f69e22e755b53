"""What is wanted of each figure at the least, what false alarms may come to, and what simple approaches reach."""

from __future__ import annotations

from collections.abc import Mapping

WANTED: Mapping[str, float] = {
    "question.annomi.accuracy": 0.77,
    "question.form.en": 0.96,
    "question.form.nb": 0.97,
    "question.form.sv": 0.97,
    "question.form.pl": 0.95,
    "question.form.bg": 0.97,
    "question.form.fa": 0.94,
    "stance.swda": 0.72,
    "stance.rasa": 0.92,
    "stance.recognizers": 0.95,
    "money.duckling_en": 0.97,
    "money.duckling_nb": 0.97,
    "money.duckling_sv": 0.97,
    "money.duckling_bg": 0.97,
    "money.rasa_budgets": 0.93,
    "money.recognizers_en": 0.90,
    "money.recognizers_sv": 0.88,
    "time.en": 0.85,
    "time.nb": 0.85,
    "time.sv": 0.85,
    "time.pl": 0.80,
    "time.bg": 0.88,
    "time.fa.overlap": 0.80,
    "objection.all.seen": 0.80,
    "objection.all.first": 0.65,
    "objection.all.first_two": 0.75,
    "role.seen": 0.80,
}

AT_MOST: Mapping[str, float] = {
    **{f"time.{language}.false_alarms": 0.05 for language in ("en", "nb", "sv", "pl", "bg")},
    **{f"objection.false_alarms.{rows}": 0.03 for rows in ("swda", "tatoeba", "annomi")},
    "role.false_alarms": 0.05,
}

BASELINES: Mapping[str, str] = {
    "question.annomi.accuracy": ".754 rules; .825 the experts among themselves",
    "question.form.en": ".963",
    "question.form.nb": ".98",
    "question.form.sv": ".98",
    "question.form.pl": ".95",
    "question.form.bg": ".97",
    "question.form.fa": ".67",
    "stance.swda": ".68",
    "stance.rasa": ".90",
    "money.duckling_en": ".88",
    "money.duckling_nb": ".65",
    "money.duckling_sv": ".88",
    "money.duckling_bg": ".82",
    "money.rasa_budgets": ".93",
    "money.recognizers_en": ".84",
    "money.recognizers_sv": ".79",
    "time.en": ".34",
    "time.nb": ".46",
    "time.sv": ".49",
    "time.pl": ".37",
    "time.bg": ".77",
    "time.fa.overlap": ".62",
    "objection.all.seen": ".22, English",
    "objection.all.first": ".17, English",
}
"""Regular expressions and keyword lists, dateparser for the dates: made by others on all of the rows."""
