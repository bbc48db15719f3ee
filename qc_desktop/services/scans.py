"""扫描件: papers of companies, kept as files named by their SHA-256 below the profile."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.scans import SIZE_LIMIT, MediaType, ScanKind, media_type
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.files import ensure_folder, write_atomic
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import survivor_of
from qc_desktop.storage.tables import Campaign, Company, Participation, Scan

if TYPE_CHECKING:
    from qc_desktop.documents.outside.scans import ScanCheck

LONGEST_NAME = 200


@dataclass(frozen=True)
class Paper:
    """A file about to be attached: its bytes where it was pasted, else where it lies."""

    name: str
    path: Path | None = None
    content: bytes = b""


@dataclass(frozen=True)
class ScanRow:
    """A scan as lists show it; ``year`` is that of its campaign, 0 where it belongs to the company alone."""

    id: str
    company_id: str
    participation_id: str
    kind: ScanKind
    file_name: str
    media_type: MediaType
    sha256: str
    size: int
    added_at: dt.datetime
    year: int = 0


@dataclass(frozen=True)
class Added:
    """How it went: the new rows, names of files that were attached before, and those refused with the reason."""

    rows: tuple[ScanRow, ...]
    already: tuple[str, ...] = ()
    refused: tuple[tuple[str, UserError], ...] = ()


def paper(path: Path) -> Paper:
    """The file at ``path``."""
    return Paper(path.name, path)


def add(
    office: Office,
    company_id: str,
    papers: Sequence[Paper],
    campaign_id: str = "",
    kind: ScanKind = ScanKind.PLEDGE_LETTER,
) -> Job[Added]:
    """Attaches ``papers`` to the company, and to its participation in the campaign where it takes part.

    Every file is copied and checked in a process of its own first; what cannot be used is refused by name and the
    others are taken. One command, one undo step; undoing leaves the copies, which are harmless and found again.
    """
    from qc_desktop.documents.outside.scans import ScanCheck

    kept: list[tuple[str, bytes, str, MediaType]] = []
    refused: list[tuple[str, UserError]] = []
    with ScanCheck() as check:
        for done, one in enumerate(papers):
            yield Progress("scan", done, len(papers))
            try:
                kept.append(_keep(office, one, check))
            except UserError as problem:
                refused.append((one.name, problem))
    if not kept:
        return Added((), (), tuple(refused))
    with office.writing("scan_add", company=company_id, count=len(kept)) as work:
        company_id = survivor_of(work.session, company_id)
        if work.session.get(Company, company_id) is None:
            raise UserError("company.gone")
        participation = _participation(work.session, company_id, campaign_id)
        held = {row.sha256 for row in _rows(work.session, company_id) if row.participation_id == (participation or "")}
        fresh: list[Scan] = []
        for name, content, digest, media in kept:
            if digest not in held:
                held.add(digest)
                fresh.append(_row(company_id, participation, kind, name, media, digest, len(content), work.command.at))
        work.session.add_all(fresh)
        work.session.flush()
        rows = tuple(_shown(scan, 0) for scan in fresh)
        taken = {scan.sha256 for scan in fresh}
        already = tuple(name for name, _, digest, _ in kept if digest not in taken)
    return Added(rows, already, tuple(refused))


def _keep(office: Office, one: Paper, check: ScanCheck) -> tuple[str, bytes, str, MediaType]:
    """The file's name, content, SHA-256 and kind, after it was copied into the profile and found sound."""
    content = _read(one)
    media = media_type(content[:16])
    if media is None:
        raise UserError("scan.kind", name=one.name)
    digest = hashlib.sha256(content).hexdigest()
    target = office.profile.scans / digest
    ensure_folder(office.profile.scans)
    before = _content_of(target)
    if before != content:  # new, lost since or damaged since
        write_atomic(target, content)
    try:
        check.pages(target, media, one.name)
    except UserError:
        if before is None:
            target.unlink(missing_ok=True)
        raise
    return one.name, content, digest, media


def _read(one: Paper) -> bytes:
    content = one.content
    if one.path is not None:
        try:
            if one.path.stat().st_size > SIZE_LIMIT:
                raise UserError("scan.too_large", name=one.name, limit=SIZE_LIMIT // 1_000_000)
            content = one.path.read_bytes()
        except OSError as problem:
            raise UserError("scan.no_file", name=one.name) from problem
    if len(content) > SIZE_LIMIT:
        raise UserError("scan.too_large", name=one.name, limit=SIZE_LIMIT // 1_000_000)
    if not content:
        raise UserError("scan.kind", name=one.name)
    return content


def _content_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _participation(session: Session, company_id: str, campaign_id: str) -> str | None:
    query = select(Participation.id).where(
        Participation.company_id == company_id, Participation.campaign_id == campaign_id
    )
    return session.scalars(query).first()


def _row(
    company_id: str,
    participation_id: str | None,
    kind: ScanKind,
    name: str,
    media: MediaType,
    digest: str,
    size: int,
    at: dt.datetime,
) -> Scan:
    return Scan(
        company_id=company_id,
        participation_id=participation_id,
        kind=kind.value,
        file_name=clean(name)[-LONGEST_NAME:],
        media_type=media.value,
        sha256=digest,
        size=size,
        added_at=at,
    )


def of_company(office: Office, company_id: str) -> list[ScanRow]:
    """All scans of a company, those of the newest year first, then the newest."""
    with office.store.reading() as session:
        return sorted(
            _rows(session, survivor_of(session, company_id)),
            key=lambda row: (row.year, row.added_at, row.id),
            reverse=True,
        )


def of_participation(office: Office, participation_id: str) -> list[ScanRow]:
    """The scans to review: this year's in the order they came, then the company's own that belong to no year."""
    with office.store.reading() as session:
        found = session.get(Participation, participation_id)
        rows = _rows(session, found.company_id) if found is not None else []
    meant = [row for row in rows if row.participation_id in (participation_id, "")]
    return sorted(meant, key=lambda row: (not row.participation_id, row.added_at, row.id))


def _rows(session: Session, company_id: str) -> list[ScanRow]:
    query = (
        select(Scan, Campaign.campaign_year)
        .outerjoin(Participation, Participation.id == Scan.participation_id)
        .outerjoin(Campaign, Campaign.id == Participation.campaign_id)
        .where(Scan.company_id == company_id)
    )
    return [_shown(scan, year or 0) for scan, year in session.execute(query)]


def _shown(scan: Scan, year: int) -> ScanRow:
    return ScanRow(
        id=scan.id,
        company_id=scan.company_id,
        participation_id=scan.participation_id or "",
        kind=ScanKind(scan.kind),
        file_name=scan.file_name,
        media_type=MediaType(scan.media_type),
        sha256=scan.sha256,
        size=scan.size,
        added_at=scan.added_at,
        year=year,
    )


def content(office: Office, row: ScanRow) -> bytes:
    """The file of ``row``. Raises UserError where it is lost, or is no longer what was attached."""
    found = _content_of(office.profile.scans / row.sha256)
    if found is None:
        raise UserError("scan.lost", name=row.file_name)
    if hashlib.sha256(found).hexdigest() != row.sha256:
        raise UserError("scan.changed", name=row.file_name)
    return found


def remove(office: Office, scan_ids: Sequence[str]) -> int:
    """Takes scans off their company; returns how many. The files stay, so that this can be undone."""
    with office.writing("scan_remove", count=len(scan_ids)) as work:
        found = [scan for scan in (work.session.get(Scan, scan_id) for scan_id in scan_ids) if scan is not None]
        for scan in found:
            work.session.delete(scan)
    return len(found)
