"""The association's own fields: which there are, adding and changing them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.custom_fields import LONGEST_NAME, FieldKind, OwnCondition, own_key
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import CustomField
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

    @property
    def key(self) -> str:
        """How it is named among columns of lists and things to change; a new name leaves it as it is."""
        return own_key(self.id)


def fields(office: Office, *, retired: bool = False) -> tuple[FieldRow, ...]:
    """The fields in their order; with ``retired`` also those that are not offered any more."""
    with office.store.reading() as session:
        return tuple(row for row in known(session) if retired or row.active)


def known(session: Session) -> list[FieldRow]:
    """As :func:`fields`, of an open session, with the retired ones."""
    query = select(CustomField).order_by(CustomField.position, CustomField.id)
    return [_row(row) for row in session.scalars(query)]


def said(field: FieldRow, value: str, words: Messages) -> str:
    """A value of ``field`` as people read it."""
    return words.text(f"custom_field.says_{value}") if value and field.kind is FieldKind.YES_NO else value


def condition_said(known: Mapping[str, FieldRow], condition: OwnCondition, words: Messages) -> str:
    """What a filter asks of a field, in words; ``known`` are the fields by id."""
    field = known.get(condition.field_id)
    name = field.name if field else words.text("custom_field.gone")
    value = said(field, condition.value, words) if field else condition.value
    return words.text(f"custom_field.asks_{condition.test}", field=name, value=value)


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
