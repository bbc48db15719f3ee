"""What can be set for many companies at once, and what a typed value makes of one company."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qc_desktop import reference
from qc_desktop.domain.companies import PLAIN_TEXTS, TEXT_LIMITS, MemberTier, tier_of
from qc_desktop.domain.custom_fields import plain
from qc_desktop.domain.places import read_place
from qc_desktop.domain.row_fields import RowFields
from qc_desktop.domain.text import clean, clean_plain
from qc_desktop.domain.websites import check_website
from qc_desktop.errors import UserError
from qc_desktop.services.members.fields import FieldRow

PLACE = ("province_code", "province", "province_derived", "admin_division_code", "admin_division_name", "city")
COLUMNS = (*PLACE, "member_tier", "industry_code", "industry_name", "address", "hotline", "website", "remark")
"""The columns of a company that an edit may change."""
APPEND = "remark_append"
TEXTS: Mapping[str, int] = {
    **{name: TEXT_LIMITS[name] for name in ("address", "hotline", "website", "remark")},
    APPEND: TEXT_LIMITS["remark"],
}
"""Fields of plain text, and how many characters each takes."""
FIELDS = ("member_tier", "industry", "province", "city", *TEXTS)


@dataclass(frozen=True)
class Edit:
    """``field``, one of FIELDS or the key of an own field, becomes what ``value`` says; an empty value empties it."""

    field: str
    value: str


class NotHere(Exception):  # noqa: N818 - one company's answer, not a failure
    """The values do not go together with what this company is; ``code`` and ``params`` say why."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


Columns = Mapping[str, Any]
Change = Callable[[Columns], dict[str, Any]]
"""What a company's columns become; raises NotHere."""


def changes(edits: Sequence[Edit], own: Sequence[FieldRow] = ()) -> list[Change]:
    """The edits as changes of a company's columns, and of what it has in the ``own`` fields.

    Raises UserError for no edit, a field that cannot be set or is named twice, and a value it does not take.
    """
    typed = {edit.field: edit.value for edit in edits}
    if not typed:
        raise UserError("bulk.nothing")
    fields = {field.key: field for field in own}
    for field in typed:
        if field not in FIELDS and field not in fields:
            known = [*FIELDS, *(row.name for row in own)]
            raise UserError("bulk.unknown_field", field=field, known=known)
    if len(typed) < len(edits) or {"remark", APPEND} <= set(typed):
        raise UserError("bulk.field_twice")
    made = [_MAKERS[field](value) for field, value in typed.items() if field in _MAKERS]
    made += [_text(field, value) for field, value in typed.items() if field in TEXTS]
    made += [_own(fields[field], value) for field, value in typed.items() if field in fields]
    return [*made, *([_place(typed)] if {"province", "city"} & set(typed) else [])]


def _own(field: FieldRow, value: str) -> Change:
    kept = plain(field.name, field.kind, field.choices, value)
    return lambda _: {field.key: kept}


def _tier(value: str) -> Change:
    tier = tier_of(value)
    if not value:
        raise UserError("bulk.tier_missing")
    if tier is None:
        raise UserError("bulk.no_such_value", value=value, known=list(MemberTier))
    return lambda _: {"member_tier": tier.value}


def _industry(value: str) -> Change:
    known = reference.industries().find(value) if value.strip() else None
    code, name = (known.code, known.name) if known else ("", _bounded(value, 60))
    return lambda _: {"industry_code": code, "industry_name": name}


_MAKERS: Mapping[str, Callable[[str], Change]] = {"member_tier": _tier, "industry": _industry}


def _text(field: str, value: str) -> Change:
    text = _bounded(value, TEXTS[field])
    if field in PLAIN_TEXTS:
        text = clean_plain(text)
    for wrong in check_website(text) if field == "website" else ():
        raise UserError(wrong.code, **wrong.params)
    if field == APPEND:
        return lambda held: {"remark": _appended(str(held["remark"]), text)}
    return lambda _: {field: text}


def _bounded(value: str, limit: int) -> str:
    text = clean(value)
    if len(text) > limit:
        raise UserError("bulk.too_long", limit=limit, length=len(text))
    return text


def _appended(held: str, text: str) -> str:
    """``text`` after what is there; what is there already is not said twice."""
    if text in held:
        return held
    joined = f"{held}；{text}" if held else text
    if len(joined) > TEXTS["remark"]:
        raise NotHere("bulk.remark_full", limit=TEXTS["remark"])
    return joined


def _place(typed: Mapping[str, str]) -> Change:
    """Province and city together, GB/T 2260; a province that changes takes the city and county with it."""
    divisions = reference.admin_divisions()
    province = divisions.province(typed.get("province", ""))
    if typed.get("province", "").strip() and province is None:
        known = "、".join(found.name for found in divisions.provinces)
        raise UserError("bulk.no_such_value", value=typed["province"], known=known)
    city = _bounded(typed.get("city", ""), 60)

    def change(held: Columns) -> dict[str, Any]:
        name = (province.name if province else "") if "province" in typed else str(held["province"])
        if "city" not in typed and name == held["province"]:
            return {"province_derived": False} if name else {}
        row = RowFields({"province": name, "city": city})
        place = read_place(row, "", divisions)
        if row.findings:
            raise NotHere("bulk.city_elsewhere", city=city, province=name)
        return {
            "province_code": place.province_code,
            "province": place.province,
            "province_derived": place.derived and bool(place.province),
            "admin_division_code": place.admin_division_code,
            "admin_division_name": place.admin_division_name,
            "city": place.city,
        }

    return change
