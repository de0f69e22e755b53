"""The drawing of a flow: all of its machine is in it, whatever its names and title are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuebook.conversation.drawing import ASKING, CALL, drawing, spoken
from cuebook.conversation.graph import mermaid, svg
from cuebook.conversation.machine import TERMINAL, stages_of, ways
from cuebook.dialogue.model import DETOURS, Criterion, Flow, FlowMove, Rule

MOVES = (
    FlowMove(from_="any", when="not_the_decider", to="reroute"),
    FlowMove(from_="budget", when="running_contract", to="contract"),
    FlowMove(from_="contract", when="offers_review", to="review"),
)
HOSTILE = "<script>alert(\"1\")</script> & '---'\n]]> --> \x1b[31m\u202e"


def flow(*criteria: str, title: str = "BANT", moves: tuple[FlowMove, ...] = MOVES) -> Flow:
    names = criteria or ("need", "authority", "budget", "timeline")
    return Flow(
        framework="bant",
        title=title,
        criteria={name: Criterion(facet="need", level="opportunity") for name in names},
        qualified=Rule(confirmed=1),
        moves=moves,
    )


def texts(picture: str, look: str) -> list[str]:
    """The texts of a picture that look so, as a reader sees them."""
    found = ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314  our own picture
    return [element.text or "" for element in found if look in (element.get("class") or "").split()]


every_kind = pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(flow(), id="bant"),
        pytest.param(flow(moves=()), id="no detour is taken"),
        pytest.param(
            flow("need", moves=(FlowMove(from_="any", when="locked_in", to="review"),)), id="one criterion"
        ),
        pytest.param(flow(*(f"end-{n}" for n in range(16)), moves=MOVES[:1]), id="sixteen criteria"),
    ],
)


@every_kind
def test_every_stage_is_in_both_drawings(drawn: Flow) -> None:
    names = sorted(spoken(stage) for stage in stages_of(drawn))
    assert sorted(texts(svg(drawn), "name")) == names
    assert sorted(re.findall(r'state "([^"]+)" as (?!call|asking)', mermaid(drawn))) == names


@every_kind
def test_every_way_between_two_stages_is_drawn_or_told_of(drawn: Flow) -> None:
    picture = drawing(drawn)
    asking = {"opening", *drawn.criteria}
    live = set(stages_of(drawn)) - set(TERMINAL)
    arrows = {(arrow.source, arrow.dest) for arrow in (*picture.chain, *picture.arrows)}
    told = " ".join(picture.notes)
    for way in ways(drawn):
        if way.dest is None or way.dest in drawn.criteria:
            assert "On: to the next criterion that is not settled" in told
            continue
        if way.event.startswith("go_"):
            assert "The rep can go to any stage" in told
            continue
        starts = [name for name, members in ((ASKING, asking), (CALL, live)) if way.source in members]
        by_going_on = way.dest == "closing" and (way.source in DETOURS or way.holds is None)
        assert by_going_on or any((start, way.dest) in arrows for start in (way.source, *starts)), way


def test_criteria_are_drawn_in_asking_order() -> None:
    drawn = flow("timeline", "need", "budget")
    assert [(arrow.source, arrow.dest) for arrow in drawing(drawn).chain] == [
        ("opening", "timeline"),
        ("timeline", "need"),
        ("need", "budget"),
        ("budget", "closing"),
    ]
    assert texts(svg(drawn), "name")[:4] == ["Opening", "Timeline", "Need", "Budget"]


def test_a_detour_is_drawn_with_its_guard_and_with_the_way_back() -> None:
    drawn = flow()
    arrows = {(arrow.source, arrow.dest): arrow.label for arrow in drawing(drawn).arrows}
    assert arrows[ASKING, "reroute"] == "not the decider"
    assert arrows["budget", "contract"] == "running contract"
    assert arrows["contract", "review"] == "offers review"
    assert all(arrows[detour, ASKING] == "on" for detour in DETOURS)
    assert {"not the decider", "running contract", "offers review"} <= set(texts(svg(drawn), "label"))
    assert "asking --> contract : Budget, running contract" in mermaid(drawn)


def test_do_not_call_is_reached_from_everywhere_and_nothing_leads_back() -> None:
    arrows = drawing(flow()).arrows
    assert [arrow.source for arrow in arrows if arrow.dest == "do_not_call"] == [CALL, "closed"]
    assert not [arrow for arrow in arrows if arrow.source == "do_not_call"]


@pytest.mark.parametrize("draw", [mermaid, svg])
def test_a_hostile_title_is_only_text(draw: Callable[[Flow], str]) -> None:
    drawn = draw(flow(title=HOSTILE))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", drawn)
    plain = draw(flow(title="plain"))
    assert len(drawn.splitlines()) == len(plain.splitlines())
    if draw is svg:
        (title,) = texts(drawn, "title")
        assert "<script" not in drawn
    else:
        title = json.loads(drawn.splitlines()[1].removeprefix("title: "))
    assert title.startswith("<script>alert(\"1\")</script> & '---' ]]> --> \N{REPLACEMENT CHARACTER}")


def test_names_that_are_words_of_mermaid_or_differ_in_a_dash_stay_apart() -> None:
    drawn = mermaid(flow("end", "state", "note", "a-b", "a_b", moves=()))
    ids = re.findall(r'state "[^"]+" as (\S+)', drawn)
    assert len(set(ids)) == len(ids)
    assert not {"end", "state", "note"} & set(ids)
    assert all(re.fullmatch(r"\w+", name) for name in ids)


names = st.lists(st.from_regex(r"[a-z][a-z0-9_-]{0,39}", fullmatch=True), min_size=1, max_size=16, unique=True)
fixed = {"opening", "closing", "closed", "do_not_call", *DETOURS}


@settings(max_examples=40, deadline=None)
@given(
    criteria=names.map(lambda found: [name for name in found if name not in fixed] or ["need"]),
    title=st.text(max_size=40),
)
def test_any_flow_gives_a_well_formed_picture_and_the_same_one_again(criteria: list[str], title: str) -> None:
    drawn = flow(*criteria, title=title, moves=MOVES[:1])
    picture = svg(drawn)
    root = ElementTree.fromstring(picture)  # noqa: S314  our own picture
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for box in root.iter("{http://www.w3.org/2000/svg}rect"):
        assert float(box.get("x", 0)) + float(box.attrib["width"]) <= width
        assert float(box.get("y", 0)) + float(box.attrib["height"]) <= height
    assert svg(drawn) == picture
    assert mermaid(drawn) == mermaid(drawn)
