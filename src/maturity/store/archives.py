"""A questionnaire folder as a ZIP, and back. What people upload is trusted in nothing: not its names, not the
sizes that it claims, not what its entries pretend to be."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.yaml import LARGEST

MOST_BYTES = 10_000_000
"""Bytes of all files together, unpacked."""
MOST_ENTRIES = 200
_MAIN = "questionnaire.yaml"
_OURS = re.compile(r"(questionnaire|recommendations|cases)\.yaml\Z|translations/[A-Za-z0-9_-]{1,20}\.yaml\Z")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_EPOCH = (1980, 1, 1, 0, 0, 0)


def is_ours(name: str) -> bool:
    """Whether a file of this name belongs to a questionnaire folder."""
    return bool(_OURS.match(name))


def pack(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of a questionnaire's files: the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of a questionnaire folder in a ZIP, by name relative to the folder.

    The folder may stand inside another. Files that are not a questionnaire's are left out. Raises Problems if
    it is no ZIP, or holds what no questionnaire needs: links, paths that lead out of it, locked or enormous
    files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError):
        raise _refusal(N_("This is not a ZIP file, or it is damaged")) from None


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(archive.infolist()) > MOST_ENTRIES:
        raise _refusal(N_("The ZIP holds more than {most} files"), most=MOST_ENTRIES)
    for entry in entries:
        refuse_tricks(entry)
    wanted = _by_name(entries)
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for name, entry in wanted.items():
        files[name] = _content(archive, entry, min(LARGEST, left))
        left -= len(files[name])
    return files


def refuse_tricks(entry: zipfile.ZipInfo) -> None:
    """Problems if an entry leads out of the ZIP, is no ordinary file, is locked, or packed in a rare way."""
    name = entry.orig_filename
    path = PurePosixPath(name)
    if "\\" in name or "\0" in name or ":" in name or path.is_absolute() or ".." in path.parts:
        raise _refusal(N_("The ZIP holds a path that leads out of it"), file=_shown(name))
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise _refusal(N_("The ZIP holds a link or a special file"), file=_shown(name))
    if entry.flag_bits & _ENCRYPTED:
        raise _refusal(N_("The ZIP is locked with a password"), file=_shown(name))
    if entry.compress_type not in _METHODS:
        raise _refusal(N_("The ZIP is compressed in a way that is not read here"), file=_shown(name))


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:100]


def _by_name(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The entries that are a questionnaire's, by their names in its folder."""
    mains = [entry.filename for entry in entries if PurePosixPath(entry.filename).name == _MAIN]
    mains = [name for name in mains if not name.startswith("__MACOSX/")]
    if not mains:
        raise _refusal(N_("There is no questionnaire.yaml in the ZIP"))
    folder = min(mains, key=lambda name: name.count("/")).removesuffix(_MAIN)
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.filename.removeprefix(folder)
        if not entry.filename.startswith(folder) or not is_ours(name):
            continue
        if name in found:
            raise _refusal(N_("The ZIP holds two files of the same name"), file=name)
        found[name] = entry
    return found


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """What is in an entry: never more than `most` bytes are unpacked, whatever it claims."""
    with archive.open(entry) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise _refusal(N_("Unpacked, the questionnaire is too large"), file=_shown(entry.filename))
    return data


def _refusal(message: str, file: str = "", **values: object) -> Problems:
    return Problems([Problem(message, dict(values), file)])
