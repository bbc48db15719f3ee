"""From a row of an office's list to a company and its pledge, with a reason for everything that is wrong."""

from __future__ import annotations

import dataclasses
import re
from itertools import filterfalse, islice
from typing import TYPE_CHECKING

from qc_desktop.domain import uscc
from qc_desktop.domain.cells import Cell, is_blank, lost_its_digits, text_of
from qc_desktop.domain.companies import NAME_LIMIT, TEXT_LIMITS, CompanyDraft, MemberTier, PledgeDraft, tier_of
from qc_desktop.domain.findings import Finding
from qc_desktop.domain.lengths import PRODUCT, SIGNATORY
from qc_desktop.domain.places import read_place
from qc_desktop.domain.row_fields import RowFields
from qc_desktop.domain.text import clean, clean_name, looks_like_formula
from qc_desktop.domain.websites import check_website

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qc_desktop.domain.admin_divisions import AdminDivisionIndex
    from qc_desktop.domain.industries import IndustryIndex

_TOTAL = re.compile(
    r"(?:合计|总计|小计|共计|总数)[:：]?(?:共?[\d,.若干一二三四五六七八九十百千零两]*[家个户条]?(?:企业|单位)?)?"
)
_NOTE = re.compile(
    r"(?:备?注|说明|填表(?:人|单位|日期)|制表人?|审核人?|填报(?:人|单位|日期)|联系人|单位盖章|盖章)[:：].*"
)
_TRUTHS = frozenset({"TRUE", "FALSE"})
"""What a spreadsheet writes for a logical value: nobody is called so."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

_MAYBE = re.compile(r"\s*[合总小共备注说填制审联单盖]")
"""How a total or a note begins: most rows are told from one at a glance."""


def is_no_record(cells: Sequence[Cell]) -> bool:
    """Whether a row below the header is no record: blank, a total line, or a note under the list."""
    filled = filterfalse(is_blank, cells)
    begin = tuple(islice(filled, 2))
    if not any(isinstance(cell, str) and _MAYBE.match(cell) for cell in begin):
        return not begin
    first = [_squeezed(cell) for cell in begin]
    if any(_TOTAL.fullmatch(text) for text in first):
        return not any(uscc.is_valid(_squeezed(cell)) for cell in cells)
    return bool(_NOTE.fullmatch(first[0])) and next(filled, None) is None


def _squeezed(cell: Cell) -> str:
    return re.sub(r"\s", "", clean(text_of(cell)))


def to_company(
    row: Mapping[str, Cell], divisions: AdminDivisionIndex, industries: IndustryIndex
) -> tuple[CompanyDraft, list[Finding]]:
    """The company in ``row`` (glossary field → cell) and what is wrong with it; a row with errors is not imported.

    A missing name, a code that lost digits or does not check, private-use characters and text too long to store are
    errors. A missing code, an unknown place, industry or tier are warnings.
    """
    fields = RowFields(row)
    name = _company_name(fields)
    code = _uscc(fields)
    fields.findings += uscc.check_division(code, divisions)
    place = read_place(fields, code if uscc.is_valid(code) else "", divisions)
    industry_code, industry_name = _industry(fields, industries)
    draft = CompanyDraft(
        name=name,
        uscc=code,
        former_names=tuple(clean_name(former) for former in fields.many("former_names", NAME_LIMIT)),
        short_name=fields.name("short_name", NAME_LIMIT),
        member_no=fields.number_as_code("member_no", TEXT_LIMITS["member_no"]),
        member_tier=_tier(fields),
        legal_representative=fields.name("legal_representative", TEXT_LIMITS["legal_representative"]),
        province_code=place.province_code,
        province=place.province,
        province_derived=place.derived,
        admin_division_code=place.admin_division_code,
        admin_division_name=place.admin_division_name,
        city=place.city,
        address=fields.text("address", TEXT_LIMITS["address"]),
        industry_code=industry_code,
        industry_name=industry_name,
        hotline=fields.plain("hotline", TEXT_LIMITS["hotline"]),
        website=_website(fields),
        remark=fields.text("remark", TEXT_LIMITS["remark"]),
        contact_person=fields.name("contact_person", TEXT_LIMITS["contact_person"]),
        contact_phone=fields.plain("contact_phone", TEXT_LIMITS["contact_phone"]),
        contact_email=_email(fields),
    )
    return draft, fields.findings


def to_pledge(row: Mapping[str, Cell]) -> tuple[PledgeDraft, list[Finding]]:
    """The pledge in ``row``, empty (falsy) where the list says nothing of it, and what is wrong with it."""
    fields = RowFields(row)
    draft = PledgeDraft(
        products=fields.many("products", PRODUCT),
        standards=fields.many("standards", PRODUCT),
        signatory=fields.name("signatory", SIGNATORY),
        signed_on=fields.day("signed_on"),
    )
    return draft, fields.findings


def _company_name(fields: RowFields) -> str:
    text = fields.shown("name")
    name = fields.name("name", NAME_LIMIT)
    if not name:
        fields.reject("row.name_missing", "name")
    elif name in _TRUTHS or not any(character.isalpha() for character in name):
        fields.reject("row.name_odd", "name")
    if "\n" in text.strip() or "\r" in text.strip():
        fields.remark("row.line_break", "name", name=name)
    if looks_like_formula(text.strip()) and name:
        fields.remark("row.formula_text", "name")
    return name


def _uscc(fields: RowFields) -> str:
    text = fields.code("uscc")
    if not text:
        if not lost_its_digits(fields.raw("uscc")):
            fields.remark("row.uscc_missing", "uscc")
        return ""
    code, findings = uscc.check(text)
    shown = fields.shown("uscc")
    fields.findings += [dataclasses.replace(finding, value=shown) for finding in findings]
    return code


def _industry(fields: RowFields, industries: IndustryIndex) -> tuple[str, str]:
    """Code and name of the industry; a name that the classification lacks is kept as it is, without a code."""
    code, name = fields.plain("industry_code", 60), fields.text("industry_name", 60)
    found = industries.find(code) or industries.find(name)
    if found:
        return found.code, found.name
    if code or name:
        fields.remark("row.industry_unknown", "industry_name" if name else "industry_code")
    return "", name or code


def _tier(fields: RowFields) -> MemberTier | None:
    text = fields.name("member_tier", 60)
    tier = tier_of(text)
    if text and tier is None:
        fields.remark("row.tier_unknown", "member_tier")
    return tier


def _website(fields: RowFields) -> str:
    """The website; what is none is remarked on and left out."""
    text = fields.plain("website", TEXT_LIMITS["website"])
    if check_website(text):
        fields.remark("row.website_odd", "website")
        return ""
    return text


def _email(fields: RowFields) -> str:
    limit = TEXT_LIMITS["contact_email"]
    text = fields.plain("contact_email", limit)
    if text and len(text) <= limit and not _EMAIL.fullmatch(text):
        fields.remark("row.email_odd", "contact_email")
    return text
