"""What reps deny most is counted by what was understood from which words."""

from __future__ import annotations

from cuebook.journal.rows import DenialRow
from cuebook.reports.denied import Denied, lines, most_denied


def row(value: str, words: str, instead: str | None = None, **more: str) -> DenialRow:
    given = {"call": "1", "language": "en", "signal": "signs", **more}
    return DenialRow(line=1, value=value, words=words, instead=instead, **given)


def test_the_same_words_for_the_same_thing_are_counted_together_the_most_frequent_first() -> None:
    found = most_denied(
        [
            row("need", "Jams"),
            row("money", "cost", "need"),
            row("need", "jams", "competition"),
            row("need", "jams", "interest"),
            row("need", "jams", "interest"),
            row("need", "jams", language="nb"),
        ]
    )
    assert found == (
        Denied("en", "signs", "need", "Jams", 4, ("interest", "competition")),
        Denied("en", "signs", "money", "cost", 1, ("need",)),
        Denied("nb", "signs", "need", "jams", 1),
    )


def test_they_are_shown_in_columns_on_one_line_each() -> None:
    shown = list(lines(most_denied([row("need", "we\nhave  jams " + "x" * 60), row("money", "cost", "need")])))
    assert shown[0].split() == ["TIMES", "LANGUAGE", "READING", "UNDERSTOOD", "WORDS", "MEANT"]
    assert len(shown) == 3
    assert shown[1].rstrip().endswith("cost                                      need")
    assert "we have jams xxx" in shown[2]
    assert shown[2].endswith("…  -")
