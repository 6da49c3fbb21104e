import json
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maturity.comparison.benchmark import Entry, is_result_file, read_entry, write_entry
from maturity.comparison.benchmark.resultfile import checksum
from maturity.problems import Problems


@pytest.fixture
def entry(town):
    return replace(town("Uppby", 3.2, "named"), tags=("coast", "small"))


def refusal(text):
    with pytest.raises(Problems) as found:
        read_entry(text, "r.json")
    (problem,) = found.value.problems
    assert problem.file == "r.json"
    return problem.message


def rewritten(entry, **changes):
    """A file whose checksum fits its changed content."""
    content = json.loads(write_entry(entry))
    del content["checksum"]
    content |= changes
    return json.dumps(content | {"checksum": checksum(content)})


def test_what_was_written_is_read(entry):
    assert read_entry(write_entry(entry)) == entry


def test_the_same_entry_gives_the_same_text(entry):
    assert write_entry(entry) == write_entry(read_entry(write_entry(entry)))


def test_what_readers_must_know_goes_along(entry):
    told = replace(entry, result=replace(entry.result, note="Made up"))
    assert read_entry(write_entry(told)).result.note == "Made up"


def test_what_was_written_for_the_team_stays_at_home(entry):
    agreed = (("red-1", 3.0, "Anna in finance said so", 2),)
    told = replace(entry, result=replace(entry.result, agreed_reasons=agreed))
    assert "Anna" not in write_entry(told)
    assert read_entry(write_entry(told)).result.agreed_reasons == (("red-1", 3.0, None, 2),)


def test_a_file_that_is_cut_short_is_noticed(entry):
    text = write_entry(entry)
    for length in (0, 1, len(text) // 2, len(text) - 3):
        assert "cut short" in refusal(text[:length])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_a_changed_digit_is_noticed_unless_it_is_the_same_number(entry, data):
    text = write_entry(entry)
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    at = data.draw(st.sampled_from(places))
    changed = text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    try:
        assert read_entry(changed) == entry
    except Problems:
        assert json.loads(changed) != json.loads(text)
    else:
        assert json.loads(changed) == json.loads(text)


def test_what_no_checksum_can_be_made_of_is_refused(entry):
    deepest = sys.getrecursionlimit()
    for odd in (r'"\ud800"', *("[" * depth + "]" * depth for depth in range(deepest - 150, deepest))):
        assert refusal(write_entry(entry).replace('"consent":', f'"odd":{odd},"consent":'))


def test_other_json_is_no_result_file():
    assert "no result file" in refusal("[]")
    assert "no result file" in refusal('{"organisation": "Uppby"}')


def test_another_format_consent_or_tag_is_refused(entry):
    assert "format" in refusal(rewritten(entry, format=2))
    assert "consent" in refusal(rewritten(entry, consent="perhaps"))
    assert "tags" in refusal(rewritten(entry, tags="small"))


def test_a_damaged_result_says_where(entry):
    with pytest.raises(Problems) as found:
        read_entry(rewritten(entry, result=json.loads(write_entry(entry))["result"] | {"items": 3}), "r.json")
    assert {problem.file for problem in found.value.problems} == {"r.json"}


def test_a_result_file_is_known_by_its_kind(entry):
    assert is_result_file(write_entry(entry))
    assert not is_result_file('{"questionnaire": "tiny"}')


def test_an_entry_is_anonymous_unless_told(entry):
    assert Entry(entry.result).consent == "anonymous"
