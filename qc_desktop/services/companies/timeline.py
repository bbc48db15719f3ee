"""历程: everything that is on record of a company, year by year, with the years in which it did not take part.

Complaints join it with their own issue.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.dates import local
from qc_desktop.domain.dispatch import Way
from qc_desktop.domain.labels import LabelBatchState
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.members import statuses
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import survivor_of
from qc_desktop.storage.tables import (
    Campaign,
    Certificate,
    Company,
    Dispatch,
    FormerName,
    LabelBatch,
    MembershipTerm,
    Participation,
    Pledge,
    PledgeProduct,
    PrintLog,
    Product,
    Reminder,
    Scan,
)

UNDATED = 0
"""The year of what has no day: it stands last."""


class What(StrEnum):
    """What an entry is about; its sentence is ``timeline.WHAT``."""

    PLEDGE = "pledge"
    PRODUCTS = "products"
    GAP = "gap"
    NAME = "name"
    MERGED = "merged"
    TERM = "term"
    TERM_OPEN = "term_open"
    ISSUED = "issued"
    ENDED = "ended"
    PRINTED = "printed"
    DISPATCHED = "dispatched"
    REMINDED = "reminded"
    SCANNED = "scanned"
    LABELLED = "labelled"
    LABELS_STOPPED = "labels_stopped"


@dataclass(frozen=True)
class Entry:
    """One thing that happened; ``on`` is its day where there is one, ``params`` fill its sentence."""

    year: int
    what: What
    on: dt.date | None = None
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TimelineYear:
    """A year's entries: the campaign first, then by day, newest first. Year 0 holds what has no day."""

    year: int
    entries: tuple[Entry, ...]


def timeline(office: Office, company_id: str) -> tuple[TimelineYear, ...]:
    """Everything on record of a company and of those merged into it, newest year first.

    Raises UserError when the company is gone.
    """
    with office.store.reading() as session:
        company = session.get(Company, survivor_of(session, company_id))
        if company is None:
            raise UserError("company.gone")
        everyone = _with_merged(session, company.id)
        certificates = list(session.scalars(select(Certificate).where(Certificate.company_id.in_(everyone))))
        found = [
            *_names(session, company, everyone),
            *_years(session, everyone),
            *_terms(session, everyone),
            *_certificates(certificates, company.name),
            *_prints(session, certificates),
            *_dispatches(session, certificates),
            *_reminders(session, everyone),
            *_scans(session, everyone),
            *_labels(session, everyone),
        ]
    return _by_year(found)


def sentence(entry: Entry, words: Messages) -> str:
    """What ``entry`` says, in the language of ``words``."""
    params = dict(entry.params)
    if isinstance(params.get("tier"), MemberTier):
        params["tier"] = words.text(f"tier.{params['tier']}")
    if params.get("signed"):  # its day stands in the sentence: the stage came later
        return words.text("timeline.pledge_signed", **params)
    if isinstance(params.get("way"), Way):
        params["how"] = " ".join(filter(None, [words.text(f"dispatch.{params['way']}"), *params["details"]]))
    return words.text(f"timeline.{entry.what}", **params)


def _by_year(found: Sequence[Entry]) -> tuple[TimelineYear, ...]:
    by_year: dict[int, list[Entry]] = {}
    for entry in sorted(found, key=_place, reverse=True):
        by_year.setdefault(entry.year, []).append(entry)
    return tuple(TimelineYear(year, tuple(by_year[year])) for year in sorted(by_year, reverse=True))


_FIRST = (What.PLEDGE, What.GAP, What.PRODUCTS)
"""What stands at the head of a year, in this order."""


def _place(entry: Entry) -> tuple[int, dt.date]:
    head = len(_FIRST) - _FIRST.index(entry.what) if entry.what in _FIRST else 0
    return head, entry.on or dt.date.min


def _with_merged(session: Session, company_id: str) -> list[str]:
    """The company and, step by step, those merged into it."""
    everyone, latest = [company_id], [company_id]
    while latest:
        merged = select(Company.id).where(Company.merged_into_id.in_(latest), Company.id.not_in(everyone))
        latest = list(session.scalars(merged))
        everyone += latest
    return everyone


def _names(session: Session, company: Company, everyone: Sequence[str]) -> Iterator[Entry]:
    """Each former name with the one after it; companies merged into this one."""
    query = select(FormerName).where(FormerName.company_id == company.id).order_by(FormerName.until)
    former = list(session.scalars(query))
    dated = [row for row in former if row.until is not None]
    following = [*(row.name for row in dated), company.name][1:]
    for row, after in zip(dated, following, strict=True):
        assert row.until is not None
        yield Entry(row.until.year, What.NAME, row.until, {"before": row.name, "after": after})
    for row in former:
        if row.until is None:
            yield Entry(UNDATED, What.NAME, None, {"before": row.name, "after": company.name})
    merged = select(Company.name).where(Company.id.in_(everyone), Company.id != company.id).order_by(Company.sort_key)
    for name in session.scalars(merged):
        yield Entry(UNDATED, What.MERGED, None, {"name": name})


def _years(session: Session, everyone: Sequence[str]) -> Iterator[Entry]:
    """The pledge of every year with its stage and products; a gap where a campaign ran without the company.

    Of several who took part in one campaign the first of ``everyone`` speaks for all: a merging brings what counts to
    the company that stays, and leaves a second participation in a campaign where it was.
    """
    here = and_(Participation.campaign_id == Campaign.id, Participation.company_id.in_(everyone))
    query = (
        select(
            *(Campaign.id.label("campaign_id"), Campaign.campaign_year, Participation.company_id),
            *(Participation.stage, Pledge.id, Pledge.signed_on),
        )
        .outerjoin(Participation, here)
        .outerjoin(Pledge, Pledge.participation_id == Participation.id)
    )
    found = sorted(session.execute(query), key=lambda row: everyone.index(row.company_id) if row.stage else 0)
    rows = list({row.campaign_id: row for row in reversed(found)}.values())
    products = _products(session, [row.id for row in rows if row.id])
    took_part = {row.campaign_year for row in rows if row.stage}
    gaps = {row.campaign_year for row in rows if not row.stage and took_part and row.campaign_year > min(took_part)}
    for year in gaps - took_part:
        yield Entry(year, What.GAP)
    for row in rows:
        if row.stage:
            yield Entry(row.campaign_year, What.PLEDGE, None, {"stage": Stage(row.stage), "signed": row.signed_on})
        if named := products.get(row.id):
            yield Entry(row.campaign_year, What.PRODUCTS, None, {"names": "、".join(named)})


def _products(session: Session, pledge_ids: Sequence[str]) -> dict[str, list[str]]:
    query = (
        select(PledgeProduct.pledge_id, Product.name)
        .join(Product, Product.id == PledgeProduct.product_id)
        .where(PledgeProduct.pledge_id.in_(pledge_ids))
        .order_by(PledgeProduct.position)
    )
    named: dict[str, list[str]] = {}
    for pledge_id, name in session.execute(query):
        named.setdefault(pledge_id, []).append(name)
    return named


def _terms(session: Session, everyone: Sequence[str]) -> Iterator[Entry]:
    """A term that both had before they were merged is told of once."""
    found = session.scalars(select(MembershipTerm).where(MembershipTerm.company_id.in_(everyone)))
    for term in dict.fromkeys(statuses.term_of(row) for row in found):
        what = What.TERM if term.ends_on else What.TERM_OPEN
        yield Entry(term.starts_on.year, what, term.starts_on, {"tier": term.member_tier, "last": term.ends_on})


def _certificates(certificates: Sequence[Certificate], name: str) -> Iterator[Entry]:
    for row in certificates:
        holder = "" if row.holder == name else f"（{row.holder}）"
        yield Entry(row.issued_on.year, What.ISSUED, row.issued_on, {"number": row.number, "holder": holder})
        state = CertificateState(row.state)
        if state is not CertificateState.LIVE:
            day = _day(row.state_since)
            params = {"number": row.number, "state": state, "reason": row.state_reason}
            yield Entry(day.year, What.ENDED, day, params)


def _prints(session: Session, certificates: Sequence[Certificate]) -> Iterator[Entry]:
    """Sheets rendered, counted by certificate, on the day of the last."""
    numbers = {row.id: row.number for row in certificates}
    query = select(PrintLog.certificate_id, func.count(), func.max(PrintLog.at))
    printed = PrintLog.certificate_id.in_(numbers)
    for certificate_id, count, at in session.execute(query.where(printed).group_by(PrintLog.certificate_id)):
        yield Entry(_day(at).year, What.PRINTED, _day(at), {"number": numbers[certificate_id], "count": count})


def _dispatches(session: Session, certificates: Sequence[Certificate]) -> Iterator[Entry]:
    """How certificates went out; where the day is not known, in the year of the certificate."""
    sent = {row.id: row for row in certificates}
    for row in session.scalars(select(Dispatch).where(Dispatch.certificate_id.in_(sent))):
        certificate = sent[row.certificate_id]
        said = {"number": certificate.number, "way": Way(row.way), "details": (row.carrier, row.tracking_no)}
        yield Entry((row.sent_on or certificate.issued_on).year, What.DISPATCHED, row.sent_on, said)


def _reminders(session: Session, everyone: Sequence[str]) -> Iterator[Entry]:
    theirs: ColumnElement[bool] = Participation.company_id.in_(everyone)
    query = select(Reminder.at, Reminder.staff).join(Participation, Participation.id == Reminder.participation_id)
    for at, staff in session.execute(query.where(theirs)):
        yield Entry(_day(at).year, What.REMINDED, _day(at), {"staff": staff})


def _scans(session: Session, everyone: Sequence[str]) -> Iterator[Entry]:
    """A file that both had before they were merged is told of once."""
    query = select(Scan).where(Scan.company_id.in_(everyone)).order_by(Scan.added_at.desc())
    papers = {(row.sha256, row.participation_id): (row.added_at, row.file_name) for row in session.scalars(query)}
    for at, name in papers.values():
        yield Entry(_day(at).year, What.SCANNED, _day(at), {"file": name})


def _labels(session: Session, everyone: Sequence[str]) -> Iterator[Entry]:
    """Batches of labels, and those whose use was stopped."""
    for row in session.scalars(select(LabelBatch).where(LabelBatch.company_id.in_(everyone))):
        said = {"batch": f"{row.number:05}", "count": row.count, "product": row.product, "lot": row.lot}
        yield Entry(row.issued_on.year, What.LABELLED, row.issued_on, said)
        if LabelBatchState(row.state) is LabelBatchState.STOPPED:
            day = _day(row.state_since)
            stopped = {"batch": f"{row.number:05}", "reason": row.state_reason}
            yield Entry(day.year, What.LABELS_STOPPED, day, stopped)


def _day(at: dt.datetime) -> dt.date:
    """The calendar day of a moment, in Shanghai."""
    return local(at).date()
