"""Editing a draft's files in the browser: a text field for each, and what is wrong, with line and column.

A draft is kept as it was typed, errors and all: nobody loses an hour's work to a missing colon."""

from __future__ import annotations

import re

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, TextAreaField

from maturity.language import SUPPORTED
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire import skeleton, stamp
from maturity.questionnaire.folder import MAIN, SECTIONS
from maturity.store import questionnaires as store
from maturity.store.tables import QuestionnaireVersion, Workspace
from maturity.web.access import or_404, record
from maturity.web.forms import Form
from maturity.web.languages import NAMES, spoken
from maturity.web.questionnaires.room import ONE, address, blueprint, draft_required
from maturity.web.questionnaires.told import name_of, told
from maturity.web.refused import flash_told
from maturity.web.sessions import db

_TRANSLATION = re.compile(r"translations/([A-Za-z0-9_-]+)\.yaml\Z")
_BEGINNINGS = {"recommendations.yaml": "recommendations: []\n", "cases.yaml": "sources: []\ncases: []\n"}


_CHANGED = N_(
    "The draft was changed elsewhere in the meantime. Here is what you typed: look through it, "
    "and save again to keep it in the place of what is there."
)


class FileForm(Form):
    """One file of a draft, and the content of the whole draft that the page showed."""

    text = TextAreaField(N_("Content of the file"))
    seen = HiddenField()


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@draft_required
def edit(workspace: Workspace, version: QuestionnaireVersion) -> ResponseReturnValue:
    """One file of a draft: `?file=`."""
    files = store.files_of(version)
    name = request.args.get("file", MAIN)
    or_404(files.get(name))
    form = FileForm(data={"text": files[name].decode("utf-8"), "seen": version.content})
    if not form.validate_on_submit():
        return _page(workspace, version, name, files[name].decode("utf-8"))
    typed = _typed(form.text.data)
    if form.seen.data != version.content and typed.encode() != files[name]:
        flash(spoken().say(_CHANGED), "error")
        return _page(workspace, version, name, typed), 409
    return _save(workspace, version, files | {name: typed.encode()}, name)


def _typed(text: str | None) -> str:
    plain = (text or "").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return plain if not plain or plain.endswith("\n") else plain + "\n"


def _save(
    workspace: Workspace, version: QuestionnaireVersion, files: dict[str, bytes], name: str
) -> ResponseReturnValue:
    before = version.content
    db.commit()  # others need not wait while this is checked
    store.check_files(files)
    db.refresh(version)
    try:
        if version.content != before:
            raise Problems([Problem(_CHANGED)])
        store.change_draft(db, version, files)
    except Problems as refused:
        _tell(refused)
        return _page(workspace, version, name, files.get(name, b"").decode("utf-8")), 422
    record("questionnaire-changed", ("questionnaire", version.id), name=name_of(version))
    errors = len(store.check(version).errors)
    counted = spoken().plural("Saved, with one error.", "Saved, with {count} errors.", errors)
    flash(counted if errors else spoken().say(N_("Saved. There are no errors.")), "success")
    return redirect(address("edit", workspace, version, file=name), 303)


def _page(workspace: Workspace, version: QuestionnaireVersion, name: str, text: str) -> str:
    return render_template(
        "questionnaires/edit.html",
        workspace=workspace,
        version=version,
        name=name,
        text=text,
        lines=text.count("\n") + 1,
        files=sorted(store.files_of(version), key=_in_order),
        problems=told(store.check(version).problems, spoken()),
        missing=_missing(version),
        language=spoken(),
        translation=_TRANSLATION.match(name),
    )


def _in_order(name: str) -> tuple[int, str]:
    order = (MAIN, *SECTIONS)
    return (order.index(name) if name in order else len(order)), name


def _missing(version: QuestionnaireVersion) -> dict[str, str]:
    """The files that can be added, each with the words for it."""
    there = store.files_of(version)
    found = {name: name for name in SECTIONS if name not in there}
    for tag in SUPPORTED:
        name = f"translations/{tag}.yaml"
        if name not in there and tag not in store.languages_of(version):
            found[name] = spoken().say(N_("Translation: {language}"), language=NAMES[tag])
    return found


@blueprint.post(f"{ONE}/files")
@draft_required
def add_file(workspace: Workspace, version: QuestionnaireVersion) -> ResponseReturnValue:
    """Add a file that is not there yet; a translation begins with every text to fill in."""
    name = request.form.get("file", "")
    or_404(_missing(version).get(name))
    files = store.files_of(version)
    try:
        begun = _beginning(files, name)
    except Problems as refused:
        _tell(refused)
        return redirect(address("edit", workspace, version), 303)
    return _save(workspace, version, files | {name: begun}, name)


def _beginning(files: dict[str, bytes], name: str) -> bytes:
    match = _TRANSLATION.match(name)
    return skeleton(files, match[1]) if match else _BEGINNINGS[name].encode()


@blueprint.post(f"{ONE}/files/remove")
@draft_required
def remove_file(workspace: Workspace, version: QuestionnaireVersion) -> ResponseReturnValue:
    """Take a file out of a draft."""
    files = store.files_of(version)
    name = request.form.get("file", "")
    if name == MAIN or files.pop(name, None) is None:
        or_404(None)
    return _save(workspace, version, files, MAIN)


@blueprint.post(f"{ONE}/stamp")
@draft_required
def mark_read(workspace: Workspace, version: QuestionnaireVersion) -> ResponseReturnValue:
    """Say that a translation is up to date with the texts that it was made from."""
    files = store.files_of(version)
    name = request.form.get("file", "")
    match = or_404(_TRANSLATION.match(name) if name in files else None)
    try:
        return _save(workspace, version, files | {name: stamp(files, match[1])}, name)
    except Problems as refused:
        _tell(refused)
        return redirect(address("edit", workspace, version, file=name), 303)


def _tell(refused: Problems) -> None:
    flash_told(Problems(refused.problems[:5]))
