"""The signed lists: what ended, what was stopped, and what each batch of labels is."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.labels import LabelBatchState
from qc_desktop.storage.tables import Certificate, LabelBatch
from qc_desktop.trust import lists
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.lists import ListKind

STALE_DAYS = 35
"""So long a reader takes a list of what ended for the present one."""


def status(session: Session, signer: Signer, now: dt.datetime, issued: Mapping[str, bytes]) -> bytes:
    """``status.json`` of ``now``: certificates and batches that are not, or not any more, to be relied on.

    ``issued`` are the lists of what revoked keys signed, by key.
    """
    document = {
        "issued": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "next_update": (dates.local(now).date() + dt.timedelta(STALE_DAYS)).isoformat(),
        "ended": list(_ended(session)),
        "stopped": list(_stopped(session)),
        "withdrawn": [{"kid": kid, "sha256": hashlib.sha256(issued[kid]).hexdigest()} for kid in sorted(issued)],
    }
    return lists.sign(document, ListKind.STATUS, signer)


def _ended(session: Session) -> Iterator[dict[str, Any]]:
    newer = aliased(Certificate)
    columns = (Certificate.serial, Certificate.state, Certificate.state_since, newer.number)
    query = select(*columns).outerjoin(newer, newer.replaces_id == Certificate.id)
    for row in session.execute(query.where(Certificate.state != CertificateState.LIVE).order_by(Certificate.serial)):
        by = {"by": row.number} if row.number and row.state == CertificateState.REPLACED else {}
        yield {"serial": row.serial, "state": row.state, "since": _day(row.state_since), **by}


def _stopped(session: Session) -> Iterator[dict[str, Any]]:
    stopped = select(LabelBatch.number, LabelBatch.state_since).where(LabelBatch.state == LabelBatchState.STOPPED)
    for row in session.execute(stopped.order_by(LabelBatch.number)):
        yield {"batch": row.number, "since": _day(row.state_since)}


def _day(moment: dt.datetime) -> str:
    return dates.local(moment).date().isoformat()


def batches(session: Session, signer: Signer) -> Iterator[tuple[str, bytes]]:
    """What each batch of labels is, as it was frozen; ``codes`` where its labels have some below a coating."""
    columns = (LabelBatch.number, LabelBatch.record, LabelBatch.hidden_codes)
    for row in session.execute(select(*columns).order_by(LabelBatch.number)):
        has_codes = {"codes": True} if row.hidden_codes else {}
        document = {"batch": row.number, "record": json.loads(row.record), **has_codes}
        yield f"batches/{row.number}.json", lists.sign(document, ListKind.BATCH, signer)
