"""The eleven made-up municipalities: the same files every time, and nothing in them is odd."""

from __future__ import annotations

import pytest
from scripts import examples

from maturity import resources
from maturity.answers.reading import read_with_warnings
from maturity.questionnaire import load

FILES = sorted((resources.examples() / "benchmark").iterdir())


@pytest.fixture(scope="module")
def asked():
    return load(resources.read_folder(resources.find_questionnaire("innovation-capacity")))


def test_the_script_writes_them_again(tmp_path, monkeypatch):
    monkeypatch.setattr(examples, "FOLDER", tmp_path)
    examples.main()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in FILES
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_is_read_without_a_remark(asked, path):
    found, warnings = read_with_warnings(path.read_bytes(), path.name, asked)
    assert warnings == ()
    assert len(found.respondents) >= 15
    assert "finns inte" in found.note or "findes ikke" in found.note or "finnes ikke" in found.note
