"""Which questionnaire a file is to is found before it is read."""

import io
import zipfile

import pytest

from maturity.answers import template
from maturity.answers.naming import Named, may_hold_answers, named_in


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "questionnaire: tiny\nversion: 1.2.0\n"),
        ("a.json", '{\n "questionnaire": "tiny",\n "version": "1.2.0"\n}'),
        ("a.csv", "\ufeffFrågeformulär;tiny\nVersion;1.2.0\n"),
        ("a.tsv", "skema\ttiny\nversjon\t1.2.0\n"),
    ],
)
def test_it_is_found_in_every_format_and_language(name, text):
    assert named_in(text.encode(), name) == Named("tiny", "1.2.0")


def test_a_template_names_it(tiny):
    for ending in (".csv", ".xlsx"):
        assert named_in(template(tiny, ending), f"a{ending}") == Named("tiny", "1.0.0")


def test_a_file_may_name_none():
    assert named_in(b"organisation;Uppby\n", "a.csv") == Named(None, None)
    assert named_in(b"no workbook", "a.xlsx") == Named(None, None)


def test_in_folders_yaml_without_respondents_is_no_file_of_answers():
    assert may_hold_answers(b"respondents:\n", "a.yaml")
    assert not may_hold_answers(b"actions:\n", "a.yml")
    assert may_hold_answers(b"anything", "a.csv")


def test_a_beginning_of_nothing_but_lines_takes_no_longer_than_any_other():
    """It took a minute: every line was searched to the end from every line."""
    lines = b"\n" * 19_000 + b"questionnaire;tiny\n"
    assert named_in(lines, "a.csv").questionnaire == "tiny"


def test_a_workbook_that_names_entities_is_not_even_opened(tiny, monkeypatch):
    data = io.BytesIO(template(tiny, ".xlsx"))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/more.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    monkeypatch.setattr("openpyxl.load_workbook", lambda *_, **__: pytest.fail("it was opened"))
    assert named_in(data.getvalue(), "a.xlsx") == Named(None, None)
