"""Folders and ZIPs of them: what can hold answers is read, what nobody should send is refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from maturity.problems import Problems
from maturity.store import folders

YAML = b"questionnaire: tiny\nrespondents:\n"


def packed(files, **more):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_files_of_a_zip_are_read_and_others_left_alone():
    inside = {
        "2025/a.csv": b"x",
        "2025/b.yaml": YAML,
        "2025/actions.yaml": b"actions:\n",
        "letter.docx": b"x",
        "__MACOSX/a.csv": b"x",
        ".DS_Store": b"x",
        "2025/~$a.xlsx": b"x",
    }
    found = folders.gather([("all.zip", packed(inside))])
    assert [name for name, _ in found.files] == ["2025/a.csv", "2025/b.yaml"]
    assert found.skipped == ["2025/actions.yaml", "letter.docx"]


def test_a_folder_that_a_browser_sends_is_sorted_in_the_same_way():
    found = folders.gather([("town/a.csv", b"x"), ("town/notes.txt", b"x")])
    assert ([name for name, _ in found.files], found.skipped) == (["town/a.csv"], ["town/notes.txt"])


def test_a_file_that_was_chosen_is_read_whatever_it_is_called():
    assert folders.gather([("answers.doc", b"x")]).files == [("answers.doc", b"x")]


@pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "C:\\a.csv", "a/../../b.csv"])
def test_paths_that_lead_out_are_refused(name):
    data = packed({"x" * len(name): b"x"}).replace(b"x" * len(name), name.encode())
    with pytest.raises(Problems):
        folders.unpack(data)


def test_a_bomb_is_not_unpacked():
    with pytest.raises(Problems) as found:
        folders.unpack(packed({"a.csv": b"0" * 19_000_000}))
    assert found.value.problems[0].file == "a.csv"


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(folders, "MOST_FILES", 2)
    three = {f"{n}.csv": b"x" for n in range(3)}
    with pytest.raises(Problems):
        folders.unpack(packed(three))
    with pytest.raises(Problems):
        folders.gather(three.items())


def test_too_much_in_all_is_refused(monkeypatch):
    monkeypatch.setattr(folders, "MOST_BYTES", 5)
    with pytest.raises(Problems):
        folders.gather([("a.csv", b"xxx"), ("b.csv", b"xxx")])


@pytest.mark.parametrize("data", [b"", b"no zip", packed({"a.csv": b"x"})[:-9]])
def test_what_is_no_zip_is_refused(data):
    with pytest.raises(Problems):
        folders.gather([("all.zip", data)])


def test_a_folder_without_answers_is_refused():
    with pytest.raises(Problems):
        folders.gather([("all.zip", packed({"letter.docx": b"x"}))])


def test_too_much_in_several_zips_is_refused_before_all_are_unpacked(monkeypatch):
    monkeypatch.setattr(folders, "MOST_BYTES", 1000)
    opened = []
    unpack = folders.unpack
    monkeypatch.setattr(folders, "unpack", lambda data, name: opened.append(name) or unpack(data, name))
    data = packed({"a.csv": b"x" * 900})
    with pytest.raises(Problems):
        folders.gather([(f"{n}.zip", data) for n in range(9)])
    assert len(opened) == 2
