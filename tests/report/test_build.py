from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from maturity.language import SUPPORTED
from maturity.report.build import build_report
from maturity.report.charts.describe import DotChart, RadarChart
from maturity.report.model import Report
from maturity.report.words import Words

FOLDERS = (
    "advice",
    "agreement",
    "checklist",
    "choice",
    "free-text",
    "importance",
    "nested",
    "number",
    "owasp-samm",
    "reversed",
    "rubric",
    "show-if",
    "undp-hdi",
    "wording",
    "yes-no",
)


@pytest.mark.parametrize("tag", SUPPORTED)
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_kind_of_questionnaire_has_a_report_in_every_language(
    make: SimpleNamespace, folder: str, tag: str
) -> None:
    for people in (0, 3, 7, 24):
        made = make.tiny(folder, tag, people)
        assert made.report.language == tag
        assert made.html().startswith("<!doctype html>")
        assert made.report.title in made.html(summary=True)


@pytest.mark.parametrize("tag", SUPPORTED)
def test_both_bundled_questionnaires_have_a_report_in_every_language(make: SimpleNamespace, tag: str) -> None:
    for name in (make.LATEST, make.SHORT):
        report = make.example(tag, name).report
        assert len(report.dimensions) == 5
        assert report.differences.agenda
        assert len(report.profile.priorities) == 3
        assert report.sources


def test_a_withheld_report_says_so_and_tells_nothing_else(make: SimpleNamespace) -> None:
    made = make.tiny("rubric", "en", 3)
    report = made.report
    assert made.result.withheld
    assert (report.profile, report.differences) == (None, None)
    assert (report.dimensions, report.patterns, report.plan, report.tables, report.sources) == ((),) * 5
    for page in (made.html(), made.html(summary=True)):
        assert "Too few people answered" in page
        assert "Invite more people" in page


def test_nobody_is_asked_to_invite_people_when_answering_is_closed(make: SimpleNamespace) -> None:
    made = make.tiny("rubric", "en", 3)
    report = build_report(made.questionnaire, made.result, made.advice, made.language, closed=True)
    assert "Invite" not in report.too_few
    assert "Answering is closed" in report.too_few


def test_fewer_than_three_dimensions_make_dots_and_three_make_a_net(make: SimpleNamespace) -> None:
    two = make.asked(make.theme_of("trust"), make.theme_of("money"))
    people = make.alike(two, "staff", 6, {"trust": 4, "money": 2})
    assert isinstance(made_profile(make, two, people).radar, DotChart)
    assert isinstance(make.by_hand().report.profile.radar, RadarChart)


def made_profile(make: SimpleNamespace, questionnaire: object, people: object) -> object:
    return make.made_from(questionnaire, make.assessed(questionnaire, people), "en").report.profile


def test_one_role_alone_is_not_compared_with_anybody(make: SimpleNamespace) -> None:
    one = make.asked(
        make.theme_of("trust"), roles=[{"id": "staff", "name": "Staff member", "plural": "Staff"}]
    )
    people = make.alike(one, "staff", 6, {"trust": 4})
    report = make.made_from(one, make.assessed(one, people), "en").report
    assert report.differences.finding == "There are too few people in each role to compare roles"
    assert report.differences.gaps == ()
    assert report.profile.finding == "Trust scores 4.0"


def test_facts_about_an_organisation_are_shown_for_one_who_answers(make: SimpleNamespace) -> None:
    facts = make.asked(make.theme_of("trust"), privacy={"threshold": 1, "distribution": 1})
    people = make.alike(facts, "staff", 1, {"trust": 3})
    report = make.made_from(facts, make.assessed(facts, people), "en").report
    assert report.profile.lines[0].score == "3.0"
    assert report.profile.lines[0].interval == ""
    assert "that person’s own view" in report.front.protection


def test_a_report_of_one_person_does_not_speak_of_agreement(make: SimpleNamespace) -> None:
    asked = make.asked(make.theme_of("trust"), privacy={"threshold": 1, "distribution": 1})
    made = make.made_from(asked, make.assessed(asked, make.alike(asked, "staff", 1, {"trust": 4})), "en")
    agreement = dict(made.report.dimensions[0].facts)["Agreement"]
    assert agreement == "–"
    html = made.html()
    assert not re.search(r"[Pp]eople (broadly )?(dis)?agree[: ]", html.replace("Whether people agree", ""))
    assert "people disagree strongly" not in html
    assert "it takes at least two answers" in html


def test_nobody_knows_is_told_and_not_scored(make: SimpleNamespace) -> None:
    questionnaire = make.asked(make.theme_of("trust"), make.theme_of("money"))
    people = make.alike(questionnaire, "staff", 8, {"money": 2})
    report = make.made_from(questionnaire, make.assessed(questionnaire, people), "en").report
    assert [line.score for line in report.profile.lines] == ["–", "2.0"]
    assert report.profile.lines[0].remark == "Too few answers for a score"
    assert report.dimensions[0].finding == "No item here has enough answers for a score"


def test_what_one_person_says_is_not_told_as_if_it_were_a_group(make: SimpleNamespace) -> None:
    asked = make.asked(
        *(make.theme_of(name) for name in ("trust", "money", "people")), privacy={"threshold": 1}
    )
    one = make.alike(asked, "staff", 1, {"trust": 2, "money": 2, "people": 4})
    report: Report = make.made_from(asked, make.assessed(asked, one), "en").report
    assert report.profile is not None
    assert report.profile.finding == "Strongest: People (4.0). Weakest: Trust and Money (2.0)"
    assert report.profile.bottleneck == "The bottleneck is Trust and Money."
    assert [role.remark for role in report.front.roles] == ["Nobody answered", "One person’s own view"]
    assert "fewer than 1" not in str(report)


def test_the_view_of_one_person_is_not_said_to_be_shown_where_it_is_not(make: SimpleNamespace) -> None:
    asked = make.asked(make.theme_of("trust"))
    one = make.alike(asked, "staff", 1, {"trust": 2})
    report: Report = make.made_from(asked, make.assessed(asked, one), "en").report
    assert [role.remark for role in report.front.roles] == ["Nobody answered", "Too few to show alone"]


def test_where_all_dimensions_read_the_same_none_is_the_bottleneck(make: SimpleNamespace) -> None:
    asked = make.asked(make.theme_of("trust"), make.theme_of("money"), privacy={"threshold": 1})
    one = make.alike(asked, "staff", 1, {"trust": 2, "money": 2})
    report: Report = make.made_from(asked, make.assessed(asked, one), "en").report
    assert report.profile is not None
    assert report.profile.finding == "Every dimension scores 2.0"
    assert report.profile.bottleneck is None


def test_the_sentences_of_an_example_that_one_can_check_by_hand(make: SimpleNamespace) -> None:
    report: Report = make.by_hand().report
    profile, differences = report.profile, report.differences
    assert profile is not None
    assert differences is not None
    assert profile.finding == "People is the strongest (5.0) and Money the weakest (2.0)"
    assert [(line.name, line.score, line.interval) for line in profile.lines] == [
        ("Trust", "3.0", "3.0–3.0"),
        ("Money", "2.0", "2.0–2.0"),
        ("People", "5.0", "5.0–5.0"),
    ]
    assert [line.level for line in profile.lines] == ["3 · Step 3", "2 · Step 2", "5 · Step 5"]
    assert profile.bottleneck is not None
    assert profile.bottleneck.startswith(
        "The bottleneck is Money. With other people of the same kind it would be the weakest in 100 %"
    )
    assert profile.overall[0].startswith("If one number is asked for: 3.1 (3.1–3.1), the geometric mean")
    assert "The arithmetic mean is 3.3, the lowest dimension 2.0" in profile.overall[1]
    assert differences.finding == "Widest gap: Trust, which politicians place 2.0 levels higher than staff"
    assert differences.gaps[0].startswith(
        "Trust: politicians 2.0 higher than staff (2.0–2.0), on the 3 items"
    )
    assert report.front.answered == "12 people answered."
    assert [(role.name, role.n) for role in report.front.roles] == [("Politicians", 6), ("Staff", 6)]
    assert report.dimensions[0].facts[0] == ("People", "12")


def test_rows_and_ranks_keep_the_questionnaires_order(make: SimpleNamespace) -> None:
    made = make.example("en")
    order = [top.title for top in made.questionnaire.dimensions]
    assert [line.name for line in made.report.profile.lines] == order
    assert [axis.label for axis in made.report.profile.radar.axes] == order
    assert [page.name for page in made.report.dimensions] == order


NUMBER = re.compile(r"\d+[.,]\d+")


@pytest.mark.parametrize("tag", SUPPORTED)
def test_every_number_in_a_sentence_is_a_rounded_number_of_the_result(
    make: SimpleNamespace, tag: str
) -> None:
    made = make.example(tag)
    words, result, profile = Words(made.questionnaire, made.language), made.result, made.report.profile
    scores = [part.score for part in (*result.items, *result.dimensions)]
    ends = [end for gap in result.gaps for end in (gap.interval.low, gap.interval.high, gap.difference)]
    overall = result.overall
    allowed = {words.score(score) for score in scores} | {words.distance(end) for end in ends}
    allowed |= {
        words.score(value)
        for value in (
            overall.score,
            overall.interval.low,
            overall.interval.high,
            overall.arithmetic,
            overall.minimum,
            overall.weight_low,
            overall.weight_high,
        )
    }
    sentences = [profile.finding, *profile.overall, made.report.differences.finding]
    sentences += [*made.report.differences.gaps, *(page.finding for page in made.report.dimensions)]
    found = {number for sentence in sentences for number in NUMBER.findall(sentence)}
    assert found
    assert found <= allowed


@pytest.mark.parametrize("tag", SUPPORTED)
def test_scores_on_every_page_are_the_results(make: SimpleNamespace, tag: str) -> None:
    made = make.example(tag)
    words = Words(made.questionnaire, made.language)
    for page, leaf in zip(made.report.dimensions, made.questionnaire.leaves, strict=True):
        found = made.result.dimension(leaf.id)
        assert page.score == words.score(found.score)
        assert page.interval == words.interval(found.estimate.interval)
        assert page.level == words.level(found.level)


def test_no_text_is_left_to_fill_in(make: SimpleNamespace) -> None:
    for tag in SUPPORTED:
        assert not re.search(r"\{[a-z_]+\}", re.sub(r"(?s)<style>.*?</style>", "", make.example_html(tag)))


def test_every_source_of_a_case_that_is_told_is_named(make: SimpleNamespace) -> None:
    made = make.example("sv")
    told = {case.id for page in made.report.dimensions for case in page.cases}
    named = " ".join(source.cases for source in made.report.sources)
    assert told
    assert all(made.questionnaire.cases_by_id[id_].title in named for id_ in told)


def test_no_case_is_told_twice(make: SimpleNamespace) -> None:
    told = [case.id for page in make.example("en").report.dimensions for case in page.cases]
    assert len(told) == len(set(told))


def test_without_recommendations_and_cases_there_is_still_a_plan_to_fill_in(make: SimpleNamespace) -> None:
    report = make.by_hand().report
    assert report.profile.priorities == ()
    assert report.sources == ()
    assert [line.action for line in report.plan] == ["", "", ""]


def test_the_report_says_what_the_settings_are(make: SimpleNamespace) -> None:
    made = make.example("en")
    settings = dict(made.report.method.settings.rows)
    assert settings["Fewest people behind any number"] == "5"
    assert dict(made.report.method.prints)["Fingerprint of the answers"] == made.result.answers_hash


def test_a_pooled_questionnaire_says_that_each_person_weighs_the_same(make: SimpleNamespace) -> None:
    pooled = make.asked(make.theme_of("trust"), scoring={"respondents": "pooled"})
    people = make.alike(pooled, "staff", 6, {"trust": 4})
    report = make.made_from(pooled, make.assessed(pooled, people), "en").report
    assert "Each person weighs the same" in " ".join((*report.front.reading, *report.method.limits))


def test_quality_is_told_however_many_are_flagged(make: SimpleNamespace) -> None:
    from maturity.report.context import Context
    from maturity.report.sections.method import make_method

    made = make.by_hand()
    for flagged, moves, expected in (
        (None, None, "A few answered"),
        (0, None, "No respondent"),
        (6, True, "would move a dimension"),
        (6, False, "would not move"),
    ):
        quality = replace(made.result.quality, flagged=flagged, moves=moves)
        result = replace(made.result, quality=quality)
        context = Context(made.questionnaire, result, made.advice, Words(made.questionnaire, made.language))
        assert expected in make_method(context).paragraphs[-1][1]


def test_a_role_that_stands_alone_in_some_dimensions_is_not_said_to_be_hidden(make: SimpleNamespace) -> None:
    made = make.example("en")
    remarks = {line.name: line.remark for line in made.report.front.roles}
    assert remarks["Top management"] == "Shown as a group where that gives no smaller group away"
    assert remarks["Users and civil society"] == "Too few to show alone"
    assert any(role.roles == ("executive",) for one in made.result.dimensions for role in one.roles)


def test_agreed_levels_are_steps_and_not_decimals(make: SimpleNamespace) -> None:
    items = next(table for table in make.example("sv").report.tables if table.id == "items")
    assert items.columns[-1].kind == "count"
    assert {type(row[-1]) for row in items.rows} == {int}


def test_what_is_said_of_a_source_begins_with_a_capital(make: SimpleNamespace) -> None:
    for tag in SUPPORTED:
        for source in make.example(tag).report.sources:
            assert source.detail[0].isupper()
            assert ". odaterad" not in source.detail
