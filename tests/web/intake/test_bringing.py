"""Bringing files through the pages: looked at first, taken in whole, and the files gone afterwards."""

from __future__ import annotations

import io
import re
import zipfile
from urllib.parse import urljoin

import pytest
from tests.bringing import csv_of
from tests.statements import noted

from maturity.settings import Settings
from maturity.store import intakes, jobs
from maturity.store.tables import Assessment, AuditEntry, Intake, IntakeFile, Job, Organisation


@pytest.fixture
def room(workspace):
    return f"/workspaces/{workspace.id}/bring-in"


def bring(client, room, *files, field="files", **more):
    data = {field: [(io.BytesIO(content), name) for name, content in files], "version": "", **more}
    return client.send(room, data, content_type="multipart/form-data")


@pytest.fixture
def brought(owner_browser, room):
    """Brings files; the address of their page."""
    return lambda *files, **more: bring(owner_browser, room, *files, **more).location


def test_what_was_understood_is_shown_before_anything_is_kept(owner_browser, brought, session):
    page = owner_browser.get(brought(("a.csv", csv_of("Ådal")), ("b.csv", csv_of("Bodal", wrong="9"))))
    assert "Ådal" in page.text
    assert "25 people" in page.text
    assert "Elected politicians 7" in page.text
    assert session.query(Organisation).count() == session.query(Assessment).count() == 0


def test_the_database_is_asked_as_often_for_one_file_as_for_many(owner_browser, brought, app):
    names = ("Ådal", "Bodal", "Cedal")
    one = brought(("a.csv", csv_of("Ådal")))
    many = brought(*((f"{name}.csv", csv_of(name)) for name in names))
    asked = {}
    for address in (one, one, many):
        with noted(app.extensions["maturity-database"].engine) as statements:
            assert "25 people" in owner_browser.get(address).text
        asked[address] = len(statements)
    assert asked[many] == asked[one]


def test_a_wrong_cell_is_drawn_in_its_sheet(owner_browser, brought):
    page = owner_browser.get(brought(("b.csv", csv_of("Bodal", wrong="9")))).text
    assert "9 is not a whole number from 1 to 5" in page
    assert '<strong class="place">C8</strong>' in page
    assert '<td class="here">9</td>' in page
    assert "None of these files can be taken in" in page


def test_taking_in_keeps_results_and_deletes_the_files(owner_browser, brought, session):
    address = brought(("a.csv", csv_of("Ådal")), ("b.csv", csv_of("Bodal", seed=2)))
    answer = owner_browser.send(f"{address}/take")
    assert answer.status_code == 303
    page = owner_browser.get(answer.location).text
    assert "2 rounds are here now." in page
    assert session.query(Assessment).count() == 2
    assert {file.data for file in session.query(IntakeFile)} == {None}
    verbs = {entry.verb for entry in session.query(AuditEntry)}
    assert {"intake-begun", "intake-taken"} <= verbs


def test_what_is_wrong_is_left_out_only_when_ticked(owner_browser, brought, session):
    address = brought(("a.csv", csv_of("Ådal")), ("b.csv", csv_of("Bodal", wrong="9")))
    refused = owner_browser.send(f"{address}/take")
    assert refused.status_code == 422
    assert "Say that what is wrong is left out" in refused.text
    assert session.query(Assessment).count() == 0
    assert owner_browser.send(f"{address}/take", {"without_wrong": "y"}).status_code == 303
    session.commit()
    assert session.query(Assessment).count() == 1


def test_the_other_pages_are_reached_from_a_refused_decision_too(owner_browser, brought):
    files = [(f"{number}.doc", b"x") for number in range(60)]
    refused = owner_browser.send(f"{brought(('a.csv', csv_of('Ådal')), *files)}/take")
    assert refused.status_code == 422
    (there,) = re.findall(r'href="([^"]+)">Next page', refused.text)
    assert "Page 2 of 2" in owner_browser.get(urljoin(refused.request.path, there)).text


def test_nothing_is_offered_to_take_in_where_the_rest_is_here_already(owner_browser, brought):
    owner_browser.send(f"{brought(('a.csv', csv_of('Ådal')))}/take")
    page = owner_browser.get(brought(("again.csv", csv_of("Ådal")), ("b.csv", csv_of("Bodal", wrong="9"))))
    assert "None of these files can be taken in" in page.text
    assert "/take" not in page.text


def test_the_same_files_again_change_nothing(owner_browser, brought, session):
    owner_browser.send(f"{brought(('a.csv', csv_of('Ådal')))}/take")
    page = owner_browser.get(brought(("again.csv", csv_of("Ådal"))))
    assert "Everything in these files is here already" in page.text
    assert "in this workspace" in page.text


def test_another_round_of_the_same_day_is_pointed_out(owner_browser, brought):
    owner_browser.send(f"{brought(('a.csv', csv_of('Ådal')))}/take")
    page = owner_browser.get(brought(("b.csv", csv_of("Ådal", seed=2)))).text
    assert "There is a round of that day here already" in page
    assert "New here" not in page


def test_two_rounds_of_the_same_day_in_the_same_files_are_pointed_out(owner_browser, brought):
    files = (("a.csv", csv_of("Ådal")), ("b.csv", csv_of("Ådal", seed=2)), ("c.csv", csv_of("Bodal")))
    page = owner_browser.get(brought(*files)).text
    assert page.count("Another of these files is a round of the same municipality and day") == 2
    assert "Becomes a round of" not in page


def test_the_municipality_that_has_the_code_is_named_where_a_file_calls_it_something_else(
    owner_browser, brought
):
    files = (("a.csv", csv_of("Ådal", code="0101")), ("b.csv", csv_of("Bodal", code="0101", seed=2)))
    page = owner_browser.get(brought(*files)).text
    assert page.count("Becomes a round of Ådal, which has the same official code") == 1
    owner_browser.send(f"{brought(files[0])}/take")
    page = owner_browser.get(brought(("again.csv", csv_of("Cedal", code="0101", seed=3)))).text
    assert "Becomes a round of Ådal" in page


def test_the_line_of_a_wrong_place_is_called_a_line(owner_browser, brought):
    page = owner_browser.get(brought(("a.csv", "name;Ådal\nÆrø".encode("latin-1")))).text
    assert '<strong class="place">Line 1</strong> The file is not UTF-8' in page
    page = owner_browser.get(brought(("a.yaml", b'a: 1\nb: "x" y\n'))).text
    assert '<strong class="place">Line 2, column ' in page


def test_files_put_aside_are_gone(owner_browser, brought, session):
    address = brought(("a.csv", csv_of("Ådal")))
    answer = owner_browser.send(f"{address}/drop")
    assert "nothing of them was kept" in owner_browser.get(answer.location).text
    assert session.query(Intake).count() == session.query(IntakeFile).count() == 0
    assert owner_browser.get(address).status_code == 404


def test_what_was_taken_in_cannot_be_put_aside_any_more(owner_browser, brought, session):
    address = brought(("a.csv", csv_of("Ådal")))
    owner_browser.send(f"{address}/take")
    answer = owner_browser.send(f"{address}/drop")
    assert answer.location.endswith(address)
    assert session.query(Intake).count() == 1


def test_a_zip_and_a_folder_are_read(owner_browser, brought, session):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("2025/a.csv", csv_of("Ådal"))
        archive.writestr("2025/letter.docx", b"Dear")
    page = owner_browser.get(brought(("all.zip", packed.getvalue()))).text
    assert "1 other file was left alone." in page
    assert "2025/a.csv" in page
    page = owner_browser.get(brought(("town/b.csv", csv_of("Bodal")), field="folder")).text
    assert "town/b.csv" in page


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ((), "Choose the files to bring in"),
        ((("a.csv", b"x"), ("b.zip", b"no zip")), "b.zip: This is not a ZIP file"),
    ],
)
def test_what_cannot_be_brought_is_told(owner_browser, room, files, why):
    answer = bring(owner_browser, room, *files)
    assert answer.status_code == 422
    assert why in answer.text


def test_more_files_than_forms_have_fields_can_be_brought(owner_browser, brought, session):
    """Werkzeug stops at a thousand parts; here it is five times as many."""
    address = brought(*((f"{n}.doc", b"x") for n in range(1100)))
    assert session.query(IntakeFile).count() == 1100
    page = owner_browser.get(f"{address}?page=2").text
    assert "Page 2 of 28" in page


def test_a_reading_that_failed_can_go_on(owner_browser, brought, session):
    address = brought(("a.csv", csv_of("Ådal")))
    intake = session.query(Intake).one()
    job = session.get(Job, intake.job_id)
    intake.state = "reading"
    jobs.fail(session, job, "It broke")
    session.commit()
    assert "It broke" in owner_browser.get(address).text
    assert owner_browser.get(f"{address}/state").json["state"] == "failed"
    owner_browser.send(f"{address}/again")
    assert "Can be taken in" in owner_browser.get(address).text


def test_how_far_it_is_can_be_followed(owner_browser, brought, session):
    address = brought(("a.csv", csv_of("Ådal")))
    intake = session.query(Intake).one()
    job = session.get(Job, intake.job_id)
    intake.state, job.state, job.progress, job.total = "reading", "running", 3, 12
    session.commit()
    page = owner_browser.get(address).text
    assert 'max="12" value="3"' in page
    told = owner_browser.get(f"{address}/state").json
    assert (told["state"], told["progress"], told["total"]) == ("running", 3, 12)


def test_readers_do_not_see_what_individuals_answered(member_browser, brought, room):
    reader = member_browser("reader")
    assert reader.get(room).status_code == 403
    assert reader.get(brought(("b.csv", csv_of("Bodal", wrong="9")))).status_code == 403


def test_nobody_else_finds_it(stranger_browser, brought, room):
    assert stranger_browser.get(room).status_code == 404
    assert stranger_browser.get(brought(("a.csv", csv_of("Ådal")))).status_code == 404


class TestALimit:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"upload_limit": 400_000})

    def test_it_is_said_on_the_page_and_kept(self, owner_browser, room):
        assert "At most 0.4 MB" in owner_browser.get(room).text
        assert bring(owner_browser, room, ("a.csv", b"x" * 450_000)).status_code == 413


def test_lately_brought_files_are_listed(owner_browser, brought, room, session):
    brought(("a.csv", csv_of("Ådal")))
    assert "Waits for your decision" in owner_browser.get(room).text
    owner_browser.send(f"{brought(('b.csv', csv_of('Bodal')))}/take")
    assert "1 round was taken in" in owner_browser.get(room).text
    brought(("c.csv", csv_of("Cedal")), ("d.csv", csv_of("Dedal")))
    page = owner_browser.get(room).text
    assert [name in page for name in ("a.csv · 1 file", "b.csv · 1 round", "c.csv … · 2 files")] == [True] * 3
    assert intakes.KEPT_DAYS == 7
