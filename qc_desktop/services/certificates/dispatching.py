"""寄送: which certificates went out, by which way, under which number; from a list, or noted by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from qc_desktop.domain.dispatch import DispatchDraft, to_dispatch, unusual_lengths, wrong_day
from qc_desktop.domain.findings import Finding, errors, warning
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.exchange.dispatch_list import WHOSE, map_columns, passed_over, read_dispatches, read_pasted
from qc_desktop.exchange.reading.lists import records
from qc_desktop.exchange.reading.table import Table
from qc_desktop.services.certificates.addressees import Addressees
from qc_desktop.services.certificates.dispatches import instead_of, noted_already, values_of
from qc_desktop.services.office import Office
from qc_desktop.storage.history import insert_many
from qc_desktop.storage.tables import Dispatch

STEP = "dispatch"
_EVERY = 500


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    KNOWN = "known"
    REPEATED = "repeated"
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

    @property
    def doubtful(self) -> tuple[PlannedDispatch, ...]:
        """The rows that will be noted and of which something is remarked all the same."""
        return tuple(row for row in self.of(Fate.NEW) if row.findings)


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
        noted = noted_already(session, register.ids)
    planned: list[PlannedDispatch] = []
    seen = _Seen()
    for done, (number, row) in enumerate(rows, 1):
        planned.append(seen.looked_at(_plan_row(register, noted, number, row, office.today)))
        if done % _EVERY == 0:
            yield Progress(STEP, done, len(table.rows))
    yield Progress(STEP, len(table.rows), len(table.rows))
    return DispatchPlan(table.source, tuple(_measured(planned)), passed_over(table))


def _measured(rows: Sequence[PlannedDispatch]) -> Iterator[PlannedDispatch]:
    """``rows``, with a remark at tracking numbers that have lost or gained characters beside the others."""
    new = [row for row in rows if row.fate is Fate.NEW and row.draft.tracking_no]
    unusual = unusual_lengths((row.draft.carrier, row.draft.tracking_no) for row in new)
    for row in rows:
        tracking = row.draft.tracking_no
        usual = unusual.get((row.draft.carrier, tracking)) if row.fate is Fate.NEW else None
        if usual is None:
            yield row
            continue
        odd = warning("dispatch.unusual_length", "tracking_no", tracking, length=len(tracking), usual=usual)
        yield replace(row, findings=(*row.findings, odd))


class _Seen:
    """What stood in earlier rows of a list: a certificate sent twice, one tracking number for two of them."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str, str], int] = {}
        self._numbers: dict[str, str] = {}
        self._owners: dict[str, str] = {}

    def looked_at(self, row: PlannedDispatch) -> PlannedDispatch:
        """``row`` with what is odd about it beside the rows before; a person decides."""
        tracking = row.draft.tracking_no
        if row.fate is not Fate.NEW:
            return row
        first = self._rows.setdefault((row.certificate_id, row.draft.way.value, tracking), row.row)
        if first != row.row:
            repeated = warning("dispatch.repeated_row", "number", row.number, row=first)
            return replace(row, fate=Fate.REPEATED, findings=(*row.findings, repeated))
        odd: list[Finding] = []
        if self._numbers.setdefault(row.certificate_id, tracking) != tracking:
            odd.append(warning("dispatch.twice", "number", row.number, number=row.number))
        if tracking and self._owners.setdefault(tracking, row.holder) != row.holder:
            other = self._owners[tracking]
            odd.append(warning("dispatch.shared", "tracking_no", tracking, tracking=tracking, other=other))
        return replace(row, findings=(*row.findings, *odd)) if odd else row


def _plan_row(
    register: Addressees, noted: set[tuple[str, str, str]], number: int, row: Mapping[str, Any], today: dt.date
) -> PlannedDispatch:
    draft, findings = to_dispatch(row)
    found = register.meant(row, draft.sent_on, findings)
    if found is not None:
        findings += wrong_day(draft.sent_on, found.issued_on, today, found.number, found.holder)
    if found is None or errors(findings):
        shown, whose = (str(row.get(field) or "") for field in ("number", "name"))
        holder = found.holder if found else whose or str(row.get("uscc") or "")
        return PlannedDispatch(number, Fate.ERROR, found.number if found else shown, holder, draft, tuple(findings))
    key = (found.id, draft.way.value, draft.tracking_no)
    fate = Fate.KNOWN if key in noted else Fate.NEW
    if not found.is_live:
        now = instead_of(register.in_force[found.id])
        findings.append(warning("dispatch.ended", "number", found.number, ended=f"{found.ended_on}", now=now))
    return PlannedDispatch(number, fate, found.number, found.holder, draft, tuple(findings), found.id)


def commit(office: Office, plan: DispatchPlan) -> int:
    """Notes the new rows of ``plan`` as one step that can be undone; returns how many. Raises UserError for none."""
    rows = plan.of(Fate.NEW)
    if not rows:
        raise UserError("dispatch.nothing_new", rows=len(plan.rows))
    with office.writing("dispatch_import", count=len(rows), file=plan.source) as work:
        noted = noted_already(work.session, {row.certificate_id for row in rows})
        fresh = [row for row in rows if (row.certificate_id, row.draft.way.value, row.draft.tracking_no) not in noted]
        insert_many(work.session, Dispatch, [values_of(row.certificate_id, row.draft) for row in fresh])
        return len(fresh)
