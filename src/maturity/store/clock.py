"""The time, in UTC, and the day where people live, in one place so that operations can be given another."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo


def now() -> datetime.datetime:
    """The time in UTC, with its zone."""
    return datetime.datetime.now(datetime.UTC)


def today(zone: str) -> datetime.date:
    """The date in a time zone, such as "Europe/Stockholm"."""
    return now().astimezone(ZoneInfo(zone)).date()
