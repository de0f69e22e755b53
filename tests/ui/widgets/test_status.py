"""The STATUS panel: every criterion always, the rest as there is room, in an order that is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.factories import BANT, stands, status

from cuebook.dialogue.model import Dialogues
from cuebook.qualification.fit import Fit, Reason
from cuebook.qualification.status import STANDINGS, Glance, Status
from cuebook.ui.widgets.status import compact_rows, headline, status_rows
from cuebook.understanding.reading import Amount, Reading

FULL = replace(
    status(
        {
            "need": stands("confirmed", "jams every week", 2),
            "budget": stands("negative", "no money", 4, contradicts="50 000 is fine"),
            "timeline": stands("partial", by_rep=True, turn=3),
        },
        verdict="nurture",
        decided_by="budget",
        because="no money",
    ),
    also={"champ": Glance("CHAMP", "incomplete", 2, 4), "faint": Glance("FAINT", "incomplete", 1, 5)},
)
FITS = (
    Fit("copier-leasing", "confirmed", (Reason("employees", 40.0, True),)),
    Fit("education-savings", "negative", (Reason("children", "none", False),)),
)


def drawn(given_status: Status, dialogues: Dialogues, width: int = 40, height: int = 40) -> list[str]:
    return [row.plain for row in status_rows(given_status, dialogues.words["en"], width, height, {}, FITS)]


def test_with_room_everything_is_shown(dialogues: Dialogues) -> None:
    assert drawn(FULL, dialogues) == [
        "● Need          confirmed",
        '  "jams every week"',
        "○ Authority     unknown",
        "✗ Budget        no",
        '  "no money"',
        '  earlier: "50 000 is fine"',
        "◐ Timeline      partly, you",
        'because Budget: "no money"',
        "levels ─────────────────────────────────",
        "○ Company       unknown",
        "○ Opportunity   unknown",
        "○ Person        unknown",
        "fit ────────────────────────────────────",
        "Copier leasing    ▇▇▇▇ 40 people",
        "✗ Education savings: no children",
        "also CHAMP ○ 2/4  FAINT ○ 1/5",
    ]


def test_on_a_usual_screen_the_quotes_are_short_and_the_rest_has_a_row_each(dialogues: Dialogues) -> None:
    assert drawn(FULL, dialogues, width=28, height=11) == [
        '● Need        "jams every w…',
        "○ Authority   unknown",
        '✗ Budget      "no money"',
        '  earlier: "50 000 is fine"',
        "◐ Timeline    partly, you",
        'because Budget: "no money"',
        "levels ─────────────────────",
        "○ Company  ○ Opportunity",
        "○ Person",
        "Copier leas… ▇▇▇▇ 40 people",
        "also CHAMP ○ 2/4 …",
    ]


def test_the_frameworks_nearest_to_qualified_are_named_first(dialogues: Dialogues) -> None:
    also = {
        "anum": Glance("ANUM", "disqualified", 3, 4),
        "champ": Glance("CHAMP", "incomplete", 1, 4),
        "faint": Glance("FAINT", "callback", 4, 5),
        "gpct": Glance("GPCT", "qualified", 2, 4),
    }
    rows = drawn(replace(FULL, also=also), dialogues, width=60)
    assert rows[-1] == "also GPCT ● 2/4  FAINT ◐ 4/5  CHAMP ○ 1/4  ANUM ✗ 3/4"
    assert drawn(replace(FULL, also=also), dialogues, width=20)[-2:] == ["     CHAMP ○ 1/4", "     ANUM ✗ 3/4"]


@pytest.mark.parametrize("height", range(4, 13))
def test_every_criterion_has_its_row_and_contradictions_go_last(dialogues: Dialogues, height: int) -> None:
    rows = drawn(FULL, dialogues, height=height)
    assert len(rows) <= height
    assert [row[2:6] for row in rows if row[0] in "●◐○✗" and "  ○" not in row] == ["Need", "Auth", "Budg", "Time"]
    assert any("earlier" in row for row in rows) is (height >= 5)


def test_with_less_than_a_row_each_they_share_rows(dialogues: Dialogues) -> None:
    assert drawn(FULL, dialogues, width=24, height=2) == ["● Need  ○ Authority", "✗ Budget  ◐ Timeline"]
    assert [row.plain for row in compact_rows(FULL, dialogues.words["en"], 60)] == [
        "● Need  ○ Authority  ✗ Budget  ◐ Timeline"
    ]


def test_a_quote_has_its_value_beside_it(dialogues: Dialogues) -> None:
    reading = Reading("50k", "en", amounts=(Amount(50_000, 50_000, "EUR", None, (0, 3)),))
    held = status({"budget": stands("confirmed", "50k", 1)})
    rows = [row.plain for row in status_rows(held, dialogues.words["en"], 40, 20, {1: reading})]
    assert rows[3:5] == ['  "50k"', "  = 50\N{NO-BREAK SPACE}000 EUR"]


def test_the_headline_tells_the_verdict_and_its_day(dialogues: Dialogues) -> None:
    words = dialogues.words["en"]
    assert headline(status(), words) == "Not finished 0/4"
    assert headline(status(verdict="callback", on=date(2027, 5, 1)), words) == "Call back 0/4 · 2027-05-01"


@given(
    st.lists(st.sampled_from(STANDINGS), min_size=4, max_size=4),
    st.text(max_size=80),
    st.integers(6, 60),
    st.integers(1, 30),
)
def test_whatever_is_quoted_fits(
    dialogues: Dialogues, standings: list[str], quote: str, width: int, height: int
) -> None:
    held = status(
        {
            name: stands(standing, quote, n, contradicts=quote)  # type: ignore[arg-type]  # drawn from STANDINGS
            for n, (name, standing) in enumerate(zip(BANT, standings, strict=True))
        },
        decided_by="need",
        because=quote,
    )
    rows = drawn(held, dialogues, width, height)
    assert len(rows) <= height
    assert all(cell_len(row) <= width for row in rows)
