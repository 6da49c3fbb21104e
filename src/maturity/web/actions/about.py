"""What an action can be about, dimension by dimension, as tick boxes in groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from maturity.questionnaire.model import Dimension, Questionnaire
from maturity.web.actions.form import ActionForm


@dataclass(frozen=True, slots=True)
class Group:
    """A dimension with its items. Each box is one of the form's options."""

    title: str
    whole: Any
    """The box of the dimension itself."""
    items: tuple[Any, ...]


def groups(form: ActionForm, asked: Questionnaire) -> tuple[Group, ...]:
    """The dimensions in the questionnaire's order; those that hold no items stand alone."""
    boxes = {option.data: option for option in form.about}
    return tuple(_groups(asked, boxes))


def _groups(asked: Questionnaire, boxes: Mapping[str, Any]) -> Iterator[Group]:
    for id_, node in asked.nodes.items():
        yield Group(node.title, boxes[id_], tuple(_items(node, boxes)))


def _items(node: Dimension, boxes: Mapping[str, Any]) -> Iterator[Any]:
    return (boxes[item.id] for item in node.items if item.id in boxes)
