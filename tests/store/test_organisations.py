"""Facts of organisations, and what each decided about being compared."""

from __future__ import annotations

import pytest

from maturity.problems import Problems
from maturity.store import organisations
from maturity.store.ids import make_token

SECRET = "a secret of the tests"
NOTHING = {"country": None, "code": None, "population": None, "tags": [], "language": None}


@pytest.fixture
def place(session, workspace):
    return organisations.create(session, workspace.id, "Exempelköping", "SE", "9999", 48_200)


def test_an_organisation_is_added_with_its_facts(session, workspace):
    facts = {"country": "SE", "code": "9998", "population": 900, "tags": ["coast"], "language": "sv"}
    made = organisations.add(session, workspace.id, "Testvik", **facts)
    assert {name: getattr(made, name) for name in facts} == facts
    assert (made.consent, made.consent_by) == ("anonymous", None)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("Another name", {"country": "SE", "code": "9999"}),
        ("  exempelKÖPING ", {"country": None}),
    ],
)
def test_two_that_a_benchmark_would_take_for_one_are_refused(session, workspace, place, name, facts):
    organisations.create(session, workspace.id, "Exempelköping")
    with pytest.raises(Problems):
        organisations.add(session, workspace.id, name, **{**NOTHING, **facts})
    other = organisations.add(session, workspace.id, "Testvik", **NOTHING)
    with pytest.raises(Problems):
        organisations.change(session, other, name, **{**NOTHING, **facts})
    assert other.name == "Testvik"


def test_a_program_that_says_country_and_code_means_the_one_that_has_them(session, workspace, place):
    namesake = organisations.create(session, workspace.id, "Exempelköping", "SE", "9998")
    mine = workspace.id
    assert organisations.named(session, mine, "Exempelköping", "SE", "9998") is namesake
    assert organisations.named(session, mine, "Exempelköpings kommun", "SE", "9999") is place
    assert organisations.named(session, mine, "Testvik", "SE", "9997") not in (place, namesake)


def test_a_program_that_says_a_name_means_the_one_that_has_it(session, workspace, place):
    place.also = ["Köpingen"]
    assert organisations.named(session, workspace.id, "Exempelköping") is place
    assert organisations.named(session, workspace.id, "Köpingen", "SE") is place


def test_a_municipality_keeps_its_own_name_and_code(session, place):
    facts = {**NOTHING, "country": "SE", "code": "9999", "population": 50_000}
    organisations.change(session, place, "Exempelköping", **facts)
    assert place.population == 50_000


def test_rounds_are_counted_by_organisation(session, workspace, place):
    from maturity.store import assessments, questionnaires

    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, "innovation-capacity-short")
    for _ in range(2):
        assessments.create(session, workspace.id, place, version)
    assert organisations.rounds(session, workspace.id) == {place.id: 2}


def test_a_member_may_decide_as_long_as_the_municipality_has_not(session, place):
    assert organisations.decide(session, place, "named", "member")
    assert (place.consent, place.consent_by, place.consent_own) == ("named", "member", None)
    assert organisations.decide(session, place, "not-included", "member")
    assert organisations.decide(session, place, "anonymous", "member")


@pytest.mark.parametrize(
    ("own", "allowed"),
    [
        ("named", ("named", "anonymous", "not-included")),
        ("anonymous", ("anonymous", "not-included")),
        ("not-included", ("not-included",)),
    ],
)
def test_once_it_has_decided_itself_a_member_may_only_be_more_cautious(session, place, own, allowed):
    organisations.decide(session, place, own, "itself")
    assert organisations.choices_of(place) == allowed
    for choice in ("named", "anonymous", "not-included"):
        if choice in allowed:
            organisations.decide(session, place, choice, "member")
            assert place.consent == choice
        else:
            before = place.consent
            with pytest.raises(Problems):
                organisations.decide(session, place, choice, "member")
            assert place.consent == before
    assert place.consent_own == own


def test_being_cautious_for_it_does_not_lift_the_bound_that_it_set(session, place):
    organisations.decide(session, place, "anonymous", "itself")
    organisations.decide(session, place, "not-included", "member")
    organisations.decide(session, place, "anonymous", "member")
    with pytest.raises(Problems):
        organisations.decide(session, place, "named", "member")


def test_the_municipality_may_change_its_mind_in_any_direction(session, place):
    for choice in ("not-included", "named", "anonymous"):
        assert organisations.decide(session, place, choice, "itself")
        assert (place.consent, place.consent_by) == (choice, "itself")
    assert not organisations.decide(session, place, "anonymous", "itself")


@pytest.mark.parametrize(
    ("before", "brought", "after"),
    [
        (None, "named", "named"),
        ("named", "anonymous", "anonymous"),
        ("anonymous", "named", "anonymous"),
        ("not-included", "named", "not-included"),
        ("anonymous", "not-included", "not-included"),
    ],
)
def test_of_a_decision_and_that_of_a_result_file_the_more_cautious_stands(
    session, place, before, brought, after
):
    if before:
        organisations.decide(session, place, before, "member")
    organisations.bring_consent(session, place, brought)
    assert place.consent == after


def test_a_link_leads_to_its_municipality_and_another_one_takes_its_place(session, place):
    assert organisations.consent_token(place, SECRET) is None
    organisations.make_consent_link(session, place, SECRET)
    token = organisations.consent_token(place, SECRET)
    assert organisations.find_by_consent_token(session, token, SECRET) is place
    assert token not in (place.consent_key, place.consent_link)
    organisations.make_consent_link(session, place, SECRET)
    assert organisations.find_by_consent_token(session, token, SECRET) is None
    again = organisations.consent_token(place, SECRET)
    assert organisations.find_by_consent_token(session, again, SECRET) is place
    for wrong in (make_token(), "short", ""):
        assert organisations.find_by_consent_token(session, wrong, SECRET) is None
    assert organisations.find_by_consent_token(session, again, "another secret") is None


def test_what_a_file_says_binds_members_who_were_more_cautious_when_it_came(session, place):
    organisations.decide(session, place, "not-included", "member")
    organisations.bring_consent(session, place, "anonymous")
    assert place.consent == "not-included"
    with pytest.raises(Problems):
        organisations.decide(session, place, "named", "member")
    organisations.decide(session, place, "anonymous", "member")
    organisations.bring_consent(session, place, "named")
    assert (place.consent, place.consent_own) == ("anonymous", "anonymous")


def test_who_is_here_twice_already_can_still_be_changed(session, workspace):
    first, second = (organisations.create(session, workspace.id, "Uppby", "SE", "0101") for _ in range(2))
    facts = {"country": "SE", "population": 900, "tags": [], "language": None}
    organisations.change(session, second, "Uppby kommun", code="0101", **facts)
    assert (first.name, second.name) == ("Uppby", "Uppby kommun")
    organisations.change(session, second, "Uppby kommun", code="0202", **facts)
    with pytest.raises(Problems):
        organisations.change(session, second, "Uppby kommun", code="0101", **facts)
