"""What the records say, held against what the register tells of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Row, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.labels import LabelBatchState
from qc_desktop.services.ledger.asks import Ask
from qc_desktop.services.ledger.told_by_events import Told
from qc_desktop.storage.tables import Certificate, LabelBatch, PrintLog, Roster
from qc_desktop.trust.digits import from_digits
from qc_desktop.trust.payload import CertificatePayload, decode
from qc_desktop.trust.refusal import RefusedError

_OF_RECORD = {"number": "number", "holder": "holder", "uscc": "uscc", "kind": "kind", "template": "template_sha256"}
"""What of a record stands in a column of its own."""


def asks(told: Told) -> Iterator[Ask]:
    """Certificates, batches of labels and rosters, and how each is looked at. What was found is taken out of ``told``:
    what is left at the end is lost."""
    certificates = select(Certificate.serial, *(c for c in Certificate.__table__.c if c.name != "serial"))
    batches = select(LabelBatch.number, LabelBatch.record, LabelBatch.record_hash, LabelBatch.state, LabelBatch.count)
    rosters = select(Roster.id, Roster.sha256, Roster.version, type_coerce(Roster.entries, Text).label("written"))
    yield Ask(certificates, Certificate.serial, partial(_certificates, told))
    yield Ask(batches, LabelBatch.number, partial(_batches, told))
    yield Ask(rosters, Roster.id, partial(_rosters, told), at_once=1)


def lost(told: Told) -> list[Finding]:
    """What the register tells of and the records do not have."""
    certificates = [error("ledger.certificate_lost", number=number) for number in told.issued]
    batches = [error("ledger.batch_lost", batch=number) for number in told.batches]
    return certificates + batches + [error("ledger.roster_lost", year=year) for year in told.rosters.values()]


def unlogged(session: Session, told: Told) -> list[Finding]:
    """Copies that were made, whose lines in the print log somebody took away: the quota would count without them."""
    logged = session.scalar(select(func.count()).select_from(PrintLog)) or 0
    return [error("ledger.copies_gone", count=told.copies - logged)] if logged < told.copies else []


def _certificates(told: Told, rows: list[Row[Any]]) -> list[Finding]:
    found = []
    for row in rows:
        said = told.issued.pop(row.number, {})
        is_listed = (said.get("record_hash"), said.get("serial")) == (row.record_hash, row.serial)
        if not (is_listed and _is_whole(row) and _is_its_payload(row)):
            found.append(error("ledger.certificate_differs", number=row.number))
        elif told.ended.get(row.number, CertificateState.LIVE) != row.state:
            found.append(error("ledger.state_differs", number=row.number))
    return found


def _is_whole(row: Row[Any]) -> bool:
    """Whether the record is the one that was hashed, and the columns say what it says."""
    if hashlib.sha256(row.record.encode()).hexdigest() != row.record_hash:
        return False
    record = json.loads(row.record)
    days = {"issued": row.issued_on, "expires": row.expires_on}
    columns = {name: getattr(row, column) for name, column in _OF_RECORD.items()}
    columns |= {name: day.isoformat() if day else "" for name, day in days.items()}
    return all(record.get(name, "") == value for name, value in columns.items())


def _is_its_payload(row: Row[Any]) -> bool:
    """Whether the code that is printed speaks of this certificate and its record."""
    try:
        signed = decode(from_digits(row.payload))
    except RefusedError:
        return False
    said = signed.payload
    return (
        isinstance(said, CertificatePayload)
        and (int(said.serial), said.uscc, signed.kid.hex()) == (row.serial, row.uscc, row.key_id)
        and row.record_hash.startswith(said.record_hash.hex())
    )


def _batches(told: Told, rows: list[Row[Any]]) -> list[Finding]:
    found = []
    for row in rows:
        said = told.batches.pop(str(row.number), None)
        hashed = hashlib.sha256(row.record.encode()).hexdigest()
        is_stopped = row.state == LabelBatchState.STOPPED
        if said is None or not said["record_hash"] == row.record_hash == hashed or said["count"] != row.count:
            found.append(error("ledger.batch_differs", batch=row.number))
        elif is_stopped is not (str(row.number) in told.stopped):
            found.append(error("ledger.batch_state_differs", batch=row.number))
    return found


def _rosters(told: Told, rows: list[Row[Any]]) -> list[Finding]:
    found = []
    for row in rows:
        hashed = hashlib.sha256(row.written.encode()).hexdigest()
        if told.rosters.pop((row.sha256, row.version), None) is None or hashed != row.sha256:
            found.append(error("ledger.roster_differs", version=row.version))
    return found
