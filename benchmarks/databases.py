"""Large invented records, quickly: ``python -m benchmarks.databases FOLDER [--companies N] [--years Y]``.

The folder becomes a profile that every command and the window can open. Rows are written in bulk, past the history
but for the reviews of the last two years; certificates can be drawn, all as one sample is, and hold no signature.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.certificates_samples import LAYOUT, sheets
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.paths import Profile
from qc_desktop.services import demo
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates.numbering import keep_template
from qc_desktop.services.companies.editing import fill
from qc_desktop.services.office import Office, open_office
from qc_desktop.storage import search_index
from qc_desktop.storage.tables import (
    Certificate,
    Change,
    Command,
    Company,
    IssueBatch,
    Participation,
)
from qc_desktop.storage.types import new_id

LAST_YEAR = 2026
_CHUNK = 10_000
_PAST = (*[Stage.ANNOUNCED] * 90, *[Stage.WITHDRAWN] * 3, *[Stage.DECLINED] * 6, Stage.REVOKED)
_NOW = (
    *[Stage.ANNOUNCED] * 50,
    *[Stage.PLEDGED] * 10,
    *[Stage.MATERIAL_REVIEW] * 15,
    *[Stage.RETURNED_FOR_CORRECTION] * 3,
    *[Stage.APPLIED] * 10,
    *[Stage.INVITED] * 12,
)


@dataclass(frozen=True)
class Size:
    """How much to make: ``certificate_years`` and ``review_years`` are the last years that have such rows."""

    companies: int = 100_000
    years: int = 20
    share: float = 0.95
    certificate_years: int = 3
    review_years: int = 2


def build(folder: Path, size: Size) -> Office:
    """Fills the new profile ``folder``; the same size gives the same records, but for ids."""
    office = open_office(Profile(folder), "示例员")
    dice = random.Random(315)
    with office.store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        raw.execute("PRAGMA synchronous=OFF")
    ids = _companies(office, size.companies)
    first = LAST_YEAR - size.years + 1
    for year in range(first, LAST_YEAR + 1):
        draft = replace(years.suggestion(office, year), announcement_no=f"{year}年第12号", edition=year - 1999)
        campaign = years.open_year(office, draft).id
        taking_part = [row for row in ids if dice.random() < size.share]
        rows = list(_participations(campaign, year, taking_part, dice))
        _insert(office, Participation, rows)
        if year > LAST_YEAR - size.certificate_years:
            _certificates(office, campaign, year, rows)
        if year > LAST_YEAR - size.review_years:
            _reviews(office, year, rows, dice)
    with office.store.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    return office


def _insert(office: Office, table: type, rows: Sequence[Mapping[str, Any]]) -> None:
    with office.store.engine.begin() as connection:
        for start in range(0, len(rows), _CHUNK):
            connection.execute(table.__table__.insert(), rows[start : start + _CHUNK])  # type: ignore[attr-defined]


def _companies(office: Office, count: int) -> list[str]:
    ids = []
    drafts = demo._companies(count)
    for start in range(0, count, _CHUNK):
        rows = []
        for draft, _ in drafts[start : start + _CHUNK]:
            company = Company(id=new_id(), name="", name_key="", former_names=[], contacts=[])
            said = replace(draft, contact_person="", contact_phone="", address=f"{draft.province}示例路 1 号")
            fill(company, said, overwrite=False)
            named = {key: value for key, value in vars(company).items() if key in Company.__table__.columns}
            rows.append({"row_version": 1, **named})
        with office.store.engine.begin() as connection:
            connection.execute(Company.__table__.insert(), rows)  # type: ignore[attr-defined]
            search_index.reindex(connection, [row["id"] for row in rows])
        ids += [row["id"] for row in rows]
    return ids


def _participations(
    campaign: str, year: int, company_ids: Sequence[str], dice: random.Random
) -> Iterator[dict[str, Any]]:
    stages = _NOW if year == LAST_YEAR else _PAST
    for company_id in company_ids:
        yield {
            "id": new_id(),
            "row_version": 1,
            "company_id": company_id,
            "campaign_id": campaign,
            "stage": dice.choice(stages).value,
            "stage_reason": "",
            "stage_since": dt.datetime(year, 2, 1, tzinfo=dt.UTC) + dt.timedelta(days=dice.randrange(40)),
        }


def _certificates(office: Office, campaign: str, year: int, rows: Sequence[Mapping[str, Any]]) -> None:
    with Session(office.store.engine) as session, session.begin():
        keep_template(session, LAYOUT)
    (sample,) = sheets(1)
    issued_at = dt.datetime(year, 3, 15, tzinfo=dt.UTC)
    holders = [row for row in rows if row["stage"] == Stage.ANNOUNCED]
    batch = {"id": new_id(), "campaign_id": campaign, "kind": LAYOUT.kind, "staff": "示例员"}
    _insert(office, IssueBatch, [batch | {"issued_at": issued_at, "size": len(holders)}])
    common = {
        "kind": batch["kind"], "campaign_id": campaign, "batch_id": batch["id"], "holder": "示例企业", "uscc": "",
        "issued_on": issued_at.date(), "expires_on": dt.date(year + 1, 3, 14), "record_hash": "",
        "record": sample.attachment.decode(), "template_sha256": LAYOUT.sha256,
        "link_prefix": sample.qr_prefix, "payload": sample.qr_digits, "key_id": "", "state_reason": "",
        "state": CertificateState.LIVE.value, "state_since": issued_at, "replaces_id": None,
    }  # fmt: skip
    _insert(
        office,
        Certificate,
        [
            common
            | {
                "id": new_id(),
                "number": f"QC-{year}-315-{place:06}",
                "serial": 1_0000_000000 + year * 1_000_000 + place,
                "position": place,
                "company_id": row["company_id"],
                "participation_id": row["id"],
            }
            for place, row in enumerate(holders, 1)
        ],
    )


def _reviews(office: Office, year: int, rows: Sequence[Mapping[str, Any]], dice: random.Random) -> None:
    """The history of approvals, fifty to a command, from January to March."""
    passed = [row["id"] for row in rows if row["stage"] in (Stage.ANNOUNCED, Stage.PLEDGED)]
    days = sorted(dice.triangular(0, 75, 50) for _ in range(0, len(passed), 50))
    began = dt.datetime(year, 1, 4, 2, tzinfo=dt.UTC)
    with office.store.engine.begin() as connection:
        for place, day in enumerate(days):
            at = began + dt.timedelta(days=day)
            made = connection.execute(
                Command.__table__.insert().values(  # type: ignore[attr-defined]
                    name="stage_change", params={"to": "pledged"}, at=at, staff="示例员", pc="示例", undoable=True
                )
            )
            connection.execute(
                Change.__table__.insert(),  # type: ignore[attr-defined]
                [
                    {
                        "command_seq": made.inserted_primary_key[0],
                        "table_name": "participation",
                        "row_id": row_id,
                        "before": {"stage": "material_review"},
                        "after": {"stage": "pledged"},
                    }
                    for row_id in passed[place * 50 : place * 50 + 50]
                ],
            )


def main() -> None:
    """Makes a profile and says how long that took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--companies", type=int, default=Size.companies)
    options.add_argument("--years", type=int, default=Size.years)
    given = options.parse_args()
    began = time.perf_counter()
    office = build(given.folder, Size(given.companies, given.years))
    megabytes = office.profile.database.stat().st_size / 1e6
    office.close()
    print(
        f"{given.companies:,} companies × {given.years} years: {time.perf_counter() - began:.0f} s, {megabytes:.0f} MB"
    )


if __name__ == "__main__":
    main()
