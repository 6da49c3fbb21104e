import dataclasses
from dataclasses import replace
from typing import get_args

import pytest
from tests.report.benchmark.conftest import asked

from maturity.comparison.benchmark.entry import Why
from maturity.comparison.benchmark.model import Incomparable
from maturity.language import language
from maturity.questionnaire.comparing import Reason
from maturity.report.benchmark.build import build_benchmark
from maturity.report.benchmark.formats import as_json, html, tables_of
from maturity.report.benchmark.sections.method import LEFT_OUT
from maturity.report.charts.describe import HeatChart
from maturity.report.charts.svg import paint
from maturity.report.words import Words

CLIENT = "Town 00004"


def words_of(value):
    """Every text in a nested structure."""
    if dataclasses.is_dataclass(value):
        value = [getattr(value, field.name) for field in dataclasses.fields(value)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in words_of(part)]
    return [value] if isinstance(value, str) else []


def test_a_group_has_profile_rows_drivers_and_items(make):
    report = make().report
    assert report.title == "Side by side: Towns of the north"
    assert report.profile.radar.compare is None
    assert len(report.profile.radar.band) == 5
    assert [len(chart.rows) for chart in report.rows.ranks] == [12]
    assert len(report.rows.items) == 5
    assert report.drivers.influence.rows
    assert len(report.drivers.together.rows) == 10
    assert report.lessons is None


def test_a_client_stands_against_median_and_middle_half_and_never_beside_another(make):
    report = make(client=CLIENT).report
    assert report.title == f"You among your peers: {CLIENT}"
    assert report.profile.radar.compare_label == "Median of the others"
    assert report.profile.radar.band_label == "Middle half of the others"
    assert report.rows is None
    assert [row.value is not None for row in report.profile.boxes.rows] == [True] * 5


@pytest.mark.parametrize(
    ("consent", "heads"), [("named", ("You", "Median", "Percentile")), ("anonymous", ("You", "Median"))]
)
def test_a_column_of_figures_in_which_nothing_stands_is_left_out(make, consent, heads):
    charts = [chart for _, chart in make(client=CLIENT, consent=consent).report.items]
    assert {chart.heads[1:] for chart in charts} == {heads}
    assert {len(row.figures) for chart in charts for row in chart.rows} == {len(heads)}


@pytest.mark.parametrize(("consent", "told"), [("named", True), ("anonymous", False)])
def test_a_column_of_the_tables_in_which_nothing_stands_is_left_out(make, consent, told):
    tables = {table.id: table for table in tables_of(make(client=CLIENT, consent=consent).report)}
    assert "Rank" in [column.title for column in tables["dimensions"].columns]
    assert ("Rank" in [column.title for column in tables["items"].columns]) == told


def test_the_finding_names_the_dimension_that_is_furthest_below(make):
    bundle = make(client=CLIENT)
    rows = bundle.report.profile.boxes.rows
    lowest = min(rows, key=lambda row: row.value - row.median)
    assert lowest.value < lowest.median
    assert lowest.label in bundle.report.profile.finding


@pytest.mark.parametrize(
    ("apart", "said"),
    [
        ((0.02, 0.0, -0.01, 0.0, 0.04), "You stand at the median of your peers in every dimension"),
        ((0.02, 0.0, -0.51, 0.0, 0.04), "You stand at or below the median of your peers in every dimension"),
        ((0.02, 0.0, -0.01, 0.0, 0.64), "You stand at or above the median of your peers in every dimension"),
        ((0.32, 0.0, -0.51, 0.0, 0.04), "You stand furthest above the median in"),
    ],
)
def test_what_reads_as_no_difference_is_neither_above_nor_below(make, apart, said):
    assert finding(make(client=CLIENT), [(3.0, 3 + by) for by in apart]).startswith(said)


def finding(bundle, scores):
    """What is found where the top dimensions have these medians, and the client these scores."""
    placed = dict(zip(bundle.benchmark.top, scores, strict=True))
    dimensions = tuple(
        dataclasses.replace(one, median=placed[one.id][0], client=placed[one.id][1])
        for one in bundle.benchmark.dimensions
    )
    outcome = dataclasses.replace(bundle.benchmark, dimensions=dimensions)
    return build_benchmark(asked("en"), outcome, language("en"), "Towns").profile.finding


@pytest.mark.parametrize(
    ("medians", "said"),
    [
        (
            (3.0, 3.2, 3.2, 3.4, 3.2),
            "{3} is the strongest in the group (median 3.4) and {0} the weakest (median 3.0)",
        ),
        ((3.0, 3.4, 3.2, 3.4, 3.2), "Strongest: {1} and {3} (3.4). Weakest: {0} (3.0)"),
        ((3.0, 3.2, 3.0, 3.2, 3.0), "Strongest: {1} and {3} (3.2). Weakest: several (3.0)"),
        ((3.0, 3.0, 3.0, 3.0, None), "Every median is 3.0"),
    ],
)
def test_of_medians_that_are_alike_none_is_called_the_highest(make, medians, said):
    names = [asked("en").nodes[id_].title for id_ in make().benchmark.top]
    assert finding(make(), [(one, None) for one in medians]) == said.format(*names)


def test_dimensions_that_are_as_far_from_the_median_are_named_together(make):
    names = [asked("en").nodes[id_].title for id_ in make().benchmark.top]
    apart = (0.52, 0.0, -0.31, 0.48, -0.31)
    assert finding(make(client=CLIENT), [(3.0, 3 + by) for by in apart]) == (
        "You stand furthest above the median in {0} and {3} (+0.5) and furthest below it in {2} and {4} (−0.3)"
    ).format(*names)


def test_a_client_report_of_anonymous_peers_names_nobody_and_tells_no_row(make):
    bundle = make(client=CLIENT, consent="anonymous")
    told = " ".join(words_of(bundle.report))
    assert "Town 00003" not in told
    assert bundle.report.row_tables == ()
    assert all(not line.named for line in bundle.report.lessons.lessons)


def test_a_shared_group_report_of_anonymous_ones_says_why_there_are_no_rows(make):
    report = make(consent="anonymous").report
    assert report.rows.heat == ()
    assert "No organisation has agreed to be named" in report.rows.remarks[0]


def test_a_working_copy_says_what_it_is_and_shows_codes(make):
    bundle = make(consent="anonymous", working_copy=True)
    assert bundle.report.front.note.startswith("Working copy")
    labels = [row.label for row in bundle.report.rows.heat[0].rows]
    assert labels[0] == "Median"
    assert all(label.startswith("Anonymous ") for label in labels[1:])


def test_too_few_say_so_and_nothing_else(make):
    report = make(consent="anonymous", count=4).report
    assert "too few organisations" in report.withheld
    assert (report.profile, report.rows, report.drivers, report.items, report.tables) == (None,) * 3 + (
        (),
    ) * 2


@pytest.mark.parametrize(
    ("given", "needed"), [({"count": 5}, "6 are needed"), ({"count": 5, "client": CLIENT}, "5 are needed")]
)
def test_how_many_are_needed_depends_on_whether_the_reader_may_be_one_of_them(make, given, needed):
    assert needed in make(consent="anonymous", **given).report.withheld


def test_many_organisations_are_drawn_on_several_pages(make):
    rows = make(count=70).report.rows
    sizes = [len(chart.rows) - 1 for chart in rows.heat]
    assert sum(sizes) == 70
    assert max(sizes) <= 30
    assert max(sizes) - min(sizes) <= 1


def test_items_of_very_many_stand_in_spreadsheets_only(make):
    few, many = make().report, make(count=70).report
    assert (few.print_rows, many.print_rows) == (True, False)
    assert many.rows.items == ()
    assert "spreadsheet" in many.rows.remarks[0]
    assert len(many.row_tables) == len(few.row_tables) == 6


def test_of_many_names_the_first_are_told(make):
    facts = dict(make(count=70).report.front.facts)
    assert facts["Agreed to be named"].endswith("and 58 more")


def test_every_chart_of_every_report_can_be_painted(make):
    for report in (make().report, make(client=CLIENT).report, make(consent="anonymous").report):
        charts = [report.profile.radar, report.profile.boxes, *(chart for _, chart in report.items)]
        charts += [*report.rows.ranks, *report.rows.heat, *report.rows.items] if report.rows else []
        for chart in charts:
            assert paint(chart, id_prefix="a").startswith("<svg")


def test_cells_are_shaded_by_the_level_of_their_score(make):
    bundle = make()
    heat = bundle.report.rows.heat[0]
    assert isinstance(heat, HeatChart)
    row = bundle.benchmark.rows[0]
    assert [cell.level for cell in heat.rows[1].cells] == [int(score + 0.5) for score in row.dimensions]


@pytest.mark.parametrize("tag", ["en", "sv", "da", "nb"])
def test_numbers_are_written_as_the_language_writes_them(make, tag):
    shown = make(tag, client=CLIENT).report.profile.radar.axes[0].shown
    assert ("." if tag == "en" else ",") in shown


def test_tables_have_as_many_cells_as_columns_and_ids_of_their_own(make):
    for bundle in (make(), make(client=CLIENT)):
        tables = (*bundle.report.tables, *bundle.report.row_tables)
        assert len({table.id for table in tables}) == len(tables)
        assert {len(row) == len(table.columns) for table in tables for row in table.rows} == {True}


def test_what_is_left_out_is_told_with_names_as_people_read_them(make):
    made = make()
    broken = Reason("The weights of {ids} changed", {"ids": "early-exploration, nowhere"}, breaks=True)
    told = (
        Incomparable("0.9.0", "item", "early-exploration", (broken,)),
        Incomparable("0.9.0", "overall", "overall", ()),
    )
    report = build_benchmark(asked("en"), replace(made.benchmark, incomparable=told), made.language, "Towns")
    name = Words(asked("en"), made.language).name("early-exploration")
    assert report.left_out.rows == (
        (name, "0.9.0", f"The weights of {name} and nowhere changed."),
        ("The overall number", "0.9.0", "It is not in that version"),
    )


def test_columns_without_any_value_are_left_out(make):
    titles = [column.title for column in make().report.tables[0].columns]
    assert "Low end" not in titles
    assert "Low end" in [column.title for column in make(count=70).report.tables[0].columns]


def test_a_clients_report_tells_its_own_note_and_nobody_elses(noted):
    mine = noted(CLIENT)
    assert mine.report.front.note == f"Made up: {CLIENT}"
    assert tables_of(mine.report)[0].rows[0] == (f"Made up: {CLIENT}", "")
    assert as_json(mine).count(b"Made up:") == html(mine).count(b"Made up:") == 1
    assert b"Made up:" not in as_json(noted(None)) + html(noted(None))


ALL = "All results compared here are made up, as their own reports say."


def test_a_report_of_made_up_results_says_so_once_on_its_first_page(noted):
    for given in ({}, {"consent": "anonymous"}, {"client": CLIENT}, {"working_copy": True}):
        made = noted(**given)
        assert made.report.front.notes == (ALL,)
        page = html(made).decode()
        assert page.count(ALL) == 1
        assert page.index(ALL) < page.index('id="contents"')
        assert (ALL, "") in tables_of(made.report)[0].rows
    assert noted(made_up=0).report.front.notes == ()


def test_a_report_says_how_many_are_made_up_and_how_many_have_another_note(noted):
    made_up, other = noted(made_up=3, other=1).report.front.notes
    assert made_up == "3 of the results compared here are made up, as their own reports say."
    assert other.startswith("1 of the results compared here has a note for the readers of its own report.")
    assert b"was ill" not in html(noted(made_up=3, other=1))


def test_so_few_that_they_could_be_found_are_not_counted(noted):
    made_up, other = noted(made_up=3, other=1, consent="anonymous").report.front.notes
    assert made_up == "Some of the results compared here are made up, as their own reports say."
    assert other.startswith("Some of the results compared here have a note")
    (nearly_all,) = noted(made_up=11, consent="anonymous").report.front.notes
    assert nearly_all == made_up, "one could be told from the others"


def test_the_overall_median_is_told_alone_where_there_is_no_middle_half(make):
    told = "The median of the overall number is"
    few, many = make(count=7).report.profile.remarks, make().report.profile.remarks
    assert [one for one in few if one.startswith(told) and "middle half" in one] == []
    assert [one for one in few if one.startswith(told)]
    assert [one for one in many if one.startswith(told) and "middle half" in one]


def test_nobody_is_said_to_be_named_where_nobody_is(make):
    for place in range(6):
        lessons = make(client=f"Town {place:05}").report.lessons
        told = any(line.named for line in lessons.lessons)
        assert lessons.remark.startswith("Named are peers") == told


def test_the_questionnaire_is_called_by_its_title(make):
    assert "innovation-capacity" not in make("sv").report.front.questionnaire


def test_nothing_is_said_about_ranks_where_nobody_has_one(make):
    outcome = make().benchmark
    rows = tuple(dataclasses.replace(row, rank=None, tier=None, overall=None) for row in outcome.rows)
    unranked = dataclasses.replace(outcome, rows=rows, ranked=0)
    report = build_benchmark(asked("en"), unranked, language("en"), "Towns")
    assert report.rows.ranks == ()
    assert "Ranked among" not in str(report)
    assert "Ranked among 12." in str(make().report)


def test_there_are_words_for_every_reason_to_leave_a_result_out():
    assert set(LEFT_OUT) == set(get_args(Why)) - {"not-included"}, "of that a report says nothing"
