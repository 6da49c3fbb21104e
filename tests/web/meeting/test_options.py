"""What was agreed on, as people read it."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from maturity.language import language
from maturity.questionnaire.items import Item
from maturity.web.meeting.options import in_words

NUMBER = TypeAdapter(Item).validate_python({"id": "it", "type": "number", "text": "It", "from": 0, "to": 9})


@pytest.mark.parametrize(
    ("value", "tag", "told"),
    [
        (2.5, "en", "2.5"),
        (2.5, "sv", "2,5"),
        (1234567.0, "en", "1,234,567"),
        (1234567.0, "sv", "1\u00a0234\u00a0567"),
        (1234.5678, "da", "1234,5678"),
    ],
)
def test_an_agreed_number_is_told_as_its_reader_writes_it(value, tag, told):
    assert in_words(NUMBER, value, language(tag)) == told
