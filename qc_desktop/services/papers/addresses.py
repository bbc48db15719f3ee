"""Where a company gets its post: its address with province and city before it, and the postcode that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.storage.tables import CustomField, CustomValue

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from qc_desktop.storage.tables import Company

OWN_FIELDS = ("邮政编码", "邮编")
"""Fields of the association's own that hold a postcode."""
_CODE = re.compile(r"(?:邮政编码|邮编)?[：:\s]*(?<!\d)(\d{6})(?!\d)")
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")


def postcodes(session: Session, company_ids: Sequence[str]) -> dict[str, str]:
    """The postcodes that an own field holds, by company."""
    found: dict[str, str] = {}
    for chunk in in_chunks(company_ids):
        query = (
            select(CustomValue.company_id, CustomValue.value)
            .join(CustomField, CustomField.id == CustomValue.field_id)
            .where(CustomField.name.in_(OWN_FIELDS), CustomValue.company_id.in_(chunk))
        )
        found |= {company_id: value.strip() for company_id, value in session.execute(query)}
    return {company_id: code for company_id, code in found.items() if re.fullmatch(r"\d{6}", code)}


def post_address(company: Company, postcode: str = "") -> tuple[str, str]:
    """Address and postcode of ``company``; one that stands in the address is taken out of it."""
    address = company.address.strip()
    inside = None if postcode else _CODE.search(address)
    if inside:
        postcode = inside[1]
        address = (address[: inside.start()] + address[inside.end() :]).strip(" ，,；;（）()")
    return _whole(company, address), postcode


def _whole(company: Company, address: str) -> str:
    """``address`` with what it leaves out: province and city; a municipality is said once, the country not at all."""
    if not address:
        return ""
    province, city = company.province, company.city
    if province and address.startswith(f"中国{province[:2]}"):
        address = address.removeprefix("中国")
    if province[:2] in _MUNICIPALITIES:
        return address if address.startswith(province[:2]) else province + address
    if province and address.startswith(province[:2]):
        return address
    with_city = address if not city or address.startswith(city[:2]) else city + address
    return province + with_city
