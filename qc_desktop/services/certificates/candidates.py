"""Which companies can be issued a certificate, and what it would say: in the roster's order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.wording import statement
from qc_desktop.domain.campaigns import Stage, activity
from qc_desktop.domain.certificates import CertificateKind
from qc_desktop.domain.records import RecordValue, compact
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.register_lookup import awaits_certificate
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import (
    Campaign,
    ClauseSet,
    Company,
    Participation,
    Pledge,
    PledgeProduct,
    Product,
    StandardDeclaration,
)

ROSTER_ORDER = (Company.province_code, Company.sort_key, Company.id)
"""GB/T 2260, then pinyin. Companies whose province is unknown would come first: see ``unknown_last``."""


@dataclass(frozen=True)
class Candidate:
    """A company about to be certified: ``fields`` are its record without number, dates and template."""

    participation_id: str
    company_id: str
    name: str
    uscc: str
    fields: dict[str, RecordValue]


def announced_without(session: Session, campaign_id: str, *, revoked_too: bool = False) -> list[str]:
    """Participations that were announced and wait for a certificate, in the roster's order."""
    query = (
        select(Participation.id)
        .join(Company, Company.id == Participation.company_id)
        .where(Participation.campaign_id == campaign_id, Participation.stage == Stage.ANNOUNCED)
        .where(awaits_certificate(revoked_too=revoked_too), not_merged(Company.id))
        .order_by(Company.province_code == "", *ROSTER_ORDER)
    )
    return list(session.scalars(query))


def candidates(
    session: Session, campaign: Campaign, ids: Sequence[str], layout: Layout, issuer: str
) -> Iterator[Candidate]:
    """The candidates behind participations ``ids``, in that order."""
    for chunk in in_chunks(ids):
        products = products_of(session, chunk)
        standards = standards_of(session, chunk)
        clauses = clauses_of(session, campaign, chunk)
        rows = session.execute(
            select(Participation.id, Company)
            .join(Company, Company.id == Participation.company_id)
            .where(Participation.id.in_(chunk))
        )
        companies = dict(rows.all())
        for row_id in chunk:
            company = companies[row_id]
            lists = {
                "products": products.get(row_id, []),
                "standards": standards.get(row_id, []),
                "pledge_text": clauses[row_id],
            }
            yield _candidate(row_id, company, campaign, lists, layout, issuer)


def _candidate(
    row_id: str, company: Company, campaign: Campaign, lists: dict[str, list[str]], layout: Layout, issuer: str
) -> Candidate:
    said = {
        "holder": company.name,
        "uscc": company.uscc or "",
        "year": str(campaign.campaign_year),
        "theme": activity(campaign.theme),
        "displayed_from": campaign.display_from.isoformat(),
        "announcement_no": campaign.announcement_no,
    }
    fields = compact(
        {
            "kind": CertificateKind.PLEDGE_DISPLAY.value,
            "title": layout.words["title"],
            "holder": company.name,
            "uscc": company.uscc,
            "statement": statement(layout, said),
            **lists,
            "issuer": issuer,
            "announcement_no": campaign.announcement_no,
            "hotline": company.hotline,
        }
    )
    return Candidate(row_id, company.id, company.name, company.uscc or "", fields)


def products_of(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    """The products that each participation's pledge covers, in the order they were written."""
    rows = session.execute(
        select(Pledge.participation_id, Product.name)
        .join(PledgeProduct, PledgeProduct.pledge_id == Pledge.id)
        .join(Product, Product.id == PledgeProduct.product_id)
        .where(Pledge.participation_id.in_(ids))
        .order_by(PledgeProduct.position)
    )
    return _grouped(rows)


def standards_of(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    """The standards that each participation's pledge names, in the order they were written."""
    rows = session.execute(
        select(Pledge.participation_id, StandardDeclaration.product_standard)
        .join(StandardDeclaration, StandardDeclaration.pledge_id == Pledge.id)
        .where(Pledge.participation_id.in_(ids))
        .order_by(StandardDeclaration.position)
    )
    return _grouped(rows)


def _grouped(rows: object) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for key, value in rows:  # type: ignore[attr-defined]
        grouped.setdefault(key, []).append(value)
    return grouped


def clauses_of(session: Session, campaign: Campaign, ids: Sequence[str]) -> dict[str, list[str]]:
    """The short clauses each pledge was signed on; the campaign's own where none was entered."""
    signed = dict(
        session.execute(
            select(Pledge.participation_id, Pledge.clause_set_id).where(Pledge.participation_id.in_(ids))
        ).all()
    )
    wanted = {*signed.values(), campaign.clause_set_id}
    sets = {
        row.id: [short for short, _ in row.clauses]
        for row in session.scalars(select(ClauseSet).where(ClauseSet.id.in_(wanted)))
    }
    return {row_id: sets[signed.get(row_id, campaign.clause_set_id)] for row_id in ids}
