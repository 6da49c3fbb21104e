"""A batch's reports as files: their names, all of them as one ZIP, and the list that goes with it.

The ZIP is written while it is sent, one report in memory at a time: three hundred are fifty megabytes."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence

from maturity.language import Language
from maturity.store import batches
from maturity.store.database import Database
from maturity.store.tables import Batch, BatchReport
from maturity.web.batches.told import STATES, remark, whose
from maturity.web.languages import NAMES
from maturity.web.reading.files import stem_of

LIST = "README.txt"
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "ð": "d", "þ": "th", "ß": "ss"})
"""Letters that do not come apart into a base and a sign."""


def name_of(report: BatchReport, tongue: Language) -> str:
    """What a report's file is called: "uppby-sv.pdf".

    It depends on nothing but whose the report is, and so tells a client nothing about the others in its batch:
    not how many there are, and not that one is called the same.
    """
    return f"{_stem(whose(report, tongue))}-{report.language}.pdf"


def paths_of(reports: Sequence[BatchReport], tongue: Language) -> dict[str, str]:
    """Where in the ZIP each of a batch's reports is, by its id: by its name, and those that are called the same
    in a folder for each."""
    names = {one.id: name_of(one, tongue) for one in reports}
    often = Counter(names.values())
    alike = [one for one in reports if often[names[one.id]] > 1]
    places = Counter((names[one.id], _place(one)) for one in alike)
    for one in alike:
        place = _place(one)
        folder = place if place and places[names[one.id], place] == 1 else f"{place}-{one.id}".strip("-")
        names[one.id] = f"{folder}/{names[one.id]}"
    return names


def _place(report: BatchReport) -> str:
    """What tells an organisation from others of its name: country and official code, "no-1515"."""
    known = report.organisation
    parts = [part for part in (known.country, known.code) if part] if known else []
    return _stem("-".join(parts)) if parts else ""


def zip_name(batch: Batch) -> str:
    """What the ZIP is called."""
    return f"{_stem(batch.name)}-{batch.created_at:%Y-%m-%d}.zip"


def _stem(name: str) -> str:
    return stem_of(name.translate(_LETTERS)).replace("_", "-")


def contents(batch: Batch, reports: Sequence[BatchReport], tongue: Language) -> str:
    """The list of everything in the ZIP, and of what is not in it and why."""
    made, missing = [one for one in reports if one.size], [one for one in reports if not one.size]
    paths = paths_of(reports, tongue)
    lines = [batch.name, "=" * len(batch.name), ""]
    lines += [tongue.say("Ordered on {date}.", date=tongue.date(batch.created_at.date())), ""]
    lines += [tongue.say("In this file:"), "", *(_entry(one, paths[one.id], tongue) for one in made), ""]
    if missing:
        lines += [tongue.say("Not made:"), "", *(_missing(one, tongue) for one in missing), ""]
    return "\r\n".join([*lines, *_advice(made, tongue), ""])


def _entry(report: BatchReport, path: str, tongue: Language) -> str:
    note = remark(report, tongue)
    told = f"  {path}: {whose(report, tongue)}, {NAMES[report.language]}"
    return f"{told} ({note})" if note else told


def _missing(report: BatchReport, tongue: Language) -> str:
    why = remark(report, tongue) or tongue.say(STATES[report.state])
    return f"  {whose(report, tongue)}, {NAMES[report.language]}: {why}"


def _advice(made: Sequence[BatchReport], tongue: Language) -> Iterator[str]:
    """To whom each may be given."""
    yield tongue.say(
        "Each client’s report is for that client: it shows its own scores, and of others only what they "
        "agreed to."
    )
    if any(one.organisation is None for one in made):
        yield tongue.say("The group’s report can be passed on to everybody in the group.")


def zipped(database: Database, batch_id: str, tongue: Language) -> Iterator[bytes]:
    """A ZIP of all reports of a batch that are there, piece by piece."""
    pipe = _Pipe()
    with database.reading() as session, zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as archive:
        batch = session.get_one(Batch, batch_id)
        reports = batches.reports_of(session, batch)
        paths = paths_of(reports, tongue)
        moment = batch.created_at.timetuple()[:6]
        text = contents(batch, reports, tongue).encode("utf-8-sig")
        archive.writestr(zipfile.ZipInfo(LIST, moment), text)
        yield pipe.take()
        for one in reports:
            if one.size:
                archive.writestr(zipfile.ZipInfo(paths[one.id], moment), one.data or b"")
                session.expire(one, ["data"])
                yield pipe.take()
    yield pipe.take()


class _Pipe(io.RawIOBase):
    """A file that cannot be wound back, and gives away what was written."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """Take some bytes in."""
        self._held += data
        return len(data)

    def take(self) -> bytes:
        """Everything that was written since the last time."""
        taken = bytes(self._held)
        self._held.clear()
        return taken
