"""寄送: which certificates went out, by which way, under which number; from a list, or noted by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.dispatch import DispatchDraft, Way, to_dispatch
from qc_desktop.domain.findings import Finding, errors, warning
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.exchange.dispatch_list import WHOSE, map_columns, passed_over, read_dispatches, read_pasted
from qc_desktop.exchange.reading.lists import records
from qc_desktop.exchange.reading.table import Table
from qc_desktop.messages import Messages
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.certificates.addressees import Addressees
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import by_number
from qc_desktop.storage.history import insert_many
from qc_desktop.storage.tables import Certificate, Dispatch
from qc_desktop.storage.types import new_id

STEP = "dispatch"
_EVERY = 500


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    KNOWN = "known"
    ERROR = "error"


@dataclass(frozen=True)
class PlannedDispatch:
    """One row of a list: whose certificate it means, what it says, and what is wrong with it."""

    row: int
    fate: Fate
    number: str
    holder: str
    draft: DispatchDraft
    findings: tuple[Finding, ...] = ()
    certificate_id: str = ""


@dataclass(frozen=True)
class DispatchPlan:
    """What a list would do; ``unused`` are headers of columns that mean nothing here."""

    source: str
    rows: tuple[PlannedDispatch, ...]
    unused: tuple[str, ...] = ()

    def of(self, fate: Fate) -> tuple[PlannedDispatch, ...]:
        """The rows with that fate."""
        return tuple(row for row in self.rows if row.fate is fate)


@dataclass(frozen=True)
class DispatchRow:
    """A dispatch as a list shows it."""

    id: str
    number: str
    holder: str
    way: Way
    carrier: str
    tracking_no: str
    sent_on: dt.date | None
    remark: str


def plan_file(office: Office, path: Path, sheet: str | None = None) -> Job[DispatchPlan]:
    """What the list in ``path`` would do; nothing is written. Raises UserError for a file that cannot be read."""
    yield Progress(STEP, 0, 1)
    return (yield from _planning(office, read_dispatches(path, sheet)))


def plan_pasted(office: Office, text: str) -> Job[DispatchPlan]:
    """As :func:`plan_file`, for rows copied from a spreadsheet."""
    yield Progress(STEP, 0, 1)
    return (yield from _planning(office, read_pasted(text)))


def _planning(office: Office, table: Table) -> Job[DispatchPlan]:
    mapping = map_columns(table.headers)
    if not set(mapping.values()) & set(WHOSE):
        raise UserError("dispatch.no_header", path=table.source)
    rows = list(records(table, mapping))
    with office.store.reading() as session:
        register = Addressees.load(session, [row for _, row in rows], office.today)
        noted = _noted(session, register.ids)
    planned: list[PlannedDispatch] = []
    for done, (number, row) in enumerate(rows, 1):
        planned.append(_plan_row(register, noted, number, row))
        if done % _EVERY == 0:
            yield Progress(STEP, done, len(table.rows))
    yield Progress(STEP, len(table.rows), len(table.rows))
    return DispatchPlan(table.source, tuple(planned), passed_over(table))


def _plan_row(
    register: Addressees, noted: set[tuple[str, str, str]], number: int, row: Mapping[str, Any]
) -> PlannedDispatch:
    draft, findings = to_dispatch(row)
    found = register.meant(row, findings)
    if found is None or errors(findings):
        shown = str(row.get("number") or row.get("name") or row.get("uscc") or "")
        holder = found.holder if found else str(row.get("name") or "")
        return PlannedDispatch(number, Fate.ERROR, found.number if found else shown, holder, draft, tuple(findings))
    key = (found.id, draft.way.value, draft.tracking_no)
    fate = Fate.KNOWN if key in noted else Fate.NEW
    noted.add(key)
    if not found.is_live:
        findings.append(warning("dispatch.ended", "number", found.number))
    return PlannedDispatch(number, fate, found.number, found.holder, draft, tuple(findings), found.id)


def _noted(session: Session, certificate_ids: Iterable[str]) -> set[tuple[str, str, str]]:
    """What is noted already: certificate, way, tracking number."""
    noted: set[tuple[str, str, str]] = set()
    columns = select(Dispatch.certificate_id, Dispatch.way, Dispatch.tracking_no)
    for part in in_chunks(list(certificate_ids)):
        found = session.execute(columns.where(Dispatch.certificate_id.in_(part)))
        noted |= {(certificate_id, way, tracking) for certificate_id, way, tracking in found}
    return noted


def commit(office: Office, plan: DispatchPlan) -> int:
    """Notes the new rows of ``plan`` as one step that can be undone; returns how many. Raises UserError for none."""
    rows = plan.of(Fate.NEW)
    if not rows:
        raise UserError("dispatch.nothing_new", rows=len(plan.rows))
    with office.writing("dispatch_import", count=len(rows), file=plan.source) as work:
        noted = _noted(work.session, {row.certificate_id for row in rows})
        fresh = [row for row in rows if (row.certificate_id, row.draft.way.value, row.draft.tracking_no) not in noted]
        insert_many(work.session, Dispatch, [_values(row.certificate_id, row.draft) for row in fresh])
        return len(fresh)


def _values(certificate_id: str, draft: DispatchDraft) -> dict[str, Any]:
    return {"id": new_id(), "certificate_id": certificate_id, **asdict(draft), "way": draft.way.value}


def draft_of(row: Mapping[str, str], sent_on: dt.date | None) -> DispatchDraft:
    """What a person said of a dispatch by field. Raises UserError for a text that is too long."""
    draft, findings = to_dispatch({**row, "sent_on": sent_on or ""})
    if wrong := errors(findings):
        raise UserError(wrong[0].code, **wrong[0].params)
    return draft


def note(office: Office, numbers: Sequence[str], draft: DispatchDraft) -> int:
    """Notes by hand that ``numbers`` went out so; what is noted already stays. Returns how many are new.

    Raises UserError for none and for an unknown number.
    """
    if not numbers:
        raise UserError("certificate.nothing_selected")
    with office.writing("dispatch_note", count=len(numbers), way=draft.way.value) as work:
        ids = [_id_of(work.session, number) for number in dict.fromkeys(numbers)]
        noted = _noted(work.session, ids)
        fresh = [found for found in ids if (found, draft.way.value, draft.tracking_no) not in noted]
        insert_many(work.session, Dispatch, [_values(found, draft) for found in fresh])
        return len(fresh)


def _id_of(session: Session, number: str) -> str:
    certificate = by_number(session, number)
    if certificate is None:
        raise UserError("certificate.unknown", number=number)
    return certificate.id


def remove(office: Office, ids: Sequence[str]) -> int:
    """Takes wrong entries away; this can be undone. Returns how many. Raises UserError for one that is not there."""
    with office.writing("dispatch_remove", count=len(ids)) as work:
        for entry_id in ids:
            row = work.session.get(Dispatch, entry_id)
            if row is None:
                raise UserError("store.changed_meanwhile")
            work.session.delete(row)
        return len(ids)


def count(office: Office, text: str = "") -> int:
    """How many dispatches ``text`` finds: part of a certificate's number, a tracking number, or a company's name."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(_found(text).subquery())) or 0


def page(office: Office, text: str = "", offset: int = 0, limit: int = 128) -> list[DispatchRow]:
    """The dispatches that ``text`` finds from ``offset`` on, the newest first."""
    with office.store.reading() as session:
        query = _found(text).order_by(Dispatch.id.desc()).offset(offset).limit(limit)
        return [_row(entry, number, holder) for entry, number, holder in session.execute(query)]


def of_certificate(office: Office, number: str) -> list[DispatchRow]:
    """How certificate ``number`` went out, newest first."""
    with office.store.reading() as session:
        query = _all().where(Certificate.number == number).order_by(Dispatch.id.desc())
        return [_row(entry, found, holder) for entry, found, holder in session.execute(query)]


def newest(session: Session, certificate_ids: Sequence[str]) -> dict[str, DispatchRow]:
    """The newest dispatch of each of ``certificate_ids`` that has one."""
    found: dict[str, DispatchRow] = {}
    for part in in_chunks(certificate_ids):
        query = _all().where(Dispatch.certificate_id.in_(part)).order_by(Dispatch.id)
        found |= {entry.certificate_id: _row(entry, number, holder) for entry, number, holder in session.execute(query)}
    return found


def _all() -> Select[Dispatch, str, str]:
    return select(Dispatch, Certificate.number, Certificate.holder).join(
        Certificate, Certificate.id == Dispatch.certificate_id
    )


def _found(text: str) -> Select[Dispatch, str, str]:
    typed = text.strip()
    if not typed:
        return _all()
    columns = (Certificate.number, Certificate.holder, Dispatch.tracking_no)
    return _all().where(or_(*(column.icontains(typed, autoescape=True) for column in columns)))


def _row(entry: Dispatch, number: str, holder: str) -> DispatchRow:
    return DispatchRow(
        id=entry.id,
        number=number,
        holder=holder,
        way=Way(entry.way),
        carrier=entry.carrier,
        tracking_no=entry.tracking_no,
        sent_on=entry.sent_on,
        remark=entry.remark,
    )


def in_words(row: DispatchRow, words: Messages) -> str:
    """A dispatch in one line: 快递 顺丰 SF123 2026-03-20."""
    day = row.sent_on.isoformat() if row.sent_on else ""
    return " ".join(filter(None, [words.text(f"dispatch.{row.way}"), row.carrier, row.tracking_no, day]))
