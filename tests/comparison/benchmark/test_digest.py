"""What a comparison reads of a result, as text and back."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
from tests.comparison.benchmark import towns

from maturity.comparison.benchmark import digest_of, read_digest, tabulate, write_digest
from maturity.scoring.result import Estimate, Interval


def test_a_table_of_digests_is_the_table_of_the_results(tiny):
    entries = towns.make_towns(tiny, 5, consent="named")
    texts = [write_digest(digest_of(one)) for one in entries]
    again = tabulate(tiny, [read_digest(text) for text in texts])
    expected = tabulate(tiny, entries)
    assert again.members == expected.members
    np.testing.assert_array_equal(again.values, expected.values)


def test_a_digest_comes_back_as_it_was(tiny):
    (entry,) = towns.make_towns(tiny, 1)
    noted = replace(entry.result, note="Made up")
    digest = digest_of(replace(entry, result=noted, tags=("coast",)))
    again = read_digest(write_digest(digest))
    assert again.note == "Made up"
    assert write_digest(again) == write_digest(digest)
    assert again.tags == ("coast",)


def test_a_missing_standard_error_is_taken_from_the_interval(tiny):
    (entry,) = towns.make_towns(tiny, 1)
    item = replace(entry.result.items[0], estimate=Estimate(3.0, 9, None, None, Interval(2.0, 4.0)))
    digest = digest_of(replace(entry.result, items=(item,)))
    score, error, low, high = digest.items[item.id]
    assert (score, low, high) == (3.0, 2.0, 4.0)
    assert abs(error - 1 / 1.959963984540054) < 1e-12


def test_a_digest_of_another_format_is_not_read(tiny):
    (entry,) = towns.make_towns(tiny, 1)
    text = write_digest(digest_of(entry))
    assert read_digest(text.replace('"format":2', '"format":1')) is None
    assert json.loads(text)["format"] == 2
