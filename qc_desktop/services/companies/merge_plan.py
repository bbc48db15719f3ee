"""What merging two companies would do: field by field, year by year, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from qc_desktop.domain.campaigns import CampaignKind, Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.merging import REFUSALS, FieldPair, Standing, YearOutcome, field_pairs, year_outcome
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import (
    Campaign,
    Certificate,
    Company,
    Contact,
    DuesEntry,
    FormerName,
    MembershipTerm,
    Participation,
    Product,
    Scan,
)

COUNTED: Mapping[str, InstrumentedAttribute[str]] = {
    "former_names": FormerName.company_id,
    "contacts": Contact.company_id,
    "products": Product.company_id,
    "terms": MembershipTerm.company_id,
    "dues": DuesEntry.company_id,
    "scans": Scan.company_id,
}
"""What comes along without a question, and where it belongs to a company."""


@dataclass(frozen=True)
class Side:
    """One of the two: its row version, its columns, and how much belongs to it."""

    id: str
    row_version: int
    values: Mapping[str, Any]
    years: int
    live_certificates: int
    belongings: Mapping[str, int]

    @property
    def name(self) -> str:
        """The company's name."""
        return str(self.values["name"])


@dataclass(frozen=True)
class YearPlan:
    """What becomes of the other company's participation in one campaign."""

    campaign_id: str
    campaign_year: int
    kind: CampaignKind
    outcome: YearOutcome
    other: Standing
    kept: Standing | None = None


@dataclass(frozen=True)
class MergePlan:
    """``kept`` stays, ``other`` goes into it."""

    kept: Side
    other: Side
    fields: tuple[FieldPair, ...]
    years: tuple[YearPlan, ...]

    @property
    def refusal(self) -> UserError | None:
        """Why the two cannot be merged like this, if they cannot."""
        refused = next((year for year in self.years if year.outcome in REFUSALS), None)
        if refused is None or refused.kept is None:
            return None
        return UserError(
            f"merge.cannot_{refused.outcome}",
            year=refused.campaign_year,
            kept=refused.kept.certificate_no,
            other=refused.other.certificate_no,
            name=self.other.name,
        )


def plan(office: Office, kept_id: str, other_id: str) -> MergePlan:
    """What merging ``other_id`` into ``kept_id`` would do. Raises UserError where one is gone or merged already."""
    with office.store.reading() as session:
        return plan_within(session, kept_id, other_id)


def suggested(office: Office, one: str, other: str) -> MergePlan:
    """As :func:`plan`, with the one staying that more was built on: certificates, then years, then a code."""
    with office.store.reading() as session:
        made = plan_within(session, one, other)
        weighed = [(side.live_certificates, side.years, bool(side.values["uscc"])) for side in (made.kept, made.other)]
        return made if weighed[0] >= weighed[1] else plan_within(session, other, one)


def plan_within(session: Session, kept_id: str, other_id: str) -> MergePlan:
    """As :func:`plan`, within a session."""
    if kept_id == other_id:
        raise UserError("merge.same")
    kept, other = _side(session, kept_id), _side(session, other_id)
    ours, theirs = _standings(session, kept_id), _standings(session, other_id)
    query = select(Campaign).where(Campaign.id.in_(theirs)).order_by(Campaign.campaign_year.desc(), Campaign.kind)
    years = [_year(row, ours.get(row.id), theirs[row.id]) for row in session.scalars(query)]
    return MergePlan(kept, other, field_pairs(kept.values, other.values), tuple(years))


def _year(campaign: Campaign, kept: Standing | None, other: Standing) -> YearPlan:
    kind = CampaignKind(campaign.kind)
    return YearPlan(campaign.id, campaign.campaign_year, kind, year_outcome(kept, other), other, kept)


def _side(session: Session, company_id: str) -> Side:
    company = session.get(Company, company_id)
    if company is None:
        raise UserError("company.gone")
    if company.merged_into_id:
        raise UserError("company.merged", name=session.get_one(Company, company.merged_into_id).name)
    values = {column.key: getattr(company, column.key) or "" for column in Company.__mapper__.column_attrs}
    standings = _standings(session, company_id).values()
    return Side(
        company.id,
        company.row_version,
        values,
        years=len(standings),
        live_certificates=sum(bool(one.certificate_no) for one in standings),
        belongings={name: _count(session, column, company_id) for name, column in COUNTED.items()},
    )


def _count(session: Session, column: InstrumentedAttribute[str], company_id: str) -> int:
    return session.scalar(select(func.count()).where(column == company_id)) or 0


def _standings(session: Session, company_id: str) -> dict[str, Standing]:
    """Where the company stands in every campaign it takes part in, by the campaign's id."""
    rows = session.scalars(select(Participation).where(Participation.company_id == company_id)).all()
    issued: dict[str, list[tuple[str, str]]] = {}
    for part, state, number in session.execute(
        select(Certificate.participation_id, Certificate.state, Certificate.number).where(
            Certificate.participation_id.in_([row.id for row in rows])
        )
    ):
        issued.setdefault(part, []).append((state, number))
    return {
        row.campaign_id: Standing(
            row.id,
            Stage(row.stage),
            next((number for state, number in issued.get(row.id, ()) if state == CertificateState.LIVE), ""),
            row.id in issued,
        )
        for row in rows
    }
