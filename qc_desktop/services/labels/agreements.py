"""使用协议: entered, changed, listed; how many labels each still allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.labels import AgreementDraft, AgreementState, RestrictedCategory, agreement_state, checked
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services import worded
from qc_desktop.services.labels.categories import demand_new_note, suspected
from qc_desktop.services.office import Office
from qc_desktop.services.worded import NONE, Reasons
from qc_desktop.storage.merged import of_any, survivor_of, survivors
from qc_desktop.storage.search_index import matching
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Company, LabelBatch, UsageAgreement
from qc_desktop.storage.types import new_id


@dataclass(frozen=True)
class AgreementFilter:
    """Which agreements; empty fields do not narrow. ``text`` is a number's part or finds the company.

    ``states`` are those of AgreementState, as they are on ``day``.
    """

    company_id: str = ""
    text: str = ""
    states: tuple[str, ...] = ()
    day: dt.date = dt.date.min


@dataclass(frozen=True)
class AgreementRow:
    """An agreement as last seen at ``row_version``; ``issued`` counts the labels of all its batches."""

    id: str
    row_version: int
    company_id: str
    company: str
    terms: AgreementDraft
    issued: int

    @property
    def remaining(self) -> int:
        """How many labels may still be issued under it."""
        return max(self.terms.quantity - self.issued, 0)

    def state(self, day: dt.date) -> AgreementState:
        """How it stands on ``day``."""
        return agreement_state(self.terms, self.issued, day)


@dataclass(frozen=True)
class AgreementSaved:
    """The row as saved, the command that Undo takes back, what is to be remarked on, and what ``staff`` decided about
    the law where something was: ``decision`` says it."""

    row: AgreementRow
    command: int
    remarks: tuple[Finding, ...] = ()
    decision: Finding | None = None


def add(office: Office, company_id: str, draft: AgreementDraft, reasons: Reasons = NONE) -> AgreementSaved:
    """Enters a new agreement. Raises UserError for one that cannot be, for a number that another one has, and for a
    product whose name claims too much without one of the ``reasons``: it is printed below the association's heading."""
    wanted = checked(draft)
    with office.writing("agreement_add", company=company_id, number=wanted.agreement_no) as work:
        company = work.session.get(Company, survivor_of(work.session, company_id))
        if company is None:
            raise UserError("company.gone")
        row = UsageAgreement(id=new_id(), company_id=company.id)
        _put(work.session, row, wanted)
        _take_names(work, wanted, (), reasons)
        work.session.add(row)
        work.session.flush()
        return _saved(work, row, wanted)


def change(
    office: Office, agreement_id: str, draft: AgreementDraft, row_version: int, reasons: Reasons = NONE
) -> AgreementSaved:
    """Puts ``draft`` in the place of what stands. Raises UserError as :func:`add`, for a row changed meanwhile, for
    fewer labels than were issued, and for a new product that the note decides nothing about."""
    wanted = checked(draft)
    with office.writing("agreement_change", number=wanted.agreement_no) as work:
        row = work.session.get(UsageAgreement, agreement_id)
        if row is None or row.row_version != row_version:
            raise UserError("store.changed_meanwhile")
        issued = issued_under(work.session, row.id)
        if wanted.quantity < issued:
            raise UserError("label.fewer_than_issued", quantity=wanted.quantity, issued=issued)
        before = terms_of(row)
        demand_new_note(before, wanted)
        _take_names(work, wanted, before.products, reasons)
        _put(work.session, row, wanted)
        work.session.flush()
        return _saved(work, row, wanted, before)


def _take_names(work: UnitOfWork, wanted: AgreementDraft, known: Sequence[str], reasons: Reasons) -> None:
    """Keeps ``reasons`` for the names of products, and asks for one where none of those ``known`` wants it."""
    said = worded.of_products(work.session, wanted.products)
    worded.accept(work, said, reasons)
    worded.demand(work.session, [one for one in said if one.text not in known])


def _put(session: Session, row: UsageAgreement, wanted: AgreementDraft) -> None:
    same = select(UsageAgreement.id).where(
        UsageAgreement.agreement_no == wanted.agreement_no, UsageAgreement.id != row.id
    )
    with session.no_autoflush:
        if session.scalar(same.limit(1)):
            raise UserError("label.agreement_no_taken", number=wanted.agreement_no)
    row.agreement_no, row.products, row.quantity = wanted.agreement_no, list(wanted.products), wanted.quantity
    row.starts_on, row.ends_on = wanted.starts_on, wanted.ends_on
    row.restricted = wanted.restricted.value if wanted.restricted else ""
    row.legal_note, row.remark = wanted.legal_note, wanted.remark


def _saved(
    work: UnitOfWork, row: UsageAgreement, wanted: AgreementDraft, before: AgreementDraft | None = None
) -> AgreementSaved:
    made, decided = _row(work.session, row), _decision(wanted, before, work.author.staff)
    return AgreementSaved(made, work.command.seq, tuple(_remarks(wanted)), decided)


def _decision(terms: AgreementDraft, before: AgreementDraft | None, staff: str) -> Finding | None:
    """What ``staff`` decided; None where nobody had to, and where it stood so ``before``: somebody else may have."""
    if before is not None and (terms.restricted, terms.legal_note) == (before.restricted, before.legal_note):
        return None
    if terms.restricted is not None:
        code = "label.decided" if terms.legal_note else "label.decided_unnoted"
        return warning(code, "legal_note", category=terms.restricted, note=terms.legal_note, staff=staff)
    if terms.legal_note:
        return warning("label.decided_ordinary", "legal_note", note=terms.legal_note, staff=staff)
    return None


def _remarks(wanted: AgreementDraft) -> list[Finding]:
    return suspected(wanted.products) if wanted.restricted is None and not wanted.legal_note else []


def page(office: Office, wanted: AgreementFilter, offset: int = 0, limit: int = 128) -> list[AgreementRow]:
    """``limit`` agreements from row ``offset`` on, those that end last first."""
    query = _chosen(wanted).order_by(UsageAgreement.ends_on.desc(), UsageAgreement.id.desc())
    with office.store.reading() as session:
        found = session.scalars(query.offset(offset).limit(limit)).all()
        merged, issued = survivors(session), _issued(session, found)
        standing = {row.id: merged.get(row.company_id, row.company_id) for row in found}
        named = select(Company.id, Company.name).where(Company.id.in_(set(standing.values())))
        names = {row.id: row.name for row in session.execute(named)}
        return [_made(row, standing[row.id], names[standing[row.id]], issued.get(row.id, 0)) for row in found]


def count(office: Office, wanted: AgreementFilter) -> int:
    """How many agreements ``wanted`` describes."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(_chosen(wanted).subquery())) or 0


def row(office: Office, agreement_id: str) -> AgreementRow:
    """One agreement. Raises UserError where it is gone."""
    with office.store.reading() as session:
        return _row(session, found(session, agreement_id))


def company_named(office: Office, company_id: str) -> tuple[str, str]:
    """Id and name of the company that stands for ``company_id``, for a new agreement. Raises UserError."""
    with office.store.reading() as session:
        company = session.get(Company, survivor_of(session, company_id))
        if company is None:
            raise UserError("company.gone")
        return company.id, company.name


def by_number(office: Office, number: str) -> AgreementRow:
    """The agreement with ``number``. Raises UserError for an unknown one."""
    with office.store.reading() as session:
        query = select(UsageAgreement).where(UsageAgreement.agreement_no == clean(number))
        agreement = session.scalars(query).first()
        if agreement is None:
            raise UserError("label.unknown_agreement", number=number)
        return _row(session, agreement)


def found(session: Session, agreement_id: str) -> UsageAgreement:
    """The stored agreement. Raises UserError where it is gone."""
    agreement = session.get(UsageAgreement, agreement_id)
    if agreement is None:
        raise UserError("label.agreement_gone")
    return agreement


def terms_of(agreement: UsageAgreement) -> AgreementDraft:
    """What ``agreement`` says."""
    return AgreementDraft(
        agreement_no=agreement.agreement_no,
        products=tuple(agreement.products),
        quantity=agreement.quantity,
        starts_on=agreement.starts_on,
        ends_on=agreement.ends_on,
        restricted=RestrictedCategory(agreement.restricted) if agreement.restricted else None,
        legal_note=agreement.legal_note,
        remark=agreement.remark,
    )


def issued_under(session: Session, agreement_id: str) -> int:
    """How many labels all batches under the agreement have."""
    return session.scalar(select(func.sum(LabelBatch.count)).where(LabelBatch.agreement_id == agreement_id)) or 0


def of_company(session: Session, company_id: str) -> Sequence[UsageAgreement]:
    """The agreements of a company and of those merged into it."""
    standing = select(Company.id).where(Company.id == survivor_of(session, company_id))
    return session.scalars(select(UsageAgreement).where(of_any(UsageAgreement.company_id, standing))).all()


def _row(session: Session, agreement: UsageAgreement) -> AgreementRow:
    company = session.get_one(Company, survivor_of(session, agreement.company_id))
    return _made(agreement, company.id, company.name, issued_under(session, agreement.id))


def _made(agreement: UsageAgreement, company_id: str, company: str, issued: int) -> AgreementRow:
    return AgreementRow(
        id=agreement.id,
        row_version=agreement.row_version,
        company_id=company_id,
        company=company,
        terms=terms_of(agreement),
        issued=issued,
    )


def _issued(session: Session, found: Sequence[UsageAgreement]) -> dict[str, int]:
    """How many labels each of ``found`` has, in one question."""
    query = select(LabelBatch.agreement_id, func.sum(LabelBatch.count))
    of_these = query.where(LabelBatch.agreement_id.in_([row.id for row in found])).group_by(LabelBatch.agreement_id)
    return {agreement_id: int(total) for agreement_id, total in session.execute(of_these)}


def _chosen(wanted: AgreementFilter) -> Select[UsageAgreement]:
    return select(UsageAgreement).where(*_conditions(wanted))


def _conditions(wanted: AgreementFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.company_id:
        yield of_any(UsageAgreement.company_id, select(Company.id).where(Company.id == wanted.company_id))
    if wanted.text.strip():
        numbered = UsageAgreement.agreement_no.icontains(wanted.text.strip(), autoescape=True)
        companies = matching(wanted.text)
        yield numbered if companies is None else or_(numbered, of_any(UsageAgreement.company_id, companies))
    if wanted.states:
        yield or_(*(_in_state(AgreementState(state), wanted.day) for state in wanted.states))


def _in_state(state: AgreementState, day: dt.date) -> ColumnElement[bool]:
    """As ``agreement_state`` tells it of one."""
    used = select(func.coalesce(func.sum(LabelBatch.count), 0)).where(LabelBatch.agreement_id == UsageAgreement.id)
    is_used, within = UsageAgreement.quantity <= used.scalar_subquery(), UsageAgreement.ends_on >= day
    begun = UsageAgreement.starts_on <= day
    ways = {
        AgreementState.OVER: ~within,
        AgreementState.USED_UP: and_(within, is_used),
        AgreementState.AHEAD: and_(within, ~is_used, ~begun),
        AgreementState.IN_FORCE: and_(within, ~is_used, begun),
    }
    return ways[state]
