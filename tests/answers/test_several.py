"""A table of several organisations: each is an assessment of its own, and one that is wrong touches no other."""

import pytest

from maturity.answers import Lexicon, read, read_several
from maturity.problems import Problems

TOP = "date;2026-03-12\n\n"
HEAD = "kommun;land;kommunkod;id;role;A1;plan\n"
ROWS = "Uppby;SE;0101;r1;staff;3;yes\nNorby;NO;4201;r1;politician;5;no\nUppby;SE;0101;r2;staff;4;no\n"


@pytest.fixture
def lexicon(tiny, liten):
    return Lexicon(tiny, [liten])


def several(text, lexicon, **more):
    return read_several(text.encode(), "all.csv", lexicon, **more)


def test_each_organisation_is_an_assessment(lexicon):
    uppby, norby = (one.assessment for one in several(TOP + HEAD + ROWS, lexicon))
    assert (uppby.organisation.name, uppby.organisation.country, uppby.organisation.code) == (
        "Uppby",
        "SE",
        "0101",
    )
    assert [person.id for person in uppby.respondents] == ["r1", "r2"]
    assert norby.respondents[0].answers["direction"].value == 5
    assert str(norby.date) == "2026-03-12"


def test_each_date_is_an_assessment(lexicon):
    text = "organisation;Uppby\n\ndatum;id;role;A1\n2025-03-12;r1;staff;3\n2026-03-12;r1;staff;4\n"
    assert [str(one.assessment.date) for one in several(text, lexicon)] == ["2025-03-12", "2026-03-12"]


def test_the_same_answers_have_the_same_fingerprint_as_in_a_file_of_their_own(lexicon, tiny):
    alone = "organisation;Norby\ncountry;NO\ncode;4201\n" + TOP + "id;role;A1;plan\nr1;politician;5;no\n"
    norby = several(TOP + HEAD + ROWS, lexicon)[1].assessment
    assert norby.fingerprint == read(alone.encode(), "one.csv", tiny).fingerprint


def test_rows_with_one_answer_each_are_told_apart_too(lexicon):
    text = "organisation;date;respondent;role;item;answer\n"
    text += (
        "Uppby;2026-03-12;r1;staff;A1;3\nNorby;2026-03-12;r1;staff;A1;4\nNorby;2026-03-12;consensus;;A1;2\n"
    )
    uppby, norby = (one.assessment for one in several(text, lexicon))
    assert uppby.respondents[0].answers["direction"].value == 3
    assert norby.consensus["direction"].value == 2


def test_a_code_before_the_respondent_is_the_organisation_s(lexicon):
    text = TOP + "organisation;code;id;role;A1\nUppby;0101;r1;staff;3\n"
    assert several(text, lexicon)[0].assessment.organisation.code == "0101"
    text = TOP + "organisation;id;code;role;A1\nUppby;r1;heron;staff;3\n"
    assert several(text, lexicon)[0].assessment.respondents[0].code == "heron"


def test_what_is_wrong_with_one_does_not_touch_the_others(lexicon):
    uppby, norby = several(TOP + HEAD + ROWS.replace("5;no", "9;no"), lexicon)
    assert uppby.problems == ()
    assert norby.assessment is None
    assert [problem.cell for problem in norby.problems] == ["F5"]
    assert norby.facts["organisation"] == "Norby"


def test_rows_that_contradict_each_other_say_where(lexicon):
    (uppby,) = several(TOP + HEAD + "Uppby;SE;1;r1;staff;3;\nUppby;NO;1;r2;staff;3;\n", lexicon)
    (problem,) = uppby.problems
    assert (problem.cell, problem.values["first"]) == ("B5", "SE")


def test_a_row_without_an_organisation_is_told(lexicon):
    found = several(TOP + HEAD + ROWS + ";;;r9;staff;2;\n", lexicon)
    assert [one.assessment is None for one in found] == [False, False, True]
    assert found[2].problems[0].cell == "A7"


def test_rows_that_wait_to_be_filled_in_are_left_out(lexicon):
    assert len(several(TOP + HEAD + ROWS + ";;;r9;;;\nUppby;SE;0101;r9;;;\n", lexicon)) == 2


def test_a_wrong_heading_is_wrong_for_all(lexicon):
    with pytest.raises(Problems):
        several(TOP + HEAD.replace("plan", "plann") + ROWS, lexicon)


def test_a_table_without_rows_says_so(lexicon):
    (found,) = several(TOP + HEAD, lexicon)
    assert "There are no respondents" in {problem.message for problem in found.problems}


def test_several_can_share_the_work(lexicon):
    whole = several(TOP + HEAD + ROWS, lexicon)
    shared = [several(TOP + HEAD + ROWS, lexicon, share=(n, 2)) for n in range(2)]
    assert [shared[0][0], shared[1][0]] == whole
    assert [len(part) for part in shared] == [1, 1]


def test_a_column_of_people_s_names_divides_nothing(lexicon):
    with pytest.raises(Problems) as found:
        read(
            (TOP + "organisation;Uppby\n\nid;role;name;A1\nr1;staff;Anna;3\n").encode(),
            "a.csv",
            lexicon.questionnaire,
        )
    assert "name" in {problem.values.get("word") for problem in found.value.problems}


def test_where_one_assessment_is_expected_several_are_refused(tiny):
    with pytest.raises(Problems) as found:
        read((TOP + HEAD + ROWS).encode(), "all.csv", tiny)
    assert found.value.problems[0].values["count"] == 2
