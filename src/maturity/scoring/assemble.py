"""From answers to the frozen result."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

import maturity
from maturity.answers.model import Agreed, Assessment
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.dimensions import dimension_results
from maturity.scoring.disclosure import suppress
from maturity.scoring.encode import Responses, encode
from maturity.scoring.gaps import compare, find_gaps
from maturity.scoring.importance import importance_means, importances
from maturity.scoring.items import item_results
from maturity.scoring.overall import overall_result, robustness_result
from maturity.scoring.plan import Ints
from maturity.scoring.quality import quality_result
from maturity.scoring.resampling import seed_of
from maturity.scoring.result import FORMAT, Quality, Result, RoleCount
from maturity.scoring.roles import group_scores, role_scores
from maturity.scoring.uncertainty import uncertainties
from maturity.scoring.working import (
    draws_of,
    group_means,
    item_means,
    leaf_means,
    work,
)


def score(questionnaire: Questionnaire, assessment: Assessment, *, resample: bool = True) -> Result:
    """What an assessment amounts to: protected, frozen, the same for the same input to the last byte.

    The questionnaire must be the one that was answered. Without `resample` there is no bootstrap: geometric
    means, minima, upper dimensions, the overall number and ranks then have no interval.
    """
    return score_responses(questionnaire, encode(questionnaire, assessment), assessment, resample=resample)


def score_responses(
    questionnaire: Questionnaire, responses: Responses, header: Assessment, *, resample: bool = True
) -> Result:
    """The same from encoded answers. Of `header` everything is used but the respondents."""
    empty = _withheld(questionnaire, responses, header)
    if len(responses.role) < questionnaire.privacy.threshold:
        return empty
    working = work(questionnaire, responses)
    seed = seed_of(questionnaire.fingerprint, header.fingerprint)
    draws = draws_of(working, seed) if resample else None
    overall = overall_result(working, draws)
    groups, pairs = group_scores(working), compare(working)
    important, importance = importance_means(working)
    asked = (
        item_means(working),
        leaf_means(working),
        group_means(working, groups.means),
        pairs.means,
        importance,
    )
    items, leaves, alone, apart, matters = uncertainties(asked, questionnaire.scoring.confidence)
    return replace(
        empty,
        withheld=False,
        items=item_results(working, items),
        dimensions=dimension_results(
            working,
            leaves,
            role_scores(working, groups, alone),
            draws,
            header.consensus,
            importances(important, importance, matters, working.few),
        ),
        overall=overall,
        gaps=find_gaps(working, pairs, apart),
        robustness=robustness_result(working, draws, overall=overall is not None),
        quality=quality_result(working),
        agreed_reasons=_agreed(questionnaire, header.consensus),
    )


def _withheld(questionnaire: Questionnaire, responses: Responses, header: Assessment) -> Result:
    """A result that says who was asked and nothing else."""
    organisation = header.organisation
    return Result(
        format=FORMAT,
        program=maturity.__version__,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        questionnaire_hash=questionnaire.fingerprint,
        answers_hash=header.fingerprint,
        organisation=organisation.name,
        country=organisation.country,
        code=organisation.code,
        population=organisation.population,
        date=header.date.isoformat(),
        label=header.label,
        note=header.note,
        respondents=len(responses.role),
        roles=_role_counts(questionnaire, responses.role),
        threshold=questionnaire.privacy.threshold,
        withheld=True,
        items=(),
        dimensions=(),
        top=tuple(node.id for node in questionnaire.dimensions),
        overall=None,
        gaps=(),
        robustness=None,
        quality=Quality(None, None, None, None),
        agreed_reasons=(),
    )


def _role_counts(questionnaire: Questionnaire, role: Ints) -> tuple[RoleCount, ...]:
    sizes = np.bincount(role, minlength=len(questionnaire.roles)).tolist()
    counts = dict(zip(questionnaire.role_ids, sizes, strict=True))
    shown = suppress(counts, questionnaire.privacy.threshold).shown
    return tuple(RoleCount(id_, n, id_ in shown) for id_, n in counts.items())


def _agreed(
    questionnaire: Questionnaire, consensus: dict[str, Agreed]
) -> tuple[tuple[str, float, str | None, int | None], ...]:
    there = (id_ for id_ in questionnaire.items if id_ in consensus)
    return tuple((id_, (one := consensus[id_]).level, one.reason, one.evidence) for id_ in there)
