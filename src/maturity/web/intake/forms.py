"""What is brought, and the decision about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, SelectField

from maturity.problems import N_, Problem, Problems
from maturity.store.folders import Brought, gather
from maturity.store.tables import QuestionnaireVersion
from maturity.web.forms import Form
from maturity.web.languages import spoken
from maturity.web.questionnaires.told import name_of, title_of
from maturity.web.refused import told


class BringForm(Form):
    """Files, or a folder of them, and the questionnaire of those that do not say."""

    files = MultipleFileField(N_("Files"))
    folder = MultipleFileField(N_("A whole folder"))
    version = SelectField(N_("Questionnaire of files that name none"))

    def offer(self, versions: Iterable[QuestionnaireVersion]) -> None:
        """The versions that can be chosen: none of them at first."""
        none = spoken().say(N_("Every file names its own"))
        titles = {one.id: f"{title_of(one)} ({name_of(one)})" for one in versions}
        self.version.choices = {"": none, **titles}

    def brought(self) -> Brought:
        """What was chosen, unpacked. Raises Problems if that is nothing, or too much."""
        given = [*_read(self.files.data), *_read(self.folder.data)]
        if not given:
            raise Problems([Problem(N_("Choose the files to bring in"))])
        return gather(given)

    def refuse(self, found: Problems) -> None:
        """Show what is wrong with what was chosen, each with the file that it is about."""
        texts = zip(found.problems, told(found), strict=True)
        about = [f"{problem.file}: {text}" if problem.file else text for problem, text in texts]
        self.files.errors = [*self.files.errors, *about]


class TakeForm(Form):
    """That what is wrong is left out: said by ticking it."""

    without_wrong = BooleanField(N_("Leave out what is wrong"))


def _read(files: Sequence[FileStorage | str] | None) -> list[tuple[str, bytes]]:
    """Name and content of what was chosen; a browser sends an empty part for nothing."""
    given = [file for file in files or () if isinstance(file, FileStorage) and file.filename]
    return [(_shown(str(file.filename)), file.read()) for file in given]


def _shown(name: str) -> str:
    return "".join(c for c in name.replace("\\", "/") if c.isprintable()).lstrip("/") or "?"
