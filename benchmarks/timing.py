"""Times that can be compared: tasks take turns in one run, so that a busy machine slows all of them alike."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Task = Callable[[], object]


def medians(*tasks: Task, rounds: int) -> list[float]:
    """The median time of each task in milliseconds. They take turns; a first round is not counted."""
    taken: list[list[float]] = [[] for _ in tasks]
    for number in range(rounds + 1):
        for times, task in zip(taken, tasks, strict=True):
            start = time.perf_counter()
            task()
            if number:
                times.append((time.perf_counter() - start) * 1000)
    return [statistics.median(times) for times in taken]


def python(code: str, *arguments: str) -> None:
    """Run code in a new Python. CalledProcessError, with what it wrote, if it fails."""
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True)


def maturity(arguments: Sequence[str]) -> None:
    """Run the command line in a new process, as the installed command does."""
    python("import sys; from maturity.cli import main; sys.exit(main())", *arguments)


def peak_memory() -> float:
    """The most memory that this process has taken, in MB (of 1,024 kB).

    Not `getrusage`: what it tells of a process that was started from a large one is what the large one took,
    because the two share their memory until the new program begins.
    """
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise LookupError("this kernel does not tell the peak of a process")
