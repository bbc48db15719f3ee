"""Fields that an association adds of its own: their kinds, and the plain form of what is typed into them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from qc_desktop.domain import dates
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError

LONGEST_NAME = 60
LONGEST_TEXT = 500


class FieldKind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


def plain(name: str, kind: FieldKind, choices: Sequence[str], typed: str) -> str:
    """What is kept of ``typed`` in the field ``name``: one line of text, a plain number, an ISO day, a choice.

    Raises UserError, naming the field, for what its kind does not take.
    """
    text = clean(typed)
    if not text:
        return ""
    if kind is FieldKind.NUMBER:
        return _number(name, text)
    if kind is FieldKind.DATE:
        day = dates.parse(text)
        if day is None:
            raise UserError("custom_field.bad_date", field=name, value=text)
        return day.isoformat()
    if kind is FieldKind.CHOICE and text not in choices:
        raise UserError("custom_field.bad_choice", field=name, value=text, choices=list(choices))
    if len(text) > LONGEST_TEXT:
        raise UserError("custom_field.too_long", field=name, limit=LONGEST_TEXT)
    return text


def _number(name: str, text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    try:
        number = Decimal(folded)
    except InvalidOperation as problem:
        raise UserError("custom_field.bad_number", field=name, value=text) from problem
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        raise UserError("custom_field.bad_number", field=name, value=text)
    return f"{number:f}"
