"""The association's own fields: defining them, filling them, and their values for lists and exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.custom_fields import LONGEST_NAME, FieldKind, plain
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company, CustomField, CustomValue
from qc_desktop.storage.types import new_id


@dataclass(frozen=True)
class FieldRow:
    """A field as last seen at ``row_version``; a retired one is not ``active`` and keeps its values."""

    id: str
    row_version: int
    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    active: bool = True


def fields(office: Office, *, retired: bool = False) -> tuple[FieldRow, ...]:
    """The fields in their order; with ``retired`` also those that are not offered any more."""
    query = select(CustomField).order_by(CustomField.position, CustomField.id)
    with office.store.reading() as session:
        return tuple(_row(row) for row in session.scalars(query) if retired or row.active)


def named(office: Office, name: str) -> FieldRow:
    """The field called ``name``, also a retired one. Raises UserError where there is none."""
    for row in fields(office, retired=True):
        if row.name == clean(name):
            return row
    raise UserError("custom_field.unknown", field=name)


def add(office: Office, name: str, kind: FieldKind, choices: Sequence[str] = ()) -> str:
    """Adds a field at the end; returns its id.

    Raises UserError for a name that is taken, or a choice without choices.
    """
    wanted = _choices(kind, choices)
    with office.writing("field_add", name=clean(name)) as work:
        called = _name(work.session, name)
        last = work.session.scalar(select(func.max(CustomField.position))) or 0
        row = CustomField(id=new_id(), name=called, kind=kind, choices=wanted, position=last + 1, active=True)
        work.session.add(row)
        return row.id


def change(office: Office, field: FieldRow, *, name: str, choices: Sequence[str], active: bool) -> None:
    """Renames ``field``, changes its choices, retires it or takes it up again; its kind stays.

    Raises UserError as :func:`add` does, and for a field that was changed meanwhile.
    """
    wanted = _choices(field.kind, choices)
    with office.writing("field_change", name=clean(name)) as work:
        row = _current(work.session, field)
        row.name = _name(work.session, name, field.id)
        if row.choices != wanted:
            row.choices = wanted
        row.active = active


def move(office: Office, field_id: str, by: int) -> None:
    """Moves a field ``by`` places among those that are offered (-1 is one up)."""
    with office.writing("field_move") as work:
        query = select(CustomField).order_by(CustomField.position, CustomField.id)
        rows = list(work.session.scalars(query))
        here = next((place for place, row in enumerate(rows) if row.id == field_id), None)
        if here is None:
            raise UserError("store.changed_meanwhile")
        row = rows.pop(here)
        rows.insert(min(max(here + by, 0), len(rows)), row)
        for place, each in enumerate(rows, 1):
            if each.position != place:
                each.position = place


def of_company(office: Office, company_id: str) -> dict[str, str]:
    """What a company has in the fields, by field id."""
    return values(office, [company_id]).get(company_id, {})


def values(
    office: Office, company_ids: Sequence[str], field_ids: Sequence[str] | None = None
) -> dict[str, dict[str, str]]:
    """What ``company_ids`` have in ``field_ids``, all fields by default: by company, then by field.

    This is what a list's optional columns and an export ask, a page at a time.
    """
    found: dict[str, dict[str, str]] = {}
    with office.store.reading() as session:
        for chunk in in_chunks(company_ids):
            query = select(CustomValue.company_id, CustomValue.field_id, CustomValue.value)
            query = query.where(CustomValue.company_id.in_(chunk))
            if field_ids is not None:
                query = query.where(CustomValue.field_id.in_(field_ids))
            for company_id, field_id, value in session.execute(query):
                found.setdefault(company_id, {})[field_id] = value
    return found


def condition(field_id: str, wanted: str) -> ColumnElement[bool]:
    """That a company has ``wanted`` in a field: the whole of it, or anywhere in a text."""
    holds = CustomValue.value.contains(wanted, autoescape=True)
    mine = select(CustomValue.company_id).where(CustomValue.field_id == field_id, holds)
    return Company.id.in_(mine)


def save(office: Office, company_id: str, typed: Mapping[str, str]) -> int:
    """Writes what was ``typed`` into a company's fields, by field id; an empty text empties. The command to undo.

    Raises UserError, and writes nothing, for what a field's kind does not take.
    """
    with office.writing("field_values", company=company_id) as work:
        if work.session.get(Company, company_id) is None:
            raise UserError("company.gone")
        stored = select(CustomValue).where(CustomValue.company_id == company_id, CustomValue.field_id.in_(typed))
        known = {row.field_id: row for row in work.session.scalars(stored)}
        for field_id, text in typed.items():
            field = work.session.get(CustomField, field_id)
            if field is None:
                raise UserError("store.changed_meanwhile")
            _put(work.session, company_id, field, text, known.get(field_id))
        return work.command.seq


def _put(session: Session, company_id: str, field: CustomField, text: str, row: CustomValue | None) -> None:
    value = plain(field.name, FieldKind(field.kind), field.choices, text)
    if row is not None and not value:
        session.delete(row)
    elif row is not None:
        row.value = value
    elif value:
        session.add(CustomValue(id=new_id(), company_id=company_id, field_id=field.id, value=value))


def _row(row: CustomField) -> FieldRow:
    return FieldRow(row.id, row.row_version, row.name, FieldKind(row.kind), tuple(row.choices), row.active)


def _current(session: Session, field: FieldRow) -> CustomField:
    row = session.get(CustomField, field.id)
    if row is None or row.row_version != field.row_version:
        raise UserError("store.changed_meanwhile")
    return row


def _name(session: Session, typed: str, besides: str = "") -> str:
    name = clean(typed)
    if not name or len(name) > LONGEST_NAME:
        raise UserError("custom_field.bad_name", limit=LONGEST_NAME)
    taken = select(CustomField.id).where(CustomField.name == name, CustomField.id != besides)
    if session.scalars(taken.limit(1)).first() is not None:
        raise UserError("custom_field.name_taken", field=name)
    return name


def _choices(kind: FieldKind, choices: Sequence[str]) -> list[str]:
    wanted = list(dict.fromkeys(filter(None, map(clean, choices))))
    if kind is FieldKind.CHOICE and not wanted:
        raise UserError("custom_field.no_choices")
    return wanted if kind is FieldKind.CHOICE else []
