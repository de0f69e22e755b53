"""What was acknowledged is there, whatever happens to the process and whoever else writes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cuebook.conversation.moves import Hear
from cuebook.journal.journal import Journal

WRITER = """
import sys
from tests.factories import setup, turn
from cuebook.conversation.moves import Hear
from cuebook.journal.journal import Journal

journal = Journal.open(sys.argv[1])
call = journal.begin(setup(rep=setup().rep), turn(0), "digest")
print(call, flush=True)
for n in range(1, int(sys.argv[2]) + 1):
    journal.append(call, [turn(n, Hear(f"line {n} of call {call}"))])
    print(n, flush=True)
"""


def writer(url: str, lines: int) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, url, str(lines)], stdout=subprocess.PIPE, text=True, cwd=root
    )


@pytest.mark.parametrize("after", [1, 20, 150])
def test_every_turn_that_was_acknowledged_outlives_a_kill(url: str, after: int) -> None:
    Journal.open(url).close()
    with writer(url, 1_000_000) as process:
        assert process.stdout is not None
        call = process.stdout.readline().strip()
        said = [process.stdout.readline() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        said += [line for line in process.stdout if line.endswith("\n")]
    assert process.returncode == -signal.SIGKILL
    journal = Journal.open(url)
    kept = [n for n, _, _ in journal.read(call).moves]
    journal.close()
    acknowledged = [int(line) for line in said]
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) - len(acknowledged) <= 1  # the one that was written and not yet told


def test_two_processes_on_one_store_lose_nothing(url: str) -> None:
    Journal.open(url).close()
    both = [writer(url, 300), writer(url, 300)]
    told = [process.communicate()[0].split() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert told[0][0] != told[1][0]
    journal = Journal.open(url)
    for call, *_ in told:
        kept = [move for _, _, move in journal.read(call).moves]
        assert kept == [Hear(f"line {n} of call {call}") for n in range(1, 301)]
    journal.close()
