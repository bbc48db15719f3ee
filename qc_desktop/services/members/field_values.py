"""What companies have in the association's own fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.custom_fields import FieldKind, plain
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company, CustomField, CustomValue
from qc_desktop.storage.types import new_id

_SAMPLE = 200


def of_company(office: Office, company_id: str) -> dict[str, str]:
    """What a company has in the fields, by field id."""
    return values(office, [company_id]).get(company_id, {})


def values(
    office: Office, company_ids: Sequence[str], field_ids: Sequence[str] | None = None
) -> dict[str, dict[str, str]]:
    """What ``company_ids`` have in ``field_ids``, all fields by default: by company, then by field."""
    with office.store.reading() as session:
        return held(session, company_ids, field_ids)


def held(
    session: Session, company_ids: Sequence[str], field_ids: Sequence[str] | None = None
) -> dict[str, dict[str, str]]:
    """As :func:`values`, of an open session: what a page of a list asks."""
    found: dict[str, dict[str, str]] = {}
    for chunk in in_chunks(company_ids):
        query = select(CustomValue.company_id, CustomValue.field_id, CustomValue.value)
        query = query.where(CustomValue.company_id.in_(chunk))
        if field_ids is not None:
            query = query.where(CustomValue.field_id.in_(field_ids))
        for company_id, field_id, value in session.execute(query):
            found.setdefault(company_id, {})[field_id] = value
    return found


def examples(session: Session, field_id: str) -> Sequence[str]:
    """A few hundred of the values that a field has: enough to tell how wide its column should be."""
    return session.scalars(select(CustomValue.value).where(CustomValue.field_id == field_id).limit(_SAMPLE)).all()


def save(office: Office, company_id: str, typed: Mapping[str, str], seen: Mapping[str, str] | None = None) -> int:
    """Writes what was ``typed`` into a company's fields, by field id; an empty text empties. The command to undo.

    ``seen`` is what was shown of them. Raises UserError, and writes nothing, for what a field's kind does not take, and
    where something else stands there by now than was seen.
    """
    with office.writing("field_values", company=company_id) as work:
        if work.session.get(Company, company_id) is None:
            raise UserError("company.gone")
        stored = held(work.session, [company_id], list(typed)).get(company_id, {})
        if seen is not None and any(stored.get(each, "") != seen.get(each, "") for each in typed):
            raise UserError("store.changed_meanwhile")
        kept = {}
        for field_id, text in typed.items():
            field = work.session.get(CustomField, field_id)
            if field is None:
                raise UserError("store.changed_meanwhile")
            kept[field_id] = plain(field.name, FieldKind(field.kind), field.choices, text)
        put(work.session, {company_id: kept})
        return work.command.seq


def put(session: Session, wanted: Mapping[str, Mapping[str, str]]) -> None:
    """Writes the plain values ``wanted`` by company and field, as a part of a command; an empty one empties."""
    for chunk in in_chunks(list(wanted)):
        stored = select(CustomValue).where(CustomValue.company_id.in_(chunk))
        known = {(row.company_id, row.field_id): row for row in session.scalars(stored)}
        for company_id in chunk:
            for field_id, value in wanted[company_id].items():
                _put(session, company_id, field_id, value, known.get((company_id, field_id)))


def _put(session: Session, company_id: str, field_id: str, value: str, row: CustomValue | None) -> None:
    if row is not None and not value:
        session.delete(row)
    elif row is not None:
        row.value = value
    elif value:
        session.add(CustomValue(id=new_id(), company_id=company_id, field_id=field_id, value=value))
