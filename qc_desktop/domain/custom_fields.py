"""Fields that an association adds of its own: their kinds, and the plain form of what is typed into them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NamedTuple

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
    YES_NO = "yes_no"


YES, NO = "yes", "no"
_SAID: Mapping[str, str] = dict.fromkeys(("是", "有", "yes", "y", "true", "1", "√", "✓", "对"), YES) | dict.fromkeys(
    ("否", "无", "没有", "no", "n", "false", "0", "×", "✗", "不是"), NO
)
"""How lists say yes and no."""


class OwnTest(StrEnum):
    """What a filter asks of a field."""

    CONTAINS = "contains"
    IS = "is"
    FROM = "from"
    TO = "to"
    EMPTY = "empty"
    FILLED = "filled"


RANGED = frozenset({FieldKind.NUMBER, FieldKind.DATE})
"""Kinds that are asked for from one value to another; a text is looked into, the others are one of a few."""


class OwnCondition(NamedTuple):
    """That a company's field answers ``test``; ``value`` is in the field's plain form, empty where none is asked."""

    field_id: str
    test: OwnTest
    value: str = ""


_KEY = "own:"


def own_key(field_id: str) -> str:
    """How a field is named among columns of a list, things to change and columns of an import."""
    return _KEY + field_id


def own_id(key: str) -> str:
    """The field that ``key`` names; empty for whatever else stands among them."""
    return key[len(_KEY) :] if key.startswith(_KEY) else ""


def plain(name: str, kind: FieldKind, choices: Sequence[str], typed: str) -> str:
    """What is kept of ``typed`` in the field ``name``: a line of text, a plain number, an ISO day, a choice, YES or NO.

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
    if kind is FieldKind.YES_NO:
        return _yes_no(name, text)
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


def _yes_no(name: str, text: str) -> str:
    said = _SAID.get(unicodedata.normalize("NFKC", text).lower())
    if said is None:
        raise UserError("custom_field.bad_yes_no", field=name, value=text)
    return said
