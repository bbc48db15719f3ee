"""对账 of a year or of one batch of issue: five counts, and every certificate or company that fell behind."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.reconciling import Step, Trace, Why, behind
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import counted_copy
from qc_desktop.storage.tables import Certificate, Dispatch, IssueBatch, PrintLog, PrintSheet


@dataclass(frozen=True)
class BehindRow:
    """A certificate, or a company that got none, missing at ``step``; ``remark`` and ``findings`` say more of why."""

    step: Step
    why: Why
    number: str
    holder: str
    company_id: str
    remark: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return self.number or f"{self.company_id}-{self.holder}"


@dataclass(frozen=True)
class Reconciliation:
    """How many there are at each step, and who is missing where."""

    counts: Mapping[Step, int]
    rows: tuple[BehindRow, ...]

    def at(self, step: Step) -> tuple[BehindRow, ...]:
        """Who is missing at ``step``; nobody is missing before the first."""
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


def reconcile(office: Office, campaign_id: str, batch_id: str = "") -> Reconciliation:
    """The certificates of the campaign, or of the one batch of issue. Raises UserError for an unknown batch."""
    with office.store.reading() as session:
        chosen = _batches(session, campaign_id, batch_id)
        meant = Certificate.batch_id == batch_id if batch_id else Certificate.campaign_id == campaign_id
        counts: Counter[Step] = Counter(dict.fromkeys(Step, 0))
        rows: list[BehindRow] = list(_stopped(session, chosen, campaign_id, batch_id))
        counts[Step.SELECTED] += len(rows)
        for certificate, trace in _traces(session, meant):
            counts.update(trace.reached())
            rows += _behind(certificate, trace)
    return Reconciliation(counts, tuple(rows))


def _batches(session: Session, campaign_id: str, batch_id: str) -> Sequence[IssueBatch]:
    query = select(IssueBatch).where(IssueBatch.campaign_id == campaign_id).order_by(IssueBatch.issued_at)
    found = session.scalars(query.where(IssueBatch.id == batch_id) if batch_id else query).all()
    if batch_id and not found:
        raise UserError("print.unknown_batch", batch=batch_id)
    return found


def _stopped(session: Session, chosen: Sequence[IssueBatch], campaign_id: str, batch_id: str) -> Iterator[BehindRow]:
    """Who was stopped at the check: of a year only those who have no certificate still, each as it was last."""
    has = set(session.scalars(select(Certificate.participation_id).where(Certificate.campaign_id == campaign_id)))
    last = {str(one["participation"]): one for batch in chosen for one in batch.stopped or ()}
    for participation_id, one in last.items():
        if batch_id or participation_id not in has:
            findings = tuple(error(str(found["code"]), **found["params"]) for found in one["findings"])
            yield BehindRow(Step.NUMBERED, Why.STOPPED, "", str(one["name"]), str(one["company"]), "", findings)


@dataclass(frozen=True)
class _Found:
    """What of a certificate the list shows."""

    number: str
    holder: str
    company_id: str
    reason: str
    withheld: str


def _traces(session: Session, meant: ColumnElement[bool]) -> Iterator[tuple[_Found, Trace]]:
    sheets, withheld = _sheets(session, meant)
    ways = _ways(session, meant)
    rendered = select(PrintLog.id).where(counted_copy()).exists()
    columns = (Certificate.id, Certificate.number, Certificate.holder, Certificate.company_id, Certificate.state)
    query = select(*columns, Certificate.state_reason, rendered).where(meant).order_by(Certificate.serial)
    for found_id, number, holder, company_id, state, reason, made in session.execute(query):
        trace = Trace(CertificateState(state), bool(made), sheets.get(found_id, ()), ways.get(found_id, ()))
        yield _Found(number, holder, company_id, reason, withheld.get(found_id, "")), trace


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


def _ways(session: Session, meant: ColumnElement[bool]) -> dict[str, set[str]]:
    query = select(Dispatch.certificate_id, Dispatch.way)
    ways: dict[str, set[str]] = {}
    for certificate_id, way in session.execute(
        query.join(Certificate, Certificate.id == Dispatch.certificate_id).where(meant)
    ):
        ways.setdefault(certificate_id, set()).add(way)
    return ways


def _behind(found: _Found, trace: Trace) -> Iterable[BehindRow]:
    missing = behind(trace)
    if missing is None:
        return
    step, why = missing
    about = {"number": found.number, "state": trace.state, "text": ""}
    findings = (error(found.withheld, **about),) if why is Why.WITHHELD and found.withheld else ()
    remark = found.reason if why is Why.ENDED else ""
    yield BehindRow(step, why, found.number, found.holder, found.company_id, remark, findings)


def stopped_as_kept(stopped: Iterable[Any]) -> list[dict[str, Any]]:
    """Those whom the check before issue stopped, as the batch keeps them."""
    return [
        {
            "participation": one.participation_id,
            "company": one.company_id,
            "name": one.name,
            "findings": [{"code": found.code, "params": _plain(found.params)} for found in one.findings],
        }
        for one in stopped
    ]


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, str | int | float) else str(value) for name, value in params.items()}


def in_words(row: BehindRow, words: Messages) -> str:
    """Why one is missing, in the reader's language."""
    said = words.text(f"reconcile.{row.why}")
    return " ".join(filter(None, [said, row.remark, *map(words.of, row.findings)]))


def write(found: Reconciliation, title: str, path: Path, words: Messages) -> Path:
    """Writes the counts and everyone who is missing to ``path``, as what its name ends in. Raises UserError."""
    from qc_desktop.exchange.registry import list_writer
    from qc_desktop.exchange.writing.content import ListContent

    columns = tuple(words.text(f"reconcile.column_{name}") for name in ("step", "number", "holder", "why"))
    rows = tuple(
        (words.text(f"reconcile.{row.step}"), row.number, row.holder, in_words(row, words)) for row in found.rows
    )
    list_writer(path.suffix.lstrip(".").lower()).write(
        path, ListContent(title, counted(found, words), columns, rows, dates.now())
    )
    return path


def counted(found: Reconciliation, words: Messages) -> str:
    """The five counts in one line."""
    return words.listed(f"{words.text(f'reconcile.{step}')} {found.counts[step]:,}" for step in Step)
