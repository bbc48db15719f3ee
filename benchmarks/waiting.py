"""Companies of the last year that wait for a certificate, entered as people enter them: what issuing is walked on."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.databases import LAST_YEAR
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import SERIES, CertificateKind
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.services import demo, preferences
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.first_run import SAMPLE_ASSOCIATION
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate, Counter

TWINS = ("示例同一家甲有限公司", "示例同一家乙有限公司")
"""Two companies without a past, to be made one."""
PLEDGE = PledgeDraft(products=("糕点",), standards=("GB/T 20977-2007",), signatory="示例签署人")


def prepare(office: Office, count: int = 40) -> None:
    """Says who issues, and announces ``count`` companies that stood outside the last year."""
    preferences.change(office, {"association_name": SAMPLE_ASSOCIATION, "verification_prefix": demo.PREFIX})
    campaign = next(row for row in years.campaigns(office) if row.values.campaign_year == LAST_YEAR)
    outside = browsing.page(office, CompanyFilter(campaign_id=campaign.id, taking_part=False), 0, count)
    with office.writing("import", file="示例", rows=count) as work:
        _count_on(work.session)
        entered = enter_many(work, campaign.id, {row.id: PLEDGE for row in outside})
        ids = [one.id for one in entered.values()]
    stages.bring_forward(office, ids, Stage.ANNOUNCED)
    for name in TWINS:
        editing.save(office, CompanyDraft(name))


def _count_on(session: Session) -> None:
    """Numbers go on behind those that were written past the counter."""
    known = Certificate.number.like(f"QC-{LAST_YEAR}-%")
    last = session.scalar(select(func.count()).select_from(Certificate).where(known)) or 0
    session.merge(Counter(series=SERIES[CertificateKind.PLEDGE_DISPLAY], year=LAST_YEAR, last=last))
