"""Leads on the command line: a list in, who to call, a call that starts from what is known, a calendar out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Run

LIST = """Name;Company;E-mail;Phone;Employees;What does your budget look like?
Anna Berg;Nordvik AS;anna@nordvik.no;+47 22 33 44 55;40;2000 EUR a month
Per Olsen;Sørvik AS;;;12;
;;;;9;
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUEBOOK_NOW", "2026-11-21T10:00:00")


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "fair.csv").write_bytes(LIST.encode("cp1252"))
    done = run("leads", "import", str(tmp_path / "fair.csv"), "--source", "trade fair")
    assert (done.returncode, done.stdout) == (0, "2 new, 0 known already, 0 repeated, 1 not imported.\n")
    assert "fair.csv, line 4: it has neither a name" in done.stderr
    return run


def turn_0(run: Run, lead: str) -> dict[str, object]:
    shown = run("call", "--jsonl", "--lead", lead)
    assert shown.returncode == 0, shown.stderr
    found: dict[str, object] = json.loads(shown.stdout.splitlines()[0])
    return found


def test_a_list_is_in_and_a_second_time_adds_nothing(imported: Run, tmp_path: Path) -> None:
    again = imported("leads", "import", str(tmp_path / "fair.csv"))
    assert again.stdout == "0 new, 2 known already, 0 repeated, 1 not imported.\n"
    listed = imported("leads", "list").stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["LEAD", "1", "2"]  # a form comes before a name of a list
    assert "sent a form" in listed[1]
    assert "fits Copier leasing: 40 people" in listed[1]


def test_a_lead_is_shown_by_number_and_by_name(imported: Run) -> None:
    for named in ("1", "Anna Berg", "anna berg, nordvik as"):
        shown = imported("leads", "show", named)
        assert "What does your budget look like?: 2000 EUR a month" in shown.stdout
        assert "Source: trade fair" in shown.stdout
        assert "Worth a call: 65; sent a form or asked for a call; fits Copier leasing: 40 people" in shown.stdout


def test_a_call_starts_from_the_form_and_the_next_one_from_the_call(imported: Run) -> None:
    criteria = turn_0(imported, "1")["status"]["criteria"]  # type: ignore[index]  # JSON
    assert criteria["budget"] == {"standing": "confirmed", "quote": "2000 EUR a month", "turn": 0}
    said = "sure, go ahead\nthe copier jams every week and wastes hours\n/end callback 2026-12-01 call again\n"
    held = imported("call", "--plain", "--lead", "Anna Berg", typed=said)
    assert "On 2026-12-01 (calendar: cuebook calls ics 2)." in held.stdout
    criteria = turn_0(imported, "anna berg, NORDVIK AS")["status"]["criteria"]  # type: ignore[index]  # JSON
    assert (criteria["need"]["standing"], criteria["need"]["turn"]) == ("confirmed", 0)
    assert criteria["budget"]["standing"] == "confirmed"
    resumed = imported("call", "--jsonl", "--resume", "3")
    assert json.loads(resumed.stdout.splitlines()[0])["status"]["criteria"] == criteria
    listed = imported("leads", "list", "--all").stdout
    assert "Anna Berg" in listed


def test_the_next_step_goes_into_the_calendar(imported: Run, tmp_path: Path) -> None:
    said = "/end callback 2026-12-01 call Per, then Åse\n"
    imported("call", "--plain", "--lead", "2", typed=said)
    on_stdout = imported("calls", "ics", "1")
    assert on_stdout.stdout.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20261201" in on_stdout.stdout
    assert imported("calls", "ics", "1", str(tmp_path / "next.ics")).stdout == ""
    written = (tmp_path / "next.ics").read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n") > 5


def test_who_is_passed_on_is_a_lead_with_what_was_told(imported: Run) -> None:
    said = "sure\nthe copier jams every week\nI don't decide, Kari Holm, our CFO, decides\n/end rerouted\n"
    imported("call", "--plain", "--lead", "1", typed=said)
    shown = imported("leads", "show", "Kari Holm")
    assert "Named by: 1 Anna Berg, Nordvik AS" in shown.stdout
    assert "Named: 3 Kari Holm, Nordvik AS" in imported("leads", "show", "1").stdout
    criteria = turn_0(imported, "Kari Holm")["status"]["criteria"]  # type: ignore[index]  # JSON
    assert criteria["need"]["standing"] == "partial"


def test_whoever_asked_not_to_be_called_is_refused_by_number_too_and_not_listed(imported: Run) -> None:
    imported("call", "--plain", "--lead", "1", typed="/dnc\n")
    refused = imported("call", "--plain", "--lead", "1")
    assert refused.returncode == 1
    assert "not to be called" in refused.stderr
    assert "Anna Berg" not in imported("leads", "list").stdout
    assert "asked not to be called" in imported("leads", "list", "--all").stdout


def test_leads_are_exported_and_taken_back(imported: Run, tmp_path: Path) -> None:
    assert imported("leads", "export", str(tmp_path / "out.csv")).returncode == 0
    again = imported("leads", "import", str(tmp_path / "out.csv"))
    assert again.stdout == "0 new, 2 known already, 0 repeated, 0 not imported.\n"


def test_a_store_that_fails_does_not_prevent_a_call(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUEBOOK_STORE", f"sqlite:///{tmp_path}")  # a folder
    held = run("call", "--plain", "--lead", "Anna Berg, Nordvik AS", typed="sure\n")
    assert (held.returncode, "NOT SAVED" in held.stdout, "Hello Anna" in held.stdout) == (0, True, True)
    assert run("call", "--plain", "--lead", "12").returncode == 3


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("leads", "list"), 1, "no leads yet"),
        (("leads", "show", "Anna"), 1, "no lead 'Anna'"),
        (("leads", "import", "/no/such/list.csv"), 3, "/no/such/list.csv"),
        (("leads", "import", "/"), 3, "cannot be read"),
        (("leads", "import", "/dev/zero"), 3, "longer than"),
        (("leads", "export", "leads.xlsx"), 2, ".csv"),
        (("call", "--jsonl", "--lead", "12"), 1, "no lead '12'"),
        (("calls", "ics", "12"), 1, "no call"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    run: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    failed = run(*arguments)
    assert (failed.returncode, failed.stdout) == (code, "")
    assert says in failed.stderr


def test_a_file_in_which_nothing_is_a_lead_is_an_answer_of_no(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\x00\xff\x00nonsense\n1,2\n")
    assert run("leads", "import", str(tmp_path / "x.csv")).returncode == 1
