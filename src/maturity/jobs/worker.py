"""The worker: takes jobs from the queue, does each once, keeps the house once a day, and reminds of what is due."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from typing import Any

from huey import crontab
from huey.api import Huey
from huey.consumer import Consumer

from maturity.jobs.queue import TASK, make_queue
from maturity.jobs.work import do, ending
from maturity.settings import Settings
from maturity.store import jobs
from maturity.store.clock import now
from maturity.store.database import Database

LEFT = datetime.timedelta(minutes=10)
"""How long after it was ordered unfinished work is looked after."""
_log = logging.getLogger(__name__)


def prepare(settings: Settings, database: Database) -> tuple[Huey, Callable[[str], Any]]:
    """The queue with its tasks, and the function that puts a job into it by its name."""
    queue = make_queue(settings)

    @queue.task(name=TASK)  # type: ignore[untyped-decorator]
    def run(job_id: str) -> None:
        do(database, settings, job_id)

    @queue.periodic_task(crontab(minute="*/5"), name="left")  # type: ignore[untyped-decorator]
    def left() -> None:
        resume(database, run, now() - LEFT)

    @queue.periodic_task(crontab(hour="3", minute="10"), name="daily")  # type: ignore[untyped-decorator]
    def daily() -> None:
        _do_now("keep-house", settings, database)

    @queue.periodic_task(crontab(hour="5", minute="30"), name="morning")  # type: ignore[untyped-decorator]
    def morning() -> None:
        _do_now("remind", settings, database)

    return queue, run


def _do_now(kind: str, settings: Settings, database: Database) -> None:
    with database.writing() as session:
        job = jobs.add(session, kind, {})
    do(database, settings, job.id)


def resume(database: Database, enqueue: Callable[[str], Any], before: datetime.datetime | None = None) -> int:
    """Put what was ordered before a moment (now if not said) and is unfinished back into the queue; how much that
    was. A worker does so when it starts, and now and then, because another machine's may have died. What is being
    done is left to whoever does it."""
    with database.reading() as session:
        left = [job.id for job in jobs.unfinished(session, before or now())]
    for job_id in left:
        enqueue(job_id)
    return len(left)


class _Worker(Consumer):  # type: ignore[misc]
    """A consumer that tells long work when it is to end."""

    def stop(self, graceful: bool = False) -> None:
        """End."""
        ending.set()
        super().stop(graceful)


def work(settings: Settings, workers: int = 2) -> None:
    """Work until the process is told to end. On SIGINT what has begun is finished first, unless it is long: it
    stops at its next step. On SIGTERM everything stops. The next worker goes on with what is left."""
    database = Database(settings.database)
    queue, enqueue = prepare(settings, database)
    _log.info("%s unfinished jobs", resume(database, enqueue))
    _Worker(queue, workers=workers, worker_type="thread", backoff=1.15, max_delay=2.0).run()
