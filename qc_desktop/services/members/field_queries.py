"""Companies by what they have in the association's own fields: narrowing a list, and its order."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Float, Select, and_, case, cast, func, literal, or_, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.elements import SQLCoreOperations

from qc_desktop.domain.custom_fields import NO, YES, FieldKind, OwnCondition, OwnTest
from qc_desktop.storage.tables import Company, CustomField, CustomValue

_ONE_OF = (OwnTest.IS, OwnTest.EMPTY)


def conditions(session: Session, wanted: Sequence[OwnCondition]) -> list[ColumnElement[bool]]:
    """What ``wanted`` asks of a company: values of one field widen, everything else narrows."""
    made = [_asked(session, one) for one in wanted if one.test not in _ONE_OF]
    fields = dict.fromkeys(one.field_id for one in wanted if one.test in _ONE_OF)
    for field_id in fields:
        these = [one for one in wanted if one.field_id == field_id and one.test in _ONE_OF]
        made.append(or_(*[_asked(session, one) for one in these]))
    return made


def _asked(session: Session, one: OwnCondition) -> ColumnElement[bool]:
    mine = select(CustomValue.company_id).where(CustomValue.field_id == one.field_id)
    if one.test is OwnTest.EMPTY:
        return Company.id.not_in(mine)
    if one.test is OwnTest.FILLED:
        return Company.id.in_(mine)
    return Company.id.in_(mine.where(_holds(session, one)))


def _holds(session: Session, one: OwnCondition) -> ColumnElement[bool]:
    if one.test is OwnTest.CONTAINS:
        return CustomValue.value.contains(one.value, autoescape=True)
    field = session.get(CustomField, one.field_id)
    is_number = field is not None and field.kind == FieldKind.NUMBER
    held: SQLCoreOperations[Any] = cast(CustomValue.value, Float) if is_number else CustomValue.value
    asked: SQLCoreOperations[Any] = cast(literal(one.value), Float) if is_number else literal(one.value)
    compare = {OwnTest.IS: operator.eq, OwnTest.FROM: operator.ge, OwnTest.TO: operator.le}[one.test]
    holds: ColumnElement[bool] = compare(held, asked)
    return holds


def by_value(session: Session, query: Select[str], field_id: str, *, descending: bool) -> Select[str]:
    """``query`` of company ids in the order of a field, empty ones last; as it was where there is no such field."""
    field = session.get(CustomField, field_id)
    if field is None or not field.active:
        return query
    held = aliased(CustomValue)
    key = _key(field, held.value)
    joined = query.outerjoin(held, and_(held.company_id == Company.id, held.field_id == field_id))
    return joined.order_by(held.value.is_(None), key.desc() if descending else key.asc())


def _key(field: CustomField, value: SQLCoreOperations[Any]) -> SQLCoreOperations[Any]:
    """Numbers by size, days by the calendar, choices as they are offered, texts about as they are spoken."""
    if field.kind == FieldKind.NUMBER:
        return cast(value, Float)
    if field.kind in (FieldKind.CHOICE, FieldKind.YES_NO):
        offered = [YES, NO] if field.kind == FieldKind.YES_NO else field.choices
        return case({choice: place for place, choice in enumerate(offered)}, value=value, else_=len(offered))
    return value if field.kind == FieldKind.DATE else func.gb_order(value)
