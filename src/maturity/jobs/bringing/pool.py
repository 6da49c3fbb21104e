"""Many files at once: in two processes where it is worth starting them, in order, and never many in memory.

The processes are started afresh (not forked: a worker has threads), get the questionnaires once, and know no
database."""

from __future__ import annotations

import datetime
import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from maturity.jobs.bringing.shelf import Shelf
from maturity.jobs.bringing.understanding import understand
from maturity.store.understood import Outcome

PROCESSES = 2
WORTH_IT = 400_000
"""Bytes of all files together from which on processes are started: reading them takes longer than a start."""
LARGE = 250_000
"""Bytes of one file from which on its assessments are shared among the processes."""
SHARES = PROCESSES
AHEAD = 24
"""How many pieces of work wait for the processes or for whoever takes the outcomes."""

_shelf: Shelf | None = None
_today = datetime.date.max


@dataclass(frozen=True, slots=True)
class Given:
    """One file to read."""

    id: str
    place: int
    name: str
    data: bytes


Pieces = Sequence["Future[list[Outcome]]"]


def understand_all(
    files: Iterator[Given], shelf: Shelf, today: datetime.date, size: int
) -> Iterator[tuple[Given, list[Outcome]]]:
    """Each file with its outcomes, in the order of the files. `size` is that of all together, in bytes."""
    with _executor(shelf, today, size) as executor:
        waiting: deque[tuple[Given, Pieces]] = deque()
        for file in files:
            waiting.append((file, _begin(executor, file)))
            if len(waiting) >= AHEAD:
                yield _ended(*waiting.popleft())
        while waiting:
            yield _ended(*waiting.popleft())


def _begin(executor: Executor, file: Given) -> Pieces:
    shares = SHARES if len(file.data) > LARGE and not isinstance(executor, Here) else 1
    return [executor.submit(_understand, file.data, file.name, (n, shares)) for n in range(shares)]


def _ended(file: Given, pieces: Pieces) -> tuple[Given, list[Outcome]]:
    """The outcomes of all pieces in the order of the file: they were dealt out in turn."""
    dealt = [deque(piece.result()) for piece in pieces]
    found: list[Outcome] = []
    while any(dealt):
        found += [one.popleft() for one in dealt if one]
    return file, found


class Here(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        """The outcome, already there."""
        done: Future[list[Outcome]] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


@contextmanager
def _executor(shelf: Shelf, today: datetime.date, size: int) -> Iterator[Executor]:
    if size < WORTH_IT or (os.cpu_count() or 1) < 2:
        _prepare(shelf, today)
        yield Here()
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, context, _prepare, (shelf, today)) as pool:
        yield pool


def _prepare(shelf: Shelf, today: datetime.date) -> None:
    global _shelf, _today
    _shelf, _today = shelf, today


def _understand(data: bytes, name: str, share: tuple[int, int]) -> list[Outcome]:
    assert _shelf is not None, "prepared"
    return understand(_shelf, _today, data, name, share)
