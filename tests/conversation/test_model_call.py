"""Model calls: read, played, and each of those that are shipped as it says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuebook import paths
from cuebook.checks import misplayed
from cuebook.conversation import moves
from cuebook.conversation.expected import Expected
from cuebook.conversation.model_call import ModelCall, parse, play
from cuebook.dialogue import layout
from cuebook.dialogue.model import Dialogues

SHIPPED = layout.calls(paths.shipped())
HEAD = "framework: bant\nproduct: copier-leasing\ntoday: 2026-11-21\n\n"


def told(call: ModelCall, dialogues: Dialogues) -> list[str]:
    return [str(fault) for fault in play(call, dialogues)]


def test_a_call_is_read_as_it_is_written() -> None:
    call = parse(
        "# What it shows.\n\n"
        "framework: champ\nproduct: copier-leasing\ntoday: 2026-11-21\n"
        "lead: Anna Berg, Nordvik AS\nrep: Kim Lund\ndepth: cold\n\n"
        "Kim: How are you handling copying today?\n"
        "Anna: the thing is: it jams   \n"
        "# a remark\n"
        "  /mark challenges confirmed\n"
        "= challenges confirmed\n",
        "x.call",
    )
    assert call.faults == ()
    assert (call.setup.framework, call.setup.depth, call.setup.language) == ("champ", "cold", "en")
    assert (call.setup.lead.first_name, call.setup.lead.company) == ("Anna", "Nordvik AS")
    assert call.today == date(2026, 11, 21)
    # What the rep says tells the story, and is no move.
    assert [(step.spot, step.does) for step in call.steps] == [
        ((11, 1), moves.Hear("the thing is: it jams")),
        ((13, 3), "mark challenges confirmed"),
        ((14, 1), Expected("challenges", "confirmed")),
    ]


def test_a_call_as_windows_writes_it_is_the_same() -> None:
    text = HEAD + "Anna: sure\n= stage need\n"
    assert parse(text.replace("\n", "\r\n"), "x.call") == parse(text, "x.call")


def test_a_played_call_tells_each_line_that_is_not_so(dialogues: Dialogues) -> None:
    call = parse(
        HEAD + "Anna: sure\n= stage need\n= need confirmed\n/go clothing\n/end\n= stage closing\n", "x.call"
    )
    assert told(call, dialogues) == [
        "x.call:7:1: CUE506 Expected need confirmed, and it is unknown.",
        "x.call:8:1: CUE504 BANT has no criterion 'clothing'. Did you mean 'closing'?",
        "x.call:10:1: CUE506 Expected stage closing, and it is closed.",
    ]


def test_days_are_counted_from_the_day_of_the_call(dialogues: Dialogues) -> None:
    call = parse(HEAD + "Anna: sure\n/go timeline\nAnna: in two weeks\n= timeline confirmed\n", "x.call")
    assert told(call, dialogues) == []


def test_after_a_switch_the_criteria_are_those_of_the_other_framework(dialogues: Dialogues) -> None:
    call = parse(HEAD + "Anna: sure\n/switch champ\n= challenges unknown\n= need unknown\n", "x.call")
    assert [fault.split()[1] for fault in told(call, dialogues)] == ["CUE505"]


@pytest.mark.parametrize(
    ("head", "place", "hint"),
    [
        (HEAD.replace("bant", "bantt"), "1:12", "'bant'"),
        (HEAD.replace("copier-leasing", "copiers"), "2:10", "'copier-leasing'"),
        (HEAD.replace("\n\n", "\nlanguage: xx\n\n"), "4:11", "One of: en"),
    ],
)
def test_what_the_dialogues_do_not_have_is_told_at_the_head(
    dialogues: Dialogues, head: str, place: str, hint: str
) -> None:
    (fault,) = told(parse(head + "= stage opening\n", "x.call"), dialogues)
    assert fault.startswith(f"x.call:{place}: CUE502")
    assert hint in fault


def test_a_call_with_faults_is_not_played(dialogues: Dialogues) -> None:
    call = parse(HEAD + "Anna\n= stage nowhere\n", "x.call")
    assert [fault.split()[1] for fault in told(call, dialogues)] == ["CUE503"]


lines = st.sampled_from(
    ("framework: bant", "product: copier-leasing", "today: 2026-11-21", "depth: cold", "", "#", "Anna: yes",
     "/next", "/end", "= stage need", "= verdict lost on 2026-99-99", ":", "/", "=", " /undo", "/amend 1 no",
     "\u200b: \u200b")
) | st.text(max_size=30)  # fmt: skip


@given(st.lists(lines, max_size=12).map("\n".join))
def test_whatever_is_in_a_file_is_played_or_told(dialogues: Dialogues, text: str) -> None:
    for fault in play(parse(text, "x.call"), dialogues):
        assert fault.code.startswith(("CUE5", "CUE103"))
        assert 1 <= fault.line <= text.count("\n") + 1


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_call_goes_as_it_says(dialogues: Dialogues, path: Path) -> None:
    assert told(parse(path.read_text(encoding="utf-8"), path.name), dialogues) == []


def test_every_framework_has_a_call_that_qualifies_and_one_that_does_not(dialogues: Dialogues) -> None:
    ends: Counter[tuple[str, bool]] = Counter()
    for path in SHIPPED:
        call = parse(path.read_text(encoding="utf-8"), path.name)
        verdicts = [s.does for s in call.steps if isinstance(s.does, Expected) and s.does.about == "verdict"]
        ends[call.setup.framework, verdicts[-1].value == "qualified"] += 1
        assert path.stem.startswith(f"{call.setup.framework}-")
    assert set(ends) == {(framework, good) for framework in dialogues.flows for good in (True, False)}


def test_a_call_is_played_with_what_it_came_with(tmp_path: Path) -> None:
    """Somebody whose BANT asks for one letter need not see the shipped calls fail."""
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "calls").mkdir()
    flow = (paths.shipped() / "frameworks" / "bant.yaml").read_text(encoding="utf-8")
    own = flow.replace("confirmed: 3", "confirmed: 1")
    (tmp_path / "frameworks" / "bant.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "calls" / "own.call").write_text(
        HEAD + "Anna: sure\nAnna: it jams every week\n= verdict qualified by need\n", encoding="utf-8"
    )
    assert list(misplayed([tmp_path, paths.shipped()])) == []


def test_dialogues_that_cannot_be_read_are_mended_before_their_calls_are_played(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "calls").mkdir()
    (tmp_path / "frameworks" / "own.yaml").write_text("framework: [\n", encoding="utf-8")
    call = HEAD.replace("bant", "own") + "Anna: sure\n= stage need\n"
    (tmp_path / "calls" / "own.call").write_text(call, encoding="utf-8")
    assert list(misplayed([tmp_path, paths.shipped()])) == []


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "calls" / "a.call").mkdir(parents=True)
    (tmp_path / "calls" / "b.call").write_bytes(b"\xff")
    found = [(fault.path, fault.code) for fault in misplayed([tmp_path, paths.shipped()])]
    assert found == [
        (str(tmp_path / "calls" / "a.call"), "CUE101"),
        (str(tmp_path / "calls" / "b.call"), "CUE102"),
    ]
