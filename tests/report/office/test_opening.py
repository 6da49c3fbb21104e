"""LibreOffice opens what we write as it stands: every page and slide, with its words and without a complaint.

`make test` installs it, or prints the line to type, as it does with the browser.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from .conftest import packed, paper, slides

ENDINGS = (".docx", ".pptx")


@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice's program."""
    found = shutil.which("soffice")
    if found is None:
        pytest.fail("LibreOffice is not installed. Type: scripts/system-libraries --tests")
    return found


def converted(office: str, what: str, folder: Path) -> str:
    """Turn the paper and the slides into PDF at once, in a home of its own; what LibreOffice said."""
    files = [folder / f"{ending[1:]}{ending}" for ending in ENDINGS]
    for file, ending in zip(files, ENDINGS, strict=True):
        file.write_bytes(packed(what, ending))
    home = f"-env:UserInstallation=file://{folder}/home"
    done = subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return (done.stdout + done.stderr).lower()


@pytest.mark.parametrize("what", ["report", "progress"])
def test_an_office_opens_paper_and_slides_and_finds_everything(
    what: str, office: str, tmp_path: Path, words_of: Callable[[pikepdf.Pdf], str]
) -> None:
    said = converted(office, what, tmp_path)
    assert "repair" not in said
    assert "error" not in said
    with pikepdf.open(tmp_path / "docx.pdf") as pages:
        assert 1 <= len(pages.pages) <= 2, "a decision paper has one or two pages"
        titles = [one.text for one in paper(what).paragraphs if one.style.name in ("Title", "Heading 1")]
        assert_all_there(titles, words_of(pages))
    with pikepdf.open(tmp_path / "pptx.pdf") as deck:
        assert len(deck.pages) == len(slides(what).slides)
        titles = [slide.shapes.title.text for slide in slides(what).slides]
        assert_all_there(titles, words_of(deck))


def assert_all_there(wanted: list[str], text: str) -> None:
    """Every text stands in a text that is written without spaces."""
    assert wanted
    assert [one for one in wanted if "".join(one.split()) not in text] == []
