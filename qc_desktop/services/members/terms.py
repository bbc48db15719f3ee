"""Terms of membership: what a company has, adding, changing, renewing, and the number that goes with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates, membership
from qc_desktop.domain.companies import TEXT_LIMITS, MemberTier
from qc_desktop.domain.findings import Finding, errors
from qc_desktop.domain.lengths import REMARK, bound
from qc_desktop.domain.membership import MembershipStatus, Term
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.domain.text import clean, clean_code
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.campaigns.stages import STEP, Moved, Refused, in_chunks
from qc_desktop.services.members import statuses
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import not_merged, standing, survivor_of
from qc_desktop.storage.tables import Company, MembershipTerm
from qc_desktop.storage.types import new_id

PREFIX, YEARS = "member_no_prefix", "membership_term_years"
NUMBER_WIDTH = 5


@dataclass(frozen=True)
class TermRow:
    """A stored term as last seen at ``row_version``."""

    id: str
    row_version: int
    term: Term


@dataclass(frozen=True)
class Membership:
    """A company as a member; ``terms`` newest first.

    ``following`` is what a new term would be; ``grace_until`` is the last day of grace while there is grace;
    ``offered_no`` a free number where it is a member without one.
    """

    company_id: str
    name: str
    member_no: str
    member_tier: MemberTier
    status: MembershipStatus
    following: Term
    terms: tuple[TermRow, ...] = ()
    grace_until: dt.date | None = None
    offered_no: str = ""


@dataclass(frozen=True)
class Saved:
    """The command that Undo takes back, and what is to be remarked on (a gap before the term)."""

    command: int
    remarks: tuple[Finding, ...] = ()


def of_company(office: Office, company_id: str) -> Membership:
    """A company's membership as it stands today. Raises UserError when the company is gone."""
    with office.store.reading() as session:
        company = _company(session, company_id)
        rows = tuple(_rows(session, company.id))
        terms, days = [row.term for row in rows], statuses.grace_days(session)
        now = membership.status(terms, office.today, days)
        offered = "" if company.member_no or now is not MembershipStatus.CURRENT else _free_no(session, _prefix(office))
        return Membership(
            company_id=company.id,
            name=company.name,
            member_no=company.member_no,
            member_tier=MemberTier(company.member_tier),
            status=now,
            following=_following(office, terms, days),
            terms=rows,
            grace_until=_grace_until(terms, office.today, days) if now is MembershipStatus.GRACE else None,
            offered_no=offered,
        )


def check(office: Office, company_id: str, term: Term, term_id: str = "") -> list[Finding]:
    """What is wrong with ``term`` beside the company's others, as a form shows it."""
    with office.store.reading() as session:
        return membership.check(term, [row.term for row in _rows(session, company_id) if row.id != term_id])


def save(office: Office, company_id: str, term: Term, term_id: str = "", row_version: int = 0) -> Saved:
    """Adds ``term``, or puts it over the one with ``term_id`` as last seen.

    A term that holds today, or still gives grace, sets the tier. Raises UserError for a term that cannot be, one that
    meets another, or a row changed meanwhile.
    """
    wanted = replace(term, remark=clean(term.remark))
    bound(wanted.remark, REMARK)
    with office.writing("term_change" if term_id else "term_add", company=company_id) as work:
        company = _company(work.session, company_id)
        stored = [row for row in _rows(work.session, company.id) if row.id != term_id]
        found = membership.check(wanted, [row.term for row in stored])
        if bad := errors(found):
            raise UserError(bad[0].code, **bad[0].params)
        _put(_row(work.session, company.id, term_id, row_version), wanted)
        others = [row.term for row in stored]
        if wanted.holds(office.today) or _is_last_in_grace(work.session, wanted, others, office.today):
            company.member_tier = wanted.member_tier
        return Saved(work.command.seq, tuple(found))


def _is_last_in_grace(session: Session, term: Term, others: Sequence[Term], today: dt.date) -> bool:
    """Whether the company stands in its grace because of ``term``."""
    standing_so = membership.status([term, *others], today, statuses.grace_days(session)) is MembershipStatus.GRACE
    ended = [each.ends_on for each in (term, *others) if each.ends_on is not None and each.ends_on < today]
    return standing_so and term.ends_on == max(ended)


def remove(office: Office, term_id: str, row_version: int) -> Saved:
    """Takes a term out that was entered by mistake. Raises UserError for a row that is gone or was changed."""
    with office.writing("term_remove") as work:
        row = work.session.get(MembershipTerm, term_id)
        if row is None or row.row_version != row_version:
            raise UserError("store.changed_meanwhile")
        work.session.delete(row)
        return Saved(work.command.seq)


def renew(office: Office, company_ids: Sequence[str]) -> Moved:
    """Gives each company its next term, in one step; those that cannot have one are passed over.

    Raises UserError where nobody can.
    """
    return finish(renewing(office, company_ids))


def renewing(office: Office, company_ids: Sequence[str]) -> Job[Moved]:
    """As :func:`renew`; closed before its end it renews nobody."""
    years = int(preferences.get(office, YEARS))
    moved, refused = 0, list[Refused]()
    with office.writing("term_renew", count=len(company_ids)) as work:
        days = statuses.grace_days(work.session)
        everybody = _with_terms(work.session, standing(work.session, company_ids))
        for done, (company, terms) in enumerate(everybody, 1):
            if done % STEP == 0:
                yield Progress("renew", done, len(company_ids))
            following = membership.renewed(terms, years, office.today, days)
            if isinstance(following, Finding):
                refused.append(Refused(company.name, UserError(following.code, **following.params)))
                continue
            work.session.add(_put(MembershipTerm(id=new_id(), company_id=company.id), following))
            if following.holds(office.today):
                company.member_tier = following.member_tier
            moved += 1
        if not moved:
            first = refused[0].error if refused else UserError("member.nobody")
            raise UserError(first.code, **first.params)
    return Moved(moved, 0, tuple(refused))


def give_number(office: Office, company_id: str, member_no: str = "") -> str:
    """Gives a company ``member_no``, or the next free number; returns it.

    Raises UserError for a number that another company has.
    """
    with office.writing("member_number", company=company_id) as work:
        company = _company(work.session, company_id)
        number = clean_code(member_no) or _free_no(work.session, _prefix(office))
        bound(number, TEXT_LIMITS["member_no"])
        holder = func.coalesce(Company.merged_into_id, Company.id)
        same = select(Company).where(Company.member_no == number, holder != company.id)
        if (other := work.session.scalars(same.limit(1)).first()) is not None:
            raise UserError("member.number_taken", number=number, name=other.name)
        company.member_no = number
    return number


def counts(office: Office) -> dict[MembershipStatus, int]:
    """How many companies have each status today, 会员 of whatever tier."""
    everybody = select(func.count(Company.id)).where(not_merged(Company.id))
    with office.store.reading() as session:
        asked = {each: statuses.condition(session, each, office.today) for each in MembershipStatus}
        return {each: session.scalar(everybody.where(condition)) or 0 for each, condition in asked.items()}


def _company(session: Session, company_id: str) -> Company:
    company = session.get(Company, survivor_of(session, company_id))
    if company is None:
        raise UserError("company.gone")
    return company


def _rows(session: Session, company_id: str) -> Iterator[TermRow]:
    query = select(MembershipTerm).where(MembershipTerm.company_id == company_id)
    for row in session.scalars(query.order_by(MembershipTerm.starts_on.desc())):
        yield TermRow(row.id, row.row_version, statuses.term_of(row))


def _row(session: Session, company_id: str, term_id: str, row_version: int) -> MembershipTerm:
    if not term_id:
        row = MembershipTerm(id=new_id(), company_id=company_id)
        session.add(row)
        return row
    found = session.get(MembershipTerm, term_id)
    if found is None or found.row_version != row_version or found.company_id != company_id:
        raise UserError("store.changed_meanwhile")
    return found


def _put(row: MembershipTerm, term: Term) -> MembershipTerm:
    row.member_tier, row.remark = term.member_tier, term.remark
    row.starts_on, row.ends_on = term.starts_on, term.ends_on
    return row


def _with_terms(session: Session, company_ids: Sequence[str]) -> Iterator[tuple[Company, list[Term]]]:
    for chunk in in_chunks(company_ids):
        terms: dict[str, list[Term]] = {}
        for row in session.scalars(select(MembershipTerm).where(MembershipTerm.company_id.in_(chunk))):
            terms.setdefault(row.company_id, []).append(statuses.term_of(row))
        for company in session.scalars(select(Company).where(Company.id.in_(chunk)).order_by(Company.sort_key)):
            yield company, terms.get(company.id, [])


def _following(office: Office, terms: Sequence[Term], days: int) -> Term:
    """The renewal, or where there is none a first term from today."""
    years = int(preferences.get(office, YEARS))
    following = membership.renewed(terms, years, office.today, days)
    if isinstance(following, Term):
        return following
    return Term(MemberTier.MEMBER, office.today, dates.last_valid_day(office.today, years))


def _grace_until(terms: Sequence[Term], today: dt.date, days: int) -> dt.date:
    ended = max(term.ends_on for term in terms if term.ends_on is not None and term.ends_on < today)
    return ended + dt.timedelta(days=days)


def _prefix(office: Office) -> str:
    return str(preferences.get(office, PREFIX))


def _free_no(session: Session, prefix: str) -> str:
    """The number after the highest of the form prefix and digits."""
    digits = func.substr(Company.member_no, len(prefix) + 1)
    numbered = (Company.member_no.startswith(prefix, autoescape=True), digits != "", ~digits.op("GLOB")("*[^0-9]*"))
    highest = session.scalar(select(func.max(cast(digits, Integer))).where(*numbered, func.length(digits) < 10)) or 0
    return f"{prefix}{highest + 1:0{NUMBER_WIDTH}}"
