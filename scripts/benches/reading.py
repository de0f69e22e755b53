"""What reading costs in each language: a line, making the language ready, and the memory of it."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cuebook.understanding.languages import LEXICONS, languages

from .figures import Figure, middle, worst

LIMIT = 5.0
"""Milliseconds, of which 99 of 100 lines stay within."""
READY = 60.0
"""Milliseconds of processor time that a language may take to make ready."""
MEMORY = 60.0
"""Megabytes that a language may take beside a bare interpreter."""
LINES = 1_000
_STARTS = 7
_TODAY = date(2026, 11, 23)
_WORD = re.compile(r"[^\W\d_]+")


def figures() -> Iterator[Figure]:
    """A process each, so that no language is paid for by another."""
    bare = _told("from benches.reading import memory; print(memory())")
    for language in languages():
        tries = [json.loads(_run(language)) for _ in range(_STARTS)]
        lines = tries[0]["lines"]
        yield Figure(f"a line in {language}, p99 of {LINES:,}", worst(lines), limit=LIMIT, absolute=True)
        yield Figure(f"  its median in {language}", middle(lines))
        ready = middle([each["ready"] for each in tries])
        yield Figure(f"  {language} made ready, processor time", ready, limit=READY, absolute=True)
        held = middle([each["memory"] for each in tries]) - float(bare)
        yield Figure(f"  memory of {language}", held, "MB", limit=MEMORY, absolute=True)


def _run(language: str) -> str:
    return _told(f"from benches.reading import measured; measured({language!r})")


def _told(program: str) -> str:
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()[-1]


def measured(language: str) -> None:
    """Print what one process finds: processor time of each line and of making ready, and its memory."""
    from cuebook.understanding import read

    began = time.process_time()
    read.prepare(language)
    ready = (time.process_time() - began) * 1000
    took = []
    for line in _lines(language):
        began = time.process_time()
        read.read(line, language, today=_TODAY)
        took.append((time.process_time() - began) * 1000)
    print(json.dumps({"ready": ready, "lines": took, "memory": memory()}))


def memory() -> float:
    """Megabytes that this process holds now."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells is the most of the parent too
        return int(re.search(r"VmRSS:\s+(\d+)", status.read_text(encoding="utf-8"))[1]) / 1024  # type: ignore[index]
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _lines(language: str) -> list[str]:
    """Lines made of a language's own words, with a sum and a date in them: harder than what is said."""
    dice = random.Random(language)  # noqa: S311 - the same lines each time; nothing is secret
    files = sorted((LEXICONS / language).glob("*.yaml"))
    known = sorted({word for file in files for word in _WORD.findall(file.read_text(encoding="utf-8"))})
    tails = ("", "50 000", "12.3.2027", "50k", "?")
    return [" ".join([*dice.choices(known, k=dice.randint(3, 14)), dice.choice(tails)]) for _ in range(LINES)]
