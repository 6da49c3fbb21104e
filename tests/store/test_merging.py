"""Two organisations that are the same are made one, and nothing of either is lost on the way."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from tests.web.furnished import OURS, furnish

from maturity.comparison.benchmark import CONSENTS
from maturity.problems import Problems
from maturity.store import (
    actions,
    assessments,
    batches,
    groups,
    marks,
    merging,
    organisations,
    own_codes,
    questionnaires,
    respondents,
    shares,
    targets,
)
from maturity.store.ids import make_token
from maturity.store.matching import Known
from maturity.store.merging import planning
from maturity.store.merging.doing import CHANGED, referring
from maturity.store.tables import (
    Action,
    Assessment,
    BatchReport,
    IntakeFile,
    Mark,
    Membership,
    Organisation,
    Reminder,
    Share,
    Target,
)

SECRET = "a secret of the tests"
TODAY = datetime.date(2026, 3, 1)
LATER = datetime.date(2028, 3, 1)
KNOWN = {"assessment.organisation_id", "batch_report.organisation_id", "mark.organisation_id"}
KNOWN |= {"target.organisation_id"}


@pytest.fixture
def version(session):
    questionnaires.ensure_bundled(session)
    return questionnaires.bundled(session, "innovation-capacity-short")


@pytest.fixture
def kept(session, workspace):
    return organisations.create(session, workspace.id, "Uppby", "SE", None, 9_000)


@pytest.fixture
def other(session, workspace):
    return organisations.create(session, workspace.id, "Uppby kommun", "SE", "0381", 9_100)


def merge(session, kept, other):
    return merging.merge(session, kept, other, merging.plan(session, kept, other).mark)


def round_(session, place, version, **facts):
    facts = {"state": "closed", "held_on": TODAY, **facts}
    return assessments.create(session, place.workspace_id, place, version, **facts)


def group(session, workspace, **facts):
    nothing = {"countries": [], "population_from": None, "population_to": None, "codes": [], "tags": []}
    given = {**nothing, "name": "A group", "threshold": 5, "profile": None, **facts}
    return groups.add(session, workspace.id, "innovation-capacity-short", **given)


def test_every_table_that_names_an_organisation_is_thought_of():
    """A new one must be moved in `merging`, counted in `removing`, told on both pages, and added here."""
    assert {f"{column.table.name}.{column.name}" for column in referring()} == KNOWN


@pytest.mark.parametrize("column", list(referring()), ids=str)
def test_of_every_table_all_rows_are_the_kept_one_s_afterwards(session, column):
    questionnaires.ensure_bundled(session)
    home = furnish(session, "Ourtown", OURS, "hash")
    full = session.get(Organisation, home.ids["organisation_id"])
    empty = organisations.create(session, home.id, "Nearly the same")
    batch = batches.find(session, home.id, home.ids["batch_id"])
    session.add(BatchReport(batch_id=batch.id, place=9, organisation=full, language="da"))
    session.flush()
    rows = select(func.count()).select_from(column.table)
    before, every = session.scalar(rows.where(column == full.id)), session.scalar(rows)
    assert before
    merge(session, empty, full)
    assert session.scalar(rows.where(column == empty.id)) == before
    assert session.scalar(rows) == every
    assert session.get(Organisation, home.ids["organisation_id"]) is None


def test_what_is_forgotten_is_not_deleted_with_the_other(session, kept, other, monkeypatch):
    marks.add(session, other, TODAY, "Election")
    monkeypatch.setattr(planning.belongings, "marks_of", lambda *_: ((), ()))
    with pytest.raises(RuntimeError, match="mark"):
        merge(session, kept, other)


def test_the_kept_one_s_facts_stand_and_empty_ones_are_filled(session, kept, other):
    kept.tags, other.tags, other.language = ["coast", "Small"], ["small", "island"], "sv"
    merge(session, kept, other)
    assert (kept.name, kept.country, kept.code, kept.population) == ("Uppby", "SE", "0381", 9_000)
    assert (kept.tags, kept.language) == (["coast", "Small", "island"], "sv")


def test_files_that_say_the_other_s_name_mean_the_kept_one(session, workspace, kept, other):
    kept.also, other.also = ["Upby"], ["uppby", "UPBY", "Upp-by"]
    merge(session, kept, other)
    assert kept.also == ["Upby", "Uppby kommun", "Upp-by"]
    known = Known(organisations.of_workspace(session, workspace.id))
    assert known.find("Uppby kommun", "SE", None) is known.find("upp-by", None, None) is kept
    assert organisations.named(session, workspace.id, "Uppby kommun") is kept


decisions = st.tuples(st.sampled_from(CONSENTS), st.sampled_from([None, "member", "itself"]))


@given(st.tuples(decisions, decisions))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_of_two_decisions_the_more_cautious_stands_and_the_bound_holds(both):
    two = [Organisation(id=name, workspace_id="w", name=name) for name in ("a", "b")]
    for one, (consent, by) in zip(two, both, strict=True):
        one.consent, one.consent_by = (consent if by else "anonymous"), by
        one.consent_own = consent if by == "itself" else None
    found = planning._decision(*two)
    order = list(CONSENTS).index
    made = [one for one in two if one.consent_by]
    assert order(found.consent) == max((order(one.consent) for one in made), default=1)
    own = [order(one.consent_own) for one in two if one.consent_own]
    assert found.own == (CONSENTS[max(own)] if own else None)
    assert found.by in {one.consent_by for one in made or two}
    assert found.own is None or order(found.consent) >= order(found.own)
    assert planning._decision(*reversed(two)).consent == found.consent


def test_the_kept_one_s_link_stays_and_the_other_s_ends(session, kept, other):
    for one in (kept, other):
        organisations.make_consent_link(session, one, SECRET)
    stays, ends = (organisations.consent_token(one, SECRET) for one in (kept, other))
    assert merge(session, kept, other).link_ends
    assert organisations.find_by_consent_token(session, stays, SECRET) is kept
    assert organisations.find_by_consent_token(session, ends, SECRET) is None


def test_the_only_link_that_was_handed_out_goes_on_to_decide(session, kept, other):
    organisations.make_consent_link(session, other, SECRET)
    token = organisations.consent_token(other, SECRET)
    assert merge(session, kept, other).link_moves
    assert organisations.find_by_consent_token(session, token, SECRET) is kept


def test_rounds_of_the_same_day_are_both_kept(session, kept, other, version):
    ids = {round_(session, one, version, label="Spring").id for one in (kept, other)}
    planned = merging.plan(session, kept, other)
    assert all(one.meets for one in planned.rounds)
    merge(session, kept, other)
    rows = session.scalars(select(Assessment).where(Assessment.organisation_id == kept.id)).all()
    assert {row.id for row in rows} == ids


def test_rounds_of_another_questionnaire_do_not_meet(session, kept, other, version):
    round_(session, kept, version)
    round_(session, other, questionnaires.bundled(session, "innovation-capacity"))
    assert not any(one.meets for one in merging.plan(session, kept, other).rounds)


def test_the_same_content_twice_is_one_round_with_what_hung_on_both(session, kept, other, version):
    brought = {"origin": "answers", "source": "5" * 64}
    stays = round_(session, kept, version, **brought)
    gone = round_(session, other, version, again_on=LATER, **brought)
    gone_id = gone.id
    after = round_(session, other, version, held_on=LATER, earlier_id=gone_id)
    done = [actions.add(session, one, f"Action of {one.id}") for one in (stays, gone)]
    share = shares.make(session, gone, SECRET, "sv", LATER)
    merge(session, kept, other)
    assert session.get(Assessment, gone_id) is None
    assert {action.assessment_id for action in session.scalars(select(Action))} == {stays.id}
    assert len(done) == 2
    assert session.get(Share, share.id).assessment_id == stays.id
    assert (stays.again_on, after.earlier_id, after.organisation_id) == (LATER, stays.id, kept.id)


def test_what_a_file_became_is_still_known(session):
    questionnaires.ensure_bundled(session)
    home = furnish(session, "Ourtown", OURS, "hash")
    version = questionnaires.bundled(session, "innovation-capacity-short")
    kept, other = (organisations.create(session, home.id, name) for name in ("Nes", "Nes kommune"))
    stays, gone = (round_(session, one, version, source="5" * 64) for one in (kept, other))
    file = session.scalars(select(IntakeFile)).first()
    file.assessment_id = gone.id
    session.flush()
    merge(session, kept, other)
    assert session.get(IntakeFile, file.id).assessment_id == stays.id


def test_targets_move_and_of_two_for_the_same_the_kept_one_s_stands(session, kept, other, version):
    asked = questionnaires.load(version)
    first, second = list(asked.nodes)[:2]
    targets.put(session, kept, asked, first, 4.0, LATER)
    twice = targets.put(session, other, asked, first, 2.0, LATER)
    targets.put(session, other, asked, second, 3.0, LATER)
    member = session.scalars(select(Membership)).first()
    session.add(Reminder(membership_id=member.id, kind="target", subject_id=twice.id, due=LATER))
    session.flush()
    merge(session, kept, other)
    found = {row.dimension: row.score for row in session.scalars(select(Target))}
    assert found == {first: 4.0, second: 3.0}
    assert not session.scalars(select(Reminder)).all()


def test_marks_move_and_what_both_noted_is_noted_once(session, kept, other):
    marks.add(session, kept, TODAY, "Election")
    marks.add(session, other, TODAY, "election")
    marks.add(session, other, TODAY, "A new manager")
    merge(session, kept, other)
    rows = session.scalars(select(Mark).where(Mark.organisation_id == kept.id)).all()
    assert sorted(row.text for row in rows) == ["A new manager", "Election"]


def test_reports_that_were_made_stay_and_none_is_made_twice(session, workspace, kept, other):
    made = group(session, workspace)
    wanted = [batches.Wanted(one, tag) for one, tag in itertools.product((kept, other), ("sv", "en"))]
    batch = batches.order(session, workspace, made, wanted)
    ready = next(one for one in batches.reports_of(session, batch) if one.organisation is other)
    ready_id = ready.id
    batches.fill(session, ready_id, b"%PDF-1.7")
    merge(session, kept, other)
    left = batches.reports_of(session, batch)
    assert {one.organisation_id for one in left} == {kept.id}
    assert sorted((one.language, one.size > 0) for one in left) == [
        ("en", False),
        ("sv", False),
        ("sv", True),
    ]


def test_a_rule_that_names_the_other_s_code_names_the_kept_one_s(session, workspace, kept, other):
    kept.code = "0380"
    far = organisations.create(session, workspace.id, "Fjern", "NO", "0301")
    rule = group(session, workspace, codes=["0381", "0301"])
    session.flush()
    merge(session, kept, other)
    assert rule.codes == ["0380", "0301"]
    other_again = organisations.create(session, workspace.id, "Uppby kommun", "SE", "0301")
    assert far.code == other_again.code
    merge(session, kept, other_again)
    assert rule.codes == ["0380", "0301"], "the code is somebody else's too"


def test_the_plan_says_which_groups_the_kept_one_fits(session, workspace, kept, other):
    group(session, workspace, name="Islands", tags=["island"])
    group(session, workspace, name="Beyond nine thousand", population_from=9_050)
    group(session, workspace, name="Norway", countries=["NO"])
    other.tags = ["island"]
    session.flush()
    found = {one.name: (one.fitted, one.fits) for one in merging.plan(session, kept, other).groups}
    assert found == {"Beyond nine thousand": (False, False), "Islands": (False, True)}


def test_codes_of_the_other_s_rounds_link_each_other_and_nobody_else(session, kept, other, version):
    """What stands for a code is made of the organisation: it cannot be made anew without the code."""
    earlier, later, here = (round_(session, one, version, state="open") for one in (other, other, kept))
    people = [
        respondents.start(session, row, make_token(), "manager", "sv", SECRET) for row in (earlier, later)
    ]
    for person in people:
        own_codes.choose(session, person, "my aunt Ada", SECRET)
    assert merging.plan(session, kept, other).codes_end
    merge(session, kept, other)
    assert people[0].code == people[1].code
    again = respondents.start(session, here, make_token(), "manager", "sv", SECRET)
    own_codes.choose(session, again, "my aunt Ada", SECRET)
    assert again.code != people[0].code


def test_without_answers_there_are_no_codes_to_speak_of(session, kept, other, version):
    round_(session, other, version)
    assert not merging.plan(session, kept, other).codes_end


def test_what_was_not_shown_is_not_done(session, kept, other):
    seen = merging.plan(session, kept, other).mark
    marks.add(session, other, TODAY, "Election")
    with pytest.raises(Problems) as refused:
        merging.merge(session, kept, other, seen)
    assert refused.value.problems[0].message == CHANGED
    assert session.get(Organisation, other.id) is other


def test_a_third_that_would_be_the_same_is_told(session, workspace, kept, other):
    kept.country = None
    kept.code, other.code = "0381", None
    organisations.create(session, workspace.id, "Uppby stad", "SE", "0381")
    session.flush()
    assert [one.values["name"] for one in merging.plan(session, kept, other).problems] == ["Uppby stad"]
    with pytest.raises(Problems):
        merge(session, kept, other)
    assert organisations.find(session, workspace.id, other.id) is other


@pytest.mark.parametrize(
    ("facts", "unlike"),
    [
        ({"code": "381"}, ()),
        ({"code": "0382"}, ("code",)),
        ({"country": "NO"}, ("country",)),
        ({"country": None}, ()),
    ],
)
def test_what_speaks_against_it_is_said(session, kept, other, facts, unlike):
    for name, value in facts.items():
        setattr(kept, name, value)
    assert merging.plan(session, kept, other).unlike == unlike
