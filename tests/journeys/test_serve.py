"""`maturity serve`: one command, and everything is there; ended, nothing is left running."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from playwright.sync_api import expect


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_the_server_starts_with_the_example_and_ends_when_told(tmp_path, port, open_browser):
    environment = {**os.environ, "MATURITY_INSTANCE": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "maturity", "serve", "--demo", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            told = [server.stdout.readline(), server.stdout.readline()]
            address = re.search(r"http://\S+", told[0])[0]
            with urllib.request.urlopen(f"{address}/health") as answer:
                assert answer.read().strip() == b'{"status":"ok"}'
            email, password = re.search(r"as (\S+) with the password (\S+)", told[1]).groups()
            page = open_browser(watch=False)
            page.goto(f"{address}/sign-in")
            page.locator("#email").fill(email)
            page.locator("#password").fill(password)
            page.locator("#password").press("Enter")
            page.get_by_role("link", name="Exempelköping").click()
            expect(page.get_by_role("heading", name="2022")).to_be_visible()
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)
    with pytest.raises(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        pass
