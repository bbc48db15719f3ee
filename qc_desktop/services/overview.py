"""The numbers of the home page: what waits, and how the years compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import CampaignKind, Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.services import first_run, preferences
from qc_desktop.services.campaigns.stages import counted
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import awaits_certificate, counted_copy
from qc_desktop.storage.merged import merged, not_merged
from qc_desktop.storage.tables import Campaign, Certificate, Company, Participation, PrintLog


@dataclass(frozen=True)
class Overview:
    """Counts that open lists; ``unprinted`` are live certificates of which no page was made.

    ``years`` are companies announced a year, oldest first.
    """

    companies: int
    stages: Mapping[Stage, int]
    issued: int
    to_issue: int
    unprinted: int
    years: tuple[tuple[int, int], ...]


def is_sample(office: Office) -> bool:
    """Whether the records are a sample year."""
    return bool(preferences.get(office, "association_name") == first_run.SAMPLE_ASSOCIATION)


def overview(office: Office, campaign_id: str = "") -> Overview:
    """The numbers of the campaign; without one only the companies and the years."""
    with office.store.reading() as session:
        issued = session.scalar(
            select(func.count()).where(
                Certificate.campaign_id == campaign_id, Certificate.state == CertificateState.LIVE
            )
        )
        to_issue = session.scalar(
            select(func.count(Participation.id)).where(
                Participation.campaign_id == campaign_id,
                Participation.stage == Stage.ANNOUNCED,
                awaits_certificate(),
                not_merged(Participation.company_id),
            )
        )
        unprinted = session.scalar(
            select(func.count()).where(
                Certificate.campaign_id == campaign_id,
                Certificate.state == CertificateState.LIVE,
                ~select(PrintLog.id).where(counted_copy()).exists(),
            )
        )
        return Overview(
            companies=_companies(session),
            stages=counted(session, campaign_id),
            issued=issued or 0,
            to_issue=to_issue or 0,
            unprinted=unprinted or 0,
            years=_announced(session),
        )


def _companies(session: Session) -> int:
    gone = session.scalar(select(func.count()).where(Company.merged_into_id > "")) or 0
    return (session.scalar(select(func.count(Company.id))) or 0) - gone


def _announced(session: Session) -> tuple[tuple[int, int], ...]:
    """Companies announced a year, the oldest first; counted by the index, less those that a merging left behind."""
    year = Campaign.campaign_year
    announced = (Participation.campaign_id == Campaign.id) & (Participation.stage == Stage.ANNOUNCED)
    query = select(year, func.count(Participation.id)).where(Campaign.kind == CampaignKind.INTEGRITY_PLEDGE)
    query = query.outerjoin(Participation, announced).group_by(year).order_by(year)
    left = dict(session.execute(query.where(merged(Participation.company_id))).all())
    return tuple((each, number - left.get(each, 0)) for each, number in session.execute(query))
