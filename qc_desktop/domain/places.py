"""Where a company is, as a row of a list says it, or as its credit code does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.domain.cells import is_placeholder

if TYPE_CHECKING:
    from qc_desktop.domain.admin_divisions import AdminDivision, AdminDivisionIndex
    from qc_desktop.domain.row_fields import RowFields

_COLUMNS = ("admin_division_code", "admin_division_name", "province")


@dataclass(frozen=True)
class Place:
    """A company's place as codes and names; empty where nothing is known. ``derived``: read off the USCC."""

    province_code: str = ""
    province: str = ""
    derived: bool = False
    admin_division_code: str = ""
    admin_division_name: str = ""
    city: str = ""


def read_place(fields: RowFields, uscc: str, index: AdminDivisionIndex) -> Place:
    """The place in the columns for division, province and city.

    Where they name no province it is derived from ``uscc`` (a valid code or empty), marked, and remarked on if the
    list has a column for it.
    """
    stated = _stated(fields, index)
    base = stated or index.province_of_uscc(uscc)
    if stated is None:
        _remark_unknown(fields, base)
    city = fields.name("city", 60)
    inner = _inner(city, base, index)
    if city and base and inner is None:
        fields.remark("row.city_unknown", "city", province=index.full_name(base))
    division = inner or base
    if division is None:
        return Place(city=city)
    return _place(division, index, "" if inner else city, derived=stated is None)


def _stated(fields: RowFields, index: AdminDivisionIndex) -> AdminDivision | None:
    named = (
        index.get(fields.shown("admin_division_code").strip()),
        *(index.find(fields.shown(f)) for f in _COLUMNS[1:]),
    )
    return next((division for division in named if division), None)


def _remark_unknown(fields: RowFields, derived: AdminDivision | None) -> None:
    asked = [field for field in _COLUMNS if fields.has(field)]
    field = next((field for field in asked if not is_placeholder(fields.shown(field))), asked[-1] if asked else "")
    if field and derived:
        fields.remark("row.province_derived", field, province=derived.name)
    elif field and fields.shown(field).strip():
        fields.remark("row.province_unknown", field)


def _inner(city: str, base: AdminDivision | None, index: AdminDivisionIndex) -> AdminDivision | None:
    if not city or base is None:
        return None
    return index.within(city, base) or index.within(city, index.province_around(base))


def _place(division: AdminDivision, index: AdminDivisionIndex, typed_city: str, *, derived: bool) -> Place:
    province = index.province_around(division)
    known_city = index.city(division)
    return Place(
        province_code=province.province_code,
        province=province.name,
        derived=derived,
        admin_division_code=division.code,
        admin_division_name=index.full_name(division),
        city=known_city.name if known_city else typed_city,
    )
