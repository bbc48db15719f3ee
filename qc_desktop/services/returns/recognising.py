"""Whose form a file is: by its hidden sheet, else by code, else by name; and why it may be nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain import uscc as uscc_rule
from qc_desktop.domain.cells import text_of
from qc_desktop.domain.findings import Finding, error, warning
from qc_desktop.domain.text import clean_code, clean_name, name_key
from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.reading.return_form import ReturnedForm
from qc_desktop.storage.tables import Campaign, Company, FormerName


@dataclass(frozen=True)
class Owner:
    """The company a form belongs to (empty where nobody can tell), and what is said of how it was found."""

    company_id: str = ""
    finding: Finding | None = None


def owner_of(session: Session, campaign: Campaign, returned: ReturnedForm) -> Owner:
    """Whose form ``returned`` is. A finding that is an error keeps it from being brought in."""
    if not returned.info:
        return _by_content(session, returned)
    refused = _refused(session, campaign, returned)
    if refused is not None:
        return Owner("", refused)
    company = surviving(session, returned.info.get("company_id", ""))
    if company is None:
        found = _by_content(session, returned)
        return found if found.company_id else Owner("", error("returns.company_gone", "name", name=name_on(returned)))
    other = _other(session, returned, company)
    if other:
        return Owner(company.id, error("returns.other_company", "name", name=company.name, other=other))
    return Owner(company.id)


def _refused(session: Session, campaign: Campaign, returned: ReturnedForm) -> Finding | None:
    """Why the form is not one of this campaign, of this office and of this program's making."""
    if returned.info.get("version") != form.VERSION:
        return error("returns.other_version")
    made_for = returned.info.get("campaign_id")
    if made_for == campaign.id:
        return None
    known = session.get(Campaign, made_for) if made_for else None
    if known is not None:
        return error("returns.other_year", year=known.campaign_year, theme=known.theme)
    return error("returns.other_office", association=returned.info.get("association", "") or "—")


def surviving(session: Session, company_id: str) -> Company | None:
    """The company with the id, or the one that it was merged into."""
    company = session.get(Company, company_id)
    while company is not None and company.merged_into_id:
        company = session.get(Company, company.merged_into_id)
    return company


def name_on(returned: ReturnedForm) -> str:
    """The name that stands on the form."""
    return clean_name(text_of(returned.cells.get("name", "")))


def _code_on(returned: ReturnedForm) -> str:
    """The code that stands on the form where it is a sound one."""
    code = clean_code(text_of(returned.cells.get("uscc", "")))
    return code if uscc_rule.is_valid(code) else ""


def _by_content(session: Session, returned: ReturnedForm) -> Owner:
    """Found by what was filled in: the hidden sheet was lost, or names a company that is gone."""
    code, name = _code_on(returned), name_on(returned)
    by_code = _living(session.scalars(select(Company).where(Company.uscc == code)).all()) if code else []
    if by_code:
        return Owner(by_code[0].id, warning("returns.by_code"))
    key = name_key(name)
    former = select(FormerName.company_id).where(FormerName.name == name)
    named = _living(session.scalars(select(Company).where(Company.name_key == key)).all()) if key else []
    named = named or (_living(session.scalars(select(Company).where(Company.id.in_(former))).all()) if key else [])
    if len(named) > 1:
        return Owner("", error("match.several_of_name", "name", count=len(named)))
    if not named:
        return Owner("", error("returns.company_unknown", "name", name=name or "—"))
    if code and named[0].uscc and named[0].uscc != code:
        return Owner("", error("match.other_code", "uscc", name=named[0].name, known=named[0].uscc))
    return Owner(named[0].id, warning("returns.by_name"))


def _living(companies: Sequence[Company]) -> list[Company]:
    return [company for company in companies if not company.merged_into_id]


def _other(session: Session, returned: ReturnedForm, company: Company) -> str:
    """The company that seems to have filled in a form that was made for ``company``; empty where it is its own."""
    code, name = _code_on(returned), name_on(returned)
    if not code or code == company.uscc or not name or name_key(name) == company.name_key:
        return ""
    known = session.scalars(select(Company.name).where(Company.uscc == code)).first()
    return known or (name if company.uscc else "")
