"""The queue, and making it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest

from maturity.jobs.queue import make_queue
from maturity.settings import Settings

MANY = 6


@pytest.fixture
def settings(tmp_path, put_database):
    """A database without tables."""
    put_database()
    return Settings(instance=tmp_path)


def test_processes_that_start_at_once_make_one_queue(settings):
    start = Barrier(MANY)

    def begin(_number):
        start.wait()
        return make_queue(settings)

    with ThreadPoolExecutor(MANY) as pool:
        queues = list(pool.map(begin, range(MANY)))
    queues[0].storage.enqueue(b"work")
    assert [queue.storage.queue_size() for queue in queues] == [1] * MANY
    for queue in queues:
        queue.storage.close()


def test_a_connection_that_ended_loses_no_work(settings):
    if not settings.jobs:
        pytest.skip("about PostgreSQL")
    queue = make_queue(settings)
    queue.storage.enqueue(b"first")
    with psycopg.connect(settings.jobs) as connection:
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(f"SELECT pg_terminate_backend(pid) {others}")
    queue.storage.enqueue(b"second")
    assert queue.storage.enqueued_items() == [b"first", b"second"]
    queue.storage.close()
