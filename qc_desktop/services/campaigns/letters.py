"""What companies are sent: the text of a reminder, and lists for mail merge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.domain import dates
from qc_desktop.domain.chasing import Missing, fill
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.exchange.registry import list_writer
from qc_desktop.exchange.writing.content import ListContent
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import chasing
from qc_desktop.services.campaigns.stages import in_chunks

if TYPE_CHECKING:
    from qc_desktop.domain.campaigns import Stage
    from qc_desktop.services.campaigns.chasing import ChaseRow
    from qc_desktop.services.campaigns.years import CampaignDraft
    from qc_desktop.services.office import Office
    from qc_desktop.storage.tables import Contact

OWED = {
    Missing.PLEDGE: "签字盖章的诚信承诺书",
    Missing.USCC: "统一社会信用代码",
    Missing.PRODUCTS: "承诺产品",
    Missing.STANDARDS: "执行标准",
    Missing.SCAN: "承诺书扫描件",
    Missing.CONTACT: "联系人和联系方式",
}
"""What a company is told that it owes. On paper and in files Chinese is spoken."""

INVITATION = ("企业名称", "统一社会信用代码", "省份", "通知文号", "提交材料", "截止日期")
CHASE = (
    *("企业名称", "统一社会信用代码", "省份", "当前状态", "缺少材料", "已等待天数"),
    *("催办次数", "上次催办", "催办方式", "催办人", "截止日期", "催办文字"),
)
CONTACT = ("联系人", "电话", "邮箱")


@dataclass(frozen=True)
class Wording:
    """What every text of one campaign has in common."""

    template: str
    association: str
    year: int
    until: dt.date | None
    notice: str = ""

    def text(self, row: ChaseRow) -> str:
        """The text that ``row``'s company is sent."""
        return fill(
            self.template,
            {
                "企业名称": row.name,
                "年度": str(self.year),
                "截止日期": _day(self.until),
                "缺少材料": owed(row) or OWED[Missing.PLEDGE],
                "退回原因": row.stage_reason.rstrip("。"),
                "协会名称": self.association,
            },
        )


def wording(office: Office, campaign: CampaignDraft) -> Wording:
    """The wording for ``campaign`` as the settings have it."""
    return Wording(
        template=str(preferences.get(office, "chase_text")),
        association=str(preferences.get(office, "association_name")),
        year=campaign.campaign_year,
        until=campaign.applications_until,
        notice=campaign.invitation_notice,
    )


def owed(row: ChaseRow) -> str:
    """What ``row``'s company is asked for; a letter that is owed brings its scan along."""
    without_letter = Missing.PLEDGE in row.missing
    asked = [thing for thing in row.missing if not (thing is Missing.SCAN and without_letter)]
    return "、".join(OWED[thing] for thing in asked)


def _day(day: dt.date | None) -> str:
    return dates.chinese(day) if day else ""


def export(
    office: Office, participation_ids: Sequence[str], common: Wording, path: Path, *, with_contacts: bool = False
) -> Job[int]:
    """Writes the chase list of ``participation_ids`` to ``path``, a workbook for mail merge; returns how many rows.

    Contacts are personal data: with them the export is logged. Raises UserError ``file.*``.
    """
    cells: list[tuple[str | int, ...]] = []
    with office.store.reading() as session:
        for chunk in in_chunks(participation_ids):
            rows = chasing.rows_of(session, chunk, office.today)
            people = chasing.contacts(session, [row.company_id for row in rows]) if with_contacts else {}
            cells += [(*_chase_cells(row, common), *_person(people.get(row.company_id), with_contacts)) for row in rows]
            yield Progress("chase", len(cells), max(len(participation_ids), len(cells)))
    if with_contacts:
        with office.writing("chase_export", undoable=False, count=len(cells), contacts=True):
            pass
    write(path, CHASE, cells, with_contacts=with_contacts)
    return len(cells)


def _chase_cells(row: ChaseRow, common: Wording) -> tuple[str | int, ...]:
    words = messages("zh_CN")
    return (
        row.name,
        row.uscc,
        row.province,
        stage_name(row.stage),
        owed(row),
        row.waiting,
        row.times,
        f"{dates.local(row.reminded_at):%Y-%m-%d %H:%M}" if row.reminded_at else "",
        words.text(f"chase.way_{row.way}") if row.way else "",
        row.reminded_by,
        _day(common.until),
        common.text(row),
    )


def invitation_cells(row: ChaseRow, common: Wording) -> tuple[str | int, ...]:
    """A company's line on the list of those invited."""
    asked = owed(row) or OWED[Missing.PLEDGE]
    return row.name, row.uscc, row.province, common.notice, asked, _day(common.until)


def stage_name(stage: Stage) -> str:
    """What a stage is called on paper."""
    return messages("zh_CN").text(f"stage.{stage.value}")


def _person(contact: Contact | None, wanted: bool) -> tuple[str, ...]:
    if not wanted:
        return ()
    return (contact.name, contact.phone, contact.email) if contact is not None else ("", "", "")


def with_people(
    rows: Sequence[ChaseRow], cells: Sequence[tuple[str | int, ...]], people: dict[str, Contact], wanted: bool
) -> list[tuple[str | int, ...]]:
    """``cells`` with the contact of each row's company where they are ``wanted``."""
    return [(*line, *_person(people.get(row.company_id), wanted)) for row, line in zip(rows, cells, strict=True)]


def write(path: Path, columns: tuple[str, ...], cells: Sequence[tuple[str | int, ...]], *, with_contacts: bool) -> None:
    """Writes a list for mail merge to ``path``, whole or not at all. Raises UserError ``file.*``.

    Word takes the names of the fields from the first row: so no title stands above them.
    """
    headers = columns + (CONTACT if with_contacts else ())
    list_writer("xlsx").write(path, ListContent("", "", headers, tuple(cells), dates.now()))
