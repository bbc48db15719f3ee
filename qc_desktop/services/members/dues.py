"""会费台账: what companies owe and paid as members, by year. Where the setting is off, nothing here answers.

It is a note for the office and nothing else: no pledge, roster or certificate ever looks at it (a test proves it).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.lengths import REMARK, bound
from qc_desktop.domain.money import yuan
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.exchange.registry import list_writer
from qc_desktop.exchange.writing.content import ListContent
from qc_desktop.services import preferences
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import not_merged, standing, survivor_of
from qc_desktop.storage.tables import Company, Contact, DuesEntry
from qc_desktop.storage.types import new_id

LEDGER, TEXT = "dues_ledger", "dues_reminder_text"
PAGE = 500
LONGEST_RECEIPT = 60
HEADERS = ("企业名称", "会员编号", "年度", "应缴（元）", "已缴（元）", "未缴（元）", "截止日期", "提醒文字")
CONTACT_HEADERS = ("联系人", "联系电话", "电子邮箱")


@dataclass(frozen=True)
class DuesDraft:
    """One year of one company, in fen."""

    dues_year: int
    due_fen: int = 0
    due_on: dt.date | None = None
    paid_fen: int = 0
    paid_on: dt.date | None = None
    receipt_no: str = ""
    remark: str = ""

    @property
    def open_fen(self) -> int:
        """What is still to be paid."""
        return max(self.due_fen - self.paid_fen, 0)


@dataclass(frozen=True)
class DuesRow:
    """A stored year as last seen at ``row_version``."""

    company_id: str
    name: str
    member_no: str
    row_version: int
    dues: DuesDraft


@dataclass(frozen=True)
class DuesYear:
    """A year's sums, in fen, and how many companies owe something still."""

    dues_year: int
    companies: int
    due_fen: int
    paid_fen: int
    open_fen: int
    open_companies: int


def is_on(office: Office) -> bool:
    """Whether the office keeps the ledger."""
    return bool(preferences.get(office, LEDGER))


def of_company(office: Office, company_id: str) -> tuple[DuesRow, ...]:
    """A company's years, newest first; none where the ledger is off."""
    if not is_on(office):
        return ()
    with office.store.reading() as session:
        mine = DuesEntry.company_id == survivor_of(session, company_id)
        query = _rows().where(mine).order_by(DuesEntry.dues_year.desc())
        return tuple(_row(found) for found in session.execute(query))


def save(office: Office, company_id: str, dues: DuesDraft, row_version: int = 0) -> None:
    """Writes a company's year; 0 for ``row_version`` where it is new.

    Raises UserError where the ledger is off, for a year that cannot be, or one that was changed or added meanwhile.
    """
    _refuse_off(office)
    if not 1990 <= dues.dues_year <= 2100:
        raise UserError("dues.bad_year", year=dues.dues_year)
    if len(dues.receipt_no) > LONGEST_RECEIPT:
        raise UserError("dues.receipt_long", limit=LONGEST_RECEIPT)
    bound(dues.remark, REMARK)
    with office.writing("dues_change", company=company_id, year=dues.dues_year) as work:
        row = _entry(work.session, company_id, dues.dues_year)
        if (row.row_version if row else 0) != row_version:
            raise UserError("store.changed_meanwhile")
        if row is None:
            row = DuesEntry(id=new_id(), company_id=company_id, dues_year=dues.dues_year)
            work.session.add(row)
        row.due_fen, row.due_on, row.paid_fen, row.paid_on = dues.due_fen, dues.due_on, dues.paid_fen, dues.paid_on
        row.receipt_no, row.remark = clean(dues.receipt_no), clean(dues.remark)


def pay(
    office: Office, company_id: str, year: int, fen: int, receipt_no: str = "", on: dt.date | None = None
) -> DuesRow:
    """Adds a part payment to what was paid; receipts stand beside each other. Raises UserError as :func:`save` does."""
    row = next((row for row in of_company(office, company_id) if row.dues.dues_year == year), None)
    before = row.dues if row else DuesDraft(year)
    receipts = "、".join(filter(None, [before.receipt_no, clean(receipt_no)]))
    paid = DuesDraft(
        year, before.due_fen, before.due_on, before.paid_fen + fen, on or office.today, receipts, before.remark
    )
    save(office, company_id, paid, row.row_version if row else 0)
    return next(row for row in of_company(office, company_id) if row.dues.dues_year == year)


def charge(office: Office, company_ids: Sequence[str], year: int, fen: int, due_on: dt.date | None = None) -> int:
    """Notes the same amount due for many, in one step; who has an entry of the year keeps it. How many are new."""
    _refuse_off(office)
    with office.writing("dues_charge", year=year, count=len(company_ids)) as work:
        fresh: list[str] = []
        for chunk in in_chunks(standing(work.session, company_ids)):
            have = select(DuesEntry.company_id).where(DuesEntry.dues_year == year, DuesEntry.company_id.in_(chunk))
            known = set(work.session.scalars(have))
            fresh += [company_id for company_id in chunk if company_id not in known]
        work.session.add_all(
            DuesEntry(id=new_id(), company_id=each, dues_year=year, due_fen=fen, due_on=due_on, paid_fen=0)
            for each in fresh
        )
    return len(fresh)


def overview(office: Office, year: int) -> DuesYear:
    """A year's sums. Raises UserError where the ledger is off."""
    _refuse_off(office)
    owes = DuesEntry.due_fen > DuesEntry.paid_fen
    sums = select(
        func.count(),
        func.coalesce(func.sum(DuesEntry.due_fen), 0),
        func.coalesce(func.sum(DuesEntry.paid_fen), 0),
        func.coalesce(func.sum(DuesEntry.due_fen - DuesEntry.paid_fen).filter(owes), 0),
        func.count().filter(owes),
    )
    with office.store.reading() as session:
        of_year = sums.where(DuesEntry.dues_year == year, not_merged(DuesEntry.company_id))
        return DuesYear(year, *session.execute(of_year).one())


def years(office: Office) -> tuple[int, ...]:
    """The years that have entries, newest first."""
    _refuse_off(office)
    with office.store.reading() as session:
        return tuple(session.scalars(select(DuesEntry.dues_year).distinct().order_by(DuesEntry.dues_year.desc())))


def open_rows(office: Office, year: int, offset: int = 0, limit: int = PAGE) -> list[DuesRow]:
    """The reminder list: who owes something of ``year`` still, by name. Raises UserError where the ledger is off."""
    _refuse_off(office)
    owing = _rows().where(DuesEntry.dues_year == year, DuesEntry.due_fen > DuesEntry.paid_fen)
    query = owing.order_by(Company.sort_key, Company.id).offset(offset).limit(limit)
    with office.store.reading() as session:
        return [_row(found) for found in session.execute(query)]


def reminder_texts(office: Office, rows: Sequence[DuesRow]) -> list[str]:
    """What to send to each, in the words of the setting."""
    wording = str(preferences.get(office, TEXT))
    association = str(preferences.get(office, "association_name"))
    return [_filled(wording, _values(row, association)) for row in rows]


def export(office: Office, year: int, path: Path, *, contacts: bool = False) -> Job[int]:
    """Writes the reminder list with its texts to a workbook for mail merge; returns how many.

    With ``contacts`` (personal data) the export is logged. Raises UserError ``file.*``, and where the ledger is off.
    """
    total = overview(office, year).open_companies
    rows: list[tuple[str, ...]] = []
    for offset in range(0, total, PAGE):
        page = open_rows(office, year, offset)
        people = _people(office, [row.company_id for row in page]) if contacts else {}
        for row, text in zip(page, reminder_texts(office, page), strict=True):
            rows.append((*_cells(row, text), *(people.get(row.company_id, ("", "", "")) if contacts else ())))
        yield Progress("export_list", len(rows), total)
    if contacts:
        with office.writing("dues_contacts_export", undoable=False, year=year, count=len(rows)):
            pass
    columns = HEADERS + (CONTACT_HEADERS if contacts else ())
    list_writer("xlsx").write(path, ListContent("", "", columns, tuple(rows), dates.now()))
    return len(rows)


def _refuse_off(office: Office) -> None:
    if not is_on(office):
        raise UserError("dues.off")


def _rows() -> Select[DuesEntry, str, str]:
    columns = select(DuesEntry, Company.name, Company.member_no)
    return columns.join(Company, Company.id == DuesEntry.company_id).where(not_merged(Company.id))


def _row(found: Row[DuesEntry, str, str]) -> DuesRow:
    entry, name, member_no = found
    dues = DuesDraft(
        entry.dues_year,
        entry.due_fen,
        entry.due_on,
        entry.paid_fen,
        entry.paid_on,
        entry.receipt_no,
        entry.remark,
    )
    return DuesRow(entry.company_id, name, member_no, entry.row_version, dues)


def _entry(session: Session, company_id: str, year: int) -> DuesEntry | None:
    if session.get(Company, company_id) is None:
        raise UserError("company.gone")
    mine = select(DuesEntry).where(DuesEntry.company_id == company_id, DuesEntry.dues_year == year)
    return session.scalars(mine).first()


def _values(row: DuesRow, association: str) -> dict[str, str]:
    dues = row.dues
    return {
        "企业名称": row.name,
        "会员编号": row.member_no,
        "年度": str(dues.dues_year),
        "应缴": yuan(dues.due_fen),
        "已缴": yuan(dues.paid_fen),
        "未缴": yuan(dues.open_fen),
        "截止日期": dates.chinese(dues.due_on) if dues.due_on else "近期",
        "协会名称": association,
    }


def _filled(wording: str, values: Mapping[str, str]) -> str:
    """``wording`` with ``{name}`` filled in; braces that name nothing stay as they are."""
    for name, value in values.items():
        wording = wording.replace(f"{{{name}}}", value)
    return wording


def _cells(row: DuesRow, text: str) -> tuple[str, ...]:
    dues = row.dues
    amounts = (yuan(fen) for fen in (dues.due_fen, dues.paid_fen, dues.open_fen))
    due_on = dues.due_on.isoformat() if dues.due_on else ""
    return (row.name, row.member_no, str(dues.dues_year), *amounts, due_on, text)


def _people(office: Office, company_ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """The first contact of each company."""
    query = select(Contact).where(Contact.company_id.in_(company_ids)).order_by(Contact.id.desc())
    with office.store.reading() as session:
        return {row.company_id: (row.name, row.phone, row.email) for row in session.scalars(query)}
