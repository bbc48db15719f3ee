"""A company's place as the form says it: province and city as typed, codes kept where they still hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from qc_desktop import reference
from qc_desktop.domain.places import read_place
from qc_desktop.domain.row_fields import RowFields

STORED = ("province_code", "province", "province_derived", "admin_division_code", "admin_division_name", "city")


def place_of(stored: Mapping[str, Any], province_code: str, city: str) -> dict[str, Any]:
    """The place columns for ``province_code`` (two digits or empty) and ``city`` (GB/T 2260).

    What is ``stored`` stays whole where neither was changed: an import may know the county too.
    """
    if stored and (stored["province_code"], stored["city"]) == (province_code, city):
        return {name: stored[name] for name in STORED}
    divisions = reference.admin_divisions()
    province = divisions.get(province_code)
    row = RowFields({"province": province.name if province else "", "city": city})
    place = asdict(read_place(row, "", divisions))
    place["province_derived"] = place.pop("derived")
    return place
