"""A benchmark on screen and as files: of the group, of one client, and the working copy."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import select

from maturity.store import groups, organisations, profiles, workspaces
from maturity.store.tables import BatchReport


@pytest.fixture
def places(keep):
    return keep(14, named=6)


@pytest.fixture
def group(places, make_group):
    return make_group()


@pytest.fixture
def address(room, group):
    return f"{room}/{group.id}"


def read(browser, address):
    response = browser.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def rows_of(page):
    """The labels of the grid's rows."""
    grid = page.split("data-grid", 1)[1].split("</table>", 1)[0]
    return re.findall(r'<label for="with-\d+">(.*?)(?:<small>|</label>)', grid)


def column_of(page, id_):
    """The numbers of a column, without the median."""
    grid = page.split("data-grid", 1)[1].split("</table>", 1)[0]
    ids = re.findall(r'<button name="sort" value="-?([a-z-]+)"', grid)
    rows = grid.split("<tbody>", 1)[1].split("</tr>")[:-1]
    return [re.findall(r'<td class="number[^"]*">([^<]+)</td>', row)[ids.index(id_) - 1] for row in rows]


def test_the_group_has_every_section(owner_browser, address):
    page = read(owner_browser, address)
    for anchor in ("profile", "rows", "drivers", "items", "method", "numbers"):
        assert f'id="{anchor}"' in page
        assert f'href="#{anchor}"' in page
    assert page.count("data-chart") > 3


def test_what_may_be_passed_on_shows_only_those_who_agreed_to_be_named(owner_browser, address, places):
    page = read(owner_browser, address)
    assert sorted(rows_of(page)) == sorted(one.name for one in places[:6])
    body = page.split('<div class="body">', 1)[1]
    for hidden in places[6:]:
        assert hidden.name not in body


def test_the_working_copy_shows_all_without_the_names_of_the_anonymous(owner_browser, address, places):
    page = read(owner_browser, f"{address}?copy=working")
    assert "do not pass it on" in page
    assert len(rows_of(page)) == 14
    assert sum(label.startswith("Anonymous") for label in rows_of(page)) == 8
    body = page.split('<div class="body">', 1)[1]
    assert not [one.name for one in places[6:] if one.name in body]


def test_a_reader_has_no_working_copy(member_browser, address):
    reader = member_browser("reader")
    assert "copy=working" not in read(reader, address)
    assert reader.get(f"{address}?copy=working").status_code == 403
    assert reader.get(f"{address}/file.csv?copy=working").status_code == 403


def test_a_client_sees_itself_among_its_peers(owner_browser, address, places):
    page = read(owner_browser, f"{address}?client={places[0].id}")
    assert "You among your peers" in page
    assert f"<h1>{places[0].name}</h1>" in page
    assert 'id="lessons"' in page
    assert "Percentile" in page
    assert "data-grid" not in page
    body = page.split('<div class="body">', 1)[1]
    assert not [one.name for one in places[6:] if one.name in body]


def test_the_working_copy_is_never_a_clients(owner_browser, address, places):
    page = read(owner_browser, f"{address}?client={places[0].id}&copy=working")
    assert "working copy" not in page.lower()


def test_a_client_of_another_workspace_is_not_found(owner_browser, session, owner, address):
    elsewhere = workspaces.create(session, owner, "Elsewhere")
    other = organisations.create(session, elsewhere.id, "Othertown")
    session.commit()
    assert owner_browser.get(f"{address}?client={other.id}").status_code == 404


@pytest.mark.parametrize("consent", ["not-included", "anonymous"])
def test_why_there_is_no_comparison_is_said(owner_browser, session, workspace, address, consent):
    alone = organisations.create(session, workspace.id, "Without")
    alone.consent = consent
    session.commit()
    page = read(owner_browser, f"{address}?client={alone.id}")
    said = "by its own decision" if consent == "not-included" else "There is no result of Without"
    assert said in page


def test_too_few_are_said_to_be_too_few(owner_browser, session, room, keep, make_group):
    keep(3)
    group = make_group()
    page = read(owner_browser, f"{room}/{group.id}")
    assert "too few organisations" in page
    assert f'groups/{group.id}">Change the group' in page
    assert 'id="profile"' not in page


@pytest.mark.parametrize("more", ["", "?copy=working"])
def test_a_group_of_made_up_results_says_so_once(owner_browser, room, keep, make_group, more):
    keep(8, note="Påhittat: Town 00001 finns inte.")
    page = read(owner_browser, f"{room}/{make_group().id}{more}")
    assert page.count("All results compared here are made up, as their own reports say.") == 1
    assert "finns inte" not in page


def test_rows_are_sorted_by_what_the_address_says(owner_browser, address):
    page = read(owner_browser, f"{address}?sort=name&copy=working")
    assert rows_of(page) == sorted(rows_of(page))
    assert 'aria-sort="ascending"' in page
    column = re.findall(r'name="sort" value="-([a-z-]+)"', page)[1]
    page = read(owner_browser, f"{address}?sort={column}&copy=working")
    head = re.search(rf'aria-sort="ascending"><button name="sort" value="-{column}"', page)
    assert head
    first = [float(one) for one in column_of(page, column)]
    assert len(first) == 14
    assert first == sorted(first)


def test_a_column_that_is_not_there_changes_nothing(owner_browser, address):
    usual = rows_of(read(owner_browser, address))
    for sort in ("nonsense", "-", "", "--overall"):
        assert rows_of(read(owner_browser, f"{address}?sort={sort}")) == usual
    assert rows_of(read(owner_browser, f"{address}?part=nonsense")) == usual


def test_items_of_a_dimension_can_be_the_columns(owner_browser, address):
    page = read(owner_browser, address)
    parts = re.findall(r'<option value="([a-z-]+)"', page.split('id="part"', 1)[1])
    page = read(owner_browser, f"{address}?part={parts[0]}")
    assert f'<option value="{parts[0]}" selected>' in page


def test_profiles_stand_side_by_side(owner_browser, address):
    page = read(owner_browser, address)
    codes = re.findall(r'name="with" value="([0-9a-f]+)"', page)
    page = read(owner_browser, f"{address}?with={codes[0]}&with={codes[2]}&with=ffffff")
    assert page.split('class="multiples"', 1)[1].count("<figure><figcaption>") == 2


def test_the_anonymous_are_not_beside_others_outside_the_working_copy(owner_browser, address, places):
    page = read(owner_browser, f"{address}?copy=working")
    label = re.search(r'value="([0-9a-f]+)" id="with-\d+"[^>]*><label for="with-\d+">Anonymous', page)
    page = read(owner_browser, f"{address}?with={label[1]}")
    assert 'class="multiples"' not in page


def test_a_target_profile_is_drawn(owner_browser, session, workspace, room, places, make_group):
    wanted = profiles.add(
        session, workspace.id, "Good enough", "innovation-capacity-short", {"user-involvement": 3.5}
    )
    page = read(owner_browser, f"{room}/{make_group('Aimed', profile=wanted).id}")
    assert "Target" in page


def test_it_is_told_who_was_left_out_but_not_to_readers(
    owner_browser, member_browser, session, address, places
):
    places[3].consent = "not-included"
    session.commit()
    page = read(owner_browser, address)
    assert f"<li>{places[3].name} (" in page
    assert places[3].name not in read(member_browser("reader"), address).split('class="body"', 1)[1]


@pytest.mark.parametrize("ending", ["html", "xlsx", "csv", "json"])
def test_no_file_of_the_working_copy_goes_without_its_mark(owner_browser, address, ending):
    response = owner_browser.get(f"{address}/file.{ending}?copy=working")
    assert "working-copy" in response.headers["Content-Disposition"]
    if ending == "json":
        assert json.loads(response.data)["working_copy"] is True
    elif ending == "xlsx":
        sheet = load_workbook(io.BytesIO(response.data)).worksheets[0]
        assert "do not pass it on" in str(sheet["A2"].value)
    else:
        assert "do not pass it on" in response.data.decode("utf-8-sig")


@pytest.mark.parametrize("ending", ["html", "xlsx", "csv", "json"])
def test_a_file_that_may_be_passed_on_names_nobody_who_hides(owner_browser, address, places, ending):
    for query in ("", f"?client={places[0].id}"):
        response = owner_browser.get(f"{address}/file.{ending}{query}")
        assert response.status_code == 200
        assert "no-store" in response.headers["Cache-Control"]
        data = response.data
        if ending == "xlsx":
            book = load_workbook(io.BytesIO(data))
            data = repr([list(sheet.values) for sheet in book]).encode()
        for hidden in places[6:]:
            assert hidden.name.encode() not in data


def test_other_endings_are_not_found(owner_browser, address):
    assert owner_browser.get(f"{address}/file.pdf").status_code == 404
    assert owner_browser.get(f"{address}/file.exe").status_code == 404


def test_a_csv_is_in_the_readers_language(owner_browser, address):
    text = owner_browser.get(f"{address}/file.csv?lang=sv", follow_redirects=True).data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][0] == "Tabell"


def test_the_page_is_sent_compressed(owner_browser, address):
    response = FlaskClient.open(owner_browser, address, headers={"Accept-Encoding": "gzip"})
    assert "data-grid" in gzip.decompress(response.data).decode()
    assert len(response.data) < 80_000


def test_the_group_of_another_workspace_is_not_found(owner_browser, session, owner, room):
    elsewhere = workspaces.create(session, owner, "Elsewhere")
    other = groups.add(
        session, elsewhere.id, "innovation-capacity-short", name="Theirs", countries=[], population_from=None,
        population_to=None, codes=[], tags=[], threshold=5, profile=None,
    )  # fmt: skip
    session.commit()
    assert owner_browser.get(f"{room}/{other.id}").status_code == 404
    assert owner_browser.get(f"{room}/{other.id}/file.csv").status_code == 404


def test_the_pdf_of_what_is_on_screen_is_ordered(owner_browser, session, address, places):
    page = read(owner_browser, f"{address}?client={places[0].id}")
    form = page.split('<div class="downloads">', 1)[1].split("</form>", 1)[0]
    given = dict(re.findall(r'name="((?:clients|group|language)[^"]*)" value="([^"]+)"', form))
    assert given == {"clients": places[0].id, f"language-{places[0].id}": "en"}
    action = re.search(r'action="([^"]+)"', form)[1]
    response = owner_browser.send(action, given)
    assert response.status_code == 303
    assert session.scalars(select(BatchReport.organisation_id)).all() == [places[0].id]


def test_the_finding_is_the_title_of_the_profile_and_is_not_told_before_it(owner_browser, address):
    before, after = read(owner_browser, address).split('<section id="profile">')
    assert "Strongest: " not in before
    assert "Strongest: " in after
    assert '<p class="lead">14 organisations are compared.</p>' in before
