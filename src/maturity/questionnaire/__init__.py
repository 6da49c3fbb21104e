"""The questionnaire room: what is asked, how it is scored and what is advised, read from a folder of YAML.

Names are imported when they are first used, so that `import maturity.questionnaire.model` stays light.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maturity.questionnaire.comparing import Change as Change
    from maturity.questionnaire.comparing import Diff as Diff
    from maturity.questionnaire.comparing import Reason as Reason
    from maturity.questionnaire.comparing import diff as diff
    from maturity.questionnaire.loading import Checked as Checked
    from maturity.questionnaire.loading import check as check
    from maturity.questionnaire.loading import languages as languages
    from maturity.questionnaire.loading import load as load
    from maturity.questionnaire.loading import translated as translated
    from maturity.questionnaire.model import Questionnaire as Questionnaire
    from maturity.questionnaire.schemas import schema as schema
    from maturity.questionnaire.stamping import skeleton as skeleton
    from maturity.questionnaire.stamping import stamp as stamp
    from maturity.questionnaire.translation import Coverage as Coverage

_HOMES = {
    "Change": "comparing",
    "Checked": "loading",
    "Coverage": "translation",
    "Diff": "comparing",
    "Questionnaire": "model",
    "Reason": "comparing",
    "check": "loading",
    "diff": "comparing",
    "languages": "loading",
    "load": "loading",
    "schema": "schemas",
    "skeleton": "stamping",
    "stamp": "stamping",
    "translated": "loading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
