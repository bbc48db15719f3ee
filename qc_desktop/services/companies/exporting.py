"""The list of companies as a file: what the window shows, without contacts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qc_desktop.domain import dates
from qc_desktop.domain.companies import TIER_NAMES, MemberTier
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.exchange.columns import label
from qc_desktop.exchange.registry import list_writer
from qc_desktop.exchange.writing.content import ListContent
from qc_desktop.messages import messages
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.office import Office

PAGE = 500
FIELDS = ("member_no", "name", "uscc", "industry_name", "province", "city", "member_tier")
STAGE_HEADER, CERTIFICATE_HEADER = "承诺状态", "证书编号"
"""On paper and in files the document's language is spoken, Chinese."""


def export(office: Office, wanted: CompanyFilter, path: Path, sort: str = "name", descending: bool = False) -> Job[int]:
    """Writes the companies that ``wanted`` describes to ``path``, a workbook; returns how many.

    Raises UserError ``file.*``; closing the generator leaves no file.
    """
    total = browsing.count(office, wanted)
    rows: list[CompanyRow] = []
    for offset in range(0, total, PAGE):
        rows += browsing.page(office, wanted, offset, PAGE, sort, descending)
        yield Progress("export_list", len(rows), total)
    list_writer("xlsx").write(path, _content(rows, in_campaign=bool(wanted.campaign_id)))
    return len(rows)


def _content(rows: Sequence[CompanyRow], *, in_campaign: bool) -> ListContent:
    columns = [label(field) for field in FIELDS] + ([STAGE_HEADER, CERTIFICATE_HEADER] if in_campaign else [])
    return ListContent(
        title="企业名单",
        subtitle="排名不分先后",
        columns=tuple(columns),
        rows=tuple(_cells(row)[: len(columns)] for row in rows),
        created=dates.now(),
    )


def _cells(row: CompanyRow) -> tuple[str, ...]:
    tier = TIER_NAMES[MemberTier(row.member_tier)] if row.member_tier else ""
    stage = messages("zh_CN").text(f"stage.{row.stage}") if row.stage else ""
    return (
        row.member_no,
        row.name,
        row.uscc,
        row.industry_name,
        row.province,
        row.city,
        tier,
        stage,
        row.certificate_no,
    )
