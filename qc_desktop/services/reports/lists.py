"""The registers of a year as workbooks: certificates, the campaign itself, what was done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sqlalchemy import select

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.exchange.registry import list_writer
from qc_desktop.exchange.writing.content import ListCell, ListContent
from qc_desktop.messages import messages
from qc_desktop.services import history as commands
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.office import Office
from qc_desktop.services.reports.overview import Numbers
from qc_desktop.storage.tables import Certificate

_PAGE = 500


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


def history(office: Office, year: int, path: Path) -> None:
    """What was done in the calendar year, oldest first. Raises UserError ``file.*``."""
    words = messages("zh_CN")
    rows: list[tuple[ListCell, ...]] = []
    before = None
    while page := commands.commands(office, _PAGE, before):
        for command in page:
            at = command.at.astimezone(dates.SHANGHAI)
            if at.year == year:
                name = words.text(f"command.{command.name}") + (words.text("cli.undone") if command.undone else "")
                row = (f"{at:%Y-%m-%d %H:%M}", name, command.company, command.rows, command.staff, command.pc)
                rows.append((command.seq, *row))
        before = page[-1].seq
        if page[-1].at.astimezone(dates.SHANGHAI).year < year:
            break
    columns = ("序号", "时间", "操作", "企业", "涉及记录数", "经办人", "电脑")
    _write(path, f"{year}年操作记录", f"共{len(rows)}项", columns, tuple(reversed(rows)))


def _write(
    path: Path, title: str, subtitle: str, columns: tuple[str, ...], rows: tuple[tuple[ListCell, ...], ...]
) -> None:
    list_writer("xlsx").write(path, ListContent(title, subtitle, columns, rows, dates.now()))
