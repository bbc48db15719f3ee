"""对账 of a year or of one batch of issue: five counts, and every certificate or company that fell behind.

A certificate that ended and has another in its place is counted nowhere: each company counts once.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.printing import ELSEWHERE, USED_A_COPY
from qc_desktop.domain.reconciling import Step, Trace, Why, behind
from qc_desktop.domain.short_ids import only_one
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.certificates.kept_stopped import findings_of
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import counted_copy
from qc_desktop.storage.tables import Certificate, Dispatch, IssueBatch, PrintBatch, PrintLog, PrintSheet
from qc_desktop.storage.types import made_at

_UNKNOWN_COPY = (Why.FILE_ONLY, Why.SENT_UNPRINTED)


@dataclass(frozen=True)
class BehindRow:
    """A certificate, or a company that got none, missing at ``step``; ``remark`` and ``findings`` say more of why.

    ``step`` is None for one that is not counted and has something to be said of it all the same. Of one that
    ``may_lie_elsewhere`` no copy is known: another printer may have made it.
    """

    step: Step | None
    why: Why
    number: str
    holder: str
    company_id: str
    remark: str = ""
    findings: tuple[Finding, ...] = ()
    may_lie_elsewhere: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return self.number or f"{self.company_id}-{self.holder}"


@dataclass(frozen=True)
class Reconciliation:
    """How many came through each step, and who is missing where.

    Up to 已打印 a count and those missing there are the count before. Of 已寄出 those ``unprinted`` are to be taken
    away first: they went out with no good copy known and are missing at an earlier step, so it may be more than 已打印.
    ``apart`` are left out, having a successor; ``electronic`` count as printed, having gone out as a file alone;
    ``elsewhere`` count as made, being printed elsewhere, though nothing was made of them here.
    """

    counts: Mapping[Step, int]
    rows: tuple[BehindRow, ...]
    apart: int = 0
    electronic: int = 0
    elsewhere: int = 0
    unprinted: int = 0

    @property
    def missing(self) -> tuple[BehindRow, ...]:
        """Who fell behind, each once: with them the counts agree. Those that are not counted are not among them."""
        return tuple(row for row in self.rows if row.step is not None)

    def at(self, step: Step | None) -> tuple[BehindRow, ...]:
        """Who is missing at ``step``, nobody before the first; None for those who are not counted."""
        return tuple(row for row in self.rows if row.step is step)


@dataclass(frozen=True)
class IssueBatchRow:
    """A batch of issue: when, by whom, how many, its first and last number."""

    id: str
    issued_at: dt.datetime
    staff: str
    size: int
    first: str
    last: str


def batches(office: Office, campaign_id: str) -> list[IssueBatchRow]:
    """The batches in which certificates of the campaign were issued, newest first."""
    with office.store.reading() as session:
        query = (
            select(IssueBatch, func.min(Certificate.number), func.max(Certificate.number))
            .join(Certificate, Certificate.batch_id == IssueBatch.id)
            .where(IssueBatch.campaign_id == campaign_id)
            .group_by(IssueBatch.id)
            .order_by(IssueBatch.issued_at.desc())
        )
        return [
            IssueBatchRow(one.id, one.issued_at, one.staff, one.size, first, last)
            for one, first, last in session.execute(query)
        ]


def batch_named(office: Office, campaign_id: str, typed: str) -> str:
    """The batch of issue that ``typed`` names, by the end or the beginning of its id. Raises UserError, which says
    the newest that there are, for none and for several."""
    known = [one.id for one in batches(office, campaign_id)]
    which = "reconcile.which_batch"
    return only_one(typed, known, unknown=which if known else "reconcile.unknown_batch", several=which)


def reconcile(office: Office, campaign_id: str, batch_id: str = "") -> Reconciliation:
    """The certificates of the campaign, or of the one batch of issue. Raises UserError for an unknown batch."""
    with office.store.reading() as session:
        chosen = _batches(session, campaign_id, batch_id)
        meant = Certificate.batch_id == batch_id if batch_id else Certificate.campaign_id == campaign_id
        counts: Counter[Step] = Counter(dict.fromkeys(Step, 0))
        rows: list[BehindRow] = list(_stopped(session, chosen, campaign_id, batch_id))
        counts[Step.SELECTED] += len(rows)
        apart = electronic = elsewhere = unprinted = 0
        for certificate, trace in _traces(session, meant):
            rows += _behind(certificate, trace)
            apart += certificate.is_apart
            if not certificate.is_apart:
                counts.update(trace.reached())
                electronic += trace.is_electronic and not trace.printed and Step.PRINTED in trace.reached()
                elsewhere += certificate.is_elsewhere and Step.RENDERED in trace.reached()
                unprinted += trace.is_gone_unprinted
    return Reconciliation(counts, tuple(rows), apart, electronic, elsewhere, unprinted)


def _batches(session: Session, campaign_id: str, batch_id: str) -> Sequence[IssueBatch]:
    query = select(IssueBatch).where(IssueBatch.campaign_id == campaign_id).order_by(IssueBatch.issued_at)
    found = session.scalars(query.where(IssueBatch.id == batch_id) if batch_id else query).all()
    if batch_id and not found:
        raise UserError("reconcile.unknown_batch", batch=batch_id)
    return found


def _stopped(session: Session, chosen: Sequence[IssueBatch], campaign_id: str, batch_id: str) -> Iterator[BehindRow]:
    """Who was stopped at the check: of a year only those who have no certificate still, each as it was last."""
    has = set(session.scalars(select(Certificate.participation_id).where(Certificate.campaign_id == campaign_id)))
    last = {str(one["participation"]): one for batch in chosen for one in batch.stopped or ()}
    for participation_id, one in last.items():
        if batch_id or participation_id not in has:
            about = ("", str(one["name"]), str(one["company"]), "", findings_of(one))
            yield BehindRow(Step.NUMBERED, Why.STOPPED, *about)


@dataclass(frozen=True)
class _Found:
    """What of a certificate the list shows."""

    number: str
    holder: str
    company_id: str
    reason: str
    withheld: str
    is_apart: bool
    is_elsewhere: bool


def _traces(session: Session, meant: ColumnElement[bool]) -> Iterator[tuple[_Found, Trace]]:
    sheets, withheld = _sheets(session, meant)
    ways, late = _ways(session, meant)
    elsewhere = _only_elsewhere(session, meant)
    rendered = select(PrintLog.id).where(counted_copy()).exists()
    columns = (Certificate.id, Certificate.number, Certificate.holder, Certificate.company_id, Certificate.state)
    newer = aliased(Certificate)
    same = newer.participation_id == Certificate.participation_id
    followed = select(newer.id).where(same, newer.serial > Certificate.serial).exists()
    query = select(*columns, Certificate.state_reason, rendered, followed).where(meant).order_by(Certificate.serial)
    for found_id, number, holder, company_id, state, reason, made, has_newer in session.execute(query):
        known, way = CertificateState(state), ways.get(found_id, ())
        trace = Trace(known, bool(made), sheets.get(found_id, ()), way, found_id in late)
        is_apart = bool(has_newer) and known is not CertificateState.LIVE
        about = (withheld.get(found_id, ""), is_apart, found_id in elsewhere)
        yield _Found(number, holder, company_id, reason, *about), trace


def _only_elsewhere(session: Session, meant: ColumnElement[bool]) -> set[str]:
    """The certificates of which no copy and no file was made here: they are only noted as printed elsewhere."""
    there = select(PrintSheet.id).join(PrintBatch, PrintBatch.id == PrintSheet.batch_id)
    is_there = PrintLog.id.in_(there.where(PrintBatch.queue == ELSEWHERE))
    here = select(func.count().filter(~is_there)).where(counted_copy()).scalar_subquery()
    noted = select(PrintLog.id).where(counted_copy(), is_there).exists()
    return set(session.scalars(select(Certificate.id).where(meant, noted, here == 0)))


def _sheets(session: Session, meant: ColumnElement[bool]) -> tuple[dict[str, set[str]], dict[str, str]]:
    """The states of each certificate's sheets, and why one was withheld."""
    query = select(PrintSheet.certificate_id, PrintSheet.state, PrintSheet.remark)
    joined = query.join(Certificate, Certificate.id == PrintSheet.certificate_id).where(meant)
    states: dict[str, set[str]] = {}
    withheld: dict[str, str] = {}
    for certificate_id, state, remark in session.execute(joined.order_by(PrintSheet.id)):
        states.setdefault(certificate_id, set()).add(state)
        if state == "withheld":
            withheld[certificate_id] = remark
    return states, withheld


def _ways(session: Session, meant: ColumnElement[bool]) -> tuple[dict[str, set[str]], set[str]]:
    """How each certificate went out, and those that did so after they had ended."""
    query = select(Dispatch, Certificate.state, Certificate.state_since)
    ways: dict[str, set[str]] = {}
    late: set[str] = set()
    joined = query.join(Certificate, Certificate.id == Dispatch.certificate_id).where(meant)
    for dispatch, state, since in session.execute(joined):
        ways.setdefault(dispatch.certificate_id, set()).add(dispatch.way)
        if state != CertificateState.LIVE and _is_behind(dispatch, since):
            late.add(dispatch.certificate_id)
    return ways, late


def _is_behind(dispatch: Dispatch, ended_at: dt.datetime) -> bool:
    """Whether it went out after ``ended_at``; on the same day, or where no day is said, the entry's own time tells."""
    ended_on = dates.local(ended_at).date()
    day = dispatch.sent_on or ended_on
    return day > ended_on or (day == ended_on and made_at(dispatch.id) > ended_at)


def _behind(found: _Found, trace: Trace) -> Iterable[BehindRow]:
    missing = behind(trace)
    if missing is None or (found.is_apart and missing[1] is not Why.SENT_ENDED):
        return
    step, why = None if found.is_apart else missing[0], missing[1]
    about = {"number": found.number, "state": trace.state, "text": ""}
    findings = (error(found.withheld, **about),) if why is Why.WITHHELD and found.withheld else ()
    remark = found.reason if why in (Why.ENDED, Why.SENT_ENDED) else ""
    elsewhere = (
        why in _UNKNOWN_COPY and trace.state is CertificateState.LIVE and not set(USED_A_COPY) & set(trace.sheets)
    )
    yield BehindRow(step, why, found.number, found.holder, found.company_id, remark, findings, elsewhere)


def in_words(row: BehindRow, words: Messages) -> str:
    """Why one is missing, in the reader's language."""
    said = words.text(f"reconcile.{row.why}")
    return " ".join(filter(None, [said, row.remark, *map(words.of, row.findings)]))


def step_in_words(step: Step | None, words: Messages) -> str:
    """The step's name; of None that it is not counted."""
    return words.text(f"reconcile.{step or 'apart'}")


def told(found: Reconciliation, words: Messages) -> tuple[str, ...]:
    """What must be known of the counts: who is left out, and who counts as made, as printed, as sent."""
    said = {
        "reconcile.told_apart": found.apart,
        "reconcile.told_elsewhere": found.elsewhere,
        "reconcile.told_electronic": found.electronic,
        "reconcile.told_unprinted": found.unprinted,
    }
    return tuple(words.text(code, count=count) for code, count in said.items() if count)


def write(found: Reconciliation, title: str, path: Path, words: Messages) -> Path:
    """Writes the counts and everyone who is missing to ``path``, as what its name ends in. Raises UserError."""
    from qc_desktop.exchange.registry import list_writer
    from qc_desktop.exchange.writing.content import ListContent

    columns = tuple(words.text(f"reconcile.column_{name}") for name in ("step", "number", "holder", "why"))
    rows = tuple((step_in_words(row.step, words), row.number, row.holder, in_words(row, words)) for row in found.rows)
    list_writer(path.suffix.lstrip(".").lower()).write(
        path, ListContent(title, counted(found, words), columns, rows, dates.now())
    )
    return path


def counted(found: Reconciliation, words: Messages) -> str:
    """The five counts in one line."""
    return words.listed(f"{words.text(f'reconcile.{step}')} {found.counts[step]:,}" for step in Step)
