"""What is written in the journal is there again, and says what happened."""

from __future__ import annotations

import dataclasses
import threading
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests.factories import START, explained, ledger, person, setup, stands, status, turn

from cuebook.conversation import moves
from cuebook.conversation.moves import Amend, DoNotCall, End, Hear, Move, Note, Object, Person, Switch, Undo
from cuebook.conversation.record import Explanation, Turn
from cuebook.conversation.setup import Setup
from cuebook.dialogue.context import Someone
from cuebook.errors import BlockedError, NothingError, StoreError
from cuebook.harmless import harmless
from cuebook.journal.journal import Journal
from cuebook.qualification.committee import PARTS
from cuebook.qualification.ledger import Contract
from cuebook.qualification.status import STANDINGS
from cuebook.understanding import reading
from cuebook.understanding.correcting import SIGNALS, Correction, Item, Signal, told
from cuebook.understanding.reading import Amount, Heard, Reading

OPENING = turn(0, stage="opening")
NEED = stands("confirmed", "jams every week", 1)


def begin(journal: Journal, choices: Setup | None = None) -> str:
    return journal.begin(choices or setup(), OPENING, "digest")


# ── What is read is what was written ─────────────────────────────────────────────────────────────────────────

words = st.text(min_size=1).map(harmless).filter(str.strip)
values = st.text(min_size=1, max_size=200).filter(lambda text: bool(harmless(text).strip()))
every_move: st.SearchStrategy[Move] = st.one_of(
    st.builds(Hear, words),
    st.builds(Object, words),
    st.builds(moves.Mark, words, st.sampled_from(STANDINGS)),
    st.builds(moves.Probe),
    st.builds(moves.Next),
    st.builds(moves.Back),
    st.builds(moves.Go, words),
    st.builds(Note, words),
    st.builds(Person, st.none() | words, st.none() | words, st.none() | st.sampled_from(PARTS)),
    st.builds(moves.Depth, st.sampled_from(moves.DEPTHS)),
    st.builds(Amend, st.integers(0, 10**9), words),
    st.builds(moves.Deny, st.integers(0, 10**9), st.sampled_from(SIGNALS), st.integers(0, 10**9)),
    st.builds(moves.Correct, st.integers(0, 10**9), st.sampled_from(SIGNALS), values),
    st.builds(Undo),
    st.builds(Switch, words),
    st.builds(DoNotCall),
    st.builds(End, st.sampled_from(moves.DISPOSITIONS), st.none() | words, st.none() | st.dates()),
)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
names = st.none() | words
people = st.builds(Someone, name=names, first_name=names, company=names)


@settings(max_examples=60, deadline=None)
@given(
    taken=st.lists(st.tuples(st.datetimes(timezones=zones), every_move), max_size=8),
    choices=st.builds(
        Setup, framework=words, product=words, language=words, lead=people, rep=people, source=names
    ),
    started=st.datetimes(timezones=zones),
)
def test_every_move_setup_and_time_comes_back_equal(
    taken: list[tuple[datetime, Move]], choices: Setup, started: datetime
) -> None:
    journal = Journal.open("sqlite://")
    call = journal.begin(choices, turn(0, at=started), "digest")
    journal.append(call, [turn(n, move, at=at) for n, (at, move) in enumerate(taken, 1)])
    back = journal.read(call)
    journal.close()
    assert (back.call, back.setup, back.digest, back.started) == (call, choices, "digest", started)
    assert back.moves == tuple((n, at, move) for n, (at, move) in enumerate(taken, 1))
    assert [at.utcoffset() for _, at, _ in back.moves] == [at.utcoffset() for at, _ in taken]


def test_a_call_is_there_after_the_store_was_closed(url: str) -> None:
    first = Journal.open(url)
    call = begin(first)
    first.append(call, [turn(1, Hear("jams every week"))])
    first.close()
    again = Journal.open(url)
    assert again.read(call).moves == ((1, START + timedelta(seconds=10), Hear("jams every week")),)
    again.close()


@pytest.mark.parametrize("unknown", ["7", "", "1; DROP TABLE calls", "-1", "¹", "9" * 40])
def test_an_unknown_call_is_told_with_a_hint(journal: Journal, unknown: str) -> None:
    begin(journal)
    with pytest.raises(NothingError, match="There is no call") as caught:
        journal.read(unknown)
    assert "calls list" in caught.value.hint


def test_names_may_hold_whatever_sql_means_something_by(journal: Journal) -> None:
    lead = Someone(name="Robert'); DROP TABLE calls;--", company='"; %s :name ?')
    call = begin(journal, setup(lead=lead))
    assert journal.read(call).setup.lead == lead
    assert not journal.is_blocked(lead)


# ── The list of calls ────────────────────────────────────────────────────────────────────────────────────────


def test_calls_are_listed_newest_first_with_how_they_stand(journal: Journal) -> None:
    first, second = begin(journal), begin(journal, setup(lead=Someone(), product="toner"))
    won = status({"need": NEED}, verdict="qualified", decided_by="need", because="jams every week")
    end = End("qualified", "Send the proposal.", date(2026, 11, 24))
    journal.append(first, [turn(1, Hear("jams every week"), stands_at=won)])
    journal.append(first, [turn(2, end, stage="closed", question=None, stands_at=won, asked=5)])
    newest, oldest = journal.calls()
    assert [newest.id, oldest.id] == [second, first]
    assert (newest.lead, newest.product, newest.open, newest.turns) == (None, "toner", True, 0)
    assert (oldest.lead, oldest.company, oldest.rep) == ("Anna Berg", "Nordvik AS", "Kim Lund")
    assert (oldest.verdict, oldest.decided_by, oldest.because) == ("qualified", "need", "jams every week")
    assert (oldest.disposition, oldest.next_step, oldest.next_on) == ("qualified", end.next_step, end.on)
    assert (oldest.open, oldest.ended, oldest.turns, oldest.asked) == (False, START + timedelta(seconds=20), 2, 5)
    assert journal.calls(limit=1) == (newest,)


def test_undoing_the_end_opens_the_call_again(journal: Journal) -> None:
    call = begin(journal)
    journal.append(call, [turn(1, End("lost", "Leave them in peace."), stage="closed")])
    journal.append(call, [turn(2, Undo(), undone=(1,))])
    [row] = journal.calls()
    assert (row.open, row.disposition, row.next_step) == (True, None, None)


def test_a_note_after_the_end_leaves_the_end_as_it_was(journal: Journal) -> None:
    call = begin(journal)
    journal.append(call, [turn(1, End("lost"), stage="closed")])
    journal.append(call, [turn(2, Note("sounded tired"), stage="closed")])
    [row] = journal.calls()
    assert (row.disposition, row.ended) == ("lost", START + timedelta(seconds=10))


def test_an_amend_that_drops_the_end_opens_the_call_and_its_undo_closes_it(journal: Journal) -> None:
    call = begin(journal)
    journal.append(call, [turn(1, Hear("stop calling me")), turn(2, End("lost"), stage="closed")])
    journal.append(call, [turn(3, Amend(1, "keep calling me"), undone=(1, 2))])
    assert journal.calls()[0].open
    journal.append(call, [turn(4, Undo(), stage="closed", undone=(3,))])
    [row] = journal.calls()
    assert (row.open, row.disposition) == (False, "lost")


# ── The tables that reports read ─────────────────────────────────────────────────────────────────────────────


def test_standings_are_those_of_the_framework_that_is_followed_in_its_order(journal: Journal) -> None:
    call = begin(journal)
    journal.append(call, [turn(1, Hear("jams every week"), stands_at=status({"need": NEED}))])
    asked = [(row.criterion, row.standing) for row in journal.detail(call).standings]
    assert asked == [("need", "confirmed"), *((c, "unknown") for c in ("authority", "budget", "timeline"))]
    other = {"challenges": NEED, "money": stands("declined", turn=2, by_rep=True, contradicts="yes")}
    journal.append(call, [turn(2, Switch("champ"), stands_at=status(other, framework="champ"))])
    detail = journal.detail(call)
    assert [dataclasses.astuple(row) for row in detail.standings] == [
        ("challenges", "confirmed", "jams every week", 1, None, False),
        ("money", "declined", None, 2, "yes", True),
    ]
    assert detail.call.framework == "champ"
    assert journal.read(call).setup.framework == "bant"


def test_people_and_the_contract_are_kept_as_they_become_known(journal: Journal) -> None:
    call = begin(journal)
    per = person("Per", None, decides=True, quote="Per signs", turn=1)
    journal.append(call, [turn(1, Hear("Per signs"), holds=ledger([per]))])
    anna = person(role="user", quote="I only use it", turn=2, speaker=True)
    boss = person("Per", "CFO", decides=True, quote="Per is our CFO", turn=2)
    bound = Contract("until June 2027", 2, date(2027, 6, 30))
    journal.append(call, [turn(2, Hear("I only use it, Per is our CFO"), holds=ledger([boss, anna], bound))])
    detail = journal.detail(call)
    assert {(one.name, one.role, one.decides, one.prospect) for one in detail.people} == {
        ("Per", "CFO", True, False),
        (None, "user", None, True),
    }
    assert (detail.call.contract, detail.call.contract_ends) == ("until June 2027", date(2027, 6, 30))
    journal.append(call, [turn(3, Undo(), holds=ledger([per]), undone=(2,))])
    detail = journal.detail(call)
    assert [(one.name, one.role) for one in detail.people] == [("Per", None)]
    assert detail.call.contract is None


def test_marks_of_people_are_kept_with_the_turn_and_somebody_renamed_is_there_once(journal: Journal) -> None:
    call = begin(journal)
    boss = person(role="boss", decides=True, quote="my boss signs", turn=1)
    journal.append(call, [turn(1, Hear("my boss signs"), holds=ledger([boss]))])
    held = ledger([boss]).place(reading.Person("Kari Holm", "boss", None, (0, 0)), "saboteur", 2)
    journal.append(call, [turn(2, Person("Kari Holm", "boss", "saboteur"), holds=held)])
    (kari,) = journal.detail(call).people
    assert (kari.name, kari.role, kari.decides, kari.part) == ("Kari Holm", "boss", True, "saboteur")
    assert [move for _, _, move in journal.read(call).moves][-1] == Person("Kari Holm", "boss", "saboteur")
    journal.append(call, [turn(3, Undo(), holds=ledger([boss]), undone=(2,))])
    assert [(one.name, one.part) for one in journal.detail(call).people] == [(None, None)]


def test_objections_that_were_taken_back_are_not_counted_as_met(journal: Journal) -> None:
    call = begin(journal)
    why = explained("why_asking")
    journal.append(call, [turn(1, Object("why_asking"), explanation=why)])
    journal.append(call, [turn(2, Undo(), undone=(1,))])
    journal.append(call, [turn(3, Hear("why do you ask?"), explanation=explained("why_asking", heard=True))])
    journal.append(call, [turn(4, Object("why_asking"), explanation=explained("why_asking", 2))])
    met = journal.detail(call).objections
    assert [(one.turn, one.attempt, one.heard) for one in met] == [(3, 1, True), (4, 2, False)]
    journal.append(call, [turn(5, Amend(3, "we print a lot"), undone=(3,))])
    assert [one.turn for one in journal.detail(call).objections] == [4]
    journal.append(call, [turn(6, Undo(), undone=(5,))])
    assert [one.turn for one in journal.detail(call).objections] == [3, 4]


def test_turns_that_were_taken_back_are_marked_with_the_turn_that_did_it(journal: Journal) -> None:
    call = begin(journal)
    said = [turn(1, Hear("a")), turn(2, Hear("b")), turn(3, Hear("c"))]
    journal.append(call, [*said, turn(4, Undo(), undone=(3,)), turn(5, Amend(1, "d"), undone=(1, 2))])
    marks = {row.n: row.undone_by for row in journal.detail(call).turns if row.undone_by}
    assert marks == {3: 4, 2: 5}  # turn 1 was rewritten, not taken back
    journal.append(call, [turn(6, Undo(), undone=(5,))])
    marks = {row.n: row.undone_by for row in journal.detail(call).turns if row.undone_by}
    assert marks == {3: 4, 5: 6}


def test_details_give_every_call_newest_first_beyond_what_is_held_at_a_time(journal: Journal) -> None:
    ids = [begin(journal) for _ in range(403)]
    assert [detail.call.id for detail in journal.details()] == ids[::-1]


# ── Do not call ──────────────────────────────────────────────────────────────────────────────────────────────

ASKED_OUT = {
    "the move": turn(1, DoNotCall(), stage="do_not_call", explanation=explained("do_not_call")),
    "an objection that is obeyed": turn(1, Object("do_not_call"), stage="do_not_call"),
}


@pytest.mark.parametrize("last", ASKED_OUT.values(), ids=ASKED_OUT)
def test_who_asked_not_to_be_called_is_refused_however_the_name_is_spelled(journal: Journal, last: object) -> None:
    call = begin(journal)
    assert not journal.is_blocked(setup().lead)
    journal.append(call, [last])  # type: ignore[list-item]  # a Turn; pytest's parametrize forgets it
    spelled = Someone(name="ANNA  berg ", company="nordvik as")
    assert journal.is_blocked(spelled)
    with pytest.raises(BlockedError, match=r"asked on 2026-11-21 not to be called"):
        begin(journal, setup(lead=spelled))
    assert [row.id for row in journal.calls()] == [call]


def test_others_are_not_refused_with_them(journal: Journal) -> None:
    journal.append(begin(journal), [ASKED_OUT["the move"]])
    for lead in (Someone(name="Anna Berg", company="Other AS"), Someone(name="Per Berg", company="Nordvik AS")):
        assert not journal.is_blocked(lead)
        begin(journal, setup(lead=lead))


def test_a_call_to_nobody_in_particular_blocks_nobody(journal: Journal) -> None:
    nobody = Someone(company="Nordvik AS")
    journal.append(begin(journal, setup(lead=nobody)), [ASKED_OUT["the move"]])
    assert not journal.is_blocked(nobody)
    begin(journal, setup(lead=nobody))


# ── Who may write ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_second_terminal_that_goes_on_with_the_same_call_is_told_so(url: str, journal: Journal) -> None:
    call = begin(journal)
    other = Journal.open(url)
    journal.append(call, [turn(1, Hear("first"))])
    with pytest.raises(StoreError, match="continued in another terminal") as caught:
        other.append(call, [turn(1, Hear("second"))])
    assert f"--resume {call}" in caught.value.hint
    assert [move for _, _, move in other.read(call).moves] == [Hear("first")]
    other.append(call, [turn(2, Hear("third"))])
    other.close()
    assert len(journal.read(call).moves) == 2


def test_of_turns_that_are_written_together_all_are_kept_or_none(journal: Journal) -> None:
    call = begin(journal)
    broken = dataclasses.replace(turn(2, Hear("b")), stage=None)  # type: ignore[arg-type]  # the fault that is meant
    with pytest.raises(StoreError):
        journal.append(call, [turn(1, Hear("a")), broken])
    assert journal.read(call).moves == ()
    journal.append(call, [turn(1, Hear("a"))])
    assert len(journal.read(call).moves) == 1


def test_threads_wait_for_each_other(journal: Journal) -> None:
    def hold(call: str) -> None:
        for n in range(1, 21):
            journal.append(call, [turn(n, Hear(f"{call}: {n}"))])
            journal.calls()

    ids = [begin(journal) for _ in range(4)]
    threads = [threading.Thread(target=hold, args=(call,)) for call in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for call in ids:
        assert [move for _, _, move in journal.read(call).moves] == [Hear(f"{call}: {n}") for n in range(1, 21)]


def test_after_closing_the_journal_says_so(journal: Journal) -> None:
    call = begin(journal)
    journal.close()
    with pytest.raises(StoreError, match="was closed"):
        journal.append(call, [turn(1, Hear("a"))])


def test_a_turn_costs_the_same_number_of_statements_however_long_the_call_is(journal: Journal) -> None:
    call = begin(journal)
    sent: list[str] = []
    event.listen(journal._connection.engine, "before_cursor_execute", lambda *seen: sent.append(seen[2]))
    costs = []
    for n in range(1, 301):
        heard = status({"need": stands("confirmed", f"line {n}", n)})
        sent.clear()
        journal.append(call, [turn(n, Hear(f"line {n}"), stands_at=heard)])
        costs.append(len(sent))
    assert max(costs) == costs[0] <= 5


@pytest.mark.parametrize(
    ("asked", "called", "refused"),
    [
        (("Anna Berg", "Nordvik AS"), ("ANNA  berg", "nordvik as"), True),
        (("Anna Berg", "Nordvik AS"), ("Anna Berg", None), True),  # may well be the same person
        (("Anna Berg", None), ("Anna Berg", "Nordvik AS"), True),
        (("Anna Berg", "Nordvik AS"), ("Anna Berg", "Sydvik AS"), False),
        (("Anna Berg", "Nordvik AS"), ("Anna Bergman", None), False),
        (('A%_"', None), ("Anna", None), False),
        ((None, None), (None, None), False),
    ],
)
def test_whoever_may_be_the_one_who_asked_is_refused(
    journal: Journal, asked: tuple[str | None, str | None], called: tuple[str | None, str | None], refused: bool
) -> None:
    first = setup(lead=Someone(name=asked[0], company=asked[1]))
    call = journal.begin(first, turn(0), "digest")
    journal.append(call, [turn(1, DoNotCall(), stage="do_not_call")])
    assert journal.is_blocked(Someone(name=called[0], company=called[1])) is refused


# ── What was denied ──────────────────────────────────────────────────────────────────────────────────────────


def denied(
    n: int, line: int, signal: Signal, was: Item, now: Item | None = None, met: Explanation | None = None
) -> Turn:
    """A turn that denies what was read in a line, or puts it right."""
    move = moves.Deny(line, signal) if now is None else moves.Correct(line, signal, told(now))
    made = turn(n, move, undone=(line,), explanation=met)
    return dataclasses.replace(
        made, reading=Reading("about 50k a year", "en"), correction=Correction(signal, was, now)
    )


SUM = Amount(50_000, 50_000, None, "year", (6, 16))
WHY = Heard("why_asking", 0.8, (0, 5))


def test_what_was_denied_is_kept_with_its_words_until_that_is_undone(journal: Journal) -> None:
    call = begin(journal)
    journal.append(call, [turn(1, Hear("about 50k a year")), denied(2, 1, "amounts", SUM)])
    assert [dataclasses.astuple(row) for row in journal.denials()] == [
        (call, 1, "en", "amounts", "50000 a year", "50k a year", None)
    ]
    journal.append(call, [turn(3, Undo(), undone=(2,))])
    assert journal.denials() == ()
    journal.append(call, [denied(4, 1, "amounts", SUM, dataclasses.replace(SUM, low=60.0, high=60.0))])
    assert [row.instead for row in journal.denials()] == ["60 a year"]
    assert [row.undone_by for row in journal.detail(call).turns] == [None, None, 3, None, None]


def test_an_objection_that_was_denied_was_not_met_and_the_one_that_was_meant_is(journal: Journal) -> None:
    call = begin(journal)
    raised, meant = explained("why_asking", heard=True), explained("no_budget", heard=True)

    def met() -> list[tuple[int, str]]:
        return [(row.turn, row.objection) for row in journal.detail(call).objections]

    journal.append(call, [turn(1, Hear("why? about 50k"), explanation=raised)])
    journal.append(call, [denied(2, 1, "amounts", SUM, met=raised)])
    assert met() == [(1, "why_asking")]
    journal.append(call, [denied(3, 1, "objections", WHY, Heard("no_budget", 1.0, (0, 5)), meant)])
    assert met() == [(3, "no_budget")]
    journal.append(call, [denied(4, 1, "objections", Heard("no_budget", 1.0, (0, 5)))])
    assert met() == []
    journal.append(call, [turn(5, Undo(), undone=(4,)), turn(6, Undo(), undone=(3,))])
    assert met() == [(1, "why_asking")]
    journal.append(call, [turn(7, Amend(1, "about 50k"), undone=(1,))])
    assert met() == []
