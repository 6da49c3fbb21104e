"""The dimensions as the page of targets shows them: where each stands, where it is to be, and how far others
moved."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from maturity.comparison.progress import Round
from maturity.comparison.progress.steps import Move
from maturity.language import Language
from maturity.questionnaire.model import Dimension, Level, Questionnaire
from maturity.report.progress.model import TargetLine
from maturity.report.progress.sections.steps import told_pace, told_step
from maturity.report.progress.stored import bundle_from
from maturity.report.words import Words
from maturity.store import targets
from maturity.store.moves import usual_moves
from maturity.store.tables import Organisation, Target

AHEAD = 2
"""Years that a step is told for where no target is set: most municipalities repeat it after one or two."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One dimension. `depth` is 0 for those at the top."""

    id: str
    name: str
    depth: int
    now: str
    level: str
    target: Target | None
    aimed: str
    """The target's score; a dash without one."""
    line: TargetLine | None
    """How far the target is; None without one, or before there are two rounds."""
    pace: str
    step: str


@dataclass(frozen=True, slots=True)
class Board:
    """All of them, and what the numbers on the scale are called."""

    aims: tuple[Aim, ...]
    scale: str
    """What the numbers on the scale are called."""
    knows_steps: bool
    """Whether enough municipalities here repeated it to say how far one usually moves."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the dimensions of the latest round, by their ids."""

    words: Words
    latest: Round
    rows: Mapping[str, Target]
    lines: Mapping[str, TargetLine]
    moves: Mapping[str, Move]

    def aim(self, node: Dimension, depth: int) -> Aim:
        """One dimension on the page."""
        found = next((one for one in self.latest.result.dimensions if one.id == node.id), None)
        now, row = found.score if found else None, self.rows.get(node.id)
        return Aim(
            id=node.id,
            name=node.title,
            depth=depth,
            now=self.words.score(now),
            level=self.words.level(found.level if found else None),
            target=row,
            aimed=self.words.score(row.score if row else None),
            line=self.lines.get(node.id),
            pace="" if row is None or now is None else self._pace(row, now),
            step="" if now is None else self._step(node.id, now, row),
        )

    def _pace(self, row: Target, now: float) -> str:
        return told_pace(self.words, now, self.latest.date, row.score, row.by)

    def _step(self, id_: str, now: float, row: Target | None) -> str:
        move = self.moves.get(id_)
        until = row.by if row else self.latest.date + datetime.timedelta(days=round(AHEAD * 365.25))
        return told_step(self.words, move, now, self.latest.date, until) if move else ""


def board_of(
    session: Session, organisation: Organisation, rounds: tuple[Round, ...], language: Language
) -> Board:
    """The page of an organisation's targets, from its rounds."""
    asked = rounds[-1].questionnaire
    known = _Known(
        words=Words(asked, language),
        latest=rounds[-1],
        rows={row.dimension: row for row in targets.of_organisation(session, organisation, asked)},
        lines=_lines(session, organisation, rounds, language),
        moves=usual_moves(session, organisation.workspace_id or "", asked.id),
    )
    return Board(
        aims=tuple(known.aim(node, depth) for node, depth in _nodes(asked)),
        scale=language.join([_place(language, level) for level in asked.levels]),
        knows_steps=bool(known.moves),
    )


def _place(language: Language, level: Level) -> str:
    return f"{language.number(level.at, 0 if level.at == int(level.at) else 1)} {level.name}"


def _nodes(asked: Questionnaire) -> Iterator[tuple[Dimension, int]]:
    def walk(node: Dimension, depth: int) -> Iterator[tuple[Dimension, int]]:
        yield node, depth
        for part in node.dimensions:
            yield from walk(part, depth + 1)

    for top in asked.dimensions:
        yield from walk(top, 0)


def _lines(
    session: Session, organisation: Organisation, rounds: tuple[Round, ...], language: Language
) -> dict[str, TargetLine]:
    """How far the targets are, once there are two rounds."""
    bundle = bundle_from(session, organisation, rounds, language.tag)
    if bundle is None:
        return {}
    ids = (one.target.dimension for one in bundle.progress.towards)
    return dict(zip(ids, bundle.report.targets, strict=True))
