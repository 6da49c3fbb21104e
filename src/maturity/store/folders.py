"""What people bring at once: files, folders, and ZIPs of folders, as one list of files to read.

A ZIP is trusted in nothing, as in `maturity.store.archives`: not in names, sizes or kinds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from maturity.answers.naming import is_hidden, may_hold_answers
from maturity.answers.reading import LARGEST, READERS
from maturity.problems import N_, Problem, Problems
from maturity.store.archives import refuse_tricks
from maturity.store.intakes import MOST_FILES

MOST_BYTES = 60_000_000
"""Bytes of all files together, unpacked."""
MOST_RATIO = 200
"""How many times as large as the ZIP its content may be; spreadsheets are packed to a twentieth at most."""
_ALWAYS = 1_000_000
"""Bytes that may be unpacked from any ZIP, however small."""


@dataclass(slots=True)
class Brought:
    """The files to read, and the names of those that are left alone: no answers can be in them."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def gather(given: Iterable[tuple[str, bytes]]) -> Brought:
    """The files among what was given (name and content), those in ZIPs too.

    Of a folder or ZIP only files that can hold answers or results are taken; a file that was chosen by itself
    is taken in any case, so that people are told what is wrong with it. Raises Problems if there are none, or
    too many, or if a ZIP is not to be trusted.
    """
    found = Brought()
    for name, data in given:
        if name.lower().endswith(".zip"):
            for inside, content in unpack(data, name):
                _sort(found, inside, content)
        elif "/" in name:
            _sort(found, name, data)
        else:
            found.files.append((name, data))
        _refuse_too_much(found)
    if not found.files:
        raise Problems([Problem(N_("There is no file of answers or results among what was given"))])
    return found


def _refuse_too_much(found: Brought) -> None:
    """As soon as it is too much: several ZIPs are not unpacked together before they are counted."""
    if len(found.files) > MOST_FILES:
        raise Problems([Problem(N_("Bring at most {most} files at once"), {"most": MOST_FILES})])
    if sum(len(data) for _, data in found.files) > MOST_BYTES:
        raise Problems([_too_large()])


def unpack(data: bytes, name: str = "") -> list[tuple[str, bytes]]:
    """The files in a ZIP, by their paths in it. Raises Problems if it is no ZIP, or holds what no folder of
    answers does: links, paths that lead out of it, locked, enormous or very many files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return list(_content(archive, len(data)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError):
        raise Problems([Problem(N_("This is not a ZIP file, or it is damaged"), {}, name)]) from None


def _content(archive: zipfile.ZipFile, packed: int) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES:
        raise Problems([Problem(N_("The ZIP holds more than {most} files"), {"most": MOST_FILES})])
    left = min(MOST_BYTES, max(_ALWAYS, packed * MOST_RATIO))
    for entry in entries:
        refuse_tricks(entry)
        if not _is_readable(entry.filename):
            yield entry.filename, b""
            continue
        with archive.open(entry) as file:
            data = file.read(min(LARGEST, left) + 1)
        left -= len(data)
        if left < 0 or len(data) > LARGEST:
            raise Problems([_too_large(entry.filename)])
        yield entry.filename, data


def _too_large(file: str = "") -> Problem:
    return Problem(N_("Unpacked, these files are too large. Bring them in several parts"), {}, file)


def _sort(found: Brought, name: str, data: bytes) -> None:
    if is_hidden(name):
        return
    if _is_readable(name) and may_hold_answers(data, name):
        found.files.append((name, data))
    else:
        found.skipped.append(name)


def _is_readable(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in READERS
