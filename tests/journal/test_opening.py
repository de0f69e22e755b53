"""Opening a store: private, quick, up to date, and clear about what is wrong."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories import setup, turn

from cuebook.conversation.moves import Hear
from cuebook.errors import StoreError, UsageError
from cuebook.journal import opening
from cuebook.journal.journal import Journal
from cuebook.journal.tables import HEAD


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def run(program: str, *args: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, text=True, check=False, cwd=root
    )


def test_only_the_owner_can_read_the_store_and_all_that_belongs_to_it(tmp_path: Path) -> None:
    file = tmp_path / "data" / "cuebook" / "calls.db"
    journal = Journal.open(f"sqlite:///{file}")
    call = journal.begin(setup(), turn(0), "digest")
    journal.append(call, [turn(1, Hear("a"))])
    beside = sorted(file.parent.iterdir())
    assert [path.name for path in beside] == ["calls.db", "calls.db-shm", "calls.db-wal"]
    assert {mode(path) for path in beside} == {0o600}
    assert mode(tmp_path / "data") == mode(file.parent) == 0o700
    journal.close()


def test_a_store_that_others_could_read_is_withdrawn_from_them(file: Path, url: str) -> None:
    Journal.open(url).close()
    file.chmod(0o644)
    Journal.open(url).close()
    assert mode(file) == 0o600


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir(mode=0o755)
    Journal.open(f"sqlite:///{tmp_path}/mine/calls.db").close()
    assert mode(tmp_path / "mine") == 0o755


def test_every_commit_is_durable_and_foreign_keys_hold(journal: Journal) -> None:
    def pragma(name: str) -> object:
        return journal._connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()

    with journal._connection.begin():
        assert [pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")] == ["wal", 2, 1]


def test_a_store_that_is_up_to_date_opens_without_alembic_and_without_the_orm(url: str) -> None:
    Journal.open(url).close()
    done = run(
        "import sys; from cuebook.journal.journal import Journal; Journal.open(sys.argv[1]).close()\n"
        "print([name for name in ('alembic', 'mako', 'sqlalchemy.orm', 'psycopg') if name in sys.modules])",
        url,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_several_processes_may_make_the_same_store_at_once(url: str) -> None:
    program = (
        "import sys; from cuebook.journal.journal import Journal; import cuebook.journal.migrating\n"
        "print('ready', flush=True); sys.stdin.readline(); Journal.open(sys.argv[1]).close(); print('done')"
    )
    several = [
        subprocess.Popen(
            [sys.executable, "-c", program, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for each in several:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in several:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    assert [each.communicate() for each in several] == [("done\n", "")] * 4
    Journal.open(url).close()


# ── What can be wrong ────────────────────────────────────────────────────────────────────────────────────────


def test_a_store_of_a_newer_cuebook_is_left_alone(file: Path, url: str) -> None:
    Journal.open(url).close()
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreError, match=rf"newer Cuebook \(tables 9999; this one knows {HEAD}\)") as caught:
        Journal.open(url)
    assert "Update Cuebook" in caught.value.hint
    with sqlite3.connect(file) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    raw.close()


def test_a_file_of_another_kind_is_refused_and_not_touched(file: Path, url: str) -> None:
    file.write_text("name;company\nAnna;Nordvik\n" * 100)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="not a store of calls") as caught:
        Journal.open(url)
    assert str(file) in caught.value.message
    assert isinstance(caught.value.__cause__, Exception)
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_not_touched(file: Path, url: str) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE bookmarks (url)")
    raw.close()
    with pytest.raises(StoreError, match="database of another program"):
        Journal.open(url)
    with sqlite3.connect(file) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
    raw.close()


def test_a_damaged_store_is_named_as_such(file: Path, url: str) -> None:
    journal = Journal.open(url)
    for _ in range(40):
        journal.begin(setup(), turn(0), "digest")
    journal.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * len(content[4096:])
    file.write_bytes(content)
    with pytest.raises(StoreError, match="damaged") as caught:
        Journal.open(url).calls()
    assert str(file) in caught.value.message


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        Journal.open(f"sqlite:///{tmp_path}")
    assert str(tmp_path) in caught.value.message
    assert "CUEBOOK_STORE" in caught.value.hint


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        Journal.open(f"sqlite:///{tmp_path}/data/calls.db")
    assert isinstance(caught.value.__cause__, OSError)


def test_a_store_that_may_only_be_read_is_read_and_not_written(file: Path, url: str) -> None:
    first = Journal.open(url)
    call = first.begin(setup(), turn(0), "digest")
    only_read = Journal.open(f"sqlite:///file:{file}?mode=ro&uri=true")
    assert [row.id for row in only_read.calls()] == [call]
    with pytest.raises(StoreError, match="may not be written to") as caught:
        only_read.append(call, [turn(1, Hear("a"))])
    assert str(file) in caught.value.message
    only_read.close()
    first.close()


def test_a_store_that_another_program_locks(
    file: Path, url: str, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = journal.begin(setup(), turn(0), "digest")
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    impatient = Journal.open(url)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked") as caught:
        impatient.append(call, [turn(1, Hear("a"))])
    assert str(file) in caught.value.message
    assert impatient.calls()[0].id == call  # reading waits for nobody
    holder.execute("ROLLBACK")
    holder.close()
    impatient.append(call, [turn(1, Hear("a"))])
    impatient.close()


def test_a_full_disk_loses_nothing_and_writing_goes_on_when_there_is_room(journal: Journal) -> None:
    call = journal.begin(setup(), turn(0), "digest")
    connection = journal._connection
    with connection.begin():
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    long = turn(1, Hear("x" * 100_000))
    with pytest.raises(StoreError, match="disk is full") as caught:
        journal.append(call, [long])
    assert journal.place in caught.value.message
    assert journal.read(call).moves == ()
    with connection.begin():
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    journal.append(call, [long])
    assert len(journal.read(call).moves) == 1


def test_a_disk_that_refuses_to_write_is_a_store_error_too(url: str) -> None:
    Journal.open(url).close()
    done = run(
        "import resource, sys\n"
        "from cuebook.journal.journal import Journal\n"
        "from cuebook.errors import StoreError\n"
        "from tests.factories import setup, turn\n"
        "from cuebook.conversation.moves import Hear\n"
        "journal = Journal.open(sys.argv[1]); call = journal.begin(setup(), turn(0), 'digest')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))\n"
        "n = 0\n"
        "try:\n"
        "    while True:\n"
        "        journal.append(call, [turn(n + 1, Hear('x' * 9000))]); n += 1\n"
        "except StoreError as error: print(error.message)\n"
        "assert len(journal.read(call).moves) == n > 0\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "journal.append(call, [turn(n + 1, Hear('x' * 9000))])\n"
        "assert len(journal.read(call).moves) == n + 1\n",
        url,
    )
    assert done.stderr == ""
    assert "could not be read or written" in done.stdout or "disk is full" in done.stdout


@pytest.mark.parametrize(
    "wrong", ["calls.db", "", "mysql://kim:hunter2@host/db", "sqlite:/x", "http://x:hunter2@y/z"]
)
def test_what_is_no_address_of_a_store_is_a_wrong_use(wrong: str) -> None:
    with pytest.raises(UsageError) as caught:
        Journal.open(wrong)
    assert "sqlite:///" in caught.value.hint
    assert "hunter2" not in f"{caught.value}{caught.value.__cause__}"


def test_a_postgresql_that_cannot_be_used_says_why_and_never_shows_the_password() -> None:
    with pytest.raises(StoreError, match=r"PostgreSQL store calls on 127\.0\.0\.1") as caught:
        Journal.open("postgresql://kim:hunter2@127.0.0.1:1/calls?password=hunter3&connect_timeout=2")
    said = f"{caught.value}{caught.value.__cause__}"
    assert "hunter" not in said
    assert caught.value.hint


def test_the_driver_that_is_missing_is_named_with_the_extra_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match="needs the driver") as caught:
        Journal.open("postgresql://kim@127.0.0.1:1/calls")
    assert "cuebook[postgres]" in caught.value.hint


def test_the_version_that_is_looked_for_is_the_one_that_migrating_gives(journal: Journal) -> None:
    with journal._connection.begin():
        assert opening._stamp(journal._connection) == HEAD
