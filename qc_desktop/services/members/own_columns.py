"""The association's own fields as columns of a list."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.exchange.writing.content import ems
from qc_desktop.services.members.field_values import examples
from qc_desktop.services.members.fields import FieldRow, known
from qc_desktop.services.office import Office

NARROWEST, WIDEST = 4, 24
"""In ems; a longer text is seen whole at the mouse, or in a column that a person makes wider."""


@dataclass(frozen=True)
class OwnColumn:
    """A field that is offered, and how many ems what stands in it takes: even numbers, so that it seldom changes."""

    field: FieldRow
    width: float


def own_columns(office: Office) -> tuple[OwnColumn, ...]:
    """The columns in the order of the fields; retired ones have none."""
    with office.store.reading() as session:
        offered = [field for field in known(session) if field.active]
        return tuple(OwnColumn(field, _width([*field.choices, *examples(session, field.id)])) for field in offered)


def _width(texts: list[str]) -> float:
    longest = max(map(ems, texts), default=0)
    return min(max(ceil(longest / 2) * 2, NARROWEST), WIDEST)


def is_number(field: FieldRow) -> bool:
    """Whether its values stand at the right, digit below digit."""
    return field.kind is FieldKind.NUMBER
