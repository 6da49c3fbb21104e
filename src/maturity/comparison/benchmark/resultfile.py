"""The file that leaves a municipality: its protected result, what it agreed to, and a checksum. No
respondents.

The checksum notices a file that was cut short or changed by hand. It is no signature: who wants to know who
wrote a file asks them for the checksum.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from maturity.comparison.benchmark.entry import CONSENTS, Entry
from maturity.problems import N_, Problem, Problems
from maturity.scoring import from_json, to_json
from maturity.scoring.result import Result

KIND = "maturity-result"
FORMAT = 1
"""The version of the file's own format; the result inside has one as well."""
MOST_THRESHOLD = 10_000
"""Nobody hides among more people than that."""


def write_entry(entry: Entry) -> str:
    """The file: canonical JSON with a checksum (SHA-256, hexadecimal) over everything else in it.

    The same entry gives the same text. Reasons for agreed levels stay at home: they were written for the team.
    The note goes along: it is what readers must know, such as "made-up data".
    """
    content: dict[str, Any] = {
        "kind": KIND,
        "format": FORMAT,
        "consent": entry.consent,
        "tags": sorted(set(entry.tags)),
        "result": json.loads(to_json(_without_reasons(entry.result))),
    }
    return _canonical({**content, "checksum": checksum(content)}) + "\n"


def read_entry(text: str, file: str = "") -> Entry:
    """The entry that was written. Raises Problems if the file is cut short, changed, or of another format."""
    content = _content(text, file)
    if not _fits(content.pop("checksum", None), content):
        _refuse(file, N_("The file was changed or cut short: its checksum does not fit. Ask for it again"))
    if content.get("format") != FORMAT:
        message = N_("This result file has format {found}; format {format} is read")
        _refuse(file, message, found=content.get("format"), format=FORMAT)
    if content.get("consent") not in CONSENTS:
        message = N_("{found} is no consent; it is one of {known}")
        _refuse(file, message, found=content.get("consent"), known=", ".join(CONSENTS))
    tags = content.get("tags")
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        _refuse(file, N_("tags must be a list of texts"))
    return Entry(_result(content.get("result"), file), content["consent"], tuple(content["tags"]))


def is_result_file(text: str) -> bool:
    """Whether a text says that it is a result file, intact or not."""
    return f'"{KIND}"' in text


def checksum(content: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical JSON of a file's content without its checksum."""
    return hashlib.sha256(_canonical(content).encode("utf-8")).hexdigest()


def _fits(told: object, content: Mapping[str, Any]) -> bool:
    try:
        return told == checksum(content)
    except (ValueError, RecursionError):  # half of a letter; lists in lists without end
        return False


def _without_reasons(result: Result) -> Result:
    agreed = tuple((item, level, None, evidence) for item, level, _, evidence in result.agreed_reasons)
    return replace(result, agreed_reasons=agreed)


def _content(text: str, file: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = N_("The file is cut short or no JSON. Ask for it again")
        raise Problems([Problem(message, file=file, line=getattr(error, "lineno", None))]) from None
    if not isinstance(content, dict) or content.get("kind") != KIND:
        _refuse(file, N_("This is no result file. One is made by: maturity result ANSWERS -o result.json"))
    found: dict[str, Any] = content
    return found


def _result(content: object, file: str) -> Result:
    try:
        result = from_json(_canonical(content))
    except Problems as found:
        raise Problems(replace(problem, file=file, line=None) for problem in found.problems) from None
    message = N_("The result is damaged at {place}: {found} does not belong there")
    faults = [Problem(message, {"place": place, "found": said}, file) for place, said in _impossible(result)]
    if faults:
        raise Problems(faults)
    return result


def _impossible(result: Result) -> Iterator[tuple[str, object]]:
    """What is of the right kind and yet says nothing: its place, and what stands there."""
    if not result.organisation.strip():
        yield "organisation", result.organisation
    if not _is_date(result.date):
        yield "date", result.date
    if result.country is not None and not re.fullmatch("[A-Z]{2}", result.country):
        yield "country", result.country
    if not re.fullmatch("[0-9a-f]{64}", result.answers_hash):
        yield "answers_hash", result.answers_hash
    if result.population is not None and result.population < 1:
        yield "population", result.population
    if result.respondents < 0:
        yield "respondents", result.respondents
    if not 1 <= result.threshold <= MOST_THRESHOLD:
        yield "threshold", result.threshold


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _refuse(file: str, message: str, **values: object) -> None:
    raise Problems([Problem(message, values, file)])


def _canonical(content: object) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
