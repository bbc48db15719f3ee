"""The association's own fields in a list that is imported: which columns they are, and what a row says of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from qc_desktop.domain.cells import LARGEST_EXACT, Cell, is_placeholder, text_of
from qc_desktop.domain.custom_fields import FieldKind, own_id, plain
from qc_desktop.domain.findings import Finding, Severity, error
from qc_desktop.errors import UserError
from qc_desktop.exchange import columns
from qc_desktop.services.members.fields import FieldRow


def map_columns(headers: Sequence[str], own: Sequence[FieldRow]) -> dict[int, str]:
    """Column index (from 0) to field, glossary names and keys of ``own`` fields, by what the headers say."""
    claimed = _claimed(headers, own)
    others = ["" if place in claimed else header for place, header in enumerate(headers)]
    return {**columns.map_columns(others), **claimed}


def _claimed(headers: Sequence[str], own: Sequence[FieldRow]) -> dict[int, str]:
    """The columns that are called like an own field. The name under which we write a column of our own stays its."""
    keys = {columns.normalise(field.name): field.key for field in own}
    claimed: dict[int, str] = {}
    ours: set[str] = set()
    for place, header in enumerate(headers):
        field, key = columns.field_of(header), keys.get(columns.normalise(header), "")
        is_ours = field is not None and columns.normalise(columns.label(field)) == columns.normalise(header)
        if key and key not in claimed.values() and (not is_ours or field in ours):
            claimed[place] = key
        elif field:
            ours.add(field)
    return claimed


def remembered(stored: Mapping[str, str], headers: Sequence[str], own: Sequence[FieldRow]) -> dict[int, str]:
    """The mapping that was kept for ``headers``; fields that were added since are found, retired ones left out."""
    known = {field.key for field in own}
    places = {int(place): name for place, name in stored.items()}
    mapping = {place: name for place, name in places.items() if name and (not own_id(name) or name in known)}
    fresh = _claimed(headers, own)
    return mapping | {place: key for place, key in fresh.items() if place not in places and key not in mapping.values()}


def to_remember(mapping: Mapping[int, str], headers: Sequence[str], own: Sequence[FieldRow]) -> dict[str, str]:
    """What is kept of ``mapping``: also which columns of an own name a person left out."""
    left_out = {str(place): "" for place in _claimed(headers, own) if place not in mapping}
    return left_out | {str(place): name for place, name in mapping.items()}


def own_values(row: Mapping[str, Cell], own: Sequence[FieldRow]) -> tuple[dict[str, str], list[Finding]]:
    """What ``row`` (field to cell) says of the ``own`` fields, by field id, and what their kinds do not take.

    An empty cell says nothing.
    """
    values: dict[str, str] = {}
    findings: list[Finding] = []
    for field in own:
        cell = row.get(field.key, "")
        if field.kind is FieldKind.TEXT and isinstance(cell, int | float) and abs(cell) >= LARGEST_EXACT:
            findings.append(error("row.digits_lost", field.key, text_of(cell)))
            continue
        try:
            value = plain(field.name, field.kind, field.choices, _text(field, cell))
        except UserError as problem:
            findings.append(Finding(Severity.ERROR, problem.code, field.key, text_of(cell), problem.params))
        else:
            values |= {field.id: value} if value else {}
    return values, findings


def _text(field: FieldRow, cell: Cell) -> str:
    """The cell as a person would type it; a placeholder says nothing, but for a field that takes yes or no."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if field.kind is FieldKind.DATE else text_of(cell)
    text = text_of(cell)
    keeps = field.kind is FieldKind.YES_NO or text in field.choices
    return "" if not keeps and is_placeholder(text) else text
