"""The OpenAPI document is what it was, says what is true, and Schemathesis finds nothing that contradicts it."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from maturity.store import api_tokens
from maturity.web.api.spec import ENDPOINTS

PINNED = Path(__file__).parent / "openapi.json"
WHERE = "/api/v1/openapi.json"
FILES = ("questionnaire.yaml", "recommendations.yaml", "cases.yaml")


def test_the_document_is_the_pinned_one(browser):
    told = "the API changed: look at what did, then type: make openapi"
    assert browser.get(WHERE).json == json.loads(PINNED.read_text(encoding="utf-8")), told


def test_every_scope_is_used_and_every_endpoint_needs_one():
    assert {found.scope for found in ENDPOINTS.values()} == set(api_tokens.SCOPES)


def test_every_endpoint_is_in_the_document(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")]
    paths = {rule.rule.replace("<", "{").replace(">", "}") for rule in rules} - {WHERE}
    assert paths == set(json.loads(PINNED.read_text(encoding="utf-8"))["paths"])


class TestSchemathesis:
    """Each endpoint with whatever its schema allows, and with what it does not: the same examples every time."""

    EXAMPLES = 15

    @pytest.fixture
    def settings(self, settings):
        return settings.model_copy(update={"api_requests": 1_000_000, "token_misses": 1_000_000})

    @pytest.fixture
    def schema(self, app):
        config = schemathesis.Config.from_dict({"generation": {"deterministic": True}})
        return schemathesis.openapi.from_wsgi(WHERE, app, config=config)

    @pytest.fixture
    def ids(self, make_filled, bundled, session, workspace):
        """What addresses may name: something that is there."""
        from maturity.store import questionnaires

        draft = questionnaires.begin_draft(session, workspace.id, questionnaires.files_of(bundled))
        made = make_filled(state="closed")
        session.commit()
        found = {"version_id": draft.id, "assessment_id": made.id, "ending": "csv"}
        return found | {"published_id": bundled.id}

    def test_it_finds_nothing_that_contradicts_the_document(self, schema, ids, session, workspace, settings):
        _, token = api_tokens.make(session, workspace.id, "S", list(api_tokens.SCOPES), settings.secret())
        session.commit()
        sent = {"Authorization": f"Bearer {token}"}
        for found in schema.get_all_operations():
            for mode in schemathesis.GenerationMode:
                _try(found.ok(), mode, ids, sent, self.EXAMPLES)


def _try(operation, mode, ids, headers, examples):
    """Send what is generated, every second time to something that is there."""
    numbers = itertools.count()

    @settings(
        max_examples=examples,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case):
        if next(numbers) % 2:
            _point(case, mode, ids)
        case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

    run()


def _point(case, mode, ids):
    """Let a request name what is there, and keep everything else that was generated."""
    case.path_parameters.update((name, ids[name]) for name in case.path_parameters)
    if mode is schemathesis.GenerationMode.POSITIVE:
        for part in (case.body, case.query):
            if isinstance(part, dict) and "questionnaire_version" in part:
                part["questionnaire_version"] = ids["published_id"]
        if isinstance(case.body, dict) and "files" in case.body:
            case.body["files"] = dict(zip(FILES, case.body["files"].values(), strict=False))


def test_every_endpoint_and_scope_is_documented():
    text = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
    for path, operations in json.loads(PINNED.read_text(encoding="utf-8"))["paths"].items():
        for method in operations:
            assert f"`{method.upper()} {path.removeprefix('/api/v1')}`" in text
    assert all(f"`{scope}`" in text for scope in api_tokens.SCOPES)
