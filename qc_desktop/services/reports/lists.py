"""The registers of a year as workbooks: its certificates, and the campaign itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sqlalchemy import select

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.exchange.registry import list_writer
from qc_desktop.exchange.writing.content import ListContent
from qc_desktop.messages import messages
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.office import Office
from qc_desktop.services.reports.overview import Numbers
from qc_desktop.storage.tables import Certificate


def certificates(office: Office, numbers: Numbers, path: Path) -> None:
    """Every certificate of the year by number, whatever became of it. Raises UserError ``file.*``."""
    words = messages("zh_CN")
    query = (
        select(Certificate.number, Certificate.holder, Certificate.issued_on, Certificate.expires_on, Certificate.state)
        .where(Certificate.campaign_id == numbers.campaign_id)
        .order_by(Certificate.serial)
    )
    with office.store.reading() as session:
        rows = tuple(
            (number, holder, str(issued), str(expires or ""), words.text(f"certificate.{CertificateState(state)}"))
            for number, holder, issued, expires, state in session.execute(query)
        )
    columns = ("证书编号", "企业名称", "出具日期", "有效期至", "状态")
    _write(path, f"{numbers.year}年承诺展示公告证明登记表", f"共{len(rows)}份", columns, rows)


def campaign(office: Office, row: CampaignRow, path: Path) -> None:
    """What is known of the campaign, and its clauses. Raises UserError ``file.*``."""
    known = row.values
    facts: tuple[tuple[str, str], ...] = (
        ("年度", str(known.campaign_year)),
        ("届次", f"第{known.edition}届" if known.edition else ""),
        ("主题", known.theme),
        ("主办单位", "、".join(known.organisers)),
        ("联合主办单位", "、".join(known.joint_organisers)),
        ("支持单位", "、".join(known.supporters)),
        ("通知", known.invitation_notice),
        ("报名截止", _day(known.applications_until)),
        ("公告文号", known.announcement_no),
        ("公告日期", _day(known.announced_on)),
        ("展示起始日", _day(known.display_from)),
        ("证书有效期", f"{known.validity_years}年"),
        *((f"承诺条款{place}", clause.full) for place, clause in enumerate(row.clauses, 1)),
    )
    _write(path, f"{known.campaign_year}年{known.theme}活动资料", "", ("项目", "内容"), facts)


def _day(day: dt.date | None) -> str:
    return dates.chinese(day) if day else ""


def _write(path: Path, title: str, subtitle: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    list_writer("xlsx").write(path, ListContent(title, subtitle, columns, rows, dates.now()))
