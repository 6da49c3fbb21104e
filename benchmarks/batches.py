"""Reports to each of three hundred municipalities: with one process and with two, against bare WeasyPrint.

The three take turns, some reports at a time, so that a busy machine slows all of them. By default a sample of
twenty reports is made, each three times; `python -m benchmarks.batches 300` makes all of them, which takes half
an hour.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.jobs.towns import furnish, make_group

from benchmarks.figures import Figure
from maturity.jobs import rendering
from maturity.jobs.kinds import benchmark_reports
from maturity.jobs.work import do
from maturity.settings import Settings
from maturity.store import batches, jobs, migrate, organisations, questionnaires, users, workspaces
from maturity.store.batches import Wanted
from maturity.store.database import Database
from maturity.store.tables import PeerGroup, Workspace

TOWNS, SAMPLE, AT_ONCE = 300, 20, 10
BARE = """
import sys
from weasyprint import HTML
print("ready", flush=True)
for line in sys.stdin:
    for name in line.split():
        HTML(filename=name).write_pdf(name + ".pdf", pdf_variant="pdf/ua-1")
    print("done", flush=True)
"""


def run(reports: int = SAMPLE) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ending:
        house = House(Path(folder))
        bare = [ending.enter_context(Bare()) for _ in range(2)]
        one = two = least = 0.0
        house.make(range(2), 2)  # what is done once is done: libraries, typefaces, questionnaires
        at_the_same_time(bare, house.pages(range(2)))
        for start in range(0, reports, AT_ONCE):
            places = range(start, min(start + AT_ONCE, reports))
            one += house.make(places, 1)
            two += house.make(places, 2)
            least += at_the_same_time(bare, house.pages(places))
            print(f"{places.stop} of {reports}: {one:.1f} {two:.1f} {least:.1f} s", file=sys.stderr)
        house.close()
    what = f"{reports} client reports among {TOWNS}"
    yield Figure(f"{what}, for each one: with two processes", two / reports * 1000, "ms", 2000)
    yield Figure(
        f"{what}: times as fast with two processes as with one", one / two, "times", 1.7, at_least=True
    )
    yield Figure(f"{what}: times two processes of WeasyPrint alone", two / least, "times", 1.3)


class House:
    """A database with a consultant's municipalities, and the job that makes their reports."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(instance=folder)
        self.database = Database(self.settings.database)
        migrate.upgrade(self.database)
        with self.database.writing() as session:
            questionnaires.ensure_bundled(session)
            owner = users.create(session, "consultant@example.org", None)
            self.workspace: Workspace = workspaces.create(session, owner, "Consultants", language="en")
            furnish(session, self.workspace, TOWNS)
            self.group: PeerGroup = make_group(session, self.workspace)
            self.towns = organisations.of_workspace(session, self.workspace.id)

    def make(self, places: Sequence[int], processes: int) -> float:
        """Make the reports at these places; the seconds that it took."""
        benchmark_reports.RENDERERS = processes
        with self.database.writing() as session:
            wanted = [Wanted(session.merge(self.towns[place]), "en") for place in places]
            batch = batches.order(session, self.workspace, session.merge(self.group), wanted)
            job = jobs.add(session, batches.KIND, {"batch": batch.id}, self.workspace.id).id
        began = time.perf_counter()
        do(self.database, self.settings, job)
        taken = time.perf_counter() - began
        with self.database.writing() as session:
            counts = batches.counts(session, [batch])[batch.id]
            assert counts.done == len(places), "every report is made"
            batches.delete(session, session.merge(batch))
        return taken

    def pages(self, places: Sequence[int]) -> list[str]:
        """The same reports as files of HTML: their names."""
        names, usual = [], benchmark_reports.lay_out

        def keep(html: str) -> bytes:
            names.append(str(self.folder / f"{len(names)}.html"))
            Path(names[-1]).write_text(html, encoding="utf-8")
            return b"%PDF"

        benchmark_reports.lay_out = keep
        try:
            self.make(places, 1)
        finally:
            benchmark_reports.lay_out = usual
        return names

    def close(self) -> None:
        """End what was started."""
        rendering.pool().close()
        rendering.pool.cache_clear()
        self.database.close()


class Bare:
    """A process that does nothing but render files with WeasyPrint."""

    def __enter__(self) -> Bare:
        command = [sys.executable, "-c", BARE]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.wait()
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.kill()
        self.process.wait()

    def begin(self, names: Sequence[str]) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(" ".join(names) + "\n")
        self.process.stdin.flush()

    def wait(self) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline(), "WeasyPrint goes on"


def at_the_same_time(processes: Sequence[Bare], names: Sequence[str]) -> float:
    """Seconds that the processes take for all files, each for its share of them."""
    began = time.perf_counter()
    for number, process in enumerate(processes):
        process.begin(names[number :: len(processes)])
    for process in processes:
        process.wait()
    return time.perf_counter() - began


if __name__ == "__main__":
    for figure in run(int(sys.argv[1]) if len(sys.argv) > 1 else TOWNS):
        print(*figure.cells(), sep=" | ")
