"""Versions of questionnaires: those that come with the program, and a workspace's own.

A version's files are kept as they were when it was published; a questionnaire is read from them, in a
language, and kept in memory, because reading takes longer than everything else on a page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from maturity import questionnaire as room
from maturity import resources
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.folder import read_folder
from maturity.questionnaire.model import Dimension, Questionnaire
from maturity.questionnaire.settings import Privacy
from maturity.store.clock import now
from maturity.store.tables import Assessment, QuestionnaireVersion


def add(
    session: Session, workspace_id: str | None, files: Mapping[str, bytes], *, published: bool = False
) -> QuestionnaireVersion:
    """A new version from its files. Raises Problems with every error of the files."""
    checked = room.check(files)
    if checked.questionnaire is None:
        raise Problems(checked.errors)
    found = QuestionnaireVersion(
        workspace_id=workspace_id,
        state="published" if published else "draft",
        published_at=now() if published else None,
        **_columns(files),
    )
    session.add(found)
    session.flush()
    return found


def _columns(files: Mapping[str, bytes]) -> dict[str, Any]:
    """What a row says of its files. A draft that has errors is named by what it says of itself, if it
    can."""
    sound = check_files(files).questionnaire
    id_, version = (sound.id, sound.version) if sound else _named(files)
    return {
        "questionnaire": id_[:100],
        "version": version[:40],
        "fingerprint": sound.fingerprint if sound else "",
        "files": {name: data.decode("utf-8") for name, data in sorted(files.items())},
        "content": content_of(files),
    }


def _named(files: Mapping[str, bytes]) -> tuple[str, str]:
    data = read_folder(files).data or {}
    found = (data.get("id"), data.get("version"))
    return tuple(word if isinstance(word, str) else "" for word in found)  # type: ignore[return-value]


def content_of(files: Mapping[str, bytes]) -> str:
    """SHA-256 of all files with their names, in hexadecimal."""
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def ensure_bundled(session: Session) -> None:
    """Make the questionnaires that come with the program known, in the versions that they have now."""
    for name in resources.questionnaire_names():
        files = resources.read_folder(resources.find_questionnaire(name))
        query = select(QuestionnaireVersion.id).where(
            QuestionnaireVersion.workspace_id.is_(None), QuestionnaireVersion.content == content_of(files)
        )
        if session.scalar(query) is None:
            add(session, None, files, published=True)


def available(session: Session, workspace_id: str | None) -> Sequence[QuestionnaireVersion]:
    """The published versions that a workspace can use, newest first: the program's, and its own."""
    mine = or_(QuestionnaireVersion.workspace_id.is_(None), QuestionnaireVersion.workspace_id == workspace_id)
    query = select(QuestionnaireVersion).where(mine, QuestionnaireVersion.state == "published")
    newest = (QuestionnaireVersion.published_at.desc(), QuestionnaireVersion.questionnaire)
    return session.scalars(query.order_by(*newest)).all()


def newest(session: Session, workspace_id: str | None) -> dict[str, QuestionnaireVersion]:
    """Of each questionnaire that a workspace can use, by its own id, the version that was published last."""
    return {one.questionnaire: one for one in reversed(available(session, workspace_id))}


def dimension_named(
    versions: Mapping[str, QuestionnaireVersion], questionnaire: str, dimension: str, tag: str
) -> str:
    """What the newest of these versions of a questionnaire calls a dimension; its id, if there is none."""
    version = versions.get(questionnaire)
    return dimension if version is None else load(version, tag).name_of(dimension)


def bundled(session: Session, name: str) -> QuestionnaireVersion:
    """The newest version of a questionnaire that comes with the program. KeyError if there is none."""
    return newest(session, None)[name]


def of_workspace(session: Session, workspace_id: str) -> Sequence[QuestionnaireVersion]:
    """A workspace's own versions, drafts too, newest first."""
    query = select(QuestionnaireVersion).where(QuestionnaireVersion.workspace_id == workspace_id)
    return session.scalars(query.order_by(QuestionnaireVersion.created_at.desc())).all()


def find(session: Session, workspace_id: str | None, id_: str) -> QuestionnaireVersion | None:
    """A version that this workspace may see; None if it is another's."""
    found = session.get(QuestionnaireVersion, id_)
    return found if found and found.workspace_id in (None, workspace_id) else None


def publish(session: Session, version: QuestionnaireVersion) -> None:
    """Let assessments use a version. From then on it does not change. Raises Problems if it has errors, or if
    there is a version of that number already."""
    if version.state == "published":
        raise Problems([Problem(N_("This version is published already"))])
    checked = check(version)
    if checked.questionnaire is None:
        raise Problems(checked.errors)
    if any(other.version == version.version for other in earlier(session, version)):
        message = N_("There is a version {version} of {name} already. Give this one a higher version number")
        raise Problems([Problem(message, {"version": version.version, "name": version.questionnaire})])
    version.state, version.published_at = "published", now()
    session.flush()


def earlier(session: Session, version: QuestionnaireVersion) -> Sequence[QuestionnaireVersion]:
    """The published versions of the same questionnaire that its workspace can use, newest first, the
    workspace's own before the program's."""
    same = [
        other
        for other in available(session, version.workspace_id)
        if other.questionnaire == version.questionnaire and other.id != version.id
    ]
    return sorted(same, key=lambda other: other.workspace_id is None)


def begin_draft(session: Session, workspace_id: str, files: Mapping[str, bytes]) -> QuestionnaireVersion:
    """A draft with these files; they may have errors. A draft that is the same already is taken instead."""
    _refuse_unreadable(files)
    found = _same(session, workspace_id, content_of(files))
    if found is None:
        found = QuestionnaireVersion(workspace_id=workspace_id, state="draft", **_columns(files))
        session.add(found)
        session.flush()
    return found


def change_draft(session: Session, version: QuestionnaireVersion, files: Mapping[str, bytes]) -> None:
    """Put other files in the place of a draft's; they may have errors. Raises Problems if it is published, or
    if another draft is the same."""
    if version.state == "published":
        raise Problems([Problem(N_("A published version does not change: make a new draft of it"))])
    assert version.workspace_id is not None, "the program's own are published"
    _refuse_unreadable(files)
    same = _same(session, version.workspace_id, content_of(files))
    if same is not None and same.id != version.id:
        raise Problems([Problem(N_("There is another draft with exactly this content"))])
    for name, value in _columns(files).items():
        setattr(version, name, value)
    session.flush()


def delete_draft(session: Session, version: QuestionnaireVersion) -> None:
    """Delete a draft. Raises Problems if it is published: assessments may stand on it."""
    if version.state == "published":
        raise Problems([Problem(N_("A published version cannot be deleted"))])
    session.delete(version)
    session.flush()


def _same(session: Session, workspace_id: str, content: str) -> QuestionnaireVersion | None:
    query = select(QuestionnaireVersion).where(
        QuestionnaireVersion.workspace_id == workspace_id,
        QuestionnaireVersion.content == content,
        QuestionnaireVersion.state == "draft",
    )
    return session.scalar(query.limit(1))


def _refuse_unreadable(files: Mapping[str, bytes]) -> None:
    """Files are kept as text."""
    wrong = []
    for name, data in files.items():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            wrong.append(Problem(N_("The file is not written in UTF-8. Save it again as UTF-8"), {}, name))
        if b"\0" in data:
            wrong.append(Problem(N_("The file is not a text"), {}, name))
    if wrong:
        raise Problems(wrong)


def check(version: QuestionnaireVersion) -> room.Checked:
    """Errors and warnings of a version's files, and how complete each translation is."""
    return _check(_source(version))


def check_files(files: Mapping[str, bytes]) -> room.Checked:
    """The same of files that are not in the store yet. It is remembered for a while: call it before a session
    begins to write, because it can take seconds, in which others would wait."""
    return _check(_Source(content_of(files), lambda: files))


def files_of(version: QuestionnaireVersion) -> dict[str, bytes]:
    """The files of a version by their names."""
    return {name: str(text).encode("utf-8") for name, text in version.files.items()}


def languages_of(version: QuestionnaireVersion) -> tuple[str, ...]:
    """The languages that a version can be read in, its own first."""
    return _languages(_source(version))


def load(version: QuestionnaireVersion, language: str | None = None) -> Questionnaire:
    """The questionnaire in a language, as its author protects it."""
    return _load(_source(version), language)


def questionnaire_of(assessment: Assessment, language: str | None = None) -> Questionnaire:
    """The questionnaire of an assessment in a language, protected as the assessment says. Score with this
    one.

    One person alone (a trial, with a threshold of 1) is asked every item: the few that are asked of a role
    would leave dimensions without a score, and nobody else is there to fill them."""
    version = assessment.questionnaire_version
    privacy = Privacy(threshold=assessment.threshold, distribution=assessment.distribution)
    return _protected(_source(version), language, privacy)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a questionnaire is read from: remembered by the hash of its content."""

    content: str
    read: Callable[[], Mapping[str, bytes]] = field(compare=False)


def _source(version: QuestionnaireVersion) -> _Source:
    return _Source(version.content, lambda: files_of(version))


@lru_cache(maxsize=20)
def _check(source: _Source) -> room.Checked:
    return room.check(source.read())


@lru_cache(maxsize=100)
def _languages(source: _Source) -> tuple[str, ...]:
    try:
        own = _load(source, None).language
    except Problems:  # a draft may have errors
        own = None
    return room.languages(source.read(), own)


@lru_cache(maxsize=60)
def _load(source: _Source, language: str | None) -> Questionnaire:
    if language is None:
        return room.load(source.read())
    return room.translated(_load(source, None), source.read(), language)


@lru_cache(maxsize=60)
def _protected(source: _Source, language: str | None, privacy: Privacy) -> Questionnaire:
    asked = _load(source, language)
    if privacy.threshold > 1:
        return asked.model_copy(update={"privacy": privacy})
    # made anew: a copy would keep the lists that were computed from the dimensions as they were
    parts = {name: getattr(asked, name) for name in Questionnaire.model_fields}
    dimensions = tuple(map(_asked_of_all, asked.dimensions))
    return Questionnaire.model_construct(**parts | {"privacy": privacy, "dimensions": dimensions})


def _asked_of_all(dimension: Dimension) -> Dimension:
    parts = tuple(map(_asked_of_all, dimension.dimensions))
    items = tuple(item.model_copy(update={"roles": None}) for item in dimension.items)
    return dimension.model_copy(update={"dimensions": parts, "items": items})
