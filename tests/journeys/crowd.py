"""A crowd that answers at a real server: processes, sockets, and people who try until an answer has arrived.

The benchmarks use it as well, so that it imports nothing from other tests.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from maturity.settings import Settings
from maturity.store import assessments, invitations, migrate, organisations, questionnaires, users, workspaces
from maturity.store.database import Database

SECRET = "a secret key that is only for tests, and long"
ROLES = ("politician", "executive", "manager", "staff")
ROOT = Path(__file__).parent.parent.parent


def prepare(folder: Path, people: int, questionnaire: str = "innovation-capacity") -> list[str]:
    """A round in a database of its own; the tokens of the personal links to it."""
    store = Database(settings(folder).database)
    with store.writing() as session:
        owner = users.create(session, "owner@example.org", "not a password")
        workspace = workspaces.create(session, owner, "Exempelköping")
        place = organisations.create(session, workspace.id, "Exempelköping")
        version = questionnaires.bundled(session, questionnaire)
        targets = dict.fromkeys(ROLES, people)
        found = assessments.create(
            session, workspace.id, place, version, languages=["en"], targets=targets, state="open"
        )
        links = [
            invitations.make(session, found, SECRET, role=ROLES[number % len(ROLES)])
            for number in range(people)
        ]
        tokens = [invitations.token_of(link, SECRET) for link in links]
    store.close()
    return tokens


def make_database(folder: Path) -> None:
    """An empty database with the questionnaires that come with the program."""
    store = Database(settings(folder).database)
    migrate.upgrade(store)
    with store.writing() as session:
        questionnaires.ensure_bundled(session)
    store.close()


def settings(folder: Path) -> Settings:
    """The settings of the crowd's server."""
    return Settings(instance=folder, secret_key=SECRET)  # type: ignore[call-arg, arg-type]


class Server:
    """gunicorn with two workers on a free port."""

    def __init__(self, folder: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.options = options
        base = f"http://127.0.0.1:{self.port}"
        given = {"INSTANCE": str(folder), "SECRET_KEY": SECRET, "BASE_URL": base}
        self.environment = os.environ | {f"MATURITY_{name}": value for name, value in given.items()}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--workers", "2", "--threads", "8", "--preload", "--log-level", "critical", *self.options]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)
        until = time.monotonic() + 60
        while not self._answers():
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.05)

    def _answers(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            line.request("GET", "/health")
            return line.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()

    def kill(self) -> None:
        """Kill everything at once, in the middle of whatever it does."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def kill_workers(self) -> None:
        """Kill the processes that answer; the one above them starts others."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        for child in children.split():
            try:
                os.kill(int(child), signal.SIGKILL)
            except ProcessLookupError:
                continue

    def stop(self) -> None:
        """End it."""
        if self.process is not None and self.process.poll() is None:
            self.kill()


@dataclass
class Person:
    """Somebody who answers as the page's script does: one save at a time, again until it has arrived."""

    port: int
    token: str
    items: list[str] = field(default_factory=list)
    acknowledged: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By item: the value and the revision that the server said it had saved."""
    times: list[float] = field(default_factory=list)
    """Seconds of each save that arrived."""
    _cookie: str = ""
    _csrf: str = ""
    _line: http.client.HTTPConnection | None = None

    def begin(self) -> None:
        """Follow the link, begin, and learn which items there are."""
        page = self._page(f"/answer/{self.token}")
        form = f"csrf_token={self._csrf}"
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        self._request("POST", f"/answer/{self.token}", form, kind)
        number = 1
        while True:
            page = self._page(f"/answer/{self.token}/{number}")
            found = re.findall(r'data-item="([^"]+)"[^>]* data-counts', page)
            if not found:
                return
            self.items += found
            number += 1

    def save(self, item: str, value: int) -> None:
        """Save one answer, again and again until the server says that it has it."""
        while not self._save(item, value):
            time.sleep(0.02)

    def leave(self) -> None:
        """Hang up; the next request calls again."""
        if self._line is not None:
            self._line.close()
        self._line = None

    def _save(self, item: str, value: int) -> bool:
        seen = self.acknowledged.get(item, (0, 0))[1]
        body = json.dumps({"item": item, "seen": seen, "marks": [f"={value}"]})
        start = time.perf_counter()
        try:
            status, text = self._request("POST", f"/answer/{self.token}/save", body, self._headers())
        except (OSError, http.client.HTTPException):
            self.leave()
            return False
        if status != 200:
            assert status >= 500, f"{status}: {text[:200]}"
            return False
        self.times.append(time.perf_counter() - start)
        self.acknowledged[item] = (value, json.loads(text)["revision"])
        return True

    def _headers(self) -> dict[str, str]:
        return {"Content-Type": "application/json", "X-CSRFToken": self._csrf}

    def _page(self, path: str) -> str:
        status, text = self._request("GET", path, "", {})
        assert status in (200, 404), f"{path}: {status}"
        found = re.search(r'name="csrf_token" value="([^"]+)"', text)
        self._csrf = found[1] if found else self._csrf
        return text

    def _request(self, method: str, path: str, body: str, headers: dict[str, str]) -> tuple[int, str]:
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        given = {"Accept-Language": "en", **headers} | ({"Cookie": self._cookie} if self._cookie else {})
        self._line.request(method, path, body or None, given)
        response = self._line.getresponse()
        text = response.read().decode()
        cookie = response.headers.get("Set-Cookie", "")
        if cookie.startswith("session="):
            self._cookie = cookie.split(";")[0]
        return response.status, text
