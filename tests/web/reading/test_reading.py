"""The report of a round on screen and as files."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
import re

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from openpyxl import load_workbook
from sqlalchemy import select

from maturity.jobs import rendering
from maturity.jobs.kinds import report_pdf
from maturity.report.pdf import RenderError
from maturity.report.stored import bundle_of
from maturity.store import actions, clock, results
from maturity.store.tables import Document, Job


@pytest.fixture
def app(app):
    """Jobs are done at once."""
    app.extensions["maturity-queue"].immediate = True
    return app


@pytest.fixture
def filled(make_filled):
    return make_filled()


@pytest.fixture
def address(workspace, filled):
    return f"/workspaces/{workspace.id}/rounds/{filled.id}/report"


@pytest.fixture
def rendered(monkeypatch):
    """What was laid out, instead of a PDF that takes seconds."""
    pages = []

    def render(html):
        pages.append(html)
        return b"%PDF-1.7 made"

    monkeypatch.setattr(report_pdf, "lay_out", render)
    return pages


def test_the_report_on_screen_has_every_section(owner_browser, address):
    page = owner_browser.get(address + "?lang=sv", follow_redirects=True).get_data(as_text=True)
    for anchor in ("profile", "differences", "dimensions", "plan", "method", "numbers", "sources"):
        assert f'id="{anchor}"' in page
        assert f'href="#{anchor}"' in page
    assert page.count("data-chart") == page.count("<figure") > 5


def test_the_page_is_sent_small(app, owner_browser, address):
    plain = owner_browser.get(address)
    assert "Content-Encoding" not in plain.headers
    packed = FlaskClient.open(owner_browser, address, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < 60_000
    assert 'id="profile"' in gzip.decompress(packed.data).decode()


def test_what_is_overdue_goes_by_the_day_where_people_live(
    owner_browser, address, filled, session, rendered, monkeypatch
):
    night = datetime.datetime(2040, 1, 31, 23, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr(clock, "now", lambda: night)
    actions.add(session, filled, "Late in Stockholm", due=night.date())
    session.commit()
    owner_browser.send(address + "/pdf")
    for page in (owner_browser.get(address).text, *rendered):
        assert "Planned · overdue" in page
    assert len(rendered) == 1


def test_screen_files_and_paper_say_the_same_numbers(owner_browser, address, filled, session, rendered):
    bundle = bundle_of(session, filled, "en", datetime.date.today())
    said = [(line.name, line.score, line.interval) for line in bundle.report.profile.lines]
    assert len(said) == 5
    screen = owner_browser.get(address).get_data(as_text=True)
    owner_browser.send(address + "/pdf")
    data = json.loads(owner_browser.get(address + "/file.json").data)["result"]
    rows = list(csv.reader(io.StringIO(owner_browser.get(address + "/file.csv").data.decode("utf-8-sig"))))
    kind = owner_browser.get(address + "/file.csv").headers["Content-Type"]
    assert kind == "text/csv; charset=utf-8"
    book = load_workbook(io.BytesIO(owner_browser.get(address + "/file.xlsx").data))
    cells = {(row[0].value, cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    for id_, (name, score, interval) in zip(data["top"], said, strict=True):
        in_table = re.compile(
            rf'<th scope="row">{re.escape(str(escape(name)))}</th>'
            rf'<td class="number"><strong>{re.escape(score)}<'
        )
        assert in_table.search(screen)
        assert in_table.search(rendered[0])
        assert interval in screen
        mean = next(one for one in data["dimensions"] if one["id"] == id_)["estimate"]["mean"]
        assert bundle.language.number(mean, 1) == score
        assert any(row[1] == name and row[3] == score for row in rows)
        assert (name, float(score)) in cells


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("csv", "text/csv"),
        ("json", "application/json"),
        ("html", "application/octet-stream"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ],
)
def test_a_file_is_saved_under_a_name_that_says_what_it_is(owner_browser, address, ending, kind):
    assert f'href="{address}/file.{ending}"' in owner_browser.get(address).text
    answer = owner_browser.get(f"{address}/file.{ending}")
    assert answer.mimetype == kind
    assert f"exempelkoping-varen_2026.{ending}" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("ending", ["pdf", "exe", "py"])
def test_other_files_are_not_there(owner_browser, address, ending):
    assert owner_browser.get(f"{address}/file.{ending}").status_code == 404


def test_a_pdf_is_ordered_waited_for_and_kept(owner_browser, address, session, rendered):
    waiting = owner_browser.send(address + "/pdf").headers["Location"]
    assert "Save the PDF" in owner_browser.get(waiting).get_data(as_text=True)
    state = owner_browser.get(waiting + "/state").get_json()
    assert state == {"state": "ready", "text": "The PDF is ready", "progress": 3, "total": 3}
    assert owner_browser.get(waiting + "/file").data == b"%PDF-1.7 made"
    again = owner_browser.send(address + "/pdf").headers["Location"]
    assert again == waiting + "/file"
    assert len(rendered) == 1
    assert session.scalars(select(Job)).one().state == "done"


def test_languages_and_the_summary_are_pdfs_of_their_own(owner_browser, address, session, rendered):
    owner_browser.send(address + "/pdf")
    owner_browser.send(address + "/pdf", {"part": "summary"})
    owner_browser.get("/?lang=sv")
    owner_browser.send(address + "/pdf")
    found = session.scalars(select(Document).order_by(Document.created_at)).all()
    assert [(one.language, one.part) for one in found] == [
        ("en", "whole"),
        ("en", "summary"),
        ("sv", "whole"),
    ]
    assert '<html lang="sv">' in rendered[2]


def test_a_pdf_that_waits_says_so(app, owner_browser, address, session):
    app.extensions["maturity-enqueue"] = lambda job: None
    waiting = owner_browser.send(address + "/pdf").headers["Location"]
    page = owner_browser.get(waiting).get_data(as_text=True)
    assert "waits for its turn" in page
    assert "<progress" in page
    assert owner_browser.get(waiting + "/file").headers["Location"] == waiting
    owner_browser.send(address + "/pdf")
    assert len(session.scalars(select(Job)).all()) == 1, "it is ordered once"


def test_a_pdf_that_fails_says_why_and_can_be_tried_again(owner_browser, address, monkeypatch):
    class Broken:
        def render(self, html):
            raise RenderError("no memory")

    monkeypatch.setattr(rendering, "pool", Broken)
    waiting = owner_browser.send(address + "/pdf").headers["Location"]
    page = owner_browser.get(waiting).get_data(as_text=True)
    assert "in the time and memory that it may take" in page
    monkeypatch.setattr(report_pdf, "lay_out", lambda html: b"%PDF-1.7")
    assert owner_browser.send(address + "/pdf").headers["Location"] == waiting
    assert "Save the PDF" in owner_browser.get(waiting).get_data(as_text=True)


@pytest.mark.parametrize("state", ["draft", "open"])
def test_no_number_is_shown_while_people_answer(owner_browser, make_filled, workspace, state):
    filled = make_filled(state=state)
    address = f"/workspaces/{workspace.id}/rounds/{filled.id}/report"
    page = owner_browser.get(address).get_data(as_text=True)
    assert "The report comes when answering has closed" in page
    assert "<svg role" not in page
    assert owner_browser.get(address + "/file.json").headers["Location"] == address
    assert owner_browser.send(address + "/pdf").headers["Location"] == address


def test_too_few_people_give_a_report_without_numbers(owner_browser, make_filled, workspace):
    filled = make_filled(threshold=50, distribution=50)
    page = owner_browser.get(f"/workspaces/{workspace.id}/rounds/{filled.id}/report").get_data(as_text=True)
    assert "Too few people answered for a report." in page
    assert "data-chart" not in page
    assert "Answering is closed" in page, "nobody can be invited any more"
    assert "Invite more people" not in page


def test_a_closed_round_shows_what_was_frozen(owner_browser, make_filled, workspace, session):
    filled = make_filled()
    frozen = results.freeze(session, filled, results.shown(session, filled))
    frozen.result = frozen.result.replace('"Exempelköping"', '"Som det var"')
    filled.state = "closed"
    session.commit()
    page = owner_browser.get(f"/workspaces/{workspace.id}/rounds/{filled.id}/report/file.html").data.decode()
    assert "Som det var" in page


def test_readers_read_and_strangers_find_nothing(
    member_browser, stranger_browser, browser, address, rendered
):
    reader = member_browser("reader")
    assert reader.get(address).status_code == 200
    made = reader.send(address + "/pdf").headers["Location"]
    for path in (address, address + "/file.json", made, made + "/state", made + "/file"):
        assert stranger_browser.get(path).status_code == 404
        assert browser.get(path).status_code in (302, 303)
    assert stranger_browser.send(address + "/pdf").status_code == 404


def test_a_pdf_is_not_found_through_another_round(owner_browser, make_filled, workspace, address, rendered):
    made = owner_browser.send(address + "/pdf").headers["Location"].rsplit("/", 1)[1]
    other = make_filled(label="Another")
    assert (
        owner_browser.get(f"/workspaces/{workspace.id}/rounds/{other.id}/report/pdf/{made}").status_code
        == 404
    )


def test_what_people_wrote_stays_text(owner_browser, make_filled, workspace, session):
    filled = make_filled(label="<script>alert(1)</script>", note='</script><b onclick="x">')
    page = owner_browser.get(f"/workspaces/{workspace.id}/rounds/{filled.id}/report").get_data(as_text=True)
    assert "<script>alert" not in page
    assert "<b onclick" not in page
