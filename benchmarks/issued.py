"""Records with very many certificates that were really issued: ``python -m benchmarks.issued FOLDER [--count N]``.

Each is hashed, signed and registered, and stands in the ledger, as issuing does it; but the rows are written in bulk.
"""

from __future__ import annotations

import argparse
import datetime as dt
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.certificates_samples import LAYOUT, sheets
from benchmarks.databases import Size, _insert, build
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState, Serial
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.ledger_entries import opened
from qc_desktop.domain.records import canonical, written_hash
from qc_desktop.services import preferences, vault
from qc_desktop.services.certificates.numbering import keep_template
from qc_desktop.services.ledger import heads
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Campaign, Certificate, Company, Event, IssueBatch, LedgerLeaf, Participation
from qc_desktop.storage.types import new_id
from qc_desktop.trust.digits import to_digits
from qc_desktop.trust.fields import cut_name
from qc_desktop.trust.keys import OpenKeys
from qc_desktop.trust.payload import CertificatePayload, sign

PASSPHRASE = "示例-benchmark-2026"
PREFIX = "https://verify.example/#"
YEARS = 5
_A_YEAR = 0.78
"""Of the companies so many are announced in a year, over all years."""


def issued(folder: Path, wanted: int) -> tuple[Office, OpenKeys]:
    """The new profile ``folder`` with about ``wanted`` certificates over YEARS years, and its keys."""
    companies = round(wanted / YEARS / _A_YEAR)
    office = build(folder, Size(companies, YEARS, certificate_years=0, review_years=0))
    preferences.change(office, {"association_name": "示例质量检验协会", "verification_prefix": PREFIX})
    keys = vault.unlock(office, PASSPHRASE)
    with Session(office.store.engine) as session, session.begin():
        keep_template(session, LAYOUT)
    with office.store.reading() as session:
        campaigns = [(row.id, row.campaign_year) for row in session.scalars(select(Campaign))]
    for campaign_id, year in sorted(campaigns, key=lambda campaign: campaign[1]):
        _issue(office, keys, campaign_id, year)
    with heads.writing("ledger_override", office, keys):
        pass
    return office, keys


def _issue(office: Office, keys: OpenKeys, campaign_id: str, year: int) -> None:
    at = dt.datetime(year, 3, 15, tzinfo=dt.UTC)
    batch = {"id": new_id(), "campaign_id": campaign_id, "kind": LAYOUT.kind, "staff": "示例员", "issued_at": at}
    with office.writing("certificates_issue", undoable=False) as work:
        command = work.command.seq
    with office.store.reading() as session:
        place = count(heads.size(office))
        seq = count((session.scalar(select(Event.seq).order_by(Event.seq.desc()).limit(1)) or 0) + 1)
        rows = session.execute(_announced(campaign_id)).all()
    _insert(office, IssueBatch, [{**batch, "size": len(rows)}])
    papers, events, leaves = [], [], []
    for paper in _papers(keys, campaign_id, str(batch["id"]), at, rows):
        what = {"record_hash": paper["record_hash"], "serial": paper["serial"], "batch": batch["id"]}
        event = {"seq": next(seq), "command_seq": command, "kind": EventKind.CERTIFICATE_ISSUED.value, "at": at}
        event |= {"staff": "示例员", "pc": "示例", "subject": paper["number"], "data": what, "salt": new_id()}
        said = opened(event["salt"], event["kind"], at, paper["number"], what, "示例员", "示例")
        papers.append(paper)
        events.append(event)
        leaves.append({"place": next(place), "entry": said.entry, "event_seq": event["seq"]})
    for table, found in ((Certificate, papers), (Event, events), (LedgerLeaf, leaves)):
        _insert(office, table, found)


def _announced(campaign_id: str) -> Any:
    return (
        select(Participation.id, Participation.company_id, Company.name, Company.uscc)
        .join(Company, Company.id == Participation.company_id)
        .where(Participation.campaign_id == campaign_id, Participation.stage == Stage.ANNOUNCED)
    )


def _papers(keys: OpenKeys, campaign_id: str, batch: str, at: dt.datetime, rows: Any) -> Iterator[dict[str, Any]]:
    (sample,) = sheets(1)
    expires = dt.date(at.year + 1, 3, 14)
    for sequence, row in enumerate(rows, 1):
        serial, number = Serial(1, at.year, sequence), f"QC-{at.year}-315-{sequence:06}"
        days = {"issued": at.date().isoformat(), "expires": expires.isoformat()}
        record = {**sample.record, "number": number, "holder": row.name, "uscc": row.uscc, **days}
        written = canonical(record)
        digest = written_hash(written)
        code = CertificatePayload(serial, at.date(), expires, row.uscc, digest[:16], cut_name(row.name, 69))
        yield {
            "id": new_id(), "number": number, "serial": int(serial), "kind": LAYOUT.kind, "company_id": row.company_id,
            "participation_id": row.id, "campaign_id": campaign_id, "batch_id": batch, "position": sequence,
            "holder": row.name, "uscc": row.uscc, "issued_on": at.date(), "expires_on": expires,
            "record": written.decode(), "record_hash": digest.hex(), "template_sha256": LAYOUT.sha256,
            "link_prefix": PREFIX, "payload": to_digits(sign(code, keys.payload)), "key_id": keys.payload.kid.hex(),
            "replaces_id": None, "state": CertificateState.LIVE.value, "state_reason": "", "state_since": at,
        }  # fmt: skip


def main() -> None:
    """Makes a profile and says how long that took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--count", type=int, default=100_000)
    given = options.parse_args()
    began = time.perf_counter()
    office, _ = issued(given.folder, given.count)
    size = heads.size(office)
    office.close()
    print(f"{size:,} entries of the ledger: {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
