"""Makes the reports of a batch, two at a time: to each organisation, and to all.

What is left to do stands in the batch's rows, so that a worker that is killed goes on where it was. All
reports tell of the results that were there when the work first began. What an organisation decides meanwhile
counts for every report that is made from then on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Collection
from typing import Any

from sqlalchemy.orm import Session

from maturity.jobs.rendering import RENDERERS, lay_out
from maturity.jobs.work import FAILED, Work, ending
from maturity.problems import N_, Problem, Problems
from maturity.report.benchmark.formats import Bundle, html
from maturity.report.benchmark.stored import asked_of, bundle_from
from maturity.store import batches, entries, organisations
from maturity.store.entries import Compared
from maturity.store.tables import Batch, BatchReport

_log = logging.getLogger(__name__)


def run(work: Work) -> dict[str, Any]:
    """Make every report of the batch that `work.payload` names and that waits; how many are there then, and
    how many failed. One that fails does not stop the others."""
    making = Making(work, work.payload["batch"])
    making.tell()  # what a worker that was killed had made, perhaps without having told it
    threads = [threading.Thread(target=making.go_on, daemon=True) for _ in range(RENDERERS)]
    for thread in threads:  # daemons: a worker that is told to end does not wait for three hundred reports
        thread.start()
    for thread in threads:
        thread.join()
    if making.errors:
        raise making.errors[0]
    return making.finish()


class Making:
    """The work on one batch: what it compares, and the reports one by one. Used by several threads."""

    def __init__(self, work: Work, batch_id: str) -> None:
        self.work = work
        self.batch_id = batch_id
        self.errors: list[BaseException] = []
        """What ended a thread before everything was done: the process ends, or the database is gone."""
        self._lock = threading.Lock()
        with work.database.reading() as session:
            batch = _get(session, batch_id)
            self._group = batches.group_of(batch)
            self._asked = asked_of(session, self._group)
            self._standing = organisations.standing(session, batch.workspace_id)
            self._compared = self._read(session, batch.choice.get("results"))
        with work.database.writing() as session:
            self._results = batches.begin(session, _get(session, batch_id), self._compared.results)

    def go_on(self) -> None:
        """Make one report after the other, until none is left or the process is to end."""
        try:
            while (report_id := self._claim()) is not None:
                self._make(report_id)
                self.tell()
                if ending.is_set():
                    raise SystemExit
        except BaseException as error:
            self.errors.append(error)

    def finish(self) -> dict[str, Any]:
        """Note that the work has ended; what came of it."""
        with self.work.database.writing() as session:
            batch = session.get(Batch, self.batch_id)
            if batch is None:
                return {}
            counts = batches.finish(session, batch)
        return {"done": counts.done, "failed": counts.failed}

    def _claim(self) -> str | None:
        with self.work.database.writing() as session:
            report = batches.claim(session, self.batch_id)
            return report.id if report else None

    def _make(self, report_id: str) -> None:
        try:
            bundle = self._put_together(report_id)
            data = lay_out(html(bundle).decode("utf-8"))
        except Problems as refused:
            self._fail(report_id, refused.problems[0])
        except Exception:
            _log.exception("report %s of batch %s failed", report_id, self.batch_id)
            self._fail(report_id, Problem(FAILED))
        else:
            with self.work.database.writing() as session:
                batches.fill(session, report_id, data, bundle.benchmark.withheld)

    def _put_together(self, report_id: str) -> Bundle:
        with self.work.database.reading() as session:
            report = session.get_one(BatchReport, report_id)
            tag, client = report.language, report.organisation
            compared = entries.retold(session, self._comparable(session), tag)
        return bundle_from(compared, self._asked, tag, client)

    def _comparable(self, session: Session) -> Compared:
        """What is compared, read again if an organisation has decided otherwise or got other facts since."""
        standing = organisations.standing(session, self._group.workspace_id)
        with self._lock:
            if standing != self._standing:
                self._compared, self._standing = self._read(session, self._results), standing
            return self._compared

    def _read(self, session: Session, results: Collection[str] | None) -> Compared:
        group = self._group
        return entries.table_of(session, group.workspace_id, group.questionnaire, "en", results)

    def _fail(self, report_id: str, problem: Problem) -> None:
        with self.work.database.writing() as session:
            batches.fail(session, report_id, problem.message, problem.values)

    def tell(self) -> None:
        """Say how far the work is; in turn, so that it never goes back."""
        with self._lock:
            with self.work.database.reading() as session:
                batch = session.get(Batch, self.batch_id)
                counts = batches.counts(session, [batch])[batch.id] if batch else None
            if counts:
                self.work.advance(counts.total - counts.left, counts.total)


def _get(session: Session, batch_id: str) -> Batch:
    batch = session.get(Batch, batch_id)
    if batch is None:
        raise Problems([Problem(N_("The reports have been deleted"))])
    return batch
