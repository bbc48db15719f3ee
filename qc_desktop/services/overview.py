"""The numbers of the home page: what waits, and how the years compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.services import first_run, preferences
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import awaits_certificate
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
        stages = session.execute(
            select(Participation.stage, func.count())
            .where(Participation.campaign_id == campaign_id)
            .group_by(Participation.stage)
        )
        counts = {Stage(stage): number for stage, number in stages}
        issued = session.scalar(
            select(func.count()).where(
                Certificate.campaign_id == campaign_id, Certificate.state == CertificateState.LIVE
            )
        )
        to_issue = session.scalar(
            select(func.count(Participation.id)).where(
                Participation.campaign_id == campaign_id, Participation.stage == Stage.ANNOUNCED, awaits_certificate()
            )
        )
        unprinted = session.scalar(
            select(func.count()).where(
                Certificate.campaign_id == campaign_id,
                Certificate.state == CertificateState.LIVE,
                ~select(PrintLog.id).where(PrintLog.certificate_id == Certificate.id).exists(),
            )
        )
        announced = session.execute(
            select(Campaign.campaign_year, func.count(Participation.id))
            .outerjoin(
                Participation, (Participation.campaign_id == Campaign.id) & (Participation.stage == Stage.ANNOUNCED)
            )
            .group_by(Campaign.campaign_year)
            .order_by(Campaign.campaign_year)
        )
        return Overview(
            companies=session.scalar(select(func.count(Company.id))) or 0,
            stages=counts,
            issued=issued or 0,
            to_issue=to_issue or 0,
            unprinted=unprinted or 0,
            years=tuple((year, number) for year, number in announced),
        )
