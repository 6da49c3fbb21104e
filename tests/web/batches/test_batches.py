"""Ordering reports to each and to all, seeing how far they are, and taking them along."""

from __future__ import annotations

import io
import zipfile

import pytest
from sqlalchemy import select
from tests.jobs.towns import furnish, make_group

from maturity.jobs.kinds import benchmark_reports
from maturity.jobs.rendering import REFUSED
from maturity.problems import Problem, Problems
from maturity.store import batches, jobs, organisations
from maturity.store.tables import AuditEntry, Batch, BatchReport, Job

TOWNS = 8


@pytest.fixture
def group(session, workspace):
    furnish(session, workspace, TOWNS)
    found = make_group(session, workspace)
    session.commit()
    return found


@pytest.fixture
def order(workspace, group):
    return f"/workspaces/{workspace.id}/benchmarks/{group.id}/reports"


@pytest.fixture
def clients(session, workspace, group):
    return organisations.of_workspace(session, workspace.id)


@pytest.fixture(autouse=True)
def printed(monkeypatch):
    """What was laid out, instead of PDFs that take seconds."""
    pages = []

    def lay_out(html):
        pages.append(html)
        return b"%PDF-1.7 " + str(len(pages)).encode()

    monkeypatch.setattr(benchmark_reports, "lay_out", lay_out)
    monkeypatch.setattr(benchmark_reports, "RENDERERS", 1)
    return pages


def page_of(browser, address):
    return browser.get(address).get_data(as_text=True)


def test_every_client_is_offered_a_report_in_its_language_and_who_gets_none_is_told(
    owner_browser, session, order, clients
):
    organisations.decide(session, clients[0], "not-included", "itself")
    session.commit()
    page = page_of(owner_browser, order)
    assert page.count('name="clients"') == TOWNS - 1
    assert f'name="language-{clients[1].id}"' in page
    assert "Compared with 6 others." in page
    assert "1 municipality gets no report" in page
    assert "<strong>Town 00000</strong>. It is not included, by its own decision." in page


def test_who_would_see_no_numbers_is_told_before_it_is_ordered(owner_browser, session, order, clients):
    for town in clients[:3]:
        organisations.decide(session, town, "not-included", "itself")
    session.commit()
    page = page_of(owner_browser, order)
    assert "Too few are compared" in page
    assert "checked" not in page, "it is not ordered unless somebody wants it"


def test_all_are_made_at_once_and_taken_as_one_file(owner_browser, session, order, clients, printed):
    given = {"group": ["en", "sv"], "clients": [one.id for one in clients]}
    given[f"language-{clients[0].id}"] = "da"
    shown = owner_browser.send(order, given).headers["Location"]
    assert len(printed) == TOWNS + 2
    page = page_of(owner_browser, shown)
    assert "All 10 reports are ready" in page
    assert "The whole group" in page

    answer = owner_browser.get(f"{shown}/all.zip")
    assert answer.mimetype == "application/zip"
    assert "everybody-" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        listed = archive.read("README.txt").decode("utf-8-sig")
        assert all(archive.read(name).startswith(b"%PDF") for name in names[1:])
    assert names[:4] == [
        "README.txt",
        "the-whole-group-en.pdf",
        "the-whole-group-sv.pdf",
        "town-00000-da.pdf",
    ]
    assert "  town-00000-da.pdf: Town 00000, Dansk" in listed
    assert "  the-whole-group-sv.pdf: The whole group, Svenska" in listed


def names_in(browser, shown):
    with zipfile.ZipFile(io.BytesIO(browser.get(f"{shown}/all.zip").data)) as archive:
        listed = archive.read("README.txt").decode("utf-8-sig")
        names = archive.namelist()[1:]
    assert [name for name in names if f"  {name}: " not in listed] == []
    return names


def test_a_file_s_name_is_the_same_whoever_else_is_in_the_batch(
    owner_browser, session, order, clients, printed
):
    """A client that gets its file must not see how many others there are, nor that one is called the same."""
    alone, *others = clients
    for other, name in zip(others, ("Herøy", "Heroy", "Town-00000!", "Ωω"), strict=False):
        other.name = name
    others[4].name, others[4].code = "Heröy", None
    others[5].name, others[5].code, others[5].country = "Heroy", None, None
    session.commit()
    expected = {}
    for one in clients:
        shown = owner_browser.send(order, {"clients": [one.id], f"language-{one.id}": "sv"}).headers[
            "Location"
        ]
        (expected[one.id],) = names_in(owner_browser, shown)
    given = {"clients": [one.id for one in clients]} | {f"language-{one.id}": "sv" for one in clients}
    shown = owner_browser.send(order, given).headers["Location"]
    names = names_in(owner_browser, shown)
    assert sorted(name.rpartition("/")[2] for name in names) == sorted(expected.values())
    assert expected[alone.id] == "town-00000-sv.pdf"
    assert len({name.lower() for name in names}) == len(clients)


def test_those_whose_files_are_called_the_same_lie_in_folders_by_their_codes(
    owner_browser, session, order, clients, printed
):
    first, second, third, fourth = clients[:4]
    for one in (first, second, third, fourth):
        one.name = "Herøy"
    first.country, first.code = "NO", "1515"
    second.country, second.code = "NO", "1818"
    third.country = third.code = fourth.country = fourth.code = None
    session.commit()
    given = {"clients": [one.id for one in clients]} | {f"language-{one.id}": "nb" for one in clients}
    names = names_in(owner_browser, owner_browser.send(order, given).headers["Location"])
    assert {"no-1515/heroy-nb.pdf", "no-1818/heroy-nb.pdf"} <= set(names)
    assert len([name for name in names if name.endswith("/heroy-nb.pdf")]) == 4
    assert len(set(names)) == len(names)
    assert len([name for name in names if "/" not in name]) == len(clients) - 4


def test_nothing_chosen_is_refused_and_told(owner_browser, session, order):
    answer = owner_browser.send(order, {})
    assert answer.status_code == 422
    assert "Choose at least one report" in answer.get_data(as_text=True)
    assert session.scalars(select(Batch)).all() == []


def test_a_client_of_somebody_else_s_is_refused(owner_browser, session, order):
    answer = owner_browser.send(order, {"clients": ["another"]})
    assert answer.status_code == 422
    assert session.scalars(select(Batch)).all() == []


def test_one_that_failed_says_why_and_is_made_again(owner_browser, session, order, clients, monkeypatch):
    usual = benchmark_reports.lay_out

    def lay_out(html):
        if "Town 00002</title>" in html:
            raise Problems([Problem(REFUSED)])
        return usual(html)

    monkeypatch.setattr(benchmark_reports, "lay_out", lay_out)
    shown = owner_browser.send(order, {"clients": [one.id for one in clients]}).headers["Location"]
    page = page_of(owner_browser, shown)
    assert "7 of 8 reports are ready" in page
    assert "in the time and memory that it may take" in page
    listed = (
        zipfile.ZipFile(io.BytesIO(owner_browser.get(f"{shown}/all.zip").data)).read("README.txt").decode()
    )
    assert "Not made:\r\n\r\n  Town 00002, Norsk bokmål: The PDF could not be made" in listed

    monkeypatch.setattr(benchmark_reports, "lay_out", usual)
    owner_browser.send(f"{shown}/again")
    assert "All 8 reports are ready" in page_of(owner_browser, shown)
    session.rollback()
    verbs = session.scalars(select(AuditEntry.verb).where(AuditEntry.verb.like("reports-%"))).all()
    assert sorted(verbs) == ["reports-again", "reports-ordered"]


def test_a_work_that_broke_off_can_be_gone_on_with(owner_browser, session, order, clients, monkeypatch):
    monkeypatch.setattr(benchmark_reports.batches, "begin", _broken)
    shown = owner_browser.send(order, {"group": ["en"]}).headers["Location"]
    assert "Something went wrong on our side" in page_of(owner_browser, shown)
    monkeypatch.undo()
    monkeypatch.setattr(benchmark_reports, "lay_out", lambda html: b"%PDF")
    owner_browser.send(f"{shown}/again")
    assert "The report is ready" in page_of(owner_browser, shown)


def _broken(*_given):
    raise ZeroDivisionError


@pytest.fixture
def running(session, workspace, group, clients):
    """A batch that somebody makes: one report is there, one is being made."""
    wanted = [batches.Wanted(one, "sv") for one in clients[:3]]
    batch = batches.order(session, workspace, group, wanted)
    batch.job = jobs.add(session, batches.KIND, {"batch": batch.id}, workspace.id)
    jobs.begin(session, batch.job)
    batches.fill(session, batches.claim(session, batch.id).id, b"%PDF")
    batches.claim(session, batch.id)
    session.commit()
    return batch


def test_how_far_it_is_can_be_seen_with_and_without_a_script(owner_browser, workspace, running):
    shown = f"/workspaces/{workspace.id}/reports/{running.id}"
    page = page_of(owner_browser, shown)
    assert "1 of 3 reports are made" in page
    assert "is being made" in page
    state = owner_browser.get(f"{shown}/state").json
    assert (state["ended"], state["progress"], state["total"]) == (False, 1, 3)
    assert sorted(one["state"] for one in state["reports"].values()) == ["done", "making", "waiting"]
    listed = page_of(owner_browser, f"/workspaces/{workspace.id}/reports")
    assert "1 of 3 reports are made" in listed


def test_what_is_not_made_yet_leads_back_to_the_page(owner_browser, session, workspace, running):
    shown = f"/workspaces/{workspace.id}/reports/{running.id}"
    made, making, _ = batches.reports_of(session, running)
    assert owner_browser.get(f"{shown}/{making.id}/file").headers["Location"].endswith(shown)
    answer = owner_browser.get(f"{shown}/{made.id}/file")
    assert answer.data == b"%PDF"
    assert answer.headers["Content-Disposition"] == "attachment; filename=town-00000-sv.pdf"


def test_while_it_runs_nothing_is_started_twice(owner_browser, session, workspace, running):
    owner_browser.send(f"/workspaces/{workspace.id}/reports/{running.id}/again")
    session.rollback()
    assert len(session.scalars(select(Job)).all()) == 1


def test_a_reader_reads_and_takes_along_but_orders_and_deletes_nothing(
    member_browser, workspace, order, running
):
    reader = member_browser("reader")
    shown = f"/workspaces/{workspace.id}/reports/{running.id}"
    assert reader.get(shown).status_code == 200
    assert reader.get(f"{shown}/all.zip").status_code == 200
    assert reader.get(order).status_code == 403
    assert reader.send(f"{shown}/again").status_code == 403
    assert member_browser("facilitator").get(f"{shown}/delete").status_code == 403


def test_an_owner_deletes_a_batch_once_it_is_confirmed(owner_browser, session, workspace, running):
    shown = f"/workspaces/{workspace.id}/reports/{running.id}"
    assert "3 reports are deleted" in page_of(owner_browser, f"{shown}/delete")
    owner_browser.send(f"{shown}/delete")
    session.rollback()
    assert session.scalars(select(BatchReport)).all() == []
    assert owner_browser.get(shown).status_code == 404


def test_without_a_result_there_is_nothing_to_order(owner_browser, session, workspace):
    group = make_group(session, workspace)
    session.commit()
    page = page_of(owner_browser, f"/workspaces/{workspace.id}/benchmarks/{group.id}/reports")
    assert "There is nothing to compare yet" in page


def test_without_a_group_the_next_step_is_told(owner_browser, workspace):
    assert "First a group" in page_of(owner_browser, f"/workspaces/{workspace.id}/reports")
